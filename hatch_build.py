"""Run by hatchling for wheels and editable installs: checks the knowledge, caches and packs it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeInWheel(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type is not needed
    """A knowledge base with a mistake fails the build; a good one is cached beside the package.

    A wheel holds what the library reads, the YAML. What is for authors (pages, the schema for
    editors) stays in the repository; an editable install reads the repository itself.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the cache, and name the files, before they are collected."""
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from backfat_rules.knowledge.loading import cache_shipped_knowledge

        path = cache_shipped_knowledge()
        build_data["artifacts"].append(f"/{path.relative_to(root).as_posix()}")
        if version == "standard":
            for file in sorted((root / "knowledge").rglob("*.yaml")):
                inside = file.relative_to(root).as_posix()
                build_data["force_include"][str(file)] = f"backfat_rules/_{inside}"
