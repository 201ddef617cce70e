"""Tables of people: what their cells are read as."""

from __future__ import annotations

import pytest

from tests.docs.documents import blocks_of
from tests.examples.csv_runs import EXAMPLES, SLEEP_HEALTH, SLEEP_HEALTH_COLUMNS, Run


def test_the_sleep_health_mapping_reads_its_columns(run: Run) -> None:
    """Ratings, minutes a day, split blood pressure and value tables become the right facts."""
    table = SLEEP_HEALTH_COLUMNS + (
        '1,"Male",27,"Software Engineer","6.1",6,42,6,"Overweight","126/83",77,4200,"None"\n'
        '2,"Female",44,"Salesperson","7",9,60,8,"Obese","140/90",85,3000,"Sleep Apnea"\n'
    )
    ended = run(table, SLEEP_HEALTH.read_text(encoding="utf-8"))
    assert (ended.code, ended.err) == (0, "")
    assert ended.facts[0] == {
        "age": 27,
        "desk_job": True,
        "diastolic_bp": 83,
        "moderate_minutes_per_week": 294,
        "sex": "male",
        "sleep_hours": 6.1,
        "sleep_quality": 3,
        "steps_per_day": 4200,
        "stress_level": 6,
        "systolic_bp": 126,
    }
    assert ended.facts[1]["snores_with_pauses"] is True
    assert "desk_job" not in ended.facts[1]


def test_the_mapping_of_the_page_reads_a_table(run: Run) -> None:
    """The mapping that ``README.md`` explains line by line does what it says."""
    (mapping,) = (each for each in blocks_of(EXAMPLES / "README.md") if each.language == "yaml")
    table = (
        "Person ID;Age;Sleep;Weight;Minutes a day;Gender;Blood Pressure;Pain\n"
        "1;41;7:30;165;42;F;126/83;Neck;\n"
        "2;52;99;?;;X;;None\n"
    ).replace("Neck;", '"Neck;LBP"')
    ended = run(table, mapping.text)
    assert (ended.code, ended.err) == (0, "")
    first, second = ended.facts
    assert (first["sleep_hours"], first["sex"], first["systolic_bp"]) == (7.5, "female", 126)
    assert first["moderate_minutes_per_week"] == 294
    assert sorted(first["pain_sites"]) == ["lower_back", "neck"]
    assert second == {"age": 52, "pain_sites": [], "location": "gym"}


def test_bad_cells_are_reported_by_row_and_column_and_good_rows_come_out(run: Run) -> None:
    """A bad cell is told in the library's words, its row has no plan, and the others have one."""
    table = "Who,Years,Hours,Sex\nann,31,7,F\nbob,thirty,450,M\ncas,200,6,Q\n\ndee,52\neve,40,,F\n"
    mapping = (
        "id: Who\n"
        "facts:\n"
        "  age: Years\n"
        "  sleep_hours: Hours\n"
        "  sex: {column: Sex, values: {F: female, M: male}}\n"
    )
    ended = run(table, mapping)
    assert ended.code == 1
    assert ended.err.splitlines() == [
        "row 3 (id bob), column Years: age: 'thirty' is not a number. Write it with digits.",
        "row 3 (id bob), column Hours: sleep_hours: 450 is outside 0 to 24 h."
        " Did you mean 7.5 h (450 min)?",
        "row 4 (id cas), column Sex: sex: 'Q' is not in the table of values. It has F, M.",
        "row 4 (id cas), column Years: age: 200 is outside 5 to 110 years.",
        "row 6 (id dee), column Years: there are 2 cells for 4 columns.",
    ]
    assert [line["row"] for line in ended.lines] == [2, 7]
    assert ended.facts[1] == {"age": 40, "sex": "female"}
    assert ended.out.startswith("rows 5, plans 2, bad cells 5 (rows without a plan: 3)\ngates: ")


def test_one_cell_read_for_two_facts_counts_once(run: Run) -> None:
    """Bad cells are counted, not the facts that were to come from them."""
    mapping = (
        "facts:\n"
        '  systolic_bp: {column: BP, split: "/", part: 0}\n'
        '  diastolic_bp: {column: BP, split: "/", part: 1}\n'
    )
    ended = run("BP\nhigh/low\n120\n125/80\n", mapping)
    assert "row 2, column BP: systolic_bp: 'high' is not a number." in ended.err
    assert "row 3, column BP: diastolic_bp: '120' has no part 1 when split at '/'." in ended.err
    assert ended.out.startswith("rows 3, plans 1, bad cells 2 (rows without a plan: 2)\n")


def test_units_and_scales_convert(run: Run) -> None:
    """A unit that the fact knows and a plain factor both convert, rounded where it must be."""
    mapping = (
        "facts:\n"
        "  weight_kg: {column: Weight, unit: lb}\n"
        "  sleep_hours: {column: Sleep, unit: min}\n"
        "  moderate_minutes_per_week: {column: Moving, scale: 7}\n"
        "  steps_per_day: Steps\n"
    )
    ended = run("Weight,Sleep,Moving,Steps\n150,390,10.55,4200.0\n", mapping)
    assert ended.facts == [
        {
            "moderate_minutes_per_week": 74,
            "sleep_hours": 6.5,
            "steps_per_day": 4200,
            "weight_kg": pytest.approx(68.04, abs=0.01),
        }
    ]


def test_a_fraction_is_refused_where_only_whole_numbers_are_right(run: Run) -> None:
    """A number is rounded only where the mapping converts it."""
    ended = run("Stress\n6.5\n", "facts: {stress_level: Stress}\n")
    assert "row 2, column Stress: stress_level: 6.5 is not a whole number." in ended.err


def test_sets_split_and_know_none_from_unknown(run: Run) -> None:
    """Words of one cell become a set; a word can stand for none, and an empty cell is unknown."""
    mapping = (
        "facts:\n"
        "  pain_sites:\n"
        "    column: Pain\n"
        "    set: true\n"
        '    separator: ";"\n'
        '    values: {Neck: neck, LBP: lower_back, Other: null, "None": []}\n'
    )
    ended = run('Pain\nLBP; Neck\nNone\nOther\n"Neck;Other"\nKnie\n""\n', mapping)
    assert [each.get("pain_sites") for each in ended.facts] == [
        ["lower_back", "neck"],
        [],
        None,
        ["neck"],
    ]
    assert "row 6, column Pain: pain_sites: 'Knie' is not in the table of values." in ended.err


def test_yes_and_no_cells_constants_and_unknown_words(run: Run) -> None:
    """Usual words for yes and no are read, constants hold for all rows, unknown words are left."""
    mapping = (
        'unknown: ["NA", "?"]\n'
        "facts:\n"
        "  desk_job: Desk\n"
        "  sleep_hours: Hours\n"
        "  location: {constant: gym}\n"
        "  goals: {constant: fat_loss}\n"
    )
    ended = run("Desk,Hours\nYes,NA\nno,?\nperhaps,7\n", mapping)
    same = {"goals": ["fat_loss"], "location": "gym"}
    assert ended.facts == [{"desk_job": True, **same}, {"desk_job": False, **same}]
    assert "row 4, column Desk: desk_job: 'perhaps' is not True or False." in ended.err


def test_other_delimiters_and_decimal_commas(run: Run) -> None:
    """Tables with semicolons and decimal commas are read, and a stray point is no comma."""
    mapping = 'delimiter: ";"\ndecimal: ","\nfacts: {water_l_per_day: Water}\n'
    ended = run("Who;Water\na;1,5\nb;1.500\n", mapping)
    assert ended.facts == [{"water_l_per_day": 1.5}]
    assert "row 3, column Water: water_l_per_day: '1.500' has a point" in ended.err


def test_byte_order_marks_and_quoted_newlines_do_no_harm(run: Run) -> None:
    """A table saved by a spreadsheet is read, and rows are counted as the spreadsheet does."""
    ended = run('\ufeffHours,Note\n6,"two\nlines"\nx,\n', "facts: {sleep_hours: Hours}\n")
    assert ended.facts == [{"sleep_hours": 6}]
    assert ended.err.startswith("row 3, column Hours: ")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("[1]", "needs 'facts:'"),
        ("facts: {", "is not YAML"),
        ("facts: {sleep_hour: A}", "sleep_hour: is not a fact. Did you mean sleep_hours?"),
        ("facts: {age: B}\n", "the table has the column 'B' nowhere."),
        ("facts: {age: Hour}\n", "Did you mean Hours?"),
        ("facts: {age: Twice}\n", "the table has the column 'Twice' twice or more."),
        ("facts: {age: {}}", "age: needs a column or a constant."),
        ("facts: {age: {column: A, constant: 3}}", "age: needs a column or a constant."),
        ("facts: {age: {column: A, colour: 3}}", "there is no key 'colour'."),
        ("fact: {}\nfacts: {age: A}", "there is no key 'fact'. Did you mean facts?"),
        ("facts: {age: {constant: 300}}", "age: 300 is outside 5 to 110 years."),
        ("facts: {sex: {column: A, values: {F: woman}}}", "sex: 'woman' is not one of female"),
        ("facts: {overeats: {column: A, values: {yes: true}}}", "quote words such as 'yes'"),
        ("facts: {sleep_hours: {column: A, unit: days}}", "cannot be in 'days', only in h, min"),
        ("facts: {sex: {column: A, unit: kg}}", "sex: is a word and has no unit."),
        ("facts: {age: {column: A, scale: x}}", "age: scale is a number."),
        ("facts: {age: {column: A, scale: 2, values: {1: 30}}}", "needs no unit or scale"),
        ("facts: {age: {column: A, set: true}}", "age: is a number, not a set."),
        ("facts: {goals: {column: A, separator: x}}", "goals: has a separator without"),
        ('facts: {age: {column: A, split: "/", part: -1}}', "age: part is a number from 0."),
        ("unknown: NA\nfacts: {age: A}", "unknown is a list of texts"),
        ("delimiter: ab\nfacts: {age: A}", "delimiter is one character"),
        ('delimiter: "\\n"\nfacts: {age: A}', "delimiter is one character"),
        ('decimal: ""\nfacts: {age: A}', "decimal is '.' or ','."),
        ('facts: {age: {column: A, split: ""}}', "age: split is the text between two parts"),
        ("facts: {age: {column: A, split: 1}}", "age: split is the text between two parts"),
        ('facts: {goals: {column: A, set: true, separator: ""}}', "goals: separator is the text"),
        ("facts: {age: {constant: 2024-99-99}}", "is not YAML"),
        ("facts: " + "[" * 20_000, "is nested too deeply."),
    ],
)
def test_a_mapping_that_cannot_be_right_is_refused(run: Run, mapping: str, said: str) -> None:
    """Mistakes in the mapping end the run before any row, with what is wrong."""
    ended = run("A,Hours,Twice,Twice\n1,2,3,4\n", mapping)
    assert ended.code == 2
    assert said in ended.err
    assert (ended.out, ended.lines) == ("", [])


def test_all_mistakes_of_a_mapping_are_told_at_once(run: Run) -> None:
    """Nobody has to mend a mapping one mistake at a time."""
    ended = run("A\n1\n", "facts: {sleep_hour: A, age: {constant: 300}}\n")
    assert "sleep_hour: is not a fact." in ended.err
    assert "age: 300 is outside" in ended.err


def test_codes_for_unknown_may_be_those_of_one_column(run: Run) -> None:
    """77 hours is a code, and 77 years are an age."""
    mapping = "facts: {age: Age, sleep_hours: {column: Sleep, unknown: [77, 099]}}"
    ended = run("Age,Sleep\n77,77\n99,7\n", mapping)
    assert ended.facts == [{"age": 77}, {"age": 99, "sleep_hours": 7}]
    ended = run("Age,Sleep\n40,099\n", mapping)
    assert ended.code == 1  # 099 is read as the number 99, and the cell is another text
    assert run("Age\n1\n", "facts: {age: {column: Age, unknown: 77}}").code == 2


def test_cells_may_be_hours_and_minutes(run: Run) -> None:
    """Durations as clocks and watches write them are exact; what may be seconds is refused."""
    mapping = "facts: {sleep_hours: Sleep, moderate_minutes_per_week: Active}"
    ended = run("Sleep,Active\n7:30,1:15\n06:58,02:30:30\n7,\n8,45:00\n", mapping)
    assert ended.facts[:2] == [
        {"sleep_hours": 7.5, "moderate_minutes_per_week": 75},
        {"sleep_hours": 418 / 60, "moderate_minutes_per_week": 150},
    ]
    assert "can be read as 45 h 0 min, or as 45 min 0 s" in ended.err


def test_conversion_is_exact(run: Run) -> None:
    """A column in minutes gives the same hours as any other way to tell them."""
    table = "Sleep\n" + "".join(f"{minutes}\n" for minutes in (418, 419, 421, 7))
    ended = run(table, "facts: {sleep_hours: {column: Sleep, unit: min}}")
    assert [told["sleep_hours"] for told in ended.facts] == [418 / 60, 419 / 60, 421 / 60, 7 / 60]
