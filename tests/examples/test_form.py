"""The form of the examples asks for everything that the JSON Schema describes, and for no more."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from form import answers, form
from hypothesis import given
from pydantic import create_model

from backfat_rules import Profile
from backfat_rules.profile import facts_of
from backfat_rules.profile.fields import yes_no
from tests.strategies import profiles

SCHEMA = Profile.model_json_schema()


class Controls(HTMLParser):
    """What a page lets somebody enter: for each name its values, and whether anything goes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.chosen: list[tuple[str, str]] = []
        self.text = ""
        self._list = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a control in."""
        told = dict(attrs)
        self._list = told.get("name") or self._list
        if tag in ("input", "option"):
            value = told.get("value") or ""
            self.values.setdefault(self._list, []).append(value)
            if {"selected", "checked"} & {*told} or (told.get("type") == "number" and value):
                self.chosen.append((self._list, value))

    def handle_data(self, data: str) -> None:
        """Keep what can be read."""
        self.text += data


def posted(told: dict[str, Any]) -> list[tuple[str, str]]:
    """Answers as a browser posts them."""
    found = []
    for name, value in told.items():
        if isinstance(value, list):
            found += [(name, word) for word in value or [""]]
        elif value is not None:
            found.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
    return found


def test_every_fact_is_asked_for_with_all_that_is_known_of_it() -> None:
    """A form needs the schema alone: area, question, purpose, unit, limits and choices."""
    page = Controls(form(SCHEMA))
    assert list(page.values) == list(facts_of(Profile))
    for fact in facts_of(Profile).values():
        assert fact.question in page.text
        assert fact.purpose in page.text
        assert {*fact.words} <= {*page.values[fact.name]}
    assert "None of these" in page.text
    assert "Food and drink" in page.text
    assert '<input type="number" name="sleep_hours" min="0" max="24" step="any"' in form(SCHEMA)


@given(profiles())
def test_what_is_posted_is_what_was_told(profile: Profile) -> None:
    """Answers come through the form as they are, none of them as another one, and are kept."""
    told = profile.model_dump(mode="json", exclude_none=True)
    sent = posted(told)
    assert answers(sent, SCHEMA) == told
    drawn = Controls(form(SCHEMA, posted=sent)).chosen
    assert sorted(each for each in drawn if each[1] or each in sent) == sorted(sent)


def test_what_is_left_empty_is_not_told() -> None:
    """Nothing is known of a question that was left out; the box for none is an answer."""
    sent = [("age", ""), ("pregnant", ""), ("sex", " "), ("symptoms", "")]
    assert answers(sent, SCHEMA) == {"symptoms": []}


@pytest.mark.parametrize("text", ["<script>", '"><b>', "'&quot;"])
def test_hostile_answers_are_shown_as_text(text: str) -> None:
    """What was posted, and what is said about it, is escaped."""
    page = form(SCHEMA, posted=[("age", text)], problems=[("age", text), ("", text)])
    assert text not in page


def test_facts_of_an_app_are_asked_for_too() -> None:
    """A form for a profile of one's own needs nothing more."""
    model = create_model(
        "DogProfile",
        __base__=Profile,
        has_dog=(bool | None, yes_no("have a dog", "Do you have a dog?")),
        dog_walks=(int | None, None),
    )
    page = Controls(form(model.model_json_schema()))
    assert "Do you have a dog?" in page.text
    assert {"has_dog", "dog_walks"} <= {*page.values}


def test_the_script_writes_the_form() -> None:
    """A schema in, a page out, without the library."""
    script = Path(__file__).parents[2] / "docs" / "examples" / "form.py"
    schema = Profile.model_json_schema()
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(script)],
        input=json.dumps(schema),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("</form>\n")
