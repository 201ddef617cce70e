"""What an overlay makes of the knowledge below it: added, replaced, lost."""

from backfat_rules.verify.review import Review, review

__all__ = ["Review", "review"]
