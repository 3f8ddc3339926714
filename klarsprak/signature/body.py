"""What the body of the letter tells: contact persons in its midst, who decided, and whom to ring."""

from __future__ import annotations

from itertools import groupby

from klarsprak.letter import Role
from klarsprak.signature.candidates import Candidates
from klarsprak.signature.contacts import read_contacts
from klarsprak.signature.line_shapes import is_prose
from klarsprak.signature.model import LetterLine, LinePiece, PieceKind, Span
from klarsprak.signature.pieces import cut_into_pieces
from klarsprak.signature.ranks import Rank
from klarsprak.signature.sentences import decided_by, deciders_numbers, own_numbers, units_numbers
from klarsprak.signature.stretches import OwnParts
from klarsprak.signature.zones import Zones


def read_contact_lines(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """Contact persons on lines of their own between sentences."""
    for prose, run in groupby(zones.body, key=lambda line: is_prose(line.span.text)):
        if not prose:
            read_contacts(cut_into_pieces(list(run), own), found)


def read_decision(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """Who has decided, and their number: *Beslutet har fattats av enhetschef Anna Ek*."""
    for line in (*zones.head, *zones.body):
        if who := decided_by(line.span):
            _read_decider(who, own, found)
            for number in deciders_numbers(line.span):
                found.add("phone", Rank.SENTENCE, number)


def read_own_numbers(zones: Zones, found: Candidates) -> None:
    """The number that the writer answers at: *Du når mig på 0980-319 214*."""
    signer = found.best("name")
    name = signer.part.text if signer else None
    for line in (*zones.head, *zones.body):
        for number in own_numbers(line.span, name):
            found.add("phone", Rank.SENTENCE, number)


def read_units_numbers(zones: Zones, found: Candidates) -> None:
    """The number that a unit answers at, where it signs and no line of its own tells the number."""
    unit = found.best("unit")
    if not unit or found.best("name"):
        return
    for line in zones.body:
        for number in units_numbers(line.span, unit.part.text):
            found.add("phone", Rank.SENTENCE, number)


def _read_decider(who: list[Span], own: OwnParts, found: Candidates) -> None:
    """The name, and with it the title, of *enhetschef Anna Ek*."""
    lines = [LetterLine(words, Role.PARAGRAPH, 0) for words in who]
    pieces = cut_into_pieces(lines, own)
    names = _of_kind(pieces, PieceKind.NAME)
    if not names:
        return
    found.add("name", Rank.SENTENCE, names[0].part())
    for title in _of_kind(pieces, PieceKind.TITLE):
        found.add("title", Rank.SENTENCE, title.part())


def _of_kind(pieces: list[LinePiece], kind: PieceKind) -> list[LinePiece]:
    return [piece for piece in pieces if piece.kind is kind]
