"""The condition language: parse, check, evaluate. Its meaning stands in ``evaluate``."""

from backfat_rules.language.check import Mistake, check
from backfat_rules.language.deciding import Part, decide, deciding_parts, only_parts
from backfat_rules.language.evaluate import compute, evaluate
from backfat_rules.language.normal import normalise
from backfat_rules.language.parse import parse
from backfat_rules.language.range import Range, is_exact
from backfat_rules.language.render import render
from backfat_rules.language.tree import Expression, Facts, Value, names_in, walk
from backfat_rules.language.types import NUMBER, TRUTH, Type, choice_of, set_of

__all__ = [
    "NUMBER",
    "TRUTH",
    "Expression",
    "Facts",
    "Mistake",
    "Part",
    "Range",
    "Type",
    "Value",
    "check",
    "choice_of",
    "compute",
    "decide",
    "deciding_parts",
    "evaluate",
    "is_exact",
    "names_in",
    "normalise",
    "only_parts",
    "parse",
    "render",
    "set_of",
    "walk",
]
