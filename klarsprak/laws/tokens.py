"""The words and signs that legal references are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

SFS_NUMBER = r"\d{4}:\d{1,4}(?!\d|:\d)"
_HEADS = r"lag|balk|förordning|kungörelse|stadga|instruktion|reglemente"
_NUMBER = r"[1-9]\d{0,2}"
_PAGES = r"(?:,?\s+s(?:id)?\.?\s?\d+(?:\s?[-–]\s?\d+|\sff?\.)?)?"
_ORDINALS = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista)"

# Words that begin none of the tokens below, nor are one; most of a text is such, and is passed over at once.
_MAY_MATTER = (
    rf"(?:kap|paragraf|art|{_ORDINALS}|stycke|st\b|p\b|pkt|punkt|mom|men|t\b|tom\b|till\b|och\b|samt\b|eller\b|resp"
    r"|o\b|samma|nämnda|ovan|denna|sagda|angivna|de\b|kommunens|allmänna|lokala|prop|bet|skr|kl\b|lss|pbl|gdpr|sol\b"
    rf"|plan\b|hälso\b|offentlighets\b|[\w-]{{0,60}}(?:{_HEADS}|direktiv|konvention|regeringsform))"
)

# The first alternative that fits is taken: dates, times, telephone numbers and sums come first so that their numbers
# are not read as sections.
_KINDS = {
    "DULL": rf"(?:\b(?!{_MAY_MATTER})[a-zåäö]+(?![\w-]) ?)+",
    "SKIP": (
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}(?:[ -]\d{2,4})?\b|(?i:\bkl\.?)\s?\d{1,2}[:.]\d\d"
        r"|\+?\b0?\d{1,3}\s?[-–]\s?\d{2,3}(?:\s?\d{2}){2}\b|\b\d{1,3}(?:[ .]\d{3})+\b"
    ),
    "SOURCE": (
        rf"\b(?i:prop(?:\.|osition(?:en)?)?|bet\.?|skr\.?)\s?\d{{4}}/\d{{2,4}}:\w*\d+{_PAGES}"
        rf"|\b(?:SOU|Ds)\s\d{{4}}:\d+{_PAGES}"
        r"|\b(?:NJA|HFD|RÅ|MÖD|RH|MIG|AD|JO)\s\d{4}(?:/\d\d)?(?::\d+|,?\s(?:ref|not|s|nr)\.?\s?\d+)"
    ),
    "AGENCY": r"\b(?!SFS\b)[A-ZÅÄÖ][A-ZÅÄÖ-]*FS\s\d{4}:\d+",
    "EU": (
        r"\(?\b(?:EU|EG|EEG)(?:,\s?Euratom)?\)?\s(?:nr\.?\s)?\d{2,4}/\d{2,4}\b"
        r"|\b\d{2,4}/\d{1,4}/(?:EU|EG|EEG)\b"
        r"|(?:(?<=förordning\s)|(?<=förordningen\s))\d{4}/\d{2,4}\b"
    ),
    "PAREN": rf"\(\s?(?:SFS\s?(?:nr\.?\s?)?)?{SFS_NUMBER}(?:,?\s(?:omtryckt\s)?{SFS_NUMBER})?\s?\)"
    rf"|(?:(?<=[Ll]ag\s)|(?<=lagen\s)){SFS_NUMBER}",
    "SFS": rf"\bSFS[\s-]?(?:(?:nr|nummer)\.?\s)?{SFS_NUMBER}",
    "COLON": rf"(?<![\w:.,/-]){_NUMBER}\s?[a-h]?:{_NUMBER}(?:\s?[a-h]\b)?(?![\w:/-]|[.,]\d)",
    "KAP": r"(?i:kap\.|kap(?:itel|itlet|itlets)?(?![\wåäö]))",
    "SECT": r"§\s?§|§|(?i:\bparagraf(?:en|erna|er)?(?!\w))",
    "ARTICLE": r"(?i:\b(?:artik(?:eln?|larna|lar|elns)|art\.|art(?=\s\d))(?!\w))",
    "ORD": rf"(?i:\b{_ORDINALS}\b)",
    "STYCKE": r"(?i:\bstycke(?:t|na|n)?\b|\bst\b\.?)",
    "POINT": r"(?i:\bpunkt(?:en|erna|er)?\b|\bp(?:kt)?\b\.?|\bmom(?:entet)?\b\.?)",
    "MENING": r"(?i:\bmening(?:en|arna)\b|\bmen\.)",
    "THROUGH": rf"\s?(?:[-–—]|--)\s?(?=\d|{_ORDINALS})|\bt\.?\s?o\.?\s?m\.?(?=\s)|\btill och med\b",
    "JOIN": r",|&(?=\s)|\b(?:och|samt|eller|respektive|resp\.|o(?=\s\d))(?=\s)",
    "NUM": (
        rf"(?:(?<![\w:.,/§–—-])|(?<=[§–—-])|(?<=kap\.)){_NUMBER}"
        r"(?::e|:a|\s?[a-zåäö](?=\s?(?:§|kap|[-–]\s?\d))|\s?[a-h](?!\w|\.\w))?"
        r"(?=kap|§|[^\w]|$)(?!\d|[.,:/]\d|:\w)"
    ),
    "ANAPHOR": (
        r"(?i:\b(?:samma|nämnda|ovannämnda|ovan\s+nämnda|denna|sagda|angivna|ovanstående)\s+"
        r"(?:lag|balk|förordning|kungörelse|stadga|lagrum|paragraf|bestämmelse|kapitel)\b)"
    ),
    "LOCAL": (
        r"(?i:\b(?:(?:de|kommunens)\s+)?(?:allmänna\s+)?lokala\s+"
        r"(?:ordnings|trafik|hälsoskydds|renhållnings|miljö)(?:föreskrift(?:er|erna|ernas)|stadgan?)\b)"
    ),
    "NAME": (
        rf"(?i:(?:\b\w+-\s+(?:och|samt|&)\s+|\b(?:plan|hälso|offentlighets)\s+(?:och|&)\s+)?\b[\w-]{{0,60}}(?:{_HEADS})(?:ens|ans|en|an|ns|ts|n|t|s)?\b(?!-)"
        r"|\bregeringsformens?\b|\b(?:barn|europa)konventionens?\b|\b\w{4,}direktivets?\b)"
    ),
    "SHORT": r"\b(?!EU\b)[A-ZÅÄÖ]\w*[A-ZÅÄÖ]\b(?::s\b)?(?![-:]\w)"
    r"|\b(?:Lss|Pbl|Lvu|Hsl|lss|pbl|gdpr|Gdpr|sol|PuL)\b(?!-)",
    "WORD": r"\w+",  # any other word, taken whole: the lexer need not look within it
}


_PASSED = ("DULL", "WORD")


@cache
def _lexer() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))


class Token(NamedTuple):
    """A word or sign: its kind (a key of the table above), text and place."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, stretches: Sequence[tuple[int, int]]) -> list[Token]:
    """The words and signs in those stretches of ``text`` that a reference can hold, in order."""
    lexer = _lexer()
    found = (
        match for stretch in stretches for match in lexer.finditer(text, *stretch) if match.lastgroup not in _PASSED
    )
    return [Token(match.lastgroup or "", match[0], *match.span()) for match in found]


def number(text: str) -> str:
    """A section, chapter or point as the register spells it: *31 b* → *31b*, *26:e* → *26*."""
    return re.sub(r":[ea]$|\s", "", text.lower())
