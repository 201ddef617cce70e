"""What an interview asks of people, and how soon it knows enough: one table.

    python -m benchmarks.interview [N]

Over the people of the scenarios, and N whole people (60 if left out) who are drawn by how common
answers are (``knowledge/interview/usual-answers.yaml``), whose answers agree with each other, and
of whom three to ten findings are true. They answer what they are asked, tick what is true, and say
"I don't know" to what a scenario leaves out, unless it is another way of asking for what they know
(``twins.yaml``). *Final* is what is decided on all they know.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

import yaml

from backfat_rules import Advisor, Interview, load_knowledge
from backfat_rules.decision import Person
from backfat_rules.decision.definition import decide
from backfat_rules.decision.rulebook import rulebook_of
from backfat_rules.inference import Derivation
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Mechanism, Screening
from backfat_rules.language import Facts, Range, Value, evaluate, is_exact, parse
from backfat_rules.planning import reasoner_of
from backfat_rules.planning.enough import safe_gate
from backfat_rules.planning.places import facts_behind
from backfat_rules.planning.question import Question
from backfat_rules.planning.questions import not_asked
from backfat_rules.planning.told import checked_facts
from backfat_rules.verify.invented import whole_people

KNOWLEDGE = load_knowledge()
REASONER = reasoner_of(KNOWLEDGE, "direct")
ADVISOR = Advisor(KNOWLEDGE, "direct")
SENSELESS: list[dict[str, Any]] = [
    {**pair, "told": checked_facts(pair.get("told", {}), KNOWLEDGE)}
    for pair in yaml.safe_load(
        Path(__file__).with_name("senseless.yaml").read_text(encoding="utf-8")
    )
]
TWINS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("twins.yaml").read_text(encoding="utf-8")
)
PEOPLE = 60
TO_MEND = (3, 10)
CONTRADICTION = 5
"""A contradiction is as far off as so many findings too many."""

MOST_TRIES = 1500


@dataclass
class Course:
    """How one interview went.

    Attributes:
        gates: the safety part of the gate after each screen.
        enough: after how many screens it was enough; None if it never was before the end.
        at_enough: whether the gate, the first advice and two of three were the final ones there.
        screens: how many there were until it was settled, a follow-up on the screen it belongs to.
        rounds: the same, follow-ups counted by themselves.
        asked: the ids of all questions, one for a list.
        statements: how many statements were shown.
        form: how many facts a form would ask this person for.
        senseless: the facts that were asked for although an earlier answer made it senseless.
    """

    gates: list[str] = field(default_factory=list)
    enough: int | None = None
    at_enough: tuple[bool, bool, bool] = (True, True, True)
    screens: int = 0
    rounds: int = 0
    asked: list[str] = field(default_factory=list)
    statements: int = 0
    form: int = 0
    senseless: list[str] = field(default_factory=list)

    def safe_after(self, final: str) -> int:
        """After how many screens the safety part of the gate was final."""
        differing = [at for at, gate in enumerate(self.gates) if gate != final]
        return differing[-1] + 2 if differing else 1


def run(person: Facts) -> tuple[Course, str]:
    """A whole interview with somebody, and the safety part of the final gate."""
    course, interview = Course(), ADVISOR.interview()
    person = with_twins(person)
    final = _decided(person)
    here = ""
    while (screen := interview.screen) is not None:
        if screen.id != here:
            if here:
                _look(interview, course, final)
            here = screen.id
            course.screens += 1
        course.rounds += 1
        senseless = senseless_after(_checked(interview.answers))
        for question in screen.questions:
            course.asked.append(question.id)
            course.statements += len(question.choices) if question.kind == "statements" else 0
            course.senseless += senseless.intersection(question.facts)
        interview = _answered(interview, screen.questions, person)
    _look(interview, course, final)
    silent = not_asked(Person(REASONER.derive(person), KNOWLEDGE))
    course.form = len(KNOWLEDGE.facts.keys() - silent)
    return course, safe_gate(final)


def _decided(facts: Facts) -> Any:
    return decide(REASONER.derive(facts), rulebook_of(KNOWLEDGE))


def _look(interview: Interview, course: Course, final: Any) -> None:
    """Note the gate after a screen, and what stands first once it is enough."""
    now = _decided(checked_facts(interview.answers, KNOWLEDGE))
    course.gates.append(safe_gate(now))
    if course.enough is None and interview.enough:
        course.enough = course.screens
        first = [each.id for each in now.given[:3]]
        last = {each.id for each in final.given[:3]}
        course.at_enough = (
            safe_gate(now) == safe_gate(final),
            not first or first[0] in last,
            len(last.intersection(first)) >= min(2, len(first)),
        )


def _answered(interview: Interview, questions: tuple[Question, ...], person: Facts) -> Interview:
    answers: dict[str, Any] = {}
    unknown: list[str] = []
    for question in questions:
        if question.kind == "statements":
            said = {c.id: evaluate(parse(c.condition), person) for c in question.choices}
            answers |= {question.id: said}
            unknown += [fact for fact in question.facts if fact not in person]
        elif is_exact(person.get(question.fact)):
            answers[question.fact] = person[question.fact]
        else:
            unknown.append(question.fact)
    interview = interview.answer_many(answers)
    for fact in unknown:
        interview = interview.dont_know(fact)
    return interview


def with_twins(person: Facts) -> Facts:
    """What somebody tells, with what it says of other ways of asking for the same."""
    meant = {
        twin["fact"]: Range(**twin["range"])
        for twin in TWINS
        if evaluate(parse(twin["told"]), person) is True
    }
    return {**meant, **person}


def senseless_after(told: Facts) -> frozenset[str]:
    """The facts that nobody is to be asked for who told this."""
    return frozenset(
        name
        for each in SENSELESS
        if all(_is(fact, value, told) for fact, value in each["told"].items())
        if not any(fact in told for fact in each.get("untold", ()))
        for name in each["asks"]
    )


def _is(name: str, value: Value, told: Facts) -> bool:
    return name in told and told[name] == value


def whole(seed: int = 0) -> Iterator[Facts]:
    """People without end who know everything, agree with themselves, and have some things to mend.

    Most who are drawn have too much to mend, or contradict themselves; of what that rests on they
    answer one fact after another anew, where that makes it no worse.
    """
    random = Random(f"whole {seed}")
    while True:
        told = _checked({name: _drawn(name, random) for name in KNOWLEDGE.usual_answers})
        aim = random.randint(*TO_MEND)
        for _ in range(MOST_TRIES):
            derivation = REASONER.derive(told)
            wrong = _wrong(derivation, aim)
            if wrong == 0:
                yield told
                break
            name = random.choice(_at_fault(derivation))
            other = _checked({**told, name: _drawn(name, random)})
            if _wrong(REASONER.derive(other), aim) <= wrong:
                told = other


def _checked(answers: Mapping[str, Any]) -> Facts:
    return checked_facts(answers, KNOWLEDGE)


def _wrong(derivation: Derivation, aim: int) -> int:
    """How far somebody is from agreeing answers and from so many findings."""
    too_many = max(0, len(_to_mend(derivation)) - aim)
    return CONTRADICTION * len(_contradictions(derivation)) + too_many


def _at_fault(derivation: Derivation) -> list[str]:
    """The facts that contradict each other; where none do, those behind what there is to mend."""
    facts = {name for rule in _contradictions(derivation) for name in facts_behind(rule, KNOWLEDGE)}
    below = KNOWLEDGE.links.facts_below
    facts = facts or {name for id in _to_mend(derivation) for name in below(id)}
    return sorted(facts & KNOWLEDGE.usual_answers.keys())


def _contradictions(derivation: Derivation) -> list[Screening]:
    rules = (KNOWLEDGE.screening[id] for id in derivation.fired if id in KNOWLEDGE.screening)
    return [each for each in rules if not GATES[each.gate].asked_for]


def _to_mend(derivation: Derivation) -> list[str]:
    found = (id for id, holds in derivation.findings.items() if holds is True)
    return [id for id in found if not isinstance(KNOWLEDGE.findings[id], Mechanism)]


def _drawn(name: str, random: Random) -> Any:
    """An answer; a number anywhere between two steps of the ladder, not on them."""
    fact, usual = KNOWLEDGE.facts[name], KNOWLEDGE.usual_answers[name]
    if usual.numbers is not None:
        at = random.uniform(0, len(usual.numbers) - 1)
        low, high = usual.numbers[int(at)], usual.numbers[min(int(at) + 1, len(usual.numbers) - 1)]
        number = low + (high - low) * (at - int(at))
        return round(number) if fact.whole else round(number, 1)
    if usual.share is not None:
        return random.random() < usual.share
    words: Mapping[str, float] = usual.words or {}
    if fact.type.kind == "set":
        return [word for word, share in words.items() if random.random() < share]
    return random.choices(list(words), list(words.values()))[0]


def table(courses: list[tuple[Course, str]]) -> str:
    """The rows of the table, as the goals are written."""
    safe = [course.safe_after(final) for course, final in courses]
    enough = [course.enough or course.screens for course, _ in courses]
    share = [100 * len(course.asked) / course.form for course, _ in courses]
    with_statements = [
        100 * (len(course.asked) - _lists(course) + course.statements) / course.form
        for course, _ in courses
    ]
    kept = [
        100 * sum(course.at_enough[at] for course, _ in courses) / len(courses) for at in range(3)
    ]
    rows = [
        ("screens until the safety part of the gate is final", _spread(safe), "<= 7 / 10"),
        ("screens until enough", _spread(enough), "<= 14 / 18"),
        ("at enough: safety part of the gate as with all answers", f"{kept[0]:.0f} %", "100 %"),
        ("at enough: first advice among the final three", f"{kept[1]:.0f} %", "95 %"),
        ("at enough: two of the final three", f"{kept[2]:.0f} %", "90 %"),
        ("questions until settled, of the form's", f"{median(share):.0f} %", "<= 60 %"),
        ("the same, each statement counted", f"{median(with_statements):.0f} %", ""),
        ("screens until settled", _spread([course.screens for course, _ in courses]), ""),
        ("the same, follow-ups apart", _spread([course.rounds for course, _ in courses]), ""),
        ("senseless questions", str(sum(len(c.senseless) for c, _ in courses)), "0"),
    ]
    return "\n".join(f"| {name} | {value} | {goal} |" for name, value, goal in rows)


def _lists(course: Course) -> int:
    return sum(each in KNOWLEDGE.screens for each in course.asked)


def _spread(values: list[int]) -> str:
    nine_in_ten = quantiles(values, n=10)[-1] if len(values) > 1 else values[0]
    return f"{median(values):g} / {nine_in_ten:g}"


def main() -> None:
    """Print the rows for scenarios and for whole people."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    people = whole()
    groups = {
        "scenarios": list(whole_people(KNOWLEDGE))[:count],
        "whole people": [next(people) for _ in range(count)],
    }
    for name, group in groups.items():
        print(f"\n{len(group)} {name}\n| | median / nine in ten | goal |\n|---|---|---|")
        print(table([run(each) for each in group]), flush=True)


if __name__ == "__main__":
    main()
