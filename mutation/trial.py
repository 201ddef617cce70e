"""Runs the tests of a package in a copy of the checkout, with a mutant in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from mutation.mutants import Mutant

TESTS = {
    "language": ("tests/language", "tests/inference/test_engines_agree.py"),
    "inference": (
        "tests/inference/test_waiting.py",
        "tests/inference/test_compiled_rules.py",
        "tests/inference",
    ),
    "decision": (
        "tests/decision/test_choosing.py",
        "tests/decision/test_joining.py",
        "tests/decision/test_parts.py",
        "tests/decision/test_definition.py",
        "tests/planning/test_snapshots.py",
        "tests/decision/test_decision.py",
    ),
    "planning": ("tests/planning/test_snapshots.py", "tests/planning"),
    "wording": ("tests/wording", "tests/planning/test_snapshots.py"),
    "explain": ("tests/explain",),
}
"""For each package the tests that are about it, those first that find most."""

LEFT_OUT = "tests/explain/test_interview.py"
"""Minutes long, and about the interview."""

FASTER = ("-p", "no:cacheprovider", "-k", "not rete")
"""Experta's own network is slow, and an oracle for engines only."""

NOT_COPIED = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis")


class Copy:
    """A checkout of its own, in which one mutant at a time is tried."""

    def __init__(self, root: Path, into: Path) -> None:
        self._root = into
        shutil.copytree(root, into, ignore=NOT_COPIED)

    def passes(self, package: str, timeout: float | None = None) -> bool:
        """Whether the package's tests pass; a run that takes too long does not."""
        tests = [path for path in TESTS[package] if (self._root / path).exists()]
        command = [sys.executable, "-m", "pytest", "-x", "-q", *FASTER]
        environment = {
            **os.environ,
            "PYTHONPATH": str(self._root),
            "HYPOTHESIS_PROFILE": "quick",
        }
        try:
            ran = subprocess.run(
                [*command, f"--ignore={LEFT_OUT}", *tests],
                cwd=self._root,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return ran.returncode == 0

    def seconds(self, package: str) -> float:
        """How long the tests take without a mutant.

        Raises:
            SystemExit: they fail, and so would say nothing about mutants.
        """
        start = monotonic()
        if not self.passes(package):
            sys.exit(f"The tests of {package} fail without any mutant.")
        return monotonic() - start

    def survives(self, mutant: Mutant, timeout: float) -> bool | None:
        """Whether no test notices the mutant; None where it is no change."""
        with self._mutated(mutant) as changed:
            return self.passes(mutant.package, timeout) if changed else None

    @contextmanager
    def _mutated(self, mutant: Mutant) -> Iterator[bool]:
        file = self._root / mutant.path
        original = file.read_text(encoding="utf-8")
        changed = mutant.source(original)
        try:
            if changed is not None:
                self._write(file, changed)
            yield changed is not None
        finally:
            self._write(file, original)

    @staticmethod
    def _write(file: Path, source: str) -> None:
        """Compiled files go by seconds and size, and would hide a mutant."""
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
            compiled.unlink()
        file.write_text(source, encoding="utf-8")
