"""What screening asks for stands where a page says it: in the first sentences, or as an alarm."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.gates import GATES, IN_SHORT
from backfat_rules.knowledge.rules import Screening
from backfat_rules.plain import cut, sentences_of


def check_kept_on_the_page(draft: Draft) -> None:
    """Note each sentence that asks for something and that a page would leave out.

    A line that is for some people only counts as said: whoever has not answered sees all of them.
    """
    if draft.policy is None:
        return
    for screening in draft.every(Screening):
        for sentence in _left_out(screening):
            if draft.policy.asks(sentence):
                message = f"a page leaves out what is asked for: {cut(sentence)}"
                remedy = f"Say it in the first {IN_SHORT} sentences, or mark its line, alarm: true."
                draft.note(screening.place.of("message"), "lost-on-page", message, remedy)


def _left_out(screening: Screening) -> Iterator[str]:
    if GATES[screening.gate].said_in_full:
        return
    said = 0
    for line in screening.message:
        for sentence in sentences_of(line.text.text):
            said += 1
            if said > IN_SHORT and not line.alarm:
                yield sentence
