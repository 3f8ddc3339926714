"""Contact persons: somebody beside *Handläggare*, or with a title and a number."""

from __future__ import annotations

import re
from collections.abc import Container

from klarsprak.signature.candidates import Candidates
from klarsprak.signature.labels import is_label
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.ranks import Rank

_TAKES_LABEL = {PieceKind.NAME, PieceKind.FIRST_NAME, PieceKind.INITIALS, PieceKind.NEUTRAL, PieceKind.OTHER}
"""What a label names when it stands behind it, be it a number; a title leads on to the name below."""
READERS_LABELS = {Label.THEIRS, Label.NAME}
"""Labels of the reader's data in a letterhead or a table; *Namn* below the closing phrase is the writer's."""
_REACHED_BY = {PieceKind.PHONE, PieceKind.EMAIL}
_REACH = 5
"""So many pieces on from the name, a number is the person's."""
_SOMEBODYS = {PieceKind.NAME, PieceKind.FIRST_NAME, PieceKind.UNIT, PieceKind.ADDRESS}
"""What stands below a title that is somebody's, or a unit's, and not the writer's."""


# *Handledare: Kicki Ek, 018-727 00 06*, whom the reader meets at work, and *Byggledare: Bo Ek*
_MET = re.compile(
    r"(?:handledare|byggledare|platschef|arbetsledare|montör|instruktör|kursledare|lagledare|tränare)$", re.IGNORECASE
)


def names_contact(pieces: list[LinePiece]) -> bool:
    """Whether one of the pieces is somebody with a title and a number, or beside a label."""
    return any(contact_rank(spot, ours=False) for spot in each_spot(pieces))


def read_contacts(pieces: list[LinePiece], found: Candidates) -> None:
    """Lines in the midst of a letter: only somebody with a title and a number, or beside a label, is of interest.

    Where the reader's data begin, *Sökande: Bo Alm*, nothing more is read.
    """
    near: Rank | None = None
    for spot in each_spot(pieces):
        piece = spot.piece
        if piece.label in READERS_LABELS:
            return
        rank = contact_rank(spot, ours=False)
        if rank and not _is_met(spot):
            near = rank
            add_contact(spot, rank, found)
        elif near and piece.kind is PieceKind.PHONE:
            found.add("phone", near, piece.part())


def read_signers_title(head: list[LinePiece], signers: Container[str], found: Candidates) -> None:
    """The title on the line in the letterhead that names somebody who signs further down, be there no number.

    ``signers`` are their names, in small letters.  *Förrättningslantmätare Anna Ek* above *Anna Ek* at the end.
    """
    for spot in each_spot(head):
        if spot.piece.kind is not PieceKind.NAME or spot.piece.span.text.casefold() not in signers:
            continue
        for side in (spot.after, spot.before):
            if side.kind is PieceKind.TITLE and side.is_on_line_of(spot.piece) and not is_label(side.span):
                found.add("title", Rank.TITLED, side.part())


def _is_met(spot: Spot) -> bool:
    """Whether a title beside the name says that the reader meets the person on the spot, and that others write."""
    beside = (spot.before, spot.after)
    titles = (side.span.text for side in beside if side.kind is PieceKind.TITLE and side.is_on_line_of(spot.piece))
    return any(map(_MET.search, titles))


def contact_rank(spot: Spot, *, ours: bool) -> Rank | None:
    """What says that the name is the writer's, a label or a title beside it; None where nothing does.

    Where the reader's address may stand (``ours`` is false), a title is not enough: there must be a number too.
    """
    if spot.piece.kind is not PieceKind.NAME:
        return None
    if Label.PERSON in _labels_of(spot):
        return Rank.CONTACT
    is_reached = ours or _can_be_reached(spot)
    return Rank.TITLED if is_reached and _is_titled(spot) else None


def _labels_of(spot: Spot) -> set[Label | None]:
    """What the name stands under: its own label and that of what leads to it, *Handläggare: rektor Anna Ek*.

    A label above names one person; the next name, *Bo Alm* below *Handläggare: Anna Ek*, is the reader's, as it is
    below *Vår referens: MN-2024-18*.
    """
    is_taken = spot.before.kind in _TAKES_LABEL and not spot.before.is_on_line_of(spot.piece)
    return {spot.piece.label} if is_taken else {spot.piece.label, spot.before.label}


def add_contact(spot: Spot, rank: Rank, found: Candidates) -> None:
    """Note the name and the title beside it.

    Both titles, where one stands behind the name and one before it; the one behind counts first.
    """
    found.add("name", rank, spot.piece.part())
    for side in (spot.after, spot.before):
        is_title = side.kind is PieceKind.TITLE
        # *Handläggare* is both; above the name it is the label.
        if is_title and not is_label(side.span):
            found.add("title", rank, side.part())


def _is_titled(spot: Spot) -> bool:
    """Whether a title stands on the name's line or right above or below it.

    *rektor* in *Anna Ek, rektor*, but not one three lines further down, which is another person's.
    """
    lines = {side.line for side in (spot.before, spot.after) if side.kind is PieceKind.TITLE}
    line = spot.piece.line
    return not lines.isdisjoint({line - 1, line, line + 1})


def _can_be_reached(spot: Spot) -> bool:
    """Whether a number or an e-mail address stands near: *Anna Ek, rektor, 0980-319 214*.

    A name and a title without either may be anybody that a letterhead mentions: *Kommundirektör Bo Alm*.
    """
    kinds = {piece.kind for piece in spot.around(0, _REACH)}
    return not kinds.isdisjoint(_REACHED_BY)


def is_writers_title(spot: Spot) -> bool:
    """Whether a title in a letterhead, beside no name, is that of whoever signs further down.

    It has a label, *Befattning: enhetschef*, in a form in a cell of its own, or stands alone on the line below a
    unit: *Dödsbohandläggare* below *Socialförvaltningen*.  Above a name or an address it is that person's.
    """
    piece, above, below = spot.piece, spot.before, spot.after
    if piece.kind is not PieceKind.TITLE:
        return False
    if piece.label is Label.TITLE:
        return True
    if above.kind is not PieceKind.UNIT or below.is_on_line_of(piece):
        return False
    return above.line + 1 == piece.line and below.kind not in _SOMEBODYS
