"""The way from a letter to its signature block: what ``find`` does, step by step.

1. split: the letter becomes lines, one for each line of a block, cell of a table, or column (``lines``).
2. zone: the lines are told apart by where they stand, in the letterhead, below the closing phrase … (``zones``).
3. read the zones: their lines are cut into classified pieces (``pieces``), and a piece that may be a part of the
   signature becomes a candidate with the rank of its place (``signers``, ``letterhead``, ``candidates``).
4. read the body: contact persons in its midst, who decided, and the number that the writer answers at (``body``).
5. read the unit's number, where a unit signs and no person, and the unit's address in a sentence.
6. read the unit that is signed for, *För socialnämnden*, named behind a title, *Handläggare Sjukresor*, or behind
   the name that a mail comes from.
7. set apart the numbers that are nobody's own: the switchboard's, a customer service's.
8. choose, for each part, the candidate from the place that counts most (``choice``).
9. tell the occasion: a letter, a form, an autoreply … (``occasion``).
10. complete an autoreply, which may name unit and number in its sentences only (``autoreply``).
11. explain what stands where a name should; a word that the letterhead has too is a unit's, told before the choice.

The steps before the eighth only add candidates, or say why something is none; of candidates of one rank, the one that
was added first counts.  A layout that isn't found is a new row in the decision list of the step that should find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from klarsprak.finding import Occasion
from klarsprak.letter import Letter
from klarsprak.signature.authorities import is_authority
from klarsprak.signature.autoreply import complete_autoreply
from klarsprak.signature.body import (
    number_to_ask_at,
    read_asked,
    read_contact_lines,
    read_decision,
    read_our_numbers,
    read_own_numbers,
    read_sent_to,
    read_units_numbers,
)
from klarsprak.signature.candidates import Candidates
from klarsprak.signature.choice import (
    choose_parts,
    explain_group,
    explain_unit,
    read_unit_in_title,
    set_apart_shared,
)
from klarsprak.signature.closing import unit_signed_for
from klarsprak.signature.contacts import read_signers_title
from klarsprak.signature.letterhead import company_that_writes, read_companys_unit, read_letterhead
from klarsprak.signature.lines import split_into_lines
from klarsprak.signature.mail_sender import read_mail_sender
from klarsprak.signature.memory import reading_letter
from klarsprak.signature.model import LinePiece, PieceKind, SignatureBlock
from klarsprak.signature.occasion import occasion_of
from klarsprak.signature.pieces import FORM_LINES, cut_into_pieces
from klarsprak.signature.ranks import Rank
from klarsprak.signature.sender import names_sender, tells_how_to_reach
from klarsprak.signature.sender_below import from_sender_on, lines_of_sender
from klarsprak.signature.signers import read_signature
from klarsprak.signature.stretches import KnownLines, OwnParts
from klarsprak.signature.zones import Zones, find_zones


def find(
    letter: Letter,
    *,
    switchboards: Sequence[str] = (),
    units: Sequence[str] = (),
    addresses: Sequence[str] = (),
    visiting_address: bool = False,
    known: KnownLines | None = None,
) -> SignatureBlock:
    """The signature block of the letter.

    ``switchboards`` are numbers that are nobody's own; ``units`` and ``addresses`` are the organisation's own ones,
    which are found whatever they look like.  ``visiting_address`` tells that an address to go to is enough.
    ``known`` remembers lines from letter to letter that all have the same ``units`` and ``addresses``.
    """
    with reading_letter():
        # A letter may say the same in a thousand lines: each is read once in it, though nothing more be remembered.
        own = OwnParts(frozenset(map(str.lower, units)), tuple(addresses), {} if known is None else known)
        return _found(letter, own, Candidates(visiting_address), switchboards)


def _found(letter: Letter, own: OwnParts, found: Candidates, switchboards: Sequence[str]) -> SignatureBlock:
    """The block that the candidates make, which are added to ``found`` step by step."""
    lines = split_into_lines(letter)
    zones = find_zones(lines)
    read_zones(zones, own, found)
    read_body(zones, own, found)
    read_units_numbers(zones, found)
    read_sent_to(zones, found)
    read_unit_signed_for(zones, found)
    read_unit_in_title(zones, found)
    read_mail_sender(zones.lines, found)
    set_apart_shared(found, switchboards)
    explain_group(zones, found)
    block = choose_parts(found)
    block.asked = None if block.phone else number_to_ask_at(zones)
    block.occasion = occasion_of(letter, zones, block)
    block.names_sender = names_sender(letter, zones, block)
    block.find_way = partial(tells_how_to_reach, letter, block.name.text if block.name else "")
    if block.occasion is Occasion.AUTOREPLY:
        complete_autoreply(block, zones.lines)
    explain_unit(zones, block)
    return block


def read_zones(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """The candidates outside the body, zone by zone; text boxes, which may be about anybody, after the signature."""
    signed = cut_into_pieces(zones.sign, own)
    read_signature(signed, found)
    boxes = cut_into_pieces(zones.boxes, own)
    read_letterhead(boxes, Rank.BOX, found, ours=True)
    found.box_names = {piece.span.text.casefold() for piece in boxes if piece.kind is PieceKind.NAME}
    read_letterhead(cut_into_pieces(zones.header, own), Rank.HEADER, found, ours=True)
    alone = not (zones.header or zones.footer)
    head = cut_into_pieces(zones.head, own)
    if alone:
        head = _with_authority_as_sender(head, found)
    read_letterhead(head, Rank.HEAD, found, ours=False, alone=alone)
    read_signers_title(head, {piece.span.text.casefold() for piece in signed if piece.kind is PieceKind.NAME}, found)
    company = company_that_writes(head) if alone else None
    units = {piece.span.text for piece in head if piece.kind is PieceKind.UNIT}
    tail = _sender_below(zones, own, company, units)
    read_letterhead(tail, Rank.TAIL, found, ours=False, alone=company is not None)
    read_letterhead(cut_into_pieces(zones.footer, own), Rank.FOOTER, found, ours=True)
    read_companys_unit(zones.head, [*zones.sign, *zones.tail], found)


def _sender_below(zones: Zones, own: OwnParts, company: str | None, units: set[str]) -> list[LinePiece]:
    """The pieces below the signature from the sender's name on.

    Below a closing phrase, of the lines above that name only those are read that it may go on from.
    """
    lines = zones.tail
    if not zones.closed:
        return from_sender_on(cut_into_pieces(lines, own), closed=False, company=company, units=units)
    for at in lines_of_sender(lines, company, units):
        near = cut_into_pieces(lines[max(0, at - 1) : at + 2], own)
        if from_sender_on(near, closed=True, company=company, units=units):
            start = max(0, at - FORM_LINES)
            pieces = cut_into_pieces(lines[start:], own, start)
            return from_sender_on(pieces, closed=True, company=company, units=units)
    return []


def _with_authority_as_sender(head: list[LinePiece], found: Candidates) -> list[LinePiece]:
    """The pieces of a letterhead; a state authority that begins it has written the letter, as a municipality has.

    *Försäkringskassan* above its address; below *Norrlida kommun* it is the reader.
    """
    if not head or not is_authority(head[0]):
        return head
    first, *others = head
    found.add("unit", Rank.BEHALF, first.part())
    return [first._replace(kind=PieceKind.ORGANISATION), *others]


def read_body(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """The candidates in the body; who signs must be known before the numbers beside that name are."""
    read_contact_lines(zones, own, found)
    read_decision(zones, own, found)
    read_asked(zones, own, found)
    read_own_numbers(zones, found)
    read_our_numbers(zones, found)


def read_unit_signed_for(zones: Zones, found: Candidates) -> None:
    """The unit that *För socialnämnden* names.

    It counts least of all: whoever signs on a committee's behalf works at an office, which the letter may name.
    """
    unit = unit_signed_for(zones.on_behalf) if zones.on_behalf else None
    if unit:
        found.add("unit", Rank.BEHALF, unit.part())
