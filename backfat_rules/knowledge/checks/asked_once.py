"""What an interview asks: every fact in one place, and statements that mean a limit of a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.rules import Finding
from backfat_rules.knowledge.screens import NeverAsked, ScreenRule, StatementRule
from backfat_rules.knowledge.usual import UsualAnswer
from backfat_rules.language import Expression, walk
from backfat_rules.language.tree import Compare, Name, Not, Number
from backfat_rules.profile import Profile, facts_of

_ALLOWED = "Stay within the range or the words of the fact."
_NAMED = 5
"""How many facts that no screen asks for are named."""


def check_asked(draft: Draft) -> None:
    """Check screens, statements, what is never asked, and usual answers; none need be there."""
    screens = {screen.id: screen for screen in draft.every(ScreenRule)}
    limits = Counter(_limits(draft))
    for statement in draft.every(StatementRule):
        _check_statement(statement, screens, limits, draft)
    for screen in screens.values():
        for ask in screen.asks:
            _check_fact(ask.fact, ask, "fact", draft)
    for never in draft.every(NeverAsked):
        _check_fact(never.id, never, "id", draft)
    for answer in draft.every(UsualAnswer):
        _check_fact(answer.id, answer, "id", draft)
        _check_usual(answer, draft)
    if screens:
        _check_places(draft)


def fact_of(means: Expression) -> str | None:
    """The fact of which a statement tells; None where it is no sentence to tick."""
    match means:
        case Name(name) | Not(Name(name)) | Compare(left=Name(name), right=Number()):
            return name
    return None


def _limits(draft: Draft) -> Iterator[tuple[str, float]]:
    """The facts with the numbers that they are compared with in a rule."""
    trees = [advice.when.tree for advice in draft.advice()]
    trees += [rule.when.tree for each in draft.every(Finding) for rule in each.rules]
    for tree in trees:
        for part in walk(tree):
            match part:
                case Compare(left=Name(name), right=Number(limit)):
                    yield name, limit
                case Compare(left=Number(limit), right=Name(name)):
                    yield name, limit


def _check_statement(
    statement: StatementRule,
    screens: dict[str, ScreenRule],
    limits: Counter[tuple[str, float]],
    draft: Draft,
) -> None:
    screen = screens.get(statement.screen)
    if screen is None or screen.which is None:
        message = f"{statement.screen} is no screen that asks for statements."
        remedy = "Name a screen with a line 'which: ...'."
        draft.note(statement.place.of("screen"), "no-such-screen", message, remedy)
    where, means = statement.place.of("means"), statement.means.tree
    fact = draft.facts.get(fact_of(means) or "")
    kind = "number" if isinstance(means, Compare) else "truth"
    if fact is None or fact.type.kind != kind or getattr(means, "operator", "") == "==":
        message = "a statement means a number below or above a limit, or a yes-or-no fact."
        draft.note(where, "no-statement", message, "As in sleep_hours < 7, or not sleep_regular.")
        return
    limit = getattr(getattr(means, "right", None), "value", None)
    if limit is not None and (fact.name, limit) not in limits:
        message = f"no rule compares {fact.name} with {limit:g}."
        draft.note(where, "limit-of-no-rule", message, "Use a limit of a rule.")


def _check_fact(name: str, owner: FilePart, field: str, draft: Draft) -> None:
    if name not in draft.facts:
        message = f"there is no fact {name}."
        draft.note(owner.place.of(field), "unknown-name", message, "See 'backfat-rules facts'.")


def _check_usual(answer: UsualAnswer, draft: Draft) -> None:
    """A usual answer is of the kind of its fact, and allowed."""
    fact = draft.facts.get(answer.id)
    given = [name for name in ("numbers", "share", "words") if getattr(answer, name) is not None]
    kinds = {"number": "numbers", "truth": "share", "choice": "words", "set": "words"}
    if fact is None:
        return
    if given != [kinds[fact.type.kind]]:
        message = f"the usual answers to {fact.name} are told by {kinds[fact.type.kind]}."
        draft.note(answer.place.at, "wrong-kind", message, f"Give {kinds[fact.type.kind]} alone.")
    low, high = fact.low, fact.high
    for number in answer.numbers or ():
        if (low is not None and number < low) or (high is not None and number > high):
            message = f"{number:g} is no answer to {fact.name}."
            draft.note(answer.place.of("numbers"), "impossible-answer", message, _ALLOWED)
    for word in answer.words or ():
        if not fact.ids_of and word not in fact.words:
            message = f"{word} is no answer to {fact.name}."
            draft.note(answer.place.of("words"), "impossible-answer", message, _ALLOWED)


def _check_places(draft: Draft) -> None:
    """Each fact is asked for on one screen, or never; a number can sharpen what statements told."""
    places: dict[str, list[tuple[str, FilePart]]] = {}
    for screen in draft.every(ScreenRule):
        for ask in (each for each in screen.asks if not each.sharpens):
            places.setdefault(ask.fact, []).append((f"the screen {screen.id}", ask))
    for statement in draft.every(StatementRule):
        name = fact_of(statement.means.tree) or ""
        places.setdefault(name, []).append((f"the screen {statement.screen}", statement))
    for never in draft.every(NeverAsked):
        places.setdefault(never.id, []).append(("never_asked", never))
    for name, found in sorted(places.items()):
        homes = sorted({home for home, _ in found})
        asked_alone = [home for home, part in found if not isinstance(part, StatementRule)]
        if len(homes) > 1 or len(asked_alone) > 1 or (asked_alone and len(found) > 1):
            message = f"{name} is asked for twice: {' and '.join(home for home, _ in found)}."
            draft.note(found[-1][1].place.at, "asked-twice", message, "Keep one of them.")
    screen = next(draft.every(ScreenRule))
    missing = sorted(facts_of(Profile).keys() & draft.facts.keys() - places.keys())
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        message = f"no screen asks for {', '.join(missing[:_NAMED])}{more}."
        remedy = "Put each on a screen or into a statement, or list it under never_asked."
        draft.note(screen.place.at, "not-asked", message, remedy)
