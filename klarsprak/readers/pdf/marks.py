"""Combining marks that a PDF draws as glyphs of their own: *a* and U+0308 are *ä*.

Programs that are handed decomposed text draw the mark right after its letter, but say nothing of where it belongs:
it may lie over the letter, at its right edge or, in type of even width, where the next letter could stand.  The order
of drawing tells, and is lost once the page is sorted into rows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from klarsprak.letter import Block, ReadError
from klarsprak.readers.pdf.page import Glyph, GlyphRun, name_pages
from klarsprak.readers.pdf.trust import MOST, UNREADABLE

MARKS = "\u0300-\u036f"
"""Unicode's combining diacritical marks, as the inside of a character class."""
NEAR = 0.3
"""How far after its letter a mark may be drawn, in ems; letters may be spaced out."""
WIDE = 0.1
"""Least width of a mark that is a glyph of its own weight, in ems; and least overlap with the letter under it."""

_LOST = "På {pages} står accenter utan sin bokstav. Orden där är kanske inte rätt lästa."
_MARK = re.compile(f"[{MARKS}]")
_ONLY_MARKS = re.compile(f"[{MARKS}]+")


def join_marks(glyphs: GlyphRun) -> GlyphRun:
    """The glyphs, each mark with the letter drawn before it; ``glyphs`` are in the order of drawing.

    A mark drawn before its letter, or after all the letters of a line, stays: its place tells where it belongs.
    """
    # A page has few texts and many glyphs, and most pages have no marks.
    marks = set(filter(_ONLY_MARKS.fullmatch, {glyph.text for glyph in glyphs}))
    if not marks:
        return glyphs
    joined: GlyphRun = []
    for number, glyph in enumerate(glyphs):
        if glyph.text in marks and joined and _belongs_to(joined[-1], glyph, glyphs[number + 1 : number + 2]):
            joined[-1] = with_mark(joined[-1], glyph)
        else:
            joined.append(glyph)
    return joined


def _belongs_to(letter: Glyph, mark: Glyph, following: Sequence[Glyph]) -> bool:
    """Whether a mark is that of the letter drawn before it, and not of the one after it."""
    if not letter.text[-1:].isalpha() and not _ONLY_MARKS.fullmatch(letter.text[-1:]):
        return False
    return _is_at(letter, mark) and not any(_is_over(mark, letter, other) for other in following)


def _is_at(letter: Glyph, mark: Glyph) -> bool:
    """Whether a mark is drawn over a letter or right after it, in the same line.

    In turned text left and right say nothing.
    """
    if abs(mark.base - letter.base) > letter.size:
        return False
    if not letter.upright:
        return True
    middle = (mark.x0 + mark.x1) / 2
    return middle >= letter.x0 and mark.x0 <= letter.x1 + NEAR * letter.size


def _is_over(mark: Glyph, before: Glyph, after: Glyph) -> bool:
    """Whether the letter after a mark is drawn under it, as typesetters do: *¨*, back, *a*.

    Such a mark is as wide as it looks; one of no width stands at the end of its own letter.
    """
    middle = (mark.x0 + mark.x1) / 2
    is_wide = mark.x1 - mark.x0 > WIDE * mark.size
    is_beyond = middle > before.x1
    return is_wide and is_beyond and after.x0 + WIDE * after.size < middle < after.x1


def with_mark(letter: Glyph, mark: Glyph) -> Glyph:
    """The letter with its mark, in NFC; it takes the room that the two of them took."""
    text = unicodedata.normalize("NFC", letter.text + mark.text)
    return letter._replace(text=text, x0=min(letter.x0, mark.x0), x1=max(letter.x1, mark.x1))


def note_lost_marks(blocks: Iterable[Block]) -> list[str]:
    """Swedish notes that name the pages with marks that are on no letter, once the text is in NFC.

    Raises ``ReadError`` where they are many: *frn̊* for *från* in every line is no text to check.
    """
    pages: set[int] = set()
    letters = lost = 0
    for block in blocks:
        letters += len(block.text)
        for mark in _MARK.finditer(block.text):
            lost += 1
            pages.add(block.place.at(mark.start()).page or 1)
    if lost > MOST * letters:
        raise ReadError(UNREADABLE)
    return [_LOST.format(pages=name_pages(sorted(pages)))] if pages else []
