"""Pieces of lines → whole addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from klarsprak.signature.address_forms import has_postcode, is_postal
from klarsprak.signature.decisions import Decision, decide
from klarsprak.signature.model import FoundPart, Label, LinePiece, PieceKind

_LABELS = {Label.ADDRESS, Label.VISIT}
_FORMS = {PieceKind.ADDRESS, PieceKind.TOWN}


class Address(NamedTuple):
    """An address; ``visiting`` tells that it is said to be one to go to, or names a street and no town."""

    part: FoundPart
    visiting: bool


def join_addresses(pieces: Iterable[LinePiece]) -> Iterator[Address]:
    """The addresses among the pieces, each made of the neighbours that belong together."""
    for run in _runs(pieces):
        if run.holds(PieceKind.ADDRESS):
            decision = decide(VISITING, run)
            yield Address(run.join(), decision is None or decision.answer)


@dataclass(slots=True)
class _Run:
    """Neighbours that may be an address; ``is_to_visit`` tells that a label behind the street says so."""

    pieces: list[LinePiece] = field(default_factory=list)
    is_to_visit: bool = False

    def take(self, piece: LinePiece) -> bool:
        """Take the piece in, if it belongs to the address; whether it does."""
        if not self.pieces:
            return False
        if self._is_label_behind(piece):
            self.is_to_visit |= piece.label is Label.VISIT
            return True
        goes_on = self._goes_on_with(piece)
        if goes_on:
            self.pieces.append(piece)
        return goes_on

    def holds(self, kind: PieceKind) -> bool:
        """Whether a piece is of this kind."""
        return any(piece.kind is kind for piece in self.pieces)

    def has_label(self, label: Label) -> bool:
        """Whether a piece stands under this label."""
        return any(piece.label is label for piece in self.pieces)

    def is_postal(self) -> bool:
        """Whether it has a post code or a box."""
        return any(is_postal(piece.span.text) for piece in self.pieces)

    def join(self) -> FoundPart:
        """The address as one part, its lines joined with commas, at the place of those in the first block."""
        first = self.pieces[0]
        block = first.span.block
        text = ", ".join(piece.span.folded for piece in self.pieces)
        end = max(piece.span.end for piece in self.pieces if piece.span.block == block)
        return FoundPart(text, block, first.span.start, end, first.part().reason)

    def _is_label_behind(self, piece: LinePiece) -> bool:
        """*Storgatan 1 (besöksadress)*."""
        is_label = piece.kind is PieceKind.LABEL and piece.label in _LABELS
        return is_label and piece.is_on_line_of(self.pieces[-1])

    def _goes_on_with(self, piece: LinePiece) -> bool:
        """Whether the piece belongs to the address: *Kvarngatan 2* and, next to it or below, *123 62 Tallvik*."""
        last = self.pieces[-1]
        is_near = piece.column == last.column and piece.line - last.line <= 1
        if not is_near or has_postcode(self._text()):
            return False
        is_town = (
            piece.kind is PieceKind.FIRST_NAME and last.kind is PieceKind.ADDRESS
        )  # a town's name looks like one
        return is_town or piece.kind in _FORMS

    def _text(self) -> str:
        return " ".join(piece.span.text for piece in self.pieces)


def _runs(pieces: Iterable[LinePiece]) -> Iterator[_Run]:
    """Neighbours that may be one address, in order."""
    run = _Run()
    for piece in pieces:
        if run.take(piece):
            continue
        yield run
        run = _Run([piece] if piece.kind in _FORMS else [])
    yield run


VISITING: tuple[Decision[_Run, bool], ...] = (
    Decision("labelled", lambda run: run.has_label(Label.ADDRESS), False, "Adress: Kvarngatan 2"),
    Decision("labelled to visit", lambda run: run.has_label(Label.VISIT), True, "Besöksadress: Kvarngatan 2"),
    Decision("postal", _Run.is_postal, False, "Kvarngatan 2, 123 62 Tallvik"),
    Decision("labelled behind", lambda run: run.is_to_visit, True, "Kvarngatan 2 (besöksadress)"),
    Decision("with a town", lambda run: run.holds(PieceKind.FIRST_NAME), False, "Kvarngatan 2 Tallvik"),
)
"""Whether an address is no address to write to; a street alone is none."""
