"""Engines derive the same from numbers that are known only as ranges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.inference import Calculation, Production, Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Range, Value, parse
from backfat_rules.profile import Profile
from tests.inference.programs import Base, bases, facts
from tests.profile.test_ranges import ranged
from tests.ranges import told_as_ranges

SHIPPED = Program.of(load_knowledge())
DIRECT = make_engine("direct", SHIPPED)
INDEXED = make_engine("experta", SHIPPED)


@given(bases(), facts(), st.data())
def test_engines_agree_on_ranges(base: Base, told: dict[str, Value], data: st.DataObject) -> None:
    """Experta, with our matcher and its own, derives from ranges what plain evaluation does."""
    person = data.draw(told_as_ranges(told))
    direct = make_engine("direct", base.program).derive(person)
    assert make_engine("experta", base.program).derive(person) == direct
    assert make_engine("experta-rete", base.program).derive(person) == direct


@given(ranged())
def test_engines_agree_on_ranges_on_the_shipped_base(profile: Profile) -> None:
    """On the library's own knowledge both engines derive the same for anybody."""
    assert INDEXED.derive(profile.known()) == DIRECT.derive(profile.known())


@given(bases(), facts(), st.data())
def test_what_follows_from_a_range_follows_from_every_number_in_it(
    base: Base, told: dict[str, Value], data: st.DataObject
) -> None:
    """Findings and advice that a range settles are the same for the exact number."""
    engine = make_engine("direct", base.program)
    before = engine.derive(data.draw(told_as_ranges(told)))
    after = engine.derive(told)
    assert before.findings.items() <= after.findings.items()
    assert before.values.items() <= after.values.items()
    assert before.fired <= after.fired


def test_a_range_has_no_value_and_no_severity() -> None:
    """A certain finding has the default severity, and a value that is a range is unknown."""
    program = Program.build(
        [Calculation("same", parse("size")), Calculation("double", parse("2 * size"))],
        [
            Production("small", "small", parse("size < 3"), parse("ramp(size, 3, 0)")),
            Production("tiny", "tiny", parse("size < 3"), parse("size")),
        ],
        [],
        default_severity=0.25,
    )
    for name in ("direct", "experta", "experta-rete"):
        derived = make_engine(name, program).derive({"size": Range(at_least=1, below=3)})
        assert derived.findings == {"small": True, "tiny": True}
        assert derived.severity == {"small": 0.25, "tiny": 0.25}
        assert derived.values == {}
