"""State authorities, which get a municipality's letters and sign none: *Trafikverket* below *Norrlida kommun*."""

from __future__ import annotations

import re

from klarsprak.signature.neighbours import Spot
from klarsprak.signature.sender_below import SENDERS

_AUTHORITY = re.compile(
    r"(?:Trafik|Skatte|Bo|Naturvårds|Livsmedels|Skol|Migrations|Jordbruks|Sjöfarts|Konsument|Tull|"
    r"Patent- och registrerings)verket|(?:Polis|Åklagar|Energi|Pensions|Folkhälso|Kronofogde|Upphandlings|"
    r"Integritetsskydds|Havs- och vatten|Strålsäkerhets)myndigheten|Länsstyrelsen|Försäkringskassan|"
    r"Arbetsförmedlingen|Kronofogden|Skolinspektionen|Socialstyrelsen|Kemikalieinspektionen|"
    r"Transportstyrelsen|Arbetsmiljöverket|"
    r"Riksantikvarieämbetet|Riksarkivet|Inspektionen för vård|Myndigheten för samhälls|Justitieombudsmannen|"
    r"(?:Förvaltnings|Kammar|Tings|Hov)rätten|Mark- och miljödomstolen|Hyresnämnden"
)


def authority_in(text: str) -> re.Match[str] | None:
    """A state authority's name in the text: *Arbetsförmedlingen*."""
    return _AUTHORITY.search(text)


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
