"""The model of a need: what several pieces of advice are ways to."""

from __future__ import annotations

from typing import ClassVar

from backfat_rules.knowledge.entry import Slug, Titled


class Need(Titled):
    """What advice answers; recommendations that name the same need are ways to it.

    A plan answers a need once: by the best way that is open, with the other open ones beside it.
    ``title`` is a noun phrase.
    """

    noun: ClassVar[str] = "need"
    id: Slug
