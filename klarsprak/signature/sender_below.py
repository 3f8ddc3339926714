"""Where below a letter its sender's own data begin: the municipality's name and address, a footer's labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile, pairwise

from klarsprak.signature.model import Label, LetterLine, LinePiece, PieceKind
from klarsprak.signature.neighbours import each_spot
from klarsprak.signature.units import may_hold_organisation

SENDERS = frozenset({PieceKind.UNIT, PieceKind.ORGANISATION})
"""What a letter comes from."""
SENDERS_LABELS = frozenset({Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD})
_OFFICES_LABELS = {Label.VISIT, Label.SWITCHBOARD}
_OF_OFFICES = (
    *("besök", "här finns", "växel", "vx", "jour", "texttelefon", "reception", "polisen", "112", "vårdguiden"),
    "här\u00a0finns",
)
"""One of these stands in each line with such a label, and beside each number that only an office has."""


def lines_of_sender(lines: Sequence[LetterLine], company: str | None, units: Collection[str]) -> Iterator[int]:
    """The numbers of the lines below a signature with which the sender's data may begin.

    How to appeal takes a page there, and to cut all its sentences into pieces a fifth of the whole search.
    """
    names = units if company is None else [*units, company]
    for at, line in enumerate(lines):
        text = line.span.text
        is_named = may_hold_organisation(text) or any(name in text for name in names)
        if is_named or any(map(_may_be_offices, lines[at : at + 2])):
            yield at


def _may_be_offices(line: LetterLine) -> bool:
    """Whether something that only offices have may be on the line."""
    return line.label in _OFFICES_LABELS or any(map(line.span.text.lower().__contains__, _OF_OFFICES))


def from_sender_on(
    pieces: list[LinePiece], *, closed: bool, company: str | None = None, units: Collection[str] = ()
) -> list[LinePiece]:
    """The pieces below a letter from the sender's name on; ``company`` is a company that has written it.

    Below a signature, only the municipality begins them, or the labels of a footer, or one of the letterhead's
    ``units`` with its address: lists of copies may name units, too.
    """
    first = pieces[0].label if pieces else None
    if not closed and first in SENDERS_LABELS:
        return pieces  # *Telefon:* below the decision
    senders = {PieceKind.ORGANISATION} if closed else SENDERS
    ours = [*_footer_labels(pieces), *_units_at_address(pieces, units)]

    def is_anothers(piece: LinePiece) -> bool:
        return piece.kind not in senders and piece.span.text != company and piece not in ours

    return list(dropwhile(is_anothers, pieces))


def _footer_labels(pieces: list[LinePiece]) -> list[LinePiece]:
    """The pieces with a sender's label that go on with one that only offices have: *Postadress: …*, *Växel: …*.

    *Adress: …*, *Telefon: …* may be a form.
    """
    pairs = pairwise(pieces)
    return [one for one, other in pairs if one.label in SENDERS_LABELS and _is_offices(other)]


def _units_at_address(pieces: list[LinePiece], units: Collection[str]) -> list[LinePiece]:
    """The letterhead's units whose address follows on the line: *Norrskolan, Box 34, 455 81 Norrlida*."""
    spots = (spot for spot in each_spot(pieces) if spot.piece.span.text in units)
    return [spot.piece for spot in spots if spot.goes_on_with(PieceKind.ADDRESS)]


def _is_offices(piece: LinePiece) -> bool:
    """Whether only an office has such a thing: an address to visit, a switchboard."""
    return piece.label in _OFFICES_LABELS or piece.kind is PieceKind.SWITCHBOARD
