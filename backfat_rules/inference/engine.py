"""What every engine is, and how one is chosen."""

from __future__ import annotations

from typing import Literal, Protocol, get_args

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.direct import DirectEngine
from backfat_rules.inference.program import Program
from backfat_rules.language import Facts
from backfat_rules.plain import shown_value

EngineName = Literal["experta", "experta-rete", "direct"]
"""``experta`` with our indexed matcher, with its own Rete network, or no experta at all."""


class Engine(Protocol):
    """Runs one program on the facts of one person at a time; safe to share between threads."""

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts; a fact that is None counts as missing."""
        ...


def make_engine(name: EngineName, program: Program) -> Engine:
    """Build an engine for a program.

    Raises:
        BackfatRulesError: there is no engine of this name, or experta is not there to run it.
    """
    if name == "direct":
        return DirectEngine(program)
    if name in ("experta", "experta-rete"):
        return _on_experta(program, "rete" if name == "experta-rete" else "indexed")
    known = list(get_args(EngineName))
    remedy = did_you_mean(name, known) or f"Choose one of {', '.join(known)}."
    raise BackfatRulesError(f"There is no engine {shown_value(name)}. {remedy}")


def _on_experta(program: Program, matcher: Literal["indexed", "rete"]) -> Engine:
    try:  # slow to import, and not needed for the direct engine
        from backfat_rules.inference.experta_engine import ExpertaEngine
    except ImportError as missing:  # also of a part of experta, which it hides
        raise BackfatRulesError(
            "The engine 'experta' needs the package experta, which is not installed whole. "
            'Run: pip install experta, or choose engine="direct", which gives equal plans.'
        ) from missing
    return ExpertaEngine(program, matcher)
