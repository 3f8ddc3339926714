"""When a letter was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from klarsprak.lazy_regex import LazyRegex
from klarsprak.letter import Letter, Role
from klarsprak.swedish import MONTHS, SHORT_MONTHS, month_number

_NUMERIC = LazyRegex(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_WRITTEN = LazyRegex(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join((*MONTHS, *SHORT_MONTHS))})\.?\s+((?:19|20)\d\d)(?!\d)")
"""*22 mars 2004*, *22 mar. 2004*."""
_LABEL = LazyRegex(
    r"^\s*(?:(?:datum|vårt datum|sammanträdesdatum|beslutsdatum|skrivet|sent|skickat|date)\b"
    r"|beslut(?:at|ades)?\s(?:vid|på)\s.{0,40}sammanträde)"
)
"""What stands before the letter's day: *Datum:*, *Beslut vid nämndens sammanträde*."""
_OTHER_DAY = LazyRegex(
    r"fastställ|revider|uppdater|version|upprätta|gäller|giltig|senast|född|ert datum|er beteckning|ankom|inkom|"
    r"möte|sammanträde|förfall|period|till och med|t\.o\.m|från och med|fr\.o\.m|besök|svara|lag\b|lagen|sfs",
)
"""What tells that a day in a letter's head or foot is another one: *Mallen fastställd*, *Svara senast*."""
_PlacedNumbers = tuple[int, tuple[int, int, int]]
"""Where in a text a day stands, and its year, month and day of the month."""
_HEAD = 15
"""Blocks in which a letter's head ends."""
_STOPS = (".", "?", "!")
_SHORT = 12
"""Words of a line that holds a place and a day alone."""


def dates(text: str) -> list[date]:
    """The days, with year, that ``text`` names, in order.

    A number of that shape that is no day, such as *2004-13-45*, is left out.
    """
    if not _may_hold_year(text):
        return []
    placed = sorted([*_numeric(text), *_written(text)])
    days = (_day(*numbers) for _, numbers in placed)
    return [day for day in days if day is not None]


def _may_hold_year(text: str) -> bool:
    """Whether the text has the beginning of a year: most have none, which is told cheaper than by the expressions."""
    return "20" in text or "19" in text


def _numeric(text: str) -> Iterator[_PlacedNumbers]:
    """*2004-03-22*.

    Not *2004-03-221*, nor *12004-03-22*.
    """
    for match in _NUMERIC.all(text):
        year, month, day = match.groups()
        yield match.start(), (int(year), int(month), int(day))


def _written(text: str) -> Iterator[_PlacedNumbers]:
    """*22 mars 2004*.

    Not *mars 2004*: that is no day.
    """
    for match in _WRITTEN.all(text):
        day, month, year = match.groups()
        yield match.start(), (int(year), month_number(month), int(day))


def _day(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def letter_date(letter: Letter) -> date | None:
    """The day that stands on the letter: after *Datum*, or alone in its head or foot.

    Days within sentences don't count: they tell when something happened, not when the letter was written.
    """
    own = [block.text for block in letter.blocks if block.text and block.role is not Role.QUOTED]
    return _first_day(_labelled(own)) or _first_day(_standing_alone(own))


def _first_day(texts: Iterable[str]) -> date | None:
    """The first day that one of the texts names.

    A line of two days, *2004-03-22–2004-04-01*, is about the first.
    """
    for text in texts:
        days = dates(text)
        if days:
            return days[0]
    return None


def _labelled(texts: list[str]) -> Iterator[str]:
    """Each line that begins with *Datum* or the like, and the one below it, where its value may stand.

    *Datum* stands alone in many letters' heads.
    """
    for i, text in enumerate(texts):
        if _LABEL.match(text):
            yield text
            yield from texts[i + 1 : i + 2]


def _standing_alone(texts: list[str]) -> Iterator[str]:
    """The lines where a day is the letter's: those of its head, then from its last line on upwards.

    The day at the end stands below the last sentence.
    """
    head, below = texts[:_HEAD], texts[_HEAD:]
    for text in (*head, *reversed(below)):
        if _may_hold_letters_day(text):
            yield text


def _may_hold_letters_day(text: str) -> bool:
    """Whether a day in the line is the letter's: *Ekvalla 2004-03-22*.

    A sentence tells when something else happened, and so does *Svara senast 2004-03-22*.
    """
    if not _may_hold_year(text) or len(text.split()) > _SHORT:
        return False
    if text.rstrip().endswith(_STOPS):
        return False
    return not _OTHER_DAY.search(text)


def names_later_day(text: str, letter: Letter) -> bool:
    """Whether the text names a day after the one that stands on the letter.

    Never where the letter bears no day.
    """
    written = letter_date(letter)
    days = dates(text)
    if written is None or not days:
        return False
    return days[0] > written
