"""The marks that a letter's text may hold: ``{{kind argument|words}}``, and ``¬`` for a soft hyphen."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\{\{(?P<kind>\w+)(?: (?P<argument>[^|}]*))?\|(?P<words>[^}]*)\}\}")
SOFT_HYPHEN = "\u00ad"


class Piece(NamedTuple):
    """A stretch of text and what Word would make of it; ``kind`` is "" for plain text."""

    kind: str
    argument: str
    words: str


def pieces(text: str) -> list[Piece]:
    """The text cut at its marks."""
    text = text.replace("¬", SOFT_HYPHEN)
    found, end = [], 0
    for mark in _MARK.finditer(text):
        if mark.start() > end:
            found.append(Piece("", "", text[end : mark.start()]))
        found.append(Piece(mark["kind"], mark["argument"] or "", mark["words"]))
        end = mark.end()
    if end < len(text):
        found.append(Piece("", "", text[end:]))
    return found
