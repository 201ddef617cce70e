"""What the library hands out is frozen, and so are its own parts."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import backfat_rules

PACKAGES = ("language", "inference", "decision", "exact", "wording", "planning", "explain")
FILLED = {"Box", "Closed", "Narrowing"}
"""Classes that are filled while something is worked out, and handed out by nobody."""


def dataclasses_of(package: str) -> Iterator[type]:
    """The dataclasses that the modules of a package define."""
    folder = importlib.import_module(f"{backfat_rules.__name__}.{package}")
    for found in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        module = importlib.import_module(found.name)
        for _, each in inspect.getmembers(module, dataclasses.is_dataclass):
            if isinstance(each, type) and each.__module__ == module.__name__:
                yield each


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_can_be_changed_for_others(package: str) -> None:
    """Results are shared between threads, plans and explanations, so no field can be set."""
    thawed = {
        each.__name__
        for each in dataclasses_of(package)
        if not each.__dataclass_params__.frozen  # type: ignore[attr-defined]  # dataclasses have it
    }
    assert thawed <= FILLED
