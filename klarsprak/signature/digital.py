"""*Godkänt digitalt, saknar därför underskrift*: what a letter says that nobody signs by hand."""

from __future__ import annotations

import re

# *Digitalt signerat*, *Beslutet är fattat digitalt*, *Dokumentet saknar därför namnunderskrift*
_DIGITAL = re.compile(
    r"^(?:(?:digitalt|elektroniskt) (?:godkän[dt]|underteckna[dt]|signera[dt]|beslutat)"
    r"|(?:godkän[dt]|underteckna[dt]|signera[dt]) (?:digitalt|elektroniskt))"
    r"|\b(?:beslut|dokument|handling|brev|skrivelse|protokoll|yttrande|föreläggande)\w*\s(?:är|har)\s[^.]{0,300}"
    r"(?:digital|elektronisk|saknar därför|därför ingen|utan (?:namn)?underskrift)"
    r"|\bsaknar därför (?:\w+ )?(?:namn)?underskrift",
    re.IGNORECASE,
)
_DIGITAL_WORDS = ("digital", "elektronisk", "underskrift")
"""One of them stands in every such line; to look for them is quick."""
# *(undertecknad elektroniskt)*, *Beslutsfattare: (elektroniskt undertecknad)*
_IN_BRACKETS = re.compile(
    r"(?:^|\b(?:besluts?fattare|beslutande|anmälare|föredragande|underskrift|undertecknat av)\W{0,3})"
    r"\((?:(?:elektronisk|digital)t? (?:undertecknad|undertecknat|underskrift|signera[dt]|signatur|godkän[dt])"
    r"|(?:undertecknad|undertecknat|signera[dt]|godkän[dt]) (?:elektronisk|digital)t?)\)",
    re.IGNORECASE,
)


def mark_in_brackets(text: str) -> re.Match[str] | None:
    """The mark that stands where a signature by hand would, as a closing phrase does.

    *(undertecknad elektroniskt)*, with *Beslutsfattare:* before it or nothing, but not *Anna Ek (digitalt signerad)*.
    """
    return _IN_BRACKETS.search(text) if "(" in text else None


def says_approved_digitally(text: str) -> bool:
    """Whether the line says that nobody signs by hand.

    *Beslutet är godkänt digitalt*, but not *Du kan skriva under digitalt*.
    """
    low = text.lower()
    if not any(word in low for word in _DIGITAL_WORDS):
        return False
    return _DIGITAL.search(" ".join(text.split())) is not None
