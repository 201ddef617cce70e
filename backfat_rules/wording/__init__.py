"""Data into words: the one place that knows a language."""

from backfat_rules.wording.reader import Reader, shipped_reader

__all__ = ["Reader", "shipped_reader"]
