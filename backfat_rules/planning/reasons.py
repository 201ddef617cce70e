"""Why: the chain from the person's facts over findings and mechanisms to the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backfat_rules.frozen import FrozenDict
from backfat_rules.inference import Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.language import names_in
from backfat_rules.planning.plan_content import Reason, Source
from backfat_rules.planning.telling import Telling
from backfat_rules.profile.json_facts import FactJson, as_json


def reasons_for(id: str, telling: Telling) -> tuple[Reason, ...]:
    """The findings that a recommendation rests on, and the mechanisms that follow from them.

    From the facts upwards: what was measured comes first, what it leads to after.
    """
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
    return tuple(
        reason_of(firing, telling)
        for firing in chain
        if firing.concludes not in telling.hidden_findings
    )


def _below(id: str, telling: Telling) -> dict[str, Firing]:
    """The firings under an entry, at any depth, by rule."""
    found: dict[str, Firing] = {}
    waiting, derivation = [id], telling.derivation
    while waiting:
        for firing in derivation.firings_of(waiting.pop()):
            for name in telling.findings_behind(firing):
                below = {each.rule: each for each in derivation.firings_of(name)}
                waiting += [name] if below.keys() - found.keys() else []
                found |= below
    return found


def reason_of(firing: Firing, telling: Telling) -> Reason:
    """Why a finding holds, by one of its rules."""
    told = telling.reasons.get(firing.rule)
    if told is None:
        told = telling.reasons[firing.rule] = _reason(firing, telling)
    return told


def _reason(firing: Firing, telling: Telling) -> Reason:
    finding, reader = telling.knowledge.findings[firing.concludes], telling.reader
    rule = next(rule for rule in finding.rules if rule.id == firing.rule)
    mechanism = finding if isinstance(finding, Mechanism) else None
    text = telling.fill(rule.reason)
    return Reason.made(
        id=finding.id,
        rule=rule.id,
        kind="mechanism" if mechanism else "finding",
        text=text or reader.say("full-stop", text=reader.opening(finding.title)),
        facts=FrozenDict(_decisive(firing, telling)),
        severity=round(telling.derivation.severity[finding.id], 3),
        verdict=mechanism.verdict if mechanism else None,
    )


def _decisive(firing: Firing, telling: Telling) -> dict[str, FactJson]:
    """The names that decided a rule, with their values; hidden numbers stay hidden."""
    known = telling.derivation.known
    names = {name for part in firing.because for name in names_in(part.leaf)}
    return {name: as_json(known[name]) for name in sorted(names) if name in telling.shown}


def sources_of(entries: Iterable[Grounds], knowledge: KnowledgeBase) -> tuple[Source, ...]:
    """The claims and publications that some entries stand on, each once, claims first."""
    ids: set[tuple[str, str]] = set()
    for entry in entries:
        ids.update(("claim", id) for id in entry.claims)
        ids.update(("reference", id) for id in entry.references)
    known = knowledge.once(_sources)
    return tuple(known[each] for each in sorted(ids))


def _sources(knowledge: KnowledgeBase) -> Mapping[tuple[str, str], Source]:
    """Every claim and publication as plans show it; they show the same few hundred all the time."""
    found = {
        ("claim", id): Source(id=id, kind="claim", text=claim.says, verdict=claim.verdict)
        for id, claim in knowledge.claims.items()
    }
    return found | {
        ("reference", id): Source(id=id, kind="reference", text=each.cite, doi=each.doi)
        for id, each in knowledge.references.items()
    }
