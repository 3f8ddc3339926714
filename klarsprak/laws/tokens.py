"""The words and signs that legal references are made of."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

SFS_NUMBER = r"\d{4}:\d{1,4}(?!\d|:\d)"
_HEADS = r"lag|balk|förordning|kungörelse|stadga"
_NUMBER = r"[1-9]\d{0,2}"

# The first alternative that fits is taken: dates, times, telephone numbers and sums come first so that their numbers
# are not read as sections.
_KINDS = {
    "SKIP": (
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}(?:[ -]\d{2,4})?\b|(?i:\bkl\.?)\s?\d{1,2}[:.]\d\d"
        r"|\+?\b0?\d{1,3}\s?[-–]\s?\d{2,3}(?:\s?\d{2}){2}\b|\b\d{1,3}(?:[ .]\d{3})+\b"
    ),
    "SOURCE": (
        r"\b(?i:prop|bet|skr)\.\s?\d{4}/\d{2,4}:\w*\d+(?:\s+s\.\s?\d+(?:\s?[-–]\s?\d+)?)?"
        r"|\b(?:SOU|Ds)\s\d{4}:\d+(?:\s+s\.\s?\d+)?"
        r"|\b(?:NJA|HFD|RÅ|MÖD|RH)\s\d{4}(?::\d+|\s(?:ref|not|s)\.\s?\d+)"
        r"|\b(?!SFS\b)[A-ZÅÄÖ][A-ZÅÄÖ-]*FS\s\d{4}:\d+"
    ),
    "EU": (
        r"\(?\b(?:EU|EG|EEG)(?:,\s?Euratom)?\)?\s(?:nr\.?\s)?\d{2,4}/\d{2,4}\b"
        r"|\b\d{2,4}/\d{1,4}/(?:EU|EG|EEG)\b"
    ),
    "PAREN": rf"\(\s?(?:SFS\s?(?:nr\.?\s?)?)?{SFS_NUMBER}(?:,?\s(?:omtryckt\s)?{SFS_NUMBER})?\s?\)",
    "SFS": rf"\bSFS[\s-]?(?:(?:nr|nummer)\.?\s)?{SFS_NUMBER}",
    "COLON": rf"(?<![\w:.,/-]){_NUMBER}\s?[a-h]?:{_NUMBER}(?:\s?[a-h]\b)?(?![\w:/-]|[.,]\d)",
    "KAP": r"(?i:kap\.|kap(?:itel|itlet|itlets)?(?![\wåäö]))",
    "SECT": r"§\s?§|§|(?i:\bparagraf(?:en|erna|er)?(?!\w))",
    "ARTICLE": r"(?i:\b(?:artik(?:eln?|larna|lar|elns)|art\.)(?!\w))",
    "ORD": r"(?i:\b(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista)\b)",
    "STYCKE": r"(?i:\bstycke(?:t|na|n)?\b|\bst\b\.?)",
    "POINT": r"(?i:\bpunkt(?:en|erna|er)?\b|\bp\b\.?|\bmom(?:entet)?\b\.?)",
    "MENING": r"(?i:\bmeningen\b|\bmen\.)",
    "THROUGH": r"\s?(?:[-–—]|--)\s?(?=\d)|\bt\.?\s?o\.?\s?m\.?(?=\s)|\btill och med\b",
    "JOIN": r",|\b(?:och|samt|eller|respektive|resp\.)(?=\s)",
    "NUM": (
        rf"(?:(?<![\w:.,/§–—-])|(?<=[§–—-])|(?<=kap\.)){_NUMBER}"
        r"(?::e|:a|\s?[a-zåäö](?=\s?(?:§|kap|[-–]\s?\d))|\s?[a-h](?![\w.]))?"
        r"(?=kap|§|[^\w]|$)(?!\d|[.,:/]\d|:\w)"
    ),
    "ANAPHOR": (
        r"(?i:\b(?:samma|nämnda|ovannämnda|ovan\s+nämnda|denna|sagda|angivna|ovanstående)\s+"
        r"(?:lag|balk|förordning|lagrum|paragraf|bestämmelse|kapitel)\b)"
    ),
    "LOCAL": (
        r"(?i:\b(?:(?:de|kommunens)\s+)?(?:allmänna\s+)?lokala\s+"
        r"(?:ordnings|trafik|hälsoskydds|renhållnings|miljö)(?:föreskrift(?:er|erna|ernas)|stadgan?)\b)"
    ),
    "NAME": (
        rf"(?i:(?:\b\w+-\s+(?:och|samt)\s+)?\b[\w-]*(?:{_HEADS})(?:ens|ans|en|an|ns|n|s)?\b(?!-)"
        r"|\bregeringsformens?\b|\b(?:barn|europa)konventionens?\b|\b\w{4,}direktivets?\b)"
    ),
    "SHORT": r"\b[A-ZÅÄÖ]\w*[A-ZÅÄÖ]\b(?::s\b)?(?![-:]\w)|\b(?:Lss|Pbl|Lvu|Hsl|lss|pbl|gdpr|Gdpr|sol|PuL)\b(?!-)",
}


_CUES = ("§", "kap", "paragraf", "artik", "art.", "lag", "balk", "förordning", "kungörelse", "stadg", "konvention",
         "direktiv", "föreskrift",
         "regeringsform", "prop", "bet.", "skr.", "sou ", "ds ", "gdpr", "pbl", "sol", "lss")  # fmt: skip
_CAPITALS = re.compile(r"[A-ZÅÄÖ]\w*[A-ZÅÄÖ]|\d:\d")


@cache
def _lexer() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))


class Token(NamedTuple):
    """A word or sign: its kind (a key of the table above), text and place."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and signs of ``text`` that a reference can hold, in order; none where it can't hold a reference."""
    if not _may_hold_reference(text):
        return []
    return [Token(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _lexer().finditer(text)]


def _may_hold_reference(text: str) -> bool:
    """A quick look, since few of a letter's paragraphs cite anything."""
    lowered = text.lower()
    return any(cue in lowered for cue in _CUES) or _CAPITALS.search(text) is not None


def number(text: str) -> str:
    """A section, chapter or point as the register spells it: *31 b* → *31b*, *26:e* → *26*."""
    return re.sub(r":[ea]$|\s", "", text.lower())
