"""What screening says about getting help is marked, so that a page never leaves it out."""

from __future__ import annotations

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Screening
from backfat_rules.plain import cut, sentences_of


def check_alarms(draft: Draft) -> None:
    """Note each sentence of screening with words of alarm whose line is not marked.

    Where a gate allows no plan, a page says its messages in full anyway.
    """
    if draft.policy is None:
        return
    for screening in draft.every(Screening):
        if not GATES[screening.gate].has_plan:
            continue
        for line in screening.message:
            for sentence in () if line.alarm else sentences_of(line.text.text):
                if draft.policy.alarms(sentence):
                    message = f"a page may leave out when to get help: {cut(sentence)}"
                    remedy = "Make it a line of its own, with alarm: true."
                    where = screening.place.of("message")
                    draft.note(where, "unmarked-alarm", message, remedy)
