"""What stands below the closing phrase: who signs, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from klarsprak.signature.authorities import is_authority
from klarsprak.signature.candidates import Candidates
from klarsprak.signature.model import Label, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot, of_kind
from klarsprak.signature.ranks import Rank
from klarsprak.signature.spans import FoundPart
from klarsprak.signature.stretches import OwnParts, Stretch
from klarsprak.signature.titles import is_definite_title, is_title_of_several, looks_like_title
from klarsprak.signature.unusual_units import find_unusual_unit, is_beside_organisation
from klarsprak.signature.word_forms import unit_in_lower_case
from klarsprak.signature.words import is_title_word

_NOBODYS = OwnParts(frozenset(), ())
_LONGEST_UNIT = 4
"""Words, of a unit in lower case."""
_SIGNERS = {PieceKind.NAME, PieceKind.FIRST_NAME}
_FORM_LABELS = {Label.THEIRS, Label.NAME}
_DEFINITE = re.compile(r"[a-zåäö]{3}(?:en|et|an)$")
"""*Solgläntan*, which no first name ends as."""


@dataclass(slots=True)
class Signer:
    """Somebody who signs or is named as the one to talk to."""

    name: FoundPart | None = None
    title: FoundPart | None = None
    phone: FoundPart | None = None

    @property
    def is_complete(self) -> bool:
        """Whether title and number are known, so that another name is somebody else's.

        *Anna Ek*, *rektor*, *0980-319 214*, and then a name that the letter mentions further down.
        """
        return self.title is not None and self.phone is not None

    @property
    def weight(self) -> tuple[bool, bool]:
        """How sure it is that this is the signer: a name counts most, and a title beside it.

        Of two people with names, the one with a title signs for the municipality.
        """
        is_named = self.name is not None
        return is_named, is_named and self.title is not None


def read_signature(pieces: list[LinePiece], found: Candidates) -> None:
    """The pieces below the closing phrase: the signer and what follows.

    What stands under a reader's label, *Sökande:*, is the reader's even there.
    """
    own = [piece for piece in _before_form(pieces) if piece.label is not Label.THEIRS]
    signer = _choose_signer(_read_signers(own))
    found.add("name", Rank.SIGN, signer.name)
    found.add("title", Rank.SIGN, signer.title)
    found.add("phone", Rank.SIGN, signer.phone)
    _read_units_and_numbers(own, found)
    if not found.best("unit"):
        _read_unusual_unit(own, found)
    for company in of_kind(own, PieceKind.COMPANY):
        found.add("unit", Rank.BEHALF, company.part())
    found.note(own, Rank.SIGN)


def _read_unusual_unit(pieces: list[LinePiece], found: Candidates) -> None:
    """A unit that no list knows, where no other is named: *Tillsyn och råd* below the title.

    Only the place tells that it is one; so it comes last.
    """
    unit = find_unusual_unit(pieces)
    if unit:
        found.add("unit", Rank.SIGN, unit.part())


def _read_units_and_numbers(pieces: list[LinePiece], found: Candidates) -> None:
    """The units and the numbers, which aren't any signer's but where the signer works and is reached.

    The signer's own number has been noted before these, and counts before them.
    """
    for spot in each_spot(pieces):
        piece = spot.piece
        if piece.kind is PieceKind.PHONE:
            found.add("phone", Rank.SIGN, piece.part())
        elif piece.kind is PieceKind.UNIT or is_beside_organisation(spot) or _is_unit_in_lower_case(spot):
            found.add("unit", Rank.SIGN, piece.part())
    for piece in filter(is_authority, pieces):  # whose own units, *Viltenheten*, tell more
        found.add("unit", Rank.SIGN, piece.part())


def _is_unit_in_lower_case(spot: Spot) -> bool:
    """Whether the line is a unit's name, written without a capital: *barnomsorgens placeringsenhet*."""
    piece = spot.piece
    is_short = len(piece.span.text.split()) <= _LONGEST_UNIT
    if piece.kind is not PieceKind.OTHER or not spot.is_first_on_line or not is_short:
        return False
    return unit_in_lower_case(Stretch(piece.span, None, _NOBODYS)) is not None


def _before_form(pieces: list[LinePiece]) -> list[LinePiece]:
    """The pieces up to a form below the signature, in which the reader writes a name of their own.

    *Namn:* below the signer's name begins it; above it, it is the signer's label.
    """
    signed = False
    for at, piece in enumerate(pieces):
        if signed and piece.is_label_among(_FORM_LABELS):
            return pieces[:at]
        signed |= piece.kind in _SIGNERS
    return pieces


def _choose_signer(signers: list[Signer]) -> Signer:
    """The first one with name and title, or else with a name, or else whoever has the title."""
    return max(signers, key=lambda signer: signer.weight)


def _read_signers(pieces: list[LinePiece]) -> list[Signer]:
    """The signers in order, at least one, each with the title that stands before, beside or below the name.

    A letter that only a title signs, *Rektor*, has one signer without a name.
    """
    group = _Group()
    for spot in each_spot(pieces):
        take = _TAKEN.get(spot.piece.kind)
        if take:
            take(group, spot)
    return group.signers or [Signer(title=group.waiting)]


@dataclass(slots=True)
class _Group:
    """Those who sign, as far as the pieces have been read; ``waiting`` is a title that no name has followed yet."""

    signers: list[Signer] = field(default_factory=list)
    waiting: FoundPart | None = None

    @property
    def last(self) -> Signer | None:
        """The one who was named last.

        What follows a name is about that person until the next name.
        """
        return self.signers[-1] if self.signers else None

    @property
    def untitled(self) -> Signer | None:
        """The one who was named last, as long as no title is known.

        A second title is the next signer's, or another one that the same person has.
        """
        last = self.last
        return None if last and last.title else last

    def take_name(self, spot: Spot) -> None:
        """Another signer, unless the name is a workplace's or the last signer is known whole.

        A title that has been waiting, *Rektor* above *Anna Ek*, is this one's.
        """
        if self.last and self._is_another(spot, self.last):
            return
        signer = Signer(spot.piece.part(), self.waiting)
        self.signers.append(signer)
        self.waiting = None

    def _is_another(self, spot: Spot, last: Signer) -> bool:
        """Whether the name is no further signer's: a second one on its line, a workplace's, or merely mentioned.

        *Solgläntan Åsen* has the form of a name.
        """
        return last.is_complete or _is_second_name(spot) or _names_workplace(spot)

    def take_title(self, spot: Spot) -> None:
        """The last signer's title, or the next one's.

        *Anna Ek*, *rektor*; but *rektor* in *rektor Bo Alm* on the line below *Anna Ek* is Bo Alm's, and counts
        before *Handläggare* above it.
        """
        untitled = self.untitled
        is_nexts = _names_next(spot)
        if untitled and not is_nexts:
            untitled.title = spot.piece.part()
        elif is_nexts or not self.waiting:
            self.waiting = spot.piece.part()

    def take_phone(self, spot: Spot) -> None:
        """The last signer's number; of further ones nobody knows whose they are.

        *Direkt 0980-319 214* first and *Mobil 070-174 06 05* below it are one person's, but one is enough.
        """
        last = self.last
        if last and not last.phone:
            last.phone = spot.piece.part()

    def take_other(self, spot: Spot) -> None:
        """A title that no list knows, right behind the name or below it: *Anna Ek*, *Badmästare*.

        It must say that somebody does something: *Badmästare*, but not *Tillsyn och råd*.  *Rektorn* may sign alone.
        """
        if not self.signers and is_definite_title(spot.piece.span.text):
            self.waiting = self.waiting or spot.piece.part()
        untitled = self.untitled
        if not untitled or spot.before.kind is not PieceKind.NAME:
            return
        text = spot.piece.span.text
        if looks_like_title(text) or is_title_of_several(text):
            untitled.title = spot.piece.part()

    def take_initials(self, spot: Spot) -> None:
        """The title that labels initials: *Handläggare: CJN*."""
        label = spot.before
        text = label.span.text.rstrip(" :")
        if not self.signers and label.is_label_among({Label.PERSON}) and is_title_word(text.lower()):
            self.waiting = self.waiting or label.span.cut(0, len(text)).part()


_TAKEN = {
    PieceKind.INITIALS: _Group.take_initials,
    PieceKind.NAME: _Group.take_name,
    PieceKind.TITLE: _Group.take_title,
    PieceKind.PHONE: _Group.take_phone,
    PieceKind.OTHER: _Group.take_other,
    PieceKind.FIRST_NAME: _Group.take_other,
}
"""What tells of the signers, and how."""


def _is_second_name(spot: Spot) -> bool:
    """Whether the name follows another on its line; one is enough.

    *Bo Alm* in *Anna Ek och Bo Alm*.
    """
    return spot.before.kind is PieceKind.NAME and not spot.is_first_on_line


def _names_next(spot: Spot) -> bool:
    """Whether the title begins a line that goes on with a name, and so belongs to that one.

    *rektor* in *rektor Bo Alm*, but not *enhetschef* in *enhetschef Solgläntan Åsen*.
    """
    if not spot.is_first_on_line or not spot.goes_on_with(PieceKind.NAME):
        return False
    return not _names_workplace(spot.moved(1))


def _names_workplace(spot: Spot) -> bool:
    """Whether what has the form of a name is where somebody works.

    *Solgläntan Åsen* behind *Enhetschef* below *Anna Ek*.
    """
    if spot.before.kind is not PieceKind.TITLE or spot.is_first_on_line:
        return False
    first, *_ = spot.piece.span.text.split()
    return spot.beside(-2).kind is PieceKind.NAME and _DEFINITE.search(first) is not None
