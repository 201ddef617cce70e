"""What the ledger of the guides holds for a person comes up in somebody's plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from backfat_rules.knowledge import load_knowledge
from tests.knowledge.ledger import Ledger, needed

KNOWLEDGE = load_knowledge()
EXCEPTIONS: Mapping[str, str] = yaml.safe_load(
    Path(__file__).with_name("ledger_exceptions.yaml").read_text(encoding="utf-8")
)

MOST_EXCEPTIONS = 0.01
"""The largest share of the claims that no plan need bring up."""


def test_every_claim_that_somebody_could_need_comes_up_in_a_plan() -> None:
    """Advice, how-to, cautions, reasons and figures of the guides reach people, not pages alone."""
    ledger = Ledger(KNOWLEDGE)
    claims = [claim for claim in KNOWLEDGE.claims.values() if needed(claim)]
    missing = {claim.id for claim in claims if not ledger.comes_up(claim)}
    assert missing == EXCEPTIONS.keys()
    assert len(missing) <= MOST_EXCEPTIONS * len(claims)
    assert all(len(why.split()) >= 4 for why in EXCEPTIONS.values()), "each says why"
