"""Opens the explorer, where what shows it is installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from backfat_rules.advisor import Advisor
from backfat_rules.arguments import must_be
from backfat_rules.errors import BackfatRulesError
from backfat_rules.profile import Profile

if TYPE_CHECKING:
    from backfat_rules.explorer.widget import Explorer


def explore(
    profile: Profile | Mapping[str, Any] | None = None, *, advisor: Advisor | None = None
) -> Explorer:
    """A widget for notebooks: what a person tells on one side, the plan on the other.

    Its ``profile`` can be read, set and observed; ``plan`` is the plan for it.

    Args:
        profile: what was told so far; nothing if None.
        advisor: who advises; one on the library's own knowledge if None.

    Raises:
        BackfatRulesError: anywidget (the extra ``widget``) is not installed.
        ProfileError: some answers cannot be right.

    >>> from backfat_rules import explore
    >>> widget = explore({"sleep_hours": 5.5})
    >>> widget.profile, "sleep-longer" in widget.plan
    (Profile(sleep_hours=5.5), True)
    """
    try:
        from backfat_rules.explorer.widget import Explorer
    except ModuleNotFoundError as error:
        if error.name not in ("anywidget", "traitlets"):
            raise
        raise BackfatRulesError(
            "explore needs anywidget. Install it with: pip install 'backfat-rules[widget]'"
        ) from None
    must_be(Advisor | None, advisor, "An advisor is needed, such as Advisor()")
    must_be(Profile | Mapping | None, profile, "A profile is needed, such as Profile()")
    return Explorer({} if profile is None else profile, advisor or Advisor(engine="direct"))
