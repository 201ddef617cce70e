"""What experta does wrong stays behind the fence."""

from __future__ import annotations

import collections.abc
import logging
import pickle
import subprocess
import sys
import threading
from itertools import product
from typing import get_args

import pytest

from backfat_rules.errors import BackfatRulesError
from backfat_rules.inference import (
    Calculation,
    EngineName,
    Production,
    Program,
    make_engine,
)
from backfat_rules.inference.by_definition import DefinitionEngine
from backfat_rules.inference.experta_engine import ExpertaEngine, MatcherName
from backfat_rules.inference.experta_fence import (
    Activation,
    Fact,
    KnowledgeEngine,
    P,
    Rule,
    old_python_and_quiet_logging,
    unlogged,
    watchers,
)
from backfat_rules.inference.experta_matcher import LowestFirst
from backfat_rules.inference.experta_rules import Known, steps_of
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


@pytest.mark.parametrize("name", get_args(EngineName))
def test_advice_with_the_id_of_a_rule_keeps_nothing_from_following(name: EngineName) -> None:
    """Whoever writes rules can rely on a finding following from its rule, whatever else fired.

    The advice rests on the fact told last, so stock experta fires it before the finding's rule;
    where both rest on the same facts, the hash seed decides.
    """
    nights = Production("nights", "shift_work", parse("works_nights"))
    advice = [
        Production("nights", "nights", parse("works_nights and tired")),
        Production("anchor-sleep", "anchor-sleep", parse("shift_work")),
    ]
    program = Program.build([], [nights], advice)
    told = {"works_nights": True, "tired": True}
    derivation = make_engine(name, program).derive(told)

    assert derivation == DefinitionEngine(program).derive(told)
    assert derivation.fired == {"shift_work", "nights", "anchor-sleep"}


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


@pytest.mark.parametrize("name", ["indexed", "rete"])
def test_a_fact_taken_back_takes_its_activations_with_it(name: MatcherName) -> None:
    """Both matchers undo what rested on a retracted fact, and match again on a new one."""
    either = Production("either", "either", parse("(a > 3 and b) or (a > 5 and not b)"))
    session = ExpertaEngine(Program.build([], [], [either]), name).new_session()
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


@pytest.mark.parametrize("name", ["experta", "direct"])
def test_an_engine_serves_many_threads_at_once(name: EngineName) -> None:
    """Each thread has its own working memory; nobody gets another person's findings."""
    engine = make_engine(name, SHORT)
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


def test_threads_share_the_rules_and_nothing_of_a_person() -> None:
    """With our matcher a thread costs a working memory and no rules of its own.

    Experta marks rules found on a class with the engine that looked last; ours are not there.
    """
    engine = ExpertaEngine(SHORT)
    first, second = engine.new_session(), engine.new_session()

    assert list(map(id, first.get_rules())) == list(map(id, second.get_rules()))
    assert not any(isinstance(member, Rule) for member in vars(type(first)).values())
    assert isinstance(first, KnowledgeEngine)

    first.infer({"sleep_hours": 5})
    second.reset()
    assert [type(fact).__name__ for fact in second.facts.values()] == ["InitialFact"]
    assert (second.matcher.known, second.agenda.activations) == ({}, [])


@pytest.mark.parametrize("name", ["indexed", "rete"])
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_no_fact_of_a_person_is_logged(
    name: MatcherName, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even where the host logs everything; what else runs on experta logs as before."""
    loggers = [logging.getLogger(f"experta.watchers.{each}") for each in watchers.ALL]
    with caplog.at_level(level):
        for each in loggers:
            caplog.set_level(level, each.name)
        ExpertaEngine(SHORT, name).derive({"sleep_hours": 5, "suicidal_thoughts": True})
        assert caplog.records == []

        host = KnowledgeEngine()
        host.reset()
        host.declare(Fact(mine=True))
        assert "mine=True" in caplog.text
        assert [(each.level, each.handlers, each.propagate) for each in loggers] == [
            (level, [], True) for _ in loggers
        ]


def test_a_value_without_names_is_known_to_everybody() -> None:
    """A formula may be a plain number, in every engine."""
    advice = [Production("long", "long", parse("limit > 40"))]
    program = Program.build([Calculation("limit", parse("48"))], [], advice)

    for name in get_args(EngineName):
        for facts in ({}, {"sleep_hours": 5}):
            derivation = make_engine(name, program).derive(facts)
            assert derivation.values == {"limit": 48}
            assert derivation.fired == {"long"}


def test_choices_in_a_formula_add_steps_and_do_not_multiply_them() -> None:
    """Two steps for each ``if ... else``, and one for the formula."""
    for count in (1, 5, 40):
        terms = " + ".join(f"({at} if t{at} else 0)" for at in range(count))
        program = Program.build([Calculation("sum", parse(terms))], [], [])
        assert len(list(steps_of(program))) == 2 * count + 1
        facts = {f"t{at}": at % 2 == 0 for at in range(count)}
        for name in get_args(EngineName):
            values = make_engine(name, program).derive(facts).values
            assert values["sum"] == sum(at for at in range(count) if at % 2 == 0)


def test_a_formula_within_a_choice_keeps_its_branches_apart() -> None:
    """Choices within choices, and within functions, are worth the same in every engine."""
    formula = parse("max(1 if a else (2 if b else 3 / n), 0) + (n if b else 5)")
    program = Program.build([Calculation("v", formula)], [], [])
    engines = [make_engine(name, program) for name in get_args(EngineName)]
    for a, b, n in product((True, False, None), (True, False, None), (0, 4, None)):
        facts = {"a": a, "b": b, "n": n}
        wanted = DefinitionEngine(program).derive(facts)
        for engine in engines:
            assert engine.derive(facts) == wanted


def test_an_unknown_engine_is_refused_with_a_suggestion() -> None:
    """The message names the engine that was probably meant."""
    with pytest.raises(BackfatRulesError, match=r"no engine 'expert'. Did you mean experta\?"):
        make_engine("expert", SHORT)  # type: ignore[arg-type]  # the mistake is the point


@pytest.mark.parametrize("missing", ["experta", "frozendict", "schema"])
def test_without_experta_one_sentence_says_what_to_do(missing: str) -> None:
    """Where experta or a part of it is missing, the error says how to install it or do without."""
    code = (
        f"import sys, warnings; sys.modules[{missing!r}] = None; warnings.simplefilter('ignore')\n"
        "from backfat_rules import BackfatRulesError, recommend\n"
        "recommend({'sleep_hours': 5}, engine='direct')\n"
        "try:\n    recommend({'sleep_hours': 5})\n"
        "except BackfatRulesError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "The engine 'experta' needs the package experta, which is not installed whole. "
        'Run: pip install experta, or choose engine="direct", which gives equal plans.\n'
    )


def test_what_is_lent_for_an_import_is_taken_back() -> None:
    """Meanwhile the old name is there and a handler stands in; afterwards neither is."""
    root = logging.getLogger()
    before = list(root.handlers)
    with old_python_and_quiet_logging():
        assert getattr(collections, "Mapping") is collections.abc.Mapping  # noqa: B009
        assert len(root.handlers) == len(before) + 1
    assert not hasattr(collections, "Mapping")
    assert root.handlers == before


def test_silence_ends_where_the_outermost_asked_for_it(caplog: pytest.LogCaptureFixture) -> None:
    """One engine run within another ends its own silence and not that of the other."""
    logger = logging.getLogger(f"experta.watchers.{watchers.ALL[0]}")
    caplog.set_level(logging.DEBUG, logger.name)
    with unlogged():
        with unlogged():
            logger.info("within")
        logger.info("still within")
    logger.info("after")
    assert [each.message for each in caplog.records] == ["after"]
