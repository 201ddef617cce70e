"""Rules written out as Python source: as plain ifs, and as the class of an experta user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.inference import Program
from backfat_rules.inference.experta_rules import PART, Step, steps_of
from backfat_rules.language import Expression, names_in, render, walk
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Word

CANNOT = "(ZeroDivisionError, OverflowError)"


def plain_source(program: Program) -> str:
    """A function ``infer`` of plain ifs; a finding is True, False or None for unknown."""
    steps = _needed(program)
    used = {name for step in steps for name in _names(step)}
    lines = ["def infer(facts):", "    fired = set()"]
    lines += [f"    {name} = facts.get({name!r})" for name in sorted(used - program.stratum.keys())]
    lines += [f"    {name} = None" for name in program.stratum]
    for step in steps:
        tests = [f"{name} is not None" for name in step.inputs]
        tests += [_plain(step.condition)] if step.condition is not None else []
        lines.append(f"    if {' and '.join(tests)}:")
        lines += _consequence(step, "fired", f"{step.name} = {{}}")
    return "\n".join([*lines, "    return fired", ""])


def experta_source(program: Program) -> str:
    """A class ``Rules``: answers are fields of one ``Person``, what follows is a ``Conclusion``."""
    lines = ["class Person(Fact):", "    pass", "", "class Conclusion(Fact):", "    pass", ""]
    lines.append("class Rules(KnowledgeEngine):")
    for at, step in enumerate(_needed(program)):
        patterns = [_bound(name, program) for name in step.inputs]
        patterns += _patterns(step.condition, program) if step.condition is not None else []
        lines.append(f"    @Rule({', '.join(patterns)})")
        lines.append(f"    def rule_{at}({', '.join(['self', *step.inputs])}):")
        lines += _consequence(step, "self.fired", f"self.declare(Conclusion({step.name}={{}}))")
    return "\n".join([*lines, ""])


def _consequence(step: Step, fired: str, conclude: str) -> Iterator[str]:
    if step.fires:
        yield f"        {fired}.add({step.fires!r})"
    if isinstance(step.outcome, bool):
        if step.name:
            yield "        " + conclude.format(step.outcome)
    else:
        yield "        try:"
        yield "            " + conclude.format(render(step.outcome))
        yield f"        except {CANNOT}:"
        yield "            pass"


def _needed(program: Program) -> list[Step]:
    """The steps that matter for what fires: falsehood only of findings that a rule negates."""
    steps = list(steps_of(program))
    kept = {at for at, step in enumerate(steps) if step.outcome is not False}
    while True:
        negated = {name for at in kept for name in _negated(steps[at])}
        more = {at for at, step in enumerate(steps) if at not in kept and step.name in negated}
        if not more:
            return [steps[at] for at in sorted(kept)]
        kept |= more


def _parts(step: Step) -> Iterator[Expression]:
    if step.condition is not None:
        yield from walk(step.condition)
    if not isinstance(step.outcome, bool):
        yield from walk(step.outcome)


def _names(step: Step) -> Iterator[str]:
    return (part.name for part in _parts(step) if isinstance(part, Name))


def _negated(step: Step) -> Iterator[str]:
    for part in _parts(step):
        if isinstance(part, Not):
            yield from names_in(part)


def _plain(condition: Expression) -> str:
    """Python text that is true where the condition is surely true, and never fails on None."""
    match condition:
        case AllOf(operands):
            return f"({' and '.join(map(_plain, operands))})"
        case AnyOf(operands):
            return f"({' or '.join(map(_plain, operands))})"
        case Name(name):
            return name
        case Not(Name(name)):
            return f"{name} is False"
    known = " and ".join(f"{name} is not None" for name in names_in(condition))
    return f"({known} and {render(condition)})"


def _patterns(condition: Expression, program: Program) -> list[str]:
    """The patterns of a condition; all that is asked of the answers stands in one ``Person``."""
    patterns: list[str] = []
    answers: dict[str, list[Expression]] = {}
    for part in condition.operands if isinstance(condition, AllOf) else (condition,):
        names = names_in(part)
        if isinstance(part, (AllOf, AnyOf)):
            patterns.append(_element(part, program))
        elif len(names) > 1:
            patterns += [_bound(name, program) for name in names]
            patterns.append(f"TEST(lambda {', '.join(names)}: {render(part)})")
        elif names[0] in program.stratum:
            patterns.append(f"Conclusion({_field(names[0], [part])})")
        else:
            answers.setdefault(names[0], []).append(part)
    if answers:
        fields = (_field(name, parts) for name, parts in answers.items())
        patterns.append(f"Person({', '.join(fields)})")
    return patterns


def _element(condition: Expression, program: Program) -> str:
    """A condition as one conditional element of experta."""
    if isinstance(condition, AnyOf):
        inside: Iterable[str] = (_element(each, program) for each in condition.operands)
        return f"OR({', '.join(inside)})"
    patterns = _patterns(condition, program)
    return patterns[0] if len(patterns) == 1 else f"AND({', '.join(patterns)})"


def _field(name: str, parts: list[Expression]) -> str:
    """What a rule asks of one field; all parts at once."""
    match parts:
        case [Name()]:
            return f"{name}=True"
        case [Not(Name())]:
            return f"{name}=False"
        case [Compare("==", Name(), Word(word))]:
            return f"{name}={word!r}"
    return f"{name}=P(lambda {name}: {' and '.join(f'({render(part)})' for part in parts)})"


def _bound(name: str, program: Program) -> str:
    derived = name in program.stratum or PART in name
    return f"{'Conclusion' if derived else 'Person'}({name}=MATCH.{name})"
