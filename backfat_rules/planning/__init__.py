"""Planning: from what was derived to what is said, safety first."""

from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.planner import make_plan

__all__ = ["PlanContent", "make_plan"]
