"""Pieces of lines → whole addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from klarsprak.signature.address_forms import has_postcode, is_postal
from klarsprak.signature.decisions import DecisionRow, decide
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.spans import FoundPart

_LABELS = {Label.ADDRESS, Label.VISIT}
_FORMS = {PieceKind.ADDRESS, PieceKind.TOWN}


class Address(NamedTuple):
    """An address; ``visiting`` tells that it is said to be one to go to, or names a street and no town."""

    part: FoundPart
    visiting: bool
    pieces: Sequence[LinePiece]


def join_addresses(pieces: Iterable[LinePiece]) -> Iterator[Address]:
    """The addresses among the pieces, each made of the neighbours that belong together.

    *Kvarngatan 2* and *998 21 Norrlida* below it are one: *Kvarngatan 2, 998 21 Norrlida*.
    """
    for run in split_into_runs(pieces):
        if PieceKind.ADDRESS in run.kinds:
            yield Address(run.join(), decide(VISITING, run, otherwise=True), run.pieces)


@dataclass(slots=True)
class AddressRun:
    """Neighbours that may be an address; ``is_to_visit`` tells that a label behind the street says so."""

    pieces: list[LinePiece] = field(default_factory=list)
    is_to_visit: bool = False

    @property
    def kinds(self) -> set[PieceKind]:
        """What the pieces are."""
        return {piece.kind for piece in self.pieces}

    @property
    def labels(self) -> set[Label | None]:
        """What the pieces stand under."""
        return {piece.label for piece in self.pieces}

    @property
    def text(self) -> str:
        """All that stands there."""
        return " ".join(piece.span.text for piece in self.pieces)

    def take(self, piece: LinePiece) -> bool:
        """Take the piece in, if it belongs to the address; whether it does.

        A label behind the street is no part of the address, but says that one goes there: *(besöksadress)*.
        """
        if not self.pieces:
            return False
        if self._is_label_behind(piece):
            self.is_to_visit |= piece.label is Label.VISIT
            return True
        if self._goes_on_with(piece):
            self.pieces.append(piece)
            return True
        return False

    def is_postal(self) -> bool:
        """Whether one of the pieces has a post code or a box.

        *123 62 Tallvik* or *Box 34*; a street alone takes no post.
        """
        return any(is_postal(piece.span.text) for piece in self.pieces)

    def join(self) -> FoundPart:
        """The address as one part, its lines joined with commas.

        Its place is in the first block alone: a part can't be marked in two.
        """
        first = self.pieces[0]
        block = first.span.block
        text = ", ".join(piece.span.folded for piece in self.pieces)
        ends = [piece.span.end for piece in self.pieces if piece.span.block == block]
        return FoundPart(text, block, first.span.start, max(ends), first.part().reason)

    def _is_label_behind(self, piece: LinePiece) -> bool:
        """Whether the piece says of the street before it what it is.

        *(besöksadress)* in *Storgatan 1 (besöksadress)*; on the next line, a label begins another address.
        """
        is_behind = piece.is_on_line_of(self.pieces[-1])
        return is_behind and piece.is_label_among(_LABELS)

    def _goes_on_with(self, piece: LinePiece) -> bool:
        """Whether the piece belongs to the address, which lacks a post code so far.

        *123 62 Tallvik* below *Kvarngatan 2*, but not *Box 34* below *Kvarngatan 2, 123 62 Tallvik*.
        """
        if not self._is_next_to(piece) or has_postcode(self.text):
            return False
        return piece.kind in _FORMS or self._is_town(piece)

    def _is_next_to(self, piece: LinePiece) -> bool:
        """Whether the piece stands on the same line or the next one, in the same column.

        Two streets in two columns of a footer are two addresses, however near they stand.
        """
        last = self.pieces[-1]
        return piece.column == last.column and piece.line - last.line <= 1

    def _is_town(self, piece: LinePiece) -> bool:
        """Whether it is a town's name behind a street or a box.

        *Tallvik* looks like a first name, and is one where nothing of an address stands before it.
        """
        last = self.pieces[-1]
        return piece.kind is PieceKind.FIRST_NAME and last.kind is PieceKind.ADDRESS


def split_into_runs(pieces: Iterable[LinePiece]) -> Iterator[AddressRun]:
    """Neighbours that may be one address, in order; some runs are empty.

    A complete address ends its run: *Kvarngatan 2, 123 62 Tallvik* and *Box 34* below it are two.
    """
    run = AddressRun()
    for piece in pieces:
        if run.take(piece):
            continue
        yield run
        begins = piece.kind in _FORMS
        run = AddressRun([piece] if begins else [])
    yield run


VISITING: tuple[DecisionRow[AddressRun, bool], ...] = (
    DecisionRow("labelled to write to", lambda it: Label.ADDRESS in it.labels, False, "Adress: Kvarngatan 2"),
    DecisionRow("labelled to visit", lambda it: Label.VISIT in it.labels, True, "Besöksadress: Kvarngatan 2"),
    DecisionRow("postal", AddressRun.is_postal, False, "Kvarngatan 2, 123 62 Tallvik"),
    DecisionRow("labelled behind", lambda it: it.is_to_visit, True, "Kvarngatan 2 (besöksadress)"),
    DecisionRow("with a town", lambda it: PieceKind.FIRST_NAME in it.kinds, False, "Kvarngatan 2 Tallvik"),
)
"""Whether an address is no address to write to; a street alone is none."""
