"""The pack: what decides, as one JavaScript module for pages that run without Python."""

from backfat_rules.javascript.pack import pack_of
from backfat_rules.javascript.site_page import site_page

__all__ = ["pack_of", "site_page"]
