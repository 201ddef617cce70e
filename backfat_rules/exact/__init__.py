"""Exact answers over everything that missing or changed facts can be."""

from backfat_rules.exact.cheapest import LeastChange
from backfat_rules.exact.least_change import least_changes
from backfat_rules.exact.moves import Move
from backfat_rules.exact.outlook import outlook_of, outlook_of_one
from backfat_rules.exact.problems import Outlook, Problems, Target, problems_of
from backfat_rules.exact.search import Answer, find
from backfat_rules.exact.worth import FALSE, NEITHER, NOT_TRUE, TRUE, bit_of

__all__ = [
    "FALSE",
    "NEITHER",
    "NOT_TRUE",
    "TRUE",
    "Answer",
    "LeastChange",
    "Move",
    "Outlook",
    "Problems",
    "Target",
    "bit_of",
    "find",
    "least_changes",
    "outlook_of",
    "outlook_of_one",
    "problems_of",
]
