"""Candidates for the parts of a signature, with the rank of the place where each was found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from klarsprak.signature.address_forms import has_postcode
from klarsprak.signature.addresses import Address, join_addresses
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.names import lacks_surname, names_group
from klarsprak.signature.neighbours import of_kind
from klarsprak.signature.ranks import ABOUT_ANYBODY, KNOWN_BY, PLACES, Rank
from klarsprak.signature.spans import FoundPart
from klarsprak.signature.titles import is_definite_title

_DIRECT = re.compile(r"\bdir(?:ekt|\b)", re.IGNORECASE)
_EXTRAS = {PieceKind.EMAIL: "email", PieceKind.WEB: "web", PieceKind.HOURS: "hours"}
_PART_OF: dict[Label | None, str] = {
    Label.TITLE: "title",
    Label.UNIT: "unit",
    Label.ADDRESS: "address",
    Label.VISIT: "address",
    Label.PHONE: "phone",
}
"""What an empty field stands for, by its label; the name, where it has none."""
_SEVERAL_PEOPLE = 2
"""Of two people, the first one's number counts, whosever is the direct one."""
_REJECTED = {
    PieceKind.FAX: ("phone", "{} är ett faxnummer."),
    PieceKind.EMAIL: ("address", "En e-postadress räcker inte."),
    PieceKind.INITIALS: ("name", "”{}” är bara initialer."),
    PieceKind.FIRST_NAME: ("name", "”{}” är bara ett av namnen."),
}
"""What a reader might take for a part, for which one, and why it isn't it."""
_WHERE_SOMEBODY_SIGNS = frozenset({Rank.SIGN, Rank.TAIL})
"""Elsewhere one word with a capital is hardly a name: *Remissbekräftelse* at the top."""
IS_GROUP = "”{}” är en enhet eller en grupp och ingen person."
_CUT_SHORT = "Efternamnet är förkortat i ”{}”."
_EMPTY_FIELD = "”{}” är ett tomt fält från mallen."


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
    round: list[FoundPart] = field(default_factory=list)
    """Numbers that look like a switchboard's, though nothing says so: *0980-319 200*."""
    shared: list[FoundPart] = field(default_factory=list)
    """Numbers of a customer service or the like."""
    visiting: list[FoundPart] = field(default_factory=list)
    direct: set[tuple[int, int]] = field(default_factory=set)
    """Where numbers stand that are said to be somebody's own, by block and offset."""
    box_names: set[str] = field(default_factory=set)
    """Who is named in text boxes, in lower case."""
    people: set[str] = field(default_factory=set)
    """Who is named in the zones around the body, as written."""
    mere_name: str = ""
    """The word that the sentence on a missing name is about, if it says why that is no name."""

    def add(self, name: str, rank: Rank, found: FoundPart | None) -> None:
        """Note a candidate; its reason becomes the place and what it was known by there.

        *i underskriften, vid ”Telefon” eller liknande*; None adds nothing.
        """
        if not found:
            return
        reason = f"{PLACES[rank]}, {found.reason or KNOWN_BY[name]}"
        part = found._replace(reason=reason, is_the_signers=rank not in ABOUT_ANYBODY)
        self.parts[name].append(Candidate(rank, part))

    def best(self, name: str) -> Candidate | None:
        """The candidate from the place that counts most; None where there is none.

        Of numbers at that place, a direct one counts before others; of addresses, one to write to does.
        """
        ranked = sorted(self.parts[name], key=_rank_of)
        if not ranked:
            return None
        if name == "phone":
            return self._best_number(ranked)
        return _best_address(ranked) if name == "address" else ranked[0]

    def drop(self, name: str, rank: Rank) -> None:
        """Forget the candidates for a part that stand at such a place.

        A number in a text box, where the box is about somebody else.
        """
        self.parts[name] = [candidate for candidate in self.parts[name] if candidate.rank is not rank]

    def keep_only(self, name: str, rank: Rank) -> None:
        """Forget the candidates for a part that stand elsewhere.

        The signer's own title, where the letterhead names another person with a title.
        """
        self.parts[name] = [candidate for candidate in self.parts[name] if candidate.rank is rank]

    def note(self, pieces: list[LinePiece], rank: Rank) -> None:
        """Note the pieces' addresses and what else stands there, and what a reader might have taken for a part.

        What belongs to an address is taken for nothing else: *Tallvik* in *Kvarngatan 2, Tallvik* is no first name.
        Of several people, nobody knows whose number *Direkt:* labels.
        """
        addresses = list(join_addresses(pieces))
        for address in addresses:
            self._note_address(address, rank)
        for piece in pieces:
            self._note_extra(piece, rank)
            is_mere_word = piece.kind is PieceKind.FIRST_NAME and rank not in _WHERE_SOMEBODY_SIGNS
            if not is_mere_word and not any(piece in address.pieces for address in addresses):
                self._note_rejected(piece)
        names = of_kind(pieces, PieceKind.NAME)
        self.people.update(piece.span.text for piece in names)
        if len(names) < _SEVERAL_PEOPLE:
            self.direct.update(_direct_numbers(pieces))

    def _best_number(self, ranked: list[Candidate]) -> Candidate:
        """The first number at the best place, or one there that is said to be direct.

        *Direkt 0980-319 214* before *Mobil 070-174 06 05* above it.
        """
        there = _at_best_place(ranked)
        direct = filter(self.is_direct, there)
        return next(direct, ranked[0])

    def is_direct(self, candidate: Candidate) -> bool:
        """Whether *Direkt:* stands before the number."""
        part = candidate.part
        return (part.block, part.start) in self.direct

    def _note_address(self, address: Address, rank: Rank) -> None:
        """An address to write to is a candidate; one to go to is told, unless the organisation thinks it enough.

        *Skolgatan 6 är bara en besöksadress.*
        """
        is_mere_visit = address.visiting and not self.visit_counts
        if is_mere_visit:
            self.visiting.append(address.part)
        else:
            self.add("address", rank, address.part)

    def _note_extra(self, piece: LinePiece, rank: Rank) -> None:
        """E-mail address, web address and hours.

        They are no part that a letter must have; the report shows them, and so does the block that is proposed.
        """
        name = _EXTRAS.get(piece.kind)
        if name:
            self.add(name, rank, piece.part())

    def _note_rejected(self, piece: LinePiece) -> None:
        """What a reader might take for a part and isn't one: a switchboard's number, initials, an empty field.

        The first that is found is told: *”AE” är bara initialer.*
        """
        if piece.kind is PieceKind.SWITCHBOARD:
            self.switchboards.append(piece.span.part())
        elif piece.kind is PieceKind.SHARED:
            self.shared.append(piece.span.part())
        elif piece.kind is PieceKind.PLACEHOLDER:
            self.why.setdefault(_PART_OF.get(piece.label, "name"), _EMPTY_FIELD.format(piece.span.folded))
        elif piece.kind in _REJECTED and not is_definite_title(piece.span.text):
            name, why = _REJECTED[piece.kind]
            text = piece.span.folded
            if piece.kind is not PieceKind.FIRST_NAME:
                self.why.setdefault(name, why.format(text))
            elif name not in self.why:
                self.why[name] = _why_no_name(text)
                self.mere_name = text  # which needn't be said where it turns out to be a unit: *Sjukresor*


def _why_no_name(text: str) -> str:
    """Why such a word is no name: *Anna* and *Anna E* lack something, *Bredbandsprojektet* is nobody."""
    if lacks_surname(text):
        return _CUT_SHORT.format(text)
    if names_group(text):
        return IS_GROUP.format(text)
    return _REJECTED[PieceKind.FIRST_NAME][1].format(text)


def _rank_of(candidate: Candidate) -> Rank:
    return candidate.rank


def _at_best_place(ranked: list[Candidate]) -> list[Candidate]:
    """Those from the place that counts most.

    *0980-319 214* below the closing phrase, but not *0980-319 200* in the footer.
    """
    best = ranked[0].rank
    return [candidate for candidate in ranked if candidate.rank is best]


def _best_address(ranked: list[Candidate]) -> Candidate:
    """The first whole address, or else the first of all.

    Where the signature has none, a footer's whole address is worth more than a street in the letterhead.
    """
    is_signed = ranked[0].rank is Rank.SIGN
    there = _at_best_place(ranked) if is_signed else ranked
    whole = filter(_is_whole, there)
    return next(whole, ranked[0])


def _is_whole(candidate: Candidate) -> bool:
    """Whether the address has a post code: *Box 34, 998 21 Norrlida*."""
    return has_postcode(candidate.part.text)


def _direct_numbers(pieces: list[LinePiece]) -> Iterator[tuple[int, int]]:
    """Where the numbers behind *Direkt:* stand, by block and offset."""
    for label, number in pairwise(pieces):
        if number.kind is PieceKind.PHONE and _says_direct(label):
            yield number.span.block, number.span.start


def _says_direct(piece: LinePiece) -> bool:
    """Whether it is a label that makes the number its owner's: *Direkt*, *Tel. dir.*, but not *Mobil*."""
    return piece.kind is PieceKind.LABEL and _DIRECT.search(piece.span.text) is not None
