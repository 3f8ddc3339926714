"""What a letter may ask of the program: its size is looked at before anything else is, its time all the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from klarsprak.language.unbroken import shortened
from klarsprak.letter import Letter
from klarsprak.swedish import decimal, number
from klarsprak.time_budget import OutOfTimeError, time_budget

_TOKEN = re.compile(r"\w+|[^\w\s]")


class TooSlowError(Exception):
    """A letter that took longer than it may; the text is a Swedish sentence."""


def why_too_long(letter: Letter, most: int) -> str | None:
    """What to say of a letter of more than ``most`` words, signs between them included; None for all others.

    *Brevet har 130 000 ord. Gränsen är 100 000.*  Nobody counts the words of a letter that has fewer signs than that.
    """
    if sum(len(block.text) for block in letter.blocks) <= most:
        return None
    words = sum(sum(1 for _ in _TOKEN.finditer(shortened(block.text))) for block in letter.blocks)
    if words <= most:
        return None
    told = f"Brevet har {number(words)} ord, och gränsen är {number(most)}. Det är inte granskat."
    return f"{told} Dela det, eller höj gränsen i klarsprak.yml."


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raises ``TooSlowError`` where what is done to a letter takes longer."""
    try:
        with time_budget(seconds):
            yield
    except OutOfTimeError:
        raise TooSlowError(why_too_slow(seconds)) from None


def why_too_slow(seconds: float) -> str:
    """*Brevet tog mer än 30 sekunder att granska.*"""
    told = f"Brevet tog mer än {decimal(seconds)} sekunder att granska. Det är inte granskat."
    return f"{told} Dela det, eller höj tidsgränsen."
