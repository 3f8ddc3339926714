"""Whether a mail says of itself that nobody reads what is answered to it."""

from __future__ import annotations

import re

_THIS = r"(?:det här |detta |denna |den här )?(?:meddelande|mejl|mail|sms|utskick|e-?post|brevlåda|adress)\w*"
# *Svara inte på detta meddelande*, *Det går inte att svara på det här mejlet*, *… meddelande och går ej att besvara*
_NO_REPLY = re.compile(
    rf"\b(?:(?:kan )?(?:inte svara|svara inte|svara ej) på {_THIS}"
    rf"|{_THIS}(?: och| som)? (?:kan (?:inte|ej) besvaras|går (?:inte|ej) att (?:svara på|besvara))"
    rf"|går (?:inte|ej) att (?:svara på|besvara) {_THIS}"
    rf"|{_THIS} (?:bevakas|övervakas|läses|avläses) (?:inte|ej)"
    rf"|{_THIS} är (?:obevakad|inte bevakad|ej bevakad)"
    rf"|{_THIS} (?:är|har) (?:skicka|genererat|skapat)\w* (?:ut |i ?väg )?(?:automatiskt|av systemet))",
    re.IGNORECASE,
)

_OF_IT = (
    *("inte svara på", "svara inte på", "svara ej på", "inte besvaras", "ej besvaras"),
    *("inte att svara på", "ej att svara på", "inte att besvara", "ej att besvara"),
    *("vakas inte", "vakas ej", "läses inte", "läses ej", "bevakad", "automatiskt", "av systemet"),
)
"""One of these stands in each of them: quicker to look for."""


def says_unanswerable(text: str) -> bool:
    """Whether the text says that the mail can't be answered, or that a machine has sent it.

    *Det går inte att svara på det här mejlet.*
    """
    low = text.lower()
    return any(word in low for word in _OF_IT) and _NO_REPLY.search(text) is not None
