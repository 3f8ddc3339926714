"""Stretches of lines, which are cut and classified, and what a piece of one is said to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from klarsprak.signature.model import Label, PieceKind
from klarsprak.signature.spans import Span

# *Anna Ek, rektor*, *Anna Ek / rektor*, *Anna Ek – rektor*, *Anna Ek (rektor)*, *Norrlida kommun genom Anna Ek*,
# *Rektor/Anna Ek*, where the word before the slash ends as titles do
_SEPARATOR = re.compile(
    r"(?=[;•·∙●|,/]|\s+[;•·∙●|/–—(:ghö-])(?:"  # what none begins with is passed over quickly
    r"\s*[;•·∙●|]\s*|(?<!-),\s+(?!ankn)|(?<!\d)\s+(?:/+\s*|[–—-]\s+)|\s+(?:/+|[–—-])\s+(?!\d)"
    r"|(?<=or|re|ef|ör|er|st)/(?-i:(?=[A-ZÅÄÖ][a-zåäö]+\s[A-ZÅÄÖ]))"
    r"|\s+\((?=[a-zåäö])(?!direkt|växel|vx|ankn|kundtj|kundserv|kundcent|kontaktc|jour)"
    r"|\s+(?:genom|gm)\s+(?=[A-ZÅÄÖ])|\s+(?:hälsar|önskar)\s+(?-i:(?=(?:[a-zåäö]+ )?[A-ZÅÄÖ]))|\s:\s(?=\D))",
    re.IGNORECASE,
)
_SIGN_BETWEEN = re.compile(r"[;•·∙●|,/–—(-]")
_LIST_IN_NAME = re.compile(r"^\w+(?:en|et) för \w+(?:, \w+){1,6} och \w+(?=$|,)")
"""A name that holds commas: *Enheten för barn, unga och familj*, *Kommunalförbundet för Ala, Tuna, Ekby och Vik*."""


class Classified(NamedTuple):
    """What a stretch is; ``label`` is its own, where it is a label or is known by one."""

    kind: PieceKind
    span: Span
    label: Label | None = None


Pieces = list[Classified]
KnownLines = dict[tuple[str, Label | None], Pieces]
"""The pieces of lines of other letters by their text and label, counted from the line's beginning."""


class OwnParts(NamedTuple):
    """What the configuration names of the organisation: units in lower case, and addresses.

    ``known`` are lines that were read before, with these; None where nothing may be remembered.
    """

    units: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()
    known: KnownLines | None = None


class Stretch(NamedTuple):
    """A stretch of a line, the label that it stands under, and what the organisation's own parts are."""

    span: Span
    label: Label | None = None
    own: OwnParts = OwnParts()

    @property
    def text(self) -> str:
        """Its text."""
        return self.span.text

    def part(self, span: Span) -> Stretch:
        """A part of it, under the same label."""
        return Stretch(span, self.label, self.own)

    def unlabelled(self, span: Span) -> Stretch:
        """A part of it that its label says nothing of."""
        return Stretch(span, None, self.own)


def one_piece(kind: PieceKind, span: Span | None) -> Pieces | None:
    """The stretch as the one piece that a line is; None where there is none.

    For what is searched for and may not be there: *www.norrlida.example* behind an e-mail address.
    """
    return [Classified(kind, span)] if span else None


def whole_if(matches: Callable[[str], object], kind: PieceKind) -> Callable[[Stretch], Pieces | None]:
    """Reads a stretch as one piece of this kind, if its text matches."""

    def read(stretch: Stretch) -> Pieces | None:
        return [Classified(kind, stretch.span)] if matches(stretch.text) else None

    return read


def split_parts(span: Span) -> list[Span]:
    """The parts of a line between commas, slashes, dashes and brackets, without these.

    *Anna Ek*, *rektor* and *Tallskolan* in *Anna Ek (rektor), Tallskolan*.
    """
    if not _may_be_several(span.text):
        whole = _without_bracket(span.cut(0))
        return [whole] if whole.text else []
    name = _LIST_IN_NAME.match(span.text)
    start = 0
    parts: list[Span] = []
    for separator in _SEPARATOR.finditer(span.text, name.end() if name else 0):
        parts.append(_without_bracket(span.cut(start, separator.start())))
        start = separator.end()
    parts.append(_without_bracket(span.cut(start)))
    return [part for part in parts if part.text]


def _may_be_several(text: str) -> bool:
    """Whether a sign or a word stands in the text that may be between two parts; most lines hold none."""
    if _SIGN_BETWEEN.search(text) or " : " in text:
        return True
    low = text.lower()
    return "genom" in low or "gm" in low or "hälsar" in low or "önskar" in low


def _without_bracket(part: Span) -> Span:
    """*rektor* of *rektor)*: what stood in brackets comes without them."""
    return part.rstrip(")") if part.text.endswith(")") and "(" not in part.text else part
