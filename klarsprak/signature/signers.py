"""What stands below the closing phrase: who signs, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from klarsprak.signature import people
from klarsprak.signature.candidates import Candidates, Rank
from klarsprak.signature.model import Label, Part, Piece, PieceKind


@dataclass(slots=True)
class Person:
    """Somebody who signs or is named as the one to talk to."""

    name: Part | None = None
    title: Part | None = None
    phone: Part | None = None


_BELOW_UNIT = {PieceKind.ADDRESS, PieceKind.PHONE, PieceKind.SWITCHBOARD, PieceKind.ORGANISATION, PieceKind.EMAIL}
_LABELS_BELOW_UNIT = {Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD}
_LONGEST_UNIT = 5
"""Words."""
_DEFINITE = re.compile(r"[a-zåäö]{3}(?:en|et|an)$")


def read_signature(pieces: list[Piece], found: Candidates) -> None:
    """The pieces below the closing phrase: the signer and what follows."""
    pieces = [piece for piece in _before_form(pieces) if piece.label is not Label.THEIRS]
    persons = _persons(pieces)
    signer = next((person for person in persons if person.name and person.title), None)
    signer = signer or next((person for person in persons if person.name), persons[0] if persons else Person())
    found.add("name", Rank.SIGN, signer.name)
    found.add("title", Rank.SIGN, signer.title)
    found.add("phone", Rank.SIGN, signer.phone)
    for at, piece in enumerate(pieces):
        if piece.kind is PieceKind.UNIT or _beside_organisation(pieces, at):
            found.add("unit", Rank.SIGN, piece.part())
        elif piece.kind is PieceKind.PHONE:
            found.add("phone", Rank.SIGN, piece.part())
    if not found.best("unit"):
        unit = next((piece for at, piece in enumerate(pieces) if _unusual_unit(pieces, at)), None)
        found.add("unit", Rank.SIGN, unit.part() if unit else None)
    found.note(pieces, Rank.SIGN)


def _before_form(pieces: list[Piece]) -> list[Piece]:
    """The pieces up to a form below the signature, in which the reader writes a name of their own."""
    signed = False
    for at, piece in enumerate(pieces):
        if signed and piece.kind is PieceKind.LABEL and piece.label in {Label.THEIRS, Label.NAME}:
            return pieces[:at]
        signed = signed or piece.kind is PieceKind.NAME
    return pieces


def _beside_organisation(pieces: list[Piece], at: int) -> bool:
    """Whether the piece begins a line that goes on with the municipality's name: *Gata, Tallviks kommun*."""
    if (
        pieces[at].kind not in {PieceKind.OTHER, PieceKind.FIRST_NAME}
        or at + 1 == len(pieces)
        or len(pieces[at].span.text) > 40
    ):
        return False
    first = at == 0 or pieces[at - 1].line != pieces[at].line
    return first and pieces[at + 1].kind is PieceKind.ORGANISATION and pieces[at + 1].line == pieces[at].line


def _unusual_unit(pieces: list[Piece], at: int) -> bool:
    """Whether the piece stands where a unit does: *Barn och unga* below a title and above an address or the like."""
    if not 0 < at < len(pieces) - 1 or pieces[at].kind not in {PieceKind.OTHER, PieceKind.FIRST_NAME, PieceKind.NAME}:
        return False
    text, above, below = pieces[at].span.text, pieces[at - 1], pieces[at + 1]
    several = pieces[at].kind is PieceKind.OTHER
    named = at > 1 and pieces[at - 2].kind is PieceKind.NAME
    titled = above.kind is PieceKind.TITLE or (named and people.looks_like_title(above.span.text))
    beside = several and above.kind is PieceKind.ORGANISATION and above.line == pieces[at].line
    beside = beside or (several and above.column != pieces[at].column and below.kind is PieceKind.ADDRESS)
    between = (
        above.kind is PieceKind.ORGANISATION
        and below.kind is PieceKind.ADDRESS
        and pieces[at].kind is not PieceKind.NAME
    )
    beside = beside or (between and above.line + 1 >= pieces[at].line)
    return (
        (beside or (titled and (named or several)))
        and (below.kind in _BELOW_UNIT or below.label in _LABELS_BELOW_UNIT)
        and text[0].isupper()
        and len(text.split()) <= _LONGEST_UNIT
        and not any(char.isdigit() or char in ".!?:@" for char in text)
    )


def _persons(pieces: list[Piece]) -> list[Person]:
    """The signers in order, each with the title that stands before, beside or below the name."""
    persons: list[Person] = []
    waiting: Part | None = None
    for at, piece in enumerate(pieces):
        last = persons[-1] if persons else None
        if piece.kind is PieceKind.NAME and last and (_names_no_person(pieces, at) or _is_second_name(pieces, at)):
            continue
        if piece.kind is PieceKind.NAME and not (last and last.phone and last.title):
            persons.append(Person(piece.part(), waiting))
            waiting = None
        elif piece.kind is PieceKind.TITLE:
            if last and not last.title and not _names_next(pieces, at):
                last.title = piece.part()
            else:
                waiting = waiting or piece.part()
        elif piece.kind is PieceKind.PHONE and last and not last.phone:
            last.phone = piece.part()
        elif _unusual_title(pieces, at, last):
            persons[-1].title = piece.part()
    return persons or [Person(title=waiting)]


def _is_second_name(pieces: list[Piece], at: int) -> bool:
    """Whether the name follows another on its line, as *Bo Alm* in *Anna Ek och Bo Alm*; one is enough."""
    before = pieces[at - 1]
    return before.kind is PieceKind.NAME and before.line == pieces[at].line


def _names_next(pieces: list[Piece], at: int) -> bool:
    """Whether the title begins a line that goes on with a name, and so belongs to that one."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    first = at == 0 or pieces[at - 1].line != pieces[at].line
    names = following and following.kind is PieceKind.NAME and following.line == pieces[at].line
    return bool(names and first and not _names_no_person(pieces, at + 1))


def _names_no_person(pieces: list[Piece], at: int) -> bool:
    """Whether the form of a name is a workplace: *Enhetschef Hemvården Syd* below *Anna Ek*."""
    if at < 2 or pieces[at - 1].kind is not PieceKind.TITLE or pieces[at - 2].kind is not PieceKind.NAME:
        return False
    return pieces[at - 1].line == pieces[at].line and bool(_DEFINITE.search(pieces[at].span.text.split()[0]))


def _unusual_title(pieces: list[Piece], at: int, last: Person | None) -> bool:
    return (
        bool(last and not last.title)
        and at > 0
        and pieces[at - 1].kind is PieceKind.NAME
        and pieces[at].kind in {PieceKind.OTHER, PieceKind.FIRST_NAME}
        and people.looks_like_title(pieces[at].span.text)
    )
