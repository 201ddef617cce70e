"""An interview: asks the next best question until no answer can change the plan any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.explain.outlook import settled_entries
from backfat_rules.language import Value
from backfat_rules.plan import Plan
from backfat_rules.planning import Reasoner, shipped_reasoner
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Question
from backfat_rules.planning.questions import open_questions
from backfat_rules.planning.reasons import as_json


class Interview(BaseModel):
    """The state of an interview. A value: every answer gives a new one, and JSON stores it.

    Attributes:
        answers: what was told so far, checked; sets as lists, as in JSON.
        not_known: facts that the person could not tell; they are not asked for again.

    >>> interview = Interview().answer("sleep_hours", 5.5).dont_know("systolic_bp")
    >>> Interview.model_validate_json(interview.model_dump_json()) == interview
    True
    >>> "sleep-longer" in interview.plan()
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: Mapping[str, Any] = Field(default_factory=dict)
    not_known: tuple[str, ...] = ()
    _reasoner: Reasoner | None = PrivateAttr(default=None)

    def with_reasoner(self, reasoner: Reasoner) -> Self:
        """The same interview on other knowledge than the library's own."""
        interview = self.model_copy()
        interview._reasoner = reasoner
        return interview

    @property
    def question(self) -> Question | None:
        """The next best question; None where no answer can change the plan any more.

        Safety comes first; then the question that is expected to settle most, weighted by how much
        the advice matters. What can no longer matter is never asked.
        """
        reasoner = self._reasoned()
        person = Person(reasoner.derive(self._facts()), reasoner.knowledge)
        if person.screened.no_plan:
            return None
        found = open_questions(
            person.derivation,
            reasoner.knowledge,
            skip=self.not_known,
            settled=settled_entries(person, reasoner.program, self.not_known),
            limit=1,
        )
        return found[0] if found else None

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to ask."""
        return self.question is None

    def answer(self, fact: str, value: Any) -> Self:
        """The interview with one more answer; a second answer to the same fact corrects the first.

        Raises:
            ProfileError: the answer cannot be right.
        """
        self._check(fact)
        checked = self._model().model_validate({**self._facts(), fact: value})
        answers = {**self.answers, fact: _json(getattr(checked, fact))}
        not_known = tuple(name for name in self.not_known if name != fact)
        return self.model_copy(update={"answers": answers, "not_known": not_known})

    def dont_know(self, fact: str) -> Self:
        """The interview after "I don't know"; an earlier answer to the same fact is taken back.

        Raises:
            BackfatRulesError: there is no such fact.
        """
        self._check(fact)
        answers = {name: value for name, value in self.answers.items() if name != fact}
        not_known = tuple(dict.fromkeys((*self.not_known, fact)))
        return self.model_copy(update={"answers": answers, "not_known": not_known})

    def plan(self) -> Plan:
        """The plan for what was told so far."""
        reasoner = self._reasoned()
        return reasoner.plan(self._facts(), Plan).explained_by(reasoner)

    def _reasoned(self) -> Reasoner:
        return self._reasoner or shipped_reasoner()

    def _model(self) -> type[BaseModel]:
        return self._reasoned().knowledge.profile

    def _facts(self) -> dict[str, Value]:
        return {
            name: frozenset(value) if isinstance(value, (list, tuple)) else value
            for name, value in self.answers.items()
        }

    def _check(self, fact: str) -> None:
        facts = self._reasoned().knowledge.facts
        if fact not in facts:
            remedy = did_you_mean(fact, list(facts))
            raise BackfatRulesError(f"There is no fact {fact!r}. {remedy}".rstrip())


def _json(value: Value) -> Any:
    shown = as_json(value)
    return list(shown) if isinstance(shown, tuple) else shown
