"""The names of all acts, in the one text in which they ship: rows as a dictionary took four times its memory."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from zlib import crc32

_ROWS = 24
"""Bits of a row's number."""


class Titles:
    """The rows of a text: a line ``# DAY``, and then one for each act, its number first and its definite name next.

    They stand in the order of the names in lower case.
    """

    def __init__(self, text: str) -> None:
        self.day = date.fromisoformat(text[: text.index("\n")].removeprefix("# "))
        """The day whose law the register shows."""
        self._text = text
        self._starts = array("I", (line.end() for line in re.finditer("\n", text)))
        """Where each row begins, and where one after the last would."""
        self._starts.append(len(text) + 1)
        numbers = (text[start : text.index("\t", start)] for start in self._starts[:-1])
        self._by_number = array("Q", sorted([crc32(sfs.encode()) << _ROWS | row for row, sfs in enumerate(numbers)]))
        """The checksum of each number with that of its row, in order; what shares one is told by its text."""

    def get(self, sfs: str) -> str | None:
        """What is known of the act with that number, its name first; None of one that isn't there."""
        low = crc32(sfs.encode()) << _ROWS
        index = self._by_number
        for entry in index[bisect_left(index, low) : bisect_left(index, low + (1 << _ROWS))]:
            number, _, row = self._line(entry - low).partition("\t")
            if number == sfs:
                return row
        return None

    def named(self, name: str) -> Iterator[str]:
        """The numbers of the acts of that name, lower case."""
        rows = range(len(self._starts) - 1)
        for row in range(bisect_left(rows, name, key=self._name), len(rows)):
            if self._name(row) != name:
                break
            yield self._line(row).partition("\t")[0]

    def __iter__(self) -> Iterator[str]:
        """The numbers of all acts."""
        return (self._line(row).partition("\t")[0] for row in range(len(self._starts) - 1))

    def _name(self, row: int) -> str:
        return self._line(row).split("\t", 2)[1].lower()

    def _line(self, row: int) -> str:
        return self._text[self._starts[row] : self._starts[row + 1] - 1]
