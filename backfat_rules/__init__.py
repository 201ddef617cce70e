"""A rule-based expert system about back fat: facts in, a reasoned plan out.

>>> from backfat_rules import Profile, recommend
>>> plan = recommend(Profile(sleep_hours=5.5, stress_level=8, sitting_hours_per_day=10))
>>> plan["sleep-longer"].title
'Give yourself more sleep'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from backfat_rules.errors import BackfatRulesError, KnowledgeError, ProfileError
from backfat_rules.profile import Profile
from backfat_rules.version import __version__

if TYPE_CHECKING:
    from backfat_rules.advisor import Advisor, recommend
    from backfat_rules.decided import Decision
    from backfat_rules.explain.change import PlanChange
    from backfat_rules.interview import Interview
    from backfat_rules.knowledge import KnowledgeBase, load_knowledge
    from backfat_rules.plan import Plan
    from backfat_rules.planning.plan_content import Recommendation

__all__ = [
    "Advisor",
    "BackfatRulesError",
    "Decision",
    "Interview",
    "KnowledgeBase",
    "KnowledgeError",
    "Plan",
    "PlanChange",
    "Profile",
    "ProfileError",
    "Recommendation",
    "__version__",
    "load_knowledge",
    "recommend",
]

_HOMES = {
    "Advisor": "advisor",
    "Decision": "decided",
    "Interview": "interview",
    "KnowledgeBase": "knowledge",
    "Plan": "plan",
    "PlanChange": "explain.change",
    "Recommendation": "planning.plan_content",
    "load_knowledge": "knowledge",
    "recommend": "advisor",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that ``import backfat_rules`` itself stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
