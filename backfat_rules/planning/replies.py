"""What replies to questions tell: facts as they are, statements as ranges, rough answers too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from backfat_rules.errors import BackfatRulesError, FieldProblem, ProfileError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.screens import StatementRule
from backfat_rules.language import Facts, Range, evaluate
from backfat_rules.plain import cut, shown_value
from backfat_rules.planning.places import statements_by_screen
from backfat_rules.planning.reasoner import Reasoner
from backfat_rules.planning.rough import HOW, rough_answers
from backfat_rules.planning.statements import fact_of, told_together
from backfat_rules.profile.refusal import ALL_FACTS


class Replies:
    """Several replies of one person.

    Args:
        reasoner: whose facts and statements they are.
        before: what was told so far.
        before_listed: which of these facts were told by statements alone.
        answers: the replies by fact, by screen for its statements, or by statement.

    Attributes:
        told: the answers by fact; None takes one back.
        listed: the facts of them that statements tell.
        not_sharper: facts that were told roughly, and are not asked for again.

    Raises:
        ProfileError: statements contradict each other, or a number.
        BackfatRulesError: there is no such fact, list or statement.
    """

    def __init__(
        self,
        reasoner: Reasoner,
        before: Facts,
        before_listed: Collection[str],
        answers: Mapping[str, Any],
    ) -> None:
        self._reasoner, self._before = reasoner, before
        self._before_listed = before_listed
        self.told: dict[str, Any] = {}
        self.not_sharper: list[str] = []
        said: dict[StatementRule, bool] = {}
        for id, value in answers.items():
            if id in self._knowledge.facts:
                self.told[id] = self._fact(id, value)
            elif id in self._knowledge.statements:
                said |= self._said({id: value})
            elif id in self._knowledge.once(statements_by_screen):
                said |= self._list(id, value)
            else:
                raise self._unknown(id)
        together = {**before, **self.told}
        by_statements = told_together(said, together, self._listed_now())
        self.listed = {*by_statements} - {*self.told}
        self.told |= by_statements

    @property
    def _knowledge(self) -> KnowledgeBase:
        return self._reasoner.knowledge

    def _listed_now(self) -> set[str]:
        return {name for name in self._before_listed if name not in self.told}

    def _fact(self, name: str, value: Any) -> Any:
        """An answer to a fact; a rough one as its range."""
        fact = self._knowledge.facts[name]
        if fact.type.kind == "number" and value in HOW:
            for each in rough_answers(fact, self._telling):
                if each.id == value:
                    self.not_sharper.append(name)
                    return each.told
        return value

    def _list(self, screen: str, value: Any) -> dict[StatementRule, bool]:
        """All statements of a list; those that are not ticked are not true."""
        statements = self._knowledge.once(statements_by_screen)[screen]
        if value is None:
            self.told |= dict.fromkeys(facts_of_list(screen, self._knowledge))
            return {}
        if isinstance(value, Mapping):
            return self._said(value)
        if isinstance(value, str) or not isinstance(value, Collection):
            said = f"{shown_value(value)} is no list of statements."
            raise ProfileError([FieldProblem(screen, said, "Give the ids of those that are true.")])
        ticked = self._said(dict.fromkeys(value, True))
        left = {
            each: False for each in statements if each not in ticked and self._can_be_told(each)
        }
        return {**left, **ticked}

    def _can_be_told(self, statement: StatementRule) -> bool:
        """Whether not to tick it tells something: it is said, and no number is told already."""
        name = fact_of(statement)
        if not statement.is_for(self._telling.derivation.known):
            return False
        if name in self._listed_now() or isinstance(self._before.get(name), Range):
            return name not in self.told
        return evaluate(statement.means.tree, {**self._before, **self.told}) is None

    def _said(self, given: Mapping[Any, Any]) -> dict[StatementRule, bool]:
        found: dict[StatementRule, bool] = {}
        for id, holds in given.items():
            statement = self._knowledge.statements.get(id) if isinstance(id, str) else None
            if statement is None:
                raise self._unknown(id)
            if holds is not None and not isinstance(holds, bool):
                said = f"{shown_value(holds)} is neither yes nor no."
                raise ProfileError([FieldProblem(id, said, "Give true or false.")])
            if holds is not None:
                found[statement] = holds
        return found

    @cached_property
    def _telling(self) -> Any:
        return self._reasoner.telling(self._before)

    def _unknown(self, id: Any) -> BackfatRulesError:
        known = self._knowledge
        ids = [*known.facts, *known.once(statements_by_screen), *known.statements]
        remedy = (did_you_mean(cut(id), ids) if isinstance(id, str) else "") or ALL_FACTS
        return BackfatRulesError(f"There is no fact {shown_value(id)}. {remedy}")


def facts_of_list(screen: str, knowledge: KnowledgeBase) -> Iterator[str]:
    """The facts of which the statements of a screen tell."""
    statements = knowledge.once(statements_by_screen).get(screen, ())
    yield from dict.fromkeys(map(fact_of, statements))
