"""One entry of a knowledge base, or a fact, as data: what ``rules --json`` prints."""

from __future__ import annotations

from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry, FilePart
from backfat_rules.knowledge.links import names_under
from backfat_rules.profile import Fact
from backfat_rules.views.entry_fields import ELSEWHERE, texts_of


def head_of(entry: Entry) -> dict[str, Any]:
    """What an entry is and where it stands."""
    groups = {name: getattr(entry, name, None) for name in ("area", "topic")}
    return {
        "id": entry.id,
        "kind": entry.noun,
        "title": entry.headline,
        **{name: group for name, group in groups.items() if group},
        **_place(entry),
    }


def data_of(found: Entry | Fact, knowledge: KnowledgeBase) -> dict[str, Any]:
    """Everything about an entry or a fact; other entries stand in it by their ids."""
    links = knowledge.links
    if isinstance(found, Fact):
        users = [each.id for each in links.users(found.name)]
        return {"id": found.name, "kind": "fact", "title": found.label, "users": users}
    rules = getattr(found, "rules", ())
    return {
        **head_of(found),
        "says": _said(found),
        "rules": [{"id": rule.id, **_place(rule), "says": _said(rule)} for rule in rules],
        "claims": [*getattr(found, "claims", ())],
        "references": [*getattr(found, "references", ())],
        "rests_on": [*names_under(found)],
        "facts": [*links.facts_under(found)],
        "users": [each.id for each in links.users(found.id)],
        "blockers": [each.id for each in links.blockers(found, unanswered=True)],
    }


def _place(part: FilePart) -> dict[str, Any]:
    return {"path": part.place.at.path, "line": part.place.at.line}


def _said(part: FilePart) -> dict[str, list[str]]:
    """The fields with something in them, each as texts."""
    names = (name for name in type(part).model_fields if name not in ELSEWHERE)
    said = {name: [*texts_of(getattr(part, name))] for name in names}
    return {name: texts for name, texts in said.items() if texts}
