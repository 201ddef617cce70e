"""Texts diagnose nobody, promise nothing and shame nobody: forbidden words, listed as data."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.checks.shown_texts import SHOWN, shown_texts
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.forbidden import ForbiddenWording, WordingException
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.whom_to_call import Contact


def check_wording(draft: Draft) -> None:
    """Note each text that uses forbidden words, and each exception that nothing needs."""
    rules = list(draft.every(ForbiddenWording))
    new = list(draft.unchecked(ForbiddenWording))
    needed: set[tuple[str, str]] = set()
    checked: set[str] = set()
    for section in SHOWN:
        for key, entry in draft.entries[section].items():
            looked_for = rules
            if draft.is_checked(section, key):
                looked_for = new
                checked.add(entry.id)
            for where, text in _texts(entry) if looked_for else ():
                for rule in looked_for:
                    if (words := rule.found_in(text)) is None:
                        continue
                    if any(each.id == entry.id for each in rule.exceptions):
                        needed.add((rule.id, entry.id))
                        continue
                    message = f'"{words}" is forbidden by {rule.id}: {rule.why}'
                    remedy = f"Say it differently, or name {entry.id} under its except, and why."
                    draft.note(where, "forbidden-wording", message, remedy)
    for rule in rules:
        for each in rule.exceptions:
            known = rule not in new and each.id in checked
            if not known and (rule.id, each.id) not in needed:
                _note_unneeded(rule, each, draft)
    _check_contacts(draft)


def _texts(entry: FilePart) -> Iterator[tuple[Location, str]]:
    for where, text in shown_texts(entry):
        yield where, text.text if isinstance(text, Template) else text


def _note_unneeded(rule: ForbiddenWording, exception: WordingException, draft: Draft) -> None:
    """An exception is needed by an entry that uses the words."""
    where = exception.place.of("id")
    shown = [entry for name in SHOWN for entry in draft.entries[name].values()]
    entry = next((each for each in shown if each.id == exception.id), None)
    if entry is None:
        if exception.id not in draft.refused:
            known = [each.id for each in shown]
            message = f"except names {exception.id}, and there is no such entry."
            draft.note(where, "unknown-link", message, did_you_mean(exception.id, known))
    else:
        message = f"{exception.id} does not use what {rule.id} forbids."
        draft.note(where, "unused-exception", message, "Remove the exception.")


def _check_contacts(draft: Draft) -> None:
    known = draft.entries["screening"]
    for contact in draft.every(Contact):
        for id in contact.instead:
            if id not in known and id not in draft.refused:
                message = f"instead names {id}, and there is no such screening rule."
                remedy = did_you_mean(id, list(known))
                draft.note(contact.place.of("instead"), "unknown-link", message, remedy)
