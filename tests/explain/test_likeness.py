"""How much a text is like questions, on three questions of our own."""

from __future__ import annotations

from backfat_rules.explain.likeness import Asked, Likeness

SORE = Asked((frozenset({"sore", "train"}), frozenset({"sore", "wait"})), frozenset({"days"}))
LATE = Asked((frozenset({"eat", "late"}), frozenset({"late", "~how", "train"})), frozenset())
REST = Asked((frozenset({"rest", "train"}),), frozenset({"days", "~how"}))
LIKENESS = Likeness({"sore": SORE, "late": LATE, "rest": REST})


def test_a_word_that_few_questions_have_weighs_more() -> None:
    """A word that tells questions apart counts more than one that all of them have."""
    assert LIKENESS.weight("sore") > LIKENESS.weight("train") > 0
    assert LIKENESS.weight("never heard of") > LIKENESS.weight("sore")


def test_a_word_of_everyday_talk_weighs_less() -> None:
    """How and what tell less than a word of the subject that is as rare."""
    assert LIKENESS.weight("~how") < LIKENESS.weight("eat")


def test_a_text_is_most_like_what_it_shares_most_with() -> None:
    """What stands in a wording counts more than what stands only in an answer, and nothing else."""
    likeness = LIKENESS.of(("sore", "days", "something"))
    assert likeness["sore"] > likeness["rest"] > likeness["late"] == 0


def test_just_the_words_of_a_wording_are_told_apart() -> None:
    """Whoever asks with a wording that is written down can be given its answer at once."""
    assert LIKENESS.is_worded(("late", "eat"), "late")
    assert not LIKENESS.is_worded(("late", "eat", "train"), "late")
