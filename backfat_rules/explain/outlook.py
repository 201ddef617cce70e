"""What is certain, possible and ruled out for a plan while facts are still missing."""

from __future__ import annotations

from collections.abc import Collection

from backfat_rules.exact import outlooks, problems_of
from backfat_rules.explain.given import given_now
from backfat_rules.explain.rivals import Rivals, rival_conditions
from backfat_rules.explain.stopping import stopping_rules
from backfat_rules.inference import Program
from backfat_rules.language import evaluate
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Shown
from backfat_rules.views.lists import Lists, ShownAsLists, filled


class PlanOutlook(ShownAsLists, Shown):
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

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    ruled_out: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether no answer can change which recommendations are given."""
        return not self.open

    def lists(self) -> Lists:
        """The ids by what is known of them."""
        yield from filled(
            ("Certain", self.certain), ("Possible", self.possible), ("Ruled out", self.ruled_out)
        )


def plan_outlook(person: Person, program: Program) -> PlanOutlook:
    """The outlook of every recommendation, exact over all completions of the missing facts."""
    rivals = Rivals(person, program)
    now = given_now(person)
    found: dict[str, list[str]] = {"certain": [], "possible": [], "ruled_out": [], "open": []}
    for id in person.knowledge.recommendations:
        outlook = rivals.outlook(id)
        found[outlook].append(id)
        if outlook != ("certain" if id in now else "ruled_out"):
            found["open"].append(id)
    return PlanOutlook.model_validate({name: tuple(ids) for name, ids in found.items()})


def settled_entries(
    person: Person, program: Program, never_told: Collection[str]
) -> frozenset[str]:
    """The ids of screening rules and recommendations about which there is nothing left to ask.

    Those are the ones whose condition is known, and those that no answer can bring. With facts that
    will never be told, a recommendation counts as settled once it and everything that could take it
    out are: safe, and at worst a question more than needed.

    Args:
        person: what is known, and what is recommended now.
        program: the rules.
        never_told: facts that will stay unknown, because the person does not know them.
    """
    knowledge, known = person.knowledge, person.derivation.known
    entries = {**knowledge.screening, **knowledge.recommendations}
    waiting = [id for id, each in entries.items() if evaluate(each.when.tree, known) is None]
    conditions = rival_conditions(program, knowledge).given
    problems = problems_of(program, knowledge.facts)
    free = knowledge.facts.keys() - set(never_told)
    by_itself = [id for id in waiting if never_told or id not in conditions]
    whole = [id for id in waiting if not never_told and id in conditions]
    told = person.derivation.facts
    found = (
        *outlooks([problems[id] for id in by_itself], told, free),
        *outlooks([conditions[id] for id in whole], told),
    )
    still_open = {
        id for id, each in zip([*by_itself, *whole], found, strict=True) if each != "ruled_out"
    }
    settled = entries.keys() - still_open
    if not never_told:
        return frozenset(settled)
    return frozenset(
        id
        for id in settled
        if id not in conditions or settled.issuperset(stopping_rules(id, knowledge))
    )
