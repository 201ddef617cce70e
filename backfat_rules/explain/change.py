"""What is different between two plans, and why: what if, and what got better since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.knowledge.gates import GATES, GateName
from backfat_rules.planning.plan import FactJson, PlanContent, Recommendation, Shown
from backfat_rules.planning.told import by_name
from backfat_rules.planning.wording import change_text
from backfat_rules.views.lists import Lists, ShownAsLists, filled, value_words


class FactChange(Shown):
    """A fact that was told differently; None stands for not told."""

    fact: str
    before: FactJson | None
    after: FactJson | None

    def __str__(self) -> str:
        ranges = isinstance(self.before, Mapping) or isinstance(self.after, Mapping)
        before, after = value_words(self.before), value_words(self.after)
        return f"{self.fact}: {change_text(before, after, ranges=ranges)}"


class Appeared(Shown):
    """A recommendation that is in only one of the plans, with the reason for it."""

    id: str
    title: str
    reason: str

    def __str__(self) -> str:
        return f"{self.title}: {self.reason}"


class Moved(Shown):
    """A recommendation whose priority changed."""

    id: str
    title: str
    before: float
    after: float
    reason: str

    def __str__(self) -> str:
        return f"{self.title}: {self.before:g} to {self.after:g}. {self.reason}"


class DoseChange(Shown):
    """A recommendation whose dose changed."""

    id: str
    title: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        return f"{self.title}: {self.before or 'no amount'}; now {self.after or 'no amount'}"


class PlanChange(ShownAsLists, Shown):
    """How one plan differs from another.

    Attributes:
        same_versions: False where library or knowledge differ, so that a difference may come
            from new advice and not from the person.
        facts: what was told differently.
    """

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

    def lists(self) -> Lists:
        """What is different, each kind under its heading."""
        gates = (self.gate_before, self.gate_after)
        before, after = (gate.replace("_", " ") for gate in gates)
        yield from filled(("Told differently", map(str, self.facts)))
        if not self:
            yield "The plan stays as it is.", ()
        if before != after:
            yield f"The gate was {before} and is now {after}.", ()
        yield from filled(
            ("New in the plan", map(str, self.added)),
            ("No longer in the plan", map(str, self.removed)),
            ("More important", map(str, self.moved_up)),
            ("Less important", map(str, self.moved_down)),
            ("Other amounts", map(str, self.doses)),
        )
        if all(GATES[gate].has_plan for gate in gates):  # such a plan tells no findings
            yield from filled(("Now so", self.findings_new), ("No longer so", self.findings_gone))
        if not self.same_versions:
            yield "Library or knowledge changed too, so some of this may be new advice.", ()


def compare(before: PlanContent, after: PlanContent) -> PlanChange:
    """Everything that is different in ``after``, with the reason for each difference."""
    old = {each.id: each for each in before.recommendations}
    new = {each.id: each for each in after.recommendations}
    both = [id for id in new if id in old]
    moved = [_moved(old[id], new[id]) for id in both if old[id].priority != new[id].priority]
    true_before = {each.id for each in before.findings if each.holds}
    true_after = {each.id for each in after.findings if each.holds}
    titles = {each.id: each.title for each in (*before.findings, *after.findings)}
    return PlanChange(
        same_versions=_versions(before) == _versions(after),
        facts=tuple(_facts(before, after)),
        gate_before=before.gate,
        gate_after=after.gate,
        added=tuple(_appeared(new[id], before, after) for id in new if id not in old),
        removed=tuple(_gone(old[id], after) for id in old if id not in new),
        moved_up=tuple(each for each in moved if each.after > each.before),
        moved_down=tuple(each for each in moved if each.after < each.before),
        doses=tuple(_doses(old[id], new[id]) for id in both if _dose(old[id]) != _dose(new[id])),
        findings_gone=tuple(titles[id] for id in sorted(true_before - true_after)),
        findings_new=tuple(titles[id] for id in sorted(true_after - true_before)),
    )


def _versions(plan: PlanContent) -> tuple[str, str]:
    return plan.library_version, plan.knowledge_version


def _facts(before: PlanContent, after: PlanContent) -> Iterator[FactChange]:
    told, told_now = by_name(before.facts), by_name(after.facts)
    for name in sorted({*told, *told_now}):
        old, new = told.get(name), told_now.get(name)
        if old != new:
            yield FactChange(fact=name, before=old, after=new)


def _appeared(shown: Recommendation, before: PlanContent, after: PlanContent) -> Appeared:
    """New: because it was withheld before, or because of what is now found."""
    was = next((each for each in before.withheld if each.id == shown.id), None)
    if was is not None:
        reason = f"It is no longer withheld. {was.reason}"
    elif shown.reasons:
        reason = shown.reasons[0].text
    else:
        reason = f"The gate is now {after.gate.replace('_', ' ')}."
    return Appeared(id=shown.id, title=shown.title, reason=reason)


def _gone(shown: Recommendation, after: PlanContent) -> Appeared:
    """Gone: withheld now, silenced by the gate, or no longer called for."""
    now = next((each for each in after.withheld if each.id == shown.id), None)
    if now is not None:
        reason = f"It is withheld now. {now.reason}"
    elif not after.recommendations and not GATES[after.gate].has_plan:
        reason = f"The gate is now {after.gate}."
    else:
        reason = _cleared(shown, after)
    return Appeared(id=shown.id, title=shown.title, reason=reason)


def _cleared(shown: Recommendation, after: PlanContent) -> str:
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
        return f"No longer so: {', '.join(titles[id] for id in told)}."
    if over:
        return "It is no longer known whether this is needed."
    return "What called for it no longer holds."


def _moved(old: Recommendation, new: Recommendation) -> Moved:
    names = ("impact", "severity", "evidence", "goals")
    parts = [
        name
        for name in names
        if getattr(old.priority_parts, name) != getattr(new.priority_parts, name)
    ]
    reason = f"Changed: {', '.join(parts)}." if parts else "The weights changed."
    return Moved(id=new.id, title=new.title, before=old.priority, after=new.priority, reason=reason)


def _dose(shown: Recommendation) -> str | None:
    return shown.dose.text if shown.dose is not None else None


def _doses(old: Recommendation, new: Recommendation) -> DoseChange:
    return DoseChange(id=new.id, title=new.title, before=_dose(old), after=_dose(new))
