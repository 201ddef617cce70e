"""Inference: rules run on facts until nothing new follows, by one of two engines."""

from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.engine import Engine, EngineName, make_engine
from backfat_rules.inference.firing import Firing
from backfat_rules.inference.program import Calculation, Production, Program

__all__ = [
    "Calculation",
    "Derivation",
    "Engine",
    "EngineName",
    "Firing",
    "Production",
    "Program",
    "make_engine",
]
