"""The page of laws: what no combination of answers may bring about."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.law import Contents, Law
from pages.addresses import LAWS, entry_links
from pages.markdown import code, counted, labelled, page, plain


def laws_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page, law by law."""
    yield LAWS, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Laws"
    yield (
        f"{counted(len(base.laws), 'law')}: what no combination of answers may bring about, or "
        "fail to. The tests hold people who are made for each law to it, and so can you hold rules "
        "of your own: `backfat_rules.verify.broken_laws`."
    )
    for law in base.laws.values():
        yield f"## {law.id}"
        yield plain(law.says)
        yield from _lines(law)
        references = (base.references[id] for id in law.references)
        yield from labelled("References", entry_links(references, LAWS))


def _lines(law: Law) -> Iterator[str]:
    if law.who is not None:
        yield from labelled("Who", [code(" ".join(law.who.text.split()))])
    steps = {"Adding": law.adding, "Unanswering": law.unanswering}
    steps |= {"Under": law.under or (), "Untold": law.untold}
    steps["Worsening"] = tuple(f"{name} {way}" for name, way in law.worsening.items())
    for title, names in steps.items():
        yield from labelled(title, map(code, names))
    parts = {"Never": law.never, "Always": law.always, "Must not grow": law.must_not_grow}
    for title, contents in parts.items():
        yield from labelled(title, map(code, _words(contents)))
    holds = {"the gate": law.gate_holds, "priorities": law.priority_holds}
    yield from labelled("Must not ease", (name for name, held in holds.items() if held))


def _words(contents: Contents) -> Iterator[str]:
    for field in type(contents).model_fields:
        if field != "place":
            yield from getattr(contents, field)
