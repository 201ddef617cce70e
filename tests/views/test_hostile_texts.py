"""Whatever a text holds, it stays text: in plans, in lists and in trees of explanations."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backfat_rules import Explanation, Plan
from backfat_rules.views.blocks import blocks_card, blocks_text
from backfat_rules.views.explanation_tree import tree_html
from backfat_rules.views.html_writer import card_html
from backfat_rules.wording import shipped_reader
from tests.planning.people import BUSY, DIRECT

HOSTILE = "<script>alert('&')</script>\"><b onclick=\"x"
ESCAPED = "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;&#34;&gt;&lt;b onclick=&#34;x"


def test_blocks_escape_headings_and_items() -> None:
    """A title or reason from somebody else's knowledge cannot run on a page."""
    html = card_html(blocks_card([(HOSTILE, [HOSTILE, HOSTILE])]), shipped_reader())
    assert html.count(ESCAPED) == 3
    assert "<script" not in html
    assert blocks_text([(HOSTILE, [HOSTILE])]) == f"{HOSTILE}\n  - {HOSTILE}"


def test_a_heading_alone_has_no_list() -> None:
    """A sentence that stands alone is not followed by an empty list."""
    assert "<ul" not in card_html(blocks_card([("It stays.", ())]), shipped_reader())


def test_trees_escape_every_layer() -> None:
    """An explanation shows a text of an app's own rule as text, however deep it lies."""
    leaf = Explanation(id="b", kind="fact", title=HOSTILE, text=HOSTILE)
    tree = Explanation(id="a", kind="finding", title="a", text=HOSTILE, because=(leaf,))
    html = tree_html(tree, shipped_reader())
    assert html.count(ESCAPED) == 2
    assert "<script" not in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"] --> x', "#34;#93; --#62; x"),
        ("<img src=x onerror=alert(1)>", "#60;img src=x onerror=alert(1)#62;"),
        (
            "%%{init: {'theme': 'dark'}}%%",
            "#37;#37;#123;init#58; #123;'theme'#58; 'dark'#125;#125;#37;#37;",
        ),
        ("`**bold**`", "#96;#42;#42;bold#42;#42;#96;"),
        ("lifestyle:a#60;b", "lifestyle#58;a#35;60#59;b"),
        ("a\nn0 --> n1\r\u2028c", "a n0 --#62; n1 c"),
        ("\x1b[2J", "\N{REPLACEMENT CHARACTER}#91;2J"),
        ("sleep: 5.5 h; at least 7 h", "sleep: 5.5 h; at least 7 h"),
    ],
)
def test_a_chart_shows_every_text_as_it_is(text: str, shown: str) -> None:
    """No text ends a label, starts a line, is markup, or speaks to the program that draws it.

    What is escaped was looked at in mermaid 11.17: it shows each of these texts unchanged.
    """
    chart = Explanation(id="a", kind="fact", title="a", text=text).mermaid()
    assert chart == f'flowchart BT\n    n0["? {shown}"]'


@pytest.mark.parametrize("control", ["\x1b[31m", "\x00", "\r", "\x9b1m", "\u202e", "\x07"])
def test_no_control_character_leaves_a_plan(control: str) -> None:
    """A text of somebody else's rules cannot colour, clear or overwrite a terminal or a page."""
    plan = DIRECT.recommend(BUSY)
    data = json.loads(plan.model_dump_json())
    attacked = Plan.model_validate_json(json.dumps(with_texts(data, f"a{control}b\nc")))
    shown = (str(attacked), attacked.to_html(), repr(attacked), *map(str, attacked))
    assert all(line.isprintable() for text in shown for line in text.split("\n"))
    change = attacked.changes_since(plan)
    assert all(
        line.isprintable() for text in (str(change), change.to_html()) for line in text.split("\n")
    )


FIXED = {"schema_version", "library_version", "knowledge_version", "facts", "gate", "kind", "area"}
FIXED |= {"verdict", "evidence", "because"}


def with_texts(part: Any, text: str) -> Any:
    """The same data with every free text replaced."""
    match part:
        case str():
            return text
        case list():
            return [with_texts(each, text) for each in part]
        case dict():
            return {
                name: each if name in FIXED else with_texts(each, text)
                for name, each in part.items()
            }
    return part
