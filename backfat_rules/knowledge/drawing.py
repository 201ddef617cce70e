"""The model of a drawing: a side of a human body, and where each muscle lies in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from backfat_rules.knowledge.entry import FilePart, Identifier, Layered, Text

_LETTERS = frozenset("MmLlHhVvCcSsQqTtAaZz0123456789 ,.-")
_NO_PATH = {
    "message": "a path begins with M, and holds nothing but the commands of SVG and numbers.",
    "remedy": "Copy the d of a path, such as M10 20C10 30 20 40 30 40Z.",
}


def _path(text: str) -> str:
    if not text.startswith("M") or not _LETTERS.issuperset(text):
        raise PydanticCustomError("bad-path", "{message}", _NO_PATH)
    return text


PathData = Annotated[str, AfterValidator(_path)]
"""The ``d`` of a path of SVG."""

Length = Annotated[float, Field(gt=0)]


class MuscleShape(FilePart):
    """Where a muscle lies: its shapes on the right half; the left half is their mirror."""

    muscle: Identifier
    paths: Annotated[tuple[PathData, ...], Field(min_length=1)]


class Drawing(Layered):
    """One side of a body, symmetrical about the middle of its width.

    Attributes:
        title: which side.
        outline: the whole body.
        lines: what is drawn besides, on the right half and mirrored.
        shapes: the muscles that can be seen from this side.
    """

    id: Identifier
    title: Text
    width: Length
    height: Length
    outline: PathData
    lines: tuple[PathData, ...] = ()
    shapes: tuple[MuscleShape, ...] = ()
