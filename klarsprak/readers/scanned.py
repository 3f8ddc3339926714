"""Documents that hold pictures where the text should be, such as pages that someone has scanned and pasted in."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.letter import Block, Role

FEW_LETTERS = 40
"""A caption or a page number beside a scanned page has fewer letters."""
LARGE = 0.4
"""Least part of a page under pictures that makes it a scan, if there is next to no text in the letter."""
MOST_OF_PAGE = 0.6
"""A scanned page between the margins has as much; photographs and maps in running text seldom have."""
FULL_PAGE = "En bild tar upp nästan en hel sida. Om den visar text är texten inte granskad."
"""What is told of such a picture in a letter that has text besides."""
_MARGINS = (Role.HEADER, Role.FOOTER)


def outside_margins(blocks: Iterable[Block]) -> Iterable[Block]:
    """The blocks but for the page's head and foot."""
    return (block for block in blocks if block.role not in _MARGINS)


def count_letters(blocks: Iterable[Block]) -> int:
    """How many letters and digits there are; counting ends where they are no longer few."""
    count = 0
    for block in blocks:
        count += sum(map(str.isalnum, block.text))
        if count >= FEW_LETTERS:
            break
    return count
