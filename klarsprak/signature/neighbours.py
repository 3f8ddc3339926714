"""What stands around a piece: a title beside a name, an address below a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klarsprak.signature.model import LinePiece, PieceKind
from klarsprak.signature.spans import Span

NOTHING = LinePiece(PieceKind.NOTHING, Span("", -1, 0), line=-9, column=-9)
"""The neighbour of the first piece and of the last one; it stands on no line that there is."""


class Spot(NamedTuple):
    """A piece with its neighbours."""

    pieces: Sequence[LinePiece]
    at: int

    @property
    def piece(self) -> LinePiece:
        """The piece itself."""
        return self.pieces[self.at]

    @property
    def before(self) -> LinePiece:
        """The piece in front of it or above it."""
        return self.beside(-1)

    @property
    def after(self) -> LinePiece:
        """The piece behind it or below it."""
        return self.beside(1)

    @property
    def is_first_on_line(self) -> bool:
        """Whether a line begins with it."""
        return not self.before.is_on_line_of(self.piece)

    def beside(self, step: int) -> LinePiece:
        """The piece so many places on, or back where ``step`` is negative; beyond the ends, ``NOTHING``.

        So nobody who asks what stands beside a piece must ask first whether anything does.
        """
        at = self.at + step
        return self.pieces[at] if 0 <= at < len(self.pieces) else NOTHING

    def around(self, back: int, on: int) -> Sequence[LinePiece]:
        """The piece with so many before it and, itself included, so many from it on."""
        return self.pieces[max(0, self.at - back) : self.at + on]

    def moved(self, step: int) -> Spot:
        """The spot so many places on."""
        return Spot(self.pieces, self.at + step)

    def goes_on_with(self, kind: PieceKind) -> bool:
        """Whether a piece of this kind follows on the same line: *Gata, Tallviks kommun*.

        On the next line it would be something else's.
        """
        return self.after.kind is kind and self.after.is_on_line_of(self.piece)


def each_spot(pieces: Sequence[LinePiece]) -> Iterator[Spot]:
    """The pieces in order, each with its neighbours.

    A spot is made when it is asked for; most loops end before the last one.
    """
    for at in range(len(pieces)):
        yield Spot(pieces, at)


def of_kind(pieces: Iterable[LinePiece], kind: PieceKind) -> list[LinePiece]:
    """The pieces of this kind."""
    return [piece for piece in pieces if piece.kind is kind]
