"""What may come from outside: sound answers, odd ones, hostile ones, and sound texts spoilt."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pint
from hypothesis import strategies as st

from backfat_rules.profile import Profile, facts_of
from tests.strategies import answers

FACTS = facts_of(Profile)

TEXTS = (
    st.text(max_size=20)
    | st.sampled_from(
        [
            "\x1b[31mred",
            "<script>alert(1)</script>",
            "'; drop table",
            "\u202eright to left",
            "\ud800",
            "\0",
            "9" * 400,
            "(" * 300,
            "a: &b [*b]",
            "!!python/object:os.system",
            "nan",
            "1e999",
            "٣ h",
            "½ L",
            "7-8 h",
            "5 ft 11",
            "7:30",
            "1,5",
            "2.000 kcal",
            "x" * 5000,
        ]
    )
    | st.from_regex(r"-?[0-9]{1,5}[.,:]?[0-9]{0,4} ?(h|min|kg|lb|st|cm|ft|in|L|kcal|kJ|weeks?|%)?")
)

SCALARS: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | TEXTS
    | st.binary(max_size=5)
    | st.sampled_from(
        [
            10**400,
            complex(1, 2),
            Decimal("NaN"),
            Decimal("6.5"),
            Fraction(13, 2),
            np.int64(7),
            np.float32(6.5),
            np.bool_(True),
            np.array([1, 2]),
            np.ma.masked,
            np.datetime64("NaT"),
            pd.NA,
            pd.NaT,
            pint.Quantity(7, "hour"),
            pint.Quantity(7, "kelvin"),
            datetime.timedelta(hours=7),
            datetime.date(2000, 1, 1),
            range(3),
            object(),
            int,
            len,
            Ellipsis,
        ]
    )
)

ANYTHING = st.recursive(
    SCALARS,
    lambda parts: (
        st.lists(parts, max_size=3)
        | st.dictionaries(TEXTS, parts, max_size=3)
        | st.frozensets(TEXTS, max_size=3)
        | st.tuples(parts, parts)
    ),
    max_leaves=6,
)

NAMES = st.sampled_from(sorted(FACTS)) | TEXTS


@st.composite
def told(draw: st.DrawFn) -> dict[Any, Any]:
    """Answers by names of facts: most of them allowed, some not."""
    chosen = draw(st.lists(st.sampled_from(sorted(FACTS)), max_size=12, unique=True))
    sound = {name: draw(answers(FACTS[name])) for name in chosen}
    return {**sound, **draw(st.dictionaries(NAMES, ANYTHING, max_size=draw(st.integers(0, 2))))}


@st.composite
def spoilt(draw: st.DrawFn, document: str) -> str:
    """A JSON text with one of its parts replaced by anything that JSON holds, or cut anywhere."""
    if draw(st.integers(0, 4)) == 0:
        return document[: draw(st.integers(0, len(document)))]
    root = {"": json.loads(document)}
    place: Any = root
    key: Any = ""
    while isinstance(place[key], dict | list) and place[key] and draw(st.integers(0, 4)):
        place = place[key]
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
    match draw(st.sampled_from(["replaced", "removed", "added"])):
        case "removed" if place is not root:
            del place[key]
        case "added" if isinstance(place, dict) and place is not root:
            place[draw(NAMES)] = draw(JSON)
        case _:
            place[key] = draw(JSON)
    return json.dumps(root[""])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(TEXTS, parts, max_size=3),
    max_leaves=6,
)
