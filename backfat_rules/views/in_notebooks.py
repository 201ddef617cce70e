"""What shows itself as HTML in notebooks, in other hosts, and on pages of one's own."""

from __future__ import annotations

from typing import Any


class InNotebooks:
    """Text where text is asked for, HTML where a host can show it."""

    def to_html(self) -> str:
        """A piece of HTML for a page of one's own: no network, in the colours of that page."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self.to_html()}
