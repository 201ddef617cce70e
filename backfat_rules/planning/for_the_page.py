"""Which of the many things that could be said besides advice a page has room for."""

from __future__ import annotations

from collections.abc import Iterable

from backfat_rules.decision.saying import Said
from backfat_rules.planning.telling import Telling


def said_on_a_page(said: Iterable[Said], telling: Telling) -> frozenset[str]:
    """The ids of the messages that a page says.

    Of screening those that are about something of this person's own, where there are any. Answers
    to questions and beliefs only where the person told the belief, goal or complaint they are
    about: the most direct of them, and no more than the policy shows.
    """
    policy = telling.knowledge.policy
    ids = {"screening": list[str](), "answers": list[str](), "others": list[str]()}
    for each in said:
        kind = each.kind if each.kind == "screening" else "others"
        ids["answers" if each.kind in ("expectation", "myth", "faq") else kind].append(each.id)
    answers = sorted((place, id) for id in ids["answers"] if (place := _place(id, telling)))
    shown = [id for _, id in answers[: policy.answers_shown]]
    return frozenset([*_of_their_own(ids["screening"], telling), *ids["others"], *shown])


def _of_their_own(rules: list[str], telling: Telling) -> list[str]:
    screening = telling.knowledge.screening
    own = [id for id in rules if not screening[id].only_alone]
    return own or rules


def _place(id: str, telling: Telling) -> tuple[int, int] | None:
    """Its place on the page: by what it speaks to, then by how little else it hangs on."""
    speaks_to = telling.knowledge.policy.speaks_to
    names = {name for firing in telling.derivation.firings_of(id) for name in firing.names}
    places = [at for at, name in enumerate(speaks_to) if name in names]
    return (min(places), len(names)) if places else None
