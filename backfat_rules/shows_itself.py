"""Whatever the library hands out shows itself as a small card where a host can show HTML."""

from __future__ import annotations


class ShowsItself:
    """What shows itself as HTML: in notebooks, and on pages of one's own."""

    __slots__ = ()

    def to_html(self) -> str:
        """A piece of HTML for a page of one's own: no network, in the colours of that page.

        >>> from backfat_rules import Profile, recommend
        >>> "<h3>" in recommend(Profile(sleep_hours=5.5))["sleep-longer"].to_html()
        True
        """
        from backfat_rules.views.cards import card_of_its_own  # which stands above all it shows

        return card_of_its_own(self)

    def _repr_html_(self) -> str:
        return self.to_html()
