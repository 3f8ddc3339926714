"""What sentences of the letter say of its writer: who decided, and whom to ring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature import phones
from klarsprak.signature.model import Part, Span
from klarsprak.signature.words import is_title_word

_DECIDED_BY = re.compile(
    r"\b(?:beslut(?:et)?|ärendet)\b[^.]{0,60}?\b(?:fattats?|fattades|tagits|avgjorts|beslutats|undertecknats|godkänts)\s"
    r"(?:(?:digitalt|elektroniskt|(?:på|enligt|med stöd av) delegation)\s)?av\s(?P<who>[^.\n]+?)"
    r"(?=\s(?:efter|enligt|på|med|den|i närvaro|och|som)\s|[.\n]|$)",
    re.IGNORECASE,
)
_DECIDED_IT = re.compile(
    r"(?P<who>(?:[\w-]+\s)?[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?(?:,\s[^.,\n]+)?),?\s"
    r"(?:har\s(?:fattat|tagit)|fattade|tog)\s(?:det här |detta )?beslut(?:et)?\b"
)
_DEFINITE = re.compile(r"^(?P<title>[\wåäö-]+?)(?:e?n)(?=\s[A-ZÅÄÖ])")
# The words of a sentence up to a number; a full stop ends it only before a capital letter ("tel. 0980-…" goes on).
_GOES_ON = r"(?:[^.!?\n]|\.(?!\s+(?-i:[A-ZÅÄÖ])))"
_I = r"\b(?:jag|mig|min|mitt|undertecknad\w*)\b"
_MINE_BEFORE = re.compile(
    rf"{_I}(?P<between>{_GOES_ON}{{0,70}})$"
    rf"|{_I}{_GOES_ON}{{0,60}}[.!?]\s+(?P<label>(?:mitt\s)?(?:direkt|mobil)?(?:telefon|tel|tfn|nummer|numret)[^.!?\d]{{0,20}})\.?\s?$",
    re.IGNORECASE,
)
_RING = re.compile(r"\b(?:ring\w*|telefon|tel\.?|tfn|nummer)\W+(?:gärna|då|på|till|är|\s)*$", re.IGNORECASE)
_MINE_AFTER = re.compile(rf"{_GOES_ON}{{0,40}}\b(?:jag|mig)\b", re.IGNORECASE)
_QUESTIONS = re.compile(
    rf"\b(?:frågor|undrar|upplysningar)\b(?P<between>{_GOES_ON}{{0,60}}(?:\?\s+{_GOES_ON}{{0,30}})?"
    rf"\b(?:besvaras|svarar|lämnas|ring\w*|telefon)\b{_GOES_ON}{{0,20}})$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"växel|kundtjänst|kontaktcenter|\bjour|polis|\b(?:av|hos)\s(?!oss|mig|undertecknad)|\b(?:ring\w*|kontakta)\s(?!oss|mig|på|gärna|då|$)",
    re.IGNORECASE,
)
_RING_THEM = re.compile(
    r"\b(?:ring\w*|når?|kontakta|telefon till)\s(?:henne|honom|hen)\b[^.?!]{0,30}$", re.IGNORECASE
)
_NOT_MINE = re.compile(
    r"växel|kundtjänst|kontaktcenter|\bjour|polis|\b(?:han|hon|de|hans|hennes|dig|din|ditt)\b", re.IGNORECASE
)


_DIGIT = re.compile(r"\d")
_TWO_NAMES = r"(?-i:[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+)"


def decided_by(span: Span) -> list[Span]:
    """What says who in *Beslutet har fattats av Anna Ek, enhetschef* and *Anna Ek har fattat beslutet*.

    *enhetschefen Anna Ek* comes as two stretches, the title in its plain form.
    """
    match = _DECIDED_BY.search(span.text) or _DECIDED_IT.search(span.text)
    if not match:
        return []
    who = span.cut(match.start("who"), match.end("who"))
    definite = _DEFINITE.match(who.text)
    if definite and is_title_word(definite["title"].lower()):
        return [who.cut(0, definite.end("title")), who.cut(definite.end())]
    return [who]


def deciders_number(span: Span) -> Iterator[Part]:
    """The number in *Beslutet har fattats av Anna Ek. Du kan ringa henne på 031-390 06 14*."""
    match = _DECIDED_BY.search(span.text)
    if match and _DIGIT.search(span.text):
        for number in phones.find_numbers(span.text, labelled=False):
            if _RING_THEM.search(span.text[match.end() : number.start]):
                yield span.cut(number.start, number.end).part()


def own_numbers(span: Span, signer: str | None) -> Iterator[Part]:
    """The numbers in a sentence that the writer says *mig* in, or that follow the writer's name or *frågor*."""
    if not _DIGIT.search(span.text):
        return
    named = _after_name(signer) if signer else None
    for number in phones.find_numbers(span.text, labelled=False):
        before, after = span.text[: number.start], span.text[number.end :]
        mine = _MINE_BEFORE.search(before) or (named and named.search(before))
        asked = _QUESTIONS.search(before)
        if (
            (mine and not _NOT_MINE.search(mine["between"] or ""))
            or (asked and not _OTHERS.search(asked["between"]))
            or (_RING.search(before) and _MINE_AFTER.match(after))
        ):
            yield span.cut(number.start, number.end).part()


def units_numbers(span: Span, unit: str) -> Iterator[Part]:
    """The numbers in a sentence that asks the reader to ring *oss*, the unit or somebody, where no person signs."""
    if not _DIGIT.search(span.text):
        return
    us = rf"(?:oss|gärna|då|på|till|är|telefon|numret|{re.escape(unit)}|{_TWO_NAMES})"
    asks = re.compile(
        rf"(?:\b(?:ring\w*|når|nå|kontakta)|(?:^|[.?!]\s+)(?:telefon|tel\.?|tfn))\W+(?:{us}\W+)*$", re.IGNORECASE
    )
    for number in phones.find_numbers(span.text, labelled=False):
        if asks.search(span.text[: number.start]):
            yield span.cut(number.start, number.end).part()


def _after_name(signer: str) -> re.Pattern[str]:
    """Words from the signer's name, or from the first name alone, up to a number."""
    first = signer.split()[0]
    return re.compile(
        rf"(?:\b{re.escape(signer)}\b|\b(?:ring|når|nå|kontakta)\s(?-i:{re.escape(first)}))"
        rf"(?P<between>{_GOES_ON}{{0,50}})$",
        re.IGNORECASE,
    )
