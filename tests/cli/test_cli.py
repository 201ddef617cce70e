from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from backfat_rules import Plan, Profile, __version__, recommend
from backfat_rules.cli import check_command
from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.verify import Review
from tests.cli.calls import Call, Ended

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PERSON = EXAMPLES / "person.json"


def test_the_plan_is_printed_as_text_that_fits_80_columns(call: Call) -> None:
    """A person's file in, str(plan) out, and nothing on standard error."""
    told = json.loads(PERSON.read_text(encoding="utf-8"))
    assert call("recommend", PERSON) == Ended(0, f"{recommend(told)}\n", "")


def test_json_is_the_plan_and_nothing_else(call: Call) -> None:
    """--json prints exactly what the Plan itself gives, and that can be read back."""
    told = json.loads(PERSON.read_text(encoding="utf-8"))
    code, out, err = call("recommend", PERSON, "--json")
    assert (code, err) == (0, "")
    assert out == recommend(told).model_dump_json(indent=2) + "\n"
    assert Plan.model_validate_json(out) == recommend(told)


def test_both_example_files_are_the_same_person(call: Call) -> None:
    """The JSON and the YAML example give the same plan, byte for byte."""
    as_json = call("recommend", PERSON, "--json")
    assert call("recommend", EXAMPLES / "person.yaml", "--json") == as_json


@pytest.mark.parametrize("engine", ["experta", "experta-rete", "direct"])
def test_every_engine_gives_the_same_plan(call: Call, engine: str) -> None:
    """--engine changes nothing that is printed."""
    assert call("recommend", PERSON, "--engine", engine) == call("recommend", PERSON)


def test_top_and_area_narrow_the_plan(call: Call) -> None:
    """--top and --area together keep the most important advice of one area."""
    told = json.loads(PERSON.read_text(encoding="utf-8"))
    code, out, _ = call("recommend", PERSON, "--json", "--top", 2, "--area", "nutrition")
    plan = Plan.model_validate_json(out)
    assert code == 0
    assert plan.recommendations == recommend(told).area("nutrition")[:2]
    assert plan.recommendations


@pytest.mark.parametrize(
    "given",
    [
        '{"sleep_hours": 5.5, "posture": ["slouched"], "overeats": null}',
        "sleep_hours: 5.5\nposture: [slouched]\n",
        "{sleep_hours: 5.5, posture: [slouched]}",
        "\ufeffsleep_hours: 5.5\nposture: [slouched]\novereats: null\n",
    ],
    ids=["json", "yaml", "flow-yaml", "byte-order-mark"],
)
def test_standard_input_is_json_or_yaml(call: Call, given: str) -> None:
    """A dash reads answers from standard input and finds out how they are written."""
    code, out, err = call("recommend", "-", "--json", given=given)
    assert (code, err) == (0, "")
    assert json.loads(out)["facts"] == {"posture": ["slouched"], "sleep_hours": 5.5}


def test_yaml_words_keep_their_meaning(call: Call, tmp_path: Path) -> None:
    """Bare yes and no are answers, 'none' is a word, and whole numbers do for decimals."""
    person = tmp_path / "person.yml"
    person.write_text("desk_job: yes\novereats: no\n", encoding="utf-8")
    with person.open("a", encoding="utf-8") as file:
        file.write("commute_mode: none\nwater_l_per_day: 2\nsymptoms: []\n")
    facts = json.loads(call("recommend", person, "--json").out)["facts"]
    assert facts == {
        "commute_mode": "none",
        "desk_job": True,
        "overeats": False,
        "symptoms": [],
        "water_l_per_day": 2,
    }


def test_a_refused_profile_ends_with_1_and_says_all_that_is_wrong(call: Call) -> None:
    """Every answer that cannot be right is named on standard error, with what may be meant."""
    given = '{"sleep_hours": 450, "stres_level": 3}'
    code, out, err = call("recommend", "-", given=given)
    assert (code, out) == (1, "")
    assert err.startswith("backfat-rules: 2 answers cannot be used:\n")
    assert "Did you mean 7.5 h (450 min)?" in err
    assert "Did you mean stress_level?" in err


@pytest.mark.parametrize("given", ["", "[1]", "just words", '{"sleep_hours": NaN}', "1: x"])
def test_anything_but_answers_is_refused(call: Call, given: str) -> None:
    """Text that can be read but holds no usable answers is a refused profile."""
    code, out, err = call("recommend", "-", given=given)
    assert (code, out) == (1, "")
    assert err.startswith("backfat-rules: 1 answer cannot be used:\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('{"sleep_hours": 6,\n', "standard input: not JSON: line 2, column 1"),
        ('{"age": 30, "age": 40}', "age is answered more than once"),
        ("age: 30\nage: 40\n", "age is answered more than once"),
        ("age: [\n", "standard input: not YAML: line 2"),
        ("age: \x01", "standard input: not YAML"),
        ("!!python/object/apply:os.getcwd []", "line 1, column 1: this has a tag"),
        ("[" * 100_000, "standard input: "),
        (b"\xff\xfe\x00", "standard input is not text in UTF-8"),
    ],
)
def test_unreadable_input_ends_with_2(call: Call, given: str | bytes, said: str) -> None:
    """Input that is neither JSON nor YAML, or answers twice, is refused in one line."""
    code, out, err = call("recommend", "-", given=given)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["recommend", "no-such-file.json"], "no-such-file.json cannot be read"),
        (["recommend", str(ROOT)], "cannot be read"),
        (["recommend", str(PERSON), "--area", "nutritoin"], "Did you mean nutrition?"),
        (["recommend", str(PERSON), "--engine", "exprta"], "Did you mean experta?"),
        (["recommend", str(PERSON), "--top", "0"], "--top"),
        (["recommend", str(PERSON), "--knowledge", "no-such-folder"], "no-such-folder"),
        (["recommend"], "Missing argument"),
        (["facts", "--area", "slep"], "Did you mean sleep?"),
        (["rules", "sleep-longr"], "Did you mean sleep-longer?"),
        (["rules", "qqqqqq"], "'backfat-rules rules' lists them"),
        (["schema", "plann"], "Did you mean plan?"),
        (["recomend"], "No such command"),
        (["facts", "sleep"], "'backfat-rules facts --help' shows how."),
        (["facts", "--area"], "'--area' requires an argument."),
        (["facts", "--no-such-option"], "No such option"),
        (["new"], "A command is missing. 'backfat-rules new --help' shows how."),
    ],
)
def test_a_wrong_call_ends_with_2(call: Call, arguments: list[str], said: str) -> None:
    """A call that cannot be carried out says why on standard error, and prints nothing."""
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("backfat-rules: ")
    assert err.count("\n") == 1


def test_broken_knowledge_ends_with_3(call: Call, tmp_path: Path) -> None:
    """Mistakes in an overlay are told with file, line and column."""
    (tmp_path / "mine.yaml").write_text("findngs: []\n", encoding="utf-8")
    code, out, err = call("recommend", PERSON, "--knowledge", tmp_path)
    assert (code, out) == (3, "")
    assert "mine.yaml:1:1: there is no section findngs. [unknown-section]" in err


A_LOSS = KnowledgeProblem(Location("mine.yaml", 1, 1), "lost", "a tag is lost.", "Keep it.")


def test_check_as_json(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--json tells mistakes as data with their places, and ends with the same code."""
    (tmp_path / "mine.yaml").write_text("findngs: []\n", encoding="utf-8")
    code, out, err = call("check", tmp_path, "--json")
    (wrong,) = json.loads(out)["wrong"]
    assert (code, err) == (3, "")
    assert (wrong["code"], wrong["location"]["line"]) == ("unknown-section", 1)
    (tmp_path / "mine.yaml").write_text("policy: {first_steps: 2}\n", encoding="utf-8")
    found = Review({"late": "fact"}, {"policy": ("first_steps",)}, (), (A_LOSS,), (), ())
    monkeypatch.setattr(check_command, "review", lambda *_: found)
    code, out, _ = call("check", tmp_path, "--json")
    assert code == 1
    assert json.loads(out) == {
        "added": {"late": "fact"},
        "replaced": {"policy": ["first_steps"]},
        "lost": [asdict(A_LOSS)],
        **{kind: [] for kind in ("doubtful", "given_up", "wrong")},
    }


def test_overlays_stand_over_the_librarys_own_rules(call: Call, tmp_path: Path) -> None:
    """--knowledge adds a folder to what the library knows, and may be given twice."""
    for name, title in (("one", "From the first"), ("two", "From the second")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.yaml").write_text(
            "references: [{id: mine-2026, cite: A study., checked: general}]\n"
            f"findings: [{{id: my_finding, title: {title}, references: [mine-2026], cases: "
            "{fires: [{age: 99}], silent: [{age: 20}], unknown: [{}]}, "
            "rules: [{id: my-rule, when: age > 98, reason: So it is.}]}]\n",
            encoding="utf-8",
        )
    overlays = ("--knowledge", tmp_path / "one", "--knowledge", tmp_path / "two")
    code, out, err = call("recommend", "-", "--json", *overlays, given='{"age": 99}')
    assert (code, err) == (0, "")
    found = {each["id"]: each["title"] for each in json.loads(out)["findings"]}
    assert found["my_finding"] == "From the second"
    assert "two/mine.yaml:2" in call("rules", "my-rule", *overlays).out


def test_an_emergency_ends_with_4_only_on_demand(call: Call) -> None:
    """--fail-on-urgent lets a script see an emergency; without it a plan is a plan."""
    given = "symptoms: [chest_pain]"
    plain = call("recommend", "-", given=given)
    failed = call("recommend", "-", "--fail-on-urgent", given=given)
    assert plain.code == 0
    assert failed == Ended(4, plain.out, "")
    assert call("recommend", PERSON, "--fail-on-urgent").code == 0


def test_without_a_command_the_help_is_shown(call: Call) -> None:
    """Who types the bare name learns what there is."""
    assert call() == call("--help")


@pytest.mark.parametrize("what", ["profile", "plan"])
def test_schema_prints_json_schema(call: Call, what: str) -> None:
    """Both schemas are JSON objects with a property for each field."""
    code, out, err = call("schema", what)
    model = Profile if what == "profile" else Plan
    assert (code, err) == (0, "")
    assert list(json.loads(out)["properties"]) == list(model.model_fields)


def test_version(call: Call) -> None:
    """--version prints the version and ends well."""
    assert call("--version") == Ended(0, f"backfat-rules {__version__}\n", "")


@pytest.mark.parametrize("command", ["recommend", "facts", "rules", "schema"])
def test_help_shows_examples(call: Call, command: str) -> None:
    """Every command's help holds examples that can be copied, and no colours in a pipe."""
    code, out, err = call(command, "--help")
    assert (code, err) == (0, "")
    assert f"\n    backfat-rules {command}" in out or f"| backfat-rules {command}" in out
    assert "\x1b" not in out


def test_help_documents_the_exit_codes(call: Call) -> None:
    """The table of exit codes stands in the help, one line each."""
    out = call("--help").out
    assert all(f"\n    {code}  " in out for code in range(5))


def test_the_country_decides_whom_to_call(call: Call) -> None:
    """In an emergency the message names the number of the country that was given."""
    person = '{"symptoms": ["chest_pain"]}'

    for code in ("gb", "GB"):
        assert "999" in call("recommend", "-", "--country", code, given=person).out
    refused = call("recommend", "-", "--country", "xx", given=person)
    assert (refused.code, refused.out) == (2, "")
    assert "There are no emergency numbers for 'xx'; known: " in refused.err


@pytest.mark.parametrize("count", ["-1", "x", "1.5", "\x1b[31m" + "9" * 1000])
@pytest.mark.parametrize("command", [("recommend", PERSON, "--top"), ("ask", "--max")])
def test_a_wrong_number_is_refused_in_our_own_words(
    call: Call, command: tuple[object, ...], count: str
) -> None:
    """The refusal names the option and what it takes, short and without control characters."""
    code, _, err = call(*command, count)
    assert code == 2
    assert f"{command[-1]} needs a whole number from" in err
    assert len(err) < 200
    assert err.strip().isprintable()


@pytest.mark.parametrize("command", [[], ["new"], ["export"]])
def test_the_help_loses_nothing_on_a_narrow_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """At 40 columns every command is still described to the end of its sentence."""
    monkeypatch.setenv("COLUMNS", "40")
    listed = call(*command, "--help").out.partition("Commands:")[2].partition("Examples:")[0]
    assert "." in listed
    assert "..." not in listed
