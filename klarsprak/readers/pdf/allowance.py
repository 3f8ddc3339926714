"""What a file may ask for in all, however few bytes it asks with."""

from __future__ import annotations

from klarsprak.readers.pdf.objects import TooMuchError

MAX_UNPACKED = 200_000_000
"""Most bytes that the streams of a file which are read unpack to together."""
MAX_SLOW = 4_000_000
"""Most bytes into and out of what Python itself unpacks: a second for each million."""
MAX_DRAWN = 25_000_000
"""Most bytes of drawing instructions in a file, counted each time that they draw."""
MAX_PARSED = 32_000_000
"""Most bytes of packed objects and of fonts' tables of characters."""
MAX_OBJECTS = 1_000_000
"""Most objects that are read: each takes a hundred bytes and four microseconds."""
MAX_CODES = 1_000_000
"""Most codes that fonts give a width or a character: fifteen fonts that give all of them one."""


class Share:
    """A share of something, spent little by little."""

    def __init__(self, most: int) -> None:
        self.left = most

    def take(self, count: int) -> None:
        """Spend some; raises ``TooMuchError`` where no more is left."""
        self.left -= max(count, 0)
        if self.left < 0:
            raise TooMuchError


class Allowance:
    """The shares of one file.

    A range of a font from 0 to 2,000,000,000 is written in twenty bytes, and a stream packed twice swells a
    million times: therefore what is asked for is counted before it is done, over the whole file.
    """

    def __init__(self) -> None:
        self.unpacked = Share(MAX_UNPACKED)
        self.slow = Share(MAX_SLOW)
        self.drawn = Share(MAX_DRAWN)
        self.parsed = Share(MAX_PARSED)
        self.objects = Share(MAX_OBJECTS)
        self.codes = Share(MAX_CODES)
