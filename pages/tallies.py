"""The page of numbers: what became of the guides, how many rules there are, the longest chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Finding, Mechanism, RecommendationRule
from backfat_rules.knowledge.sources import ClaimKind
from backfat_rules.language import names_in
from backfat_rules.profile import spaced
from backfat_rules.wording.numbers import number_text
from pages.addresses import (
    COVERAGE,
    entry_link,
    guide_page,
    in_words,
    title_of,
)
from pages.chains import longest_chain
from pages.coverage import BECAME, count_row, reason_groups
from pages.guides import guides_of
from pages.markdown import bullets, code, counted, link, page, plain, table


def tallies_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page."""
    yield COVERAGE, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# What became of the guides, and how much there is"
    yield (
        "A claim counts once under each kind of entry that stands on it, so a row can add up to "
        "more than its claims."
    )
    for guide in guides_of(base):
        yield f"## Claims of the guide on {in_words(guide).lower()}"
        yield f"Claim by claim: {link(in_words(guide), guide_page(guide), COVERAGE)}."
        yield from claim_table(guide, base)
    yield "## Why claims were left out"
    yield from table(
        ["reason", "claims", "which"],
        (
            [group, str(len(claims)), ", ".join(entry_link(each, COVERAGE) for each in claims)]
            for group, claims in reason_groups(base).items()
        ),
    )
    yield "## Rules and entries"
    yield from table(["what", "how many"], rule_counts(base))
    yield "## The longest chains"
    yield from _chain_blocks("what follows from it", longest_chain(base), base)
    advice = longest_chain(base, RecommendationRule)
    yield from _chain_blocks("a recommendation", advice, base)


def _chain_blocks(end: str, chain: tuple[str, ...], base: KnowledgeBase) -> Iterator[str]:
    yield f"{counted(len(chain) - 1, 'step')} from what a person tells to {end}:"
    links = (_link_text(chain[:at], base) for at in range(1, len(chain) + 1))
    yield from bullets(links, ordered=True)


def claim_table(guide: str, base: KnowledgeBase) -> list[str]:
    """The claims of one guide by kind, with a last row for all of them."""
    claims = [each for each in base.claims.values() if each.guide == guide]
    kinds = {kind: [each for each in claims if each.kind == kind] for kind in get_args(ClaimKind)}
    rows = [[kind, *_shown(count_row(group, base))] for kind, group in kinds.items() if group]
    rows.append(["**all**", *_shown(count_row(claims, base))])
    return table(["kind", "claims", *BECAME.values(), "left out"], rows)


def rule_counts(base: KnowledgeBase) -> Iterator[list[str]]:
    """How many there are of everything, with parts below their whole."""
    mechanisms = [each for each in base.findings.values() if isinstance(each, Mechanism)]
    findings = [each for each in base.findings.values() if not isinstance(each, Mechanism)]
    yield ["findings", number_text(len(findings))]
    yield ["mechanisms", number_text(len(mechanisms))]
    yield from _parts((each.verdict for each in mechanisms), "mechanisms, ")
    rules = sum(len(each.rules) for each in base.findings.values())
    yield ["rules that conclude findings and mechanisms", number_text(rules)]
    yield ["recommendations", number_text(len(base.recommendations))]
    yield from _parts((each.area for each in base.recommendations.values()), "recommendations, ")
    yield ["messages", number_text(len(base.messages))]
    yield from _parts((each.kind for each in base.messages.values()), "messages, ")
    yield ["screening rules", number_text(len(base.screening))]
    gates = Counter(each.gate for each in base.screening.values())
    for gate in GATES:
        if gates[gate]:
            yield [f"screening rules, {gate.replace('_', ' ')}", str(gates[gate])]
    for name in ("values", "exercises", "muscles", "foods", "tags", "axes", "claims", "references"):
        yield [name, number_text(len(getattr(base, name)))]
    yield ["whole people with the plan they must get", number_text(len(base.scenarios))]
    yield ["cases beside the rules", number_text(sum(map(_case_count, base)))]
    for layer, count in sorted(Counter(base.strata[id] for id in base.findings).items()):
        yield [f"findings and mechanisms in layer {layer}", str(count)]


def _parts(words: Iterator[Any], before: str) -> Iterator[list[str]]:
    for word, count in sorted(Counter(words).items()):
        yield [before + spaced(word), str(count)]


def _case_count(entry: Any) -> int:
    cases = getattr(entry, "cases", ())
    if isinstance(cases, tuple):
        return len(cases)
    return len(cases.fires) + len(cases.silent) + len(cases.unknown)


def _shown(counts: list[int]) -> list[str]:
    return [str(count) if count else "" for count in counts]


def _link_text(way: tuple[str, ...], base: KnowledgeBase) -> str:
    """The last link of a way, with the reason of the rule that joins it to the one before."""
    name = way[-1]
    if len(way) == 1:
        return f"{code(name)} (fact): {plain(base.facts[name].label)}"
    entry = base[name]
    rules = entry.rules if isinstance(entry, Finding) else ()
    reasons = (rule.reason.text for rule in rules if way[-2] in names_in(rule.when.tree))
    told = [title_of(entry), *(plain(reason) for reason in [next(reasons, "")] if reason)]
    return f"{entry_link(entry, COVERAGE)} ({entry.noun}): {': '.join(told)}"
