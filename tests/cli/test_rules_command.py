"""``backfat-rules rules``: what the rules are, and everything about one of them."""

from __future__ import annotations

import json

from backfat_rules import load_knowledge
from tests.cli.calls import Call


def test_rules_lists_every_rule_by_kind_and_topic(call: Call) -> None:
    """Each recommendation, finding, message and screening rule stands under its kind and topic."""
    code, out, err = call("rules")
    base = load_knowledge()
    assert (code, err) == (0, "")
    listed = {line.split()[0] for line in out.splitlines() if line.startswith("  ")}
    assert listed == {*base.recommendations, *base.findings, *base.messages, *base.screening}
    sleep = out.split("\nrecommendation, sleep (")[1].split("\n\n")[0]
    assert base["sleep-longer"].headline in sleep


def test_a_recommendation_is_told_from_facts_to_sources(call: Call) -> None:
    """With an id, rules shows place, condition, claims with verdicts, references and facts."""
    base = load_knowledge()
    entry = base.recommendations["sleep-longer"]
    code, out, err = call("rules", "sleep-longer")
    assert (code, err) == (0, "")
    assert f"{entry.place.at.path}:{entry.place.at.line}\n" in out
    assert entry.when.text in out
    for id in entry.claims:
        assert f"- {id} ({base.claims[id].verdict}): " in out
    assert all(f"- {id}: " in out for id in entry.references)
    assert "\nRests on\n  - short_sleep (finding)" in out
    assert "  - sleep_hours\n" in out.split("\nFacts at the bottom\n")[1]
    assert max(map(len, out.splitlines())) <= 80


def test_a_finding_is_told_with_its_rules(call: Call) -> None:
    """A finding shows each of its rules with severity and reason, and what rests on it."""
    base = load_knowledge()
    out = call("rules", "short_sleep").out
    for rule in base.findings["short_sleep"].rules:
        assert f"\nRule {rule.id}; {rule.place.at.path}:{rule.place.at.line}\n" in out
        assert rule.severity is not None
        assert rule.severity.text in out
    assert "  - sleep-longer (recommendation): " in out.split("\nWhat rests on it\n")[1]
    assert call("rules", base.findings["short_sleep"].rules[0].id).out == out


def test_facts_claims_and_references_have_a_page_too(call: Call) -> None:
    """Whatever has an id can be looked up, with the entries that name it."""
    base = load_knowledge()
    entry = base.recommendations["sleep-longer"]
    assert "- short_sleep (finding)" in call("rules", "sleep_hours").out
    assert "- sleep-longer (recommendation)" in call("rules", entry.claims[0]).out
    assert "- sleep-longer (recommendation)" in call("rules", entry.references[0]).out


def test_rules_as_json(call: Call) -> None:
    """--json lists every rule as data, and tells everything about one."""
    base = load_knowledge()
    listed = json.loads(call("rules", "--json").out)
    assert {each["id"] for each in listed} == {
        *base.recommendations,
        *base.findings,
        *base.messages,
        *base.screening,
    }
    told = json.loads(call("rules", "short_sleep", "--json").out)
    assert (told["kind"], told["rules"][0]["says"]["when"]) == ("finding", ["sleep_hours < 7"])
    assert "sleep-longer" in told["users"]
    assert "sleep_hours" in json.loads(call("rules", "sleep-longer", "--json").out)["facts"]
    assert "short_sleep" in json.loads(call("rules", "sleep_hours", "--json").out)["users"]


def test_every_entry_can_be_told(call: Call) -> None:
    """No entry of any kind, nor any fact, fails to be shown."""
    base = load_knowledge()
    one_of_each_kind = {type(entry): entry.id for entry in base}
    for id in (*one_of_each_kind.values(), "goals"):
        code, out, err = call("rules", id)
        assert (code, err) == (0, "")
        assert out.startswith(f"{id}: ")


def test_blocks_are_told_from_both_sides(call: Call) -> None:
    """A screening rule says what it blocks, and the blocked entry who blocks it."""
    base = load_knowledge()
    rule, item = next(
        (rule, item)
        for rule in base.screening.values()
        for item in (*rule.blocks.items, *rule.unanswered.items)
        if item in base.recommendations
    )
    assert item in call("rules", rule.id).out
    assert f"  - {rule.id} (screening)" in call("rules", item).out.split("Can be blocked by")[1]
