"""Settings shared by all tests."""

import os
from pathlib import Path

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


BROWSER = Path(__file__).resolve().parent / "browser"


def _is_left_out(config: pytest.Config) -> bool:
    """Whether what needs a browser was not asked for by its name."""
    return not any(BROWSER in (path, *path.parents) for path in _asked_for(config))


def _asked_for(config: pytest.Config) -> list[Path]:
    places = (each.split("::")[0] for each in config.args)
    return [Path(config.invocation_params.dir, each).resolve() for each in places]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Tests that need a browser run where they are asked for: ``make browser``."""
    return (collection_path.resolve() == BROWSER and _is_left_out(config)) or None


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was left out."""
    if _is_left_out(config) and any(path in BROWSER.parents for path in _asked_for(config)):
        terminalreporter.write_line(
            "Left out: pages and notebooks in a real browser. Look at them with: make browser"
        )
