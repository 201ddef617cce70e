"""The one place that imports experta, and the names of it that are used.

experta 1.9.4 needs two things undone. Its dependency frozendict 1.2 looks for
``collections.Mapping``, which left Python in 3.10; the name is lent for the length of the import.
And it calls ``logging.basicConfig()``, which would give the host program a root handler; a handler
that does nothing stands there meanwhile, so that the call has no effect. Besides, its watchers log
every fact at level INFO, and those are a person's answers: nothing of it is logged while we run it.
See docs/decisions/0002-experta-behind-a-fence.md.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def old_python_and_quiet_logging() -> Iterator[None]:
    """What experta needs while it is imported, and not a moment longer."""
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


with old_python_and_quiet_logging():
    from experta import (
        AND,
        MATCH,
        OR,
        TEST,
        Fact,
        InitialFact,
        KnowledgeEngine,
        P,
        Rule,
        watchers,
    )
    from experta.abstract import Matcher, Strategy
    from experta.activation import Activation
    from experta.agenda import Agenda
    from experta.factlist import FactList

_running = threading.local()


def _is_not_ours(_: logging.LogRecord) -> bool:
    return not getattr(_running, "unlogged", False)


for _name in watchers.ALL:
    getattr(watchers, _name).addFilter(_is_not_ours)


@contextmanager
def unlogged() -> Iterator[None]:
    """Nothing that experta does within, in this thread, reaches any log at any level.

    Levels and handlers stay the host's, and so does whatever else runs on experta.
    """
    before = getattr(_running, "unlogged", False)
    _running.unlogged = True
    try:
        yield
    finally:
        _running.unlogged = before


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
    "old_python_and_quiet_logging",
    "unlogged",
    "watchers",
]
