"""What is known in each way in which a condition comes true: never more than is so."""

from __future__ import annotations

from hypothesis import given

from backfat_rules.knowledge import ways as module
from backfat_rules.knowledge.ways import Way, Ways
from backfat_rules.language import Expression, Facts, Range, Value, evaluate, parse, set_of
from tests.strategies import VOCABULARY, expressions, known

NAMES = {**VOCABULARY, "aching": VOCABULARY["tired"]}
DEFINED = {"aching": parse('"gym" in places or size > 3 and not tired')}


def holds(name: str, value: Value, facts: Facts) -> bool:
    """Whether what a way says of one name is so."""
    found = evaluate(parse(name), facts)
    return (
        value.contains(found)
        if isinstance(value, Range) and isinstance(found, (int, float))
        else found == value
    )


def is_so(way: Way, facts: Facts) -> bool:
    """Whether all that is known in a way is so."""
    return all(holds(name, value, facts) for name, value in way.items())


@given(expressions(NAMES), known(VOCABULARY))
def test_a_true_condition_is_true_in_some_way(condition: Expression, facts: Facts) -> None:
    """A check that looks at each way overlooks nobody in whom the condition is true."""
    everything = {**facts, "aching": evaluate(DEFINED["aching"], facts)}
    if evaluate(condition, everything) is True:
        assert any(is_so(way, everything) for way in Ways(NAMES, DEFINED).of(condition))


@given(expressions(NAMES), expressions(NAMES), known(VOCABULARY))
def test_what_follows_from_a_way_is_so(one: Expression, other: Expression, facts: Facts) -> None:
    """A rule that is taken to fire with a condition fires wherever the condition is true."""
    everything = {**facts, "aching": evaluate(DEFINED["aching"], facts)}
    if evaluate(one, everything) is True:
        all_ways = Ways(NAMES, DEFINED)
        for way in all_ways.of(one):
            if is_so(way, everything):
                certain = evaluate(all_ways.plain(other), all_ways.followed(way))
                assert certain in (None, evaluate(other, everything))


def test_too_many_ways_leave_something_open() -> None:
    """A condition with a million ways is looked at in few, of which each says less."""
    parts = " and ".join(f'("home" in places or size > {at})' for at in range(20))
    found = Ways({"places": set_of(["home", "gym"])}, {}).of(parse(parts))
    assert 1 <= len(found) <= module.MOST_WAYS
