"""State authorities, which get a municipality's letters and sign none: *Trafikverket* below *Norrlida kommun*."""

from __future__ import annotations

import re

from klarsprak.signature.model import LinePiece, PieceKind
from klarsprak.signature.neighbours import Spot
from klarsprak.signature.sender_below import SENDERS

_AUTHORITY = re.compile(
    r"(?:Trafik|Skatte|Bo|Naturvårds|Livsmedels|Skol|Migrations|Jordbruks|Sjöfarts|Konsument|Tull|"
    r"Patent- och registrerings)verket|(?:Polis|Åklagar|Energi|Pensions|Folkhälso|Kronofogde|Upphandlings|"
    r"Integritetsskydds|Havs- och vatten|Strålsäkerhets)myndigheten|Länsstyrelsen|Försäkringskassan|"
    r"Arbetsförmedlingen|Kronofogden|Skolinspektionen|Socialstyrelsen|Kemikalieinspektionen|"
    r"Transportstyrelsen|Arbetsmiljöverket|"
    r"Riksantikvarieämbetet|Riksarkivet|Inspektionen för vård|Myndigheten för samhälls|Justitieombudsmannen|"
    r"(?:Förvaltnings|Kammar|Tings|Hov)rätten|Mark- och miljödomstolen|Hyresnämnden|"
    r"\b(?:CSN|IVO|MSB|SMHI)\b"
)
_OF_NAMES = (
    *("verket", "ndigheten", "tyrelsen", "kassan", "fogden", "förmedlingen", "nspektionen", "ämbetet", "arkivet"),
    *("ombudsmannen", "rätten", "domstolen", "nämnden", "CSN", "IVO", "MSB", "SMHI"),
)
"""One of these stands in each of them: quicker to look for."""
# *Norrlida tingsrätt*, *NORRLIDA TINGSRÄTT*, *Trängselmyndigheten*, and what a municipality's own unit may be called
# in a letterhead, too
_OF_SIGNERS = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+ (?:tingsrätt|hovrätt)|[A-ZÅÄÖ-]{3,} (?:TINGSRÄTT|HOVRÄTT)|Högsta (?:förvaltnings)?domstolen"
    r"|Lantmäteriet|LANTMÄTERIET|Riksgälden|[A-ZÅÄÖ][a-zåäö]{4,}myndigheten)$"
)
_KINDS = {PieceKind.OTHER, PieceKind.FIRST_NAME, PieceKind.INITIALS, PieceKind.ORGANISATION}
_LONGEST_NAME = 5
"""Words, *Länsstyrelsen i Norra Norrlida län*."""


def authority_in(text: str) -> re.Match[str] | None:
    """A state authority's name in the text: *Arbetsförmedlingen*."""
    return _AUTHORITY.search(text) if any(map(text.__contains__, _OF_NAMES)) else None


def is_authority(piece: LinePiece) -> bool:
    """Whether the words are a state authority's name, with its place or without: *Förvaltningsrätten i Norrlida*."""
    text = piece.span.text
    if piece.kind not in _KINDS or len(text.split()) > _LONGEST_NAME:
        return False
    return any(form.match(text) for form in (_AUTHORITY, _OF_SIGNERS))


def is_authoritys(spot: Spot) -> bool:
    """Whether it is a state authority below the sender, or a part of one.

    *Trafikverket* and *Ärendemottagningen* below *Norrlida kommun*; one that begins the letter has written it.
    """
    while spot.piece.kind in SENDERS:
        if _AUTHORITY.match(spot.piece.span.text):
            return any(piece.kind in SENDERS for piece in spot.around(spot.at, 0))
        if spot.piece.column != spot.before.column:
            return False
        spot = spot.moved(-1)
    return False
