"""How texts are looked at when strings are looked for in them: with less told apart than there is to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import prod

_RARE = 0.004
"""How often a sign that none of these is stands at a place of a letter."""
_COST = 3e-6
"""What a string costs that stands nowhere, counted so too."""
_COMMON_WORDS = frozenset(
    "alla att av bara de dem den det detta din dina ditt du där efter eller en er ert ett finns från får för ha har "
    "i inte kan man med men mer mot ni nu när och om oss på samt se sin ska som så till under upp ut var vi vid vår "
    "är år".split()
)
_COMMON = 0.01
"""How often one of them does, or more than that."""


class _Shares(dict[str, float]):
    """How often each sign stands at a place of a letter."""

    def __missing__(self, sign: str) -> float:
        return _RARE


class View:
    """A way to look at texts, sign by sign, and how often each sign that is seen so stands in a letter.

    ``pairs`` are signs that stand beside each other so many times as often as they would by chance.
    """

    def __init__(
        self, see: Callable[[str], str], shares: Mapping[str, float], pairs: Mapping[str, float], figure: str = "0"
    ) -> None:
        self.see = see
        self.figure = figure
        """How every figure is seen; empty where each is seen as itself."""
        self._shares = _Shares(shares)
        self._pairs = list(pairs.items())
        self._known: dict[tuple[int, int, bool], frozenset[str]] = {}

    def share(self, strings: Iterable[str]) -> float:
        """How often one of the strings stands in a letter, by guess."""
        return sum(map(self._share, strings))

    def _share(self, string: str) -> float:
        if string.strip() in _COMMON_WORDS:
            return _COMMON
        share = prod(map(self._shares.__getitem__, string))
        for pair, times in self._pairs:
            if pair in string:
                share *= times ** string.count(pair)
        return _COST + share

    def signs(self, first: int, last: int, is_blind: bool) -> frozenset[str]:
        """What is seen of the signs between two numbers; ``is_blind``: in capitals and in small letters."""
        asked = first, last, is_blind
        known = self._known.get(asked)
        if known is None:
            signs = list(map(chr, range(first, last + 1)))
            written = [*map(str.lower, signs), *map(str.upper, signs)] if is_blind else signs
            known = self._known[asked] = frozenset(map(self.see, written))
        return known


class _Shapes(dict[int, str]):
    """What each sign is written as in a shape, by its number; a sign is looked at when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = shape = "0" if sign.isdecimal() else "a" if sign.islower() else "A" if sign.isupper() else sign
        return shape


class _Folds(dict[int, str]):
    """What each sign of a text in lower case is folded to."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = fold = "0" if sign.isdecimal() else sign
        return fold


class _Seen:
    """What each sign is seen as.

    A text of signs with numbers below 256, as most are, is told byte by byte, which takes a fifth of the time.
    """

    def __init__(self, seen: dict[int, str]) -> None:
        self._seen = seen
        self._of_byte = "".join(map(seen.__getitem__, range(256))).encode("latin-1")

    def of(self, text: str) -> str:
        """The text as it is seen."""
        try:
            return text.encode("latin-1").translate(self._of_byte).decode("latin-1")
        except UnicodeEncodeError:
            return text.translate(self._seen)


_SHAPES = _Seen(_Shapes())
_FOLDS = _Seen(_Folds({0x017F: "s", 0x0131: "i", 0x0307: ""}))
"""With what ``re`` takes for *s* and *i* where capitals don't matter, and the dot that a Turkish capital leaves."""


def shape_of(text: str) -> str:
    """The text with *a* for each small letter, *A* for each capital and *0* for each figure.

    *augusti.Ta 2 par* is *aaaaaaa.Aa 0 aaa*: what is written together that shouldn't be is seen in it.
    """
    return _SHAPES.of(text)


def folded(text: str) -> str:
    """The text in small letters, with *0* for each figure: *Kl 9* is *kl 0*."""
    return _FOLDS.of(text.lower())


_LETTERS = {sign: 0.12 * 0.9**rank for rank, sign in enumerate(" eantrsildomgk0vfhupäbåöc.y,-\nj")}
_CLASSES = {"a": 0.72, " ": 0.13, "0": 0.03, "A": 0.035, ".": 0.012}
_FIGURES = {"00": 20}
FOLDED = View(folded, _LETTERS, _FIGURES)
SHAPES = View(shape_of, _CLASSES, _FIGURES | {"aA": 0.05, "a0": 0.05, "0a": 0.05, "A0": 0.05, "0A": 0.05})
AS_WRITTEN = View(str, _LETTERS, {}, figure="")
VIEWS = FOLDED, SHAPES, AS_WRITTEN
