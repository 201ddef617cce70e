"""Settings shared by all tests."""

import os

from hypothesis import HealthCheck, settings

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "full", deadline=None, derandomize=True, max_examples=100, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("quick", settings.get_profile("full"), max_examples=8)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "full"))
