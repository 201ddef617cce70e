"""Every engine derives the same from the same facts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules.inference import Program, make_engine
from backfat_rules.inference.by_definition import DefinitionEngine, evaluate_rules
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.rules import Blocks
from backfat_rules.language import Value, deciding_parts, evaluate
from backfat_rules.profile import Profile
from tests.inference.programs import Base, bases, facts
from tests.strategies import profiles

KNOWLEDGE = load_knowledge()
SHIPPED = Program.of(KNOWLEDGE)
DEFINITION = DefinitionEngine(SHIPPED)
DIRECT = make_engine("direct", SHIPPED)
INDEXED = make_engine("experta", SHIPPED)
FULL = settings.get_profile(settings.get_current_profile_name()).max_examples


@settings(max_examples=20 * FULL)
@given(bases(), facts(), facts())
def test_every_engine_derives_what_is_defined_on_random_rule_bases(
    base: Base, first: dict[str, Value], second: dict[str, Value]
) -> None:
    """Generated Python and experta derive what plain evaluation derives, person after person."""
    definition = DefinitionEngine(base.program)
    engines = [make_engine("direct", base.program), make_engine("experta", base.program)]

    for person in (first, second):
        wanted = definition.derive(person)
        for engine in engines:
            assert engine.derive(person) == wanted


@given(bases(), facts())
def test_the_truth_of_every_rule_is_known(base: Base, told: dict[str, Value]) -> None:
    """Asked for any rule, a derivation answers what evaluating its condition answers."""
    derivation = make_engine("direct", base.program).derive(told)
    truths = dict(evaluate_rules(base.program, dict(told)))

    assert {id: derivation.truth(id) for id in truths} == truths
    assert derivation.fired_rules == {id for id, truth in truths.items() if truth is True}
    assert derivation.open == {
        each.id for each in base.program.productions if each.unanswered and truths[each.id] is None
    }


@given(bases(), facts())
def test_firings_say_what_decided_them(base: Base, told: dict[str, Value]) -> None:
    """Every firing has the parts that decided it, and stands with what it concludes."""
    derivation = make_engine("direct", base.program).derive(told)
    conditions = {each.id: each.condition for each in base.program.productions}

    assert {firing.rule for firing in derivation.firings} == derivation.fired_rules
    for firing in derivation.firings:
        assert firing.because == deciding_parts(conditions[firing.rule], derivation.known)
        assert firing in derivation.firings_of(firing.concludes)
    order = [(firing.stratum, firing.rule) for firing in derivation.firings]
    assert order == sorted(order)


@given(bases(), facts())
def test_stock_rete_equals_ours_on_random_rule_bases(base: Base, told: dict[str, Value]) -> None:
    """Experta's own Rete network, as an oracle, fires the same rules as our matcher."""
    rete = make_engine("experta-rete", base.program)

    assert rete.derive(told) == make_engine("experta", base.program).derive(told)


@settings(max_examples=20 * FULL)
@given(profiles())
def test_every_engine_derives_what_is_defined_on_the_shipped_base(profile: Profile) -> None:
    """On the library's own knowledge all engines derive the same for anybody."""
    wanted = DEFINITION.derive(profile.known())
    assert DIRECT.derive(profile.known()) == wanted
    assert INDEXED.derive(profile.known()) == wanted


@given(profiles())
def test_open_screening_is_what_is_unknown_and_closes_something(profile: Profile) -> None:
    """What waits for an answer is known without evaluating anything again."""
    derivation = INDEXED.derive(profile.known())

    assert derivation.open == {
        rule.id
        for rule in KNOWLEDGE.screening.values()
        if rule.unanswered != Blocks() and evaluate(rule.when.tree, derivation.known) is None
    }


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
