"""A plan as one piece of HTML for a notebook: folded details, light and dark, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from backfat_rules.knowledge.gates import GATES, Tone
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan import Message, Recommendation, Source
from backfat_rules.views.style import STYLE
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

_CLASS: Mapping[Tone, str] = {"go": "", "care": "care", "stop": "stop", "alarm": "stop"}
_OPEN = ("screening", "guidance", "keep_going")


def plan_html(plan: PlanContent) -> str:
    """The gate, first steps and recommendations; those to begin with are open, others folded.

    Every text is escaped.
    """
    tone = _CLASS[GATES[plan.gate].tone]
    parts = [
        f'<div class="bfr"><style>{STYLE}</style>',
        f'<div class="gate {tone}" role="status">{escape(GATE_LINES[plan.gate])}</div>',
        *(_messages(plan, kind) for kind in SAID_FIRST),
    ]
    if plan.first_steps:
        steps = (f"<b>{escape(step.title)}</b>: {escape(step.do)}" for step in plan.first_steps)
        parts += ["<h3>First steps</h3>", _list(steps, "ol")]
    if plan.recommendations:
        parts.append(f"<h3>Recommendations ({len(plan.recommendations)})</h3>")
    begin_with = {step.recommendation for step in plan.first_steps}
    parts += [_card(each, is_open=each.id in begin_with) for each in plan.recommendations]
    parts += [_messages(plan, kind) for kind in SAID_BELOW]
    parts += [_withheld(plan), _questions(plan), _numbers(plan), _references(plan)]
    parts.append(f'<p class="soft">{escape(plan.notice)}</p></div>')
    return "\n".join(filter(None, parts))


def _messages(plan: PlanContent, kind: str) -> str:
    messages = messages_of(plan, kind)
    if not messages:
        return ""
    rows = _list(map(_message, messages))
    if kind in _OPEN:
        return f"<h3>{MESSAGE_TITLES[kind]}</h3>{rows}"
    return _folded(f"{MESSAGE_TITLES[kind]} ({len(messages)})", rows)


def _message(message: Message) -> str:
    question = f"<b>{escape(message.question)}</b> " if message.question else ""
    return question + escape(message.text)


def _card(shown: Recommendation, *, is_open: bool) -> str:
    more = [f"<p>{escape(shown.action)}</p>"]
    if shown.dose is not None:
        basis = f" (from {shown.dose.basis})" if shown.dose.basis else ""
        more.append(_labelled("How much", shown.dose.text + basis))
    if shown.steps:
        more.append(_list(map(escape, shown.steps)))
    choices = [each.title for each in (*shown.foods, *shown.exercises)]
    if choices:
        more.append(_labelled("Choose from", ", ".join(choices)))
    more += [_labelled("Mind", caution) for caution in shown.cautions]
    for label, text in (("Expect", shown.expect), ("Done", shown.done_when)):
        more += [_labelled(label, text, "soft")] if text else []
    return (
        f'<details class="card"{" open" if is_open else ""}>'
        f'<summary><span class="head"><b>{escape(shown.title)}</b>'
        f'<span class="soft">{shown.area}, priority {shown.priority:g}</span></span>'
        f'<span class="bar"><i style="width:{shown.priority:g}%"></i></span></summary>'
        f"{''.join(more)}{_why(shown)}</details>"
    )


def _why(shown: Recommendation) -> str:
    rows = [
        escape(reason.text)
        + (f' <span class="soft">({EVIDENCE[reason.verdict]})</span>' if reason.verdict else "")
        for reason in shown.reasons
    ]
    evidence = f"{EVIDENCE[shown.evidence]}; {source_ids(shown)}"
    body = _list(rows, "ol") + _labelled("Evidence", evidence, "soft")
    return _folded(f"Why ({len(rows)} reason{'s' if len(rows) != 1 else ''})", body)


def _withheld(plan: PlanContent) -> str:
    rows = [
        f"<b>{escape('; '.join(titles))}</b>. {escape(reason)}"
        for reason, titles in left_out(plan).items()
    ]
    return _folded(f"Left out for now ({len(plan.withheld)})", _list(rows)) if rows else ""


def _questions(plan: PlanContent) -> str:
    rows = [
        f'{escape(each.text)} <span class="soft">{escape(each.why)}</span>'
        for each in plan.questions
    ]
    return _folded(f"Still worth answering ({len(rows)})", _list(rows)) if rows else ""


def _numbers(plan: PlanContent) -> str:
    rows = [f"{escape(each.title)}: <b>{escape(each.text)}</b>" for each in plan.values]
    return _folded(f"Your numbers ({len(rows)})", _list(rows)) if rows else ""


def _references(plan: PlanContent) -> str:
    cited: dict[str, Source] = {
        source.id: source
        for each in plan.recommendations
        for source in each.sources
        if source.kind == "reference"
    }
    rows = [
        f"<b>{escape(id)}</b> {escape(source.text)}"
        + (f' <span class="soft">doi:{escape(source.doi)}</span>' if source.doi else "")
        for id, source in sorted(cited.items())
    ]
    return _folded(f"References ({len(rows)})", _list(rows)) if rows else ""


def _labelled(label: str, text: str, style: str = "") -> str:
    attribute = f' class="{style}"' if style else ""
    return f"<p{attribute}><b>{label}:</b> {escape(text)}</p>"


def _list(rows: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{row}</li>' for row in rows)}</{kind}>"


def _folded(title: str, body: str) -> str:
    return f'<details class="more"><summary>{escape(title)}</summary>{body}</details>'
