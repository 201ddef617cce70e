"""What is handed out as a package: all that is needed in each, and nothing else."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


def listed(*which: str) -> set[str]:
    """Files of the project as git knows them, except what was deleted and not yet committed."""
    command = ["git", "ls-files", *which]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.splitlines() if (ROOT / name).exists()}


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="what belongs to the project is known in a checkout only"
)
def test_the_source_package_is_the_whole_project(tmp_path: Path) -> None:
    """Whoever unpacks the source package has all that ``make test`` and ``make docs`` need."""
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(built) as package:
        inside = {name.partition("/")[2] for name in package.getnames()}
        modes = {each.name.partition("/")[2]: each.mode for each in package.getmembers()}
    assert listed() - inside == set()
    strangers = inside - listed("--cached", "--others", "--exclude-standard")
    assert strangers == {"PKG-INFO"}
    assert all(modes[name] & 0o100 for name in inside if name.startswith(".ci/"))


def test_the_wheel_is_the_library_with_its_knowledge(tmp_path: Path) -> None:
    """An app installs the package, its knowledge and nothing that only the repository needs."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = {name for name in ZipFile(built).namelist() if ".dist-info/" not in name}
    knowledge = {f"backfat_rules/_{file}" for file in _below("knowledge", "*.yaml")}
    package = {f"{file}" for file in _below("backfat_rules", "*") if "__pycache__" not in file}
    assert names == knowledge | package


def _below(folder: str, pattern: str) -> list[str]:
    files = [file for file in (ROOT / folder).rglob(pattern) if file.is_file()]
    return [file.relative_to(ROOT).as_posix() for file in files]
