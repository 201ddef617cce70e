"""Settings shared by all tests."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "usual", deadline=None, derandomize=True, max_examples=8, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("quick", settings.get_profile("usual"), max_examples=4)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=100)
settings.register_profile(
    "mutation", settings.get_profile("quick"), phases=[Phase.explicit, Phase.generate]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

LONG = ("test_engines_agree", "test_ranking", "test_safety_laws", "test_interview")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Among several cores the longest tests go first, so that none waits for them at the end."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: item.path.stem not in LONG)
