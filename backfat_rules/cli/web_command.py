"""``backfat-rules web``: the interview and the plan as a page for a browser."""

from __future__ import annotations

from backfat_rules.cli.calls import Country, Overlays, load
from backfat_rules.cli.export_command import Folder, Language, write_files
from backfat_rules.javascript import site_page
from backfat_rules.knowledge.vocabulary import FALLBACK

EXAMPLES = """\b
Examples:
  backfat-rules web site/
  backfat-rules web site/ --country gb --knowledge our-rules/
"""


def web(
    folder: Folder,
    knowledge: Overlays = None,
    language: Language = FALLBACK,
    country: Country = None,
) -> None:
    """Write one page with the interview, the plan and what if, that runs without Python.

    It is opened as it is or put on any server; what somebody tells never leaves it.
    """
    page = site_page(load(knowledge), language=language, country=country)
    write_files(folder, {"index.html": page})
