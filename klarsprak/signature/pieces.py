"""Lines → pieces: what each stretch of a line is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.signature.line_forms import classify
from klarsprak.signature.model import Label, LetterLine, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import Classified, OwnParts, Pieces, Stretch

_REMEMBERED = 5_000
"""Lines that are kept, of a hundred letters or more."""
FORM_LINES = 4
"""*Namn* and *Befattning* are one form's where so many pieces at most stand between them."""


def cut_into_pieces(lines: Sequence[LetterLine], own: OwnParts, first: int = 0) -> list[LinePiece]:
    """The pieces of all the lines, in order; ``first`` is the number of the first line.

    *Handläggare:* and *Anna Ek* and *0980-319 214* of *Handläggare: Anna Ek, 0980-319 214*.
    """
    pieces: list[LinePiece] = []
    above: list[LinePiece] = []
    for number, line in enumerate(lines, first):
        label = line.label or _label_above(above, line)
        above = list(_pieces_of_line(line, number, Stretch(line.span, label, own)))
        pieces += above
    if all(piece.label is not Label.NAME for piece in pieces):
        return pieces
    return [_as_writers(spot) for spot in each_spot(pieces)]


def _label_above(above: list[LinePiece], line: LetterLine) -> Label | None:
    """The label that stands alone on the line above in the same column: *Telefon* above *0980-319 214*.

    Beside other pieces it labels one of these.
    """
    if len(above) != 1:
        return None
    piece = above[0]
    is_above = piece.kind is PieceKind.LABEL and piece.column == line.column
    return piece.label if is_above else None


def _pieces_of_line(line: LetterLine, number: int, stretch: Stretch) -> Iterator[LinePiece]:
    """The line's pieces, each with its own label or else the last one to its left.

    *Telefon:* holds for both numbers of *Telefon: 0980-319 214, 070-174 06 05*.
    """
    label = stretch.label
    for piece in _classified(stretch):
        if piece.kind is PieceKind.LABEL:
            label = piece.label
        yield LinePiece(piece.kind, piece.span, number, line.column, piece.label or label)


def _classified(stretch: Stretch) -> Pieces:
    """The pieces of a line as they stand; one that a letter before had is remembered, where that is allowed."""
    known = stretch.own.known
    if known is None:
        return classify(stretch)
    pieces = known.get((stretch.text, stretch.label))
    if pieces is None:
        if len(known) >= _REMEMBERED:
            known.clear()
        pieces = known[stretch.text, stretch.label] = classify(stretch.part(Span(stretch.text, 0, 0)))
    return [_moved(piece, stretch.span) for piece in pieces]


def _moved(piece: Classified, line: Span) -> Classified:
    """The piece where its line stands."""
    return Classified(piece.kind, Span(piece.span.text, line.block, line.start + piece.span.start), piece.label)


def _as_writers(spot: Spot) -> LinePiece:
    """*Namn* beside *Befattning* labels the one who writes, not the one who has applied.

    *Namn* alone is what a form asks the reader for.
    """
    return spot.piece._replace(label=Label.PERSON) if _is_beside_title_label(spot) else spot.piece


def _is_beside_title_label(spot: Spot) -> bool:
    """Whether *Namn* and *Befattning* stand near one another, as in a form that officials fill in.

    The two may stand in either order and in two columns.
    """
    if spot.piece.label is not Label.NAME:
        return False
    labels = {piece.label for piece in spot.around(FORM_LINES, FORM_LINES + 1)}
    return Label.TITLE in labels
