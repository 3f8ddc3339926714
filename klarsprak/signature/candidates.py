"""Candidates for the parts of a signature, with the rank of the place where each was found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from klarsprak.signature.address_forms import has_postcode
from klarsprak.signature.addresses import join_addresses
from klarsprak.signature.model import FoundPart, Label, LinePiece, PieceKind
from klarsprak.signature.ranks import KNOWN_BY, PLACES, Rank

_DIRECT = re.compile(r"\bdir(?:ekt|\b)", re.IGNORECASE)
_NOTED = {PieceKind.EMAIL: "email", PieceKind.WEB: "web", PieceKind.HOURS: "hours"}
_PART_OF = {
    Label.TITLE: "title",
    Label.UNIT: "unit",
    Label.ADDRESS: "address",
    Label.VISIT: "address",
    Label.PHONE: "phone",
}
_REJECTED = {
    PieceKind.FAX: ("phone", "{} är ett faxnummer."),
    PieceKind.EMAIL: ("address", "Det finns bara en e-postadress."),
    PieceKind.INITIALS: ("name", "”{}” är bara initialer."),
    PieceKind.FIRST_NAME: ("name", "”{}” är bara ett förnamn."),
}
"""What a reader might take for a part, and why it isn't one."""
_NO_PART = "”{}” är ett tomt fält från mallen."


class Candidate(NamedTuple):
    """What may be a part, and the rank of the place where it stands."""

    rank: Rank
    part: FoundPart


@dataclass(slots=True)
class Candidates:
    """What was found, by part, and why something else was not taken.

    ``visit_counts`` tells whether a visiting address is enough.
    """

    visit_counts: bool = False
    parts: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    why: dict[str, str] = field(default_factory=dict)
    switchboards: list[FoundPart] = field(default_factory=list)
    shared: list[FoundPart] = field(default_factory=list)
    """Numbers of a customer service or the like."""
    visiting: list[FoundPart] = field(default_factory=list)
    direct: set[tuple[int, int]] = field(default_factory=set)
    """Where numbers stand that are said to be somebody's own, by block and offset."""
    box_names: set[str] = field(default_factory=set)
    """Who is named in text boxes, in lower case."""

    def add(self, name: str, rank: Rank, found: FoundPart | None) -> None:
        """Note a candidate; its reason becomes the place and what it was known by there."""
        if found:
            reason = f"{PLACES[rank]}, {found.reason or KNOWN_BY[name]}"
            self.parts[name].append(Candidate(rank, found._replace(reason=reason)))

    def best(self, name: str) -> Candidate | None:
        """The candidate from the place that counts most; of addresses, one to write to."""
        found = self.parts.get(name)
        if not found:
            return None
        ranked = sorted(found, key=lambda candidate: candidate.rank)
        if name == "phone":
            return self._best_number(ranked)
        return _best_address(ranked) if name == "address" else ranked[0]

    def drop(self, name: str, rank: Rank) -> None:
        """Forget the candidates for a part that stand at such a place."""
        self.parts[name] = [candidate for candidate in self.parts[name] if candidate.rank is not rank]

    def keep_only(self, name: str, rank: Rank) -> None:
        """Forget the candidates for a part that stand elsewhere."""
        self.parts[name] = [candidate for candidate in self.parts[name] if candidate.rank is rank]

    def _best_number(self, ranked: list[Candidate]) -> Candidate:
        """The first number at the best place, or one there that is said to be direct."""
        for candidate in _at_best_place(ranked):
            if (candidate.part.block, candidate.part.start) in self.direct:
                return candidate
        return ranked[0]

    def note(self, pieces: list[LinePiece], rank: Rank) -> None:
        """Note the pieces' addresses and what else stands there, and what a reader might have taken for a part."""
        self._note_addresses(pieces, rank)
        for piece in pieces:
            if name := _NOTED.get(piece.kind):
                self.add(name, rank, piece.part())
        names = [piece for piece in pieces if piece.kind is PieceKind.NAME]
        if len(names) < 2:  # of two people, the first one's number counts
            self.direct.update(_direct_numbers(pieces))
        self._note_rejected(pieces)

    def _note_addresses(self, pieces: list[LinePiece], rank: Rank) -> None:
        for address in join_addresses(pieces):
            if address.visiting and not self.visit_counts:
                self.visiting.append(address.part)
            else:
                self.add("address", rank, address.part)

    def _note_rejected(self, pieces: Iterable[LinePiece]) -> None:
        """Note what a reader might have taken for a part and why it isn't one."""
        for piece in pieces:
            if piece.kind is PieceKind.SWITCHBOARD:
                self.switchboards.append(piece.span.part())
            elif piece.kind is PieceKind.SHARED:
                self.shared.append(piece.span.part())
            elif rejected := _why_rejected(piece):
                name, why = rejected
                self.why.setdefault(name, why.format(piece.span.folded))


def _at_best_place(ranked: list[Candidate]) -> list[Candidate]:
    """Those from the place that counts most."""
    return [candidate for candidate in ranked if candidate.rank is ranked[0].rank]


def _best_address(ranked: list[Candidate]) -> Candidate:
    """The first whole address, or else the first of all.

    Where the signature has none, a footer's whole address is worth more than a street in the letterhead.
    """
    signed = ranked[0].rank is Rank.SIGN
    for candidate in _at_best_place(ranked) if signed else ranked:
        if has_postcode(candidate.part.text):
            return candidate
    return ranked[0]


def _direct_numbers(pieces: list[LinePiece]) -> Iterator[tuple[int, int]]:
    """Where the numbers behind *Direkt:* stand."""
    for label, number in pairwise(pieces):
        is_labelled = label.kind is PieceKind.LABEL and number.kind is PieceKind.PHONE
        if is_labelled and _DIRECT.search(label.span.text):
            yield number.span.block, number.span.start


def _why_rejected(piece: LinePiece) -> tuple[str, str] | None:
    """The part that a reader might take the piece for, and the sentence on why it is none."""
    if piece.kind is PieceKind.PLACEHOLDER:
        name = _PART_OF.get(piece.label, "name") if piece.label else "name"
        return name, _NO_PART
    return _REJECTED.get(piece.kind)
