"""What is certain, possible and ruled out for a plan while facts are still missing."""

from __future__ import annotations

from collections.abc import Collection

from backfat_rules.decision import Person
from backfat_rules.exact import outlooks
from backfat_rules.explain.rivals import RivalConditions, Rivals
from backfat_rules.explain.stopping import all_stopping_rules
from backfat_rules.planning.telling import Telling
from backfat_rules.views.blocks import Blocks, filled
from backfat_rules.views.readable import ReadableBlocks
from backfat_rules.wording import Reader


class PlanOutlook(ReadableBlocks, frozen=True):
    """Every recommendation by what is known of it, whatever the missing answers will be.

    A recommendation is given where its condition is true, no screening rule takes it out, and it
    does not stand back for another that it must not be combined with.

    Attributes:
        certain: given in every completion of the missing facts.
        possible: given in some and not in others.
        ruled_out: given in none.
        open: those that an answer could still bring or take away. Besides what is possible, that is
            what is certain and not given yet, or ruled out and still given: the plan goes by what
            is told, and told is less than what follows from every completion.
    """

    shown_by = ("certain", "possible", "ruled_out")

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    ruled_out: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether no answer can change which recommendations are given."""
        return not self.open

    def blocks(self, reader: Reader) -> Blocks:
        """The ids by what is known of them."""
        yield from filled(
            (reader.say("certain"), self.certain),
            (reader.say("possible"), self.possible),
            (reader.say("ruled-out"), self.ruled_out),
        )


def plan_outlook(person: Telling) -> PlanOutlook:
    """The outlook of every recommendation, exact over all completions of the missing facts."""
    rivals = Rivals(person)
    found: dict[str, list[str]] = {"certain": [], "possible": [], "ruled_out": [], "open": []}
    for id in person.knowledge.recommendations:
        outlook = rivals.outlook(id)
        found[outlook].append(id)
        if outlook != ("certain" if person.outcome.gives(id) else "ruled_out"):
            found["open"].append(id)
    all_ids = {name: tuple(ids) for name, ids in found.items()}
    return PlanOutlook.model_validate(all_ids).read_by(person.reader)


def settled_entries(person: Person, never_told: Collection[str]) -> frozenset[str]:
    """The ids of screening rules and recommendations about which there is nothing left to ask.

    Those are the ones whose condition is known, and those that no answer can bring. With facts that
    will never be told, a recommendation counts as settled once it and everything that could take it
    out are: safe, and at worst a question more than needed.

    Args:
        person: what is known, and what is recommended now.
        never_told: facts that will stay unknown, because the person does not know them.
    """
    knowledge, told = person.knowledge, person.derivation.facts
    entries = (*knowledge.screening, *knowledge.recommendations)
    waiting = [id for id in entries if person.derivation.truth(id) is None]
    conditions = knowledge.once(RivalConditions)
    asked = conditions.called_for if never_told else conditions.called_for | conditions.given
    free = knowledge.facts.keys() - set(never_told)
    found = zip(waiting, outlooks([asked[id] for id in waiting], told, free), strict=True)
    settled = set(entries).difference(id for id, each in found if each != "ruled_out")
    if not never_told:
        return frozenset(settled)
    stopping = knowledge.once(all_stopping_rules)
    return frozenset(
        id for id in settled if id not in conditions.given or settled.issuperset(stopping[id])
    )
