"""What an overlay makes of the knowledge below it, and whether a knowledge base keeps its laws."""

from backfat_rules.verify.laws import LawCheck, broken_laws, check_law
from backfat_rules.verify.review import Review, review

__all__ = ["LawCheck", "Review", "broken_laws", "check_law", "review"]
