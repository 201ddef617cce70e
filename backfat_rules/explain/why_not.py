"""Why something is not in the plan: what is false, what is unknown, what withheld it."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.explain.why import HIDDEN
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.rules import Finding, Message, Recommendation, Screening
from backfat_rules.language import Expression, deciding_parts, evaluate, names_in, render
from backfat_rules.language.tree import Name
from backfat_rules.planning.condition_text import condition_text
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FactJson, PlanContent, Shown, Withheld
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.screening import withhold
from backfat_rules.planning.wording import named
from backfat_rules.views.lists import Lists, ShownAsLists, filled, value_words

ASKED_ABOUT = ("recommendations", "messages", "screening", "findings", "exercises", "foods")
Entry = Recommendation | Message | Screening | Finding | Exercise | Food


class Cause(Shown):
    """A condition that stands in the way, or is not known yet.

    Attributes:
        condition: the condition in the language.
        text: the same in words.
        facts: what was told about it; empty where nothing was.
        asks: the facts that would have to be told to know it.
    """

    condition: str
    text: str
    facts: dict[str, FactJson]
    asks: tuple[str, ...] = ()

    def __str__(self) -> str:
        known = ", ".join(f"{name}: {value_words(value)}" for name, value in self.facts.items())
        return f"{self.text} ({known})" if known else self.text


class WhyNot(ShownAsLists, Shown):
    """Why an entry of the knowledge base is not in a plan; each cause is a field of its own.

    Attributes:
        in_plan: True if it is in the plan after all; then nothing else is said.
        false: conditions that are false.
        unknown: conditions that hang on facts that were not told.
        withheld: the screening rule, or the other advice, that took it out.
        offered_by: for an exercise or food, the recommendations that would offer it.
    """

    id: str
    title: str
    in_plan: bool
    false: tuple[Cause, ...] = ()
    unknown: tuple[Cause, ...] = ()
    withheld: Withheld | None = None
    offered_by: tuple[str, ...] = ()

    def lists(self) -> Lists:
        """What stands in the way, each kind under its heading."""
        yield f"{self.title} is {'' if self.in_plan else 'not '}in the plan.", ()
        if self.withheld is not None:
            instead = (f"Instead: {self.withheld.instead}",) if self.withheld.instead else ()
            yield "It is withheld", (self.withheld.reason, *instead)
        yield from filled(
            ("It needs, and it is not so", map(str, self.false)),
            ("It needs, and it is not known", map(str, self.unknown)),
            ("It would come with", self.offered_by),
        )


def why_not(id: str, plan: PlanContent, person: Person) -> WhyNot:
    """Explain what keeps an entry out of the plan.

    Raises:
        BackfatRulesError: nothing has this id.
    """
    entry = _entry(id, person)
    title = _title(entry)
    if _is_in(id, entry, plan, person):
        return WhyNot(id=id, title=title, in_plan=True)
    withheld = next((each for each in plan.withheld if each.id == id), None)
    withheld = withheld or _silenced(entry, person) or _blocked(entry, person)
    if isinstance(entry, (Exercise, Food)):
        offering = tuple(
            each.id
            for each in person.knowledge.recommendations.values()
            if id in (*each.exercises, *each.foods)
        )
        return WhyNot(id=id, title=title, in_plan=False, withheld=withheld, offered_by=offering)
    causes = _Causes(person)
    conditions = _conditions(entry)
    return WhyNot(
        id=id,
        title=title,
        in_plan=False,
        false=tuple(causes.with_value(False, conditions)),
        unknown=tuple(causes.with_value(None, conditions)),
        withheld=withheld,
    )


def _entry(id: str, person: Person) -> Entry:
    for name in ASKED_ABOUT:
        entry: Entry | None = getattr(person.knowledge, name).get(id)
        if entry is not None:
            return entry
    raise wrong_id(id, person.knowledge, ASKED_ABOUT)


def _is_in(id: str, entry: Entry, plan: PlanContent, person: Person) -> bool:
    if isinstance(entry, Finding):
        return person.derivation.findings.get(id) is True
    offered = {
        choice.id for each in plan.recommendations for choice in (*each.exercises, *each.foods)
    }
    return id in plan or id in offered or any(message.id == id for message in plan.messages)


def _conditions(entry: Recommendation | Message | Screening | Finding) -> tuple[Expression, ...]:
    if isinstance(entry, Finding):
        return tuple(rule.when.tree for rule in entry.rules)
    return (entry.when.tree,)


def _silenced(entry: Entry, person: Person) -> Withheld | None:
    """The screening that silenced the whole plan."""
    if not person.screened.no_plan:
        return None
    return withhold(entry.id, _title(entry), person.screened.fired[0], person.units)


def _blocked(entry: Entry, person: Person) -> Withheld | None:
    """The screening that would take the entry out even if its conditions were true."""
    if isinstance(entry, (Screening, Finding)):
        return None
    topic = getattr(entry, "topic", "")
    block = person.screened.block_of(entry.id, entry.tags, topic)
    if block is None:
        return None
    return withhold(
        entry.id, _title(entry), block.screening, person.units, unanswered=block.unanswered
    )


def _title(entry: Entry) -> str:
    return entry.question or entry.id if isinstance(entry, Message) else entry.title


class _Causes:
    """Follows conditions through findings down to the facts that decide them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.known = person.derivation.known
        self.named = named(person.knowledge)

    def with_value(self, value: bool | None, conditions: tuple[Expression, ...]) -> Iterator[Cause]:
        """The leaves that keep the conditions from being true by having this value."""
        found: dict[str, Cause] = {}
        for condition in conditions:
            for leaf, truth in self._leaves(condition):
                if truth is value:
                    cause = self._cause(leaf)
                    found.setdefault(cause.condition, cause)
        yield from found.values()

    def _leaves(self, condition: Expression) -> Iterator[tuple[Expression, bool | None]]:
        """The leaves that decide a condition that is not true, with the truth they bring."""
        truth = evaluate(condition, self.known)
        if truth is not True:
            for part in deciding_parts(condition, self.known):
                for leaf in self._down(part.leaf, frozenset()):
                    yield leaf, False if truth is False else None

    def _down(self, leaf: Expression, seen: frozenset[str]) -> Iterator[Expression]:
        """The leaf, or what decides the rules that give a finding its value."""
        finding = self.person.knowledge.findings.get(leaf.name) if isinstance(leaf, Name) else None
        if finding is None or finding.id in seen:
            yield leaf
            return
        for rule in finding.rules:
            if evaluate(rule.when.tree, self.known) is self.known.get(finding.id):
                for part in deciding_parts(rule.when.tree, self.known):
                    yield from self._down(part.leaf, seen | {finding.id})

    def _cause(self, leaf: Expression) -> Cause:
        names = names_in(leaf)
        words = self.person.words
        asks = [name for name in names if name not in self.known]
        text = condition_text(leaf, True, self.named, self.person.units) or render(leaf)
        hidden = any(name in self.known and name not in words for name in names)
        return Cause(
            condition=render(leaf),
            text=HIDDEN if hidden else text,
            facts={name: as_json(self.known[name]) for name in names if name in words},
            asks=tuple(name for name in asks if name in self.person.knowledge.facts),
        )
