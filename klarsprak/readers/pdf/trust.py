"""Whether a PDF's text layer says what the page shows.

A font may lack a usable map from its glyphs to characters: the page looks right, but its text comes out as cipher.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from klarsprak.letter import ReadError
from klarsprak.readers.pdf.page import Glyph, Page, name_pages
from klarsprak.readers.pdf.signs import BULLET, REPLACEMENT, is_unmapped

UNMAPPED_SHARE = 0.15
"""Least part of a font's glyphs without a character that makes the font unreadable."""
ODD_SHARE = 0.3
"""Least part of signs that are rare in text."""
STRANGENESS = 4.4
"""Least mean strangeness (see ``strangeness``) of cipher.

Swedish has about 1.7, English 2.6, Finnish 2.8, Polish 3.9, Somali 4.0; of 300 random substitutions of a Swedish
paragraph all but three lie above.
"""
ENOUGH_PAIRS = 25
"""Fewer pairs of letters don't tell."""
FEW_SIGNS = 3
"""A font of so few signs is one of bullets or the like."""
MOST = 0.03
"""Part of a letter's glyphs in unreadable fonts that makes the letter unreadable: more is no mere logotype."""

_UNREADABLE = (
    "Pdf-filen visar text som inte går att läsa ut: ett typsnitt saknar en användbar teckentabell. Skapa om den från "
    "Word, eller kör textigenkänning (OCR) på den."
)
_WORD = re.compile("[a-zåäö]{2,}")
_ORDINARY = frozenset(" .,:;!?-–—()/%§&@+_…•·”“\"'’")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"

# How strange each pair of letters is in Swedish, 0 (common: *en*) to 9: round((-log2 p - 5.5) / 1.4), with p the
# pair's part of all pairs in the training text of Swedish-Talbanken.  A row for the first letter, a column for the
# second.
_PAIRS = (
    "84427326862120839021519669899"
    "24971998358298399366498949444"
    "59693891392799699988899969999"
    "24940556246363367235359959435"
    "44314334562120649020538389798"
    "28994499369399399262489959341"
    "16941633357464399222469969343"
    "29992999449789399799398949333"
    "34323315792140249312629797976"
    "39953799996495399968389999934"
    "16762564367363159232339949533"
    "14921455123043349522339949324"
    "14961453265423339434469949333"
    "15512414153352249511349939335"
    "54135435654211749122648689988"
    "26972446587365329244478979269"
    "99999999999999999999969999999"
    "12921334132331259322239948223"
    "14542454231333139420339939233"
    "14560445145453259221339936434"
    "44644668793332929332859699999"
    "16952657165575689535569999327"
    "79997998899899999899999999999"
    "59994999688696959985599999999"
    "47347537995454759343969899999"
    "87997999899999899999999999999"
    "86935639995382969233959999997"
    "97449639973232969133949599999"
    "97847749943444947134939999999"
)
_STRANGE = dict(zip(product(_LETTERS, repeat=2), map(int, _PAIRS), strict=True))


@dataclass(slots=True)
class _Sample:
    """What a font is used for in the letter."""

    signs: Counter[str] = field(default_factory=Counter)
    text: list[str] = field(default_factory=list)


def trusted(pages: Sequence[Page]) -> list[str]:
    """Takes text out of the pages that can't be told, in place; returns Swedish notes that name the pages.

    Raises ``ReadError`` where that is most of the text.
    """
    samples = _samples(pages)
    bad = {font for font, sample in samples.items() if _is_cipher(sample)}
    lost = sum(samples[font].signs.total() for font in bad)
    if bad and lost > MOST * sum(sample.signs.total() for sample in samples.values()):
        raise ReadError(_UNREADABLE)
    notes = []
    if left_out := [page.number for page in pages if _leave_out(page, bad)]:
        notes.append(
            f"På {name_pages(left_out)} finns text i ett typsnitt vars tecken inte går att läsa ut. "
            "Den texten är inte granskad."
        )
    bullets = {font for font, sample in samples.items() if len(sample.signs) <= FEW_SIGNS}
    if single := [page.number for page in pages if _mark_unmapped(page, bullets)]:
        notes.append(f"På {name_pages(single)} finns enstaka tecken som inte går att läsa ut.")
    return notes


def strangeness(text: str) -> tuple[float, int]:
    """The mean strangeness of the pairs of letters in ``text``, 0 to 9, and how many pairs there are."""
    pairs = [pair for word in _WORD.findall(text.casefold()) for pair in pairwise(word)]
    total = sum(_STRANGE[pair] for pair in pairs)
    return (total / len(pairs) if pairs else 0.0), len(pairs)


def _samples(pages: Iterable[Page]) -> dict[int, _Sample]:
    samples: dict[int, _Sample] = defaultdict(_Sample)
    for page in pages:
        last: dict[int, Glyph] = {}
        unmapped = _unmapped(page)
        for glyph in page.glyphs:
            if glyph.text.isspace():
                continue
            sample, before = samples[glyph.font], last.get(glyph.font)
            if before is None or not _adjoin(before, glyph):
                sample.text.append(" ")
            sample.text.append(" " if glyph.text in unmapped else glyph.text)
            sample.signs[glyph.text] += 1
            last[glyph.font] = glyph
    return samples


def _unmapped(page: Page) -> set[str]:
    """The texts of the page's glyphs without a character."""
    return {text for text in {glyph.text for glyph in page.glyphs} if is_unmapped(text)}


def _adjoin(left: Glyph, right: Glyph) -> bool:
    return left.base == right.base and abs(right.x0 - left.x1) < 0.2 * right.size


def _is_cipher(sample: _Sample) -> bool:
    total = sample.signs.total()
    unmapped = sum(count for sign, count in sample.signs.items() if is_unmapped(sign))
    if len(sample.signs) > FEW_SIGNS and unmapped > UNMAPPED_SHARE * total:
        return True
    odd = sum(count for sign, count in sample.signs.items() if not sign.isalnum() and sign not in _ORDINARY)
    if total >= ENOUGH_PAIRS and len(sample.signs) > 8 and odd > ODD_SHARE * total:
        return True
    mean, pairs = strangeness("".join(sample.text))
    return pairs >= ENOUGH_PAIRS and mean > STRANGENESS


def _leave_out(page: Page, bad: set[int]) -> bool:
    lost = any(not glyph.text.isspace() for glyph in page.glyphs if glyph.font in bad)
    page.glyphs = [glyph for glyph in page.glyphs if glyph.font not in bad]
    return lost


def _mark_unmapped(page: Page, bullets: Collection[int]) -> bool:
    """Puts U+FFFD for glyphs without a character; those of a font that has little else are bullets."""
    marked, unmapped = False, _unmapped(page)
    if not unmapped:
        return False
    for number, glyph in enumerate(page.glyphs):
        if glyph.text in unmapped:
            sign = BULLET if glyph.font in bullets else REPLACEMENT
            page.glyphs[number] = glyph._replace(text=sign)
            marked = marked or sign == REPLACEMENT
    return marked
