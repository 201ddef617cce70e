"""Random requests to the service of the examples; ``make service`` sends 2,000 and 1,000.

They are made from what the service says of itself (its OpenAPI schema), half of them to fit it and
half not to. Checked is, by these names of schemathesis:

- ``not_a_server_error``: no request ends in a 500;
- ``status_code_conformance``: the answer is one that the schema names: 200 or 422;
- ``content_type_conformance``: it comes as the type that is named there;
- ``response_schema_conformance``: a plan, a decision and a list of problems are what they are said
  to be.

Not checked is that whatever fits the schema is taken (``positive_data_acceptance``): answers may
contradict each other or name no exercise, a whole number is not taken as ``2.0``, and a range may
turn out empty, which no schema says.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from service import app

from tests.examples.service_threads import THREADS, differing

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


def statuses(count: int) -> Counter[tuple[str, str, int]]:
    """How many requests of each kind got which status; a wrong answer is raised."""
    operations = schemathesis.openapi.from_asgi("/openapi.json", app).get_all_operations()
    kinds = [(each, mode) for each in map(_sound, operations) for mode in MODES]
    seen: Counter[tuple[str, str, int]] = Counter()
    for operation, mode in kinds:
        for status in _sent(operation, mode, count // len(kinds)):
            seen[operation.label, mode.value, status] += 1
    return seen


def _sound(described: Any) -> Any:
    """An operation whose description can be used; a wrong one is raised."""
    return described.ok()


def _sent(operation: Any, mode: GenerationMode, count: int) -> list[int]:
    found: list[int] = []

    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case: Any) -> None:
        found.append(case.call_and_validate(checks=CHECKS).status_code)

    send()
    return found


if __name__ == "__main__":
    found = statuses(int(sys.argv[1]))
    for (operation, mode, status), times in sorted(found.items()):
        print(f"{operation:16} {mode:9} {status} {times:6}")
    print(f"{found.total()} requests, and no answer but 200 and 422")
    wrong = differing(int(sys.argv[2]))
    print(f"{sys.argv[2]} requests in {THREADS} threads; {len(wrong)} differ from direct calls")
    sys.exit(bool(wrong))
