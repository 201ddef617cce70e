"""The knowledge base: models of the YAML, loading with located errors, and checks."""

from backfat_rules.knowledge.base import COLLECTIONS, KnowledgeBase
from backfat_rules.knowledge.loading import load_knowledge

__all__ = ["COLLECTIONS", "KnowledgeBase", "load_knowledge"]
