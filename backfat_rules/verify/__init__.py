"""Whether a knowledge base keeps its laws, and what an overlay makes of the one below it."""

from backfat_rules.verify.laws import LawCheck, broken_laws, check_law
from backfat_rules.verify.review import Review, review

__all__ = ["LawCheck", "Review", "broken_laws", "check_law", "review"]
