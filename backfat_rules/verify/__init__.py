"""Whether a knowledge base keeps its laws, tried on people who are made for each of them."""

from backfat_rules.verify.laws import LawCheck, broken_laws, check_law

__all__ = ["LawCheck", "broken_laws", "check_law"]
