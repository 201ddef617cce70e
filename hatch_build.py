"""Run by hatchling for wheels and editable installs: checks the knowledge and caches it."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeCache(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type is not needed
    """A knowledge base with a mistake fails the build; a good one is cached beside the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # the hook's own signature
        """Write the cache before files are collected."""
        sys.path.insert(0, self.root)
        from backfat_rules.knowledge.loading import cache_shipped_knowledge

        path = cache_shipped_knowledge()
        build_data["artifacts"].append(f"/{path.relative_to(self.root).as_posix()}")
