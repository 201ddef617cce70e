"""Why: the chain from the person's facts over findings and mechanisms to the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backfat_rules.frozen import FrozenDict
from backfat_rules.inference import Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.rules import AdviceRule, Mechanism
from backfat_rules.knowledge.sources import Claim, Reference
from backfat_rules.planning.plan_content import Reason, Source
from backfat_rules.planning.telling import Telling
from backfat_rules.profile.json_facts import FactJson, as_json


def reasons_for(ways: Sequence[str], telling: Telling) -> tuple[Reason, ...]:
    """The findings that the ways to a need rest on, and the mechanisms that follow from them.

    Those of the best way come first. Each time from the facts upwards: what was measured comes
    first, what it leads to after.
    """
    told = {each.rule: each for id in ways for each in _reasons_of_one(id, telling)}
    alike = {(each.id, each.text): each for each in reversed(told.values())}
    return tuple(each for each in told.values() if alike[each.id, each.text] is each)


def _reasons_of_one(id: str, telling: Telling) -> tuple[Reason, ...]:
    knowledge = telling.knowledge
    chosen = _below(id, telling)
    leads_to = {firing.concludes for firing in chosen.values()}
    for _ in range(knowledge.policy.mechanism_steps):
        above = [
            firing
            for finding in leads_to
            for firing in telling.mechanisms_above.get(finding, ())
            if firing.rule not in chosen
        ]
        chosen |= {firing.rule: firing for firing in above}
        leads_to |= {firing.concludes for firing in above}
    chain = sorted(chosen.values(), key=lambda firing: (firing.stratum, firing.rule))
    told: dict[tuple[str, str], Reason] = {}  # rules of a finding that say the same say it once
    for firing in chain:
        if firing.concludes not in telling.hidden_findings:
            reason = reason_of(firing, telling)
            told.setdefault((reason.id, reason.text), reason)
    return tuple(told.values())


def _below(id: str, telling: Telling) -> dict[str, Firing]:
    """The firings under an entry, at any depth, by rule."""
    found: dict[str, Firing] = {}
    seen, waiting, firings_of = {id}, [id], telling.derivation.firings_of
    while waiting:
        for firing in firings_of(waiting.pop()):
            for name in firing.findings:
                if name not in seen:
                    seen.add(name)
                    waiting.append(name)
                    found.update((each.rule, each) for each in firings_of(name))
    return found


def reason_of(firing: Firing, telling: Telling) -> Reason:
    """Why a finding holds, by one of its rules."""
    told = telling.reasons.get(firing.rule)
    if told is None:
        told = telling.reasons[firing.rule] = _reason(firing, telling)
    return told


def _reason(firing: Firing, telling: Telling) -> Reason:
    finding, reader = telling.knowledge.findings[firing.concludes], telling.reader
    mechanism = finding if isinstance(finding, Mechanism) else None
    text = telling.fill(telling.knowledge.once(_reason_texts)[firing.rule])
    return Reason.made(
        id=finding.id,
        rule=firing.rule,
        kind="mechanism" if mechanism else "finding",
        text=text or reader.say("full-stop", text=reader.opening(finding.title)),
        facts=FrozenDict(_decisive(firing, telling)),
        severity=round(telling.derivation.severity[finding.id], 3),
        verdict=mechanism.verdict if mechanism else None,
        said_with=None,
    )


def _reason_texts(knowledge: KnowledgeBase) -> Mapping[str, Template]:
    """The sentence of every rule of a finding, by the id of the rule."""
    findings = knowledge.findings.values()
    return {rule.id: rule.reason for finding in findings for rule in finding.rules}


def _decisive(firing: Firing, telling: Telling) -> dict[str, FactJson]:
    """The names that decided a rule, with their values; hidden numbers stay hidden."""
    known, shown = telling.derivation.known, telling.shown
    return {name: as_json(known[name]) for name in firing.names if name in shown}


def sources_of(entries: Iterable[Grounds], knowledge: KnowledgeBase) -> tuple[Source, ...]:
    """The claims and publications that some entries stand on, each once, claims first."""
    return knowledge.once(_Sources).of(entries)


def sources_of_one(entry: AdviceRule, knowledge: KnowledgeBase) -> tuple[Source, ...]:
    """The same for a message or a screening rule alone, which has the same every time."""
    return knowledge.once(_Sources).of_one(entry)


class _Sources:
    """Every claim and publication as plans show it; they show the same few hundred all the time."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        claims, references = sorted(knowledge.claims), sorted(knowledge.references)
        self._claims = {id: at for at, id in enumerate(claims)}
        self._references = {id: at for at, id in enumerate(references, start=len(claims))}
        self._of_one: dict[str, tuple[Source, ...]] = {}
        self._in_order = (
            *(_claim(knowledge.claims[id]) for id in claims),
            *(_reference(knowledge.references[id]) for id in references),
        )

    def of_one(self, entry: AdviceRule) -> tuple[Source, ...]:
        """Those that a message or a screening rule stands on, kept."""
        if entry.id not in self._of_one:
            self._of_one[entry.id] = self.of([entry])
        return self._of_one[entry.id]

    def of(self, entries: Iterable[Grounds]) -> tuple[Source, ...]:
        """Those that some entries stand on, each once, in order."""
        found: set[int] = set()
        for entry in entries:
            found.update([self._claims[id] for id in entry.claims])
            found.update([self._references[id] for id in entry.references])
        return tuple([self._in_order[at] for at in sorted(found)])


def _claim(claim: Claim) -> Source:
    return Source(id=claim.id, kind="claim", text=claim.says, verdict=claim.verdict)


def _reference(each: Reference) -> Source:
    return Source(id=each.id, kind="reference", text=each.cite, doi=each.doi)
