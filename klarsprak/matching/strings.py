"""Which of a letter's texts hold which strings: all strings are looked for at once, however many rules there are.

One pass over a letter takes as long as looking for a hundred strings one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain

_BETWEEN = "\x1e"
"""Stands between texts, and in no string that is looked for: it separates records."""
_END = ""
"""Key of a node of the tree of signs where a string ends."""
_Node = dict[str, "_Node"]


class StringIndex:
    """Strings to look for: *StringIndex(["§", "kl"]).found_in(["Se 9 §.", "hej"])* is *{"§": {0}}*."""

    def __init__(self, strings: Iterable[str]) -> None:
        every = set(strings)
        self._signs = [string for string in every if len(string) == 1]
        """Looked for one by one, since nothing is faster for so short a string."""
        self._longer = every.difference(self._signs)

    def found_in(self, texts: Sequence[str]) -> Mapping[str, Collection[int]]:
        """The numbers of the texts that hold each string; strings that none holds are left out."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for string, number in chain(self._signs_in(texts), self._longer_in(texts)):
            found[string].add(number)
        return found

    def _signs_in(self, texts: Sequence[str]) -> Iterator[tuple[str, int]]:
        for number, text in enumerate(texts):
            for sign in self._signs:
                if sign in text:
                    yield sign, number

    def _longer_in(self, texts: Sequence[str]) -> Iterator[tuple[str, int]]:
        """The strings of more than one sign: a text with several of a string gives it several times."""
        if not self._longer:
            return
        starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
        for match in self._expression.finditer(_BETWEEN.join(texts)):
            number = bisect_right(starts, match.start()) - 1
            for string in self._beginnings[match[0] + match[match.lastindex or 0]]:
                yield string, number

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        """Finds at every place the longest string that begins there; one that begins within another is found too.

        Only the first sign is taken and the rest, in a group, looked ahead at: so the engine skips quickly to signs
        that begin a string, and goes on with the next one.
        """
        root: _Node = {}
        for string in self._longer:
            node = root
            for sign in string:
                node = node.setdefault(sign, {})
            node[_END] = {}
        ways = (f"{re.escape(sign)}(?=({_as_regex(following)}))" for sign, following in sorted(root.items()))
        return re.compile("|".join(ways))

    @cached_property
    def _beginnings(self) -> Mapping[str, Sequence[str]]:
        """With each string the others that it begins with: *kl* and *kl.* are both where *kl.* is."""
        return {
            string: [string[:end] for end in range(2, len(string) + 1) if string[:end] in self._longer]
            for string in self._longer
        }


def _as_regex(node: _Node) -> str:
    """The expression of the signs that follow: what strings have in common is tried once."""
    ways = [re.escape(sign) + _as_regex(following) for sign, following in sorted(node.items()) if sign]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)})" + ("?" if _END in node else "")
