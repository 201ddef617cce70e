"""The page of what no text may say, and of whom to call where in the world."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from pages.addresses import WORDING, address, entry_link
from pages.markdown import counted, labelled, link, page, plain


def wording_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for both."""
    yield WORDING, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Wording"
    yield "Texts of the knowledge base are searched for words that people should not have to read."
    yield "## What no text may say"
    yield f"{counted(len(base.wording), 'pattern')} of words, in any case."
    for rule in base.wording.values():
        yield f"### {rule.id}"
        yield f"{plain(rule.why[:1].upper() + rule.why[1:])}"
        yield f"```text\n{' '.join(rule.pattern.split())}\n```"
        yield from labelled(
            "Except",
            (f"{_excepted(each.id, base)}: {plain(each.reason)}" for each in rule.exceptions),
            "; ",
        )
    if base.contacts:
        yield "## Whom to call"
        yield f"{counted(len(base.contacts), 'place')}; `neutral` holds where none is given."
    for contact in base.contacts.values():
        yield f"### {contact.id}"
        yield f"**{plain(contact.title)}.** {plain(contact.says)}"
        for id, says in contact.instead.items():
            yield from labelled(f"For {entry_link(base[id], WORDING)}", [plain(says)])


def _excepted(id: str, base: KnowledgeBase) -> str:
    """An entry that may say it all the same; rules inside findings are named by their finding."""
    for finding in base.findings.values():
        if id in (rule.id for rule in finding.rules):
            return link(id, address(finding), WORDING)
    try:
        return entry_link(base[id], WORDING)
    except KeyError:
        return plain(id)
