"""The one place that imports experta, and the names of it that are used.

experta 1.9.4 needs two things undone. Its dependency frozendict 1.2 looks for
``collections.Mapping``, which left Python in 3.10; the name is lent for the length of the import.
And it calls ``logging.basicConfig()``, which would give the host program a root handler; a handler
that does nothing stands there meanwhile, so that the call has no effect.
See docs/decisions/0002-experta-behind-a-fence.md.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def _old_python_and_quiet_logging() -> Iterator[None]:
    module: Any = collections
    lent = not hasattr(module, "Mapping")
    placeholder = logging.NullHandler()
    root = logging.getLogger()
    if lent:
        module.Mapping = collections.abc.Mapping
    root.addHandler(placeholder)
    try:
        yield
    finally:
        root.removeHandler(placeholder)
        if lent:
            del module.Mapping


with _old_python_and_quiet_logging():
    from experta import AND, MATCH, OR, TEST, Fact, InitialFact, KnowledgeEngine, P, Rule
    from experta.abstract import Matcher, Strategy
    from experta.activation import Activation
    from experta.agenda import Agenda
    from experta.factlist import FactList

__all__ = [
    "AND",
    "MATCH",
    "OR",
    "TEST",
    "Activation",
    "Agenda",
    "Fact",
    "FactList",
    "InitialFact",
    "KnowledgeEngine",
    "Matcher",
    "P",
    "Rule",
    "Strategy",
]
