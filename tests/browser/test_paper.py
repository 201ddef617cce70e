"""The page on paper: nothing is cut off, and what somebody follows is there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Opened
from tests.browser.pages import plan, written

MARGIN, INCH = 16, 25.4  # millimetres
PAPER = {"A4": 210, "Letter": 215.9}


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("name", ["handed-over", "interactive"])
def test_it_prints(window: Opened, tmp_path: Path, name: str, paper: str) -> None:
    """First steps and alarms are on paper, no line is wider than it, no page is empty."""
    opened = window(width=int((PAPER[paper] - 2 * MARGIN) / INCH * 96))
    page = opened.open(written(name, tmp_path))
    page.emulate_media(media="print")
    assert opened.too_wide() <= 0
    pages = PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=True))).pages
    texts = [" ".join(normalize("NFKC", each.extract_text()).split()) for each in pages]
    assert min(map(len, texts)) > 40
    printed = " ".join(texts).replace(" ", "")
    expected = [plan().gate_line, plan().notice]
    for step in plan().first_steps:
        advice = plan()[step.recommendation]
        expected += [advice.title, advice.action, *advice.steps, *advice.cautions]
    for message in plan().messages:
        expected += message.alarms
    assert [each for each in expected if each.replace(" ", "") not in printed] == []
    assert [each for each in ("Whatif?", "\u25b8") if each in printed] == []
