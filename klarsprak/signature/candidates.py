"""Candidates for the parts of a signature, with the rank of the place where each was found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from klarsprak.signature.addresses import Address, addresses
from klarsprak.signature.model import Label, Part, Piece, PieceKind
from klarsprak.signature.places import has_postcode

_PART_OF = {
    Label.TITLE: "title",
    Label.UNIT: "unit",
    Label.ADDRESS: "address",
    Label.VISIT: "address",
    Label.PHONE: "phone",
}
_DIRECT = re.compile(r"\bdir(?:ekt|\b)", re.IGNORECASE)
_NOTED = {PieceKind.EMAIL: "email", PieceKind.WEB: "web", PieceKind.HOURS: "hours"}


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

    @property
    def says(self) -> str:
        """The place in Swedish."""
        return _PLACES[self]


_PLACES = {
    Rank.SIGN: "i underskriften",
    Rank.CONTACT: "bland uppgifterna om handläggaren",
    Rank.SENTENCE: "i en mening i brevet",
    Rank.TITLED: "bredvid en befattning",
    Rank.HEADER: "i sidhuvudet",
    Rank.HEAD: "överst i brevet",
    Rank.TAIL: "sist i brevet",
    Rank.FOOTER: "i sidfoten",
    Rank.BOX: "i en textruta",
    Rank.BEHALF: "där brevet säger för vem det är skrivet",
}


_KNOWN_BY = {
    "name": "har formen av ett personnamn",
    "title": "är en befattning",
    "unit": "är namnet på en enhet",
    "address": "har gata, box eller postnummer",
    "phone": "har formen av ett telefonnummer",
    "email": "har formen av en e-postadress",
    "web": "har formen av en webbadress",
    "hours": "har dagar eller klockslag",
}
"""What a part without a label was known by."""


@dataclass(slots=True)
class Candidates:
    """What was found, by part, and why something else was not taken.

    ``visit_counts`` tells whether a visiting address is enough.
    """

    visit_counts: bool = False
    parts: dict[str, list[tuple[Rank, Part]]] = field(default_factory=lambda: defaultdict(list))
    why: dict[str, str] = field(default_factory=dict)
    switchboards: list[Part] = field(default_factory=list)
    shared: list[Part] = field(default_factory=list)
    """Numbers of a customer service or the like."""
    visiting: list[Part] = field(default_factory=list)
    direct: set[tuple[int, int]] = field(default_factory=set)
    """Where numbers stand that are said to be somebody's own, by block and offset."""
    box_names: set[str] = field(default_factory=set)
    """Who is named in text boxes, in lower case."""

    def add(self, part: str, rank: Rank, found: Part | None) -> None:
        """Note a candidate; its reason becomes the place and what it was known by there."""
        if found:
            reason = f"{rank.says}, {found.reason or _KNOWN_BY[part]}"
            self.parts[part].append((rank, found._replace(reason=reason)))

    def best(self, part: str) -> tuple[Rank, Part] | None:
        """The candidate from the place that counts most; of addresses, one to write to."""
        found = self.parts.get(part)
        if not found:
            return None
        rank = min(rank for rank, _ in found)
        there = [candidate for candidate in found if candidate[0] is rank]
        if part == "phone":
            return next((each for each in there if (each[1].block, each[1].start) in self.direct), there[0])
        if part != "address":
            return there[0]
        # Where the signature has none, a footer's whole address is worth more than a street in the letterhead.
        there = there if rank is Rank.SIGN else sorted(found, key=lambda candidate: candidate[0])
        return next((candidate for candidate in there if has_postcode(candidate[1].text)), there[0])

    def note(self, pieces: list[Piece], rank: Rank) -> None:
        """Note the pieces' addresses and what else stands there, and what a reader might have taken for a part."""
        for address in addresses(pieces):
            self._add_address(address, rank)
        for piece in pieces:
            if piece.kind in _NOTED:
                self.add(_NOTED[piece.kind], rank, piece.part())
        if sum(piece.kind is PieceKind.NAME for piece in pieces) < 2:  # of two people, the first one's number counts
            self.direct |= {
                (number.span.block, number.span.start)
                for label, number in pairwise(pieces)
                if label.kind is PieceKind.LABEL
                and number.kind is PieceKind.PHONE
                and _DIRECT.search(label.span.text)
            }
        note_rejected(pieces, self)

    def _add_address(self, address: Address, rank: Rank) -> None:
        if address.visiting and not self.visit_counts:
            self.visiting.append(address.part)
        else:
            self.add("address", rank, address.part)


def note_rejected(pieces: Iterable[Piece], found: Candidates) -> None:
    """Note what a reader might have taken for a part and why it isn't one."""
    for piece in pieces:
        text = " ".join(piece.span.text.split())
        if piece.kind is PieceKind.SWITCHBOARD:
            found.switchboards.append(piece.span.part())
        elif piece.kind is PieceKind.SHARED:
            found.shared.append(piece.span.part())
        elif piece.kind is PieceKind.FAX:
            found.why.setdefault("phone", f"{text} är ett faxnummer.")
        elif piece.kind is PieceKind.EMAIL:
            found.why.setdefault("address", "Det finns bara en e-postadress.")
        elif piece.kind is PieceKind.INITIALS:
            found.why.setdefault("name", f"”{text}” är bara initialer.")
        elif piece.kind is PieceKind.FIRST_NAME:
            found.why.setdefault("name", f"”{text}” är bara ett förnamn.")
        elif piece.kind is PieceKind.PLACEHOLDER:
            part = _PART_OF.get(piece.label, "name") if piece.label else "name"
            found.why.setdefault(part, f"”{text}” är ett tomt fält från mallen.")
