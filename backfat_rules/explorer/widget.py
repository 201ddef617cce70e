"""The explorer as a widget of notebooks: the only module that knows anywidget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from backfat_rules.advisor import Advisor
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explorer.state import as_told, facts_after, state_of
from backfat_rules.explorer_front import (
    control_groups,
    explorer_style,
    packed,
    widget_script,
    without_a_kernel,
    words_of,
)
from backfat_rules.plan import Plan
from backfat_rules.profile import Profile
from backfat_rules.views.style import STYLE


class Explorer(anywidget.AnyWidget):
    """What a person tells beside the plan for it; ``explore`` makes one.

    The front end asks for every change, and holds what it would take to undo it. Where nobody
    answers, as in a notebook that was exported, it asks the compiled rules that it carries.

    Attributes:
        profile: what is told; set it, or observe it as any trait.
        groups: the controls, as plain data.
        words: what the front end says of its own.
        state: all that is shown for the facts.
        packed: the compiled rules.
        mark: by which the front end finds what stands in for it where there are no widgets.
    """

    _esm = widget_script()
    _css = STYLE + explorer_style()

    profile = traitlets.Any()
    groups: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    packed = traitlets.Unicode().tag(sync=True)
    mark = traitlets.Unicode().tag(sync=True)

    def __init__(self, profile: Profile | Mapping[str, Any], advisor: Advisor) -> None:
        self._advisor = advisor
        self._plan: Plan | None = None
        self._since: Plan | None = None  # what a change is compared with, as the front end wants it
        self._last_since: Plan | None = None
        self._nobody = advisor._reasoner.telling({})
        reader = self._nobody.reader
        super().__init__(
            profile=profile,
            groups=control_groups(self._nobody),
            words=words_of(reader),
            packed=packed(reader),
        )
        self.mark = self.model_id or ""
        self.on_msg(self._answer)

    @property
    def plan(self) -> Plan:
        """The plan for the profile."""
        assert self._plan is not None
        return self._plan

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget, and what stands in for it where there are no widgets."""
        data, metadata = self._as_widget(**kwargs)
        return {**data, "text/html": self._stand_in()}, metadata

    def _ipython_display_(self, **kwargs: Any) -> None:
        """The widget, and below it what stands in for it, which the widget hides.

        A page that a notebook was exported to takes one kind of each output, and takes the widget
        even where it cannot show it, as without a network.
        """
        from IPython.display import display  # where widgets are shown, there is IPython

        stand_in = {"text/html": self._stand_in(), "text/plain": str(self.plan)}
        for data, metadata in (self._as_widget(**kwargs), (stand_in, {})):
            display(data, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]

    def _as_widget(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return data or {}, metadata

    def _stand_in(self) -> str:
        return without_a_kernel(self.plan.to_html(), self.plan.facts, self._nobody, self.mark)

    @traitlets.validate("profile")
    def _checked(self, proposal: traitlets.Bunch) -> Any:
        """The profile, checked; a ``ProfileError`` says what cannot be right."""
        given = proposal["value"]
        if isinstance(given, Profile):
            return given
        return self._advisor.knowledge.profile_model.model_validate(dict(given))

    @traitlets.observe("profile")
    def _tell(self, _: traitlets.Bunch) -> None:
        """Show the plan for the profile."""
        plan = self._advisor.recommend(self.profile)
        before, self._plan = self._since or self._plan, plan
        self.state = state_of(plan, before, self._advisor)

    def _answer(self, _: object, asked: Any, __: object) -> None:
        """What the front end asks for: the state after an answer, or why something is advised.

        A reply names the number of what it replies to. What is no such question is left alone.
        """
        if not isinstance(asked, Mapping) or "at" not in asked:
            return
        reply: dict[str, Any] = {"at": asked["at"]}
        try:
            if asked.get("kind") == "why":
                reply["html"] = self.plan.why(str(asked.get("id"))).to_html()
            else:
                self._take(asked)
                reply["state"] = self.state
        except BackfatRulesError as error:
            reply["error"] = str(error)
        self.send(reply)

    def _take(self, asked: Mapping[str, Any]) -> None:
        """Tell the plan after an answer, or for the facts as they were."""
        facts, since = asked.get("facts") or {}, asked.get("since")
        if asked.get("id"):
            facts = facts_after(facts, asked["id"], asked.get("value"), self._advisor)
        self._since = None if since is None else self._plan_since(since)
        try:
            self.profile = self._advisor.knowledge.profile_model.model_validate(facts)
        finally:
            self._since = None

    def _plan_since(self, facts: Mapping[str, Any]) -> Plan:
        """The plan for facts of before; while a slider is dragged, the same again and again."""
        if self._last_since is None or as_told(self._last_since) != facts:
            self._last_since = self._advisor.recommend(facts)
        return self._last_since
