"""The sections a knowledge file may hold, and the model of an entry in each."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.knowledge.catalogue import Exercise, Food, Muscle
from backfat_rules.knowledge.dose_context import DoseContext
from backfat_rules.knowledge.drawing import Drawing
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.forbidden import ForbiddenWording
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.need import Need
from backfat_rules.knowledge.own_fact import OwnFact
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import (
    Axis,
    Caution,
    ComputedValue,
    Finding,
    Mechanism,
    MessageRule,
    RecommendationRule,
    Screening,
    Tag,
)
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.knowledge.screens import NeverAsked, ScreenRule, StatementRule
from backfat_rules.knowledge.sentences import Labels, Language, Naming, Sentence, Synonyms
from backfat_rules.knowledge.sources import Claim, Reference
from backfat_rules.knowledge.term import Term
from backfat_rules.knowledge.training_rules import (
    AssumedGear,
    SessionRule,
    SetAside,
    TrainingNumber,
    WeekGoal,
    WeekNote,
    WeekPart,
)
from backfat_rules.knowledge.usual import UsualAnswer
from backfat_rules.knowledge.whom_to_call import Contact

SECTIONS: Mapping[str, type[FilePart]] = {
    "facts": OwnFact,
    "references": Reference,
    "claims": Claim,
    "values": ComputedValue,
    "findings": Finding,
    "mechanisms": Mechanism,
    "recommendations": RecommendationRule,
    "messages": MessageRule,
    "screening": Screening,
    "tags": Tag,
    "axes": Axis,
    "needs": Need,
    "contexts": DoseContext,
    "cautions": Caution,
    "foods": Food,
    "muscles": Muscle,
    "exercises": Exercise,
    "training_numbers": TrainingNumber,
    "sessions": SessionRule,
    "assumed_gear": AssumedGear,
    "set_aside": SetAside,
    "heavy_lifts": HeavyLift,
    "week_goals": WeekGoal,
    "week_parts": WeekPart,
    "week_notes": WeekNote,
    "scenarios": Scenario,
    "laws": Law,
    "wording": ForbiddenWording,
    "terms": Term,
    "contacts": Contact,
    "screens": ScreenRule,
    "statements": StatementRule,
    "never_asked": NeverAsked,
    "usual_answers": UsualAnswer,
    "drawings": Drawing,
    "languages": Language,
    "sentences": Sentence,
    "labels": Labels,
    "names": Naming,
    "synonyms": Synonyms,
}
"""Each section is a list of entries of one model."""

ASKING = ("screens", "statements", "never_asked", "usual_answers")
"""The sections that hold what an interview asks, and no advice."""

DRAWN = ("drawings",)
"""The section that holds what pictures are made of, and no advice."""

ALONE = ("tags", "axes", "contexts", *ASKING, *DRAWN)
"""The sections whose ids may be those of other entries: words, facts, what is asked or drawn."""

WORDS = ("languages", "sentences", "labels", "names", "synonyms")
"""The sections that hold words and no knowledge; their ids are their own."""

POLICY = ("policy", Policy)
"""The one section that is a single mapping."""

HEADER = ("title", "summary", "guide", "topic", "area", "language")
"""What may stand at the head of a file; entries that have such a field inherit it."""

INHERITED: Mapping[str, tuple[str, ...]] = {
    "claims": ("guide",),
    "findings": ("topic",),
    "mechanisms": ("topic",),
    "recommendations": ("topic", "area"),
    "messages": ("topic",),
    "screening": ("topic",),
    "sentences": ("language",),
    "labels": ("language",),
    "names": ("language",),
    "synonyms": ("language",),
}
"""Which fields an entry takes from the head of its file unless it has its own."""
