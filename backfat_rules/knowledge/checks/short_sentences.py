"""What can stand on the page of a plan is said in sentences that are read at one go."""

from __future__ import annotations

from backfat_rules.knowledge.checks.page_texts import said_on_pages
from backfat_rules.knowledge.draft import Draft


def check_sentences(draft: Draft) -> None:
    """Note each sentence of a page that has more words than the policy allows."""
    most = draft.policy.words_in_a_sentence if draft.policy else None
    if most is None:
        return
    for where, sentence in (said for entry in said_on_pages(draft) for said in entry):
        count = len(sentence.split())
        if count > most:
            message = f"a sentence of {count} words can stand on a page: {sentence}"
            remedy = f"Say it in sentences of {most} words at most."
            draft.note(where, "long-sentence", message, remedy)
