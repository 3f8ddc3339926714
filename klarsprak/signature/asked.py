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
# The words of a sentence up to a number; a full stop ends it only before a capital letter (*kl. 9*).
_GOES_ON = r"(?:[^.!?\n]|\.(?!\s+[A-ZÅÄÖ]))"
_TURN_TO = (
    r"\b(?:[Rr]ing(?:a|er)?|[Kk]ontaktar?|[Mm]ejla|[Vv]änd (?:dig|er)|[Hh]ör av (?:dig|er)|[Nn]år)\b"
    r"(?:[\s,]+(?:gärna|då|först|eller|och|ringer?|mejlar?|skriv|till|på|direkt|du|ni|vår|vårt))*\s"
)
# *Ring eller mejla rektor Anna Ek*, *Ring valkansliet på*
_SOMEBODY = re.compile(
    rf"{_TURN_TO}(?:(?:[\w-]+\s)?{_NAME}|\w+(?:kansliet|kontoret|enheten|avdelningen|förvaltningen|gruppen|teamet"
    rf"|expeditionen|handläggningen|mottagningen|skolan)\b){_GOES_ON}{{0,60}}$"
)
# *Ring oss på telefontid måndag–torsdag 9–11,*
_US = re.compile(rf"{_TURN_TO}oss\b{_GOES_ON}{{0,60}}$")
_NEAR = 200
# *dataskyddsombud*, *kontrollansvarig*: somebody that a letter names beside its writer
_OTHERS = re.compile(r"ombud|kontrollansvarig|entreprenör|säljare|mäklare")
_AUTHORITYS = re.compile(r"polis|\bjour|växel|verket|myndighet|kassan|vård|fogden", re.IGNORECASE)


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


def numbers_to_ask_at(span: Span) -> Iterator[Span]:
    """The numbers at which somebody that the sentence names answers, a person or an office of ours.

    *Har du frågor? Ring rektor Anna Ek, 0980-319 214*: whoever signs, the reader knows whom to ring.
    """
    return _numbers_after(span, _SOMEBODY)


def numbers_of_us(span: Span) -> Iterator[Span]:
    """The numbers at which *we* answer: *Ring oss på telefontid, 0980-319 200*; several people do."""
    return _numbers_after(span, _US)


def _numbers_after(span: Span, asks: re.Pattern[str]) -> Iterator[Span]:
    """The numbers that follow words which ask the reader to ring, and name nobody outside the house."""
    for number in phones.find_numbers(span.text, labelled=False):
        asked = asks.search(span.text[max(0, number.start - _NEAR) : number.start])
        if asked and not (_OTHERS.search(asked.group()) or _AUTHORITYS.search(asked.group())):
            yield span.cut(number.start, number.end)


def _is_reached_behind(span: Span, match: re.Match[str]) -> bool:
    """Whether a number stands soon behind the name.

    *på telefon 0980-319 214*; without one, the person may be anybody: *Kontakta rektor Anna Ek om skolan är stängd*.
    """
    return next(numbers_behind(span, span.matched(match, "who")), None) is not None
