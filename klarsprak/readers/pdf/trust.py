"""Whether a PDF's text layer says what the page shows.

A font may lack a usable map from its glyphs to characters: the page looks right, but its text comes out as cipher.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from klarsprak.letter import ReadError
from klarsprak.readers.pdf.page import DrawnPage, Glyph, GlyphRun, drawn_of, name_pages
from klarsprak.readers.pdf.signs import BULLET, REPLACEMENT, is_unmapped
from klarsprak.readers.pdf.strangeness import measure_strangeness

UNMAPPED_SHARE = 0.15
"""Least part of a font's glyphs without a character that makes the font unreadable."""
ODD_SHARE = 0.3
"""Least part of signs that are rare in text."""
STRANGENESS = 4.4
"""Least mean strangeness (see ``measure_strangeness``) of cipher.

Swedish has about 1.7, English 2.6, Finnish 2.8, Polish 3.9, Somali 4.0; of 300 random substitutions of a Swedish
paragraph all but three lie above.
"""
ENOUGH_PAIRS = 25
"""Fewer pairs of letters don't tell."""
FEW_SIGNS = 3
"""A font of so few signs is one of bullets or the like."""
FEW_ODD = 8
"""A font of so few signs may hold odd ones only, such as arrows and boxes."""
TOUCHING = 0.2
"""Widest gap between the letters of a word, in ems."""
MOST = 0.03
"""Part of a letter's glyphs that can't be told, beyond which the letter is unreadable.

A logotype is less; of scattered signs so many would spoil every fifth word.
"""

UNREADABLE = (
    "Pdf-filen visar text som inte går att läsa ut: ett typsnitt saknar en användbar teckentabell. Skapa om den från "
    "Word, eller kör textigenkänning (OCR) på den."
)
_LOST_FONT = "På {pages} finns text i ett typsnitt vars tecken inte går att läsa ut. Den texten är inte granskad."
_LOST_SIGNS = "På {pages} finns enstaka tecken som inte går att läsa ut."
_ORDINARY = frozenset(" .,:;!?-–—()/%§&@+_…•·”“\"'’")


@dataclass(slots=True)
class _Sample:
    """What a font is used for in the letter."""

    signs: Counter[str] = field(default_factory=Counter)
    text: list[str] = field(default_factory=list)
    last: Glyph | None = None
    """The latest glyph on the page at hand."""

    @property
    def total(self) -> int:
        """How many glyphs it is used for."""
        return self.signs.total()

    def add(self, glyph: Glyph, shown: str) -> None:
        """Count a glyph in; a space keeps apart what doesn't stand side by side."""
        if self.last is None or not _adjoin(self.last, glyph):
            self.text.append(" ")
        self.text.append(shown)
        self.signs[glyph.text] += 1
        self.last = glyph


def leave_out_unreadable(pages: Sequence[DrawnPage]) -> list[str]:
    """Takes text out of the pages that can't be told, in place; returns Swedish notes that name the pages.

    Raises ``ReadError`` where that is most of the text.
    """
    samples = _take_samples(pages)
    unreadable = _find_fonts(samples, _is_cipher)
    symbols = _find_fonts(samples, _is_symbols)
    if _are_much(unreadable, symbols, samples):
        raise ReadError(UNREADABLE)
    cut: list[int] = []
    marked: list[int] = []
    for page in pages:
        if _leave_out(page, unreadable):
            cut.append(page.number)
        if _mark_unmapped(page, symbols):
            marked.append(page.number)
    notes: list[str] = []
    if cut:
        notes.append(_LOST_FONT.format(pages=name_pages(cut)))
    if marked:
        notes.append(_LOST_SIGNS.format(pages=name_pages(marked)))
    return notes


def _find_fonts(samples: Mapping[int, _Sample], wanted: Callable[[_Sample], bool]) -> set[int]:
    """The numbers of the fonts whose samples are wanted."""
    fonts: set[int] = set()
    for font, sample in samples.items():
        if wanted(sample):
            fonts.add(font)
    return fonts


def _are_much(unreadable: Collection[int], symbols: Collection[int], samples: Mapping[int, _Sample]) -> bool:
    """Whether so much of the letter can't be told that it can't be read.

    A word or two in a font of its own may be a logotype's; the signs of a font of symbols are bullets.
    """
    whole = lost = 0
    for font, sample in samples.items():
        whole += sample.total
        if font in unreadable:
            lost += sample.total
        elif font not in symbols:
            lost += _count(sample, is_unmapped)
    return lost > MOST * whole


def _take_samples(pages: Iterable[DrawnPage]) -> dict[int, _Sample]:
    """What each of the fonts is used for, by its number.

    A glyph without a character parts the words of the sample: what stands beside it says nothing of the language.
    """
    samples: dict[int, _Sample] = defaultdict(_Sample)
    for page in pages:
        unmapped = _find_unmapped(page)
        for glyph in page.glyphs:
            if glyph.text.isspace():
                continue
            shown = " " if glyph.text in unmapped else glyph.text
            samples[glyph.font].add(glyph, shown)
        for sample in samples.values():
            sample.last = None  # the next page starts afresh
    return samples


def _find_unmapped(page: DrawnPage) -> set[str]:
    """The texts of the page's glyphs without a character.

    A page has few texts and many glyphs, so that each text is asked about once.
    """
    texts = {glyph.text for glyph in page.glyphs}
    return set(filter(is_unmapped, texts))


def _adjoin(left: Glyph, right: Glyph) -> bool:
    """Whether two glyphs stand side by side, as in a word."""
    gap = right.x0 - left.x1
    return left.base == right.base and abs(gap) < TOUCHING * right.size


def _is_cipher(sample: _Sample) -> bool:
    """Whether what a font is said to show can't be what the page shows.

    There are three sorts: *nothing at all* or private use, *ÃÐ¤¬* where the codes were taken for another table's, and
    *YL KDU InWW GLQ DQV|NDQ* where letters were moved or swapped.
    """
    tests = (_lacks_characters, _is_odd, _is_strange)
    return any(is_so(sample) for is_so in tests)


def _is_symbols(sample: _Sample) -> bool:
    """Whether the font has little else than bullets."""
    return len(sample.signs) <= FEW_SIGNS


def _lacks_characters(sample: _Sample) -> bool:
    """Whether many of the font's glyphs have no character; those of a font of bullets needn't."""
    if _is_symbols(sample):
        return False
    unmapped = _count(sample, is_unmapped)
    return unmapped > UNMAPPED_SHARE * sample.total


def _is_odd(sample: _Sample) -> bool:
    """Whether the font is used for signs that are rare in text, and is no font of symbols."""
    if sample.total < ENOUGH_PAIRS or len(sample.signs) <= FEW_ODD:
        return False
    odd = _count(sample, _is_rare)
    return odd > ODD_SHARE * sample.total


def _is_strange(sample: _Sample) -> bool:
    """Whether the font's letters stand beside each other as they do in no language.

    *YL KDU InWW* is so, *Vi har fått* and *Waan helnay* aren't.
    """
    text = "".join(sample.text)
    mean, pairs = measure_strangeness(text)
    return pairs >= ENOUGH_PAIRS and mean > STRANGENESS


def _count(sample: _Sample, wanted: Callable[[str], bool]) -> int:
    """How many of the sample's glyphs show a sign that is wanted."""
    total = 0
    for sign, count in sample.signs.items():
        if wanted(sign):
            total += count
    return total


def _is_rare(sign: str) -> bool:
    """Whether a sign is no letter, digit or common sign.

    *¤* and *¬* are rare, *å*, *7* and *§* aren't.
    """
    return not sign.isalnum() and sign not in _ORDINARY


def _leave_out(page: DrawnPage, fonts: Collection[int]) -> bool:
    """Takes the glyphs of these fonts off the page; says whether any of them showed something."""
    kept: GlyphRun = []
    lost: GlyphRun = []
    for glyph in page.glyphs:
        (lost if glyph.font in fonts else kept).append(glyph)
    page.glyphs = kept
    return bool(drawn_of(lost))


def _mark_unmapped(page: DrawnPage, symbols: Collection[int]) -> bool:
    """Puts U+FFFD for glyphs without a character, and says whether it did; those of a font of symbols are bullets."""
    unmapped = _find_unmapped(page)
    replaced = 0
    for number, glyph in enumerate(page.glyphs if unmapped else ()):
        if glyph.text not in unmapped:
            continue
        sign = BULLET if glyph.font in symbols else REPLACEMENT
        page.glyphs[number] = glyph._replace(text=sign)
        replaced += sign == REPLACEMENT
    return replaced > 0
