"""A human body from both sides, each muscle shaded by its sets in a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from backfat_rules.knowledge.drawing import Drawing, MuscleShape
from backfat_rules.views.pictures.muscle_sets import sets_by_muscle, shade_labels, shade_of
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.pictures.shades import Shades
from backfat_rules.views.pictures.svg import framed, short
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader, shipped_reader

_SIDE = Markup(
    '<g transform="translate(%s 0)">%s<g id="%s"><g %s>%s</g>%s</g>'
    '<use href="#%s" transform="matrix(-1 0 0 1 %s 0)"/></g>'
)
_OUTLINE = Markup(
    '<path d="%s" fill-opacity=".08" stroke="currentColor" stroke-opacity=".6" stroke-width="1"/>'
)
_EDGE = Markup('stroke="currentColor" stroke-opacity=".4" stroke-width=".5"')
_LINES = Markup(
    '<g fill="none" stroke="currentColor" stroke-opacity=".35" stroke-width=".7">%s</g>'
)
_MUSCLE = Markup('<g data-muscle="%s" data-sets="%s" %s><title>%s</title>%s</g>')
_PATH = Markup('<path d="%s"/>')
_CAPTION = Markup('<text x="%s" y="%s" text-anchor="middle">%s</text>')
_KEY = Markup(
    '<rect x="%s" y="%s" width="22" height="13" stroke="currentColor" stroke-opacity=".6" %s/>'
    '<text x="%s" y="%s">%s</text>'
)

_UNDRAWN = 400
"""How wide the legend is of knowledge that draws no body."""

_ROW, _BELOW = 20, 16
"""The height of a line of the legend, and the room for the name of a side."""


def body_picture(sets: Mapping[str, float], reader: Reader | None = None) -> Picture:
    """The muscles that a week trains, darker the more sets they get.

    Args:
        sets: sets in a week by the id of the muscle, or by the words of open libraries that draw
            bodies, such as ``upper-back``.
        reader: in whose language; the library's own if None.

    Raises:
        UnknownIdError: there is no such muscle; the text names the nearest.
        BackfatRulesError: something is no number of sets.

    >>> print(body_picture({"lats": 8, "biceps": 2.5}))
    Muscles trained in a week
    Muscle  Sets a week
    Lats    8
    Biceps  2.5
    Without sets of their own: ...
    """
    reader = reader or shipped_reader()
    return _Body(sets_by_muscle(sets, reader.knowledge), reader).picture()


class _Body:
    """Draws one body for one reader."""

    def __init__(self, sets: Mapping[str, float], reader: Reader) -> None:
        self.sets = sets
        self.reader = reader
        self.say = reader.say
        self.knowledge = reader.knowledge
        self.labels = [*shade_labels(reader)]
        self.shades = Shades(len(self.labels), [*sets.items()])

    def picture(self) -> Picture:
        title = self.say("muscles-of-a-week")
        measures = tuple(
            (self._title(id), self.say("sets-a-week"), n) for id, n in self.sets.items()
        )
        svg, table = self._svg(title), self._table()
        return Picture(title, svg, table, self._others(), measures=measures)

    def _svg(self, title: str) -> str:
        sides = tuple(self.knowledge.drawings.values())
        width, left = sum(each.width for each in sides) or _UNDRAWN, 0.0
        height = max((each.height for each in sides), default=0)
        body = self.shades.patterns()
        for each in sides:
            body += self._side(each, left)
            body += _CAPTION % (short(left + each.width / 2), short(height + 12), each.title)
            left += each.width
        body += Markup().join(self._legend(width, height + _BELOW + 6))
        lines = -(-len(self.labels) // 2)
        return framed(width, height + _BELOW + 6 + _ROW * lines, title, self._says(), body)

    def _side(self, side: Drawing, left: float) -> Markup:
        """The outline, the right half, and the left as its mirror."""
        half = f"{self.shades.name}-{side.id}"
        muscles = Markup().join(self._muscle(each) for each in side.shapes)
        outline, lines = _OUTLINE % (side.outline,), _LINES % (_paths(side.lines),)
        placed = (short(left), outline, half, _EDGE, muscles, lines)
        return _SIDE % (*placed, half, short(side.width))

    def _muscle(self, shape: MuscleShape) -> Markup:
        sets = self.sets.get(shape.muscle, 0)
        fill = self.shades.fill(shade_of(sets, self.knowledge))
        said = self._said(shape.muscle, sets)
        return _MUSCLE % (shape.muscle, short(sets), fill, said, _paths(shape.paths))

    def _said(self, id: str, sets: float) -> str:
        number = self.say("number-of-sets", number=sets) if sets else self.say("no-sets")
        return self.say("label-and-number", label=self._title(id), number=number)

    def _title(self, id: str) -> str:
        return self.reader.opening(self.knowledge.muscles[id].title)

    def _legend(self, width: float, top: float) -> Iterator[Markup]:
        """The shades in two columns, the lightest first."""
        for at, label in enumerate(self.labels):
            x, y = 12 + (at % 2) * width / 2, top + (at // 2) * _ROW
            key = (short(x), short(y), self.shades.fill(at))
            yield _KEY % (*key, short(x + 29), short(y + 11), label)

    def _says(self) -> str:
        said = (self._said(id, sets) for id, sets in self.sets.items())
        return self.reader.chained(said, "list-semicolon") or self.say("nothing-trained")

    def _table(self) -> Table:
        rows = tuple((self._title(id), self.reader.number(n)) for id, n in self.sets.items())
        return Table("", (self.say("muscle"), self.say("sets-a-week")), rows)

    def _others(self) -> str:
        others = [each.title for id, each in self.knowledge.muscles.items() if id not in self.sets]
        return self.say("not-trained", muscles=self.reader.listed(others)) if others else ""


def _paths(paths: tuple[str, ...]) -> Markup:
    return Markup().join(_PATH % (each,) for each in paths)
