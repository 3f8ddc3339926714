"""The words and signs that legal references are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

SFS_NUMBER = r"\d{4}:\d{1,4}(?!\d|:\d)"
_HEADS = r"lag|balk|förordning|kungörelse|stadga|instruktion|reglemente"
_NUMBER = r"[1-9]\d{0,2}"
# *, s. 32*, * sid 3–5*, * s. 12 f.*
_PAGES = r"(?:,?\s+s(?:id)?\.?\s?\d+(?:\s?[-–]\s?\d+|\sff?\.)?)?"
_ORDINALS = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista)"
_THIS = r"(?:samma|nämnda|ovannämnda|ovan\s+nämnda|denna|sagda|angivna|ovanstående)"

# Words that begin one of the tokens below, or are one; most of a text is other words, and is passed over at once.
_MAY_MATTER = (
    rf"(?:kap|paragraf|art|{_ORDINALS}|stycke|st\b|p\b|pkt|punkt|mom|men|t\b|tom\b|till\b|och\b|samt\b|eller\b|resp"
    r"|o\b|samma|nämnda|ovan|denna|sagda|angivna|de\b|kommunens|allmänna|lokala|prop|bet|skr|kl\b|lss|pbl|gdpr|sol\b"
    rf"|plan\b|hälso\b|offentlighets\b|[\w-]{{0,60}}(?:{_HEADS}|direktiv|konvention|regeringsform))"
)

# The first alternative that fits is taken: dates, times, telephone numbers and sums come first so that their numbers
# are not read as sections.
KINDS = {
    # Words that matter for nothing: *Du har rätt till*.
    "DULL": rf"(?:\b(?!{_MAY_MATTER})[a-zåäö]+(?![\w-]) ?)+",
    # Dates, times, telephone numbers, sums: *2026-05-04*, *4/5 2026*, *kl. 9.30*, *08-123 45 67*, *12 000*.
    "SKIP": (
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}(?:[ -]\d{2,4})?\b|(?i:\bkl\.?)\s?\d{1,2}[:.]\d\d"
        r"|\+?\b0?\d{1,3}\s?[-–]\s?\d{2,3}(?:\s?\d{2}){2}\b|\b\d{1,3}(?:[ .]\d{3})+\b"
    ),
    # What is no act: *prop. 2016/17:180 s. 32*, *SOU 2020:47*, *NJA 2015 s. 899*, *RÅ 2006 ref. 9*.
    "SOURCE": (
        rf"\b(?i:prop(?:\.|osition(?:en)?)?|bet\.?|skr\.?)\s?\d{{4}}/\d{{2,4}}:\w*\d+{_PAGES}"
        rf"|\b(?:SOU|Ds)\s\d{{4}}:\d+{_PAGES}"
        r"|\b(?:NJA|HFD|RÅ|MÖD|RH|MIG|AD|JO)\s\d{4}(?:/\d\d)?(?::\d+|,?\s(?:ref|not|s|nr)\.?\s?\d+)"
    ),
    # *AFS 2023:2*, *HSLF-FS 2017:30*, *FoHMFS 2014:13*
    "AGENCY": r"\b(?!SFS\b)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{0,7}FS\s\d{4}:\d+",
    # *(EU) 2016/679*, *(EG) nr 882/2004*, *2006/123/EG*, and the number in *förordning 2016/679*.
    "EU": (
        r"\(?\b(?:EU|EG|EEG)(?:,\s?Euratom)?\)?\s(?:nr\.?\s)?\d{2,4}/\d{2,4}\b"
        r"|\b\d{2,4}/\d{1,4}/(?:EU|EG|EEG)\b"
        r"|(?:(?<=förordning\s)|(?<=förordningen\s))\d{4}/\d{2,4}\b"
    ),
    # *(2017:900)*, *(SFS 1993:387)*, *(1974:152, omtryckt 2011:109)*, and the number in *lag 1993:387*.
    "PAREN": rf"\(\s?(?:SFS\s?(?:nr\.?\s?)?)?{SFS_NUMBER}(?:,?\s(?:omtryckt\s)?{SFS_NUMBER})?\s?\)"
    rf"|(?:(?<=[Ll]ag\s)|(?<=lagen\s)){SFS_NUMBER}",
    # *SFS 2010:900*, *SFS nr 2001:453*
    "SFS": rf"\bSFS[\s-]?(?:(?:nr|nummer)\.?\s)?{SFS_NUMBER}",
    # *9:30*, *9:31 b*
    "COLON": rf"(?<![\w:.,/-]){_NUMBER}\s?[a-h]?:{_NUMBER}(?:\s?[a-h]\b)?(?![\w:/-]|[.,]\d)",
    # *kap.*, *kapitlet*
    "KAP": r"(?i:kap\.|kap(?:itel|itlet|itlets)?(?![\wåäö]))",
    # *§*, *§§*, *paragraf*
    "SECT": r"§\s?§|§|(?i:\bparagraf(?:en|erna|er)?(?!\w))",
    # *artikel*, *artiklarna*, *art. 6*
    "ARTICLE": r"(?i:\b(?:artik(?:eln?|larna|lar|elns)|art\.|art(?=\s\d))(?!\w))",
    # *första*
    "ORD": rf"(?i:\b{_ORDINALS}\b)",
    # *stycket*, *st.*
    "STYCKE": r"(?i:\bstycke(?:t|na|n)?\b|\bst\b\.?)",
    # *punkten*, *p.*, *mom*
    "POINT": r"(?i:\bpunkt(?:en|erna|er)?\b|\bp(?:kt)?\b\.?|\bmom(?:entet)?\b\.?)",
    # *meningen*, *men.*
    "MENING": r"(?i:\bmening(?:en|arna)\b|\bmen\.)",
    # *–* in *1–3*, *t.o.m.*, *till och med*
    "THROUGH": rf"\s?(?:[-–—]|--)\s?(?=\d|{_ORDINALS})|\bt\.?\s?o\.?\s?m\.?(?=\s)|\btill och med\b",
    # *,*, *och*, *resp.*
    "JOIN": r",|&(?=\s)|\b(?:och|samt|eller|respektive|resp\.|o(?=\s\d))(?=\s)",
    # *9*, *31 b*, *18 b-c*, *26:e*, but no year, no part of a decimal number and no time.
    "NUM": (
        rf"(?:(?<![\w:.,/§–—-])|(?<=[§–—-])|(?<=kap\.)){_NUMBER}"
        r"(?::e|:a|\s?[a-zåäö](?=\s?(?:§|kap|[-–]\s?\d))|\s?[a-h](?:[-–][b-h])?(?!\w|\.\w))?"
        r"(?=kap|§|[^\w]|$)(?!\d|[.,:/]\d|:\w)"
    ),
    # *samma lag*, *nämnda paragraf*
    "ANAPHOR": (
        rf"(?i:\b{_THIS}\s+"
        r"(?:lag|balk|förordning|kungörelse|stadga|lagrum|paragraf|bestämmelse|kapitel)\b)"
    ),
    # *de lokala ordningsföreskrifterna*
    "LOCAL": (
        r"(?i:\b(?:(?:de|kommunens)\s+)?(?:allmänna\s+)?lokala\s+"
        r"(?:ordnings|trafik|hälsoskydds|renhållnings|miljö)(?:föreskrift(?:er|erna|ernas)|stadgan?)\b)"
    ),
    # *plan- och bygglagen*, *förvaltningslagens*, *regeringsformen*, *barnkonventionen*, *tjänstedirektivet*.
    "NAME": (
        rf"(?i:(?:\b\w+-\s+(?:och|samt|&)\s+|\b(?:plan|hälso|offentlighets)\s+(?:och|&)\s+)?\b[\w-]{{0,60}}(?:{_HEADS})(?:ens|ans|en|an|ns|ts|n|t|s)?\b(?!-)"
        r"|\bregeringsformens?\b|\b(?:barn|europa)konventionens?\b|\b\w{4,}direktivets?\b)"
    ),
    # *SoL*, *LSS:s*, *gdpr*
    "SHORT": r"\b(?!EU\b)[A-ZÅÄÖ]\w*[A-ZÅÄÖ]\b(?::s\b)?(?![-:]\w)"
    r"|\b(?:Lss|Pbl|Lvu|Hsl|lss|pbl|gdpr|Gdpr|sol|PuL)\b(?!-)",
    "WORD": r"\w+",  # any other word, taken whole: the lexer need not look within it
}


_SFS_NUMBERS = re.compile(SFS_NUMBER)
_ENDING_OR_BLANK = re.compile(r":[ea]$|\s")
_LETTERS = re.compile(r"(\d+)([a-h])[-–]([b-h])")
_PASSED = ("DULL", "WORD")


@cache
def _lexer() -> re.Pattern[str]:
    """All kinds of tokens as one expression, whose named groups tell which one fits."""
    groups = (f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items())
    return re.compile("|".join(groups))


class LawToken(NamedTuple):
    """A word or sign: its kind (a key of the table above), text and place."""

    kind: str
    text: str
    start: int
    end: int


def read_tokens(text: str, stretches: Sequence[tuple[int, int]]) -> list[LawToken]:
    """The words and signs in those stretches of ``text`` that a reference can hold, in order."""
    tokens: list[LawToken] = []
    for start, end in stretches:
        tokens += _tokens_between(text, start, end)
    return tokens


def _tokens_between(text: str, start: int, end: int) -> Iterator[LawToken]:
    """The tokens of one stretch, other words left out.

    *Enligt 9 § LSS har du rätt* holds *9*, *§* and *LSS*.
    """
    for match in _lexer().finditer(text, start, end):
        kind = match.lastgroup
        if kind is not None and kind not in _PASSED:
            yield LawToken(kind, match[0], *match.span())


def spell_number(text: str) -> str:
    """A section, chapter or point as the register spells it: *31 b* → *31b*, *26:e* → *26*, *18 b-c* → *18b–18c*."""
    return _LETTERS.sub(r"\1\2–\1\3", _ENDING_OR_BLANK.sub("", text.lower()))


def spaced(number: str) -> str:
    """*31b* as letters write it: *31 b*."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzåäö")
    return f"{digits} {number[len(digits) :]}".strip()


def first_sfs_number(text: str) -> str:
    """The number of an act in a token that has one: *(1974:152, omtryckt 2011:109)* → *1974:152*."""
    number: str = _SFS_NUMBERS.findall(text)[0]
    return number
