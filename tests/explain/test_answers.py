"""Whole explanations of invented people, which nobody changes without seeing it."""

from __future__ import annotations

import pytest

from tests.explain.answers import ASKED, FOLDER, RENEW, answers_of


@pytest.mark.parametrize("person", ASKED)
def test_answers_stay_as_they_were_reviewed(person: str) -> None:
    """No word or number of an explanation changes without a change that somebody has read."""
    kept = (FOLDER / f"{person}.json").read_text(encoding="utf-8")
    assert answers_of(person) == kept, f"{person} is answered otherwise. {RENEW}"


def test_every_file_is_of_somebody_asked() -> None:
    """No answer is left to somebody who is not asked any more."""
    assert {file.stem for file in FOLDER.iterdir()} == {*ASKED}
