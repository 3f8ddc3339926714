"""Pieces of lines → whole addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.signature.model import Label, Part, Piece, PieceKind
from klarsprak.signature.places import has_postcode, is_postal

_LABELS = {Label.ADDRESS, Label.VISIT}


class Address(NamedTuple):
    """An address; ``visiting`` tells that it is said to be one to go to, or names a street and no town."""

    part: Part
    visiting: bool


def addresses(pieces: list[Piece]) -> Iterator[Address]:
    """The addresses among the pieces, each made of the neighbours that belong together."""
    run: list[Piece] = []
    visiting = False
    for piece in [*pieces, None]:
        if piece and run and piece.kind is PieceKind.LABEL and piece.label in _LABELS and piece.line == run[-1].line:
            visiting = visiting or piece.label is Label.VISIT  # *Storgatan 1 (besöksadress)*
            continue
        if piece and _goes_on(run, piece):
            run.append(piece)
            continue
        if any(member.kind is PieceKind.ADDRESS for member in run):
            yield Address(_join(run), _is_visiting(run, behind=visiting))
        run = [piece] if piece and _begins(piece) else []
        visiting = False


def _is_visiting(run: list[Piece], *, behind: bool) -> bool:
    """Whether it is no address to write to; ``behind`` tells that a label behind the street says so."""
    labels = {piece.label for piece in run}
    if Label.VISIT in labels and Label.ADDRESS not in labels:
        return True
    if Label.ADDRESS in labels or any(is_postal(piece.span.text) for piece in run):
        return False
    return behind or not any(piece.kind is PieceKind.FIRST_NAME for piece in run)  # a town's name looks like one


def _begins(piece: Piece) -> bool:
    return piece.kind in {PieceKind.ADDRESS, PieceKind.TOWN}


def _goes_on(run: list[Piece], piece: Piece) -> bool:
    """Whether the piece belongs to the address that the run has begun."""
    if not run or piece.column != run[-1].column or piece.line - run[-1].line > 1:
        return False
    complete = has_postcode(" ".join(member.span.text for member in run))
    if piece.kind is PieceKind.FIRST_NAME:
        return not complete and run[-1].kind is PieceKind.ADDRESS
    return piece.kind in {PieceKind.ADDRESS, PieceKind.TOWN} and not complete


def _join(run: list[Piece]) -> Part:
    first, last = run[0].span, run[-1].span
    text = ", ".join(" ".join(piece.span.text.split()) for piece in run)
    same_block = first.block == last.block
    end = last.end if same_block else max(piece.span.end for piece in run if piece.span.block == first.block)
    return Part(text, first.block, first.start, end, run[0].part().reason)
