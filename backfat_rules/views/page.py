"""What stands on the page of a plan, and what is left for where there is more room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backfat_rules.knowledge.gates import GATES
from backfat_rules.plain import first_sentence, sentences_of
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Message, Move, Recommendation, Withheld
from backfat_rules.planning.question import Question
from backfat_rules.views.in_full import message_in_full, recommendation_in_full
from backfat_rules.views.moves import move_entry
from backfat_rules.views.sections import Entry, Note, Section
from backfat_rules.wording import Reader

MINDED, LINES, ASKED, KEPT, GUIDED, OTHERS, MOVES = 3, 10, 3, 3, 5, 2, 4
"""What a page has room for: things to mind, lines of advice, questions, praise, general hints,
other ways to what one begins with, exercises to begin with."""

ANSWERS = ("expectation", "myth", "faq")


def gate_line(plan: PlanContent, reader: Reader) -> str:
    """The gate in one sentence; a plan stored before it was told says the gate alone."""
    return plan.gate_line or reader.word("gate-lines", plan.gate)


def sections_of(plan: PlanContent, reader: Reader) -> tuple[Section, ...]:
    """The plan from top to bottom: what to mind, what to do first and then, and what is open.

    What holds for most adults comes behind what is for this person.
    """
    to_do, about = halves_of(plan, reader)
    return to_do + about


def halves_of(
    plan: PlanContent, reader: Reader, trained: Mapping[str, Move] | None = None
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """What to do first, and what then, how and why: between them a training week has its place.

    Args:
        plan: what is shown.
        reader: who reads it.
        trained: the moves of that week, which are told with those of the plan.
    """
    page = _Page(plan, reader)
    to_do = (page.mind(), page.alarms(), page.first_steps())
    about = (
        page.then(),
        page.guidance(),
        page.moves(trained or {}),
        page.held_back(),
        page.keep_going(),
        page.answers(),
        page.questions(),
        page.numbers(),
        page.references(),
    )
    return _filled(to_do), _filled(about)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(each for each in sections if each.entries or each.rest)


class _Page:
    """Composes one plan for one reader; a reason that stands on the page is not said again."""

    def __init__(self, plan: PlanContent, reader: Reader) -> None:
        self.plan = plan
        self.reader = reader
        self.say = reader.say
        self.said: set[str] = set()
        self.cautioned: set[str] = set()

    def mind(self) -> Section:
        """What screening says; where only gentle habits or none are open, all of it."""
        first = self._minded()
        left = [each for each in self._screening() if each not in first]
        named = dict.fromkeys(each.title for each in left if each.on_page)
        kept = sorted(left, key=lambda each: not each.on_page)
        return Section(
            self.reader.word("message-kinds", "screening"),
            tuple(map(_message, first)),
            tuple(map(_message, kept)),
            self.say("minded-in-full", titles=self.reader.listed(named)) if named else "",
            to_follow=True,
        )

    def alarms(self) -> Section:
        """When to get help and what never to do, whatever screening it comes from; each once."""
        said = {sentence for each in self._minded() for sentence in sentences_of(_short(each))}
        entries = []
        for each in self._screening():
            told = [sentence for alarm in each.alarms for sentence in sentences_of(alarm)]
            left = [sentence for sentence in told if sentence not in said]
            said.update(left)
            if left:
                entries.append(Entry(self.reader.opening(each.title), " ".join(left)))
        return Section(self.say("alarms"), tuple(entries), in_full_elsewhere=True)

    def _screening(self) -> list[Message]:
        return [each for each in self.plan.messages if each.kind == "screening"]

    def _minded(self) -> list[Message]:
        """What a page says first; where the gate allows no plan, all of screening."""
        first = [each for each in self._screening() if each.on_page]
        return first[:MINDED] if GATES[self.plan.gate].has_plan else first

    def guidance(self) -> Section:
        """What holds for most adults, while too little is told."""
        told = [each for each in self.plan.messages if each.kind == "guidance"]
        shown = [each for each in told if each.on_page][:GUIDED]
        rest = tuple(each for each in told if each not in shown)
        beside = self._more([each for each in rest if each.on_page])
        heading = self.reader.word("message-kinds", "guidance")
        entries = tuple(map(_message, shown))
        return Section(heading, entries, tuple(map(_message, rest)), beside=beside)

    def first_steps(self) -> Section:
        """Where to begin: what to do, how much, and why in the person's own numbers."""
        entries = []
        for step in self.plan.first_steps:
            advice = self.plan[step.recommendation]
            notes = self._notes(advice)
            more = self._in_full(advice)
            title = self._titled(advice)
            entries.append(Entry(title, step.do, tuple(notes), more, id=advice.id))
        return Section(self.say("first-steps"), tuple(entries), first=1, to_follow=True)

    def _notes(self, advice: Recommendation) -> Iterator[Note]:
        if advice.dose is not None:
            yield self.say("how-much"), advice.dose.in_short
        if advice.exercises:
            moves = [each.title for each in advice.exercises[:MOVES]]
            yield self.say("first-moves"), self.reader.chained(moves, "list-comma")
        if advice.ways:
            titles = [each.title for each in advice.ways[:OTHERS]]
            yield self.say("or-else"), self.reader.chained(titles, "list-semicolon")
        for reason in advice.reasons:
            if reason.text not in self.said:
                self.said.add(reason.text)
                yield self.say("why"), reason.text
                break
        for caution in advice.cautions[:1]:
            if caution not in self.said:
                self.said.add(caution)
                yield self.say("mind"), caution

    def then(self) -> Section:
        """All other advice, a line for each; what is better kept for later stands in full alone."""
        begun = {step.recommendation for step in self.plan.first_steps}
        others = [each for each in self.plan.recommendations if each.id not in begun]
        now = [self._line(each) for each in others if each.id not in self.plan.later]
        later = [self._line(each) for each in others if each.id in self.plan.later]
        rest = (*now[LINES:], *later)
        say_more = "kept-for-later" if later else "more-in-full"
        heading = "for-later" if later and not now else "then" if begun else "what-to-do"
        return Section(
            self.say(heading),
            tuple(now[:LINES]),
            rest,
            self.say(say_more, number=len(rest)) if rest else "",
            first=len(begun) + 1,
            in_lines=True,
        )

    def _in_full(self, advice: Recommendation) -> tuple[Entry, ...]:
        """All that is said of it; a caution of several pieces of advice stands with the first."""
        told = recommendation_in_full(advice, self.reader, self.cautioned)
        self.cautioned.update(advice.cautions)
        return told

    def _line(self, advice: Recommendation) -> Entry:
        amount = advice.dose.in_short if advice.dose else ""
        more = self._in_full(advice)
        return Entry(self._titled(advice), amount, more=more, id=advice.id)

    def moves(self, trained: Mapping[str, Move]) -> Section:
        """How each exercise is done, where there is room; first those that one begins with."""
        begun = [self.plan[step.recommendation] for step in self.plan.first_steps]
        first = {*trained, *(move.id for each in begun for move in each.exercises[:MOVES])}
        rest = tuple(
            move_entry(each, self.reader, behind=bool(first) and id not in first)
            for id, each in {**trained, **self.plan.moves}.items()
        )
        return Section(self.say("how-to"), (), rest, to_follow=True)

    def _titled(self, advice: Recommendation) -> str:
        topic = self.reader.topic(advice.topic)
        return self.say("title-and-topic", title=advice.title, topic=topic)

    def held_back(self) -> Section:
        """What safety takes out and what waits for an answer, one line a cause.

        In full alone stand exercises, other ways to a need that is answered or spoken for, and what
        something better has superseded.
        """
        stopped = [each for each in self.plan.withheld if each.kind not in ("rival", None)]
        advice = [each for each in stopped if not each.is_exercise and each.under is None]
        others = [each for each in stopped if each.is_exercise or each.under is not None]
        rivals = [each for each in self.plan.withheld if each.kind in ("rival", None)]
        rest = [
            *map(self._cause, _by_cause(others)),
            *(Entry(each.title, each.reason) for each in rivals),
        ]
        return Section(
            self.say("left-out"), tuple(map(self._cause, _by_cause(advice))), tuple(rest)
        )

    def _cause(self, group: list[Withheld]) -> Entry:
        first = group[0]
        titles = self.reader.chained(dict.fromkeys(each.title for each in group), "list-semicolon")
        reason = Entry("", first.reason)
        instead = [Entry(self.say("instead-label"), first.instead)] if first.instead else []
        return Entry("", self._held_line(titles, first), more=(Entry("", titles), reason, *instead))

    def _held_line(self, titles: str, held: Withheld) -> str:
        if held.unanswered:
            asked = [each.text for each in self.plan.questions if held.id in each.releases]
            if asked:
                return self.say("waits-for-answer", titles=titles, question=asked[0])
        if held.kind == "needs_ok":
            return self.say("waits-for-ok", titles=titles)
        if not held.cause:
            return self.say("title-and-reason", titles=titles, reason=held.reason)
        return self.say("left-out-because", titles=titles, cause=held.cause)

    def keep_going(self) -> Section:
        """Praise: a few words of it where there is little else to say; else what it is about.

        A topic that some advice is about is not praised by its name, though a part of it may be;
        nor is one that the person came to complain of, which stands in full alone.
        """
        told = [each for each in self.plan.messages if each.kind == "keep_going"]
        shown = [] if self.plan.recommendations else [each for each in told if each.on_page][:KEPT]
        rest = [each for each in told if each not in shown]
        named = (each.topic for each in rest if each.topic and each.on_page)
        kept = dict.fromkeys(self.reader.topic(topic) for topic in named)
        advised = {self.reader.topic(each.topic) for each in self.plan.recommendations}
        topics = [topic for topic in kept if topic not in advised]
        entries = [_message(each) for each in shown]
        if topics:
            entries.append(
                Entry("", self.say("keep-going-with", topics=self.reader.listed(topics)))
            )
        heading = self.reader.word("message-kinds", "keep_going")
        return Section(heading, tuple(entries), tuple(map(_message, rest)))

    def answers(self) -> Section:
        """What the person believes, wants or suffers from, answered."""
        told = [each for each in self.plan.messages if each.kind in ANSWERS]
        shown = tuple(_message(each) for each in told if each.on_page)
        rest = tuple(_message(each) for each in told if not each.on_page)
        return Section(self.say("answers"), shown, rest, self._more(rest) if shown else "")

    def questions(self) -> Section:
        """What would release or change most, and how much else is open."""
        ranked = sorted(self.plan.questions, key=lambda each: -len(self._released(each)))
        entries = tuple(
            Entry("", text, more=tuple(Entry(each.text, each.why) for each in asked))
            for text, asked in self._in_few_questions(ranked)
        )
        rest = entries[ASKED:]
        heading = self.say("worth-answering")
        return Section(heading, entries[:ASKED], rest, beside=self._more(rest))

    def _in_few_questions(self, ranked: list[Question]) -> Iterator[tuple[str, list[Question]]]:
        """A text for each question; for what is asked for together, one in the first's place."""
        asked = {each.id: [each] for each in ranked}
        texts = {each.id: each.text for each in ranked}
        for fact in [*texts]:
            together = self.reader.together(fact)
            if together is not None and {fact, together.fact} <= texts.keys():
                first, other = (each for each in texts if each in (fact, together.fact))
                texts[first] = together.question
                asked[first] += asked[other]
                del texts[other]
        return ((text, asked[id]) for id, text in texts.items())

    def _released(self, question: Question) -> list[str]:
        exercises = {each.id for each in self.plan.withheld if each.is_exercise}
        return [id for id in question.releases if id not in exercises]

    def numbers(self) -> Section:
        """Computed numbers, where there is room."""
        rest = tuple(Entry(each.title, each.text) for each in self.plan.values)
        return Section(self.say("your-numbers"), (), rest)

    def references(self) -> Section:
        """What the advice stands on, where there is room."""
        cited = {
            source.id: source
            for each in self.plan.recommendations
            for source in each.sources
            if source.kind == "reference"
        }
        rest = (
            Entry(id, source.text, (("", f"doi:{source.doi}"),) if source.doi else ())
            for id, source in sorted(cited.items())
        )
        return Section(self.say("references"), (), tuple(rest))

    def _more(self, rest: Iterable[object]) -> str:
        number = len([*rest])
        return self.say("more-in-full", number=number) if number else ""


def _message(message: Message) -> Entry:
    return Entry(message.question or "", _short(message), more=message_in_full(message))


def _short(message: Message) -> str:
    return message.in_short or first_sentence(message.text)


def _by_cause(withheld: Iterable[Withheld]) -> list[list[Withheld]]:
    """Those with the same cause together, in the order in which they come first."""
    groups: dict[object, list[Withheld]] = {}
    for each in withheld:
        key = each.cause or each.reason
        groups.setdefault((each.is_exercise, each.kind, key), []).append(each)
    return [*groups.values()]
