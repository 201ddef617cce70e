"""The advice as tools of an assistant, over the Model Context Protocol (extra ``mcp``).

Nothing is kept between two calls: an interview is data that the assistant hands back and forth.
"""

from backfat_rules.assistant.server import make_server

__all__ = ["make_server"]
