"""How a plan reads: plain text, and HTML for notebooks. Only looks; decides nothing."""

from backfat_rules.views.html import plan_html
from backfat_rules.views.text import plan_text

__all__ = ["plan_html", "plan_text"]
