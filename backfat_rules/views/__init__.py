"""How a plan reads: text, and HTML and Markdown for notebooks and pages. Decides nothing."""

from backfat_rules.views.html import plan_html
from backfat_rules.views.markdown import plan_markdown
from backfat_rules.views.text import plan_text

__all__ = ["plan_html", "plan_markdown", "plan_text"]
