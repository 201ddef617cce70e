"""What is different between two plans, and why: what if, and what got better since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple, TypeAlias

from backfat_rules.decision.priority import PriorityParts
from backfat_rules.explain.change_card import change_card
from backfat_rules.explain.current_ids import by_current_ids
from backfat_rules.knowledge.gates import GATES, GateName
from backfat_rules.planning.plan_content import OtherWay, PlanContent, Reason, Recommendation
from backfat_rules.profile.json_facts import FactJson, by_name
from backfat_rules.views.blocks import Blocks, filled
from backfat_rules.views.readable import Readable, ReadableBlocks
from backfat_rules.views.sections import Card
from backfat_rules.wording import Reader

PARTS = tuple(each.name for each in fields(PriorityParts))
"""The parts of a priority."""


AnyWay: TypeAlias = Recommendation | OtherWay


class _Advised(NamedTuple):
    """A way to a need, with the reasons for all of them."""

    way: AnyWay
    reasons: tuple[Reason, ...]


class FactChange(Readable, frozen=True):
    """A fact that was told differently; None stands for not told."""

    shown_by = ("fact", "before", "after")

    fact: str
    before: FactJson | None
    after: FactJson | None

    def told(self, reader: Reader) -> str:
        """The fact by its name, and both values in words."""
        ranges = isinstance(self.before, Mapping) or isinstance(self.after, Mapping)
        before, after = (reader.value(self.fact, value) for value in (self.before, self.after))
        id = "from-range-to-after" if ranges else "from-before-to-after"
        return reader.say(id, label=self.fact, before=before, after=after)


class Appeared(Readable, frozen=True):
    """A recommendation that is in only one of the plans, with the reason for it."""

    id: str
    title: str
    reason: str

    def told(self, reader: Reader) -> str:
        """The title and the reason."""
        return reader.say("label-and-text", label=self.title, text=self.reason)


class Moved(Readable, frozen=True):
    """A recommendation whose priority changed."""

    shown_by = ("id", "before", "after")

    id: str
    title: str
    before: float
    after: float
    reason: str

    def told(self, reader: Reader) -> str:
        """The title, both priorities and the reason."""
        before, after = self.before, self.after
        return reader.say("moved", title=self.title, before=before, after=after, reason=self.reason)


class DoseChange(Readable, frozen=True):
    """A recommendation whose dose changed."""

    shown_by = ("id", "before", "after")

    id: str
    title: str
    before: str | None
    after: str | None

    def told(self, reader: Reader) -> str:
        """The title and both amounts."""
        before, after = (each or reader.say("no-amount") for each in (self.before, self.after))
        return reader.say("other-amount", title=self.title, before=before, after=after)


class PlanChange(ReadableBlocks, frozen=True):
    """How one plan differs from another.

    Attributes:
        same_versions: False where library or knowledge differ, so that a difference may come
            from new advice and not from the person.
        facts: what was told differently.
    """

    shown_by = ("gate_before", "gate_after", "added", "removed")

    same_versions: bool
    facts: tuple[FactChange, ...]
    gate_before: GateName
    gate_after: GateName
    added: tuple[Appeared, ...]
    removed: tuple[Appeared, ...]
    moved_up: tuple[Moved, ...]
    moved_down: tuple[Moved, ...]
    doses: tuple[DoseChange, ...]
    findings_gone: tuple[str, ...]
    findings_new: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether the plans differ in anything but the facts."""
        return self.gate_before != self.gate_after or any(
            (self.added, self.removed, self.moved_up, self.moved_down, self.doses)
        )

    def blocks(self, reader: Reader) -> Blocks:
        """What is different, each kind under its heading."""
        say = reader.say
        gates = (self.gate_before, self.gate_after)
        before, after = (reader.word("gates", gate) for gate in gates)
        yield from filled((say("told-differently"), _told(self.facts, reader)))
        if not self:
            yield say("plan-stays"), ()
        if before != after:
            yield say("gate-was", before=before, after=after), ()
        yield from filled(
            (say("new-in-the-plan"), _told(self.added, reader)),
            (say("no-longer-in-the-plan"), _told(self.removed, reader)),
            (say("more-important"), _told(self.moved_up, reader)),
            (say("less-important"), _told(self.moved_down, reader)),
            (say("other-amounts"), _told(self.doses, reader)),
        )
        if all(GATES[gate].has_plan for gate in gates):  # such a plan tells no findings
            yield from filled(
                (say("now-so"), self.findings_new), (say("no-longer-so"), self.findings_gone)
            )
        if not self.same_versions:
            yield say("versions-differ"), ()

    def card(self, reader: Reader) -> Card:
        """The same, with what has a before and an after in tables."""
        return change_card(self, reader)


def _told(changes: Iterable[Readable], reader: Reader) -> Iterator[str]:
    return (each.told(reader) for each in changes)


def compare(before: PlanContent, after: PlanContent, reader: Reader) -> PlanChange:
    """Everything that is different in ``after``, with the reason for each difference."""
    if _versions(before) != _versions(after):  # an id may have become another
        before, after = (by_current_ids(each, reader.knowledge) for each in (before, after))
    old, new = _advised(before), _advised(after)
    both = [id for id in new if id in old]
    other = [id for id in both if old[id].way.priority != new[id].way.priority]
    moved = [_moved(old[id].way, new[id].way, reader) for id in other]
    true_before = {each.id for each in before.findings if each.holds}
    true_after = {each.id for each in after.findings if each.holds}
    titles = {each.id: each.title for each in (*before.findings, *after.findings)}
    change = PlanChange(
        same_versions=_versions(before) == _versions(after),
        facts=tuple(_facts(before, after)),
        gate_before=before.gate,
        gate_after=after.gate,
        added=tuple(_appeared(new[id], before, after, reader) for id in new if id not in old),
        removed=tuple(_gone(old[id], after, reader) for id in old if id not in new),
        moved_up=tuple(each for each in moved if each.after > each.before),
        moved_down=tuple(each for each in moved if each.after < each.before),
        doses=tuple(
            _doses(old[id].way, new[id].way)
            for id in both
            if _dose(old[id].way) != _dose(new[id].way)
        ),
        findings_gone=tuple(titles[id] for id in sorted(true_before - true_after)),
        findings_new=tuple(titles[id] for id in sorted(true_after - true_before)),
    )
    return change.read_by(reader)


def _advised(plan: PlanContent) -> dict[str, _Advised]:
    """All ways to all needs, by id: what is but another way now is still advised."""
    found: dict[str, _Advised] = {}
    for each in plan.recommendations:
        found[each.id] = _Advised(each, each.reasons)
        found.update((way.id, _Advised(way, each.reasons)) for way in each.ways)
    return found


def _versions(plan: PlanContent) -> tuple[str, str]:
    return plan.library_version, plan.knowledge_version


def _facts(before: PlanContent, after: PlanContent) -> Iterator[FactChange]:
    told, told_now = by_name(before.facts), by_name(after.facts)
    for name in sorted({*told, *told_now}):
        old, new = told.get(name), told_now.get(name)
        if old != new:
            yield FactChange(fact=name, before=old, after=new)


def _appeared(shown: _Advised, before: PlanContent, after: PlanContent, reader: Reader) -> Appeared:
    """New: because it was withheld before, or because of what is now found."""
    way = shown.way
    was = next((each for each in before.withheld if each.id == way.id), None)
    if was is not None:
        reason = reader.say("no-longer-withheld", reason=was.reason)
    elif shown.reasons:
        reason = shown.reasons[0].text
    else:
        reason = _gate_now(after, reader)
    return Appeared(id=way.id, title=way.title, reason=reason)


def _gone(shown: _Advised, after: PlanContent, reader: Reader) -> Appeared:
    """Gone: withheld now, silenced by the gate, or no longer called for."""
    way = shown.way
    now = next((each for each in after.withheld if each.id == way.id), None)
    if now is not None:
        reason = reader.say("withheld-now", reason=now.reason)
    elif not after.recommendations and not GATES[after.gate].has_plan:
        reason = _gate_now(after, reader)
    else:
        reason = _cleared(shown, after, reader)
    return Appeared(id=way.id, title=way.title, reason=reason)


def _gate_now(after: PlanContent, reader: Reader) -> str:
    return reader.say("gate-now", gate=reader.word("gates", after.gate))


def _cleared(shown: _Advised, after: PlanContent, reader: Reader) -> str:
    """Which findings behind it no longer hold, in the words of the new facts."""
    still = {each.id: each.holds for each in after.findings}
    titles = {each.id: each.title for each in after.findings}
    over = [
        reason.id
        for reason in shown.reasons
        if reason.kind == "finding" and still.get(reason.id) is not True
    ]
    told = [id for id in over if still.get(id) is False]
    if told:
        findings = reader.chained((titles[id] for id in told), "list-comma")
        return reader.say("findings-over", findings=findings)
    return reader.say("need-unknown" if over else "no-longer-called-for")


def _moved(old: AnyWay, new: AnyWay, reader: Reader) -> Moved:
    parts = [
        reader.word("priority-parts", name)
        for name in PARTS
        if getattr(old.priority_parts, name) != getattr(new.priority_parts, name)
    ]
    changed = reader.chained(parts, "list-comma")
    reason = reader.say("parts-changed", parts=changed) if parts else reader.say("weights-changed")
    return Moved(id=new.id, title=new.title, before=old.priority, after=new.priority, reason=reason)


def _dose(shown: AnyWay) -> str | None:
    return shown.dose.text if shown.dose is not None else None


def _doses(old: AnyWay, new: AnyWay) -> DoseChange:
    return DoseChange(id=new.id, title=new.title, before=_dose(old), after=_dose(new))
