"""The rules as Python: readable, and gone with the program they belong to."""

from __future__ import annotations

import gc
import inspect
import linecache
import weakref

import pytest

from backfat_rules.inference import Calculation, EngineName, Production, Program, make_engine
from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.language import parse

BMI = Calculation("bmi", parse("weight_kg / (height_cm / 100) ** 2"))
SHORT = Production(
    "short-sleep", "short_sleep", parse("sleep_hours < 7"), parse("ramp(sleep_hours, 7, 4)")
)
TIRED = Production("tired", "tired", parse("short_sleep and (night_shift or bmi > 30)"))
ADVICE = Production("sleep-longer", "sleep-longer", parse("tired"), unanswered=True)
PROGRAM = Program.build([BMI], [SHORT, TIRED], [ADVICE])


def test_the_source_of_a_program_reads_like_its_rules() -> None:
    """Values, findings and advice in the order of their layers, each a few lines."""
    (infer,) = CompiledProgram(PROGRAM)._inference

    assert (
        inspect.getsource(infer).rstrip()
        == """\
def infer_1(_known, _fire):
    _get = _known.get
    weight_kg = _get('weight_kg', _UNKNOWN)
    height_cm = _get('height_cm', _UNKNOWN)
    sleep_hours = _get('sleep_hours', _UNKNOWN)
    night_shift = _get('night_shift')
    bmi = _divided(weight_kg, _power(_divided(height_cm, 100), 2))
    if bmi == bmi:
        _known['bmi'] = bmi
    short_sleep = None
    if sleep_hours < 7:
        short_sleep = _known['short_sleep'] = True
        _fire('short-sleep')
    elif sleep_hours >= 7:
        short_sleep = _known['short_sleep'] = False
    tired = None
    if (short_sleep and (night_shift or bmi > 30)):
        tired = _known['tired'] = True
        _fire('tired')
    elif (short_sleep is False or (night_shift is False and bmi <= 30)):
        tired = _known['tired'] = False
    if tired:
        _fire('sleep-longer')"""
    )


def test_a_finding_takes_its_severity_from_what_decided_it() -> None:
    """A rule without a severity of its own is as severe as the findings it rests on."""
    derivation = make_engine("direct", PROGRAM).derive({"sleep_hours": 5.5, "night_shift": True})

    assert derivation.severity == {"short_sleep": 0.5, "tired": 0.5}
    assert derivation.truth("sleep-longer") is True
    assert derivation.open == frozenset()


def test_what_is_open_waits_for_an_answer() -> None:
    """An unknown rule is open only where something is closed until it is answered."""
    engine = make_engine("direct", PROGRAM)

    assert engine.derive({"sleep_hours": 5.5}).open == {"sleep-longer"}
    assert engine.derive({"sleep_hours": 5.5}).truth("tired") is None
    assert engine.derive({"sleep_hours": 8}).open == frozenset()
    assert engine.derive({"sleep_hours": 8}).truth("sleep-longer") is False
    with pytest.raises(KeyError, match="sleep-shorter"):
        engine.derive({"sleep_hours": 8}).truth("sleep-shorter")


def test_compiled_rules_die_with_their_engine() -> None:
    """Knowledge that is loaded and dropped again leaves neither rules nor source behind."""
    before = set(linecache.cache)
    names: list[EngineName] = ["direct", "experta"]  # stock experta keeps its last activations
    for name in names:
        engine = make_engine(name, PROGRAM)
        derivation = engine.derive({"sleep_hours": 5})
        assert derivation.open
        assert set(linecache.cache) - before
        gone = weakref.ref(engine)
        del engine, derivation
        gc.collect()
        assert gone() is None
        assert set(linecache.cache) <= before


def test_many_findings_fill_several_functions() -> None:
    """However large a base is, no function outgrows what Python compiles quickly."""
    count = 2500
    findings = [Production(f"r{at}", f"f{at}", parse(f"n > {at}")) for at in range(count)]
    last = Production("last", "last", parse(f"f0 and not f{count - 1}"))
    program = Program.build([], findings, [last])

    assert len(CompiledProgram(program)._inference) == 3
    derivation = make_engine("direct", program).derive({"n": 100})
    assert derivation.fired == {*(f"f{at}" for at in range(100)), "last"}
