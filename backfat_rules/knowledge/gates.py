"""The gates, once: how strict each is, and what it means for a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

GateName = Literal[
    "proceed", "insufficient_data", "modify", "clarify", "refer_first", "urgent", "emergency"
]
"""What screening decided, from the least strict to the strictest."""

Tone = Literal["go", "care", "stop", "alarm"]
"""How a gate is shown: a plan without reserve, with care, after somebody was seen, or help now."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What one gate means.

    Attributes:
        name: the word of knowledge files and plans.
        rank: how strict it is; the strictest wins.
        tone: how it is shown.
        has_plan: whether anything besides its message is shown.
        waits_for_ok: whether advice that needs a professional's consent is held back.
        starts: whether its sentence says that the person can start.
        asked_for: whether its screening rules are a reason to ask; nobody is asked for a
            contradiction.
        is_alarm: whether no change of habits may be proposed that leads there.
        is_mild: whether one may be, all the same, where it brings advice that somebody asks for:
            what is taken up may ask for care.
        said_in_full: whether a page says all of its messages, not their first sentences alone.
    """

    name: GateName
    rank: int
    tone: Tone
    has_plan: bool = True
    waits_for_ok: bool = False
    starts: bool = False
    asked_for: bool = True
    is_alarm: bool = True
    is_mild: bool = False
    said_in_full: bool = True


_FROM_LEAST_STRICT = (
    Gate("proceed", 0, "go", starts=True, is_alarm=False, said_in_full=False),
    Gate("insufficient_data", 1, "care", is_mild=True, said_in_full=False),
    Gate("modify", 2, "care", starts=True, is_mild=True, said_in_full=False),
    Gate("clarify", 3, "care", asked_for=False),
    Gate("refer_first", 4, "stop", waits_for_ok=True),
    Gate("urgent", 5, "stop", has_plan=False),
    Gate("emergency", 6, "alarm", has_plan=False),
)

GATES: Mapping[GateName, Gate] = MappingProxyType({gate.name: gate for gate in _FROM_LEAST_STRICT})
"""Every gate by its name, from the least strict to the strictest."""

IN_SHORT = 2
"""How many sentences a page says of a message that it does not say in full."""


def strictest(names: Iterable[GateName]) -> GateName:
    """The strictest of some gates; the least strict there is if there are none.

    >>> strictest(["modify", "urgent", "proceed"]), strictest([])
    ('urgent', 'proceed')
    """
    return max(names, key=lambda name: GATES[name].rank, default=_FROM_LEAST_STRICT[0].name)
