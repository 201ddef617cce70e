"""Every engine derives the same from the same facts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Value
from backfat_rules.profile import Profile
from tests.inference.programs import Base, bases, facts
from tests.strategies import profiles

SHIPPED = Program.of(load_knowledge())
DIRECT = make_engine("direct", SHIPPED)
INDEXED = make_engine("experta", SHIPPED)
FULL = settings.get_profile(settings.get_current_profile_name()).max_examples


@settings(max_examples=20 * FULL)
@given(bases(), facts(), facts())
def test_indexed_experta_equals_direct_on_random_rule_bases(
    base: Base, first: dict[str, Value], second: dict[str, Value]
) -> None:
    """Experta with our matcher derives what plain evaluation derives, person after person."""
    direct = make_engine("direct", base.program)
    indexed = make_engine("experta", base.program)

    for person in (first, second):
        assert indexed.derive(person) == direct.derive(person)


@given(bases(), facts())
def test_stock_rete_equals_ours_on_random_rule_bases(base: Base, told: dict[str, Value]) -> None:
    """Experta's own Rete network, as an oracle, fires the same rules as our matcher."""
    rete = make_engine("experta-rete", base.program)

    assert rete.derive(told) == make_engine("experta", base.program).derive(told)


@settings(max_examples=20 * FULL)
@given(profiles())
def test_indexed_experta_equals_direct_on_the_shipped_base(profile: Profile) -> None:
    """On the library's own knowledge both engines derive the same for anybody."""
    assert INDEXED.derive(profile.known()) == DIRECT.derive(profile.known())


@given(facts=facts(), base=bases(), data=st.data())
def test_learning_a_fact_never_flips_a_finding(
    facts: dict[str, Value], base: Base, data: st.DataObject
) -> None:
    """With fewer facts a finding may be unknown, but never the opposite."""
    kept = data.draw(st.sets(st.sampled_from(sorted(facts)))) if facts else set()
    engine = make_engine("direct", base.program)
    before = engine.derive({name: facts[name] for name in sorted(kept)})
    after = engine.derive(facts)

    for name, holds in before.findings.items():
        assert after.findings[name] is holds
    assert before.fired <= after.fired


@given(bases(), facts())
def test_the_order_of_facts_does_not_matter(base: Base, told: dict[str, Value]) -> None:
    """Declaring facts in another order gives an equal derivation."""
    turned = dict(reversed(list(told.items())))
    engine = make_engine("experta", base.program)

    assert engine.derive(turned) == engine.derive(told)
