"""What unknown rules wait for: generated code held against the same said plainly."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.inference import Derivation, Production, Program, make_engine
from backfat_rules.inference.waiting import Waiting
from backfat_rules.language import Expression, Value, evaluate, is_exact, names_in, parse
from backfat_rules.language.tree import AllOf, AnyOf, Not
from tests.inference.programs import CHOICES, NUMBERS, SETS, TRUTHS, Base, bases, facts
from tests.planning.people import KNOWLEDGE, people
from tests.ranges import told_as_ranges

FACTS = (*NUMBERS, *TRUTHS, *SETS, *CHOICES)
SHIPPED = Program.of(KNOWLEDGE)


class Plainly:
    """The facts that an answer is waited for, by looking at each part again and again."""

    def __init__(self, program: Program, derivation: Derivation) -> None:
        self.program, self.derivation = program, derivation

    def advice(self) -> list[list[frozenset[str]]]:
        """For each piece of advice and each of its parts the facts that are waited for."""
        found = []
        for production in self.program.advice.values():
            condition = production.condition
            parts = condition.operands if isinstance(condition, AllOf) else (condition,)
            is_false = evaluate(condition, self.derivation.known) is False
            found.append([frozenset() if is_false else self.waits(part) for part in parts])
        return found

    def waits(self, condition: Expression) -> frozenset[str]:
        """The facts that an unknown condition hangs on; what is settled hangs on none."""
        if evaluate(condition, self.derivation.known) is not None:
            return frozenset()
        match condition:
            case Not(operand):
                return self.waits(operand)
            case AllOf(operands) | AnyOf(operands):
                return frozenset[str]().union(*map(self.waits, operands))
        return frozenset(fact for name in names_in(condition) for fact in self.below(name))

    def below(self, name: str) -> Iterator[str]:
        """The facts without which a name is unknown."""
        if name in self.program.stratum:
            if name in self.derivation.known:
                return
            if name in self.program.calculations:
                for each in names_in(self.program.calculations[name].formula):
                    yield from self.below(each)
            for rule in self.program.findings.get(name, ()):
                yield from self.waits(rule.condition)
        elif not is_exact(self.derivation.facts.get(name)):
            yield name


def masks(waiting: Waiting, derivation: Derivation) -> list[list[frozenset[str]]]:
    """What is waited for, as names."""
    return [
        [frozenset(name for name, bit in waiting.bits.items() if part & bit) for part in parts]
        for parts in waiting.parts_of(derivation)
    ]


def settled_alike(ours: list[list[frozenset[str]]], plain: list[list[frozenset[str]]]) -> bool:
    """Whether the same is waited for; how many parts wait for nothing does not matter."""
    return [parts if any(parts) else [] for parts in ours] == [
        parts if any(parts) else [] for parts in plain
    ]


@given(bases(), facts(), st.data())
def test_questions_are_about_what_is_unknown_for_any_rules(
    base: Base, told: dict[str, Value], data: st.DataObject
) -> None:
    """Exactly those facts are asked for that an unknown part of a condition hangs on."""
    person = data.draw(told_as_ranges(told)) if data.draw(st.booleans()) else told
    derivation = make_engine("direct", base.program).derive(person)
    ours = masks(Waiting(base.program, FACTS), derivation)
    assert settled_alike(ours, Plainly(base.program, derivation).advice())


WAITING = Waiting(SHIPPED, KNOWLEDGE.facts)
DIRECT = make_engine("direct", SHIPPED)


@given(people(), st.data())
def test_questions_are_about_what_is_unknown(told: dict[str, Value], data: st.DataObject) -> None:
    """The same holds for the library's own rules, for exact answers and for ranges."""
    person = data.draw(told_as_ranges(told))
    for answers in (told, person):
        derivation = DIRECT.derive(answers)
        assert settled_alike(masks(WAITING, derivation), Plainly(SHIPPED, derivation).advice())


def test_what_is_waited_for() -> None:
    """A refuted condition waits for nothing, an unknown finding for what its rules need."""
    tired = Production("tired", "tired", parse("n0 < 3 or t0"))
    rested = Production("rested", "rested", parse("not tired and n1 > 1"))
    program = Program.build((), [tired], [rested])
    waiting, engine = Waiting(program, FACTS), make_engine("direct", program)

    def waited(**told: Value) -> list[frozenset[str]]:
        return masks(waiting, engine.derive(told))[0]

    assert waited() == [{"n0", "t0"}, {"n1"}]
    assert waited(n0=4) == [{"t0"}, {"n1"}]
    assert waited(n0=4, t0=False) == [set(), {"n1"}]
    assert not any(waited(n0=2))
    assert not any(waited(n1=1))
