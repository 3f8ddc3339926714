"""What endings of words stand for, in a graph of letters that is looked into where it lies on disk.

A dictionary of as many endings takes a tenth of a second to make at each start, and 30 MB in each process.

The file has a head of ``MAGIC`` and three numbers: how many edges there are, the root's state, and the bytes of what
comes after the edges, which is the alphabet and the values, a line each; a checksum comes last.  All are of 32 bits,
the least significant byte first.  An edge is such a number too: a letter's place in the alphabet (6 bits), whether it
is its state's last (1 bit), and the state that it leads to (25 bits), which is the number of that state's first edge.
Letters go from a word's last to its first.  The first letter of the alphabet marks an edge that leads to a value's
number instead.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from klarsprak.language.mapped import damaged, mapped, numbers, sealed

MAGIC = 0x3146_534B
_HEAD = struct.Struct("<4I")
_LETTER, _LAST, _SHIFT = 63, 64, 7
_VALUE = ""
"""Stands where a letter would for what the ending stands for."""
_REMEMBERED = 20_000
"""States whose edges are kept unpacked: 194 letters meet 12,000.  With room for 5,000 a quarter of those that had to
be unpacked had been before."""


class TooManyLettersError(Exception):
    """The table has more letters than an edge can tell apart."""


class Suffixes:
    """The endings of a file; raises ``FileError`` for one that is damaged or of another version."""

    def __init__(self, path: Path) -> None:
        view = mapped(path)
        head = view[: _HEAD.size]
        magic, count, self._root, rest = _HEAD.unpack(head) if len(head) == _HEAD.size else (0, 0, 0, 0)
        end = _HEAD.size + 4 * count
        if magic != MAGIC or len(view) != end + rest:
            raise damaged(path)
        self._edges = numbers(view[_HEAD.size : end])
        alphabet, *self._values = bytes(view[end:]).decode("utf-8").split("\n")
        self._alphabet = ("", *alphabet)
        self._ways = lru_cache(maxsize=_REMEMBERED)(self._unpacked)

    def longest(self, word: str) -> str | None:
        """What the longest ending of the word stands for that is there; None where none is.

        >>> from klarsprak.language.endings import ENDINGS
        >>> Suffixes(ENDINGS).longest(" brevet")
        '5:et/'
        """
        ways = self._ways(self._root)
        found = ways.get(_VALUE)
        for letter in reversed(word):
            state = ways.get(letter)
            if state is None:
                break
            ways = self._ways(state)
            found = ways.get(_VALUE, found)
        return None if found is None else self._values[found]

    def _unpacked(self, state: int) -> dict[str, int]:
        """Where each letter leads from a state, and the number of the value of the ending that is whole there."""
        ways = {}
        is_last = 0
        while not is_last:
            edge = self._edges[state]
            ways[self._alphabet[edge & _LETTER]] = edge >> _SHIFT
            is_last = edge & _LAST
            state += 1
        return ways


class _Builder:
    """Packs states, of which those that lead to the same are kept once."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.letters = sorted({letter for ending in table for letter in ending})
        self.values = sorted(set(table.values()))
        self._codes = {letter: code for code, letter in enumerate(["", *self.letters])}
        if len(self._codes) > _LETTER + 1:
            raise TooManyLettersError(len(self.letters))
        self.edges = array("I")
        self._known: dict[tuple[tuple[int, int], ...], int] = {}
        number = {value: at for at, value in enumerate(self.values)}
        tree: dict[str, Any] = {}
        for ending, value in table.items():
            node = tree
            for letter in reversed(ending):
                node = node.setdefault(letter, {})
            node[_VALUE] = number[value]
        self.root = self._state(tree)

    def _state(self, node: dict[str, Any]) -> int:
        """The number of the state that the node is, its own packed first."""
        ways = {self._codes[sign]: to if sign == _VALUE else self._state(to) for sign, to in node.items()}
        edges = tuple(sorted(ways.items()))
        if edges not in self._known:
            self._known[edges] = len(self.edges)
            self.edges.extend(code | to << _SHIFT for code, to in edges)
            self.edges[-1] |= _LAST
        return self._known[edges]


def write(table: Mapping[str, str], path: Path) -> None:
    """Write what endings stand for as a file: the same bytes for the same table, whole or not at all."""
    made = _Builder(dict(sorted(table.items())))
    edges = made.edges
    if sys.byteorder == "big":
        edges.byteswap()
    rest = "\n".join(["".join(made.letters), *made.values]).encode("utf-8")
    from klarsprak.files.whole import bytes_written_whole  # only where the file is made

    with bytes_written_whole(path) as file:
        file.write(sealed(_HEAD.pack(MAGIC, len(edges), made.root, len(rest)) + edges.tobytes() + rest))
