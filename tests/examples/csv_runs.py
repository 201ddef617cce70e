"""Running the example that reads a table, and how it ended."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCRIPT = EXAMPLES / "from_csv.py"
SLEEP_HEALTH = EXAMPLES / "sleep_health.mapping.yaml"
SLEEP_HEALTH_COLUMNS = (
    "Person ID,Gender,Age,Occupation,Sleep Duration,Quality of Sleep,Physical Activity Level,"
    "Stress Level,BMI Category,Blood Pressure,Heart Rate,Daily Steps,Sleep Disorder\n"
)


def load_script() -> Any:
    """The example as a module; it is no part of any package."""
    spec = importlib.util.spec_from_file_location("from_csv", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["from_csv"] = module  # dataclasses look their module up
    sys.path.insert(0, str(EXAMPLES))  # as for a script that is run
    spec.loader.exec_module(module)
    return module


main = load_script().main


class Ended(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str
    lines: list[Any]

    @property
    def facts(self) -> list[Any]:
        """The facts that each plan was made from."""
        return [line["plan"]["facts"] for line in self.lines]


Run = Callable[..., Ended]
