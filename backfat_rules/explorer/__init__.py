"""A plan beside the answers that it is made from, in a notebook: change one, see the other."""

from backfat_rules.explorer.opening import explore

__all__ = ["explore"]
