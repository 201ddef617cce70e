"""A plan as one piece of HTML for a notebook: folded reasons, light and dark, no network."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan import Recommendation
from backfat_rules.views.words import (
    EVIDENCE,
    GATE_LINES,
    MESSAGE_TITLES,
    messages_by_kind,
    source_ids,
)

_AFTER = ("myth", "faq", "keep_going")

_STYLE = """
.bfr{--line:#d8dbe0;--soft:#5c6570;--box:#f6f7f9;--ok:#1a7f4b;--care:#9a6700;--stop:#c02c2c;
font:14px/1.5 system-ui,sans-serif;color:#1d2329;max-width:46rem}
@media (prefers-color-scheme:dark){.bfr{--line:#3b424b;--soft:#a3adb8;--box:#22272e;--ok:#56c48a;
--care:#dfab4a;--stop:#ff8080;color:#e4e8ec}}
[data-jp-theme-light="false"] .bfr,.vscode-dark .bfr{--line:#3b424b;--soft:#a3adb8;--box:#22272e;
--ok:#56c48a;--care:#dfab4a;--stop:#ff8080;color:#e4e8ec}
[data-jp-theme-light="true"] .bfr{--line:#d8dbe0;--soft:#5c6570;--box:#f6f7f9;--ok:#1a7f4b;
--care:#9a6700;--stop:#c02c2c;color:#1d2329}
.bfr h3{font-size:1rem;margin:1.1em 0 .3em}.bfr ul,.bfr ol{margin:.2em 0 .2em 1.3em;padding:0}
.bfr .gate{border-left:4px solid var(--ok);background:var(--box);padding:.5em .8em;font-weight:600}
.bfr .care{border-color:var(--care)}.bfr .stop{border-color:var(--stop)}
.bfr .card{border:1px solid var(--line);border-radius:6px;padding:.6em .9em;margin:.6em 0}
.bfr .head{display:flex;justify-content:space-between;gap:1em}.bfr .head b{font-size:1.02rem}
.bfr .soft,.bfr summary{color:var(--soft)}.bfr summary{cursor:pointer;margin-top:.4em}
.bfr .bar{height:3px;background:var(--line);margin:.3em 0 .5em}
.bfr .bar i{display:block;height:3px;background:var(--ok)}
"""
_TONE = {
    "proceed": "",
    "insufficient_data": "care",
    "modify": "care",
    "clarify": "care",
    "refer_first": "stop",
    "urgent": "stop",
    "emergency": "stop",
}


def plan_html(plan: PlanContent) -> str:
    """The gate, first steps and recommendations; every text is escaped."""
    parts = [
        f'<div class="bfr"><style>{_STYLE}</style>',
        f'<div class="gate {_TONE[plan.gate]}" role="status">{escape(GATE_LINES[plan.gate])}</div>',
        *_messages(plan, after=False),
    ]
    if plan.first_steps:
        steps = (f"<b>{escape(step.title)}</b>: {escape(step.do)}" for step in plan.first_steps)
        parts += ["<h3>First steps</h3>", _list(steps, "ol")]
    if plan.recommendations:
        parts.append("<h3>Recommendations</h3>")
    parts += [_card(each) for each in plan.recommendations]
    parts += _messages(plan, after=True)
    if plan.withheld:
        rows = (
            f"<b>{escape(each.title)}</b>. {escape(each.reason)}"
            + (f" Instead: {escape(each.instead)}" if each.instead else "")
            for each in plan.withheld
        )
        parts.append(_folded(f"Left out for now ({len(plan.withheld)})", _list(rows)))
    if plan.questions:
        rows = (
            f'{escape(each.text)} <span class="soft">{escape(each.why)}</span>'
            for each in plan.questions
        )
        parts.append(_folded(f"Still worth answering ({len(plan.questions)})", _list(rows)))
    parts.append(f'<p class="soft">{escape(plan.notice)}</p></div>')
    return "\n".join(parts)


def _messages(plan: PlanContent, *, after: bool) -> list[str]:
    parts: list[str] = []
    for kind, messages in messages_by_kind(plan).items():
        if (kind in _AFTER) is after:
            rows = (
                (f"<b>{escape(each.question)}</b> " if each.question else "") + escape(each.text)
                for each in messages
            )
            if after:
                parts.append(_folded(f"{MESSAGE_TITLES[kind]} ({len(messages)})", _list(rows)))
            else:
                parts += [f"<h3>{MESSAGE_TITLES[kind]}</h3>", _list(rows)]
    return parts


def _card(shown: Recommendation) -> str:
    more = []
    if shown.dose is not None:
        more.append(f"<p><b>How much:</b> {escape(shown.dose.text)}</p>")
    if shown.steps:
        more.append(_list(map(escape, shown.steps)))
    choices = [each.title for each in (*shown.foods, *shown.exercises)]
    if choices:
        more.append(f"<p><b>Choose from:</b> {escape(', '.join(choices))}</p>")
    more += [f"<p><b>Mind:</b> {escape(caution)}</p>" for caution in shown.cautions]
    facts = [
        f"<b>{label}:</b> {escape(text)}"
        for label, text in (("Expect", shown.expect), ("Done", shown.done_when))
        if text
    ]
    more += [f'<p class="soft">{"<br>".join(facts)}</p>'] if facts else []
    return (
        f'<div class="card"><div class="head"><b>{escape(shown.title)}</b>'
        f'<span class="soft">{shown.area}&nbsp;&middot;&nbsp;{shown.priority:g}</span></div>'
        f'<div class="bar"><i style="width:{shown.priority:g}%"></i></div>'
        f"<p>{escape(shown.action)}</p>{''.join(more)}{_why(shown)}</div>"
    )


def _why(shown: Recommendation) -> str:
    rows = [
        escape(reason.text)
        + (f' <span class="soft">({EVIDENCE[reason.verdict]})</span>' if reason.verdict else "")
        for reason in shown.reasons
    ]
    evidence = f"Evidence: {EVIDENCE[shown.evidence]}; {source_ids(shown)}"
    body = f'{_list(rows, "ol")}<p class="soft">{escape(evidence)}</p>'
    return _folded(f"Why ({len(rows)} reason{'s' if len(rows) != 1 else ''})", body)


def _list(rows: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{row}</li>' for row in rows)}</{kind}>"


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{body}</details>"
