"""Units that no list knows, by where they stand: *Barn och unga* below a title and above an address."""

from __future__ import annotations

import re

from klarsprak.signature.decisions import Decision, decide
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.titles import looks_like_title

_MAY_BE_UNIT = {PieceKind.OTHER, PieceKind.FIRST_NAME, PieceKind.NAME}
_BELOW_UNIT = {PieceKind.ADDRESS, PieceKind.PHONE, PieceKind.SWITCHBOARD, PieceKind.ORGANISATION, PieceKind.EMAIL}
_LABELS_BELOW_UNIT = {Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD}
_NO_UNIT_SIGN = re.compile(r"[.!?:@]")
_LONGEST_UNIT = 5
"""Words."""
_LONGEST_BESIDE = 40
"""Signs, of what stands before the municipality's name on its line."""


def is_beside_organisation(spot: Spot) -> bool:
    """Whether the piece begins a line that goes on with the municipality's name: *Gata, Tallviks kommun*."""
    if spot.piece.kind not in {PieceKind.OTHER, PieceKind.FIRST_NAME} or len(spot.piece.span.text) > _LONGEST_BESIDE:
        return False
    return spot.is_first_on_line and spot.goes_on_with(PieceKind.ORGANISATION)


def find_unusual_unit(pieces: list[LinePiece]) -> LinePiece | None:
    """The first piece that stands where a unit does, above an address or the like."""
    for spot in each_spot(pieces):
        if _may_be_unit(spot) and decide(PLACES_OF_UNITS, spot):
            return spot.piece
    return None


def _may_be_unit(spot: Spot) -> bool:
    """Whether it has a unit's looks, something above it, and below it what follows a unit."""
    if spot.piece.kind not in _MAY_BE_UNIT or spot.before.kind is PieceKind.NOTHING:
        return False
    is_above = spot.after.kind in _BELOW_UNIT or spot.after.label in _LABELS_BELOW_UNIT
    return is_above and _looks_like_unit(spot.piece.span.text)


def _looks_like_unit(text: str) -> bool:
    """*Barn och unga*: a few words without digits and without a sentence's marks."""
    if len(text.split()) > _LONGEST_UNIT or _NO_UNIT_SIGN.search(text):
        return False
    return text[0].isupper() and not any(map(str.isdigit, text))


def _is_beside_organisation(spot: Spot) -> bool:
    """*Norrlida kommun, Barn och unga*."""
    is_words = spot.piece.kind is PieceKind.OTHER
    return is_words and spot.before.kind is PieceKind.ORGANISATION and not spot.is_first_on_line


def _is_first_in_column(spot: Spot) -> bool:
    """Words that begin a column and stand above an address."""
    is_words = spot.piece.kind is PieceKind.OTHER
    return is_words and spot.before.column != spot.piece.column and spot.after.kind is PieceKind.ADDRESS


def _is_below_organisation(spot: Spot) -> bool:
    """What stands between the municipality's name and its address, and is no person's name."""
    if spot.piece.kind is PieceKind.NAME or spot.before.kind is not PieceKind.ORGANISATION:
        return False
    return spot.after.kind is PieceKind.ADDRESS and spot.before.line + 1 >= spot.piece.line


def _is_below_title(spot: Spot) -> bool:
    """Words below a title, or anything below a name and a title, which no list need know."""
    is_named = spot.beside(-2).kind is PieceKind.NAME
    if spot.before.kind is PieceKind.TITLE:
        return is_named or spot.piece.kind is PieceKind.OTHER
    return is_named and looks_like_title(spot.before.span.text)


PLACES_OF_UNITS: tuple[Decision[Spot, None], ...] = (
    Decision("beside the municipality", _is_beside_organisation, None, "Norrlida kommun, [Barn och unga]\nBox 34"),
    Decision("below the municipality", _is_below_organisation, None, "Norrlida kommun\n[Barn och unga]\nBox 34"),
    Decision("below a title", _is_below_title, None, "Anna Ek\nrektor\n[Barn och unga]\nBox 34"),
    Decision("first in a column", _is_first_in_column, None, "Anna Ek\t[Barn och unga]\n0980-319 214\tBox 34"),
)
"""Where a unit stands that no list knows."""
