"""The pack: what decides, as one JavaScript module for pages that run without Python."""

from backfat_rules.javascript.pack import pack_of

__all__ = ["pack_of"]
