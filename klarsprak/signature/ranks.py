"""Where a part of the signature was found, and what it was known by there."""

from __future__ import annotations

from enum import IntEnum


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
    ASKED = 11
    """*Kontakta handläggare Anna Ek på …*: perhaps the writer, where nobody else is named."""


ABOUT_ANYBODY = frozenset({Rank.TAIL, Rank.BOX, Rank.ASKED, Rank.BEHALF})
"""What stands there may be another's: the board's that an appeal goes to, last in a letter that nobody has signed."""
PLACES = {
    Rank.SIGN: "i underskriften",
    Rank.CONTACT: "bland uppgifterna om handläggaren",
    Rank.SENTENCE: "i en mening i brevet",
    Rank.TITLED: "bredvid en befattning",
    Rank.HEADER: "i sidhuvudet",
    Rank.HEAD: "överst i brevet",
    Rank.TAIL: "sist i brevet",
    Rank.FOOTER: "i sidfoten",
    Rank.BOX: "i en textruta",
    Rank.ASKED: "i en mening om vem man kan kontakta",
    Rank.BEHALF: "där brevet säger för vem det är skrivet",
}
"""The places in Swedish."""
KNOWN_BY = {
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
