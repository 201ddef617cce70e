"""The model of ``policy.yaml``: the conventions that are neither evidence nor code."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backfat_rules.knowledge.entry import Identifier, Part, Share, Text

Count = Annotated[int, Field(ge=0)]


class Weights(Part):
    """How much each part counts in a priority; together 1."""

    impact: Share
    severity: Share
    evidence: Share
    goals: Share


class EvidenceScores(Part):
    """What a verdict is worth in a priority."""

    supported: Share
    plausible: Share
    contested: Share


class Policy(Part):
    """Weights, defaults and limits of planning, each with its reason beside it in the YAML."""

    weights: Weights
    evidence: EvidenceScores
    default_severity: Share
    no_goals_fit: Share
    first_steps: Count
    questions_shown: Count
    enough_answers: Count
    not_counted_as_answers: tuple[Identifier, ...]
    notice: Text
    insufficient_data: Text
