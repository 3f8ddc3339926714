"""Letterheads, footers, text boxes and tables, which may be the sender's or the reader's."""

from __future__ import annotations

import re
from itertools import pairwise

from klarsprak.signature.candidates import Candidates, Rank
from klarsprak.signature.labels import is_label
from klarsprak.signature.model import Label, Piece, PieceKind

_THEIRS = {Label.THEIRS, Label.NAME}
"""Labels of the reader's data in a letterhead or a table; *Namn* below the closing phrase is the writer's."""


_DEFINITE = re.compile(r"[a-zåäö]{4}(?:en|et|an)$")


def read_letterhead(pieces: list[Piece], rank: Rank, found: Candidates, *, ours: bool) -> None:
    """Pieces of a letterhead, a footer or a table, which may also hold the reader's own name and address.

    ``ours`` tells whether an address that nothing introduces is the sender's.
    """
    mine = _own_pieces(pieces, ours=ours)
    near = rank
    for at, piece in enumerate(mine):
        if _is_contact(mine, at, ours=ours):
            near = Rank.CONTACT if _is_labelled(mine, at) else Rank.TITLED
            _read_contact(mine, at, near, found)
        elif piece.kind is PieceKind.UNIT:
            found.add("unit", rank, piece.part())
        elif piece.kind is PieceKind.PHONE:
            found.add("phone", near, piece.part())
        elif piece.kind is PieceKind.TITLE and piece.label is Label.TITLE:
            found.add("title", near, piece.part())
    if not found.best("unit") and (unit := _below_organisation(mine)):
        found.add("unit", rank, unit.part())
    found.note(mine, rank)


def _below_organisation(pieces: list[Piece]) -> Piece | None:
    """A word in the definite form right below the municipality's name: *Renhållningen*."""
    for above, piece in pairwise(pieces):
        below = above.kind is PieceKind.ORGANISATION and piece.line == above.line + 1 and piece.column == above.column
        if below and piece.kind is PieceKind.FIRST_NAME and _DEFINITE.search(piece.span.text):
            return piece
    return None


def _is_contact(pieces: list[Piece], at: int, *, ours: bool) -> bool:
    """Whether the name is said to be the writer's: by a label or by a title beside it.

    Where the reader's address may stand (``ours`` is false), a title is not enough: there must be a number too.
    """
    piece = pieces[at]
    if piece.kind is not PieceKind.NAME:
        return False
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    titled = any(
        side and side.kind is PieceKind.TITLE and abs(side.line - piece.line) <= 1 for side in (before, after)
    )
    reached = ours or any(near.kind in {PieceKind.PHONE, PieceKind.EMAIL} for near in pieces[at : at + 5])
    return _is_labelled(pieces, at) or (titled and reached)


def _is_labelled(pieces: list[Piece], at: int) -> bool:
    return pieces[at].label is Label.PERSON or (at > 0 and pieces[at - 1].label is Label.PERSON)


def _read_contact(pieces: list[Piece], at: int, rank: Rank, found: Candidates) -> None:
    found.add("name", rank, pieces[at].part())
    for side in (at + 1, at - 1):
        if 0 <= side < len(pieces) and pieces[side].kind is PieceKind.TITLE and not is_label(pieces[side].span):
            found.add("title", rank, pieces[side].part())


def _own_pieces(pieces: list[Piece], *, ours: bool) -> list[Piece]:
    """The pieces that are the sender's, told by what stands before them in the same column."""
    mine: list[Piece] = []
    state = ours
    for at, piece in enumerate(pieces):
        if at and piece.column != pieces[at - 1].column:
            state = ours
        state = _next_state(pieces, at, state, ours=ours)
        if state and piece.label not in _THEIRS:
            mine.append(piece)
    return mine


def _next_state(pieces: list[Piece], at: int, state: bool, *, ours: bool) -> bool:
    piece = pieces[at]
    if piece.label in _THEIRS or piece.kind is PieceKind.COMPANY:
        return False
    if piece.kind in {PieceKind.UNIT, PieceKind.ORGANISATION} or piece.label is Label.PERSON:
        return True
    if piece.kind is PieceKind.NAME:
        return _is_contact(pieces, at, ours=ours)
    if piece.kind is PieceKind.TITLE:
        return ours or state
    if piece.label in {Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD} and not _after_theirs(pieces, at):
        return True
    return state and piece.kind not in {PieceKind.OTHER, PieceKind.PLACEHOLDER}


def _after_theirs(pieces: list[Piece], at: int) -> bool:
    """Whether the lines of a form up to here describe the reader."""
    return any(piece.label in _THEIRS for piece in pieces[max(0, at - 8) : at])


def read_contacts(pieces: list[Piece], found: Candidates) -> None:
    """Lines in the midst of a letter: only somebody with a title and a number, or beside a label, is of interest."""
    near: Rank | None = None
    for at, piece in enumerate(pieces):
        if piece.label in _THEIRS:
            return
        if _is_contact(pieces, at, ours=False):
            near = Rank.CONTACT if _is_labelled(pieces, at) else Rank.TITLED
            _read_contact(pieces, at, near, found)
        elif near and piece.kind is PieceKind.PHONE:
            found.add("phone", near, piece.part())
