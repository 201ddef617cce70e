"""Runs the tests of a package with a mutant in the place of one of its modules."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from time import process_time

import pytest

from mutation.mutated import Mutated

ROOT = Path(__file__).parent.parent

SLOW = (
    "tests/decision/test_decision.py::test_every_engine_gives_the_same_bytes",
    "tests/inference/test_engines_agree.py::test_every_engine_derives_what_is_defined_on_the_shipped_base",
)
"""Tests that are too slow to be run for each mutant, and find what others find as well."""

QUIETLY = ("-x", "-q", "-p", "no:cacheprovider", *(f"--deselect={each}" for each in SLOW))

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["mutation.loaded"])


def seconds(
    tests: Sequence[str], mutated: Mutated | None, *, at_most: float, patience: float
) -> float | None:
    """How long tests take, in seconds of a processor; None where they fail.

    Args:
        tests: the files.
        mutated: the module that is different.
        at_most: seconds of a processor after which they count as failed.
        patience: seconds of the clock that there are.

    Raises:
        TimeoutError: these are over.
    """
    receiver, sender = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=_run, args=(sender, tests, mutated, at_most))
    process.start()
    sender.close()
    try:
        if not receiver.poll(max(0, patience)):
            raise TimeoutError
        taken: float = receiver.recv()
    except EOFError:
        return None
    else:
        return taken
    finally:
        process.kill()
        process.join()


def _run(sender: Connection, tests: Sequence[str], mutated: Mutated | None, at_most: float) -> None:
    """In a process of its own: sends how long the tests took, and nothing if they fail."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(at_most) + 1,) * 2)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # so that only what is mutated is compiled anew
    os.environ.update(HYPOTHESIS_PROFILE="mutation", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    if mutated is not None:
        mutated.install()
    if pytest.main([*QUIETLY, *tests]) == 0:
        sender.send(process_time())
