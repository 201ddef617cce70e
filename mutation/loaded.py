"""What each trial finds loaded: the tools of the tests, and what lies below what is mutated.

A trial is a copy of a process that has imported this, so that it spends its time on tests.
"""

from __future__ import annotations

import _pytest.assertion.rewrite  # noqa: F401
import hypothesis.strategies  # noqa: F401
import pytest  # noqa: F401

import mutation.mutants  # noqa: F401
from backfat_rules.knowledge import load_knowledge

load_knowledge()
