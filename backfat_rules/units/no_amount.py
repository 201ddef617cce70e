"""Why a text is no amount, or more than one."""

from __future__ import annotations


class UnreadableError(Exception):
    """The text is no such amount; the message says what it is instead."""


class TwoReadingsError(UnreadableError):
    """A text means one thing to some people and another to others.

    Args:
        readings: the two, each as a text that can be read in one way only.
    """

    def __init__(self, *readings: str) -> None:
        super().__init__(
            f"can be read as {' or as '.join(map(repr, readings))}. Write one of them."
        )
