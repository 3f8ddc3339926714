"""Letters whose accents are drawn as glyphs of their own."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.letter import ReadError
from klarsprak.readers import pdf
from klarsprak.readers.pdf.lines import make_lines
from klarsprak.readers.pdf.marks import join_marks
from klarsprak.readers.pdf.page import Glyph, GlyphRun
from tests.readers.pdf.test_unreadable import SENTENCE, by_hand, one_page, stream

FILES = sorted((Path(__file__).parent / "decomposed").glob("*.pdf"))
TEXTS = [
    "Hej Åke!",
    "Därför får du åka färdtjänst från den 1 maj. Du får också en ledsagare på långa resor. Förvaltningen har gått "
    "igenom det läkarutlåtande som du skickade in och bedömer att du inte kan åka buss på egen hand.",
    "Överklagandet ska ha kommit in till oss inom tre veckor. Ändra gärna själv på blanketten. Där går också é, ü, à "
    "och É.",
    "Med vänlig hälsning\nMärta Sjögren",
]
SIZE, WIDTH = 11.0, 6.0
"""Size of the type and width of a letter, in points."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_decomposed_letters_are_read_as_they_look(path: Path) -> None:
    read = pdf.read(path.read_bytes(), path.name)
    assert [block.text for block in read.blocks] == TEXTS
    assert read.notes == []


def test_there_are_two_programs_and_three_fonts() -> None:
    assert len(FILES) == 6


def glyph(text: str, x0: float, x1: float, base: float = 700) -> Glyph:
    return Glyph(text, x0, base - 2, x1, base + 9, base, SIZE, 0, False)


def drawn(text: str, place: float, width: float, raised: float, kerning: float) -> GlyphRun:
    """The decomposed text as glyphs in the order of drawing.

    A mark begins at ``place`` of its letter's width; one with a ``width`` of its own moves what follows on.
    """
    run: GlyphRun = []
    x = start = 71.0
    for sign in unicodedata.normalize("NFD", text):
        if unicodedata.combining(sign):
            left = start + place * WIDTH
            run.append(glyph(sign, left, left + width, 700 + raised))
            x = max(x, left + width)
        else:
            start = x
            run.append(glyph(sign, x, x + WIDTH))
            x += WIDTH - kerning
    return run


def read_line(run: GlyphRun) -> str:
    (line,) = make_lines(join_marks(run), 1)
    return line.text


letters = st.text("aåäöeébfknrsÅÄÖA", min_size=1, max_size=12)
sentences = st.lists(letters, min_size=1, max_size=6).map(" ".join)


@given(
    text=sentences,
    place=st.floats(0, 1),
    width=st.just(0.0) | st.floats(0, WIDTH),
    raised=st.floats(-1, 3),
    kerning=st.floats(0, 0.5),
)
def test_a_mark_belongs_to_the_letter_drawn_before_it(
    text: str, place: float, width: float, raised: float, kerning: float
) -> None:
    # A mark that takes room of its own stands beside its letter; there is no kerning then.
    beside = place if not width else 1.0
    run = drawn(text, beside, width, raised, 0 if width else kerning)
    assert read_line(run) == text


@given(word=letters, place=st.floats(0.1, 0.9), raised=st.floats(-1, 3))
def test_marks_drawn_after_their_word_go_to_the_letters_under_them(word: str, place: float, raised: float) -> None:
    run = drawn(word, place, 0, raised, 0)
    run.sort(key=lambda glyph: bool(unicodedata.combining(glyph.text)))
    assert read_line(run) == word


@given(sentences)
def test_a_wide_mark_drawn_before_its_letter_goes_to_that(text: str) -> None:
    run: GlyphRun = []
    for number, sign in enumerate(text):
        x = 71 + number * WIDTH
        letter, *marks = unicodedata.normalize("NFD", sign)
        run += [glyph(mark, x + 1, x + WIDTH - 1) for mark in marks]
        run.append(glyph(letter, x, x + WIDTH))
    assert read_line(run) == text


def test_a_mark_in_type_of_even_width_makes_no_space() -> None:
    assert read_line(drawn("vår åka", 1, WIDTH, 0, 0)) == "vår åka"


def test_two_marks_go_to_one_letter() -> None:
    run = [glyph("u", 71, 77), glyph("\u0308", 77, 77), glyph("\u0304", 77, 77), glyph("r", 77, 83)]
    assert read_line(run) == "ǖr"


def test_a_page_without_marks_keeps_its_glyphs() -> None:
    run = drawn("Hej du", 1, 0, 0, 0)
    assert join_marks(run) is run


def type3(names: str, shown: str, rest: int) -> bytes:
    """A PDF with a sentence in a Type 3 font with these names from code 65 on, below ``rest`` lines of Helvetica."""
    box = b"500 0 0 0 400 700 d1 0 0 400 700 re f"
    drawings = " ".join(f"{name} 6 0 R" for name in dict.fromkeys(names.split()))
    font = (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << {drawings} >> /Encoding << /Type /Encoding /Differences [65 {names}] >> "
        f"/FirstChar 65 /LastChar 70 /Widths [500 500 500 500 500 500] /Resources << >> >>"
    )
    lines = "".join(f"1 0 0 1 71 {700 - 14 * number} Tm ({SENTENCE[:70]}) Tj " for number in range(rest))
    content = f"BT /H 11 Tf {lines} /F 11 Tf 1 0 0 1 71 400 Tm ({shown}) Tj ET"
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R "
        b"/H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>",
        stream(content.encode("latin-1")),
        font.encode(),
        stream(box),
    )


def test_a_type_3_font_is_read_by_the_names_of_its_drawings() -> None:
    read = pdf.read(type3("/B /r /a /adieresis /n /d", "ABDE", rest=0), "brev.pdf")
    assert read.blocks[0].text == "Brän"


def test_a_type_3_font_without_such_names_makes_the_letter_unreadable() -> None:
    with pytest.raises(ReadError, match="teckentabell"):
        pdf.read(type3("/g1 /g2 /g3 /g4 /g5 /g6", "ABBACDEF", rest=1), "brev.pdf")


def test_a_word_in_a_type_3_font_without_such_names_is_noted() -> None:
    read = pdf.read(type3("/g1 /g2 /g3 /g4 /g5 /g6", "ABBACDEF", rest=20), "brev.pdf")
    assert read.notes == [
        "På sidan 1 finns text i ett typsnitt vars tecken inte går att läsa ut. Den texten är inte granskad."
    ]
    assert not any("ABBA" in block.text for block in read.blocks)


def helvetica(*lines: tuple[int, str]) -> bytes:
    """A PDF of lines in Helvetica, each with its number; a bracket stands for a combining ring."""
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding "
        b"/WinAnsiEncoding /Differences [91 /uni030A] >> >>"
    )
    shown = " ".join(f"1 0 0 1 71 {700 - 14 * number} Tm ({text}) Tj" for number, text in lines)
    return one_page(stream(f"BT /F 11 Tf {shown} ET".encode("latin-1")), font)


def test_a_mark_that_is_on_no_letter_is_noted() -> None:
    lines = [(number, SENTENCE) for number in range(3)]
    read = pdf.read(helvetica(*lines, (5, "fr[n")), "brev.pdf")
    assert read.notes == ["På sidan 1 står accenter utan sin bokstav. Orden där är kanske inte rätt lästa."]


def test_many_marks_that_are_on_no_letter_make_the_text_unreadable() -> None:
    lost = "Skicka blanketten till oss fr[n och med p[ m[ndag s[ f[r du svar p[ din ans[kan"
    with pytest.raises(ReadError, match="teckentabell"):
        pdf.read(helvetica(*[(number, lost.replace("[", " [ ")) for number in range(3)]), "brev.pdf")
