"""What a ticked statement tells: on which side of its limit a fact lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from backfat_rules.errors import FieldProblem, ProfileError
from backfat_rules.knowledge.screens import StatementRule
from backfat_rules.language import Facts, Range, Value
from backfat_rules.language.tree import Compare, Name, Not, Number

_ENDS = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
_OPPOSITE_ENDS = {"<": "at_least", "<=": "above", ">": "at_most", ">=": "below"}


def fact_of(statement: StatementRule) -> str:
    """The fact of which a statement tells."""
    match statement.means.tree:
        case Name(name) | Not(Name(name)) | Compare(left=Name(name)):
            return name
    raise TypeError(statement.means.text)  # the check at load lets nothing else through


def told_by(statement: StatementRule, holds: bool) -> bool | Range:
    """What a statement tells of its fact.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> short = load_knowledge().statements["sleeps-under-seven"]
    >>> told_by(short, True), told_by(short, False)
    (Range(below=7.0), Range(at_least=7.0))
    """
    match statement.means.tree:
        case Compare(operator, _, Number(limit)):
            ends = _ENDS if holds else _OPPOSITE_ENDS
            return Range(**{ends[operator]: limit})
        case Not():
            return not holds
    return holds


def told_together(
    said: Mapping[StatementRule, bool], before: Facts, listed: Iterable[str]
) -> dict[str, Value]:
    """What some statements tell of their facts, together with what was told before.

    Statements on one fact narrow its range together. What is true counts before what is not:
    whoever sleeps less than five hours need not tick that it is less than seven as well.

    Args:
        said: the statements with whether they are true.
        before: what was told of their facts.
        listed: facts of which only statements told so far; they are told anew.

    Raises:
        ProfileError: two true statements contradict each other, or one a number told before.
    """
    found: dict[str, Value] = {}
    earlier = {name: value for name, value in before.items() if name not in {*listed}}
    problems: list[FieldProblem] = []
    for statement, holds in sorted(said.items(), key=lambda each: (not each[1], each[0].id)):
        name, told = fact_of(statement), told_by(statement, holds)
        if isinstance(told, bool):
            if found.setdefault(name, told) != told and holds:
                problems.append(_contradiction(statement, name))
            continue
        present = found.get(name, earlier.get(name))
        narrowed = both(told, present)
        if narrowed is not None:
            found[name] = narrowed
        elif holds or name not in found:
            problems.append(_contradiction(statement, name))
    if problems:
        raise ProfileError(problems)
    return found


def both(one: Range, other: Any) -> Any:
    """What lies in a range and is another number or range as well; None if nothing does."""
    if isinstance(other, Mapping):
        other = Range(**other)
    if other is None:
        return one
    if not isinstance(other, Range):
        return other if one.contains(other) else None
    low = max(one, other, key=lambda each: each.lowest)
    high = min(one, other, key=lambda each: each.highest)
    if low.lowest > high.highest:
        return None
    ends = {name: end for name, end in low.ends.items() if name in ("at_least", "above")}
    ends |= {name: end for name, end in high.ends.items() if name in ("at_most", "below")}
    return Range(**ends)


def _contradiction(statement: StatementRule, name: str) -> FieldProblem:
    said = f"does not fit {statement.says.text!r} ({statement.id}) with what was told before."
    return FieldProblem(name, said, f"Correct one of the two; answer({name!r}, None) takes back.")
