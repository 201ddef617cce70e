"""What Hypothesis draws in many tests."""

from __future__ import annotations

from typing import Any, TypeVar

from hypothesis import strategies as st

from backfat_rules.profile import Fact, Profile, facts_of

P = TypeVar("P", bound=Profile)

UNLIMITED = 10**6  # stands in for a limit that a number lacks


def answers(fact: Fact) -> st.SearchStrategy[Any]:
    """Any allowed answer to one fact."""
    if fact.type.kind == "truth":
        return st.booleans()
    if fact.type.kind == "number":
        low = -UNLIMITED if fact.low is None else fact.low
        high = UNLIMITED if fact.high is None else fact.high
        return st.integers(int(low), int(high)) if fact.whole else st.floats(low, high)
    open_words = st.text("abcdefgh-", min_size=1, max_size=8)
    word = st.sampled_from(fact.words) if fact.words else open_words
    return word if fact.type.kind == "choice" else st.frozensets(word, max_size=5)


def profiles(model: type[P] = Profile) -> st.SearchStrategy[P]:  # type: ignore[assignment]
    """Profiles that answer any of their facts with anything allowed."""
    optional = {name: answers(fact) for name, fact in facts_of(model).items()}
    return st.fixed_dictionaries({}, optional=optional).map(lambda told: model(**told))
