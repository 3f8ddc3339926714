"""Letterheads, footers, text boxes and tables, which may be the sender's or the reader's."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature.authorities import is_authoritys
from klarsprak.signature.candidates import Candidates
from klarsprak.signature.contacts import READERS_LABELS, add_contact, contact_rank, is_writers_title
from klarsprak.signature.decisions import DecisionRow, decide
from klarsprak.signature.model import Label, LetterLine, LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.ranks import Rank
from klarsprak.signature.sender_below import SENDERS, SENDERS_LABELS
from klarsprak.signature.unusual_units import (
    is_pair_below_organisation,
    leads_to_senders_address,
    may_be_senders_second_line,
    may_be_unit_below_organisation,
    may_be_unit_beside_organisation,
)

_DEFINITE = re.compile(r"[a-zåäö]{4}(?:en|et|an)$")
_COMPANYS = re.compile(r"\b(?:AB|Aktiebolag|Stiftelsen)\b|bolaget\b")
_ONE_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}")
_TO_READER = "Till "
"""*Till dig som har hus i Norrlida kommun* names no sender."""
_ON_BEHALF = "På uppdrag av "
"""*På uppdrag av Norrlida kommun* below the company's name tells for whom it works."""
_FORM_LINES = 8
"""So many pieces on from the reader's label, a form may go on with the reader's data."""


class LetterheadPlace(NamedTuple):
    """A piece, whether the sender's data go on up to it, and whether a letterhead begins with them.

    ``alone`` tells that no header and no footer can tell the sender.
    """

    spot: Spot
    goes_on: bool
    ours: bool
    alone: bool = True

    @property
    def kind(self) -> PieceKind:
        """The kind of the piece."""
        return self.spot.piece.kind

    @property
    def label(self) -> Label | None:
        """The label of the piece."""
        return self.spot.piece.label


def read_letterhead(
    pieces: list[LinePiece], rank: Rank, found: Candidates, *, ours: bool, alone: bool = False
) -> None:
    """Pieces of a letterhead, a footer or a table, which may also hold the reader's own name and address.

    ``ours`` tells whether an address that nothing introduces is the sender's, ``alone`` that no header and no footer
    can tell the sender.
    """
    if not pieces:
        return
    mine = _senders_pieces(pieces, ours=ours, alone=alone)
    _read_lines(mine, rank, found, ours=ours)
    if not found.best("unit"):
        unit = _below_organisation(mine) or _beside_organisation(mine)
        found.add("unit", rank, unit.part() if unit else None)
    found.note(mine, rank)
    company = next((piece for piece in mine if piece.kind is PieceKind.COMPANY), None)
    if alone and company:
        found.add("unit", Rank.BEHALF, company.part())


def read_companys_unit(head: list[LetterLine], end: list[LetterLine], found: Candidates) -> None:
    """One word right below a company that begins the letter and signs it, where no other unit is named.

    *Boendetrygghet* below *Tallviks Bostäder AB*; of a company that doesn't sign, it may be the reader's.
    """
    best = found.best("unit")
    if len(head) < 2 or (best and best.part.text != head[0].span.text):
        return
    company, below = head[0].span, head[1].span
    signs = company.text in {line.span.text for line in end}
    if signs and _COMPANYS.search(company.text) and _ONE_WORD.fullmatch(below.text):
        found.add("unit", Rank.HEAD, below.part())


def company_that_writes(head: list[LinePiece]) -> str | None:
    """The company that a letterhead begins with, if it is the sender: *Forsbo Energi AB*."""
    if not head or not _is_company_that_writes(LetterheadPlace(Spot(head, 0), goes_on=False, ours=False)):
        return None
    return head[0].span.text


def _read_lines(pieces: list[LinePiece], rank: Rank, found: Candidates, *, ours: bool) -> None:
    """Note contact persons, units, and the numbers and titles that stand by the last contact person.

    *0980-319 214* below *Handläggare: Anna Ek* is hers; a unit is a unit wherever it stands.
    """
    near = rank
    for spot in each_spot(pieces):
        contact = contact_rank(spot, ours=ours)
        if contact:
            near = contact
            add_contact(spot, near, found)
        elif spot.piece.kind is PieceKind.UNIT:
            found.add("unit", rank, spot.piece.part())
        elif spot.piece.kind is PieceKind.PHONE:
            found.add("phone", near, spot.piece.part())
        elif is_writers_title(spot):
            found.add("title", near, spot.piece.part())


def _below_organisation(pieces: list[LinePiece]) -> LinePiece | None:
    """Words or a word in the definite form right below the municipality's name, which no list of units knows.

    *Renhållningen* below *Norrlida kommun*, but not *Anna*; *Budget- och skuldrådgivningen* above an address.
    """
    return next((spot.piece for spot in each_spot(pieces) if _is_unit_below_organisation(spot)), None)


def _beside_organisation(pieces: list[LinePiece]) -> LinePiece | None:
    """*Miljö och hälsa* on the line of *Norrlida kommun*, above its address."""
    return next((spot.piece for spot in each_spot(pieces) if may_be_unit_beside_organisation(spot)), None)


def _is_unit_below_organisation(spot: Spot) -> bool:
    """Whether the municipality's name stands before it: for a single word, on the line above in the same column.

    In the other column, or some lines up, the municipality's name says nothing of the word.
    """
    above, piece = spot.before, spot.piece
    if above.kind is not PieceKind.ORGANISATION:
        return False
    if piece.kind is not PieceKind.FIRST_NAME:
        return may_be_unit_below_organisation(spot) or is_pair_below_organisation(spot)
    is_right_above = (above.line + 1, above.column) == (piece.line, piece.column)
    is_at_address = spot.goes_on_with(PieceKind.ADDRESS)  # a reader's name has the address below it
    return is_right_above and (is_at_address or _DEFINITE.search(piece.span.text) is not None)


def _senders_pieces(pieces: list[LinePiece], *, ours: bool, alone: bool) -> list[LinePiece]:
    """The pieces that are the sender's, told by what stands before them in the same column.

    A letterhead has the municipality to the left and the reader's name and address to the right.
    """
    mine: list[LinePiece] = []
    goes_on = ours
    for spot in each_spot(pieces):
        if spot.piece.column != spot.before.column:
            goes_on = ours
        place = LetterheadPlace(spot, goes_on, ours, alone)
        # What tells nothing goes with what stands before it.
        goes_on = decide(OWNERS, place, otherwise=goes_on)
        if goes_on and place.label not in READERS_LABELS:
            mine.append(spot.piece)
    return mine


def _has_senders_label(place: LetterheadPlace) -> bool:
    """Whether a label says that it is the sender's, and the lines above aren't those of a form about the reader.

    *Telefon: 0980-319 214*, but not below *Sökande: Bo Alm*.
    """
    if place.label not in SENDERS_LABELS:
        return False
    labels_above = {piece.label for piece in place.spot.around(_FORM_LINES, 0)}
    return labels_above.isdisjoint(READERS_LABELS)


def _is_company_that_writes(place: LetterheadPlace) -> bool:
    """Whether the letter begins with the company, and no municipality or unit is named that could have written to it.

    *Forsbo Energi AB* above *Box 34*: a letter that a company gets has its sender first, or right below the company
    the one who is to read it.
    """
    if not place.alone or place.kind is not PieceKind.COMPANY or place.spot.at > 0:
        return False
    if place.spot.after.kind is PieceKind.NAME:
        return False
    named = [piece for piece in place.spot.pieces if not piece.span.text.startswith((_TO_READER, _ON_BEHALF))]
    return SENDERS.isdisjoint(piece.kind for piece in named)


def _is_place_of_company(place: LetterheadPlace) -> bool:
    """Whether a line below the company that writes names the place whose address follows on it.

    *Depå Norr, Kvarngatan 2, 455 81 Norrlida*: a reader's name has its address on the next line.
    """
    above = LetterheadPlace(place.spot.moved(-1), goes_on=False, ours=place.ours, alone=place.alone)
    if not place.goes_on or place.spot.at != 1 or not _is_company_that_writes(above):
        return False
    return place.spot.is_first_on_line and place.spot.goes_on_with(PieceKind.ADDRESS)


OWNERS: tuple[DecisionRow[LetterheadPlace, bool], ...] = (
    DecisionRow("reader's label", lambda it: it.label in READERS_LABELS, False, "Sökande: [Bo Alm]"),
    DecisionRow("company that writes", _is_company_that_writes, True, "[Forsbo Energi AB]\nBox 34, 455 81 Norrlida"),
    DecisionRow("company", lambda it: it.kind is PieceKind.COMPANY, False, "Norrlida kommun\n[Bygg och Betong AB]"),
    DecisionRow(
        "line to the readers",
        lambda it: it.spot.piece.span.text.startswith(_TO_READER),
        False,
        "Forsbo Energi AB\n[Till boende på Kvarngatan 2–14]",
    ),
    DecisionRow(
        "state authority",
        lambda it: is_authoritys(it.spot),
        False,
        "Norrlida kommun\n[Trafikverket]\nBox 34, 455 81 Norrlida",
    ),
    DecisionRow("unit or municipality", lambda it: it.kind in SENDERS, True, "[Norrlida kommun]"),
    DecisionRow("label of a person", lambda it: it.label is Label.PERSON, True, "Handläggare: [Anna Ek]"),
    DecisionRow(
        "contact person",
        lambda it: contact_rank(it.spot, ours=it.ours),
        True,
        "[Anna Ek], bygglovshandläggare\n0980-319 214",
    ),
    DecisionRow(
        "where the company that writes is",
        _is_place_of_company,
        True,
        "Forsbo Energi AB\n[Depå Norr], Kvarngatan 2, 455 81 Norrlida",
    ),
    DecisionRow("another person", lambda it: it.kind is PieceKind.NAME, False, "[Bo Alm]\nKvarngatan 2"),
    DecisionRow(
        "sender's title",
        lambda it: it.kind is PieceKind.TITLE and (it.ours or it.goes_on),
        True,
        "Bygglovsenheten\n[Enhetschef]",
    ),
    DecisionRow("title", lambda it: it.kind is PieceKind.TITLE, False, "[Rektor]"),
    DecisionRow("sender's label", _has_senders_label, True, "Telefon: [0980-319 214]"),
    DecisionRow(
        "unit that no list knows",
        lambda it: may_be_unit_beside_organisation(it.spot),
        True,
        "Norrlida kommun, [Miljö och hälsa]\nBox 34, 455 81 Norrlida",
    ),
    DecisionRow(
        "unit that no list knows, on a line of its own",
        lambda it: may_be_unit_below_organisation(it.spot),
        True,
        "Norrlida kommun\n[Avgift och placering]\nBox 34, 455 81 Norrlida",
    ),
    DecisionRow(
        "two fields of work",
        lambda it: is_pair_below_organisation(it.spot),
        True,
        "Norrlida kommun\n[Fritid & fastighet]\nBo Alm",
    ),
    DecisionRow(
        "sender's second line",
        lambda it: may_be_senders_second_line(it.spot),
        True,
        "Miljökontoret\n[Norra Skogs kommunalförbund]\nBox 34, 455 81 Norrlida",
    ),
    DecisionRow(
        "words that lead to the sender's address",
        lambda it: it.goes_on and leads_to_senders_address(it.spot),
        True,
        "Bygglovsenheten, [altaner]\nBox 34, 455 81 Norrlida\nBo Alm\nKvarngatan 2\n455 82 Norrlida",
    ),
    DecisionRow(
        "other words",
        lambda it: it.kind in {PieceKind.OTHER, PieceKind.PLACEHOLDER},
        False,
        "Norrlida kommun\n[läser du här]",
    ),
)
"""Whether a piece of a letterhead is the sender's or the reader's."""
