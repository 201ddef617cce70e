"""Mutants: the library's source with one small change each, made by cosmic-ray's operators."""

from __future__ import annotations

import ast
import difflib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from mutation.mutated import Mutated

ANNOTATION = ("annotation", "returns")
SAME = {"Is": "_Eq", "IsNot": "_NotEq", "Eq": "_Is", "NotEq": "_IsNot"}
"""Replacements that are the same for words, None and truths, which is all that is compared so."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file.

    Attributes:
        package: the part of the library that the file belongs to.
        path: the file, from the root of the checkout.
        operator: cosmic-ray's name of the change.
        occurrence: which of the places in the file that the operator could change.
    """

    package: str
    path: Path
    operator: str
    occurrence: int

    def mutated(self, root: Path, original: str) -> Mutated | None:
        """The changed module; None where nothing that runs is different."""
        source = self.source(original)
        name = ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")
        return None if source is None else Mutated(name, root / self.path, source)

    def source(self, original: str) -> str | None:
        """The changed source; None where nothing that runs is different."""
        changed = mutate_code(original, get_operator(self.operator)(), self.occurrence)
        if changed is None:
            return None
        try:
            same = _what_runs(changed) == _what_runs(original)
        except SyntaxError:
            return None
        return None if same else str(changed)

    def difference(self, original: str) -> str:
        """The change, as lines taken out and put in."""
        changed = self.source(original) or original
        lines = difflib.unified_diff(original.splitlines(), changed.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def sampled(root: Path, packages: Iterable[str], seed: int) -> Iterator[Mutant]:
    """Mutants in a random order, the same for the same seed, in turn from each package.

    Each place is changed in one way of the many that a family of operators knows (``<`` to one of
    five other comparisons), or those would drown all others.
    """
    draw = random.Random(seed)
    piles = []
    for package in packages:
        files = sorted((root / "backfat_rules" / package).rglob("*.py"))
        pile = [each for file in files for each in _mutants(package, file, root, draw)]
        draw.shuffle(pile)
        piles.append(pile)
    for turn in zip_longest(*piles):
        yield from (each for each in turn if each is not None)


def _mutants(package: str, file: Path, root: Path, draw: random.Random) -> Iterator[Mutant]:
    nodes = list(ast_nodes(get_ast(file.read_text(encoding="utf-8"))))
    for family in _families().values():
        operator = get_operator(family[0])()
        places = sum(1 for node in nodes for _ in operator.mutation_positions(node))
        for at in range(places):
            yield Mutant(package, file.relative_to(root), draw.choice(family), at)


@cache
def _families() -> dict[str, list[str]]:
    """cosmic-ray's operators by the places that they change."""
    families: dict[str, list[str]] = {}
    for name in operator_names():
        replaces, _, by = name.rpartition("_") if "Operator_" in name else (name, "", "")
        wants_arguments: Any = get_operator(name).arguments()
        if not wants_arguments and not replaces.endswith(SAME.get(by, "-")):
            families.setdefault(replaces, []).append(name)
    return families


def _what_runs(source: str) -> str:
    """The program without its annotations, whose changes the type checker finds.

    Nor does it matter whether ``zip`` is strict: that says what is so, as an assertion does.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "strict":
            node.value = ast.Constant(None)
        for field in ANNOTATION:
            if getattr(node, field, None) is not None:
                setattr(node, field, ast.Constant(None))
    return ast.dump(tree)
