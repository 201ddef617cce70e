"""How to do an exercise, for one person: whether it is in their plan, and what keeps it out."""

from __future__ import annotations

from backfat_rules.decision import Block
from backfat_rules.explain.why_not import where_it_stands, why_not
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge.gates import GATES
from backfat_rules.planning.move_telling import move_in
from backfat_rules.planning.plan_content import Move, Withheld
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.withholding import withheld_by
from backfat_rules.views.blocks import Blocks, blocks_card
from backfat_rules.views.moves import move_blocks, move_entry
from backfat_rules.views.readable import ReadableBlocks
from backfat_rules.views.sections import Card
from backfat_rules.wording import Reader


class HowTo(ReadableBlocks, frozen=True):
    """How to do an exercise.

    Attributes:
        in_plan: whether the plan offers it.
        move: how it is done; None where it is not for this person now.
        withheld: what keeps it from them.
    """

    shown_by = ("id", "in_plan", "title")

    id: str
    title: str
    in_plan: bool
    move: Move | None = None
    withheld: Withheld | None = None

    def blocks(self, reader: Reader) -> Blocks:
        """Whether it is in the plan; then how it is done, or why it is not for them."""
        yield from where_it_stands(self.title, self.withheld, reader, in_plan=self.in_plan)
        if self.move is not None:
            yield from move_blocks(self.move, reader)

    def card(self, reader: Reader) -> Card:
        """The same, with the steps by number."""
        stands = where_it_stands(self.title, self.withheld, reader, in_plan=self.in_plan)
        steps = () if self.move is None else move_entry(self.move, reader).more
        return Card(parts=(*blocks_card(stands).parts, *steps))


def how_to(id: str, person: Telling) -> HowTo:
    """How a person does an exercise.

    Raises:
        BackfatRulesError: there is no such exercise.
    """
    exercise = person.knowledge.exercises.get(id)
    if exercise is None:
        raise wrong_id(id, person.knowledge, ("exercises",))
    against = why_not(id, person)
    waits = not against.in_plan and GATES[person.screened.gate].waits_for_ok
    move = None if against.withheld or waits else move_in(id, person)
    answer = HowTo(
        id=id,
        title=exercise.title,
        in_plan=against.in_plan,
        move=move,
        withheld=against.withheld or (_until_seen(id, person) if waits else None),
    )
    return answer.read_by(person.reader)


def _until_seen(id: str, person: Telling) -> Withheld:
    """What has to be seen first, before more is done than the plan says."""
    title = person.knowledge.exercises[id].title
    block = Block(person.screened.fired[0].rule, unanswered=False)
    return withheld_by(block, id, title, person)
