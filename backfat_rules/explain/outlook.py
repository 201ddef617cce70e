"""What is certain, possible and ruled out for a plan while facts are still missing."""

from __future__ import annotations

from collections.abc import Collection

from backfat_rules.exact import outlooks, problems_of
from backfat_rules.explain.given import given_now
from backfat_rules.explain.rivals import Rivals
from backfat_rules.explain.stopping import given_conditions, stopping_rules
from backfat_rules.inference import Program
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
    conditions = given_conditions(program, person.knowledge)
    base = outlooks(list(conditions.values()), person.derivation.facts)
    rivals = Rivals(dict(zip(conditions, base, strict=True)), person, program)
    now = given_now(person)
    found: dict[str, list[str]] = {"certain": [], "possible": [], "ruled_out": [], "open": []}
    for id in conditions:
        outlook = rivals.outlook(id)
        found[outlook].append(id)
        if outlook != ("certain" if id in now else "ruled_out"):
            found["open"].append(id)
    return PlanOutlook.model_validate({name: tuple(ids) for name, ids in found.items()})


def settled_entries(
    person: Person, program: Program, never_told: Collection[str]
) -> frozenset[str]:
    """The ids of screening rules and recommendations that no further answer can change.

    With facts that will never be told, a recommendation counts as settled once it and everything
    that could take it out are: safe, and at worst a question more than needed.

    Args:
        person: what is known, and what is recommended now.
        program: the rules.
        never_told: facts that will stay unknown, because the person does not know them.
    """
    knowledge, told = person.knowledge, person.derivation.facts
    problems = problems_of(program, knowledge.facts)
    ids = [*knowledge.screening, *(knowledge.recommendations if never_told else ())]
    free = knowledge.facts.keys() - set(never_told)
    found = outlooks([problems[id] for id in ids], told, free)
    settled = {
        id
        for id, outlook in zip(ids, found, strict=True)
        if outlook == ("certain" if id in person.derivation.fired else "ruled_out")
    }
    screening = settled & knowledge.screening.keys()
    if not never_told:
        still_open = plan_outlook(person, program).open
        return frozenset(screening | knowledge.recommendations.keys() - set(still_open))
    advice = settled & knowledge.recommendations.keys()
    return frozenset(
        screening | {id for id in advice if screening.issuperset(stopping_rules(id, knowledge))}
    )
