"""Which screen comes next: what is still worth asking together, in the order of the knowledge."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from backfat_rules.knowledge.screens import Ask, Behind, ScreenRule, StatementRule
from backfat_rules.language import Facts, Range, evaluate
from backfat_rules.planning.asked import (
    fact_question,
    offered_exercises,
    statements_question,
    why_asked,
)
from backfat_rules.planning.causes import gate_line
from backfat_rules.planning.places import (
    barred,
    facts_behind,
    facts_of_advice,
    places_of,
    screens_in_order,
    statements_by_screen,
)
from backfat_rules.planning.question import Question, Screen
from backfat_rules.planning.questions import Decides, held_back, not_asked, open_facts
from backfat_rules.planning.statements import fact_of
from backfat_rules.planning.telling import Telling


@dataclass(frozen=True)
class Screens:
    """What is left to ask one person.

    Attributes:
        not_known: facts that the person could not tell.
        settled: ids of advice that no answer can change any more.
    """

    telling: Telling
    not_known: Collection[str]
    settled: Collection[str]

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes, and copies of an interview share it."""
        return self

    def next(self) -> Screen | None:
        """The next screen; None where there is nothing left to ask."""
        return next(self._left(), None)

    def question_on(self, id: str) -> Question | None:
        """The question for a fact or for the statements of a screen, told or not; None for none."""
        knowledge = self.telling.knowledge
        if id in knowledge.facts:
            return self._fact(id, *knowledge.once(places_of).get(id, (None, None)))
        rule = knowledge.screens.get(id)
        said = [each for each in self._statements(rule) if each.is_for(self._known)] if rule else []
        return statements_question(rule, said, self.telling) if rule and said else None

    @property
    def is_sharpening(self) -> bool:
        """Whether all that is left only sharpens the plan: numbers, and what can wait."""
        if self.telling.screened.no_plan:  # what is left then is about danger
            return False
        fixed = (each for each in self._rules if each.behind is None and each.rest is None)
        return bool(self._rules) and not any(self._questions(each) for each in fixed)

    def _left(self) -> Iterator[Screen]:
        presses = self.telling.screened.no_plan
        if presses and not self._open:
            return
        warning = gate_line(self.telling) if presses else ""
        if not self._rules and self._open:
            rest = tuple(self._rest(None, 1))
            yield Screen.made(id="", title="", questions=rest, warning=warning)
        for rule in self._rules:
            if questions := self._questions(rule):
                yield Screen.made(
                    id=rule.id, title=rule.title, questions=questions, warning=warning
                )

    @cached_property
    def _rules(self) -> tuple[ScreenRule, ...]:
        return self.telling.knowledge.once(screens_in_order)

    @cached_property
    def _known(self) -> Facts:
        return self.telling.derivation.known

    @cached_property
    def _silent(self) -> frozenset[str]:
        """The facts that this person is not asked for, whatever the screen says."""
        return not_asked(self.telling).union(self.not_known, self.telling.knowledge.never_asked)

    @cached_property
    def _open(self) -> dict[str, Decides]:
        """The facts of which an answer can change the plan; without one, how urgent it is."""
        return open_facts(self.telling, skip=self.not_known, settled=self.settled)

    @cached_property
    def _releasing(self) -> frozenset[str]:
        """The facts that could release something that is called for and held back."""
        waiting = held_back(self.telling)
        return frozenset(open_facts(self.telling, skip=self.not_known, only=waiting))

    def _questions(self, rule: ScreenRule) -> tuple[Question, ...]:
        if not rule.is_for(self._known):
            return ()
        if rule.behind is not None:
            return tuple(self._behind(rule, rule.behind))
        if rule.rest is not None:
            return tuple(self._rest(rule, rule.rest))
        asked = [self._fact(ask.fact, ask, rule) for ask in rule.asks if self._is_asked(ask)]
        said = [each for each in self._statements(rule) if self._is_said(each)]
        listed = [statements_question(rule, said, self.telling)] if said else []
        return (*listed, *asked)

    def _statements(self, rule: ScreenRule) -> tuple[StatementRule, ...]:
        return self.telling.knowledge.once(statements_by_screen).get(rule.id, ())

    def _is_asked(self, ask: Ask) -> bool:
        name = ask.fact
        told = self._known.get(name)
        to_sharpen = ask.sharpens and isinstance(told, Range)
        if name in self._silent or (told is not None and not to_sharpen):
            return False
        if ask.releases and name in self._releasing:
            return True
        if not ask.is_for(self._known):
            return False
        always = ask.always and not self.telling.screened.no_plan
        if self.telling.knowledge.facts[name].ids_of:  # what is not offered can be left alone
            return always and bool(offered_exercises(self.telling))
        return always or name in self._open

    def _is_said(self, statement: StatementRule) -> bool:
        name = fact_of(statement)
        return (
            name not in self._silent
            and (name in self._open or self._changes_words(name))
            and evaluate(statement.means.tree, self._known) is None
            and statement.is_for(self._known)
        )

    def _changes_words(self, name: str) -> bool:
        """Whether no advice can ever wait for a fact, as it brings messages alone."""
        if self.telling.screened.no_plan:
            return False
        return name not in self.telling.knowledge.once(facts_of_advice)

    def _behind(self, rule: ScreenRule, behind: Behind) -> Iterator[Question]:
        """What the best advice rests on and is known only roughly."""
        knowledge = self.telling.knowledge
        best = self.telling.decision.advice[: behind.advice]
        below = dict.fromkeys(
            name
            for each in best
            for name in facts_behind(knowledge.recommendations[each.id], knowledge)
        )
        rough = [
            name
            for name in below
            if isinstance(self._known.get(name), Range) and name not in self._silent
        ]
        for name in rough[: behind.together]:
            yield self._fact(name, None, rule)

    def _rest(self, rule: ScreenRule | None, count: int) -> Iterator[Question]:
        """Whatever else can change something, the most useful first."""
        closed = barred(self.telling) | self._silent
        left = [name for name in self._open if name not in closed]
        for name in left[:count]:
            yield self._fact(name, None, rule)

    def _fact(self, name: str, ask: Ask | None, rule: ScreenRule | None) -> Question:
        fact = self.telling.knowledge.facts[name]
        decides = self._open.get(name)
        title, releases = decides or ("", ())
        why = why_asked(fact, self.telling, title)
        return fact_question(fact, why, self.telling, ask, rule, releases=releases)
