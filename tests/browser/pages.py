"""The pages that are looked at: of one invented person, and the page that asks anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from backfat_rules import Plan, load_knowledge, recommend
from backfat_rules.javascript import site_page

SOMEBODY: Mapping[str, Any] = {
    "age": 46,
    "sex": "female",
    "height_cm": 168,
    "weight_kg": 79,
    "sleep_hours": 5.5,
    "stress_level": 8,
    "sitting_hours_per_day": 10,
    "posture": ["rounded_shoulders"],
    "experience": "none",
    "equipment": ["band"],
    "training_days": ["mon", "thu"],
    "minutes_per_session": 30,
    "symptoms": [],
    "conditions": [],
    "pain_sites": ["lower_back"],
    "pain_intensity": 3,
}


@cache
def plan() -> Plan:
    """The plan of somebody."""
    return recommend(SOMEBODY, engine="direct")


def _in_a_page(piece: str) -> str:
    """A page of one's own around a piece."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>My page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root{color-scheme:light dark;background:Canvas;color:CanvasText}</style>"
        f"<body><main><h1>My page</h1><h2>My plan</h2>{piece}</main></body></html>"
    )


PAGES: Mapping[str, Callable[[], str]] = {
    "handed-over": lambda: plan().handout(),
    "interactive": lambda: plan().handout(interactive=True),
    "piece": lambda: _in_a_page(plan().to_html()),
    "thinking-piece": lambda: _in_a_page(plan().to_html(interactive=True)),
    "week": lambda: _in_a_page(plan().programme(start="2026-12-07").to_html()),
    "web": lambda: site_page(load_knowledge(), country="gb"),
}


def written(name: str, folder: Path) -> Path:
    """A page in a file."""
    file = folder / f"{name}.html"
    file.write_text(_text_of(name), encoding="utf-8")
    return file


@cache
def _text_of(name: str) -> str:
    return PAGES[name]()
