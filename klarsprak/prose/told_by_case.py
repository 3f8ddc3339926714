"""Terms that the letter tells by the case in which they come up, or by what they are for."""

from __future__ import annotations

import re

_FEE = re.compile(r"\w{3,}avgift(?:en|er|erna)?")
_WHEN_NOT = re.compile(
    r"(?:\s+på\s+[\d\s]+(?:kr|kronor))?\s+(?:när|om(?!\s+\d)|då|för\s+den\s+som)\s[^.,;:]*\b(?:inte|ej|sent|uteblir|missar)\b",
    re.IGNORECASE,
)
"""*en uteblivandeavgift* **när du inte** *kommer*: what is left undone tells what such a fee is for."""
_PROMISE = re.compile(r"\w{3,}(?:garanti|garantin|skydd|skyddet)")
_BY = re.compile(r"\benligt\s+(?:\w+\s+)?$", re.IGNORECASE)
_GETS_IF = re.compile(
    r"\s+(?:får|har|kan|betalar|slipper|ersätts|ersätter|betalas)\b[^.;:]*\b(?:om|när|då)\s", re.IGNORECASE
)
"""*Enligt resegarantin* **ersätts taxi om** *du får vänta mer än 20 minuter*."""
_GIVES_IF = re.compile(
    r"\s+ger\s+(?:dig\s+|er\s+)?(?:rätt|ersättning|pengar)\b[^.;:]*\b(?:om|när|då)\s|\s+gör\s+att\s+(?:du|ni|man)\s",
    re.IGNORECASE,
)
"""*Resegarantin* **ger dig rätt till ersättning om** *bussen är sen*."""
_DEMAND = re.compile(r"\w{3,}(?:krav|kravet|kraven|villkor|villkoret|villkoren)")
_IS_THAT = re.compile(r"(?:\s+(?:för|i|på|till|vid)\s+[\w-]+(?:\s+[\w-]+){0,2})?\s+är\s+att\s", re.IGNORECASE)
"""*Förkunskapskrav* **för Ankan är att** *barnet kan flyta*."""
_ENDED = re.compile(r"\w{4,}?(?P<head>möte|samtal|besök|träff|utredning|kartläggning|kontroll)(?:et|en|t|n)?")
"""A compound that ends in something that is held or made; the letter may go on with that word alone."""


def is_told_by_case(term: str, before: str, after: str) -> bool:
    """Whether the rest of the sentence says when a fee is taken, what a promise gives or what is asked.

    >>> is_told_by_case("uteblivandeavgift", "Du betalar ", " när du inte kommer.")
    True
    >>> is_told_by_case("uteblivandeavgift", "Du betalar ", " i maj.")
    False
    """
    if _FEE.fullmatch(term) and _WHEN_NOT.match(after):
        return True
    if _PROMISE.fullmatch(term) and ((_BY.search(before) and _GETS_IF.match(after)) or _GIVES_IF.match(after)):
        return True
    return _DEMAND.fullmatch(term) is not None and _IS_THAT.match(after) is not None


def is_told_by_purpose(term: str, text: str) -> bool:
    """Whether the letter says what the thing is for, by the last part of its name: *Syftet med mötet är att …*.

    >>> is_told_by_purpose("rehabiliteringsmöte", "Syftet med mötet är att du ska kunna arbeta.")
    True
    >>> is_told_by_purpose("rehabiliteringsmöte", "Mötet är i maj.")
    False
    """
    ended = _ENDED.fullmatch(term)
    if ended is None:
        return False
    head = ended["head"] + ("t" if ended["head"].endswith("e") else "(?:en|et)")
    aims = rf"\b(?:syftet|avsikten|målet|tanken)\s+med\s+{head}\s+är\s|\b{head}\s+(?:syftar\s+till|är\s+till\s+för)\s"
    return re.search(aims, text, re.IGNORECASE) is not None
