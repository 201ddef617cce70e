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
    messages_by_kind,
    source_ids,
)

WIDTH = 80
_AFTER = ("myth", "faq", "keep_going")


def plan_text(plan: PlanContent, width: int = WIDTH) -> str:
    """The whole plan: gate, first steps, each recommendation with its reasons, what to answer next.

    No line is longer than ``width`` unless one word is.
    """
    lines = [f"Your plan: {GATE_LINES[plan.gate]}", "=" * width]
    lines += _messages(plan, width, after=False)
    if plan.first_steps:
        lines += ["", "First steps"]
        for at, step in enumerate(plan.first_steps, start=1):
            lines += _item(f"{at}.", f"{step.title}: {step.do}", width)
    for at, recommendation in enumerate(plan.recommendations, start=1):
        lines += ["", *_recommendation(at, recommendation, width)]
    lines += _messages(plan, width, after=True)
    if plan.withheld:
        lines += ["", "Left out for now"]
        for each in plan.withheld:
            instead = f" Instead: {each.instead}" if each.instead else ""
            lines += _item("-", f"{each.title}. {each.reason}{instead}", width)
    if plan.questions:
        lines += ["", "Still worth answering"]
        for question in plan.questions:
            lines += _item("?", f"{question.text} {question.why}", width)
    lines += ["", *wrap(plan.notice, width)]
    return "\n".join(lines)


def _messages(plan: PlanContent, width: int, *, after: bool) -> list[str]:
    lines: list[str] = []
    for kind, messages in messages_by_kind(plan).items():
        if (kind in _AFTER) is after:
            lines += ["", MESSAGE_TITLES[kind]]
            for message in messages:
                question = f"{message.question} " if message.question else ""
                lines += _item("-", question + message.text, width)
    return lines


def _recommendation(at: int, shown: Recommendation, width: int) -> Iterator[str]:
    head = f"{at}. {shown.title}"
    tail = f"{shown.area}, {shown.priority:g}/100"
    yield head + tail.rjust(width - len(head)) if len(head) + len(tail) < width else head
    yield "-" * width
    yield from wrap(shown.action, width, initial_indent="   ", subsequent_indent="   ")
    if shown.dose is not None:
        yield from _labelled("How much", shown.dose.text, width)
    for step in shown.steps:
        yield from _item("  -", step, width)
    if shown.foods:
        yield from _labelled("Choose from", ", ".join(each.title for each in shown.foods), width)
    if shown.exercises:
        listed = ", ".join(each.title for each in shown.exercises)
        yield from _labelled("Choose from", listed, width)
    for label, reason in zip(_why_labels(shown), shown.reasons, strict=True):
        sure = f" ({EVIDENCE[reason.verdict]})" if reason.verdict else ""
        yield from _labelled(label, reason.text + sure, width)
    for caution in shown.cautions:
        yield from _labelled("Mind", caution, width)
    if shown.expect:
        yield from _labelled("Expect", shown.expect, width)
    if shown.done_when:
        yield from _labelled("Done", shown.done_when, width)
    sources = f"{EVIDENCE[shown.evidence]}; {source_ids(shown)}"
    yield from _labelled("Evidence", sources, width)


def _why_labels(shown: Recommendation) -> list[str]:
    return ["Why", *[""] * len(shown.reasons)][: len(shown.reasons)]


def _item(mark: str, text: str, width: int) -> list[str]:
    indent = " " * (len(mark) + 1)
    return wrap(f"{mark} {text}", width, subsequent_indent=indent, break_on_hyphens=False)


def _labelled(label: str, text: str, width: int) -> list[str]:
    start = f"   {label + ':' if label else '':<13}"
    return wrap(text, width, initial_indent=start, subsequent_indent=" " * 16)
