"""What a person tells stays with the program that was told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from backfat_rules import Advisor, Profile, ProfileError
from backfat_rules.knowledge import load_knowledge

ROOT = Path(__file__).parents[1]

SECRET = {"suicidal_thoughts": True, "weight_kg": 61.0625, "sex": "female", "age": 29}
SIGNS = ("suicidal", "61.0625", "female")

EVERYTHING = f"""
import json, logging, pickle, sys, threading, warnings

from backfat_rules import Advisor, Interview, Plan, Profile, load_knowledge

class Heard(logging.Handler):
    def emit(self, record):
        heard.append(record.getMessage() + repr(record.args) + repr(record.exc_info))

def opened(event, arguments):
    if event in ("open", "socket.connect", "socket.sendto"):
        for_writing = event != "open" or set(str(arguments[1])) & set("wax+")
        if for_writing:
            written.append([event, str(arguments[0])])

heard, written, warned = [], [], []
warnings.simplefilter("always")
warnings.showwarning = lambda message, *_: warned.append(str(message))
for engine in ("experta", "experta-rete", "direct"):  # load what is loaded once
    Advisor(engine=engine).recommend({{"sleep_hours": 6}}).in_units("us")

logging.getLogger().addHandler(Heard())
for each in (logging.getLogger(), *map(logging.getLogger, [*logging.Logger.manager.loggerDict])):
    each.setLevel(1)
sys.addaudithook(opened)

SECRET = {SECRET!r}

def advise(engine):
    advisor = Advisor(engine=engine)
    plan = advisor.recommend(Profile(**SECRET))
    advisor.decide(SECRET)
    str(plan), plan._repr_mimebundle_(), plan.model_dump_json(), str(plan.in_units("us"))
    plan.what_if(weight_kg=61.0625, pregnant=True)
    plan.why_not("hiit_protocol"), plan.outlook
    for each in plan.recommendations[:2]:
        plan.why(each.id)
    pickle.loads(pickle.dumps(plan)).why_not("hiit_protocol")
    interview = advisor.interview().answer("suicidal_thoughts", True).answer("weight_kg", 61.0625)
    interview.question, interview.plan()
    for wrong in ({{**SECRET, "age": 500}}, {{**SECRET, "sleep": 3}}):
        try:
            advisor.recommend(wrong)
        except Exception:
            pass

for engine in ("experta", "experta-rete", "direct"):
    advise(engine)
threads = [threading.Thread(target=advise, args=(name,)) for name in ("experta", "direct") * 2]
for thread in threads: thread.start()
for thread in threads: thread.join()
Profile.from_units(weight_kg="134.62 lb", suicidal_thoughts=True)
print(json.dumps([heard, warned, written]))
"""


def test_no_answer_reaches_a_log_a_warning_or_a_file() -> None:
    """With every engine, in every verb and in threads, where the host listens to everything."""
    ended = subprocess.run(
        [sys.executable, "-W", "always", "-c", EVERYTHING],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    heard, warned, written = json.loads(ended.stdout)
    texts = [*heard, *warned, *ended.stderr.splitlines()]
    assert not [text for text in texts if any(sign in text for sign in SIGNS)]
    assert warned == []
    assert written == []


class Holder(BaseModel):
    """An app's model with a profile in it."""

    profile: Profile


@pytest.mark.parametrize(
    "wrong",
    [
        {"sleep_hours": 99},
        {"sleep": 7},
        {"ranges": {"sleep_hours": {"at_least": 99}}},
        {"ranges": {"sleep": {"at_least": 9}}},
        {"symptoms": ["chest_pains"]},
        {"current_exercises": ["squat leap"]},
        {f"fact{n}": n for n in range(1000)},
        {"symptoms": [f"word{n}" for n in range(1000)]},
    ],
    ids=lambda wrong: str(wrong)[:40],
)
def test_a_refusal_shows_nothing_but_what_is_wrong(wrong: dict[str, Any]) -> None:
    """Answers that are right are in no exception's text, wherever the profile was refused."""
    told = {**SECRET, **wrong}
    refusals: list[Exception] = []
    knowledge = load_knowledge()
    for refuse in (
        lambda: Profile.model_validate(told),
        lambda: Profile(**told),
        lambda: Profile.model_validate_json(json.dumps(told)),
        lambda: Profile.from_units(told),
        lambda: Profile.from_row(told),
        lambda: Advisor(knowledge, engine="direct").recommend(told),
        lambda: Holder.model_validate({"profile": told}),
        lambda: Holder.model_validate_json(json.dumps({"profile": told})),
    ):
        with pytest.raises((ProfileError, ValidationError)) as caught:
            refuse()
        refusals.append(caught.value)
    for refusal in refusals:
        text = f"{refusal}{refusal!r}{refusal.__cause__}"
        assert not [sign for sign in SIGNS if sign in text], text
