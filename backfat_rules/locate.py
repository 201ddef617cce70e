"""Where the shipped knowledge lies: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

from backfat_rules.errors import KnowledgeError, KnowledgeProblem, Location

WORDS_FOLDER = "words"
"""Where the words lie in the folder of the shipped knowledge."""

CATALOGUE_FOLDER = "exercise/catalogue"
"""Where the exercises lie in it."""

_PACKAGE = Path(__file__).parent


def shipped_folder() -> Path:
    """The folder of the library's own knowledge.

    Raises:
        KnowledgeError: the installation is incomplete.
    """
    for folder in (_PACKAGE / "_knowledge", _PACKAGE.parent / "knowledge"):
        if (folder / "policy.yaml").is_file():
            return folder
    missing = KnowledgeProblem(
        Location(str(_PACKAGE / "_knowledge")),
        "no-knowledge",
        "the knowledge base is missing from this installation.",
        "Install the package again.",
    )
    raise KnowledgeError([missing])
