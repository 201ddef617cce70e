"""An interview: asks the next best question until no answer can change the plan any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, PrivateAttr

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.explain.outlook import settled_entries
from backfat_rules.frozen import FrozenDict
from backfat_rules.language import Range, Value
from backfat_rules.plain import cut, shown_value
from backfat_rules.plan import Plan
from backfat_rules.planning import Reasoner, reasoner_of
from backfat_rules.planning.plan_content import Question
from backfat_rules.planning.questions import open_questions, opening_question
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile.ranges import retold
from backfat_rules.profile.refusal import ALL_FACTS
from backfat_rules.reading_back import ReadBack, StoredKind


def _read_only(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenDict({name: _in_order(value) for name, value in answers.items()})


def _in_order(value: Any) -> Any:
    """A set or list of words as a sorted tuple, a range by its ends, as in the facts of a plan."""
    if isinstance(value, Range):
        return FrozenDict(value.ends)
    if isinstance(value, Mapping):
        return FrozenDict({name: _in_order(part) for name, part in value.items()})
    return tuple(sorted(value, key=str)) if isinstance(value, Set | list | tuple) else value


Answers = Annotated[Mapping[str, Any], AfterValidator(_read_only)]

_ANEW = "Begin a new one: Advisor().interview(); what was told can be answered again."


class Interview(ReadBack, frozen=True, extra="forbid"):
    """The state of an interview. A value: every answer gives a new one, and JSON stores it.

    Attributes:
        answers: what was told so far, by fact; read-only, sets as sorted tuples.
        not_known: facts that the person could not tell; they are not asked for again.

    A stored interview is checked against the knowledge at every use, since somebody may have
    changed it: ``question``, ``settled``, ``answer`` and ``plan`` raise a ``ProfileError`` for
    answers that cannot be right.

    >>> interview = Interview().answer("sleep_hours", 5.5).dont_know("systolic_bp")
    >>> Interview.model_validate_json(interview.model_dump_json()) == interview
    True
    >>> "sleep-longer" in interview.plan()
    True
    """

    schema_version: Literal["1"] = "1"
    answers: Answers = Field(default_factory=FrozenDict)
    not_known: tuple[str, ...] = ()
    stored_as = StoredKind(name="interview", format="1", remedy=_ANEW)
    _reasoner: Reasoner | None = PrivateAttr(default=None)

    def with_reasoner(self, reasoner: Reasoner) -> Self:
        """The same interview on other knowledge than the library's own, checked against it.

        Raises:
            ProfileError: some answers cannot be right.
            BackfatRulesError: there is no fact of a name in ``not_known``.
        """
        interview = self.model_copy()
        interview._reasoner = reasoner
        interview._facts()
        return interview

    @property
    def question(self) -> Question | None:
        """The next best question; None where no answer can change the plan any more.

        What brings the person is asked before all else. Then safety comes first; then the question
        that is expected to settle most, weighted by how much the advice matters. What can no longer
        matter is never asked.
        """
        reasoner = self._reasoned()
        person = reasoner.telling(self._facts())
        if person.screened.no_plan:
            return None
        opening = opening_question(person, self.not_known)
        if opening is not None:
            return opening
        found = open_questions(
            person,
            skip=self.not_known,
            settled=settled_entries(person, self.not_known),
            limit=1,
        )
        return found[0] if found else None

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to ask."""
        return self.question is None

    def answer(self, fact: str, value: Any) -> Self:
        """The interview with one more answer; a second answer to the same fact corrects the first.

        A number that is not known exactly may be told as a range, such as ``{"at_least": 5}``.
        None takes an answer back: the fact may be asked for again.

        Raises:
            ProfileError: the answer cannot be right.
            BackfatRulesError: there is no such fact.
        """
        self._must_be_facts(fact)
        told = self._checked(retold(self.answers, {fact: value}))
        return self._with(told, (name for name in self.not_known if name != fact))

    def dont_know(self, fact: str) -> Self:
        """The interview after "I don't know"; an earlier answer to the same fact is taken back.

        But for a range: that is what is known, and now it is known that there is no more.

        Raises:
            BackfatRulesError: there is no such fact.
        """
        self._must_be_facts(fact)
        answers = {
            name: value
            for name, value in retold(self.answers, {}).items()
            if name != fact or isinstance(value, Mapping)
        }
        return self._with(answers, (*self.not_known, fact))

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
        return {**super().__getstate__(), "__pydantic_private__": {"_reasoner": None}}

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """How far it is, without the answers: what is shown may end up in a log."""
        yield "told", len(self.answers)
        yield "not_known", len(self.not_known)

    def __str__(self) -> str:
        return repr(self)

    def _reasoned(self) -> Reasoner:
        return self._reasoner or reasoner_of()

    def _facts(self) -> dict[str, Value]:
        self._must_be_facts(*self.not_known)
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

    def _with(self, answers: Mapping[str, Any], not_known: Iterable[str]) -> Self:
        changed = {"answers": _read_only(answers), "not_known": tuple(dict.fromkeys(not_known))}
        return self.model_copy(update=changed)
