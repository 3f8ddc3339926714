"""Texts analysed, each once: what a letter says twice, and what one letter says after another."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable

from klarsprak.language.analysed import AnalysedText
from klarsprak.language.pipeline import Need, analyse, drop_vectors

_MOST = 40_000
"""Tokens of the texts that are remembered: twenty megabytes at most."""
_MOST_MET = 50_000
"""Texts of which it is known that they have come."""
_MOST_HEAVY = 20_000
"""Tokens that have their words' vectors: those of letters that are checked side by side; eight megabytes."""


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
        self._heavy: deque[list[AnalysedText]] = deque()
        """Those that each of the last letters added, which still have their words' vectors."""
        self._heavy_size = 0

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
        while self._heavy_size > _MOST_HEAVY:
            oldest = self._heavy.popleft()
            self._heavy_size -= _size(oldest)
            drop_vectors(text.tokens for text in oldest)

    def _remember(self, come_again: dict[tuple[int, str], AnalysedText]) -> None:
        """Keep the texts, and of those before as many as there is room for: the latest."""
        self._known.update(come_again)
        if come_again:
            latest = list(come_again.values())
            self._heavy.append(latest)
            self._heavy_size += _size(latest)
            self._size += _size(latest)
        while self._size > _MOST:
            _, oldest = self._known.popitem(last=False)
            self._size -= len(oldest.tokens)


def _size(texts: Iterable[AnalysedText]) -> int:
    """How many tokens the texts have."""
    return sum(len(text.tokens) for text in texts)
