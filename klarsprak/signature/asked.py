"""Whom a sentence asks the reader to turn to: *Kontakta bygglovshandläggare Anna Ek på 0980-319 214.*"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature import phones
from klarsprak.signature.spans import Span

_NAME = r"(?:[A-ZÅÄÖ][\w'’-]+\s){1,2}[A-ZÅÄÖ][\w'’-]+"
# *Kontakta (gärna) handläggare Anna Ek*, *Frågor besvaras av planarkitekt Anna Ek*
_ASKED = re.compile(
    r"\b(?:[Kk]ontakta|[Rr]ing|[Vv]änd dig till|[Vv]änd er till|[Hh]ör av dig till|[Hh]ör av er till|besvaras av)\s"
    rf"(?:då |gärna |vår |din |er )*(?P<who>[\w-]+\s{_NAME})"
)
_REACH = re.compile(r"[^.?!\n]{0,60}")
# *dataskyddsombud*, *kontrollansvarig*: somebody that a letter names beside its writer
_OTHERS = re.compile(r"ombud|kontrollansvarig|entreprenör|säljare|mäklare")


def asked_for(span: Span) -> Iterator[Span]:
    """The title and name of whom the reader is to turn to, where a number follows.

    *bygglovshandläggare Anna Ek* in *Kontakta bygglovshandläggare Anna Ek på telefon 0980-319 214*; the
    organisation's data protection officer and a builder's man are nobody who writes.
    """
    for match in _ASKED.finditer(span.text):
        who = span.matched(match, "who")
        if _is_reached_behind(span, match) and not _OTHERS.search(who.text):
            yield who


def numbers_behind(span: Span, who: Span) -> Iterator[Span]:
    """The numbers that the person answers at: those soon behind the name."""
    start = who.end - span.start
    reach = _REACH.match(span.text, start)
    for number in phones.find_numbers(reach.group() if reach else "", labelled=False):
        yield span.cut(start + number.start, start + number.end)


def _is_reached_behind(span: Span, match: re.Match[str]) -> bool:
    """Whether a number stands soon behind the name.

    *på telefon 0980-319 214*; without one, the person may be anybody: *Kontakta rektor Anna Ek om skolan är stängd*.
    """
    return next(numbers_behind(span, span.matched(match, "who")), None) is not None
