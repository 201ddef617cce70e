"""Rules written out as the class of an experta user, one method for each rule."""

from __future__ import annotations

from collections.abc import Iterable

from backfat_rules.inference import Program
from backfat_rules.language import Expression, names_in, render
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Word
from benchmarks.clauses import clauses_of
from benchmarks.plain_source import conclusion


def experta_source(program: Program) -> str:
    """A class ``Rules``: answers are fields of one ``Person``, what follows is a ``Conclusion``."""
    lines = ["class Person(Fact):", "    pass", "", "class Conclusion(Fact):", "    pass", ""]
    lines.append("class Rules(KnowledgeEngine):")
    for at, clause in enumerate(clauses_of(program)):
        patterns = [_bound(name, program) for name in clause.inputs]
        if clause.condition is not None:
            patterns += _patterns(clause.condition, program)
        lines.append(f"    @Rule({', '.join(patterns)})")
        lines.append(f"    def rule_{at}({', '.join(['self', *clause.inputs])}):")
        if clause.fires:
            lines.append(f"        self.fired.add({clause.fires!r})")
        if clause.name:
            declare = f"self.declare(Conclusion({clause.name}={{}}))"
            lines += conclusion(clause.outcome, declare)
    return "\n".join([*lines, ""])


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
    return f"{'Conclusion' if name in program.stratum else 'Person'}({name}=MATCH.{name})"
