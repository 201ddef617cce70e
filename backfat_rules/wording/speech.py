"""Sentences, labels, numbers and lists in one language."""

from __future__ import annotations

from collections.abc import Iterable

from backfat_rules.knowledge.marked_text import MarkedText, Template
from backfat_rules.knowledge.vocabulary import Vocabulary
from backfat_rules.profile import spaced
from backfat_rules.units import Amount, UnitSystem
from backfat_rules.wording.numbers import number_text, plural_of, rounded


class Speech:
    """Says what a vocabulary holds."""

    def __init__(self, vocabulary: Vocabulary, units: UnitSystem = "metric") -> None:
        self._vocabulary = vocabulary
        self.units: UnitSystem = units

    def text(self, marked: MarkedText) -> str:
        """A text that is the same for everybody but for its amounts."""
        return marked.render(self.marked)

    def marked(self, amount: Amount) -> str:
        """An amount that its author has marked."""
        return amount.text(self.units)

    def say(self, id: str, **slots: str | float) -> str:
        """A sentence with its slots filled; numbers are written as in this language.

        Raises:
            KeyError: there is no such sentence, or a slot of it was not given.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().say("more-causes", number=2)
        '2 more answers'
        """
        words = {
            name: slot if isinstance(slot, str) else self.number(slot)
            for name, slot in slots.items()
        }
        text = self._sentence(id, slots).fill(words)
        if text is None:
            raise KeyError(f"the sentence {id} needs more than {sorted(slots)}")
        return text

    def _sentence(self, id: str, slots: dict[str, str | float]) -> Template:
        sentence = self._vocabulary.sentences[id]
        if sentence.text is not None:
            return sentence.text
        assert sentence.count is not None
        form = plural_of(float(slots[sentence.count]), self._vocabulary.language)
        return sentence.forms.get(form, sentence.forms["other"])

    def word(self, list_of: str, word: str) -> str:
        """What a word of a fixed list is called.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().word("gates", "refer_first")
        'refer first'
        """
        return self._vocabulary.labels[list_of].words[word]

    def topic(self, topic: str) -> str:
        """A topic as a word; that of somebody's own rules stands for itself.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().topic("consistency"), shipped_reader().topic("late_coffee")
        ('routine', 'late coffee')
        """
        try:
            return self.word("topics", topic)
        except KeyError:
            return spaced(topic)

    def word_or_other(self, list_of: str, word: str) -> str:
        """Likewise of a list that has a word for all others.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().word_or_other("harder-with", "pull_up_bar")
        'a harder form'
        """
        words = self._vocabulary.labels[list_of].words
        return words.get(word, words["other"])

    def number(self, number: float, step: float | None = None) -> str:
        """A number without needless digits, rounded to a step that a person can use."""
        language = self._vocabulary.language
        return number_text(rounded(number, step), language.decimal, language.group)

    def listed(self, texts: Iterable[str], last: str = "list-and") -> str:
        """Texts as a list in a sentence; empty for none.

        Args:
            texts: what is listed, in this order.
            last: the sentence that joins the last one; ``list-comma`` joins the others.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().listed(["neck", "back", "hip"])
        'neck, back and hip'
        """
        return self._joined([*texts], "list-comma", last)

    def chained(self, texts: Iterable[str], by: str) -> str:
        """Texts with the same sentence between any two of them."""
        return self._joined([*texts], by, by)

    def _joined(self, texts: list[str], comma: str, last: str) -> str:
        if not texts:
            return ""
        said = texts[0]
        for at, text in enumerate(texts[1:], start=2):
            said = self.say(last if at == len(texts) else comma, first=said, next=text)
        return said

    def inside(self, title: str) -> str:
        """A title as it stands inside a sentence."""
        return title.lower() if self._vocabulary.language.lower_titles else title

    @staticmethod
    def opening(phrase: str) -> str:
        """A phrase as it opens a sentence."""
        return phrase[:1].upper() + phrase[1:]
