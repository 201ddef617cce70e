"""What is known of a finding."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.reading_back import OnlyItsFields


@dataclass(frozen=True, slots=True)
class FindingState(OnlyItsFields):
    """A finding that is known to be true or false, with its severity where it is true."""

    id: str
    holds: bool
    severity: float | None
