"""What every app relies on: the same bytes anywhere, lightness, good manners, frozen data."""

from __future__ import annotations

import collections
import copy
import json
import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

import pytest

from backfat_rules import Advisor, BackfatRulesError, Plan, Profile, load_knowledge, recommend
from backfat_rules.knowledge.loading import cache_shipped_knowledge
from tests.planning.people import BUSY

OPTIONAL = {"altair", "typer", "rich", "IPython", "ipykernel", "narwhals", "pandas", "polars", "z3"}
ADVISE = f"from backfat_rules import recommend; recommend({BUSY!r})"
PEOPLE: tuple[dict[str, Any], ...] = ({}, {"sleep_hours": 5.5}, {"symptoms": ["chest_pain"]}, BUSY)
PRINT = f"""
from backfat_rules import recommend
for person in {PEOPLE!r}:
    for engine in ("direct", "experta"):
        print(recommend(person, engine=engine).model_dump_json())
"""


def run(code: str, seed: int | str = "random") -> str:
    """What some code prints in a fresh interpreter."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def test_every_process_gives_the_same_bytes() -> None:
    """Hash seed, process and engine change no byte of a plan, so that plans can be compared."""
    with ThreadPoolExecutor(2) as pool:
        printed = set(pool.map(lambda seed: run(PRINT, seed), range(5)))
    ours = [recommend(person).model_dump_json() for person in PEOPLE for _ in range(2)]
    assert printed == {"\n".join([*ours, ""])}


@pytest.mark.parametrize("engine", ["direct", "experta"])
def test_threads_share_an_advisor(engine: Literal["direct", "experta"]) -> None:
    """A web server's threads may use one advisor at once, for different people."""
    advisor = Advisor(engine=engine)
    people = [{**BUSY, "sleep_hours": 4 + at / 2, "stress_level": at % 11} for at in range(24)]
    alone = [advisor.recommend(person).model_dump_json() for person in people]
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(lambda person: advisor.recommend(person).model_dump_json(), people)
    assert list(together) == alone
    assert len(set(alone)) == len(people)


def loaded_by(code: str) -> set[str]:
    """The modules that some code loads in a fresh interpreter."""
    return set(run(f"{code}\nimport sys\nprint(*sys.modules)").split())


def test_the_import_is_light() -> None:
    """A web app or a command starts at once: the import loads neither rules, YAML nor engine."""
    loaded = loaded_by("import backfat_rules")
    own = {name for name in loaded if name.startswith("backfat_rules.")}
    heavy = ("advisor", "plan", "planning", "inference", "knowledge", "views", "explain")
    assert {"yaml", "experta"}.isdisjoint(loaded)
    assert not [name for name in own if name.split(".")[1] in heavy]


REFUSE = """
from backfat_rules import Profile, ProfileError
try:
    Profile(sleep_hours=50, sleep_quality="good")
except ProfileError as error:
    assert "Did you mean 0.83 h" in str(error)
"""


@pytest.mark.parametrize(
    "code", [REFUSE, "from backfat_rules import Profile; Profile(sleep_hours=5).known()"]
)
def test_answers_are_checked_without_reading_knowledge(code: str) -> None:
    """Who only takes answers in, and refuses those that cannot be right, waits for no YAML."""
    assert "yaml" not in loaded_by(code)


def test_the_first_plan_reads_the_cache() -> None:
    """The first plan of an installed library comes from the packed knowledge, not from YAML."""
    cache_shipped_knowledge()  # as an installation does; a checkout's may be out of date
    run(f"from backfat_rules.knowledge import filling\nfilling.read_yaml = None\n{ADVISE}")


def test_the_direct_engine_needs_no_experta() -> None:
    """Who chooses the direct engine does not pay for the other."""
    direct = ADVISE.replace(")", ", engine='direct')")
    assert "experta" not in loaded_by(direct)


@pytest.mark.parametrize("code", ["import backfat_rules", ADVISE])
def test_nothing_optional_is_loaded(code: str) -> None:
    """Who only asks for advice needs none of the optional libraries, and does not wait for them."""
    assert OPTIONAL.isdisjoint(name.split(".")[0] for name in loaded_by(code))


def test_the_host_program_stays_as_it_is() -> None:
    """Logging of the host keeps its level and handlers, and no old name is left in collections."""
    root = logging.getLogger()
    before = (root.level, list(root.handlers), root.disabled)
    recommend(BUSY)
    assert (root.level, list(root.handlers), root.disabled) == before
    assert not hasattr(collections, "Mapping")
    check = "print(logging.root.handlers, logging.root.level, hasattr(collections, 'Mapping'))"
    assert run(f"{ADVISE}\nimport collections, logging\n{check}") == "[] 30 False\n"


def test_json_round_trip() -> None:
    """A stored plan comes back equal, and is plain JSON for other programs."""
    plan = recommend(BUSY)
    stored = plan.model_dump_json()
    assert Plan.model_validate_json(stored) == plan
    assert json.loads(stored)["recommendations"][0]["id"] == plan.recommendations[0].id


def test_a_plan_is_frozen() -> None:
    """Nobody who is handed a plan can change it for others."""
    plan = recommend(BUSY)
    with pytest.raises(BackfatRulesError, match="read-only"):
        plan.gate = "proceed"  # type: ignore[misc]  # what must not work
    with pytest.raises(BackfatRulesError, match="read-only"):
        plan.recommendations[0].priority = 0.0  # type: ignore[misc]  # what must not work


def test_the_facts_of_a_plan_are_frozen() -> None:
    """Nobody can change the answers that somebody else's plan rests on, wherever it came from."""
    plan = recommend(BUSY)
    again = Plan.model_validate_json(plan.model_dump_json())
    for each in (plan, again, copy.deepcopy(plan), pickle.loads(pickle.dumps(plan))):
        assert each == plan
        for held in (each.facts, each.recommendations[0].reasons[0].facts):
            with pytest.raises(TypeError, match="read-only"):
                held["sleep_hours"] = 3  # type: ignore[index]


def test_copies_explain_themselves() -> None:
    """A deep copy shares what never changes, so it is cheap and explains like the original."""
    plan = Advisor(engine="direct").recommend(BUSY)
    for each in (copy.deepcopy(plan), plan.model_copy(deep=True)):
        assert each == plan
        assert each.what_if(sleep_hours=8) == plan.what_if(sleep_hours=8)


def test_pickles_go_to_other_processes() -> None:
    """Knowledge and an advisor can be handed to workers, and give the same plans there."""
    knowledge = pickle.loads(pickle.dumps(load_knowledge()))
    advisor = pickle.loads(pickle.dumps(Advisor(engine="direct", country="gb")))
    assert knowledge.version == load_knowledge().version
    assert [*knowledge.recommendations] == [*load_knowledge().recommendations]
    assert advisor.recommend(BUSY) == recommend(BUSY)
    danger = {"symptoms": ["chest_pain"]}
    assert advisor.recommend(danger) == recommend(danger, country="gb", knowledge=knowledge)
    with pytest.raises(TypeError, match="read-only"):
        knowledge.findings.clear()


def test_picking_from_a_plan() -> None:
    """Apps pick recommendations by id, by rank and by area."""
    plan = recommend(BUSY)
    assert plan["sleep-longer"].title == "Give yourself more sleep"
    assert plan.top(3) == plan.recommendations[:3]
    assert plan.top(0) == ()
    assert {each.area for each in plan.area("nutrition")} == {"nutrition"}
    areas = [plan.area("lifestyle"), plan.area("nutrition"), plan.area("exercise")]
    assert sum(map(len, areas)) == len(plan.recommendations)
    with pytest.raises(KeyError, match="no-such-advice"):
        plan["no-such-advice"]


def test_an_empty_profile() -> None:
    """Who has told nothing gets nothing invented, but what holds for most adults, and questions."""
    plan = recommend(Profile())
    assert plan.gate == "insufficient_data"
    assert plan.recommendations == ()
    assert plan.findings == ()
    assert {message.kind for message in plan.messages} == {"guidance"}
    assert plan.questions


def test_one_answer() -> None:
    """One answer already leads to advice on it, and to questions that say why they are asked."""
    plan = recommend(Profile(sleep_hours=5.5))
    assert plan.recommendations[0].id == "sleep-longer"
    assert {each.topic for each in plan.recommendations} == {"sleep"}
    assert "sleep_hours" not in {question.fact for question in plan.questions}
    assert all(question.why for question in plan.questions)


def test_perfect_habits() -> None:
    """Somebody who does everything well gets no invented problem: "keep going" is an answer."""
    plan = recommend(load_knowledge().scenarios["athlete-with-perfect-habits"].facts)
    assert plan.gate == "proceed"
    assert plan.area("lifestyle") == ()
    assert plan.withheld == ()
    praised = {message.id for message in plan.messages if message.kind == "keep_going"}
    lifestyle = {"sleep-keep-going", "stress-keep-going", "keep-going-sitting"}
    assert praised >= lifestyle | {"keep-going-movement", "keep-going-posture"}


@pytest.mark.parametrize("call", [recommend, lambda _, knowledge: Advisor(knowledge)])
def test_a_folder_is_no_knowledge_base(call: Callable[..., object]) -> None:
    """Whoever gives the path of a folder is told how to load it."""
    with pytest.raises(BackfatRulesError, match=r"knowledge=load_knowledge\('my-rules'\)"):
        call({}, knowledge="my-rules")
