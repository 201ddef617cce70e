"""The page for a browser asks and advises from the pack alone."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from backfat_rules import Advisor, Interview, load_knowledge
from backfat_rules.javascript import site_page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")

needs_browser = pytest.mark.skipif(
    BROWSER is None, reason="without Chromium the page for a browser was written but not opened"
)

TICK_AND_GO_ON = """
const form = document.getElementById("form");
form.querySelector("input[value=sleep]").click();
form.requestSubmit();
"""
TELL_CHEST_PAIN = """
const form = document.getElementById("form");
for (let screen = 0; screen < 2; screen += 1) form.requestSubmit();
form.querySelector("input[value=chest_pain]").click();
form.requestSubmit();
"""
CHANGE_AND_GO_BACK = f"""{TICK_AND_GO_ON}
document.querySelector("#told button").click();
form.querySelector("input[value=stress]").click();
form.requestSubmit();
document.getElementById("back").click();
"""

WISH_FOR_THE_WEEK = """
document.getElementById("week").open = true;
const wishes = document.getElementById("wishes");
await new Promise((done) => setTimeout(done, 50));
const wish = (input) => input.dispatchEvent(new Event("change", { bubbles: true }));
wishes.querySelector("input[value=mon]").click();
wishes.querySelector("input[value=thu]").click();
const minutes = wishes.querySelector("input[type=number]");
minutes.value = "25";
wish(minutes);
"""
SEE_SEVERAL_WEEKS = """
document.getElementById("week").open = true;
const weeks = document.getElementById("weeks");
await new Promise((done) => setTimeout(done, 50));
for (const [number, at] of [["0", "data-none"], ["4", "data-four"]]) {
  weeks.value = number;
  weeks.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 50));
  document.body.setAttribute(at, document.getElementById("wish-problems").textContent);
}
"""
BEGIN_TO_ANSWER = """
document.getElementById("form").querySelector("input[value=sleep]").click();
"""
TELL_WHAT_IS_TICKED = """
const ticked = document.getElementById("form").querySelectorAll("input:checked");
document.body.setAttribute("data-ticked", [...ticked].map((each) => each.value).join(" "));
"""


def seen(folder: Path, steps: str = "") -> str:
    """The page as a browser has it in the end; what it complained of is an error."""
    page = site_page(load_knowledge(), country="gb")
    script = f'<script type="module">\n{steps}\n</script>\n</body>'
    file = folder / "index.html"
    file.write_text(page.replace("</body>", script), encoding="utf-8")
    assert BROWSER is not None
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]
    folders = [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000"]
    call = [BROWSER, *options, *folders, "--dump-dom", file.as_uri()]
    ran = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, timeout=120)
    assert "CONSOLE" not in ran.stderr, ran.stderr
    return html.unescape(ran.stdout.split("<script")[0])


def _legends(page: str) -> list[str]:
    return re.findall(r"<legend>(.*?)</legend>", page)


@needs_browser
def test_it_opens_on_the_first_screen(tmp_path: Path) -> None:
    """Opened from a disk, without a network, it asks what the interview asks first."""
    page = seen(tmp_path)
    screen = Interview().screen
    assert screen is not None
    assert _legends(page) == [each.text for each in screen.questions]
    assert Advisor().recommend({}).gate_line in page


@needs_browser
def test_a_reply_leads_on_and_into_the_plan(tmp_path: Path) -> None:
    """What was ticked is told, what was left is not known, and the next screen stands there."""
    page = seen(tmp_path, TICK_AND_GO_ON)
    interview = Interview().answer("complaint", ["sleep"])
    first = Interview().screen
    assert first is not None
    for question in first.questions:
        if question.id != "complaint":
            interview = interview.dont_know(question.id)
    assert interview.screen is not None
    assert _legends(page) == [each.text for each in interview.screen.questions]
    assert interview.plan().gate_line in page


@needs_browser
def test_an_emergency_shows_whom_to_call_and_asks_no_more(tmp_path: Path) -> None:
    """The number of the country stands in the plan, and no question is left beside it."""
    page = seen(tmp_path, TELL_CHEST_PAIN)
    assert "999" in page
    assert _legends(page) == []


@needs_browser
def test_an_emergency_stands_above_the_questions(tmp_path: Path) -> None:
    """Whoever needs help reads first where to get it, and no mark calls that new."""
    alarm, plan = seen(tmp_path, TELL_CHEST_PAIN), seen(tmp_path, TICK_AND_GO_ON)
    assert 0 < alarm.index("999") < alarm.index("<form")
    assert "(new)" not in alarm
    assert plan.index("<form") < plan.index('id="page"')


@needs_browser
def test_an_answer_can_be_changed_and_the_change_taken_back(tmp_path: Path) -> None:
    """Somebody who tries another answer finds back to where they were."""
    assert _legends(seen(tmp_path, CHANGE_AND_GO_BACK)) == _legends(seen(tmp_path, TICK_AND_GO_ON))


@needs_browser
def test_a_button_is_called_by_what_is_seen_on_it(tmp_path: Path) -> None:
    """Who steers by voice says what stands on the button that changes an answer."""
    buttons = re.findall(r'aria-label="([^"]*)">(.*?)</button>', seen(tmp_path, TICK_AND_GO_ON))
    assert buttons
    assert [said for label, said in buttons if not label.startswith(said)] == []


@needs_browser
def test_the_week_follows_from_what_is_wished(tmp_path: Path) -> None:
    """Days and minutes are wished beside the week, and it stands there as Python has it."""
    page = seen(tmp_path, WISH_FOR_THE_WEEK)
    told = {"training_days": ["mon", "thu"], "minutes_per_session": 25}
    (week,) = Advisor().recommend(told).programme().weeks
    rows = re.findall(r'<th scope="row">(\w+day)</th><td>(.*?)</td><td>(\d*)</td>', page)
    assert [(day.lower()[:3], title, minutes) for day, title, minutes in rows] == [
        (
            day.weekday,
            "; ".join(each.title for each in day.sessions) or "free",
            str(day.minutes or ""),
        )
        for day in week.days
    ]
    assert f"{' '.join(rows[0])};" in _status(page)


def _status(page: str) -> str:
    """What a screen reader has been told last."""
    (told,) = re.findall(r'role="status">(.*?)</p>', page)
    return str(told)


@needs_browser
def test_several_weeks_fold_below_the_first(tmp_path: Path) -> None:
    """Each later week opens with what changes in it; a number that makes no sense is refused."""
    page = seen(tmp_path, SEE_SEVERAL_WEEKS)
    later = Advisor().recommend({}).programme(weeks=4).weeks[1:]
    summaries = re.findall(r"<summary>(Week \d)</summary><p>(.*?)</p>", page)
    assert summaries == [(f"Week {each.number}", each.changes[0]) for each in later]
    assert "1 to 52" in page.split('data-none="')[1].split('"')[0]
    assert 'data-four=""' in page


@needs_browser
def test_a_wish_leaves_half_answered_questions_alone(tmp_path: Path) -> None:
    """Whoever looks at the week in between finds what they had ticked."""
    page = seen(tmp_path, BEGIN_TO_ANSWER + WISH_FOR_THE_WEEK + TELL_WHAT_IS_TICKED)
    assert 'data-ticked="sleep"' in page


@needs_browser
def test_no_week_stands_beside_an_emergency(tmp_path: Path) -> None:
    """Whoever needs help now sees no training."""
    assert re.search(r'<section id="training" hidden="">', seen(tmp_path, TELL_CHEST_PAIN))


def test_it_lets_nothing_out() -> None:
    """The page itself forbids the browser every connection, form and foreign script."""
    page = site_page(load_knowledge())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert {"default-src 'none'", "form-action 'none'", "base-uri 'none'"} <= {
        *policy[1].split("; ")
    }
    assert not re.search(r"""(?:src|href|action)=["'](?!data:|#)""", page.split("<script")[0])
