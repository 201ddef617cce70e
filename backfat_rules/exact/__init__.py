"""Exact answers over everything that missing or changed facts can be."""

from backfat_rules.exact.certainty import outlook_of, outlooks
from backfat_rules.exact.cheapest import LeastChange
from backfat_rules.exact.companions import companions
from backfat_rules.exact.fact_changes import FactChange
from backfat_rules.exact.least_change import least_changes
from backfat_rules.exact.problem import Outlook, Problem
from backfat_rules.exact.problems import Problems, Target
from backfat_rules.exact.search import Answer, find
from backfat_rules.exact.worth import FALSE, NEITHER, NOT_TRUE, TRUE, bit_of

__all__ = [
    "FALSE",
    "NEITHER",
    "NOT_TRUE",
    "TRUE",
    "Answer",
    "FactChange",
    "LeastChange",
    "Outlook",
    "Problem",
    "Problems",
    "Target",
    "bit_of",
    "companions",
    "find",
    "least_changes",
    "outlook_of",
    "outlooks",
]
