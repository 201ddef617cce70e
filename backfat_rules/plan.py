"""The plan as apps and notebooks hold it: the content, and how it shows itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from os import PathLike
from typing import Self, overload

from backfat_rules.brief import some
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explained_plan import ExplainedPlan
from backfat_rules.planning.tell import tell
from backfat_rules.programme import Programme
from backfat_rules.units import UnitSystem, must_be_a_system
from backfat_rules.views import plan_html, plan_markdown, plan_text
from backfat_rules.views.handout import handout
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.rows import Cell, plan_rows
from backfat_rules.views.text import WIDTH, Extent, must_be_a_width, must_be_an_extent
from backfat_rules.whole_file import write_whole


class Plan(InNotebooks, ExplainedPlan, frozen=True):
    """What to do, how much, in which order and why; frozen, and ready for JSON.

    It is a sequence of its recommendations: ``for each in plan``, ``len(plan)``, ``plan[0]``,
    ``plan[:3]``, ``plan["sleep-longer"]``, ``"sleep-longer" in plan``. ``bool(plan)`` is always
    true. ``print(plan)`` shows a page of it, ``plan.text("full")`` all of it; as the last line of a
    notebook cell it is HTML.

    >>> from backfat_rules import Plan, Profile, recommend
    >>> plan = recommend(Profile(sleep_hours=5.5))
    >>> [each.title for each in plan]
    ['Give yourself more sleep']
    >>> Plan.model_validate_json(plan.model_dump_json()) == plan
    True
    """

    def in_units(self, system: UnitSystem) -> Self:
        """The same plan, told again with amounts as in the US or the UK; its data stay metric.

        A narrowed plan stays narrowed. A plan out of JSON, too, is told again from its facts, by
        this version of the library: open it
        with ``Advisor.reopen`` first if it came from another knowledge base, or with a country.

        Raises:
            BackfatRulesError: there is no such system, pint is not installed, or the plan was made
                from other knowledge.
            ProfileError: the facts of a plan out of JSON cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> plan = recommend(Profile(age=30, water_l_per_day=1.2)).in_units("us")
        >>> plan["drink-enough"].reasons[0].text
        'You drink about 41 fl oz of water a day; 55 to 68 fl oz is a rough guide.'
        """
        must_be_a_system(system)
        if system == self._units:
            return self
        reasoner, told = self._reasoned(), self._told()
        again = replace(told, reader=reasoner.reader_in(system), reasons={})
        whole = tell(again, type(self))
        kept = tuple(each for each in whole.recommendations if each.id in self)
        first = {each.recommendation for each in self.first_steps}
        steps = tuple(each for each in whole.first_steps if each.recommendation in first)
        return whole._with(kept, steps).explained_by(reasoner, again)

    def programme(
        self,
        start: date | str | None = None,
        weeks: int = 1,
        *,
        days: int | None = None,
        after: Programme | None = None,
        improve: bool = False,
    ) -> Programme:
        """A training week, or several, out of what is advised, allowed, wished and there.

        Args:
            start: the first week begins on the first Monday from this day on; without one the days
                have no dates.
            weeks: how many weeks.
            days: on how many days a week training may stand at most.
            after: a programme of before, whose moves stay unless something speaks against them; an
                improved one keeps its days, places and sets as well.
            improve: whether a solver looks for a better week; ``programme.improved`` says whether
                it is proved that none is left.

        Raises:
            BackfatRulesError: the start is no day, the weeks or days are no sensible number, or the
                week is to be improved and highspy (the extra ``week``) is not installed.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(experience="none", minutes_per_session=15)).programme()
        >>> week.days[0].weekday, week.days[0].sessions[0].kind
        ('mon', 'strength')
        """
        told, reasoner = self._told(), self._reasoned()
        return Programme.told(told, reasoner, start, weeks, days, after, improve=improve)

    def text(self, extent: Extent = "page", *, width: int = WIDTH) -> str:
        """The plan to read: a page of it, or everything.

        The page says what to mind, where to begin and why, a line for each further piece of advice,
        what is held back and what to answer next. All of it says how, until when and on what
        evidence as well. ``str(plan)`` is the page.

        Args:
            extent: ``"page"`` or ``"full"``.
            width: no line is longer, unless one word is.

        Raises:
            BackfatRulesError: there is no such extent, or the width is no whole number from 20 on.

        >>> from backfat_rules import Profile, recommend
        >>> plan = recommend(Profile(sleep_hours=5.5))
        >>> len(plan.text().splitlines()) < len(plan.text("full").splitlines())
        True
        """
        must_be_an_extent(extent)
        must_be_a_width(width)
        return plan_text(self, width, self._reader(), extent)

    def __str__(self) -> str:
        return self.text()

    def to_markdown(self) -> str:
        """The page of the plan as Markdown; what it has no room for is folded.

        >>> from backfat_rules import Profile, recommend
        >>> print(recommend(Profile(sleep_hours=5.5)).to_markdown().splitlines()[0])
        **A few more answers are needed for a plan of your own.**
        """
        return plan_markdown(self, self._reader())

    def __repr__(self) -> str:
        ids = some((each.id for each in self), "no recommendations")
        return f"<Plan {self.gate}: {ids}>"

    @overload
    def to_html(self) -> str: ...
    @overload
    def to_html(self, path: str | PathLike[str]) -> None: ...
    def to_html(self, path: str | PathLike[str] | None = None) -> str | None:
        """The plan as a piece of HTML for a page of one's own, or as a page of its own in a file.

        Both load nothing, fold their details and take the colours of where they stand, light or
        dark; every text is escaped.

        Args:
            path: where to write the handout; a file that stands there is replaced, once the new
                one is complete.

        Returns:
            The piece, where no path is given.

        Raises:
            BackfatRulesError: the file cannot be written there.
        """
        if path is None:
            return plan_html(self, self._reader())
        write_whole(path, self.handout())
        return None

    def handout(self) -> str:
        """The whole plan as a page to hand over: a document of HTML that needs nothing else.

        It says what to do, in which training week, how to do each move, why and on what evidence;
        it reads on a phone and prints on A4 and on Letter. The week stands in it where the plan
        advises moves and the gate lets somebody train, unless the plan came out of JSON and was
        made from other knowledge.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=5.5)).handout().splitlines()[:2]
        ['<!doctype html>', '<html lang="en">']
        """
        return handout(self, self._reader(), self._week())

    def _week(self) -> Programme | None:
        """The training week for what the plan advises; None where it cannot be known."""
        if not self.moves:
            return None
        try:
            return self.programme()
        except BackfatRulesError:  # a stored plan keeps its page, whatever has changed since
            return None

    def to_rows(self) -> list[dict[str, Cell]]:
        """A row for each recommendation, for ``DataFrame(plan.to_rows())`` of any library.

        >>> from backfat_rules import Profile, recommend
        >>> row = recommend(Profile(sleep_hours=5.5)).to_rows()[0]
        >>> row["rank"], row["id"], row["priority"], row["first_step"]
        (1, 'sleep-longer', 85.5, True)
        """
        return plan_rows(self)
