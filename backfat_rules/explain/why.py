"""Why something is so: the derivation of one entry as a tree, down to the person's facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge.rules import Advice, Finding, Mechanism, Message, Recommendation
from backfat_rules.language import (
    Expression,
    Part,
    deciding_parts,
    evaluate,
    names_in,
    normalise,
    render,
)
from backfat_rules.language.tree import Name
from backfat_rules.planning.condition_text import condition_text
from backfat_rules.planning.measured import measured
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.priority import priority, priority_parts
from backfat_rules.planning.reasons import as_json, sources_of
from backfat_rules.planning.wording import named, truth_text
from backfat_rules.profile import Fact

ASKED_ABOUT = ("recommendations", "messages", "screening", "findings", "values")
HIDDEN = "a number that is not shown"


def why(id: str, plan: PlanContent, person: Person) -> Explanation:
    """Explain an entry of the plan, a finding, a value, a fact, or ``"gate"``.

    Raises:
        BackfatRulesError: nothing has this id, or it is not in the plan (then ask why not).
    """
    tree = _Tree(person)
    if id == "gate":
        return tree.gate()
    for withheld in plan.withheld:
        if withheld.id == id:
            text = f"{withheld.title} is withheld. {withheld.reason}"
            below = (tree.advice(withheld.because),) if withheld.because in tree.advices else ()
            return Explanation(
                id=id, kind="withheld", title=withheld.title, text=text, holds=False, because=below
            )
    knowledge = person.knowledge
    if id in plan or id in {message.id for message in plan.messages} & tree.advices.keys():
        return tree.advice(id)
    if id in knowledge.findings or id in knowledge.values or id in knowledge.facts:
        return tree.name(id)
    if id in tree.advices:
        raise BackfatRulesError(f"{id} is not in this plan. Ask plan.why_not({id!r}).")
    raise wrong_id(id, knowledge, ASKED_ABOUT, [*knowledge.facts, "gate"])


class _Tree:
    """Builds explanations for one person; numbers that a block hides stay hidden."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.known = person.derivation.known
        self.named = named(person.knowledge)
        knowledge = person.knowledge
        self.advices: dict[str, Advice] = {
            **knowledge.recommendations,
            **knowledge.messages,
            **knowledge.screening,
        }

    def gate(self) -> Explanation:
        screened = self.person.screened
        below = tuple(self.advice(rule.id) for rule in screened.fired if rule.gate == screened.gate)
        text = f"The gate is {screened.gate.replace('_', ' ')}"
        if not below and screened.gate == "insufficient_data":
            text += ": fewer answers about habits than a plan needs"
        return Explanation(
            id="gate",
            kind="gate",
            title="gate",
            text=f"{text}.",
            holds=True,
            rules=tuple(each.id for each in below),
            because=below,
        )

    def advice(self, id: str) -> Explanation:
        entry = self.advices[id]
        holds = evaluate(entry.when.tree, self.known)
        shared: dict[str, Any] = {
            "id": id,
            "holds": holds,
            "sources": sources_of([entry], self.person.knowledge),
            "because": self.parts(entry.when.tree),
        }
        if isinstance(entry, Recommendation):
            return self.recommendation(entry, shared)
        if isinstance(entry, Message):
            title = entry.question or entry.id.replace("-", " ")
            return Explanation(
                **shared, kind="message", title=title, text=title, verdict=entry.verdict
            )
        screening = self.person.knowledge.screening[id]
        text = f"{screening.title[0].upper()}{screening.title[1:]}: "
        text += screening.reason.render(self.person.units)
        return Explanation(**shared, kind="screening", title=screening.title, text=text)

    def recommendation(self, entry: Recommendation, shared: dict[str, Any]) -> Explanation:
        parts = priority_parts(entry, self.person.derivation, self.person.knowledge)
        return Explanation(
            **shared,
            kind="recommendation",
            title=entry.title,
            text=f"{entry.title}.",
            verdict=entry.verdict,
            priority=priority(parts, self.person.knowledge),
            priority_parts=parts,
        )

    def parts(self, condition: Expression) -> tuple[Explanation, ...]:
        """What decided a condition, each part explained."""
        return tuple(self.part(each) for each in deciding_parts(condition, self.known))

    def part(self, part: Part) -> Explanation:
        if isinstance(part.leaf, Name):
            return self.name(part.leaf.name)
        hidden = [n for n in names_in(part.leaf) if n in self.known and n not in self.person.words]
        text = condition_text(part.leaf, True, self.named, self.person.units) or render(part.leaf)
        text = HIDDEN if hidden else text
        return Explanation(
            id=HIDDEN if hidden else render(part.leaf),
            kind="condition",
            title=text,
            text=text,
            holds=part.value if isinstance(part.value, bool) else None,
            because=tuple(self.name(name) for name in names_in(part.leaf)),
        )

    def name(self, name: str) -> Explanation:
        knowledge = self.person.knowledge
        if name in knowledge.findings:
            return self.finding(knowledge.findings[name])
        shown = self.person.words.get(name)
        value = as_json(self.known[name]) if shown is not None else None
        fact = self.named[name]
        below: tuple[Explanation, ...] = ()
        if name in knowledge.values:
            below = tuple(self.name(n) for n in names_in(knowledge.values[name].formula))
        return Explanation(
            id=name,
            kind="value" if name in knowledge.values else "fact",
            title=fact.label,
            text=self.fact_text(fact, shown),
            holds=True if name in self.known else None,
            value=value,
            because=below,
        )

    def fact_text(self, fact: Fact, shown: str | None) -> str:
        if fact.type.kind == "truth":
            truth = self.known.get(fact.name)
            told = truth_text(fact.label, truth is True)
            return told if truth is not None else f"whether {told}: not told yet"
        if shown is None:
            return f"{fact.label}: {'not shown' if fact.name in self.known else 'not told yet'}"
        value = self.person.knowledge.values.get(fact.name)
        step = None if value is None else value.round
        text = measured(fact, self.known[fact.name], self.person.units, step)
        return f"{fact.label}: {text}"

    def finding(self, finding: Finding) -> Explanation:
        holds = self.known.get(finding.id)
        fired = self.person.derivation.firings_of(finding.id)
        severity = self.person.derivation.severity.get(finding.id)
        return Explanation(
            id=finding.id,
            kind="mechanism" if isinstance(finding, Mechanism) else "finding",
            title=finding.title,
            text=self.finding_text(finding, holds is True),
            holds=holds if isinstance(holds, bool) else None,
            rules=tuple(firing.rule for firing in fired),
            verdict=finding.verdict if isinstance(finding, Mechanism) else None,
            severity=None if severity is None else round(severity, 3),
            sources=sources_of([finding], self.person.knowledge),
            because=_each_once(
                each
                for rule in finding.rules
                if evaluate(rule.when.tree, self.known) is holds
                for each in self.parts(normalise(rule.when.tree))
            ),
        )

    def finding_text(self, finding: Finding, holds: bool) -> str:
        title = f"{finding.title[0].upper()}{finding.title[1:]}"
        if not holds or self.person.hides_finding(finding.id):
            return title
        rules = {rule.id: rule for rule in finding.rules}
        fired = self.person.derivation.firings_of(finding.id)
        words, units = self.person.words, self.person.units
        said = [rules[firing.rule].reason.fill(words, units) for firing in fired]
        return " ".join(text for text in said if text) or title


def _each_once(explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    return tuple({each.id: each for each in explanations}.values())
