"""Which words begin and end compounds, and how many different ones: counted in the lexicon's own compounds.

A word may be cut in several places (*skol-elev*, *sko-lelev*): of these the one counts whose parts are the commonest,
counted anew three times.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from klarsprak.language.everyday.compounds import SHORT_FIRST, SHORT_LAST, unlinked

_ROUNDS = 3
_SMALLEST_SHARE = {3: 0.3, 4: 0.3}
"""Of the words that begin (or end) with so few letters, the least share that are compounds with that part."""
_SMALLEST_COUNT = {3: 10, 4: 4}
_MORE_FIRST = frozenset("tid kod log fil lån tur sko avi app web sms pdf rum hyr tal par lag".split())
"""More first parts of three letters, that as many other words begin with by chance."""
_MORE_LAST = frozenset({"id", "pdf"})
_NO_FIRST = frozenset("ore ode des ans oför är men eller och inte".split())
_NO_LAST = frozenset(
    """
    ande ende ring ett son rare ska era are sig dig mig men det den een ing ning tor ter tik sel ler lar nar
    """.split()
)
"""Endings that are words by chance."""


@dataclass
class Parts:
    """How many compounds each part begins or ends."""

    firsts: dict[str, int]
    lasts: dict[str, int]


class _Counts:
    """The cuts of each word, and how often each part is the one that counts."""

    def __init__(self, words: Iterable[str], lemmas: set[str], forms: set[str]) -> None:
        self._lemmas = lemmas
        self._may_begin: dict[str, bool] = {}
        self.cuts: dict[str, list[int]] = {}
        self.starts: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        for word in words:
            cuts = range(2, len(word) - 1)
            self.starts.update(word[:cut] for cut in cuts)
            self.ends.update(word[cut:] for cut in cuts)
            found = [cut for cut in cuts if self._ends(word[cut:], forms) and self._begins(word[:cut])]
            if found:
                self.cuts[word] = found

    def _begins(self, text: str) -> bool:
        known = self._may_begin.get(text)
        if known is None:
            words = (text, text + "a", *(word for word in unlinked(text) if len(word) > 1))
            known = self._may_begin[text] = any(word in self._lemmas for word in words)
        return known

    def _ends(self, text: str, forms: set[str]) -> bool:
        """Whether a word may end so: a word, or one made of a verb, which may have no use by itself: *-föring*."""
        if text in forms:
            return True
        stem = next((text.removesuffix(ending) for ending in ("ning", "ing", "are") if text.endswith(ending)), "")
        return len(stem) > 2 and stem + "a" in self._lemmas

    def counted(self) -> tuple[Counter[str], Counter[str]]:
        """How many words each part begins and ends."""
        firsts: defaultdict[str, float] = defaultdict(lambda: 0.1)
        lasts: defaultdict[str, float] = defaultdict(lambda: 0.1)
        for word, cuts in self.cuts.items():
            for cut in cuts:
                firsts[word[:cut]] += 1 / len(cuts)
                lasts[word[cut:]] += 1 / len(cuts)
        for _ in range(_ROUNDS):
            new_firsts: Counter[str] = Counter()
            new_lasts: Counter[str] = Counter()
            for word, cuts in self.cuts.items():
                best = max(cuts, key=lambda cut: log(firsts[word[:cut]]) + log(lasts[word[cut:]]))
                new_firsts[word[:best]] += 1
                new_lasts[word[best:]] += 1
            firsts = defaultdict(lambda: 0.1, {part: count + 0.1 for part, count in new_firsts.items()})
            lasts = defaultdict(lambda: 0.1, {part: count + 0.1 for part, count in new_lasts.items()})
        return new_firsts, new_lasts


def count_parts(words: Iterable[str], lemmas: set[str], forms: set[str]) -> Parts:
    """The parts of the compounds among ``words``."""
    counts = _Counts(words, lemmas, forms)
    firsts, lasts = counts.counted()
    return Parts(
        {
            part: count
            for part, count in firsts.items()
            if part not in _NO_FIRST
            and (part in SHORT_FIRST | _MORE_FIRST or _is_part(part, count, counts.starts[part]))
        },
        {
            part: count
            for part, count in lasts.items()
            if part not in _NO_LAST and (part in SHORT_LAST | _MORE_LAST or _is_part(part, count, counts.ends[part]))
        },
    )


def _is_part(part: str, count: int, all_words: int) -> bool:
    """Whether it is part of so many compounds by more than chance."""
    if len(part) < 3:
        return False
    share = count / max(all_words, 1)
    return count >= _SMALLEST_COUNT.get(len(part), 1) and share >= _SMALLEST_SHARE.get(len(part), 0.1)
