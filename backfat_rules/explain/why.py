"""Why something is so: the derivation of one entry as a tree, down to the person's facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backfat_rules.decision.definition import rank
from backfat_rules.decision.saying import FEW_ANSWERS, Said
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge.rules import (
    AdviceRule,
    Finding,
    Mechanism,
    MessageRule,
    RecommendationRule,
)
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
from backfat_rules.planning.messages import message_of
from backfat_rules.planning.plan_content import Withheld
from backfat_rules.planning.reasons import sources_of
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.withholding import withheld_of
from backfat_rules.profile import spaced
from backfat_rules.profile.json_facts import as_json

ASKED_ABOUT = ("recommendations", "messages", "screening", "findings", "values")


def why(id: str, person: Telling) -> Explanation:
    """Explain an entry of the plan, a finding, a value, a fact, or ``"gate"``.

    Raises:
        BackfatRulesError: nothing has this id, or it is not in the plan (then ask why not).
    """
    return _explained(id, person).read_by(person.reader)


def _explained(id: str, person: Telling) -> Explanation:
    tree = _Tree(person)
    if id == "gate":
        return tree.gate()
    decision, knowledge = person.decision, person.knowledge
    for held in decision.withheld:
        if held.id == id:
            return tree.withheld(withheld_of(held, person))
    said = {each.id: each for each in decision.messages}
    if id in (decision.advised | said.keys()) & tree.advices.keys():
        return tree.advice(id)
    if id in said:
        return tree.guidance(said[id])
    if id in knowledge.findings or id in knowledge.values or id in knowledge.facts:
        return tree.name(id)
    if id in tree.advices:
        raise BackfatRulesError(f"{id} is not in this plan. Ask plan.why_not({id!r}).")
    raise wrong_id(id, knowledge, ASKED_ABOUT, [*knowledge.facts, "gate"])


class _Tree:
    """Builds explanations for one person; numbers that a block hides stay hidden."""

    def __init__(self, person: Telling) -> None:
        self.person = person
        self.known = person.derivation.known
        self.reader = person.reader
        knowledge = person.knowledge
        self.advices: dict[str, AdviceRule] = {
            **knowledge.recommendations,
            **knowledge.messages,
            **knowledge.screening,
        }

    def gate(self) -> Explanation:
        screened = self.person.screened
        deciding = (each.rule for each in screened.setting if each.rule.gate == screened.gate)
        below = tuple(self.advice(rule.id) for rule in deciding)
        few = not below and screened.gate == "insufficient_data"
        gate = self.reader.word("gates", screened.gate)
        return Explanation(
            id="gate",
            kind="gate",
            title=self.reader.say("gate-title"),
            text=self.reader.say("the-gate-for-few-answers" if few else "the-gate-is", gate=gate),
            holds=True,
            rules=tuple(each.id for each in below),
            because=below,
        )

    def withheld(self, withheld: Withheld) -> Explanation:
        title, reason = withheld.title, withheld.reason
        return Explanation(
            id=withheld.id,
            kind="withheld",
            title=title,
            text=self.reader.say("title-withheld", title=title, reason=reason),
            holds=False,
            because=(self.advice(withheld.because),),
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
        if isinstance(entry, RecommendationRule):
            return self.recommendation(entry, shared)
        if isinstance(entry, MessageRule):
            title = entry.question or spaced(entry.id, "-")
            return Explanation(
                **shared, kind="message", title=title, text=title, verdict=entry.verdict
            )
        screening = self.person.knowledge.screening[id]
        title = self.reader.opening(screening.title)
        text = self.reader.say(
            "label-and-text", label=title, text=self.reader.text(screening.reason)
        )
        return Explanation(**shared, kind="screening", title=screening.title, text=text)

    def guidance(self, said: Said) -> Explanation:
        """What is said to everybody: only that answers are few brought it."""
        message = message_of(said, self.person)
        few = () if said.id == FEW_ANSWERS else (self.guidance(Said(FEW_ANSWERS, "guidance")),)
        return Explanation(
            id=said.id,
            kind="message",
            title=message.text,
            text=message.text,
            holds=True,
            sources=message.sources,
            because=few,
        )

    def recommendation(self, entry: RecommendationRule, shared: dict[str, Any]) -> Explanation:
        candidate = self.person.book.candidates[entry.id]
        ranked = rank(candidate, self.person.derivation, self.person.knowledge.policy)
        return Explanation(
            **shared,
            kind="recommendation",
            title=entry.title,
            text=self.reader.say("full-stop", text=entry.title),
            verdict=entry.verdict,
            priority=ranked.priority,
            priority_parts=ranked.parts,
        )

    def parts(self, condition: Expression) -> tuple[Explanation, ...]:
        """What decided a condition, each part explained."""
        return tuple(self.part(each) for each in deciding_parts(condition, self.known))

    def part(self, part: Part) -> Explanation:
        if isinstance(part.leaf, Name):
            return self.name(part.leaf.name)
        hidden = is_hidden(part.leaf, self.person)
        text = leaf_text(part.leaf, self.person)
        return Explanation(
            id=text if hidden else render(part.leaf),
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
        value = as_json(self.known[name]) if self.person.shows(name) else None
        below: tuple[Explanation, ...] = ()
        if name in knowledge.values:
            below = tuple(self.name(n) for n in names_in(knowledge.values[name].formula))
        return Explanation(
            id=name,
            kind="value" if name in knowledge.values else "fact",
            title=self.reader.label(name),
            text=self.name_text(name),
            holds=True if name in self.known else None,
            value=value,
            because=below,
        )

    def name_text(self, name: str) -> str:
        reader, fact = self.reader, self.person.knowledge.facts.get(name)
        if fact is not None and fact.type.kind == "truth":
            truth = self.known.get(name)
            if truth is not None:
                return reader.truth(name, truth is True)
            return reader.say("whether-not-told-yet", statement=reader.truth(name, holds=False))
        if self.person.shows(name):
            text = reader.amount(name, self.known[name])
        else:
            text = reader.say("not-shown" if name in self.known else "not-told-yet")
        return reader.say("label-and-text", label=reader.label(name), text=text)

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
        title = self.reader.opening(finding.title)
        if not holds or finding.id in self.person.hidden_findings:
            return title
        rules = {rule.id: rule for rule in finding.rules}
        fired = self.person.derivation.firings_of(finding.id)
        said = [self.person.fill(rules[firing.rule].reason) for firing in fired]
        return " ".join(text for text in said if text) or title


def is_hidden(leaf: Expression, person: Telling) -> bool:
    """Whether a condition is about a number that a block hides."""
    known = person.derivation.known
    return any(name in known and not person.shows(name) for name in names_in(leaf))


def leaf_text(leaf: Expression, person: Telling) -> str:
    """A condition in words; in the language itself where it has none, and never a hidden number."""
    if is_hidden(leaf, person):
        return person.reader.say("hidden-number")
    return person.reader.condition(leaf) or render(leaf)


def _each_once(explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    return tuple({each.id: each for each in explanations}.values())
