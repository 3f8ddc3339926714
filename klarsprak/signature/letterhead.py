"""Letterheads, footers, text boxes and tables, which may be the sender's or the reader's."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise
from typing import NamedTuple

from klarsprak.signature.candidates import Candidates
from klarsprak.signature.contacts import READERS_LABELS, add_contact, contact_rank
from klarsprak.signature.decisions import Decision, decide
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.ranks import Rank

_SENDERS_LABELS = {Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD}
_SENDERS = {PieceKind.UNIT, PieceKind.ORGANISATION}
_DEFINITE = re.compile(r"[a-zåäö]{4}(?:en|et|an)$")
_FORM_LINES = 8
"""So many pieces on from the reader's label, a form may go on with the reader's data."""


class _Place(NamedTuple):
    """A piece, whether the sender's data go on up to it, and whether a letterhead begins with them."""

    spot: Spot
    goes_on: bool
    ours: bool

    @property
    def kind(self) -> PieceKind:
        """The kind of the piece."""
        return self.spot.piece.kind

    @property
    def label(self) -> Label | None:
        """The label of the piece."""
        return self.spot.piece.label


def read_letterhead(pieces: list[LinePiece], rank: Rank, found: Candidates, *, ours: bool) -> None:
    """Pieces of a letterhead, a footer or a table, which may also hold the reader's own name and address.

    ``ours`` tells whether an address that nothing introduces is the sender's.
    """
    mine = _senders_pieces(pieces, ours=ours)
    _read_lines(mine, rank, found, ours=ours)
    if not found.best("unit") and (unit := _below_organisation(mine)):
        found.add("unit", rank, unit.part())
    found.note(mine, rank)


def from_sender_on(pieces: list[LinePiece], *, closed: bool) -> list[LinePiece]:
    """The pieces below a letter from the sender's name on; below a signature, lists of copies may name units, too."""
    if not closed and pieces and pieces[0].label in _SENDERS_LABELS:
        return pieces  # *Telefon:* below the decision
    senders = {PieceKind.ORGANISATION} if closed else _SENDERS
    return list(dropwhile(lambda piece: piece.kind not in senders, pieces))


def _read_lines(pieces: list[LinePiece], rank: Rank, found: Candidates, *, ours: bool) -> None:
    """Note contact persons, units, and the numbers and titles that stand by the last contact person."""
    near = rank
    for spot in each_spot(pieces):
        if contact := contact_rank(spot, ours=ours):
            near = contact
            add_contact(spot, near, found)
        elif spot.piece.kind is PieceKind.UNIT:
            found.add("unit", rank, spot.piece.part())
        elif name := _part_of_contact(spot.piece):
            found.add(name, near, spot.piece.part())


def _part_of_contact(piece: LinePiece) -> str | None:
    """Which part of a contact person's data the piece is: a number, or *Befattning: enhetschef*."""
    if piece.kind is PieceKind.PHONE:
        return "phone"
    is_labelled = piece.kind is PieceKind.TITLE and piece.label is Label.TITLE
    return "title" if is_labelled else None


def _below_organisation(pieces: list[LinePiece]) -> LinePiece | None:
    """A word in the definite form right below the municipality's name: *Renhållningen*."""
    for above, piece in pairwise(pieces):
        is_word = piece.kind is PieceKind.FIRST_NAME and _DEFINITE.search(piece.span.text)
        if is_word and above.kind is PieceKind.ORGANISATION and _is_right_below(above, piece):
            return piece
    return None


def _is_right_below(above: LinePiece, piece: LinePiece) -> bool:
    return piece.line == above.line + 1 and piece.column == above.column


def _senders_pieces(pieces: list[LinePiece], *, ours: bool) -> list[LinePiece]:
    """The pieces that are the sender's, told by what stands before them in the same column."""
    mine: list[LinePiece] = []
    goes_on = ours
    for spot in each_spot(pieces):
        if spot.piece.column != spot.before.column:
            goes_on = ours
        goes_on = _is_senders(_Place(spot, goes_on, ours))
        if goes_on and spot.piece.label not in READERS_LABELS:
            mine.append(spot.piece)
    return mine


def _is_senders(place: _Place) -> bool:
    """Whether the piece is the sender's; one that tells nothing goes with what stands before it."""
    decision = decide(OWNERS, place)
    return decision.answer if decision else place.goes_on


def _has_senders_label(place: _Place) -> bool:
    """*Telefon:*, where it doesn't go on with the reader's data: *Sökande: Bo Alm*, *Telefon: 070-…*."""
    if place.label not in _SENDERS_LABELS:
        return False
    above = place.spot.around(_FORM_LINES, 0)
    return not any(piece.label in READERS_LABELS for piece in above)


OWNERS: tuple[Decision[_Place, bool], ...] = (
    Decision("reader's label", lambda it: it.label in READERS_LABELS, False, "Sökande: [Bo Alm]"),
    Decision("company", lambda it: it.kind is PieceKind.COMPANY, False, "[Bygg och Betong AB]"),
    Decision("unit or municipality", lambda it: it.kind in _SENDERS, True, "[Norrlida kommun]"),
    Decision("label of a person", lambda it: it.label is Label.PERSON, True, "Handläggare: [Anna Ek]"),
    Decision(
        "contact person",
        lambda it: contact_rank(it.spot, ours=it.ours),
        True,
        "[Anna Ek], bygglovshandläggare\n0980-319 214",
    ),
    Decision("another person", lambda it: it.kind is PieceKind.NAME, False, "[Bo Alm]\nKvarngatan 2"),
    Decision(
        "sender's title",
        lambda it: it.kind is PieceKind.TITLE and (it.ours or it.goes_on),
        True,
        "Bygglovsenheten\n[Enhetschef]",
    ),
    Decision("title", lambda it: it.kind is PieceKind.TITLE, False, "[Rektor]"),
    Decision("sender's label", _has_senders_label, True, "Telefon: [0980-319 214]"),
    Decision(
        "other words",
        lambda it: it.kind in {PieceKind.OTHER, PieceKind.PLACEHOLDER},
        False,
        "Norrlida kommun\n[läser du här]",
    ),
)
"""Whether a piece of a letterhead is the sender's or the reader's."""
