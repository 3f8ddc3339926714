"""Texts analysed, each once: what a letter says twice, and what one letter says after another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from klarsprak.language.analysed import AnalysedText
from klarsprak.language.pipeline import Need, analyse, drop_vectors

_MOST = 40_000
"""Tokens of the texts that are remembered: ten megabytes, and more than a hundred letters' worth."""


def analysed(texts: Iterable[str], need: Need) -> dict[str, AnalysedText]:
    """Each text, with at least what ``need`` names."""
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, map(AnalysedText, analyse(unique, need)), strict=True))


class RememberedTexts:
    """The same for letter after letter of one house, which say much in the same words: head, closing, how to appeal.

    Only for a program that ends with the letters that it was given: one that serves must keep nothing of a text.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[int, str], AnalysedText] = OrderedDict()
        """By need and text, those that came last at the end."""
        self._size = 0
        self._latest: list[AnalysedText] = []
        """Those of the last letter, which still have their words' vectors."""

    def analysed(self, texts: Iterable[str], need: Need) -> dict[str, AnalysedText]:
        """Each text, with at least what ``need`` names."""
        self._lighten()
        found: dict[str, AnalysedText] = {}
        new: list[str] = []
        for text in texts:
            known = self._known.get((need.value, text))
            if known is None:
                new.append(text)
            else:
                self._known.move_to_end((need.value, text))
                found[text] = known
        fresh = analysed(new, need)
        self._remember(fresh, need)
        return found | fresh

    def _lighten(self) -> None:
        """Let go of what is large and asked for only while a letter is checked, here and there."""
        drop_vectors(text.doc for text in self._latest)
        self._latest = []

    def _remember(self, fresh: dict[str, AnalysedText], need: Need) -> None:
        """Keep the texts, and of those before as many as there is room for: the latest."""
        self._known.update(((need.value, text), each) for text, each in fresh.items())
        self._latest = list(fresh.values())
        self._size += sum(len(text.words) for text in self._latest)
        while self._size > _MOST:
            _, oldest = self._known.popitem(last=False)
            self._size -= len(oldest.words)
