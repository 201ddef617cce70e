"""The pack of a knowledge base, compressed into a line of text."""

from __future__ import annotations

import base64
import gzip

from backfat_rules.javascript import pack_of
from backfat_rules.javascript.pack import MODULE
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.wording import Reader


def packed(reader: Reader) -> str:
    """What decides for a reader, in that language and country, as the front end unpacks it.

    It is made once for a knowledge base.
    """
    return reader.knowledge.once(_packed, reader.language, reader.country)


def _packed(knowledge: KnowledgeBase, language: str, country: str | None) -> str:
    module = pack_of(knowledge, language=language, country=country)[MODULE]
    return base64.b64encode(gzip.compress(module.encode(), mtime=0)).decode()
