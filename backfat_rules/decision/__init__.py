"""The decision: which advice, in which order, how much, and what is held back; without a word.

What decides stands in ``definition``; everything that has to know what a person is given reads it.
"""

from backfat_rules.decision.content import Advice, DecisionContent
from backfat_rules.decision.definition import Outcome, Ranked, Stop, decide
from backfat_rules.decision.person import Person
from backfat_rules.decision.rulebook import Rulebook, rulebook_of
from backfat_rules.decision.screening import Block, Screened, screen

__all__ = [
    "Advice",
    "Block",
    "DecisionContent",
    "Outcome",
    "Person",
    "Ranked",
    "Rulebook",
    "Screened",
    "Stop",
    "decide",
    "rulebook_of",
    "screen",
]
