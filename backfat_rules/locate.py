"""Where the shipped knowledge lies: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from backfat_rules.errors import KnowledgeError, KnowledgeProblem, Location

WORDS_FOLDER = "words"
"""Where the words lie in the folder of the shipped knowledge."""

_PACKAGE = Path(__file__).parent


def package_folder() -> Path:
    """The folder of the package; inside a zip, what ``importlib.resources`` has for it.

    That can be walked through and read like a path, and nothing more.
    """
    if _PACKAGE.is_dir():
        return _PACKAGE
    from importlib.resources import files  # which takes long to load, and is for zips only

    return cast(Path, files(__name__.partition(".")[0]))


def is_in_zip(place: object) -> bool:
    """Whether a file or folder lies within a zip, and is no path of the system."""
    return not isinstance(place, Path)


def shipped_folder() -> Path:
    """The folder of the library's own knowledge; inside a zip as ``package_folder`` is.

    Raises:
        KnowledgeError: the installation is incomplete.
    """
    for folder in (package_folder() / "_knowledge", _PACKAGE.parent / "knowledge"):
        if (folder / "policy.yaml").is_file():
            return folder
    missing = KnowledgeProblem(
        Location(str(_PACKAGE / "_knowledge")),
        "no-knowledge",
        "the knowledge base is missing from this installation.",
        "Install the package again.",
    )
    raise KnowledgeError([missing])
