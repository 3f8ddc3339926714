"""When a letter was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from klarsprak.lazy_regex import LazyRegex
from klarsprak.letter import Block, Letter, Role
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
_HEAD = 15
"""Blocks in which a letter's head ends."""
_SHORT = 12
"""Words of a line that holds a place and a day alone."""


def dates(text: str) -> list[date]:
    """The days, with year, that ``text`` names, in order."""
    if "20" not in text and "19" not in text:  # most texts: cheaper than the expressions
        return []
    return [day for _, day in sorted(_placed_days(text))]


def _placed_days(text: str) -> Iterator[tuple[int, date]]:
    """The days that there are, each with its place: *2004-13-45* is none."""
    for match, numbers in (*_numeric(text), *_written(text)):
        try:
            yield match.start(), date(*numbers)
        except ValueError:
            continue


def _numeric(text: str) -> Iterator[tuple[re.Match[str], tuple[int, int, int]]]:
    """*2004-03-22*: year, month and day."""
    for match in _NUMERIC.all(text):
        yield match, (int(match[1]), int(match[2]), int(match[3]))


def _written(text: str) -> Iterator[tuple[re.Match[str], tuple[int, int, int]]]:
    """*22 mars 2004*: year, month and day."""
    for match in _WRITTEN.all(text):
        yield match, (int(match[3]), month_number(match[2]), int(match[1]))


def letter_date(letter: Letter) -> date | None:
    """The day that stands on the letter: after *Datum*, or alone in its head or foot.

    Days within sentences don't count: they tell when something happened, not when the letter was written.
    """
    own = [block for block in letter.blocks if block.text and block.role is not Role.QUOTED]
    return _labelled(own) or _standing_alone(own)


def _labelled(blocks: list[Block]) -> date | None:
    """The day after *Datum*, on the same line or the next one."""
    for i, block in enumerate(blocks):
        if _LABEL.match(block.text):
            below = [following.text for following in blocks[i + 1 : i + 2]]
            for text in (block.text, *below):
                if days := dates(text):
                    return days[0]
    return None


def _standing_alone(blocks: list[Block]) -> date | None:
    """The day on a line of its own in the head, else the last such one below."""
    for block in (*blocks[:_HEAD], *reversed(blocks[_HEAD:])):
        if _holds_letters_day(block):
            days = dates(block.text)
            if days:
                return days[0]
    return None


def _holds_letters_day(block: Block) -> bool:
    """Whether a day in the block is the letter's: no sentence, and nothing tells that it is another one."""
    text = block.text
    if len(text.split()) > _SHORT or text.rstrip().endswith((".", "?", "!")):
        return False
    return not _OTHER_DAY.search(text)


def names_later_day(text: str, letter: Letter) -> bool:
    """Whether the text names a day after the one that stands on the letter."""
    written = letter_date(letter)
    if written is None:
        return False
    days = dates(text)
    return bool(days) and days[0] > written
