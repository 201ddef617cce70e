"""One page for a browser: interview, plan, training week and what if, from the pack alone."""

from __future__ import annotations

import re
from string import Template

from markupsafe import escape

from backfat_rules.javascript.joining import text_of
from backfat_rules.javascript.pack import MODULE, pack_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.language.javascript import literal
from backfat_rules.views.pictures.body_picture import body_picture
from backfat_rules.wording import Reader

_SCRIPTS = ("element.mjs", "training.mjs", "page.mjs")
"""What the page does, below the pack and in one scope with it."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[^"]+";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def site_page(
    knowledge: KnowledgeBase, *, language: str = FALLBACK, country: str | None = None
) -> str:
    """The text of a page that holds everything it needs; a browser keeps it from any network.

    Args:
        knowledge: what decides.
        language: a language that the knowledge has words for.
        country: whose emergency numbers messages name; none in particular if None.

    Raises:
        BackfatRulesError: there are no words for the language, or no numbers for the country.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> site_page(load_knowledge()).splitlines()[0]
    '<!doctype html>'
    """
    policy = knowledge.policy
    reader = knowledge.once(Reader, language, "metric", country)
    say = reader.say
    pack = pack_of(knowledge, language=language, country=country)[MODULE]
    shown = {
        "title": say("web-title"),
        "about": say("web-about"),
        "questions": say("web-questions"),
        "go_on": say("web-go-on"),
        "back": say("web-back"),
        "start_again": say("web-start-again"),
        "answers": say("web-answers"),
        "what_if": say("web-what-if"),
        "plan": say("web-plan"),
        "week": say("your-week"),
        "week_open": say("web-week-open"),
        "weeks": say("web-weeks"),
    }
    words = {
        "questions": say("web-questions"),
        "nothing_left": say("web-nothing-left"),
        "no_answers": say("web-no-answers"),
        "change": say("web-change", question="{question}"),
        "new": say("web-new"),
        "yes": say("choose-yes"),
        "no": say("choose-no"),
        "how": say("web-how"),
        "wishes": [each for each in (policy.days_from, policy.minutes_from) if each],
    }
    return Template(text_of("site/page.html")).substitute(
        {name: escape(text) for name, text in shown.items()},
        language=escape(language),
        style=text_of("site/page.css"),
        words=literal(words),
        body=body_picture({}, reader).svg,
        script="\n".join([pack, *map(_script, _SCRIPTS)]),
    )


def _script(name: str) -> str:
    """A script of the page without what it takes from others and gives to them."""
    return _EXPORT.sub("", _IMPORT.sub("", text_of(f"site/{name}")))
