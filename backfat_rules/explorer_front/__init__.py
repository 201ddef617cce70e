"""The explorer as a browser sees it: controls, words, scripts, and pages that need no Python."""

from backfat_rules.explorer_front.controls import control_groups
from backfat_rules.explorer_front.packed import packed
from backfat_rules.explorer_front.scripts import explorer_style, widget_script
from backfat_rules.explorer_front.standing_alone import PLACE, scripts_of_a_page, without_a_kernel
from backfat_rules.explorer_front.words import words_of

__all__ = [
    "PLACE",
    "control_groups",
    "explorer_style",
    "packed",
    "scripts_of_a_page",
    "widget_script",
    "without_a_kernel",
    "words_of",
]
