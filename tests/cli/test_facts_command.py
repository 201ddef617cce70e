"""``backfat-rules facts``: what a person can tell."""

from __future__ import annotations

import json

from backfat_rules import Profile
from backfat_rules.profile import facts_of
from tests.cli.calls import Call


def test_facts_lists_every_fact_on_one_aligned_line(call: Call) -> None:
    """In a pipe each fact has one line, in columns, with unit, question and range or words."""
    code, out, err = call("facts")
    head, *lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in lines] == list(facts_of(Profile))
    start = head.index("QUESTION")
    for line, fact in zip(lines, facts_of(Profile).values(), strict=True):
        assert line[start:].startswith(fact.question)
        assert f"  {fact.unit}" in line
    assert "\x1b" not in out


def test_facts_of_one_area(call: Call) -> None:
    """--area keeps the facts of that area, with their range or words."""
    out = call("facts", "--area", "sleep").out
    assert "number 0 to 24" in out
    assert "one of: day, rotating, night" in out
    assert "stress_level" not in out


def test_facts_as_json(call: Call) -> None:
    """--json gives each fact as data."""
    told = json.loads(call("facts", "--json").out)
    assert [each["name"] for each in told] == list(facts_of(Profile))
    sleep = next(each for each in told if each["name"] == "sleep_hours")
    assert (sleep["unit"], sleep["low"], sleep["high"], sleep["area"]) == ("h", 0, 24, "sleep")
