"""Pieces → candidates for the five parts, with the rank of the place where each was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from klarsprak.signature import people
from klarsprak.signature.labels import is_label
from klarsprak.signature.model import Kind, Label, Part, Piece, Span
from klarsprak.signature.places import has_postcode

_THEIRS = {Label.THEIRS, Label.NAME}
"""Labels of the reader's data in a letterhead or a table; *Namn* below the closing phrase is the writer's."""


class Rank(IntEnum):
    """Places in a letter, the one that counts most first."""

    SIGN = 1
    """Below the closing phrase."""
    CONTACT = 2
    """Beside *Handläggare* and the like."""
    SENTENCE = 3
    """*Beslutet har fattats av …*, *ring mig på …*."""
    TITLED = 4
    """Beside a title in a header or a text box."""
    HEADER = 5
    HEAD = 6
    TAIL = 7
    FOOTER = 8
    BOX = 9
    """Elsewhere in a text box, which may be about anybody."""
    BEHALF = 10


@dataclass(slots=True)
class Person:
    """Somebody who signs or is named as the one to talk to."""

    name: Part | None = None
    title: Part | None = None
    phone: Part | None = None


@dataclass(slots=True)
class Candidates:
    """What was found, by part, and why something else was not taken."""

    parts: dict[str, list[tuple[Rank, Part]]] = field(default_factory=lambda: defaultdict(list))
    why: dict[str, str] = field(default_factory=dict)
    switchboards: list[Part] = field(default_factory=list)
    shared: list[Part] = field(default_factory=list)
    """Numbers of a customer service or the like."""

    def add(self, part: str, rank: Rank, found: Part | None) -> None:
        """Note a candidate."""
        if found:
            self.parts[part].append((rank, found))

    def best(self, part: str) -> tuple[Rank, Part] | None:
        """The candidate from the place that counts most; of several addresses there, one to write to."""
        found = self.parts.get(part)
        if not found:
            return None
        rank = min(rank for rank, _ in found)
        if part == "address" and rank is not Rank.SIGN:
            return next((candidate for candidate in sorted(found) if has_postcode(candidate[1].text)), min(found))
        there = [candidate for candidate in found if candidate[0] is rank]
        if part == "address":
            return next((candidate for candidate in there if has_postcode(candidate[1].text)), there[0])
        return there[0]


def addresses(pieces: list[Piece]) -> list[tuple[Piece, Part]]:
    """The addresses among the pieces, each made of the neighbours that belong together."""
    result: list[tuple[Piece, Part]] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece and _goes_on(run, piece):
            run.append(piece)
            continue
        if any(member.kind is Kind.ADDRESS for member in run):
            result.append((next(member for member in run if member.kind is Kind.ADDRESS), _join(run)))
        run = [piece] if piece and _begins(piece) else []
    return result


def _begins(piece: Piece) -> bool:
    return piece.kind in {Kind.ADDRESS, Kind.TOWN}


def _goes_on(run: list[Piece], piece: Piece) -> bool:
    """Whether the piece belongs to the address that the run has begun."""
    if not run or piece.column != run[-1].column or piece.line - run[-1].line > 1:
        return False
    complete = has_postcode(" ".join(member.span.text for member in run))
    if piece.kind is Kind.FIRST_NAME:
        return piece.line == run[-1].line and not complete and run[-1].kind is Kind.ADDRESS
    return piece.kind in {Kind.ADDRESS, Kind.TOWN} and not complete


def _join(run: list[Piece]) -> Part:
    first, last = run[0].span, run[-1].span
    text = ", ".join(" ".join(piece.span.text.split()) for piece in run)
    same_block = first.block == last.block
    end = last.end if same_block else max(piece.span.end for piece in run if piece.span.block == first.block)
    return Part(text, first.block, first.start, end)


def read_signature(pieces: list[Piece], found: Candidates) -> None:
    """The pieces below the closing phrase: the signer and what follows."""
    pieces = _before_form(pieces)
    persons = _persons(pieces)
    signer = next((person for person in persons if person.name and person.title), None)
    signer = signer or next((person for person in persons if person.name), persons[0] if persons else Person())
    found.add("name", Rank.SIGN, signer.name)
    found.add("title", Rank.SIGN, signer.title)
    found.add("phone", Rank.SIGN, signer.phone)
    for at, piece in enumerate(pieces):
        if piece.label is Label.THEIRS:
            continue
        if piece.kind is Kind.UNIT or _beside_organisation(pieces, at):
            found.add("unit", Rank.SIGN, piece.span.part())
        elif piece.kind is Kind.PHONE:
            found.add("phone", Rank.SIGN, piece.span.part())
    for piece, part in addresses(pieces):
        if piece.label is not Label.THEIRS:
            found.add("address", Rank.SIGN, part)
    note_rejected(pieces, found)


def _before_form(pieces: list[Piece]) -> list[Piece]:
    """The pieces up to a form below the signature, in which the reader writes a name of their own."""
    signed = False
    for at, piece in enumerate(pieces):
        if signed and piece.kind is Kind.LABEL and piece.label in _THEIRS:
            return pieces[:at]
        signed = signed or piece.kind is Kind.NAME
    return pieces


def _beside_organisation(pieces: list[Piece], at: int) -> bool:
    """Whether the piece begins a line that goes on with the municipality's name: *Gata, Tallviks kommun*."""
    if (
        pieces[at].kind not in {Kind.OTHER, Kind.FIRST_NAME}
        or at + 1 == len(pieces)
        or len(pieces[at].span.text) > 40
    ):
        return False
    first = at == 0 or pieces[at - 1].line != pieces[at].line
    return first and pieces[at + 1].kind is Kind.ORGANISATION and pieces[at + 1].line == pieces[at].line


def _persons(pieces: list[Piece]) -> list[Person]:
    """The signers in order, each with the title that stands before, beside or below the name."""
    persons: list[Person] = []
    waiting: Part | None = None
    for at, piece in enumerate(pieces):
        last = persons[-1] if persons else None
        if piece.label is Label.THEIRS:
            continue
        if piece.kind is Kind.NAME and not (last and last.phone and last.title):
            persons.append(Person(piece.span.part(), waiting))
            waiting = None
        elif piece.kind is Kind.TITLE:
            if last and not last.title and not _names_next(pieces, at):
                last.title = piece.span.part()
            else:
                waiting = waiting or piece.span.part()
        elif piece.kind is Kind.PHONE and last and not last.phone:
            last.phone = piece.span.part()
        elif _unusual_title(pieces, at, last):
            persons[-1].title = piece.span.part()
    return persons or [Person(title=waiting)]


def _names_next(pieces: list[Piece], at: int) -> bool:
    """Whether the title begins a line that goes on with a name, and so belongs to that one."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    first = at == 0 or pieces[at - 1].line != pieces[at].line
    return bool(following and first and following.kind is Kind.NAME and following.line == pieces[at].line)


def _unusual_title(pieces: list[Piece], at: int, last: Person | None) -> bool:
    return (
        bool(last and not last.title)
        and at > 0
        and pieces[at - 1].kind is Kind.NAME
        and pieces[at].kind in {Kind.OTHER, Kind.FIRST_NAME}
        and people.looks_like_title(pieces[at].span.text)
    )


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
        elif piece.kind is Kind.UNIT:
            found.add("unit", rank, piece.span.part())
        elif piece.kind is Kind.PHONE:
            found.add("phone", near, piece.span.part())
        elif piece.kind is Kind.TITLE and piece.label is Label.TITLE:
            found.add("title", near, piece.span.part())
    for _, part in addresses(mine):
        found.add("address", rank, part)
    note_rejected(mine, found)


def _is_contact(pieces: list[Piece], at: int, *, ours: bool) -> bool:
    """Whether the name is said to be the writer's: by a label or by a title beside it.

    Where the reader's address may stand (``ours`` is false), a title is not enough: there must be a number too.
    """
    piece = pieces[at]
    if piece.kind is not Kind.NAME:
        return False
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    titled = any(side and side.kind is Kind.TITLE and abs(side.line - piece.line) <= 1 for side in (before, after))
    reached = ours or any(near.kind in {Kind.PHONE, Kind.EMAIL} for near in pieces[at : at + 5])
    return _is_labelled(pieces, at) or (titled and reached)


def _is_labelled(pieces: list[Piece], at: int) -> bool:
    return pieces[at].label is Label.PERSON or (at > 0 and pieces[at - 1].label is Label.PERSON)


def _read_contact(pieces: list[Piece], at: int, rank: Rank, found: Candidates) -> None:
    found.add("name", rank, pieces[at].span.part())
    for side in (at + 1, at - 1):
        if 0 <= side < len(pieces) and pieces[side].kind is Kind.TITLE and not is_label(pieces[side].span):
            found.add("title", rank, pieces[side].span.part())


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
    if piece.label in _THEIRS or piece.kind is Kind.COMPANY:
        return False
    if piece.kind in {Kind.UNIT, Kind.ORGANISATION} or piece.label is Label.PERSON:
        return True
    if piece.kind is Kind.NAME:
        return _is_contact(pieces, at, ours=ours)
    if piece.kind is Kind.TITLE:
        return ours or state
    if piece.label in {Label.ADDRESS, Label.PHONE, Label.SWITCHBOARD} and not _after_theirs(pieces, at):
        return True
    return state and piece.kind not in {Kind.OTHER, Kind.PLACEHOLDER}


def _after_theirs(pieces: list[Piece], at: int) -> bool:
    """Whether the lines of a form up to here describe the reader."""
    return any(piece.label in _THEIRS for piece in pieces[max(0, at - 8) : at])


def note_rejected(pieces: Iterable[Piece], found: Candidates) -> None:
    """Note what a reader might have taken for a part and why it isn't one."""
    for piece in pieces:
        text = " ".join(piece.span.text.split())
        if piece.kind is Kind.SWITCHBOARD:
            found.switchboards.append(piece.span.part())
        elif piece.kind is Kind.SHARED:
            found.shared.append(piece.span.part())
        elif piece.kind is Kind.FAX:
            found.why.setdefault("phone", f"{text} är ett faxnummer.")
        elif piece.kind is Kind.EMAIL:
            found.why.setdefault("address", "Det finns bara en e-postadress.")
        elif piece.kind is Kind.INITIALS:
            found.why.setdefault("name", f"”{text}” är bara initialer.")
        elif piece.kind is Kind.FIRST_NAME:
            found.why.setdefault("name", f"”{text}” är bara ett förnamn.")
        elif piece.kind is Kind.PLACEHOLDER:
            found.why.setdefault("name", f"”{text}” är ett tomt fält från mallen.")


def same_person(left: Part, right: Part) -> bool:
    """Whether two parts give the same name."""
    return left.text.casefold() == right.text.casefold()


def span_part(span: Span | None) -> Part | None:
    """The span as a part, if there is one."""
    return span.part() if span else None
