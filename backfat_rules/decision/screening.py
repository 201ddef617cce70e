"""The gate: what must be ruled out before advice, and what is closed for this person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backfat_rules.decision.rulebook import Closing, Rulebook
from backfat_rules.inference import Derivation
from backfat_rules.knowledge.gates import GATES, GateName, strictest
from backfat_rules.knowledge.rules import Screening
from backfat_rules.language import Facts


@dataclass(frozen=True, slots=True)
class Block:
    """The screening rule that closes an entry: because it fired, or because it is unanswered."""

    screening: Screening
    unanswered: bool


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening decided for one person.

    Attributes:
        gate: the strictest gate of all rules that fired.
        fired: the screening rules that fired, the strictest first, and last what another settles.
        unanswered: those that close something until they are answered.
        few_answers: whether too little is told about habits for a plan of the person's own.
        closed: the set of all entries that are closed.
    """

    gate: GateName
    fired: tuple[Closing, ...]
    unanswered: tuple[Closing, ...]
    few_answers: bool
    closed: int
    book: Rulebook

    @property
    def no_plan(self) -> bool:
        """Whether nothing but the message is shown."""
        return not GATES[self.gate].has_plan

    @property
    def setting(self) -> tuple[Closing, ...]:
        """The rules that fired and have a say in the gate: all but those that another settles."""
        settled = settled_by(self.fired)
        return tuple(each for each in self.fired if each.rule.id not in settled)

    def closes(self, id: str) -> bool:
        """Whether an entry (for an exercise: or a member of it) is closed."""
        return self.closed & self.book.sets[id] != 0

    def closes_tag(self, tag: str) -> bool:
        """Whether nothing shown may carry the tag."""
        return bool(self.closed & self.book.bits[f"tag {tag}"])

    def forbids_tag(self, tag: str) -> bool:
        """Whether a rule that fired closes the tag, so that no answer alone opens it."""
        bit = self.book.bits[f"tag {tag}"]
        return any(closing.fired & bit for closing in self.fired)

    def block_of(self, id: str) -> Block | None:
        """What closes an entry: a rule that fired before one that is only unanswered.

        For a circuit, what closes it, or else the first of its members that is closed.
        """
        if not self.closes(id):
            return None
        members = self.book.members.get(id, (id,))
        blocks = (self.block_of_set(self.book.bits[each]) for each in members)
        return next(block for block in blocks if block is not None)

    def block_of_set(self, entries: int) -> Block | None:
        """What closes any of several entries."""
        if not entries & self.closed:
            return None
        return next(self._blocks(entries))

    def _blocks(self, entries: int) -> Iterator[Block]:
        """Every rule that closes some; where advice is only not spoken of, any that has a say."""
        yield from (Block(each.rule, False) for each in self.fired if each.fired & entries)
        yield from (Block(each.rule, True) for each in self.unanswered if each.unanswered & entries)
        yield from (Block(each.rule, False) for each in self.setting)
        yield from (Block(each.rule, True) for each in self.unanswered)


def screen(derivation: Derivation, book: Rulebook) -> Screened:
    """Decide the gate, and collect what is closed.

    Blocks are a union: what any rule that fired closes is closed, and so is what an unanswered
    rule closes until it is answered. The strictest gate wins, but a rule for which another answers
    sets none. What speaks for advice of which all is withheld is closed with it.
    """
    closings = book.closings
    fired = [closings[id] for id in derivation.fired if id in closings]
    settled = settled_by(fired)
    fired.sort(
        key=lambda each: (
            each.rule.id in settled,
            -GATES[each.rule.gate].rank,
            each.rule.id,
        )
    )
    unanswered = tuple(
        closings[id] for id in sorted(derivation.open) if closings[id].waits(derivation.known)
    )
    few_answers = not _enough_answers(derivation.facts, book)
    closed = 0
    for each in fired:
        closed |= each.fired
    for each in unanswered:
        closed |= each.unanswered
    setting = (each for each in fired if each.rule.id not in settled)
    gate = strictest(_gates(setting, few_answers))
    withheld = closed | (book.needing_ok if GATES[gate].waits_for_ok else 0)
    for advice, said in book.speaking:
        if not advice & ~withheld:
            closed |= said
    return Screened(gate, tuple(fired), unanswered, few_answers, closed, book)


def settled_by(fired: Iterable[Closing]) -> frozenset[str]:
    """The ids of the rules for which one that fired answers: they set no gate."""
    return frozenset(id for each in fired for id in each.rule.settles)


def _gates(setting: Iterable[Closing], few_answers: bool) -> Iterator[GateName]:
    yield from (each.rule.gate for each in setting)
    if few_answers:
        yield "insufficient_data"


def _enough_answers(facts: Facts, book: Rulebook) -> bool:
    """Whether enough is told about habits; neither a diagnosis nor an age is one."""
    return len(book.habits.intersection(facts)) >= book.knowledge.policy.enough_answers
