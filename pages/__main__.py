"""``python -m pages FOLDER``: write the pages of the shipped knowledge."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from backfat_rules.knowledge import load_knowledge
from pages import knowledge_pages
from pages.markdown import MADE


def write_pages(pages: Mapping[str, str], folder: Path) -> None:
    """Write pages into a folder; remove those that only an earlier run wrote."""
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    for file in folder.rglob("*.md"):
        known = file.relative_to(folder).as_posix() in pages
        if not known and file.read_text(encoding="utf-8").rstrip().endswith(MADE):
            file.unlink()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("Usage: python -m pages FOLDER")
    made = knowledge_pages(load_knowledge())
    write_pages(made, Path(sys.argv[1]))
    sys.stdout.write(f"{len(made)} pages in {sys.argv[1]}\n")
