"""The picture of the muscles that a week trains."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import BackfatRulesError, load_knowledge
from backfat_rules.views.pictures.body_picture import body_picture
from backfat_rules.views.pictures.muscle_sets import sets_by_muscle, shade_of
from backfat_rules.wording import Reader

KNOWLEDGE = load_knowledge()
MUSCLES = [*KNOWLEDGE.muscles]
SETS = st.dictionaries(st.sampled_from(MUSCLES), st.integers(0, 40).map(lambda half: half / 2))
INSIDE = {"pelvic_floor"}  # not to be seen from outside
OPEN_WORDS = (
    *("abs", "adductor", "adductors", "back-deltoids", "biceps", "calves", "chest", "deltoids"),
    *("forearm", "front-deltoids", "gluteal", "hamstring", "lower-back", "neck", "obliques"),
    *("quadriceps", "trapezius", "triceps", "upper-back"),
)
"""What react-native-body-highlighter, react-body-highlighter and their forks call muscles."""

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> dict[str, list[ElementTree.Element]]:
    """The muscles in a picture, by id."""
    found: dict[str, list[ElementTree.Element]] = {}
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if id := group.get("data-muscle"):
            found.setdefault(id, []).append(group)
    return found


def test_every_muscle_is_drawn() -> None:
    """Whatever an exercise trains can be pointed at, unless it lies inside the body."""
    assert drawn(body_picture({}).svg).keys() == set(MUSCLES) - INSIDE


@given(SETS)
def test_picture_description_and_table_say_the_same(sets: dict[str, float]) -> None:
    """Who sees the picture, hears it or reads the table learns the same numbers."""
    picture = body_picture(sets)
    root = ElementTree.fromstring(picture.svg)
    trained = {id: number for id, number in sets.items() if number}
    title = {id: KNOWLEDGE.muscles[id].title for id in MUSCLES}
    told = {row[0].lower(): float(str(row[-1])) for row in picture.table.rows}
    assert told == {title[id].lower(): number for id, number in trained.items()}
    heard = root.findtext(f"{SVG}desc") or ""
    assert heard.count(";") == max(len(trained) - 1, 0)
    assert all(title[id].lower() in heard.lower() for id in trained)
    assert all(title[id] in picture.note for id in MUSCLES if id not in trained)
    for id, groups in drawn(picture.svg).items():
        assert {float(group.get("data-sets", "")) for group in groups} == {trained.get(id, 0)}


def test_a_screen_reader_finds_one_picture() -> None:
    """It is announced as one picture with a name, and not as two hundred shapes."""
    root = ElementTree.fromstring(body_picture({"lats": 8}).svg)
    assert root.get("role") == "img"
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "Muscles trained in a week"


@pytest.mark.parametrize(("sets", "shade"), [(0, 0), (0.5, 1), (3.5, 1), (4, 2), (9.5, 2), (10, 3)])
def test_the_shade_changes_exactly_at_the_limit(sets: float, shade: int) -> None:
    """A muscle is shaded as the legend says, at each limit and just below it."""
    assert shade_of(sets, KNOWLEDGE) == shade


def test_shades_differ_without_colour() -> None:
    """On paper without colour each shade is told apart by its pattern."""
    picture = body_picture({"lats": 1, "glutes": 5, "pecs": 12})
    fills = {drawn(picture.svg)[id][0].get("fill") for id in ("quads", "lats", "glutes", "pecs")}
    assert len(fills) == 4
    patterns = [*ElementTree.fromstring(picture.svg).iter(f"{SVG}pattern")]
    shapes = {each[1].get("d") for each in patterns}
    assert len(patterns) == len(shapes) == 2


@pytest.mark.parametrize("word", OPEN_WORDS)
def test_words_of_open_libraries_are_understood(word: str) -> None:
    """Who counts by the parts of an open body map can give its words as they are."""
    assert word in MUSCLES or sets_by_muscle({word: 3}, KNOWLEDGE)


def test_a_larger_part_gives_its_sets_to_each_muscle_in_it() -> None:
    """What is told of a muscle twice counts as the higher."""
    told = sets_by_muscle({"trapezius": 3, "mid_traps": 5}, KNOWLEDGE)
    assert told == {"mid_traps": 5, "lower_traps": 3, "upper_traps": 3}


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ({"lat": 3}, "There is no muscle called 'lat'. Did you mean lats?"),
        ({"lats": -1}, "The sets of 'lats' are a number from 0 on, not -1."),
        ({"lats": float("nan")}, "The sets of 'lats' are a number from 0 on, not nan."),
        ({"lats": True}, "The sets of 'lats' are a number from 0 on, not True."),
        ({"lats": "3"}, "The sets of 'lats' are a number from 0 on, not '3'."),
    ],
)
def test_what_cannot_be_drawn_is_refused(sets: dict[str, float], said: str) -> None:
    """A slip in a name or a number is named, and no empty picture comes of it."""
    with pytest.raises(BackfatRulesError) as refused:
        body_picture(sets)
    assert str(refused.value) == said


def test_two_pictures_on_a_page_share_no_names() -> None:
    """Each picture fills with its own patterns, also where the other is hidden."""
    one, other = (body_picture({"lats": sets}) for sets in (3, 4))
    names = [
        {each.get("id") for each in ElementTree.fromstring(p.svg).iter()} for p in (one, other)
    ]
    assert names[0] & names[1] == {None}


def test_knowledge_may_draw_no_body() -> None:
    """An app with muscles of its own and no drawing still has the legend and the table."""
    own = load_knowledge(base=Path(__file__).parents[1] / "broken" / "base")
    picture = body_picture({}, Reader(own))
    width = ElementTree.fromstring(picture.svg).get("viewBox", "").split()[2]
    assert float(width) > 0
    assert drawn(picture.svg) == {}


def test_a_picture_goes_into_a_file(tmp_path: Path) -> None:
    """The file is a picture of its own, for a page or a letter."""
    picture = body_picture({"lats": 8})
    file = picture.save(tmp_path / "muscles.svg")
    assert ElementTree.parse(file).getroot().tag == f"{SVG}svg"


def test_texts_of_an_overlay_stay_texts(tmp_path: Path) -> None:
    """A muscle whose title attacks a page is shown with that title, and does nothing."""
    title = '<script>alert(1)</script>&\\"'
    overlay = f'muscles:\n  - {{id: lats, title: "{title}"}}\n'
    (tmp_path / "own.yaml").write_text(overlay, encoding="utf-8")
    picture = body_picture({"lats": 8}, Reader(load_knowledge(tmp_path)))
    assert "<script" not in picture.to_html()
    assert "<script>alert(1)</script>" in picture.table.rows[0][0]
