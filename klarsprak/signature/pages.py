"""Pages of information: written to whoever reads them, and signed by nobody."""

from __future__ import annotations

import re

from klarsprak.letter import Role
from klarsprak.signature.whole_letter import WholeLetter

_MONTH = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
# *Dnr 2026-114*, *Datum: 2026-03-12*, *Ekvalla den 3 mars 2026*, *123 21 Ekvalla*: the head of a letter
_HEAD = re.compile(
    r"\b(?:dnr|(?:diarie|ärende|mål)(?:nr|nummer)|vår beteckning|er beteckning|vår referens|er referens)\b"
    rf"|^(?:datum\W+)?\d{{4}}-\d\d-\d\d$|^(?:[A-ZÅÄÖ]\w+ den )?\d{{1,2}} {_MONTH} \d{{4}}$|^\d{{3}} ?\d\d [A-ZÅÄÖ]",
    re.IGNORECASE,
)
# *Beslut om bygglov*, *Svar på din fråga*, *Inbjudan till samråd*, but not *Frågor och svar*
_TITLE = re.compile(
    r"beslut|föreläggande|kallelse|underrättelse|inbjudan|påminnelse|varning|information till|"
    r"(?<!frågor och )\bsvar\b|\b(?:avslag|meddelande|kommunicering|begäran|yttrande|till)\b",
    re.IGNORECASE,
)
# *Nämnden avslår*, *tack för din fråga*, *du har ansökt om*, *ditt ärende*: what is said to one reader
_TO_ONE = re.compile(
    r"\b(?:beslutar|beslutat|avslår|beviljar|bifaller|förelägger|avvisar|välkommen till oss)\b"
    r"|\b(?:tack för|angående|gällande|fått|läst|tagit emot|mottagit|prövat|granskat) (?:din|ditt|er|ert)\b"
    r"|\b(?:du|ni) har (?:\w+ )?(?:ansökt|sökt|begärt|anmält|frågat|skrivit|hört av|blivit|inte betalat|lämnat)\b",
    re.IGNORECASE,
)
_QUESTIONS, _LONGEST_QUESTION = 2, 20
_WORDS, _HEADINGS = 60, 2


def is_page(whole: WholeLetter) -> bool:
    """Whether it answers questions or is parted by headings, and nothing tells that it is a letter.

    A letter greets, closes, has a head, a title of its own or something to say to one reader.  A short text without
    any of it may be the beginning of a letter.
    """
    if whole.is_signed or whole.zones.closed or whole.greets or whole.letter.envelope is not None:
        return False
    if any(map(_TITLE.search, whole.titles_above_text)) or whole.says(_HEAD) or whole.says(_TO_ONE):
        return False
    return _asks_often(whole) or (whole.words >= _WORDS and _is_parted(whole))


def _asks_often(whole: WholeLetter) -> bool:
    """Whether lines are questions, with an answer below each: *När hämtar ni soporna?*"""
    texts = whole.texts
    asked = [i for i, text in enumerate(texts) if text.endswith("?") and len(text.split()) <= _LONGEST_QUESTION]
    answered = [i for i in asked if i + 1 < len(texts) and i + 1 not in asked]
    return len(answered) >= _QUESTIONS


def _is_parted(whole: WholeLetter) -> bool:
    """Whether it has headings between its paragraphs."""
    return sum(block.role is Role.HEADING for block in whole.letter.blocks) >= _HEADINGS
