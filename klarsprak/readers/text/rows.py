"""Lines that are rows of a list though no sign begins them: *att … / att …*, *mån 2 mars: … / tis 3 mars: …*."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from klarsprak.phrases import ROW_LABEL
from klarsprak.readers.text.line import SENTENCE_BREAK, TextLine

_FIRST_WORD = re.compile(r"[a-zåäö]{2,}\b")
_OPENS_LIST = ":"
_FEWEST = 3
"""Rows that begin alike; after a colon two are enough."""


def rows(lines: Sequence[TextLine]) -> dict[int, bool]:
    """The numbers of the lines that are rows, and whether what begins them alike is a word.

    Text that is wrapped may have the same word first in two lines by chance, but not in three.
    """
    return {**_alike(lines, _label, is_word=False), **_alike(lines, _first_word, is_word=True)}


def _label(line: TextLine) -> str:
    """*:* for a line with a label."""
    return _OPENS_LIST if ROW_LABEL.match(line.text) else ""


def _first_word(line: TextLine) -> str:
    """The word in small letters that the line begins with, "" where it ends one sentence and begins another."""
    match = _FIRST_WORD.match(line.text)
    return match.group() if match is not None and not SENTENCE_BREAK.search(line.text) else ""


def _alike(lines: Sequence[TextLine], sign: Callable[[TextLine], str], *, is_word: bool) -> dict[int, bool]:
    """The lines that follow each other with the same beginning."""
    found: dict[int, bool] = {}
    for key, run in groupby(enumerate(lines), key=lambda each: sign(each[1])):
        numbered = list(run)
        first = numbered[0][0]
        is_after_colon = first > 0 and lines[first - 1].text.endswith(_OPENS_LIST)
        if key and len(numbered) >= (_FEWEST - is_after_colon):
            found.update((line.number, is_word) for _, line in numbered)
    return found
