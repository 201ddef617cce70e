"""Why something is not in the plan: what is false, what is unknown, what withheld it."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.decision import Block
from backfat_rules.explain.why import leaf_text
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.rules import Finding, MessageRule, RecommendationRule, Screening
from backfat_rules.language import Expression, deciding_parts, evaluate, is_exact, names_in, render
from backfat_rules.language.tree import Name
from backfat_rules.planning.plan_content import Withheld
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.withholding import withheld_by, withheld_of
from backfat_rules.profile.json_facts import FactJson, as_json, value_of
from backfat_rules.views.blocks import Blocks, filled
from backfat_rules.views.readable import Readable, ReadableBlocks
from backfat_rules.wording import Reader

ASKED_ABOUT = ("recommendations", "messages", "screening", "findings", "exercises", "foods")
Askable = RecommendationRule | MessageRule | Screening | Finding | Exercise | Food


class Cause(Readable, frozen=True):
    """A condition that stands in the way, or is not known yet.

    Attributes:
        condition: the condition in the language.
        text: the same in words.
        facts: what was told about it; empty where nothing was.
        asks: the facts that would have to be told to know it.
    """

    shown_by = ("text",)

    condition: str
    text: str
    facts: dict[str, FactJson]
    asks: tuple[str, ...] = ()

    def told(self, reader: Reader) -> str:
        """The condition in words, with what was told about it."""
        told = (reader.fact(name, value_of(value)) for name, value in self.facts.items())
        facts = reader.chained(told, "list-comma")
        return reader.say("with-facts", text=self.text, facts=facts) if facts else self.text


class WhyNot(ReadableBlocks, frozen=True):
    """Why an entry of the knowledge base is not in a plan; each cause is a field of its own.

    Attributes:
        in_plan: True if it is in the plan after all; then nothing else is said.
        false: conditions that are false.
        unknown: conditions that hang on facts that were not told.
        withheld: the screening rule, or the other advice, that took it out.
        offered_by: for an exercise or food, the recommendations that would offer it.
        only_asked: True for an answer that no plan gives by itself, but ``plan.ask``.
    """

    shown_by = ("id", "in_plan", "title")

    id: str
    title: str
    in_plan: bool
    false: tuple[Cause, ...] = ()
    unknown: tuple[Cause, ...] = ()
    withheld: Withheld | None = None
    offered_by: tuple[str, ...] = ()
    only_asked: bool = False

    def blocks(self, reader: Reader) -> Blocks:
        """What stands in the way, each kind under its heading."""
        say = reader.say
        yield from where_it_stands(self.title, self.withheld, reader, in_plan=self.in_plan)
        if self.only_asked:
            yield say("only-when-asked"), ()
        yield from filled(
            (say("needs-and-false"), [each.told(reader) for each in self.false]),
            (say("needs-and-unknown"), [each.told(reader) for each in self.unknown]),
            (say("comes-with"), self.offered_by),
        )


def where_it_stands(
    title: str, withheld: Withheld | None, reader: Reader, *, in_plan: bool
) -> Blocks:
    """Whether something is in the plan, and what keeps it out."""
    yield reader.say("in-the-plan" if in_plan else "not-in-the-plan", title=title), ()
    if withheld is not None:
        other = (reader.say("instead", instead=withheld.instead),) if withheld.instead else ()
        yield reader.say("it-is-withheld"), (withheld.reason, *other)


def why_not(id: str, person: Telling) -> WhyNot:
    """Explain what keeps an entry out of the plan.

    Raises:
        BackfatRulesError: nothing has this id.
    """
    return _reasons_against(id, person).read_by(person.reader)


def _reasons_against(id: str, person: Telling) -> WhyNot:
    entry = _entry(id, person)
    title = _title(entry)
    if _is_in(id, entry, person):
        return WhyNot(id=id, title=title, in_plan=True)
    held = next((each for each in person.decision.withheld if each.id == id), None)
    withheld = None if held is None else withheld_of(held, person)
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
        only_asked=isinstance(entry, MessageRule) and entry.only_asked,
    )


def _entry(id: str, person: Telling) -> Askable:
    for name in ASKED_ABOUT:
        entry: Askable | None = getattr(person.knowledge, name).get(id)
        if entry is not None:
            return entry
    raise wrong_id(id, person.knowledge, ASKED_ABOUT)


def _is_in(id: str, entry: Askable, person: Telling) -> bool:
    if isinstance(entry, Finding):
        return person.derivation.findings.get(id) is True
    decision = person.decision
    shown = decision.advised | {each.id for each in decision.messages}
    offered = (each for way in decision.all_ways for each in (*way.exercises, *way.foods))
    return id in shown or any(id == each.id for each in offered)


def _conditions(
    entry: RecommendationRule | MessageRule | Screening | Finding,
) -> tuple[Expression, ...]:
    if isinstance(entry, Finding):
        return tuple(rule.when.tree for rule in entry.rules)
    return (entry.when.tree,)


def _silenced(entry: Askable, person: Telling) -> Withheld | None:
    """The screening that silenced the whole plan."""
    if not person.screened.no_plan:
        return None
    block = Block(person.screened.fired[0].rule, unanswered=False)
    return withheld_by(block, entry.id, _title(entry), person)


def _blocked(entry: Askable, person: Telling) -> Withheld | None:
    """The screening that would take the entry out even if its conditions were true."""
    if isinstance(entry, (Screening, Finding)):
        return None
    block = person.screened.block_of(entry.id)
    return None if block is None else withheld_by(block, entry.id, _title(entry), person)


def _title(entry: Askable) -> str:
    return entry.question or entry.id if isinstance(entry, MessageRule) else entry.title


class _Causes:
    """Follows conditions through findings down to the facts that decide them."""

    def __init__(self, person: Telling) -> None:
        self.person = person
        self.known = person.derivation.known

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
        shows = self.person.shows
        asks = [name for name in names if not is_exact(self.known.get(name))]
        return Cause(
            condition=render(leaf),
            text=leaf_text(leaf, self.person),
            facts={name: as_json(self.known[name]) for name in names if shows(name)},
            asks=tuple(name for name in asks if name in self.person.knowledge.facts),
        )
