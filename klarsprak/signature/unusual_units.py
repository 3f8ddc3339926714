"""Units that no list knows, by where they stand: *Tillsyn och råd* below a title and above an address."""

from __future__ import annotations

import re

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.model import LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.sender_below import SENDERS, SENDERS_LABELS
from klarsprak.signature.titles import holds_verb, looks_like_title
from klarsprak.signature.words import words

_WORDS = {PieceKind.OTHER, PieceKind.FIRST_NAME}
_MAY_BE_UNIT = {*_WORDS, PieceKind.NAME}
_BELOW_UNIT = {PieceKind.ADDRESS, PieceKind.PHONE, PieceKind.SWITCHBOARD, PieceKind.ORGANISATION, PieceKind.EMAIL}
_FIRST_OF_ADDRESS = {PieceKind.ADDRESS, PieceKind.TOWN}
"""*Box 34*, or the house before the street: *Medborgarhuset, Torggatan 12*."""
_JOINED_OR_DEFINITE = re.compile(r"\s(?:och|&)\s[a-zåäö]|[a-zåäö]{4}(?:en|et|an|na)$|[a-zåäö]{3}/[A-ZÅÄÖa-zåäö]{4}")
_JOINED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?:-? (?:och|&) |/)[A-ZÅÄÖa-zåäö][a-zåäö]{3,}")
_FIELDS_OF_WORK = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}-? (?:och|&) [a-zåäö]{3,}")
_AFTER_TITLE = re.compile(
    r"(?![a-zåäö]+dag(?:ar)?\b|[a-zåäö]*ledig\b|[a-zåäö]*(?:ansvarig|vikarie|ombud|ställföreträdare) för\b)"
    r"(?!.*\b(?:svenska|engelska|spanska|franska|tyska|matematik|matte|biologi|fysik|kemi|historia|geografi|religion"
    r"|samhällskunskap|slöjd|hemkunskap|modersmål|idrott och hälsa)\b)"
    r"[a-zåäö]{4,}(?:-? (?:och|&|för) |/)[a-zåäö]{3,}(?: [a-zåäö]+){0,2}"
    r"|[a-zåäö]*(?:tjänst|vård|omsorg|service) [a-zåäö]{4,}"
)
"""What a title's comma leads to that is the unit: *gata och park*, *kundtjänst för avfall*, *hemtjänst norr*.

No *engelska och svenska*, *vikarie för rektorn*: that is what the signer teaches, or does.
"""
_NO_UNIT_SIGN = re.compile(r"(?<!\bAvd)\.|[!?:@]")
_LAST_OF_SENDER = 3
"""Lines: so far down the sender's own may go on."""
_LONGEST_UNIT = 5
"""Words."""
_LONGEST_BESIDE = 40
"""Signs, of what stands before the municipality's name on its line."""


def is_beside_organisation(spot: Spot) -> bool:
    """Whether the piece begins a line that goes on with the municipality's name.

    *Gata* in *Gata, Tallviks kommun*; a long one is a sentence that names the municipality.
    """
    if spot.piece.kind not in _WORDS or len(spot.piece.span.text) > _LONGEST_BESIDE:
        return False
    return spot.is_first_on_line and spot.goes_on_with(PieceKind.ORGANISATION)


def find_unusual_unit(pieces: list[LinePiece]) -> LinePiece | None:
    """The first piece that stands where a unit does, above an address or the like.

    Asked only where no list and no ending tells a unit.
    """
    for spot in each_spot(pieces):
        if _stands_behind_title(spot) or (_may_be_unit(spot) and any_holds(PLACES_OF_UNITS, spot)):
            return spot.piece
    return None


def may_be_unit_beside_organisation(spot: Spot) -> bool:
    """Whether it is words that follow the municipality's name on its line, above an address or the like.

    *Miljö och hälsa* in a letterhead *Norrlida kommun, Miljö och hälsa*; what stands below may be the reader.
    """
    return _stands_beside_organisation(spot) and _may_be_unit(spot)


def may_be_unit_below_organisation(spot: Spot) -> bool:
    """Whether it is words between the municipality's name, or that of one of its units, and an address.

    *Budget- och skuldrådgivningen* below *Norrlida kommun*: two things joined, or a name in the definite form, as
    hardly a reader's is.
    """
    above, below = spot.before, spot.after
    if spot.piece.kind is not PieceKind.OTHER or above.kind not in SENDERS or above.column != spot.piece.column:
        return False
    is_address = PieceKind.ADDRESS in (below.kind, spot.beside(2).kind) and below.kind in _FIRST_OF_ADDRESS
    text = spot.piece.span.text
    return is_address and _looks_like_unit(text) and _JOINED_OR_DEFINITE.search(text) is not None


def is_pair_below_organisation(spot: Spot) -> bool:
    """Whether it is two fields of work on the line below the municipality's name, which begins the letter.

    *Fritid & fastighet* below *NORRLIDA KOMMUN*: of a couple, *Anna & Erik*, and of a firm both words have capitals.
    """
    above, piece = spot.before, spot.piece
    is_second = above.kind is PieceKind.ORGANISATION and above.column == piece.column and above.line + 1 == piece.line
    is_at_top = is_second and spot.at == 1 and piece.kind is PieceKind.OTHER
    return is_at_top and _FIELDS_OF_WORK.fullmatch(piece.span.text) is not None


def may_be_senders_second_line(spot: Spot) -> bool:
    """Whether it goes on with a sender that begins the letter, above an address that is most likely the sender's.

    *Myndighetsenheten äldre*, *Norra Skogs kommunalförbund* between *Socialförvaltningen* and *Torggatan 3, 820 11
    Norrskoga*: such an address stands on one line, or the reader's follows further down.
    """
    piece, above, below = spot.piece, spot.before, spot.after
    is_second = above.kind in SENDERS and above.column == piece.column and above.line + 1 == piece.line
    if piece.kind is not PieceKind.OTHER or not is_second or piece.line > _LAST_OF_SENDER:
        return False
    if below.kind is not PieceKind.ADDRESS or not _looks_like_unit(piece.span.text):
        return False
    return _is_likely_senders(spot, below)


def _is_likely_senders(spot: Spot, address: LinePiece) -> bool:
    """Whether the address stands on one line, or the reader's follows further down."""
    is_on_one_line = any(
        piece.kind is PieceKind.ADDRESS and piece.is_on_line_of(address) and piece is not address
        for piece in spot.pieces
    )
    return is_on_one_line or _has_address_below(spot, address.line + 1)


def leads_to_senders_address(spot: Spot) -> bool:
    """Whether it is words between the sender, which begins the letter, and an address above the reader's.

    *bostadsanpassning* in *Stadsbyggnadskontoret, bostadsanpassning*; *Gemensam nämnd för Ed, Boda och Åsens
    kommuner*; *Distrikt Väster* below *Norrlidahem AB*.
    """
    piece = spot.piece
    if piece.kind not in _WORDS or piece.line > _LAST_OF_SENDER or _NO_UNIT_SIGN.search(piece.span.text):
        return False
    above, below = _past_words(spot, -1), _past_words(spot, 1)
    is_senders = above.kind in SENDERS or (above.kind is PieceKind.COMPANY and above is spot.pieces[0])
    if not is_senders or above.column != piece.column or above.line + 1 < piece.line:
        return False
    is_next = below.kind is PieceKind.ADDRESS and below.line in (piece.line, piece.line + 1)
    return is_next and _is_likely_senders(spot, below)


def _past_words(spot: Spot, step: int) -> LinePiece:
    """The next piece in that direction that is no mere words."""
    spot = spot.moved(step)
    while 0 <= spot.at < len(spot.pieces) and spot.piece.kind in _WORDS:
        spot = spot.moved(step)
    return spot.beside(0)


def _has_address_below(spot: Spot, line: int) -> bool:
    """Whether another address stands below the line, and below something else: the reader's."""
    return any(piece.kind is PieceKind.ADDRESS and piece.line > line for piece in spot.pieces)


def _may_be_unit(spot: Spot) -> bool:
    """Whether it has a unit's looks, something above it, and below it what follows a unit.

    *Tillsyn och råd* above *Box 34*; as the last line it may be anything but two fields of work, *Teknik & Fritid*.
    """
    if spot.piece.kind not in _MAY_BE_UNIT or spot.before.kind is PieceKind.NOTHING:
        return False
    is_above = spot.after.kind in _BELOW_UNIT or spot.after.label in SENDERS_LABELS
    return (is_above or _is_last_and_joined(spot)) and _looks_like_unit(spot.piece.span.text)


def _is_last_and_joined(spot: Spot) -> bool:
    """Whether it ends the signature, and is two words made one: *Teknik & Fritid*."""
    is_last = spot.after.kind is PieceKind.NOTHING and spot.piece.kind is PieceKind.OTHER
    return is_last and _JOINED.fullmatch(spot.piece.span.text) is not None


def _looks_like_unit(text: str) -> bool:
    """Whether it is a few words without digits and without a sentence's marks: *Tillsyn och råd*.

    A digit is a date's or a number's, a colon a label's; *Urban planner* is the title once more.
    """
    if len(text.split()) > _LONGEST_UNIT or _NO_UNIT_SIGN.search(text):
        return False
    has_digit = any(map(str.isdigit, text))
    *_, last = text.lower().split()
    return text[0].isupper() and not has_digit and last not in words("title-english")


def _stands_beside_organisation(spot: Spot) -> bool:
    """Whether it follows the municipality's name on its line.

    *Tillsyn och råd* in *Norrlida kommun, Tillsyn och råd*.
    """
    if spot.piece.kind is not PieceKind.OTHER or spot.is_first_on_line:
        return False
    return spot.before.kind is PieceKind.ORGANISATION


def _stands_behind_title(spot: Spot) -> bool:
    """Whether it follows the signer's title and a comma: *gata och park* in *Driftchef, gata och park*.

    What the signer works with alone, *Handläggare, bygglov*, is no unit, nor is what a sentence says.
    """
    title, piece = spot.before, spot.piece
    is_behind = title.kind is PieceKind.TITLE and title.is_on_line_of(piece) and piece.kind in _WORDS
    is_signers = is_behind and spot.beside(-2).kind is PieceKind.NAME
    return is_signers and _AFTER_TITLE.fullmatch(piece.span.text) is not None and not holds_verb(piece.span.text)


def _is_first_in_column(spot: Spot) -> bool:
    """Whether it is words that begin a column and stand above an address.

    The signer's name and title stand to the left, the unit with its address to the right.
    """
    if spot.piece.kind is not PieceKind.OTHER or spot.after.kind is not PieceKind.ADDRESS:
        return False
    return spot.before.column != spot.piece.column


def _stands_below_organisation(spot: Spot) -> bool:
    """Whether it stands between the municipality's name and its address, and is no person's name.

    *Tillsyn och råd* between *Norrlida kommun* and *Box 34*.
    """
    if spot.piece.kind is PieceKind.NAME or spot.after.kind is not PieceKind.ADDRESS:
        return False
    is_near = spot.before.line + 1 >= spot.piece.line
    return is_near and spot.before.kind is PieceKind.ORGANISATION


def _is_below_title(spot: Spot) -> bool:
    """Whether it is words below a title, or anything below a name and a title.

    The title that stands below a name needn't be one that a list knows: *Anna Ek*, *Badmästare*, *Tillsyn och råd*.
    """
    is_named = spot.beside(-2).kind is PieceKind.NAME
    if spot.before.kind is PieceKind.TITLE:
        return is_named or spot.piece.kind is PieceKind.OTHER
    return is_named and looks_like_title(spot.before.span.text)


def _is_below_long_title(spot: Spot) -> bool:
    """Whether it begins the line below one with a title and more, which stands below a name.

    *Tillsyn och råd* below *Enhetschef, kundservice* below *Anna Ek*.
    """
    if not spot.is_first_on_line or not spot.before.is_on_line_of(spot.beside(-2)):
        return False
    return spot.beside(-2).kind is PieceKind.TITLE and spot.beside(-3).kind is PieceKind.NAME


PLACES_OF_UNITS: tuple[Trait[Spot], ...] = (
    Trait("beside the municipality", _stands_beside_organisation, "Norrlida kommun, [Tillsyn och råd]\nBox 34"),
    Trait("below the municipality", _stands_below_organisation, "Norrlida kommun\n[Tillsyn och råd]\nBox 34"),
    Trait("below a title", _is_below_title, "Anna Ek\nrektor\n[Tillsyn och råd]\nBox 34"),
    Trait("below a title and more", _is_below_long_title, "Anna Ek\nrektor, årskurs tre\n[Tillsyn och råd]\nBox 34"),
    Trait("first in a column", _is_first_in_column, "Anna Ek\t[Tillsyn och råd]\n0980-319 214\tBox 34"),
)
"""Where a unit stands that no list knows."""
