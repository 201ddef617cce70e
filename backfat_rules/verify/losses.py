"""What an entry that was replaced no longer does for anybody's safety."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from backfat_rules.knowledge.catalogue import Food
from backfat_rules.knowledge.entry import LossName
from backfat_rules.knowledge.forbidden import ForbiddenWording
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import Axis, Blocks, Finding, Screening
from backfat_rules.knowledge.sources import Claim
from backfat_rules.language.tree import AnyOf

Lost = tuple[LossName, str]

_LISTS: tuple[LossName, ...] = (
    "tags",
    "not_with",
    "purpose",
    "raises",
    "lowers",
    "keeps",
    "must_wait",
    "was",
)
_WHAT_A_LAW_IS = (
    "who",
    "under",
    "untold",
    "never",
    "always",
    "adding",
    "unanswering",
    "worsening",
    "must_not_grow",
    "gate_holds",
    "priority_holds",
)
_SURE = ("unsupported", "contested", "plausible", "supported")


def losses(before: object, after: object) -> Iterator[Lost]:
    """What one version of an entry did and the next does not, each with the word to declare it.

    >>> from backfat_rules import load_knowledge
    >>> sleep = load_knowledge()["sleep-longer"]
    >>> list(losses(sleep, sleep.model_copy(update={"tags": ()})))
    [('tags', 'clock_times')]
    """
    for each in _OF_ANY:
        yield from each(before, after)
    match before, after:
        case Screening(), Screening():
            yield from _screening(before, after)
        case Food(), Food():
            yield from _food(before, after)
        case Finding(), Finding():
            kept = {rule.id for rule in after.rules}
            yield from _gone("rules", (each.id for each in before.rules), kept)
        case Claim(), Claim() if _SURE.index(before.verdict) < _SURE.index(after.verdict):
            yield "verdict", before.verdict
        case ForbiddenWording(), ForbiddenWording() if before.pattern != after.pattern:
            yield "pattern", before.pattern
        case Axis(), Axis() if before.protects not in (None, after.protects):
            yield "protects", str(before.protects)
        case Policy(), Policy():
            yield from _policy(before, after)
        case Law(), Law():
            yield from (("law", part) for part in _WHAT_A_LAW_IS if _differs(before, after, part))


def _listed(word: LossName) -> Callable[[object, object], Iterator[Lost]]:
    """A list of ids, of which each counts."""
    return lambda before, after: _gone(word, getattr(before, word, ()), getattr(after, word, ()))


def _warnings(word: LossName) -> Callable[[object, object], Iterator[Lost]]:
    """Sentences that may be said otherwise, but not be fewer."""

    def fewer(before: object, after: object) -> Iterator[Lost]:
        had, has = getattr(before, word, ()), getattr(after, word, ())
        if len(has) < len(had):
            yield word, f"{len(had) - len(has)} of {len(had)}"

    return fewer


def _needs_ok(before: object, after: object) -> Iterator[Lost]:
    if getattr(before, "needs_ok", False) and not getattr(after, "needs_ok", False):
        yield "needs_ok", "true"


_OF_ANY = (
    *map(_listed, _LISTS),
    _warnings("cautions"),
    _warnings("avoid"),
    _needs_ok,
)


def _differs(before: object, after: object, part: str) -> bool:
    """Whether a law is another in one of its parts; milder or stricter is for its author to say."""
    return bool(getattr(before, part) != getattr(after, part))


def _screening(before: Screening, after: Screening) -> Iterator[Lost]:
    if GATES[after.gate].rank < GATES[before.gate].rank:
        yield "gate", before.gate
    yield from _gone("gate", after.settles, before.settles)  # what it answers for sets none
    yield from _blocks("blocks", before.blocks, after.blocks)
    yield from _blocks("unanswered", before.unanswered, after.unanswered)
    if after.unanswered_when not in (None, before.unanswered_when):
        yield "unanswered", after.unanswered_when.text


def _blocks(word: LossName, before: Blocks, after: Blocks) -> Iterator[Lost]:
    for names in ("items", "tags", "topics"):
        yield from _gone(word, getattr(before, names), getattr(after, names))


def _food(before: Food, after: Food) -> Iterator[Lost]:
    """A food stays away from whom it stayed away from; from others it may."""
    if before.unless is None or after.unless == before.unless:
        return
    also = after.unless.tree if after.unless else None
    if not (isinstance(also, AnyOf) and before.unless.tree in also.operands):
        yield "unless", before.unless.text


def _policy(before: Policy, after: Policy) -> Iterator[Lost]:
    yield from _gone("not_lowered", before.not_lowered, after.not_lowered)
    for tag, names in before.not_raised.items():
        yield from _gone("not_raised", names, after.not_raised.get(tag, ()))
    for tag, names in before.hidden_numbers.items():
        yield from _gone("hidden_numbers", names, after.hidden_numbers.get(tag, ()))


def _gone(word: LossName, before: Iterable[str], after: Iterable[str]) -> Iterator[Lost]:
    kept = {*after}
    yield from ((word, each) for each in before if each not in kept)
