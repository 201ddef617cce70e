"""A term of the trade stands on the page of a plan only beside plain words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backfat_rules.knowledge.checks.page_texts import Said, said_on_pages
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.forbidden import words_found
from backfat_rules.knowledge.term import Term

_NAMES = re.compile(r"\{[^{}]*\}")
"""What stands in a text for a number of the person."""


def check_terms(draft: Draft) -> None:
    """Note each entry that puts a term on a page, and none of the plain words for it."""
    terms = list(draft.every(Term))
    for said in said_on_pages(draft):
        for term in terms:
            _check_term(term, said, draft)


def _check_term(term: Term, said: Sequence[Said], draft: Draft) -> None:
    texts = [_NAMES.sub("", sentence) for _, sentence in said]
    for (where, sentence), text in zip(said, texts, strict=True):
        found = words_found(term.pattern, text)
        if found and not any(words_found(term.plain, each) for each in texts):
            message = f'"{found}" can stand on a page with no plain words for it: {sentence}'
            draft.note(where, "unexplained-term", message, f"Say it plainly: {term.as_in}.")
            return
