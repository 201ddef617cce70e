"""The service of the examples answers every request with 200 or 422, and says what is wrong."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from service import app

from backfat_rules import Advisor, Decision, Interview, Plan, recommend
from tests.examples.service_requests import statuses
from tests.examples.service_threads import differing

JSON = {"content-type": "application/json"}
PYDANTIC = re.compile(r"[Ii]nput should|Field required|valid dictionary|extra_forbidden")


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client that sees a 500 as a user would."""
    return TestClient(app, raise_server_exceptions=False)


def test_a_plan_and_a_decision_are_served_as_they_are(client: TestClient) -> None:
    """What is served is what the library gives, and can be read back."""
    told = {"sleep_hours": 5.5, "stress_level": 8, "posture": ["slouched"]}
    plan = client.post("/plan", json=told)
    assert (plan.status_code, Plan.model_validate_json(plan.text)) == (200, recommend(told))
    decision = client.post("/decision", json=told)
    assert Decision.model_validate_json(decision.text) == Advisor().decide(told)


WRONG: dict[str, tuple[Any, str, str]] = {
    "out of range": ({"sleep_hours": 330}, "sleep_hours", "Did you mean 5.5 h"),
    "no such word": (
        {"posture": ["round_shoulders"]},
        "posture",
        "Did you mean rounded_shoulders?",
    ),
    "no such fact": ({"sleep_hour": 7}, "sleep_hour", "Did you mean sleep_hours?"),
    "text for a number": ({"age": "40"}, "age", "Give a number without quotes."),
    "not whole": ({"age": 40.5}, "age", "without decimals"),
    "no such exercise": ({"current_exercises": ["squat jum"]}, "current_exercises", "squat"),
    "exercise to avoid": ({"disliked_exercises": ["brupee"]}, "disliked_exercises", "burpee"),
    "wrong range": ({"ranges": {"sleep_hours": {"at_least": 30}}}, "sleep_hours", "Did you mean"),
    "no ranges": ({"ranges": 5}, "ranges", ""),
    "half a character": (b'{"sex": "\\ud800"}', "sex", "UTF-8"),
    "half a character in a name": (b'{"\\ud800": 1}', "body", ""),
    "half an exercise": (b'{"current_exercises": ["\\ud800"]}', "current_exercises", ""),
    "infinity": (b'{"sleep_hours": 1e999}', "sleep_hours", ""),
    "not a number": (b'{"sleep_hours": NaN}', "sleep_hours", ""),
    "a list": ([1], "body", "Send one"),
    "null": (None, "body", "Send one"),
    "nothing": (b"", "body", "Send one"),
    "broken": (b'{"age": ', "body", "Send one"),
    "bytes": (b'{"age": "\xff"}', "body", "Send one"),
    "deep": (b"[" * 100_000, "body", "Send one"),
    "a huge number": (b'{"age": ' + b"9" * 400 + b"}", "age", ""),
    "more digits than Python reads": (b'{"age": ' + b"9" * 5000 + b"}", "body", "Send one"),
}


@pytest.mark.parametrize("path", ["/plan", "/decision"])
@pytest.mark.parametrize(("given", "field", "remedy"), WRONG.values(), ids=WRONG)
def test_wrong_input_is_answered_with_field_message_and_remedy(
    client: TestClient, path: str, given: Any, field: str, remedy: str
) -> None:
    """Whoever finds the mistake, the answer is 422 in one shape, in the library's own words."""
    if isinstance(given, bytes):
        answer = client.post(path, content=given, headers=JSON)
    else:
        answer = client.post(path, json=given)
    assert answer.status_code == 422, answer.text
    problems = answer.json()["problems"]
    assert [each["field"] for each in problems] == [field]
    assert all(each["message"] for each in problems)
    assert remedy in problems[0]["remedy"]
    assert not PYDANTIC.search(answer.text)


def test_answers_not_sent_as_json_are_told_so(client: TestClient) -> None:
    """A client that forgets the content type learns what to send."""
    answer = client.post("/plan", content=b'{"age": 40}', headers={"content-type": "text/plain"})
    assert answer.status_code == 422
    assert "application/json" in answer.json()["problems"][0]["remedy"]


def test_a_training_week_is_served(client: TestClient) -> None:
    """The weeks asked for come as the library gives them; senseless ones are a 422."""
    told = {"training_days": ["mon", "thu"], "strength_sessions_per_week": 0}
    week = client.post("/week", params={"weeks": 2, "days": 2}, json=told)
    assert week.text == recommend(told).programme(weeks=2, days=2).model_dump_json()
    assert client.post("/week", params={"weeks": 0}, json=told).status_code == 422
    assert client.post("/week", params={"weeks": "many"}, json=told).status_code == 422


def test_an_interview_by_screens_gives_the_plan_of_its_answers(client: TestClient) -> None:
    """An app shows screen after screen, sends the replies, and keeps the state for the service."""
    asked = client.post("/interview", json={}).json()
    assert asked["screen"]["questions"][0]["fact"] == "complaint"
    replies = {"complaint": ["sleep"], "goals": None, "sleep_hours": 5.5}
    turn = {"interview": asked["interview"], "replies": replies}
    after = client.post("/interview", json=turn).json()
    assert after["interview"]["not_known"] == ["goals"]
    ours = Interview().answer_many({"complaint": ["sleep"], "sleep_hours": 5.5}).dont_know("goals")
    assert Interview.model_validate(after["interview"]) == ours
    assert client.post("/plan", json=after["interview"]["answers"]).text == (
        ours.plan().model_dump_json()
    )


WRONG_TURNS: dict[str, tuple[Any, str]] = {
    "out of range": ({"replies": {"sleep_hours": 330}}, "330 is outside"),
    "no such fact": ({"replies": {"sleep_hour": 7}}, "Did you mean sleep_hours?"),
    "no interview": ({"interview": {"answers": 5}}, "This is no stored interview"),
    "interview of text": ({"interview": "old"}, "cannot be so"),
    "replies in a list": ({"replies": [1]}, "cannot be so"),
    "replies of a list": ({"replies": {"symptoms": "none"}}, "is not a list of words"),
    "half a character": (b'{"replies": {"sex": "\\ud800"}}', "UTF-8"),
}


@pytest.mark.parametrize(("given", "said"), WRONG_TURNS.values(), ids=WRONG_TURNS)
def test_a_wrong_turn_is_answered_in_words(client: TestClient, given: Any, said: str) -> None:
    """Whatever an app sends as an interview, it reads what is wrong with it."""
    content = given if isinstance(given, bytes) else json.dumps(given)
    answer = client.post("/interview", content=content, headers=JSON)
    assert answer.status_code == 422, answer.text
    assert said in " ".join(each["message"] + each["remedy"] for each in answer.json()["problems"])


def test_many_threads_get_the_bytes_of_direct_calls() -> None:
    """A busy service mixes up nobody; ``make service`` sends a thousand."""
    assert differing(48) == []


def test_random_requests_are_answered_with_200_or_422() -> None:
    """No request that the description of the service leads to ends in an error of the server."""
    found = statuses(90)
    assert {status for _, _, status in found} == {200, 422}


def test_the_first_request_warns_of_nothing(client: TestClient) -> None:
    """A service's log stays clean; every warning is an error here."""
    assert client.get("/openapi.json").status_code == 200
    assert client.post("/plan", json={}).status_code == 200


def test_people_get_a_form_and_a_page(client: TestClient) -> None:
    """The form's answers give the plan as a page; wrong ones give the form with what is wrong."""
    assert "How many hours do you sleep" in client.get("/").text
    page = client.post("/", data={"sleep_hours": "5.5", "stress_level": "8", "posture": ""})
    assert page.status_code == 200
    assert "Give yourself more sleep" in page.text
    again = client.post("/", data={"sleep_hours": "330", "posture": "slouched"})
    assert again.status_code == 422
    assert "Did you mean 5.5 h (330 min)?" in again.text
    assert 'value="330"' in again.text
