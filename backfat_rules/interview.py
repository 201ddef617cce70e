"""An interview: asks screen after screen until no answer can change the plan any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr

from backfat_rules.arguments import must_be
from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.explain.outlook import settled_entries
from backfat_rules.frozen import FrozenDict
from backfat_rules.in_order import id_of
from backfat_rules.language import Range, Value
from backfat_rules.plain import cut, shown_value
from backfat_rules.plan import Plan
from backfat_rules.planning import Reasoner, reasoner_of
from backfat_rules.planning.enough import stays
from backfat_rules.planning.next_screen import Screens
from backfat_rules.planning.question import Question, Screen
from backfat_rules.planning.replies import Replies, facts_of_list
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile.ranges import retold
from backfat_rules.profile.refusal import ALL_FACTS
from backfat_rules.reading_back import ReadBack, StoredKind
from backfat_rules.shows_itself import ShowsItself
from backfat_rules.views.html_writer import card_html
from backfat_rules.views.question_cards import HowFar, interview_card


def _read_only(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenDict({name: _in_order(value) for name, value in answers.items()})


def _in_order(value: Any) -> Any:
    """A set or list of words as a sorted tuple, a range by its ends, as in the facts of a plan."""
    if isinstance(value, Range):
        return FrozenDict(value.ends)
    if isinstance(value, Mapping):
        return FrozenDict({name: _in_order(part) for name, part in value.items()})
    return tuple(sorted(value, key=str)) if isinstance(value, Set | list | tuple) else value


def _of_today(written: Any) -> Any:
    """An interview of format 1 is one in which no statement was ticked."""
    return "2" if written == "1" else written


Answers = Annotated[Mapping[str, Any], AfterValidator(_read_only)]

_ANEW = "Begin a new one: Advisor().interview(); what was told can be answered again."


class Interview(ShowsItself, ReadBack, frozen=True, extra="forbid"):
    """The state of an interview. A value: every answer gives a new one, and JSON stores it.

    Attributes:
        answers: what was told so far, by fact; read-only, sets as sorted tuples.
        not_known: facts that the person could not tell; they are not asked for again.
        listed: facts that were told by statements alone, which a list tells anew.

    A stored interview is checked against the knowledge at every use, since somebody may have
    changed it: ``question``, ``settled``, ``answer`` and ``plan`` raise a ``ProfileError`` for
    answers that cannot be right.

    >>> interview = Interview().answer("sleep_hours", 5.5).dont_know("systolic_bp")
    >>> Interview.model_validate_json(interview.model_dump_json()) == interview
    True
    >>> "sleep-longer" in interview.plan()
    True
    """

    schema_version: Annotated[Literal["2"], BeforeValidator(_of_today)] = "2"
    answers: Answers = Field(default_factory=FrozenDict)
    not_known: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    stored_as = StoredKind(name="interview", format="2", remedy=_ANEW)
    _reasoner: Reasoner | None = PrivateAttr(default=None)
    _left: Screens | None = PrivateAttr(default=None)

    def with_reasoner(self, reasoner: Reasoner) -> Self:
        """The same interview on other knowledge than the library's own, checked against it.

        Raises:
            ProfileError: some answers cannot be right.
            BackfatRulesError: there is no fact of a name in ``not_known``.
        """
        interview = self.model_copy()
        interview._reasoner, interview._left = reasoner, None
        interview._facts()
        return interview

    @property
    def screen(self) -> Screen | None:
        """What is asked together next; None where there is nothing left to ask.

        The knowledge says what stands on a screen and which screen comes first: what brings
        somebody, then safety, then habits in words, then numbers. What can no longer matter is
        never asked, nor what an earlier answer makes senseless.
        """
        return self._screens().next()

    @property
    def question(self) -> Question | None:
        """The first question of the screen; None where there is nothing left to ask."""
        screen = self.screen
        return None if screen is None else screen.questions[0]

    def question_on(self, id: str) -> Question:
        """The question for a fact or for the statements of a screen, asked already or not.

        Raises:
            BackfatRulesError: there is no such fact or list.

        >>> Interview().question_on("sleep_hours").unit
        'h'
        """
        if id_of(id) not in self._reasoned().knowledge.screens:
            self._must_be_facts(id)
        found = self._screens().question_on(id)
        if found is None:
            raise BackfatRulesError(f"There is no list of statements on {shown_value(id)}.")
        return found

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to ask: no answer that is asked for changes the advice."""
        return self.screen is None

    @property
    def enough(self) -> bool:
        """Whether what is left to ask would hardly change what comes first.

        Where the gate allows no plan, that is when no answer could make it more urgent. Else all
        but the numbers has been asked, and in nearly all of some invented ways to answer the rest,
        drawn by how common answers are, the gate stays and so does the first advice, with most of
        what follows it.
        """
        screens = self._screens()
        if not screens.is_sharpening:
            return screens.next() is None
        return screens.next() is None or stays(screens.telling, self._reasoned(), self.not_known)

    def answer(self, id: str, value: Any) -> Self:
        """The interview with one more answer; a second answer to the same corrects the first.

        A number that is not known exactly may be told as a range, such as ``{"at_least": 5}``, or
        by the id of one of the question's choices. Of a list of statements the ids of those that
        are true are told; or a mapping of ids to yes, no or None, which tells of these alone. None
        takes an answer back: it may be asked for again.

        Args:
            id: that of a question: the name of a fact, or of a screen for its statements. The id
                of one statement will do as well.
            value: the answer.

        Raises:
            ProfileError: the answer cannot be right, or a statement contradicts a number told.
            BackfatRulesError: there is no such fact, list or statement.
        """
        must_be(str, id, "An answer names its question by an id")
        return self.answer_many({id: value})

    def answer_many(self, answers: Mapping[str, Any]) -> Self:
        """The interview with several more answers, such as those of one screen, as ``answer``.

        Raises:
            ProfileError: some answers cannot be right, or do not fit together.
            BackfatRulesError: there is no such fact, list or statement.
        """
        must_be(Mapping, answers, "Answers stand beside their questions")
        replies = Replies(self._reasoned(), self._facts(), self.listed, answers)
        before = retold(self.answers, {})
        told = self._checked(retold(before, replies.told))
        known = (name for name in self.not_known if name not in replies.told)
        listed = {name for name in self.listed if name not in replies.told} | replies.listed
        return self._with(told, (*known, *replies.not_sharper), listed.intersection(told))

    def dont_know(self, id: str) -> Self:
        """The interview after "I don't know"; an earlier answer to the same is taken back.

        But for a range: that is what is known, and now it is known that there is no more.

        Args:
            id: that of a question; of a list, nothing is known that is not told already.

        Raises:
            BackfatRulesError: there is no such fact or list.
        """
        knowledge = self._reasoned().knowledge
        told = retold(self.answers, {})
        listed = facts_of_list(id, knowledge) if id_of(id) in knowledge.screens else None
        facts = [fact for fact in listed if fact not in told] if listed is not None else [id]
        self._must_be_facts(*facts)
        answers = {
            name: value
            for name, value in told.items()
            if name not in facts or isinstance(value, Mapping)
        }
        return self._with(answers, (*self.not_known, *facts), self.listed)

    def to_html(self) -> str:
        """How far it is and what it asks next, without the answers: a piece of HTML."""
        screen, reader = self.screen, self._reasoned().reader
        far: HowFar = "still-asked"
        if screen is None or self.enough:
            far = "all-asked" if screen is None else "enough-told"
        card = interview_card(screen, len(self._facts()), len(self.not_known), far, reader)
        return card_html(card, reader)

    def plan(self) -> Plan:
        """The plan for what was told so far."""
        reasoner = self._reasoned()
        return Plan.of(self._facts(), reasoner)

    def __eq__(self, other: object) -> bool:
        """Interviews are equal if the same was told, whatever they are planned from."""
        return isinstance(other, Interview) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # it holds a mapping

    def __getstate__(self) -> dict[Any, Any]:
        """A pickled interview is what was told, like an interview in JSON."""
        return {
            **super().__getstate__(),
            "__pydantic_private__": {"_reasoner": None, "_left": None},
        }

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """How far it is, without the answers: what is shown may end up in a log."""
        yield "told", len(self.answers)
        yield "not_known", len(self.not_known)

    def __str__(self) -> str:
        return repr(self)

    def _reasoned(self) -> Reasoner:
        return self._reasoner or reasoner_of()

    def _facts(self) -> dict[str, Value]:
        self._must_be_facts(*self.not_known, *self.listed)
        return self._checked(self.answers)

    def _checked(self, answers: Mapping[str, Any]) -> dict[str, Value]:
        return checked_facts(answers, self._reasoned().knowledge)

    def _must_be_facts(self, *names: object) -> None:
        facts = self._reasoned().knowledge.facts
        for name in names:
            if not isinstance(name, str) or name not in facts:
                near = did_you_mean(cut(name), list(facts)) if isinstance(name, str) else ""
                remedy = near or ALL_FACTS
                raise BackfatRulesError(f"There is no fact {shown_value(name)}. {remedy}")

    def _screens(self) -> Screens:
        """What is left to ask; worked out once for a screen, whether it is enough, and its card."""
        if self._left is None:
            person = self._reasoned().telling(self._facts())
            silent = person.screened.no_plan
            settled = frozenset[str]() if silent else settled_entries(person, self.not_known)
            self._left = Screens(person, self.not_known, settled)
        return self._left

    def _with(
        self, answers: Mapping[str, Any], not_known: Iterable[str], listed: Iterable[str]
    ) -> Self:
        changed = {
            "answers": _read_only(answers),
            "not_known": tuple(dict.fromkeys(not_known)),
            "listed": tuple(sorted(listed)),
        }
        interview = self.model_copy(update=changed)
        interview._left = None
        return interview
