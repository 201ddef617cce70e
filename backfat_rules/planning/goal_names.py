"""What some goals of a week are called in one list."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from backfat_rules.wording import Reader


def goal_names(ids: Collection[str], reader: Reader) -> Iterator[str]:
    """Their titles; strength in one word where all that a week has for it is among them."""
    goals = reader.knowledge.week_goals
    strength = {
        each.id for each in goals.values() if each.kind in (None, "strength") and not each.not_below
    }
    is_all = bool(strength) and strength <= {*ids}
    if is_all:
        yield reader.word("session-kinds", "strength")
    yield from (goals[each].title for each in ids if not (is_all and each in strength))
