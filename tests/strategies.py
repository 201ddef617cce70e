"""What Hypothesis draws in many tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import NUMBER, TRUTH, Expression, Type, Value, choice_of, set_of
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)
from backfat_rules.profile import Fact, Profile, facts_of

P = TypeVar("P", bound=Profile)

UNLIMITED = 10**6  # stands in for a limit that a number lacks


def answers(fact: Fact) -> st.SearchStrategy[Any]:
    """Any allowed answer to one fact."""
    if fact.type.kind == "truth":
        return st.booleans()
    if fact.type.kind == "number":
        low = -UNLIMITED if fact.low is None else fact.low
        high = UNLIMITED if fact.high is None else fact.high
        return st.integers(int(low), int(high)) if fact.whole else st.floats(low, high)
    open_words = (
        st.sampled_from(sorted(getattr(load_knowledge(), fact.ids_of)))
        if fact.ids_of
        else st.text("abcdefgh-", min_size=1, max_size=8)
    )
    word = st.sampled_from(fact.words) if fact.words else open_words
    return word if fact.type.kind == "choice" else st.frozensets(word, max_size=5)


def profiles(model: type[P] = Profile) -> st.SearchStrategy[P]:  # type: ignore[assignment]
    """Profiles that answer any of their facts with anything allowed."""
    optional = {name: answers(fact) for name, fact in facts_of(model).items()}
    return st.fixed_dictionaries({}, optional=optional).map(lambda told: model(**told))


Vocabulary = Mapping[str, Type]

VOCABULARY: Vocabulary = {
    "size": NUMBER,
    "weight": NUMBER,
    "tired": TRUTH,
    "busy": TRUTH,
    "colour": choice_of(["red", "green", "blue"]),
    "places": set_of(["home", "gym", "park"]),
}
"""Names of every type; the same words stand in every expression, so that facts meet conditions."""

AWKWARD = (0, 0.0, 1, -1, 0.5, -0.5, 3, 7, 1e-300, 1e300, -1e300, 10**300, -(10**300))
_finite = st.one_of(
    st.sampled_from(AWKWARD),
    st.integers(-20, 20),
    st.floats(-100, 100),
    st.floats(allow_nan=False, allow_infinity=False),
)


def known(names: Vocabulary) -> st.SearchStrategy[dict[str, Value]]:
    """Facts for some of the names; the others are missing or None, which both mean unknown."""

    def value(kind: str, words: list[str]) -> st.SearchStrategy[Value]:
        told: dict[str, st.SearchStrategy[Any]] = {
            "number": _finite,
            "truth": st.booleans(),
            "choice": st.sampled_from(words) if words else st.nothing(),
            "set": st.frozensets(st.sampled_from(words)) if words else st.nothing(),
        }
        return st.one_of(told[kind], told[kind], st.none())

    optional = {name: value(of.kind, sorted(of.values or ())) for name, of in names.items()}
    return st.fixed_dictionaries({}, optional=optional)


def expressions(names: Vocabulary) -> st.SearchStrategy[Expression]:
    """Well-typed conditions: and, or, not over comparisons, memberships and yes-or-no names."""
    of_kind = _by_kind(names)
    plain = _numbers(names)
    operators = st.sampled_from(["<", "<=", ">", ">=", "=="])
    leaves: list[st.SearchStrategy[Any]] = [st.builds(Compare, operators, plain, plain)]
    leaves += [st.just(Name(name)) for name in of_kind["truth"]]
    for name in of_kind["choice"]:
        words = st.sampled_from(sorted(names[name].values or ())).map(Word)
        some = st.lists(words, min_size=1, max_size=3).map(tuple)
        leaves.append(st.builds(Compare, st.just("=="), st.just(Name(name)), words))
        leaves.append(st.builds(OneOf, st.just(Name(name)), some))
    for name in of_kind["set"]:
        word = st.sampled_from(sorted(names[name].values or ()))
        leaves.append(st.builds(Holds, word, st.just(Name(name))))

    def grown(part: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        operands = st.lists(part, min_size=2, max_size=3).map(tuple)
        forms = [st.builds(AllOf, operands), st.builds(AnyOf, operands)]
        return st.one_of(st.builds(Not, part), *forms)

    return st.recursive(st.one_of(leaves), grown, max_leaves=8)


def formulas(names: Vocabulary) -> st.SearchStrategy[Expression]:
    """Well-typed numbers; if ... else stands here and never in a condition."""
    return _numbers(names, expressions(names))


def _numbers(
    names: Vocabulary, conditions: st.SearchStrategy[Expression] | None = None
) -> st.SearchStrategy[Expression]:
    of_kind = _by_kind(names)
    literals = _finite.map(Number)
    counts = [st.just(Call("count", (Name(name),))) for name in of_kind["set"]]
    leaves: list[st.SearchStrategy[Any]] = [literals, *counts]
    leaves += [st.just(Name(name)) for name in of_kind["number"]]

    def grown(part: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        ends = st.tuples(literals, literals).filter(lambda two: two[0].value != two[1].value)
        ramps = st.builds(lambda x, two: Call("ramp", (x, *two)), part, ends)
        several = st.lists(part, min_size=2, max_size=3).map(tuple)
        kinds: list[st.SearchStrategy[Expression]] = [
            st.builds(Arithmetic, st.sampled_from(["+", "-", "*", "/", "**"]), part, part),
            st.builds(Call, st.sampled_from(["min", "max"]), several),
            st.builds(lambda x: Call("abs", (x,)), part),
            ramps,
        ]
        if conditions is not None:
            kinds.append(st.builds(IfElse, conditions, part, part))
        return st.one_of(kinds)

    return st.recursive(st.one_of(leaves), grown, max_leaves=4)


def _by_kind(names: Vocabulary) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"number": [], "truth": [], "choice": [], "set": []}
    for name, of in names.items():
        found[of.kind].append(name)
    return found


NO_FINITE_VALUE = (
    "1 / x",
    "(-8) ** 0.5",
    "10 ** 400",
    "nothing ** 0",
    "1 ** nothing",
    "ramp(3, x, 0)",
    "1e308 * 10 / 1e308",
    "min(1 / x, 2)",
    "0 * nothing",
    "count(nothing)",
)
"""Formulas without a finite value where ``x`` is 0 and nothing is known of ``nothing``."""
