"""What shows itself in notebooks and other hosts as text that was made to be read, and as HTML."""

from __future__ import annotations

from typing import Any

from backfat_rules.shows_itself import ShowsItself


class InNotebooks(ShowsItself):
    """Text where text is asked for, HTML where a host can show it."""

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self.to_html()}
