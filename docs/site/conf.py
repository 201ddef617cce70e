"""The documentation as a site: ``make docs`` builds it, offline, into build/site.

The folder that is read is the whole project, so that a link between two pages is the same here, in
an editor, and where the repository is shown.
"""

import json
from html import escape
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer

from backfat_rules import Advisor, __version__
from backfat_rules.knowledge.loading import cache_shipped_knowledge

HERE = Path(__file__).parent
PERSON = HERE.parent / "examples" / "person.json"
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme"'
    ' content="light dark"><style>body { font-family: sans-serif; margin: 1rem }</style>'
)

cache_shipped_knowledge()  # as an installation does, so that every notebook starts at once

project = "backfat_rules"
author = "The backfat_rules authors"
project_copyright = author
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "docs/site/index"
include_patterns = ["docs/**.md", "docs/**.ipynb", "knowledge/**.md", "*/README.md", "C*.md"]
exclude_patterns = ["docs/README.md", "tests", ".venv*", "build"]
suppress_warnings = ["toc.not_included"]  # a test follows the links from page to page instead
smartquotes = False

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
nb_execution_mode = "force"  # what a page shows is what the code of today gives
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

autodoc_member_order = "bysource"
napoleon_use_ivar = True

html_theme = "furo"
html_title = f"backfat_rules {release}"
html_static_path = [str(HERE / "static")]
html_css_files = ["site.css"]
templates_path = [str(HERE / "templates")]
html_additional_pages = {"index": "redirect.html"}
html_show_sourcelink = html_copy_source = False


def setup(app: Any) -> None:
    """What the site needs beside the pages."""
    app.add_lexer("mermaid", TextLexer)  # a drawing would need a script from elsewhere
    app.connect("autodoc-process-signature", _without_fields)
    app.connect("build-finished", _write_plan)


def _without_fields(_: Any, what: str, _name: str, described: Any, *_rest: Any) -> Any:
    """A class is introduced by its name: the fields stand below it, and may be a hundred."""
    return ("", "") if what == "class" and hasattr(described, "model_fields") else None


def _write_plan(app: Any, failed: Exception | None) -> None:
    """The plan on the first page is made by the library as it is."""
    if failed is None and app.builder.format == "html":
        plan = Advisor().recommend(json.loads(PERSON.read_text(encoding="utf-8")))
        page = f"{PAGE}<title>{escape(plan.gate_line)}</title>{plan.to_html()}"
        (Path(app.outdir) / "_static" / "plan.html").write_text(page, encoding="utf-8")
