"""A plan as one piece of HTML for a page or a notebook: folded details, no network.

Every text goes through ``Markup %``, which escapes it; nothing is put together in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from backfat_rules.knowledge.gates import GATES, Tone
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Message, Recommendation, Source
from backfat_rules.views.moves import moves_html
from backfat_rules.views.style import piece
from backfat_rules.views.words import SAID_BELOW, SAID_FIRST, evidence_line, left_out, messages_of
from backfat_rules.wording import Reader, shipped_reader

_CLASS: Mapping[Tone, str] = {"go": "", "care": "care", "stop": "stop", "alarm": "stop"}
_OPEN = ("screening", "guidance", "keep_going")

_GATE = Markup('<p class="gate %s" role="status"><b>%s</b></p>')
_HEADING = Markup("<h3>%s</h3>%s")
_TITLE_AND_TEXT = Markup("<b>%s</b>: %s")
_BOLD_TEXT = Markup("%s: <b>%s</b>")
_REASON_AND_TITLES = Markup("<b>%s</b>. %s")
_QUESTION_AND_TEXT = Markup("<b>%s</b> %s")
_SOFT = Markup('%s <span class="soft">%s</span>')
_LABELLED = Markup("<p><b>%s:</b> %s</p>")
_SOFT_LABELLED = Markup('<p class="soft"><b>%s:</b> %s</p>')
_CARD = Markup(
    '<details class="card"%s><summary><span class="head"><b>%s</b> <span class="soft">(%s)'
    '</span></span><span class="bar"><i style="width:%s%%"></i></span></summary>%s%s</details>'
)
_ITEM = Markup("<li>%s</li>")
_FOLDED = Markup('<details class="more"><summary>%s</summary>%s</details>')


def plan_html(plan: PlanContent, reader: Reader | None = None) -> str:
    """The gate, first steps and recommendations; those to begin with are open, others folded.

    Args:
        plan: what is shown; every text of it is escaped.
        reader: in whose language; the library's own if None.
    """
    return _PlanHtml(plan, reader or shipped_reader()).whole()


class _PlanHtml:
    """Writes one plan for one reader."""

    def __init__(self, plan: PlanContent, reader: Reader) -> None:
        self.plan = plan
        self.reader = reader
        self.say = reader.say

    def whole(self) -> str:
        plan = self.plan
        tone = _CLASS[GATES[plan.gate].tone]
        gate = _GATE % (tone, self.reader.word("gate-lines", plan.gate))
        parts = [gate, *map(self.messages, SAID_FIRST), self.first_steps()]
        if plan.recommendations:
            number = len(plan.recommendations)
            parts.append(_HEADING % (self.say("recommendations", number=number), ""))
        begin_with = {step.recommendation for step in plan.first_steps}
        parts += [self.card(each, is_open=each.id in begin_with) for each in plan.recommendations]
        parts.append(self.moves())
        parts += map(self.messages, SAID_BELOW)
        parts += [self.withheld(), self.questions(), self.numbers(), self.references()]
        parts.append(Markup('<p class="soft">%s</p>') % (plan.notice,))
        body = Markup("\n").join(filter(None, parts))
        return piece(body)

    def first_steps(self) -> Markup:
        steps = [_TITLE_AND_TEXT % (step.title, step.do) for step in self.plan.first_steps]
        if not steps:
            return Markup()
        return _HEADING % (self.say("first-steps"), "\n") + _list(steps, "ol")

    def messages(self, kind: str) -> Markup:
        messages = messages_of(self.plan, kind)
        if not messages:
            return Markup()
        rows, heading = _list(map(_message, messages)), self.reader.word("message-kinds", kind)
        if kind in _OPEN:
            return _HEADING % (heading, rows)
        return self.folded(heading, messages, rows)

    def card(self, shown: Recommendation, *, is_open: bool) -> Markup:
        reader = self.reader
        area, priority = reader.word("areas", shown.area), shown.priority
        return _CARD % (
            Markup(" open") if is_open else "",
            shown.title,
            self.say("area-and-priority", area=area, priority=priority),
            f"{priority:g}",
            Markup().join(self.details(shown)),
            self.why(shown),
        )

    def details(self, shown: Recommendation) -> Iterator[Markup]:
        yield Markup("<p>%s</p>") % (shown.action,)
        if shown.dose is not None:
            basis = shown.dose.basis
            behind = f" {self.say('from-these', basis=basis)}" if basis else ""
            yield _LABELLED % (self.say("how-much"), shown.dose.text + behind)
        if shown.steps:
            yield _list(shown.steps)
        choices = [each.title for each in (*shown.foods, *shown.exercises)]
        if choices:
            listed = self.reader.chained(choices, "list-comma")
            yield _LABELLED % (self.say("choose-from"), listed)
        for caution in shown.cautions:
            yield _LABELLED % (self.say("mind"), caution)
        if shown.expect:
            yield _SOFT_LABELLED % (self.say("expect"), shown.expect)
        if shown.done_when:
            yield _SOFT_LABELLED % (self.say("done"), shown.done_when)

    def why(self, shown: Recommendation) -> Markup:
        rows = [
            _SOFT % (reason.text, f"({self.reader.word('verdicts', reason.verdict)})")
            if reason.verdict
            else reason.text
            for reason in shown.reasons
        ]
        evidence = evidence_line(shown, self.reader)
        body = _list(rows, "ol") + _SOFT_LABELLED % (self.say("evidence"), evidence)
        return _FOLDED % (self.say("why-with-reasons", number=len(rows)), body)

    def moves(self) -> Markup:
        moves = self.plan.moves
        return self.folded(self.say("how-to"), tuple(moves), moves_html(moves, self.reader))

    def withheld(self) -> Markup:
        rows = [
            _REASON_AND_TITLES % (self.reader.chained(titles, "list-semicolon"), reason)
            for reason, titles in left_out(self.plan, self.reader).items()
        ]
        return self.folded(self.say("left-out"), self.plan.withheld, _list(rows))

    def questions(self) -> Markup:
        rows = [_SOFT % (each.text, each.why) for each in self.plan.questions]
        return self.folded(self.say("worth-answering"), rows, _list(rows))

    def numbers(self) -> Markup:
        rows = [_BOLD_TEXT % (each.title, each.text) for each in self.plan.values]
        return self.folded(self.say("your-numbers"), rows, _list(rows))

    def references(self) -> Markup:
        cited = {
            source.id: source
            for each in self.plan.recommendations
            for source in each.sources
            if source.kind == "reference"
        }
        rows = [_reference(source) for _, source in sorted(cited.items())]
        return self.folded(self.say("references"), rows, _list(rows))

    def folded(self, heading: str, items: Sequence[object], body: Markup) -> Markup:
        """A list that opens on a click; nothing if it is empty."""
        if not items:
            return Markup()
        return _FOLDED % (self.say("heading-and-number", heading=heading, number=len(items)), body)


def _message(message: Message) -> Markup:
    if message.question:
        return _QUESTION_AND_TEXT % (message.question, message.text)
    return escape(message.text)


def _reference(source: Source) -> Markup:
    row = _QUESTION_AND_TEXT % (source.id, source.text)
    return _SOFT % (row, f"doi:{source.doi}") if source.doi else row


def _list(rows: Iterable[str], kind: str = "ul") -> Markup:
    items = Markup().join(_ITEM % (row,) for row in rows)
    return Markup("<%s>%s</%s>") % (kind, items, kind)
