"""The glyphs of a page are those of pdfminer's own layout: same characters, same boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from klarsprak.readers.pdf.document import draw_pages
from tests.readers.pdf.test_unreadable import one_page, stream

CORPORA = Path(__file__).parents[3] / "corpora"
PDFS = sorted([*CORPORA.glob("letters/*.pdf"), *CORPORA.glob("signatures/*.pdf")])
DOWNWARDS = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Okand /Encoding /Identity-V /DescendantFonts [<< /Type /Font "
    b"/Subtype /CIDFontType2 /BaseFont /Okand /DW 500 "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)
Drawn = tuple[str, tuple[float, float, float, float]]


def drawn(data: bytes) -> list[Drawn]:
    return sorted((glyph.text, glyph[1:5]) for page in draw_pages(data)[0] for glyph in page.glyphs)


def drawn_by_pdfminer(data: bytes) -> list[Drawn]:
    """The code that Windows' encoding leaves free shows a bullet, which pdfminer doesn't know."""
    found = chars(extract_pages(BytesIO(data)))
    return sorted((char.get_text().replace("(cid:127)", "•"), char.bbox) for char in found)


def chars(items: Iterable[object]) -> Iterator[LTChar]:
    for item in items:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from chars(item)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_glyphs_of_the_corpora_are_those_of_pdfminer(path: Path) -> None:
    data = path.read_bytes()
    assert drawn(data) == drawn_by_pdfminer(data)


@pytest.mark.parametrize(
    "matrix",
    [
        "1 0 0 1",
        "2 0 0 0.5",
        "1 0 0.3 1",
        "0 1 -1 0",
        "0 -1 1 0",
        "-1 0 0 -1",
        "-1 0 0 1",
        "1 0 0 -1",
        "0.9 0.1 -0.1 0.9",
    ],
)
@pytest.mark.parametrize("size", [12, -12])
def test_turned_slanted_and_mirrored_glyphs_are_those_of_pdfminer(matrix: str, size: int) -> None:
    shown = f"BT /F {size} Tf 2 Ts 1 Tc 3 Tw 90 Tz {matrix} 300 400 Tm [(Hej d) -200 (u)] TJ (du) ' ET"
    data = one_page(stream(shown.encode()))
    assert drawn(data)
    assert drawn(data) == drawn_by_pdfminer(data)


def test_glyphs_of_a_font_that_is_written_downwards_are_those_of_pdfminer() -> None:
    data = one_page(stream(b"BT /F 12 Tf 1 0 0 1 300 400 Tm <004800650069> Tj ET"), DOWNWARDS)
    assert len(drawn(data)) == 3
    assert drawn(data) == drawn_by_pdfminer(data)
