"""Which tests are about which package, and which about some of its files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TESTS = {
    "language": (
        "tests/language/test_arithmetic.py",
        "tests/language/test_check.py",
        "tests/language/test_evaluate.py",
        "tests/language/test_notation.py",
        "tests/language/test_range.py",
        "tests/language/test_render.py",
        "tests/language/test_logic.py",
        "tests/language/test_python.py",
        "tests/language/test_parse.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[language]",
    ),
    "inference": (
        "tests/inference/test_program.py",
        "tests/inference/test_compiled_rules.py",
        "tests/inference/test_waiting.py",
        "tests/inference/test_engines_with_ranges.py",
        "tests/inference/test_experta_fence.py",
        "tests/inference/test_engines_agree.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[inference]",
    ),
    "decision": (
        "tests/decision/test_choosing.py",
        "tests/decision/test_ends.py",
        "tests/decision/test_joining.py",
        "tests/decision/test_parts.py",
        "tests/decision/test_definition.py",
        "tests/planning/test_snapshots.py",
        "tests/decision/test_decision.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[decision]",
    ),
    "planning": (
        "tests/planning/test_snapshots.py",
        "tests/planning/test_told.py",
        "tests/planning/test_wrong_cases.py",
        "tests/planning/test_open_questions.py",
        "tests/planning/test_saying.py",
        "tests/planning/test_choices.py",
        "tests/planning/test_ranges_in_plans.py",
        "tests/planning/test_blocks.py",
        "tests/explain/test_stored_plans.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[planning]",
    ),
    "wording": (
        "tests/wording/test_reader.py",
        "tests/wording/test_languages.py",
        "tests/wording/test_sentences.py",
        "tests/planning/test_snapshots.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[wording]",
    ),
    "explain": (
        "tests/explain/test_answers.py",
        "tests/explain/test_why.py",
        "tests/explain/test_why_not.py",
        "tests/explain/test_change.py",
        "tests/explain/test_movable.py",
        "tests/explain/test_harmless.py",
        "tests/explain/test_rival_priorities.py",
        "tests/explain/test_rivals.py",
        "tests/explain/test_least_change.py",
        "tests/explain/test_outlook.py",
        "tests/explain/test_stored_plans.py",
        "tests/test_frozen.py::test_nothing_can_be_changed_for_others[explain]",
    ),
}
"""For each package the tests that are about all of it, those first that find most."""

_OF_WEEKS = (
    "tests/training/test_moves_of_a_week.py",
    "tests/training/test_how_much_in_a_week.py",
    "tests/training/test_words_of_a_week.py",
    "tests/training/test_safe_weeks.py",
    "tests/training/test_heavy_lifts.py",
    "tests/training/test_page_of_a_week.py",
    "tests/training/test_conflicts.py",
    "tests/training/test_changing_weeks.py",
)
_OF_INTERVIEWS = (
    "tests/explain/test_urgent_interview.py",
    "tests/explain/test_enough.py",
    "tests/planning/test_statements.py",
    "tests/explain/test_interview.py",
    "tests/explain/test_told_in_an_interview.py",
)
_OF_QUESTIONS_ASKED = ("tests/explain/test_likeness.py", "tests/explain/test_asking.py")

_OF_FILES = {
    **dict.fromkeys(("planning/week_", "planning/programme_", "planning/move_"), _OF_WEEKS),
    **dict.fromkeys(
        ("next_screen", "question", "asked", "statements", "replies", "rough", "enough"),
        _OF_INTERVIEWS,
    ),
    **dict.fromkeys(("explain/asking", "likeness", "wording/meaning"), _OF_QUESTIONS_ASKED),
    "explain/sweeping": ("tests/views/test_charts.py",),
    "language/javascript": ("tests/javascript/test_conditions.py",),
}
"""By a part of their path, for files that tests of their own are about, these."""


@cache
def tests_about(package: str, path: Path) -> tuple[str, ...]:
    """The tests that are about a file of a package, the nearest first."""
    own = [each for part, tests in _OF_FILES.items() if part in path.as_posix() for each in tests]
    return tuple(dict.fromkeys((*own, *TESTS[package])))
