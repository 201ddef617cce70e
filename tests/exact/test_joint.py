"""Many conditions asked at once: what one completion shows of them is what each shows by itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from backfat_rules.exact import Problems, certainty, outlook_of
from backfat_rules.language import Facts
from tests.exact import small
from tests.exact.test_exact_ranges import told as with_ranges
from tests.inference.programs import Base, bases

META = small.facts()


@given(bases(), with_ranges())
def test_asked_together_or_alone_the_outlook_is_the_same(base: Base, known: Facts) -> None:
    """A completion that is made for many conditions at once never changes what is known of one."""
    together = Problems(base.program, META)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(certainty, "MANY_TARGETS", 1)
        found = outlook_of(together, known)
    for id in together.ids:
        assert outlook_of(Problems(base.program, META), known, [id])[id] == found[id]
