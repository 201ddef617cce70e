"""A plan as a piece of HTML for a page or a notebook: a page of it, the rest folded."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from backfat_rules.knowledge.gates import GATES, GateName, Tone
from backfat_rules.planning import PlanContent
from backfat_rules.views.html_writer import SMALL, HtmlWriter
from backfat_rules.views.page import gate_line, sections_of
from backfat_rules.views.style import piece
from backfat_rules.wording import Reader, shipped_reader

_CLASS: Mapping[Tone, str] = {"go": "", "care": "care", "stop": "stop", "alarm": "stop"}
_GATE = Markup('<p class="gate %s" role="status"><b>%s</b></p>')


def plan_html(plan: PlanContent, reader: Reader | None = None) -> str:
    """The page of a plan; everything else about each part of it is folded into that part.

    Args:
        plan: what is shown; every text of it is escaped.
        reader: in whose language; the library's own if None.
    """
    reader = reader or shipped_reader()
    writer = HtmlWriter(reader)
    sections = map(writer.section, sections_of(plan, reader))
    return piece(Markup("\n").join([gate_html(plan, reader), *sections, SMALL % (plan.notice,)]))


def gate_html(plan: PlanContent, reader: Reader) -> Markup:
    """The gate in one sentence, with a mark of its tone."""
    return marked_gate(plan.gate, gate_line(plan, reader))


def marked_gate(gate: GateName, line: str) -> Markup:
    """What says a gate in one sentence, with a mark of its tone."""
    return _GATE % (_CLASS[GATES[gate].tone], line)
