"""Random small rule bases: facts, values over them, findings over both, advice over all."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from hypothesis import strategies as st

from backfat_rules.inference import Calculation, Production, Program
from backfat_rules.language import Value, parse

NUMBERS: tuple[str, ...] = ("n0", "n1", "n2")
TRUTHS: tuple[str, ...] = ("t0", "t1", "t2")
SETS = ("s0", "s1")
CHOICES = ("c0",)
WORDS = ("red", "green", "blue")


@dataclass(frozen=True)
class Base:
    """A random program, and the names of its facts."""

    program: Program

    def __repr__(self) -> str:
        from backfat_rules.language import render

        rules = [
            f"{p.id} -> {p.concludes}: {render(p.condition)}" for p in self.program.productions
        ]
        values = [f"{c.name} = {render(c.formula)}" for c in self.program.calculations.values()]
        return "\n".join(["Base(", *values, *rules, ")"])


def facts() -> st.SearchStrategy[dict[str, Value]]:
    """Any subset of the facts, with values on and around the limits that conditions use."""
    numbers = st.integers(-1, 4) | st.sampled_from([0.5, 2.5])
    words = st.frozensets(st.sampled_from(WORDS))
    return st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(NUMBERS, numbers),
            **dict.fromkeys(TRUTHS, st.booleans()),
            **dict.fromkeys(SETS, words),
            **dict.fromkeys(CHOICES, st.sampled_from(WORDS)),
        },
    )


def _leaves(numbers: tuple[str, ...], truths: tuple[str, ...]) -> st.SearchStrategy[str]:
    sign = st.sampled_from(["<", "<=", ">", ">=", "=="])
    number = st.sampled_from(numbers)
    limit = st.integers(0, 3).map(str)
    return st.one_of(
        st.sampled_from(truths),
        st.builds("{} {} {}".format, number, sign, limit),
        st.builds("{} {} {}".format, number, sign, number),
        st.builds("{} / {} > 1".format, number, number),
        st.builds('"{}" in {}'.format, st.sampled_from(WORDS), st.sampled_from(SETS)),
        st.builds('c0 == "{}"'.format, st.sampled_from(WORDS)),
        st.builds("count({}) > {}".format, st.sampled_from(SETS), limit),
        st.just('c0 in ("red", "blue")'),
    )


@functools.cache  # to build and check a strategy takes longer than to draw from it
def conditions(numbers: tuple[str, ...], truths: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Conditions over the given names, as text."""
    return st.recursive(
        _leaves(numbers, truths),
        lambda inner: st.one_of(
            st.builds("(not {})".format, inner),
            st.builds("({} and {})".format, inner, inner),
            st.builds("({} or {})".format, inner, inner),
        ),
        max_leaves=5,
    )


@st.composite
def bases(draw: st.DrawFn) -> Base:
    """Two values, four findings of one to three rules each, and four pieces of advice."""
    numbers, truths = NUMBERS, TRUTHS
    values, rules = [], []
    for name in ("v0", "v1"):
        plain = draw(st.sampled_from(["{a} + {b}", "{a} / {b}", "max({a}, 1)", "{a} - 2 * {b}"]))
        names = {"a": draw(st.sampled_from(numbers)), "b": draw(st.sampled_from(numbers))}
        text = plain.format(**names)
        if draw(st.booleans()):
            condition = draw(conditions(numbers, truths))
            text = f"1 + ({text} if {condition} else {draw(st.sampled_from(numbers))})"
        values.append(Calculation(name, parse(text)))
        numbers = (*numbers, name)
    for finding in ("f0", "f1", "f2", "f3"):
        for at in range(draw(st.integers(1, 3))):
            severity = draw(st.sampled_from([None, "ramp(n0, 0, 3)", "n1 / 3"]))
            when = parse(draw(conditions(numbers, truths)))
            tree = parse(severity) if severity else None
            rules.append(Production(f"{finding}-{at}", finding, when, tree))
        truths = (*truths, finding)
    advice = [
        Production(id, id, parse(draw(conditions(numbers, truths))), unanswered=draw(st.booleans()))
        for id in ("a0", "a1", "a2", "a3")
    ]
    return Base(Program.build(draw(st.permutations(values)), draw(st.permutations(rules)), advice))
