"""Advice as rows for data frames."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from tests.planning.people import BUSY, DIRECT, people

PLAIN = (str, int, float, bool, type(None))


@given(people())
def test_rows_are_plain_and_alike(told: dict[str, Any]) -> None:
    """Every library of data frames takes the rows: equal columns, and nothing but plain values."""
    plan, decision = DIRECT.recommend(told), DIRECT.decide(told)
    for made, rows in ((plan, plan.to_rows()), (decision, decision.to_rows())):
        assert [row["id"] for row in rows] == [each.id for each in made]
        assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
        assert len({tuple(row) for row in rows}) <= 1
        assert all(isinstance(value, PLAIN) for row in rows for value in row.values())
    for row, words in zip(decision.to_rows(), plan.to_rows(), strict=True):
        assert row.items() <= words.items()


def test_a_row_says_what_its_recommendation_says() -> None:
    """The columns are the fields of a recommendation, and whether to begin with it."""
    plan = DIRECT.recommend(BUSY)
    for each, row in zip(plan, plan.to_rows(), strict=True):
        assert (row["title"], row["area"], row["priority"]) == (
            each.title,
            each.area,
            each.priority,
        )
        assert row["dose"] == (each.dose.text if each.dose else None)
        assert row["severity"] == each.priority_parts.severity
    begin = [row["id"] for row in plan.to_rows() if row["first_step"]]
    assert {*begin} == {step.recommendation for step in plan.first_steps}
