"""Why: the chain from the person's facts over findings and mechanisms to the advice."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from backfat_rules.inference import Derivation, Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.language import Value, names_in
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FactJson, Reason, Source
from backfat_rules.planning.priority import findings_behind


def reasons_for(id: str, person: Person) -> tuple[Reason, ...]:
    """The findings that a recommendation rests on, and the mechanisms that follow from them.

    From the facts upwards: what was measured comes first, what it leads to after.
    """
    derivation, knowledge = person.derivation, person.knowledge
    chosen = _below(id, derivation)
    leads_to = {firing.concludes for firing in chosen.values()}
    for _ in range(knowledge.policy.mechanism_steps):
        above = [
            firing
            for finding in leads_to
            for firing in person.mechanisms_above.get(finding, ())
            if firing.rule not in chosen
        ]
        chosen |= {firing.rule: firing for firing in above}
        leads_to |= {firing.concludes for firing in above}
    return tuple(
        reason_of(firing, person)
        for firing in sorted(chosen.values(), key=lambda firing: (firing.stratum, firing.rule))
        if not person.hides_finding(firing.concludes)
    )


def _below(id: str, derivation: Derivation) -> dict[str, Firing]:
    """The firings under an entry, at any depth, by rule."""
    found: dict[str, Firing] = {}
    waiting = [id]
    while waiting:
        for firing in derivation.firings_of(waiting.pop()):
            for name in findings_behind(firing, derivation):
                below = {each.rule: each for each in derivation.firings_of(name)}
                waiting += [name] if below.keys() - found.keys() else []
                found |= below
    return found


def reason_of(firing: Firing, person: Person) -> Reason:
    """Why a finding holds, by one of its rules."""
    finding = person.knowledge.findings[firing.concludes]
    rule = next(rule for rule in finding.rules if rule.id == firing.rule)
    mechanism = finding if isinstance(finding, Mechanism) else None
    text = rule.reason.fill(person.words, person.units)
    return Reason(
        id=finding.id,
        rule=rule.id,
        kind="mechanism" if mechanism else "finding",
        text=text or f"{finding.title[0].upper()}{finding.title[1:]}.",
        facts=_decisive(firing, person),
        severity=round(person.derivation.severity[finding.id], 3),
        verdict=mechanism.verdict if mechanism else None,
    )


def _decisive(firing: Firing, person: Person) -> dict[str, FactJson]:
    """The names that decided a rule, with their values; hidden numbers stay hidden."""
    known = person.derivation.known
    names = {name for part in firing.because for name in names_in(part.leaf)}
    return {name: as_json(known[name]) for name in sorted(names) if name in person.words}


def as_json(value: Value) -> FactJson:
    """A value as JSON shows it: sets as sorted lists."""
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    assert value is not None
    return value


def sources_of(entries: Iterable[Grounds], knowledge: KnowledgeBase) -> tuple[Source, ...]:
    """The claims and publications that some entries stand on, each once, claims first."""
    ids = {("claim", id) for entry in entries for id in entry.claims}
    ids |= {("reference", id) for entry in entries for id in entry.references}
    return tuple(source_of(kind, id, knowledge) for kind, id in sorted(ids))


@lru_cache(maxsize=4096)
def source_of(kind: str, id: str, knowledge: KnowledgeBase) -> Source:
    """A claim or a publication as plans show it; they show the same few hundred again and again."""
    if kind == "claim":
        claim = knowledge.claims[id]
        return Source(id=id, kind="claim", text=claim.says, verdict=claim.verdict)
    reference = knowledge.references[id]
    return Source(id=id, kind="reference", text=reference.cite, doi=reference.doi)
