"""Which of the many things that could be said besides advice a page has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.decision.saying import Said
from backfat_rules.planning.telling import Telling


def said_on_a_page(said: Iterable[Said], telling: Telling) -> frozenset[str]:
    """The ids of the messages that a page says.

    Of screening those that are about something of this person's own, where there are any, but for
    what another answers. Answers to questions and beliefs only where the person told the belief,
    goal or complaint they are about: the most direct of them, and no more than the policy shows. No
    praise for what the person came to complain of.
    """
    policy = telling.knowledge.policy
    ids = {"screening": list[str](), "answers": list[str](), "praise": list[str](), "": list[str]()}
    kinds = {"screening": "screening", "keep_going": "praise", "guidance": ""}
    for each in said:
        ids[kinds.get(each.kind, "answers")].append(each.id)
    answers = sorted((place, id) for id in ids["answers"] if (place := _place(id, telling)))
    shown = [id for _, id in answers[: policy.answers_shown]]
    praise = _but_for_complaints(ids["praise"], telling)
    return frozenset([*_of_their_own(ids["screening"], telling), *praise, *ids[""], *shown])


def _of_their_own(rules: list[str], telling: Telling) -> list[str]:
    screening = telling.knowledge.screening
    settled = {id for rule in rules for id in screening[rule].settles}
    unsettled = [id for id in rules if id not in settled]
    own = [id for id in unsettled if not screening[id].only_alone]
    return own or unsettled


def _but_for_complaints(praise: Iterable[str], telling: Telling) -> Iterator[str]:
    """Without praise on a topic that a complaint is about.

    That is any topic with advice that acts on the very thing, and all that go by the same word.
    """
    knowledge, word_of = telling.knowledge, telling.reader.topic
    word_from = knowledge.policy.complaint_from
    told = telling.derivation.facts.get(word_from) if word_from else None
    complaints = told if isinstance(told, frozenset) else frozenset[str]()
    topics = {
        word_of(rule.topic)
        for rule in (knowledge.recommendations.values() if complaints else ())
        if any(rule.served.get(word) == 1 for word in complaints)
    }
    return (id for id in praise if word_of(knowledge.messages[id].topic) not in topics)


def _place(id: str, telling: Telling) -> tuple[int, bool, int] | None:
    """Its place on the page: by what it speaks to, then a question first, then what it hangs on."""
    speaks_to = telling.knowledge.policy.speaks_to
    names = {name for firing in telling.derivation.firings_of(id) for name in firing.names}
    places = [at for at, name in enumerate(speaks_to) if name in names]
    asks_nothing = telling.knowledge.messages[id].question is None
    return (min(places), asks_nothing, len(names)) if places else None
