"""The pages in docs/knowledge/ are those of the knowledge base, whole, linked and readable."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from backfat_rules import load_knowledge
from backfat_rules.knowledge.links import names_under
from backfat_rules.knowledge.rules import Finding, RecommendationRule
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.knowledge.sources import Claim
from backfat_rules.language import parse
from pages import knowledge_pages
from pages.__main__ import write_pages
from pages.addresses import address
from pages.chains import longest_chain
from pages.coverage import BECAME, became, count_row, reason_groups
from pages.markdown import MADE, anchor, code
from pages.readable import condition_words

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "knowledge"
SMALL = ROOT / "tests" / "broken" / "base"
BASE = load_knowledge()
PAGES = knowledge_pages(BASE)

_LINK = re.compile(r"(?<!\\)\]\(([^)\s]*)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.M)
ANCHORS = {path: [anchor(each) for each in _HEADING.findall(PAGES[path])] for path in PAGES}


def without_code(text: str) -> str:
    """A page without what stands in backticks."""
    return re.sub(r"```.*?```|`[^`\n]*`", "code", text, flags=re.DOTALL)


def test_the_pages_are_up_to_date() -> None:
    """Whoever changes the YAML writes the pages anew: run ``make docs``."""
    files = {file.relative_to(FOLDER).as_posix(): file for file in FOLDER.rglob("*.md")}
    stale = sorted(
        {*files} ^ {*PAGES}
        | {path for path in {*files} & {*PAGES} if files[path].read_text("utf-8") != PAGES[path]}
    )
    assert not stale, f"{len(stale)} pages are stale, such as {stale[0]}. Run: make docs"


def test_the_pages_are_the_same_every_time() -> None:
    """Equal knowledge gives equal pages, whatever was loaded or written before."""
    assert knowledge_pages(load_knowledge(base=ROOT / "knowledge")) == PAGES


def test_every_entry_has_its_place() -> None:
    """For every entry there is a page, with a heading where the link to it leads."""
    for entry in BASE:
        if isinstance(entry, Scenario) or entry.id in BASE.tags:
            continue
        path, mark, name = address(entry).partition("#")
        assert not mark or name in ANCHORS[path], entry.id


@pytest.mark.parametrize("path", sorted(PAGES))
def test_every_link_leads_to_a_heading(path: str) -> None:
    """No link between pages is dead, down to the heading; no two headings share a name."""
    assert len(set(ANCHORS[path])) == len(ANCHORS[path])
    for link in _LINK.findall(without_code(PAGES[path])):
        target, _, name = link.partition("#")
        other = normpath(join(dirname(path), target)) if target else path
        if target.startswith("https:"):
            continue
        if other.startswith(".."):
            assert (FOLDER / other).is_file(), link
        else:
            assert other in PAGES, link
            assert not name or name in ANCHORS[other], link


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_page_is_plain_markdown(path: str) -> None:
    """No HTML, no broken table, no empty part, and a last line that says where it comes from."""
    text = without_code(PAGES[path])
    assert not re.search(r"(?<!\\)<", text)
    assert PAGES[path].endswith(f"\n\n{MADE}\n")
    for block in text.split("\n\n"):
        rows = [re.sub(r"\\.", "", row) for row in block.splitlines() if row.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1, block
    blocks = PAGES[path].split("\n\n")
    assert "" not in blocks
    for block, following in pairwise(blocks):
        level, deeper = len(block) - len(block.lstrip("#")), following.startswith("#")
        assert not (level and deeper and not following.startswith("#" * (level + 1))), block


def test_every_claim_says_what_it_became() -> None:
    """Each claim stands once on its guide's page, with its users or the reason it has none."""
    for claim in BASE.claims.values():
        rows = [
            row
            for row in PAGES[address(claim).partition("#")[0]].splitlines()
            if row.startswith(f"| {code(claim.id)} |")
        ]
        assert len(rows) == 1
        assert bool(became(claim, BASE)) is (claim.left_out is None)


def test_the_counts_add_up() -> None:
    """Every claim is counted, and each that was left out has its group of reasons."""
    row = count_row(BASE.claims.values(), BASE)
    assert row[0] == len(BASE.claims)
    assert len(row) == len(BECAME) + 2
    assert row[-1] == sum(map(len, reason_groups(BASE).values()))
    assert "another reason" not in reason_groups(BASE)


def test_every_rule_shows_condition_and_cases() -> None:
    """A reader of a topic's page sees each condition as it stands, and what it is tested on."""
    for finding in BASE.findings.values():
        page = PAGES[address(finding).partition("#")[0]]
        assert all(code(rule.when.text) in page for rule in finding.rules)
    for advice in (*BASE.recommendations.values(), *BASE.messages.values()):
        assert code(advice.when.text) in PAGES[address(advice).partition("#")[0]]


def test_the_longest_chain_is_one() -> None:
    """Each link of the chain is named by the next, from a fact to the end, and none is longer."""
    for chain in (longest_chain(BASE), longest_chain(BASE, RecommendationRule)):
        assert chain[0] in BASE.facts
        assert all(cause in names_under(BASE[then]) for cause, then in pairwise(chain))
    longest = max(BASE.strata[id] for id in BASE.findings)
    assert len(longest_chain(BASE, Finding)) <= longest + 1
    assert longest_chain(load_knowledge(base=SMALL)) == ("sleep_hours", "short_sleep")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("sleep_hours < 7", "sleep is below 7 h"),
        ("not short_sleep", "no short sleep"),
        ('"neck" not in pain_sites', "neck not among the sites of pain"),
        ("18 <= age < 65", "age is at least 18 years and age is below 65 years"),
        ("desk_job and (short_sleep or age > 60)", None),
        ("sleep_hours + work_hours_per_day > 24", "sleep plus work is above 24 h"),
        ("count(equipment) < 1", "the number of answers on equipment is below 1"),
    ],
)
def test_conditions_in_words(condition: str, words: str | None) -> None:
    """A condition reads as a phrase that keeps its brackets."""
    expected = words or "you work at a desk and (short sleep or age is above 60 years)"
    assert condition_words(parse(condition), BASE) == expected


def test_writing_removes_only_pages_of_its_own(tmp_path: Path) -> None:
    """A page of a topic that is gone is removed; a page that somebody wrote stays."""
    gone, kept = tmp_path / "topics" / "gone.md", tmp_path / "mine.md"
    write_pages({"topics/gone.md": f"# Gone\n\n{MADE}\n"}, tmp_path)
    kept.write_text("# Mine\n", encoding="utf-8")
    write_pages({"README.md": f"# All\n\n{MADE}\n"}, tmp_path)
    assert not gone.exists()
    assert kept.exists()
    assert (tmp_path / "README.md").exists()


def test_a_claim_is_of_one_guide() -> None:
    """The page of a guide holds the claims of that guide and of no other."""
    for path, text in PAGES.items():
        if path.startswith("guides/"):
            own = {c.id for c in BASE.claims.values() if address(c).startswith(path)}
            assert set(re.findall(r"^\| `([^`]+)` \|", text, re.M)) == own
            assert all(isinstance(BASE[id], Claim) for id in own)
