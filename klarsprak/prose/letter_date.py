"""When a letter was written."""

from __future__ import annotations

from datetime import date

from klarsprak.lazy_regex import LazyRegex
from klarsprak.letter import Block, Letter, Role

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_NUMERIC = LazyRegex(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_WRITTEN = LazyRegex(
    rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?\s+((?:19|20)\d\d)(?!\d)",
)
_LABEL = LazyRegex(
    r"^\s*(?:(?:datum|vårt datum|sammanträdesdatum|beslutsdatum|skrivet|sent|skickat|date)\b"
    r"|beslut(?:at|ades)?\s(?:vid|på)\s.{0,40}sammanträde)"
)
# Other days that stand alone in a letter's head or foot.
_OTHER_DAY = LazyRegex(
    r"fastställ|revider|uppdater|version|upprätta|gäller|giltig|senast|född|ert datum|er beteckning|ankom|inkom|"
    r"möte|sammanträde|förfall|period|till och med|t\.o\.m|från och med|fr\.o\.m|besök|svara|lag\b|lagen|sfs",
)
_HEAD = 15
_SHORT = 12


def dates(text: str) -> list[date]:
    """The days, with year, that ``text`` names, in order."""
    if "20" not in text and "19" not in text:
        return []
    found = [(m.start(), _day(int(m[1]), int(m[2]), int(m[3]))) for m in _NUMERIC.all(text)]
    found += [(m.start(), _day(int(m[3]), _month(m[2]), int(m[1]))) for m in _WRITTEN.all(text)]
    return [day for _, day in sorted(found, key=lambda pair: pair[0]) if day is not None]


def letter_date(letter: Letter) -> date | None:
    """The day that stands on the letter: after *Datum*, or alone in its head or foot.

    Days within sentences don't count: they tell when something happened, not when the letter was written.
    """
    own = [block for block in letter.blocks if block.text and block.role is not Role.QUOTED]
    for i, block in enumerate(own):
        if _LABEL.match(block.text):
            following = own[i + 1].text if i + 1 < len(own) else ""
            days = dates(block.text) or dates(following)
            if days:
                return days[0]
    for block in [*own[:_HEAD], *reversed(own[_HEAD:])]:
        if (days := dates(block.text)) and _stands_alone(block):
            return days[0]
    return None


def _stands_alone(block: Block) -> bool:
    text = block.text
    return len(text.split()) <= _SHORT and not text.rstrip().endswith((".", "?", "!")) and not _OTHER_DAY.search(text)


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
