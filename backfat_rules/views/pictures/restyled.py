"""The numbers of a picture as an altair chart, for who wants another look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from backfat_rules.errors import BackfatRulesError

if TYPE_CHECKING:
    from altair import Chart

Measure = tuple[str, str, float]
"""What a number is about, which part of it, and the number."""


def altair_chart(title: str, measures: Sequence[Measure]) -> Chart:
    """Bars below each other, of a colour for each part, in the order of the picture.

    Raises:
        BackfatRulesError: altair is not installed, or the picture is no chart of numbers.
    """
    if not measures:
        raise BackfatRulesError(f"{title!r} is no chart of bars, so altair has nothing to draw.")
    try:
        from altair import Chart
    except ModuleNotFoundError as missing:
        remedy = 'Install it: pip install "backfat-rules[charts]".'
        raise BackfatRulesError(f"This needs altair. {remedy}") from missing
    return Chart.from_dict(_specification(title, measures))


def _specification(title: str, measures: Sequence[Measure]) -> dict[str, Any]:
    rows = [{"label": label, "part": part, "number": number} for label, part, number in measures]
    labels = list(dict.fromkeys(label for label, _, _ in measures))
    parts = list(dict.fromkeys(part for _, part, _ in measures))
    encoding: dict[str, Any] = {
        "x": {"field": "number", "type": "quantitative", "title": None},
        "y": {"field": "label", "type": "nominal", "sort": labels, "title": None},
        "color": {"field": "part", "type": "nominal", "sort": parts, "title": None},
        "tooltip": [{"field": name} for name in ("label", "part", "number")],
    }
    return {"title": title, "data": {"values": rows}, "mark": "bar", "encoding": encoding}
