"""What experta does wrong stays behind the fence."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading

import pytest

from backfat_rules.errors import BackfatRulesError
from backfat_rules.inference import Production, Program, make_engine
from backfat_rules.inference.experta_fence import (
    Activation,
    Fact,
    KnowledgeEngine,
    P,
    Rule,
)
from backfat_rules.inference.experta_matcher import LowestFirst
from backfat_rules.language import parse

SHORT = Program.build(
    [],
    [Production("short", "short_sleep", parse("sleep_hours < 7"))],
    [Production("longer", "longer", parse("short_sleep and not pregnant"))],
)


def _in_a_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_the_host_logging_and_collections_are_as_before() -> None:
    """Importing experta behind the fence leaves the root logger and ``collections`` alone."""
    told = _in_a_new_process(
        "import logging, collections, warnings\n"
        "warnings.simplefilter('error')\n"
        "before = list(logging.getLogger().handlers)\n"
        "import backfat_rules.inference.experta_fence\n"
        "assert logging.getLogger().handlers == before\n"
        "assert not hasattr(collections, 'Mapping')\n"
        "print('as before')\n"
    )

    assert told == "as before\n"


def test_importing_the_library_loads_no_experta_and_no_optional_library() -> None:
    """``import backfat_rules`` is silent and light."""
    told = _in_a_new_process(
        "import sys, backfat_rules\n"
        "heavy = {'experta', 'typer', 'rich', 'IPython', 'pandas', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )

    assert told == "[]\n"


def test_an_unknown_fact_is_left_out_and_not_none() -> None:
    """A predicate never sees None: a fact without an answer is not declared."""
    for name in ("experta", "experta-rete"):
        derivation = make_engine(name, SHORT).derive({"sleep_hours": None, "pregnant": False})

        assert dict(derivation.facts) == {"pregnant": False}
        assert derivation.findings == {}


def test_true_and_one_stay_apart() -> None:
    """Experta holds equal facts for one; True under one name and 1 under another are two facts."""
    program = Program.build([], [], [Production("both", "both", parse("flag and number == 1"))])
    derivation = make_engine("experta", program).derive({"flag": True, "number": 1})

    assert derivation.fired == {"both"}


def test_many_alternatives_stay_fast_to_build() -> None:
    """An ``or`` of many comparisons becomes alternatives between patterns, not within one."""
    text = " or ".join(f"n{at} < {limit}" for at in range(6) for limit in range(4))
    program = Program.build([], [], [Production("many", "many", parse(text))])

    for name in ("experta", "experta-rete"):
        engine = make_engine(name, program)
        assert engine.derive({"n5": 2}).fired == {"many"}


def test_stock_experta_can_fire_what_was_blocked_and_we_never_do() -> None:
    """With equal saliences stock experta may run an activation that a new fact has undone.

    Our rules match on nothing absent, so there is no activation to undo, with either matcher.
    """
    block = Production("block", "pregnant_found", parse("pregnant"))
    advice = [
        Production(f"advice-{at}", f"advice-{at}", parse("adult and not pregnant_found"))
        for at in range(20)
    ]
    program = Program.build([], [block], advice)

    for name in ("experta", "experta-rete"):
        engine = make_engine(name, program)
        assert engine.derive({"adult": True, "pregnant": True}).fired == {"pregnant_found"}
        assert len(engine.derive({"adult": True, "pregnant": False}).fired) == 20
        assert engine.derive({"adult": True}).fired == frozenset()


def test_our_strategy_removes_exactly_the_activations_that_are_gone() -> None:
    """Among many activations of equal salience, the right ones leave the agenda."""

    class Agenda:
        activations: list[object]

    agenda = Agenda()
    agenda.activations = []
    rule = Rule(Fact(x=P(bool)))(lambda _: None)
    activations = []
    for at in range(30):
        activation = Activation(rule, ())
        activation.key = -at
        activations.append(activation)
    strategy = LowestFirst()
    strategy.update_agenda(agenda, activations, [])
    strategy.update_agenda(agenda, [], activations[::2])

    assert sorted(map(id, agenda.activations)) == sorted(map(id, activations[1::2]))


@pytest.mark.parametrize("name", ["_IndexedSession", "_ReteSession"])
def test_a_fact_taken_back_takes_its_activations_with_it(name: str) -> None:
    """Both matchers undo what rested on a retracted fact, and match again on a new one."""
    from backfat_rules.inference import experta_engine
    from backfat_rules.inference.experta_rules import Known

    either = Production("either", "either", parse("(a > 3 and b) or (a > 5 and not b)"))
    session = getattr(experta_engine, name)(Program.build([], [], [either]))
    session.reset()
    told = {key: session.declare(Known(name=key, value=4 if key == "a" else True)) for key in "ab"}
    assert len(session.agenda.activations) == 1

    session.retract(told["b"])
    assert session.agenda.activations == []

    session.declare(Known(name="b", value=False))
    assert session.agenda.activations == []

    session.retract(told["a"])
    session.declare(Known(name="a", value=6))
    assert len(session.agenda.activations) == 1


def test_an_engine_serves_many_threads_at_once() -> None:
    """Each thread has its own working memory; nobody gets another person's findings."""
    engine = make_engine("experta", SHORT)
    wrong: list[float] = []

    def ask(hours: float) -> None:
        for _ in range(200):
            found = engine.derive({"sleep_hours": hours}).findings
            if found != {"short_sleep": hours < 7}:
                wrong.append(hours)

    threads = [threading.Thread(target=ask, args=(hours,)) for hours in range(4, 12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_an_engine_can_be_pickled() -> None:
    """A copy in another process derives the same."""
    for name in ("experta", "experta-rete", "direct"):
        engine = make_engine(name, SHORT)
        engine.derive({"sleep_hours": 5})
        copy = pickle.loads(pickle.dumps(engine))

        assert copy.derive({"sleep_hours": 5}) == engine.derive({"sleep_hours": 5})


def test_rules_live_on_the_session_and_not_on_the_class() -> None:
    """Experta marks rules found on a class with the engine that looked last; ours are not there."""
    from backfat_rules.inference.experta_engine import _IndexedSession

    first, second = _IndexedSession(SHORT), _IndexedSession(SHORT)

    assert {id(rule) for rule in first.get_rules()}.isdisjoint(map(id, second.get_rules()))
    assert not any(isinstance(member, Rule) for member in vars(_IndexedSession).values())
    assert isinstance(first, KnowledgeEngine)


def test_an_unknown_engine_is_refused_with_a_suggestion() -> None:
    """The message names the engine that was probably meant."""
    with pytest.raises(BackfatRulesError, match=r"no engine 'expert'. Did you mean experta\?"):
        make_engine("expert", SHORT)  # type: ignore[arg-type]  # the mistake is the point
