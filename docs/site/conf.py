"""The documentation as a site: ``make docs`` builds it, offline, into build/site.

The folder that is read is the whole project, so that a link between two pages is the same here, in
an editor, and where the repository is shown.
"""

import gc
import sys
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer

from backfat_rules import __version__
from backfat_rules.knowledge.loading import cache_shipped_knowledge

HERE = Path(__file__).parent
gc.set_threshold(500_000, 50, 50)  # a build makes millions of nodes and drops them at its end
sys.path.insert(0, str(HERE))  # where the extensions of this site stand
cache_shipped_knowledge(only_if_stale=True)  # so that every notebook starts at once

project = "backfat_rules"
author = "The backfat_rules authors"
project_copyright = author
release = version = __version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "accessible",
    "front_page",
    "knowledge_links",
    "links",
    "navigation",
    "search",
    "spread",
]
root_doc = "docs/site/index"
include_patterns = ["docs/**.md", "docs/**.ipynb", "knowledge/**.md", "*/README.md", "C*.md"]
exclude_patterns = ["docs/README.md", "tests", ".*", "build"]
suppress_warnings = ["toc.not_included"]  # a test follows the links from page to page instead
smartquotes = False

myst_heading_anchors = 4
myst_url_schemes = {  # the last two are of knowledge_links
    "http": None,
    "https": None,
    "page": {"url": "{{path}}"},
    "heading": {"url": "{{path}}#{{fragment}}"},
}
myst_enable_extensions = ["colon_fence"]
nb_execution_mode = "force"  # what a page shows is what the code of today gives
nb_execution_raise_on_error = True
nb_execution_timeout = 600  # a cell takes a second; a busy machine is no mistake
nb_merge_streams = True

autodoc_member_order = "bysource"
napoleon_use_ivar = True

html_theme = "furo"
html_title = f"backfat_rules {release}"
html_static_path = [str(HERE / "static")]
html_css_files = ["site.css"]
html_search_scorer = str(HERE / "ranking.js")
templates_path = [str(HERE / "templates")]
html_additional_pages = {"index": "redirect.html"}
html_show_sourcelink = html_copy_source = False


def setup(app: Any) -> None:
    """What the site needs beside the pages."""
    app.add_lexer("mermaid", TextLexer)  # a drawing would need a script from elsewhere
    app.connect("autodoc-process-signature", _without_fields)


def _without_fields(_: Any, what: str, _name: str, described: Any, *_rest: Any) -> Any:
    """A class is introduced by its name: the fields stand below it, and may be a hundred."""
    return ("", "") if what == "class" and hasattr(described, "model_fields") else None
