"""Whatever a text holds, it stays text: in plans, in lists and in trees of explanations."""

from __future__ import annotations

from backfat_rules.explain.explanation import Explanation
from backfat_rules.views.blocks import blocks_html, blocks_text
from backfat_rules.views.explanation_tree import tree_html
from backfat_rules.wording import shipped_reader

HOSTILE = "<script>alert('&')</script>\"><b onclick=\"x"
ESCAPED = "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;&#34;&gt;&lt;b onclick=&#34;x"


def test_blocks_escape_headings_and_items() -> None:
    """A title or reason from somebody else's knowledge cannot run on a page."""
    html = blocks_html([(HOSTILE, [HOSTILE, HOSTILE])])
    assert html.count(ESCAPED) == 3
    assert "<script" not in html
    assert blocks_text([(HOSTILE, [HOSTILE])]) == f"{HOSTILE}\n  - {HOSTILE}"


def test_a_heading_alone_has_no_list() -> None:
    """A sentence that stands alone is not followed by an empty list."""
    assert "<ul" not in blocks_html([("It stays.", ())])


def test_trees_escape_every_layer() -> None:
    """An explanation shows a text of an app's own rule as text, however deep it lies."""
    leaf = Explanation(id="b", kind="fact", title=HOSTILE, text=HOSTILE)
    tree = Explanation(id="a", kind="finding", title="a", text=HOSTILE, because=(leaf,))
    html = tree_html(tree, shipped_reader())
    assert html.count(ESCAPED) == 2
    assert "<script" not in html
