"""A module of the library with other source than its file has."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType


class Mutated(SourceFileLoader):
    """Loads one module from other source than its file has."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        super().__init__(name, str(path))
        self._source = source

    def install(self) -> None:
        """Stand in the place of the module; if it is loaded already, all is loaded again."""
        if self.name in sys.modules:
            for name in [each for each in sys.modules if each.startswith("backfat_rules")]:
                del sys.modules[name]
        sys.meta_path.insert(0, self)

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Itself for its module."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # it has one module
        """The code of the mutant."""
        return compile(self._source, self.path, "exec")
