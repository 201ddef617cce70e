"""The map of the reasons of a plan: what was told, what it means, and what helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import wrap

from markupsafe import Markup

from backfat_rules.plain import plain
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Reason
from backfat_rules.profile.json_facts import value_of
from backfat_rules.views.charts.sheet import WIDTH, Sheet
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.pictures.svg import ACCENT, short
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader

SHOWN = 8
"""More advice than this makes a map that nobody can follow; the first comes first."""

FOLLOWS = 2
"""How much of what follows from a finding is drawn; the table has all of it."""

_BOX = Markup(
    '<rect x="%s" y="%s" width="%s" height="%s" rx="4" fill="currentColor" fill-opacity=".07"'
    ' stroke="%s" stroke-opacity=".7"/>'
)
_EDGE = Markup(
    f'<path d="M%s %sC%s %s %s %s %s %s" fill="none" stroke="{ACCENT}" stroke-width="1.5"/>'
)
_LEFT, _RIGHT = 184, 176
_LINE, _LETTER, _GAP = 17, 6.9, 10


@dataclass(slots=True)
class _Finding:
    """A finding with what it rests on, what follows from it, and what it calls for."""

    title: str
    facts: tuple[str, ...]
    leads_to: dict[str, str] = field(default_factory=dict)
    advice: list[int] = field(default_factory=list)


def reasons_map(plan: PlanContent, reader: Reader) -> Picture:
    """What the first pieces of advice rest on: findings at the left, advice at the right."""
    return _Map(plan, reader).picture()


class _Map:
    def __init__(self, plan: PlanContent, reader: Reader) -> None:
        self.reader = reader
        self.say = reader.say
        self.advice = plan.recommendations[:SHOWN]
        self.titles = {each.id: each.title for each in plan.findings}
        self.findings: dict[str, _Finding] = {}
        for at, each in enumerate(self.advice):
            self._add(each.reasons, at)

    def _add(self, reasons: Iterable[Reason], at: int) -> None:
        of: dict[str, _Finding] = {}
        for reason in reasons:
            title = self.titles.get(reason.id, reason.text)
            if reason.kind == "finding":
                of[reason.id] = self.findings.setdefault(
                    reason.id, _Finding(title, self._facts(reason))
                )
                of[reason.id].advice.append(at)
            else:
                for name in reason.facts:
                    if below := of.get(name):
                        of.setdefault(reason.id, below)
                        below.leads_to[reason.id] = title

    def _facts(self, reason: Reason) -> tuple[str, ...]:
        facts = self.reader.knowledge.facts
        told = ((name, value) for name, value in reason.facts.items() if name in facts)
        return tuple(self.reader.fact(name, value_of(value)) for name, value in told)

    def picture(self) -> Picture:
        title = self.say("map-of-reasons")
        rows = tuple(self._row(each) for each in self.findings.values())
        heard = (self.say("label-and-text", label=row[0], text=str(row[3])) for row in rows)
        says = self.reader.chained(heard, "list-semicolon") or self.say("nothing-advised")
        columns = (
            self.say("what-is-so"),
            self.say("what-was-told"),
            self.say("what-follows"),
            self.say("what-helps"),
        )
        table = Table("", columns, rows)
        return Picture(title, self._svg(title, says), table, folds=self.say("same-as-table"))

    def _row(self, finding: _Finding) -> tuple[str, str, str, str]:
        listed, opening = self.reader.listed, self.reader.opening
        advice = "; ".join(self.advice[at].title for at in finding.advice)
        follows = listed(finding.leads_to.values())
        return opening(finding.title), listed(finding.facts), follows, advice

    def _svg(self, title: str, says: str) -> str:
        sheet = Sheet()
        sheet.write(0, self.say("what-is-so"))
        sheet.write(WIDTH - _RIGHT, self.say("what-helps"))
        sheet.y += 24
        top = sheet.y
        heights = [self._finding(sheet, each) for each in self.findings.values()]
        below, sheet.y = sheet.y, top
        wanted: dict[int, list[float]] = {}
        for finding, height in zip(self.findings.values(), heights, strict=True):
            for at in finding.advice:
                wanted.setdefault(at, []).append(height)
        places = {at: sum(beside) / len(beside) for at, beside in wanted.items()}
        for at in sorted(places, key=lambda at: (places[at], at)):
            right = self._advice(sheet, self.advice[at].title, places[at])
            for left in wanted[at]:
                middle = (_LEFT + WIDTH - _RIGHT) / 2
                ends = (_LEFT, left, middle, left, middle, right, WIDTH - _RIGHT, right)
                sheet.add(_EDGE % tuple(map(short, ends)))
        sheet.y = max(sheet.y, below)
        return sheet.framed(title, says)

    def _finding(self, sheet: Sheet, finding: _Finding) -> float:
        follows = [*finding.leads_to.values()][:FOLLOWS]
        lines = [self.reader.opening(finding.title), *finding.facts]
        lines += [self.say("leads-to", what=each) for each in follows]
        return _box(sheet, 0, _LEFT, lines)

    def _advice(self, sheet: Sheet, title: str, beside: float) -> float:
        """A box whose middle is beside what calls for it, or below the one before."""
        height = _height(_lines([title], _RIGHT))
        sheet.y = max(sheet.y, beside - height / 2)
        return _box(sheet, WIDTH - _RIGHT, _RIGHT, [title])


def _box(sheet: Sheet, x: float, width: float, texts: list[str]) -> float:
    """A box of texts, each from a line of its own on; the height of its middle."""
    lines = _lines(texts, width)
    top, height = sheet.y, _height(lines)
    stroke = ACCENT if x else "currentColor"
    sheet.add(_BOX % (short(x + 0.5), short(top), short(width - 1), height, stroke))
    for at, line in enumerate(lines):
        sheet.y = top + 3 + at * _LINE
        sheet.write(x + 6, line)
    sheet.y = top + height + _GAP
    return top + height / 2


def _lines(texts: list[str], width: float) -> list[str]:
    room = int((width - 12) / _LETTER)
    return [line for text in texts for line in wrap(plain(text), room)]


def _height(lines: list[str]) -> float:
    return len(lines) * _LINE + 8
