"""The questions that a plan answers: why, why not, what if, what is certain, what changed."""

from __future__ import annotations

from typing import Any

from backfat_rules.arguments import must_be, must_be_a_count
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.answer import Answer, answers_to
from backfat_rules.explain.change import PlanChange, compare
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.how_to import HowTo, how_to
from backfat_rules.explain.least import Way, least_ways
from backfat_rules.explain.needs import way_to
from backfat_rules.explain.outlook import PlanOutlook, plan_outlook
from backfat_rules.explain.why import why
from backfat_rules.explain.why_not import WhyNot, why_not
from backfat_rules.in_order import HasId, id_of
from backfat_rules.planning import PlanContent, reasoner_of
from backfat_rules.planning.tell import tell
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile.ranges import retold
from backfat_rules.told_plan import ToldPlan
from backfat_rules.version import __version__


class ExplainedPlan(ToldPlan, frozen=True):
    """A plan that answers questions about itself."""

    def why(self, asked: str | HasId) -> Explanation:
        """Why something is in the plan, or withheld, or found: a tree down to the person's facts.

        A narrowed plan, too, explains everything that follows for the person.

        Args:
            asked: a recommendation, message, withheld item, finding, value, first step or question
                of this plan, or the id of one; any finding, value or fact; or ``"gate"``.

        Raises:
            BackfatRulesError: nothing has this id, or it is not in the plan.

        >>> from backfat_rules import Profile, recommend
        >>> print(recommend(Profile(sleep_hours=5.5)).why("short_sleep"))
        + You sleep 5.5 h, which is short at any age.
          + sleep is below 7 h
            + sleep: 5.5 h
        >>> plan = recommend(Profile(sleep_hours=5.5))
        >>> plan.why(plan[0]) == plan.why("sleep-longer")
        True
        """
        return why(self._id_of(asked), self._told())

    def why_not(self, asked: str | HasId) -> WhyNot:
        """Why something of the knowledge base is not in the plan.

        Args:
            asked: something withheld, a recommendation of another plan, or any id.

        Raises:
            BackfatRulesError: nothing has this id.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=8, age=30)).why_not("sleep-longer").false[0].text
        'sleep is below 7 h'
        """
        return why_not(self._id_of(asked), self._told())

    def exercise(self, asked: str | HasId) -> HowTo:
        """How to do an exercise, with what this person has to mind; it need not be in the plan.

        Args:
            asked: an exercise of the knowledge, a choice of a recommendation, or an id.

        Raises:
            BackfatRulesError: there is no such exercise; the text names the nearest.

        >>> from backfat_rules import Profile, recommend
        >>> print(recommend(Profile(strength_sessions_per_week=0)).exercise("scapular_squeeze"))
        Shoulder-blade squeeze is in the plan.
        Shoulder-blade squeeze
          - Sit or stand tall with the arms hanging.
          - Draw the shoulder blades gently back and down, as if into your back pockets.
          - Hold for five seconds, breathe, and let go.
        ...
        """
        return how_to(self._id_of(asked), self._told())

    def what_if(self, /, **facts: Any) -> PlanChange:
        """How the plan would change if some facts were different; None takes an answer back.

        What is told of a fact, a number or one of ``ranges``, replaces what was told of it before.

        Raises:
            ProfileError: some answers cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> change = recommend(Profile(sleep_hours=5.5, age=30)).what_if(sleep_hours=8)
        >>> change.removed[0].reason
        'No longer so: short sleep.'
        """
        reasoner, told = self._reasoned(), self._told()
        changed = checked_facts(retold(told.derivation.facts, facts), reasoner.knowledge)
        after = reasoner.plan(changed, PlanContent, self._shown_units)
        return compare(self._whole(), after, told.reader)

    def ask(self, text: str, top: int = 1) -> tuple[Answer, ...]:
        """What is known about a question or a common belief, asked in any words; offline.

        Nothing is said that is closed for this person, and where help comes first nothing at all.

        Args:
            text: the question.
            top: at most how many answers.

        Returns:
            The closest answers, the closest first; none where the question is about something else.

        Raises:
            BackfatRulesError: snowballstemmer (the extra ``ask``) is not installed, the text is no
                text, or ``top`` is no whole number from 0 on.

        >>> from backfat_rules import Profile, recommend
        >>> answer = recommend(Profile(sleep_hours=5.5)).ask("can i lose fat only on my back?")[0]
        >>> answer.id, answer.verdict
        ('myth-spot-reduction', 'supported')
        >>> recommend(Profile()).ask("who won the football?")
        ()
        """
        must_be_a_count(top, "top")
        must_be(str, text, "A question is a text")
        return answers_to(text, self._told(), top)

    @property
    def outlook(self) -> PlanOutlook:
        """What is certain, possible and ruled out, whatever the missing answers will be.

        >>> from backfat_rules import Profile, recommend
        >>> "sleep-longer" in recommend(Profile(sleep_hours=8, age=30)).outlook.ruled_out
        True
        """
        return plan_outlook(self._told())

    def least_change(
        self,
        *,
        clear: str | HasId | None = None,
        gain: str | HasId | None = None,
        limit: int = 3,
    ) -> tuple[Way, ...]:
        """The smallest changes of changeable facts that clear or bring a recommendation.

        Args:
            clear: what should go away: a recommendation, or an id.
            gain: what should come; give one of the two.
            limit: at most how many ways; each is about other facts, the smallest first.

        Returns:
            The ways; none where no change that people can make does it.

        Raises:
            BackfatRulesError: nothing has this id, or not exactly one of the two was given, or the
                limit is no whole number from 0 on.

        >>> from backfat_rules import Profile, recommend
        >>> plan = recommend(Profile(sleep_hours=5.5))
        >>> [way.text for way in plan.least_change(clear="sleep-longer")]
        ['sleep: 5.5 to 7 h']
        """
        must_be_a_count(limit, "limit")
        asked = clear if gain is None else gain
        if asked is None or None not in (clear, gain):
            raise BackfatRulesError("Give either clear=... or gain=..., the id of one entry.")
        return least_ways(
            self._id_of(asked),
            gain=gain is not None,
            person=self._told(),
            reasoner=self._reasoned(),
            limit=limit,
        )

    def changes_since(self, earlier: PlanContent) -> PlanChange:
        """What is different from an earlier plan of the same person, and why.

        Two plans of this library and knowledge are compared whole and in the units of this one.
        A plan of another version is taken as it stands: store whole plans, in metric units.

        Raises:
            BackfatRulesError: the texts are in different units, and the versions differ.
        """
        must_be(PlanContent, earlier, "An earlier plan is needed")
        reasoner = self._reasoner or reasoner_of()
        here = (__version__, reasoner.knowledge.version)
        if all((each.library_version, each.knowledge_version) == here for each in (earlier, self)):
            facts = reasoner.facts_of(earlier)
            before = reasoner.plan(facts, PlanContent, self._shown_units)
            return compare(before, self._whole(), self._told().reader)
        units = self._shown_units
        earlier_units = earlier._shown_units if isinstance(earlier, ToldPlan) else units
        if earlier_units != units:
            raise BackfatRulesError(
                f"One plan is in {earlier_units} units, the other in {units} ones, and they are of "
                "different versions. Compare them before in_units."
            )
        return compare(earlier, self, reasoner.reader_in(units))

    def _whole(self) -> PlanContent:
        """Everything that was told to the person, in the units that the plan says it is in.

        It may have been narrowed since, and out of JSON it may be in others: then it is told again.
        """
        told = self._told()
        shown = (len(self.recommendations), len(self.first_steps))
        decided = (len(told.decision.advice), len(told.decision.first_steps))
        is_whole = self._units is not None and shown == decided  # a stored one may be in any units
        return self if is_whole else tell(told, PlanContent)

    def _id_of(self, asked: str | HasId) -> str:
        """The id by which the knowledge knows what was asked about."""
        id, told = self._current(id_of(asked)), self._told()
        return way_to(id, told) if id in told.knowledge.needs else id
