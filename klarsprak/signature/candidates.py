"""Candidates for the five parts, with the rank of the place where each was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from klarsprak.signature.model import Kind, Label, Part, Piece
from klarsprak.signature.places import has_postcode

_PART_OF = {Label.TITLE: "title", Label.UNIT: "unit", Label.ADDRESS: "address", Label.PHONE: "phone"}


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
        """The candidate from the place that counts most; of addresses, one to write to."""
        found = self.parts.get(part)
        if not found:
            return None
        rank = min(rank for rank, _ in found)
        there = [candidate for candidate in found if candidate[0] is rank]
        if part != "address":
            return there[0]
        # Where the signature has none, a footer's whole address is worth more than a street in the letterhead.
        there = there if rank is Rank.SIGN else sorted(found, key=lambda candidate: candidate[0])
        return next((candidate for candidate in there if has_postcode(candidate[1].text)), there[0])


def addresses(pieces: list[Piece]) -> Iterator[Part]:
    """The addresses among the pieces, each made of the neighbours that belong together."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece and run and piece.kind is Kind.LABEL and piece.label is Label.ADDRESS and piece.line == run[-1].line:
            continue  # *Storgatan 1 (besöksadress)*
        if piece and _goes_on(run, piece):
            run.append(piece)
            continue
        if any(member.kind is Kind.ADDRESS for member in run):
            yield _join(run)
        run = [piece] if piece and _begins(piece) else []


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
            part = _PART_OF.get(piece.label, "name") if piece.label else "name"
            found.why.setdefault(part, f"”{text}” är ett tomt fält från mallen.")
