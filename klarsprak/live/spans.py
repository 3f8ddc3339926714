"""Where in a source markup stands, and the pieces that this makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klarsprak.live.markup import MarkedText, Piece


class Span(NamedTuple):
    """A stretch of markup, in code points, and what it reads as."""

    start: int
    end: int
    reads_as: str = ""


def marked(source: str, spans: Iterable[Span]) -> MarkedText:
    """The source in pieces: what no span holds is text.  Of spans that overlap, the one that begins first counts.

    >>> marked("a **b**", [Span(2, 4), Span(5, 7)]).text
    'a b'
    """
    return MarkedText(_pieces(source, sorted(spans)))


def _pieces(source: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The pieces in order; together they are the whole source."""
    end = 0
    for span in spans:
        if span.start < end or span.end <= span.start:
            continue
        yield Piece(source[end : span.start])
        yield Piece(source[span.start : span.end], span.reads_as)
        end = span.end
    yield Piece(source[end:])
