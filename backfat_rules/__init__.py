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
    from backfat_rules.decision import Advice
    from backfat_rules.explain.answer import Answer
    from backfat_rules.explain.change import PlanChange
    from backfat_rules.explain.explanation import Explanation
    from backfat_rules.explain.how_to import HowTo
    from backfat_rules.explain.outlook import PlanOutlook
    from backfat_rules.explain.why_not import WhyNot
    from backfat_rules.explorer.opening import explore
    from backfat_rules.inference import EngineName
    from backfat_rules.interview import Interview
    from backfat_rules.knowledge import KnowledgeBase, load_knowledge
    from backfat_rules.knowledge.entry import AreaName
    from backfat_rules.knowledge.gates import GateName
    from backfat_rules.plan import Plan
    from backfat_rules.planning.plan_content import (
        Dose,
        FindingResult,
        FirstStep,
        Message,
        Move,
        Reason,
        Recommendation,
        Source,
        ValueResult,
        Withheld,
    )
    from backfat_rules.planning.programme_content import Week
    from backfat_rules.planning.question import Choice, Question, Screen
    from backfat_rules.programme import Programme
    from backfat_rules.units import UnitSystem
    from backfat_rules.views.pictures.picture import Picture

__all__ = [
    "Advice",
    "Advisor",
    "Answer",
    "AreaName",
    "BackfatRulesError",
    "Choice",
    "Decision",
    "Dose",
    "EngineName",
    "Explanation",
    "FindingResult",
    "FirstStep",
    "GateName",
    "HowTo",
    "Interview",
    "KnowledgeBase",
    "KnowledgeError",
    "Message",
    "Move",
    "Picture",
    "Plan",
    "PlanChange",
    "PlanOutlook",
    "Profile",
    "ProfileError",
    "Programme",
    "Question",
    "Reason",
    "Recommendation",
    "Screen",
    "Source",
    "UnitSystem",
    "ValueResult",
    "Week",
    "WhyNot",
    "Withheld",
    "__version__",
    "explore",
    "load_knowledge",
    "recommend",
]

_HOMES = {
    "Advice": "decision",
    "Advisor": "advisor",
    "Answer": "explain.answer",
    "AreaName": "knowledge.entry",
    "Choice": "planning.question",
    "Decision": "decided",
    "Dose": "planning.plan_content",
    "EngineName": "inference",
    "Explanation": "explain.explanation",
    "FindingResult": "planning.plan_content",
    "FirstStep": "planning.plan_content",
    "GateName": "knowledge.gates",
    "HowTo": "explain.how_to",
    "Interview": "interview",
    "KnowledgeBase": "knowledge",
    "Message": "planning.plan_content",
    "Move": "planning.plan_content",
    "Picture": "views.pictures.picture",
    "Plan": "plan",
    "PlanChange": "explain.change",
    "PlanOutlook": "explain.outlook",
    "Programme": "programme",
    "Question": "planning.question",
    "Reason": "planning.plan_content",
    "Recommendation": "planning.plan_content",
    "Screen": "planning.question",
    "Source": "planning.plan_content",
    "UnitSystem": "units",
    "ValueResult": "planning.plan_content",
    "Week": "planning.programme_content",
    "WhyNot": "explain.why_not",
    "Withheld": "planning.plan_content",
    "explore": "explorer.opening",
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
