"""Texts analysed, each once: what a letter says twice, and what one letter says after another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from klarsprak.language.analysed import AnalysedText
from klarsprak.language.pipeline import Need, analyse, drop_vectors

_MOST = 40_000
"""Tokens of the texts that are remembered: twenty megabytes at most."""
_MOST_MET = 50_000
"""Texts of which it is known that they have come."""


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
        self._met: set[int] = set()
        """Hashes of the texts that have come once: those that never come again leave the room to the others."""
        self._latest: list[AnalysedText] = []
        """Those that the last letter added, which still have their words' vectors."""

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
        self._remember({(need.value, text): each for text, each in fresh.items() if self._has_met(text)})
        return found | fresh

    def _has_met(self, text: str) -> bool:
        """Whether the text has come before; if not, it has now."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        before = len(self._met)
        self._met.add(hash(text))
        return len(self._met) == before

    def _lighten(self) -> None:
        """Let go of what is large and asked for only while a letter is checked, here and there."""
        drop_vectors(text.tokens for text in self._latest)
        self._latest = []

    def _remember(self, come_again: dict[tuple[int, str], AnalysedText]) -> None:
        """Keep the texts, and of those before as many as there is room for: the latest."""
        self._known.update(come_again)
        self._latest = list(come_again.values())
        self._size += sum(len(text.tokens) for text in self._latest)
        while self._size > _MOST:
            _, oldest = self._known.popitem(last=False)
            self._size -= len(oldest.tokens)
