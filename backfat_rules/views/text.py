"""A plan as plain text that fits a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan import Recommendation
from backfat_rules.views.words import (
    EVIDENCE,
    GATE_LINES,
    MESSAGE_TITLES,
    SAID_BELOW,
    SAID_FIRST,
    left_out,
    messages_of,
    source_ids,
)

WIDTH = 80
IN_FULL = 5  # so many recommendations with everything; the others in short
REASONS = 3  # so many reasons of each, the measured ones first


def plan_text(plan: PlanContent, width: int = WIDTH) -> str:
    """The plan to read: gate, first steps, recommendations with reasons, what to answer next.

    The recommendations of highest priority are shown in full, the others in short: what to do, how
    much, the first reason, and every caution. No line is longer than ``width`` unless one word is.
    """
    lines = [*_wrapped(f"Your plan: {GATE_LINES[plan.gate]}", width), "=" * width]
    lines += _messages(plan, SAID_FIRST, width)
    if plan.first_steps:
        lines += ["", "First steps"]
        for at, step in enumerate(plan.first_steps, start=1):
            lines += _item(f"{at}.", f"{step.title}: {step.do}", width)
    for at, recommendation in enumerate(plan.recommendations, start=1):
        if at == IN_FULL + 1:
            lines += ["", "Also worth doing, in short"]
        full = at <= IN_FULL
        lines += ["", *_recommendation(at, recommendation, width, full=full)]
    lines += _messages(plan, SAID_BELOW, width)
    if plan.withheld:
        lines += ["", "Left out for now"]
        for reason, titles in left_out(plan).items():
            lines += _item("-", f"{'; '.join(titles)}. {reason}", width)
    if plan.questions:
        lines += ["", "Still worth answering"]
        for question in plan.questions:
            lines += _item("?", f"{question.text} {question.why}", width)
    lines += ["", *_wrapped(plan.notice, width)]
    return "\n".join(lines)


def _messages(plan: PlanContent, kinds: tuple[str, ...], width: int) -> list[str]:
    lines: list[str] = []
    for kind in kinds:
        messages = messages_of(plan, kind)
        lines += ["", MESSAGE_TITLES[kind]] if messages else []
        for message in messages:
            question = f"{message.question} " if message.question else ""
            lines += _item("-", question + message.text, width)
    return lines


def _recommendation(at: int, shown: Recommendation, width: int, *, full: bool) -> Iterator[str]:
    head = f"{at}. {shown.title}"
    tail = f"{shown.area}, {shown.priority:g}/100"
    if len(head) + len(tail) < width:
        yield head + tail.rjust(width - len(head))
    else:
        yield from _item(f"{at}.", shown.title, width)
        yield tail.rjust(width)
    if full:
        yield "-" * width
    yield from wrap(shown.action, width, initial_indent="   ", subsequent_indent="   ")
    if shown.dose is not None:
        yield from _labelled("How much", shown.dose.text, width)
        if shown.dose.basis:
            yield from _labelled("", f"(from {shown.dose.basis})", width)
    if full:
        for step in shown.steps:
            yield from _item("   -", step, width)
        choices = ", ".join(each.title for each in (*shown.foods, *shown.exercises))
        if choices:
            yield from _labelled("Choose from", choices, width)
    yield from _why(shown, width, REASONS if full else 1)
    for caution in shown.cautions:
        yield from _labelled("Mind", caution, width)
    if full:
        if shown.expect:
            yield from _labelled("Expect", shown.expect, width)
        if shown.done_when:
            yield from _labelled("Done", shown.done_when, width)
        sources = f"{EVIDENCE[shown.evidence]}; {source_ids(shown)}"
        yield from _labelled("Evidence", sources, width)


def _why(shown: Recommendation, width: int, count: int) -> Iterator[str]:
    for at, reason in enumerate(shown.reasons[:count]):
        sure = f" ({EVIDENCE[reason.verdict]})" if reason.verdict else ""
        yield from _labelled("" if at else "Why", reason.text + sure, width)
    more = len(shown.reasons) - count
    if more > 0 and count > 1:
        yield from _labelled("", f"and {more} more reason{'s' if more > 1 else ''}", width)


def _item(mark: str, text: str, width: int) -> list[str]:
    return _wrapped(f"{mark} {text}", width, " " * (len(mark) + 1))


def _labelled(label: str, text: str, width: int) -> list[str]:
    start = f"   {label + ':' if label else '':<13}"
    return wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return wrap(text, width, subsequent_indent=indent, break_on_hyphens=False)
