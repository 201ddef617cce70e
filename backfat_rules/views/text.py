"""A plan as plain text that fits a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from backfat_rules.plain import plain
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Recommendation
from backfat_rules.views.words import (
    SAID_BELOW,
    SAID_FIRST,
    evidence_line,
    left_out,
    messages_of,
)
from backfat_rules.wording import Reader, shipped_reader

WIDTH = 80
IN_FULL = 5  # so many recommendations with everything; the others in short
REASONS = 3  # so many reasons of each, the measured ones first


def plan_text(plan: PlanContent, width: int = WIDTH, reader: Reader | None = None) -> str:
    """The plan to read: gate, first steps, recommendations with reasons, what to answer next.

    The recommendations of highest priority are shown in full, the others in short: what to do, how
    much, the first reason, and every caution.

    Args:
        plan: what is shown.
        width: no line is longer, unless one word is.
        reader: in whose language; the library's own if None.
    """
    reader = reader or shipped_reader()
    gate = reader.word("gate-lines", plan.gate)
    lines = [*_wrapped(reader.say("your-plan", gate=gate), width), "=" * width]
    lines += _messages(plan, SAID_FIRST, reader, width)
    if plan.first_steps:
        lines += ["", reader.say("first-steps")]
        for at, step in enumerate(plan.first_steps, start=1):
            lines += _item(f"{at}.", f"{step.title}: {step.do}", width)
    for at, recommendation in enumerate(plan.recommendations, start=1):
        if at == IN_FULL + 1:
            lines += ["", reader.say("in-short")]
        full = at <= IN_FULL
        lines += ["", *_recommendation(at, recommendation, reader, width, full=full)]
    lines += _messages(plan, SAID_BELOW, reader, width)
    if plan.withheld:
        lines += ["", reader.say("left-out")]
        for reason, titles in left_out(plan, reader).items():
            listed = reader.say("full-stop", text=reader.chained(titles, "list-semicolon"))
            lines += _item("-", f"{listed} {reason}", width)
    if plan.questions:
        lines += ["", reader.say("worth-answering")]
        for question in plan.questions:
            lines += _item("?", f"{question.text} {question.why}", width)
    lines += ["", *_wrapped(plan.notice, width)]
    return "\n".join(lines)


def _messages(plan: PlanContent, kinds: tuple[str, ...], reader: Reader, width: int) -> list[str]:
    lines: list[str] = []
    for kind in kinds:
        messages = messages_of(plan, kind)
        lines += ["", plain(reader.word("message-kinds", kind))] if messages else []
        for message in messages:
            question = f"{message.question} " if message.question else ""
            lines += _item("-", question + message.text, width)
    return lines


def _recommendation(
    at: int, shown: Recommendation, reader: Reader, width: int, *, full: bool
) -> Iterator[str]:
    head = plain(f"{at}. {shown.title}")
    area = reader.word("areas", shown.area)
    tail = reader.say("area-and-share", area=area, priority=shown.priority)
    if len(head) + len(tail) < width:
        yield head + tail.rjust(width - len(head))
    else:
        yield from _item(f"{at}.", shown.title, width)
        yield tail.rjust(width)
    if full:
        yield "-" * width
    yield from wrap(plain(shown.action), width, initial_indent="   ", subsequent_indent="   ")
    if shown.dose is not None:
        yield from _labelled(reader.say("how-much"), shown.dose.text, width)
        if shown.dose.basis:
            yield from _labelled("", reader.say("from-these", basis=shown.dose.basis), width)
    if full:
        for step in shown.steps:
            yield from _item("   -", step, width)
        choices = [each.title for each in (*shown.foods, *shown.exercises)]
        if choices:
            listed = reader.chained(choices, "list-comma")
            yield from _labelled(reader.say("choose-from"), listed, width)
    yield from _why(shown, reader, width, REASONS if full else 1)
    for caution in shown.cautions:
        yield from _labelled(reader.say("mind"), caution, width)
    if full:
        if shown.expect:
            yield from _labelled(reader.say("expect"), shown.expect, width)
        if shown.done_when:
            yield from _labelled(reader.say("done"), shown.done_when, width)
        yield from _labelled(reader.say("evidence"), evidence_line(shown, reader), width)


def _why(shown: Recommendation, reader: Reader, width: int, count: int) -> Iterator[str]:
    for at, reason in enumerate(shown.reasons[:count]):
        sure = f" ({reader.word('verdicts', reason.verdict)})" if reason.verdict else ""
        yield from _labelled("" if at else reader.say("why"), reason.text + sure, width)
    more = len(shown.reasons) - count
    if more > 0 and count > 1:
        yield from _labelled("", reader.say("more-reasons", number=more), width)


def _item(mark: str, text: str, width: int) -> list[str]:
    return _wrapped(f"{mark} {text}", width, " " * (len(mark) + 1))


def _labelled(label: str, text: str, width: int) -> list[str]:
    start = f"   {label + ':' if label else '':<13}"
    return wrap(plain(text), width, initial_indent=start, subsequent_indent=" " * len(start))


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return wrap(plain(text), width, subsequent_indent=indent, break_on_hyphens=False)
