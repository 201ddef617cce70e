"""What the front end of the explorer says of its own, in the words of a reader."""

from __future__ import annotations

from backfat_rules.wording import Reader


def words_of(reader: Reader) -> dict[str, str]:
    """The words by the names that the front end has for them."""
    say = reader.say
    return {
        "answers": say("your-answers"),
        "plan": say("plan-alone"),
        "not_told": say("not-told"),
        "take_back": say("take-back"),
        "undo": say("undo"),
        "copy": say("copy-as-python"),
        "copied": say("copied"),
        "why": say("why-this"),
        "yes": say("choose-yes"),
        "no": say("choose-no"),
        "new": say("is-new"),
        "more": say("matters-more"),
        "less": say("matters-less"),
        "amount": say("other-amount-now"),
    }
