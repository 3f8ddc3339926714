"""PDFs that can't be read say why and what to do, and never pass as read."""

from __future__ import annotations

import contextlib
import io
import logging
import random
import warnings
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from klarsprak.letter import ReadError
from klarsprak.readers import pdf

SENTENCE = "Du har skickat en ansökan till oss om hjälp i hemmet och vi svarar på den inom tre veckor"


def made(*pages: Callable[[Canvas], object], encrypt: StandardEncryption | None = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt, pageCompression=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def packed(*pages: Callable[[Canvas], object]) -> bytes:
    """A PDF whose pages are packed and not written in ASCII besides."""
    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        return made(*pages)
    finally:
        rl_config.useA85 = before


def sentence(canvas: Canvas, text: str = SENTENCE, lines: int = 2) -> None:
    for number in range(lines):
        canvas.drawString(71, 700 - 14 * number, text)


def scan(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (60, 84), 200), 0, 0, *A4)


def by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + trailer


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def one_page(content: bytes, font: bytes = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") -> bytes:
    """A PDF whose only page has this content stream, as an object, and this font, named F."""
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 4 0 R >> >> >>",
        content,
        font,
    )


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        pdf.read(data, "brev.pdf")
    return caught.value.reason


@pytest.mark.parametrize("data", [b"", b"Hej!", b"PK\x03\x04" + b"\0" * 100])
def test_a_file_that_is_no_pdf_is_told(data: bytes) -> None:
    assert reason(data) == "Filen är ingen pdf, trots namnet. Kontrollera att det är rätt fil."


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_pdf_that_is_cut_off_is_damaged(part: float) -> None:
    whole = made(sentence)
    assert "skadad eller inte hel" in reason(whole[: int(part * len(whole))])


def test_a_scan_is_a_picture_without_text() -> None:
    assert reason(made(scan)).startswith("Pdf-filen är en bild utan text")


def test_a_scan_with_a_stamp_of_a_few_words_asks_for_text_recognition() -> None:
    assert "textigenkänning" in reason(made(lambda c: (scan(c), c.drawString(71, 800, "Inkom 2025-03-03"))))


def test_text_turned_into_outlines_is_a_picture_without_text() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(400):
            canvas.circle(71 + number, 700, 3)

    assert reason(made(draw)).startswith("Pdf-filen är en bild utan text")


def test_empty_pages_have_no_text() -> None:
    assert reason(made(lambda c: None)) == "Pdf-filen har ingen text. Kontrollera att det är rätt fil."


def test_a_pdf_with_a_password_is_told() -> None:
    assert reason(made(sentence, encrypt=StandardEncryption("hemligt", strength=128))).startswith(
        "Pdf-filen kräver ett lösenord."
    )


def test_an_unknown_encryption_is_told() -> None:
    data = made(sentence).replace(b"/Root", b"/Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [(a) (a)] /Root")
    assert "kryptering" in reason(data)


def test_a_form_that_only_adobe_reader_shows_is_told() -> None:
    data = by_hand(
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA (x) >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        stream(b"BT /F 12 Tf 71 700 Td (Please wait... If this message is not eventually replaced) Tj ET"),
    )
    assert "XFA-formulär" in reason(data)


def shifted(text: str, by: int) -> str:
    """The letters moved on in the code table, as where a font's own codes are taken for characters."""
    return "".join(chr(ord(c) - by) if c.isascii() and c.isalpha() else c for c in text)


def test_a_font_whose_codes_are_no_characters_makes_the_text_unreadable() -> None:
    cipher = shifted(SENTENCE, 29)
    assert "teckentabell" in reason(made(lambda c: sentence(c, cipher)))


def test_a_font_with_swapped_letters_makes_the_text_unreadable() -> None:
    cipher = SENTENCE.translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "xqzjkvwbfghtymrncpdusloeai"))
    assert "teckentabell" in reason(made(lambda c: sentence(c, cipher)))


def test_a_font_without_a_table_of_characters_makes_the_text_unreadable() -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Okand /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        b"/Subtype /CIDFontType2 /BaseFont /Okand /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
    )
    shown = SENTENCE.encode("utf-16-be").hex().encode()
    assert "teckentabell" in reason(one_page(stream(b"BT /F 11 Tf 71 700 Td <%s> Tj ET" % shown), font))


@pytest.mark.parametrize(
    "text",
    [
        "Vi har fått din ansökan och svarar på den senast den 3 mars.",
        "BESLUT OM BYGGLOV FÖR UTERUM PÅ FASTIGHETEN LINDVIK 1:14",
        "You can have this letter in other languages. Please contact us by telephone.",
        "Jos haluat tämän kirjeen suomeksi, ota meihin yhteyttä puhelimitse.",
        "Haddii aad rabto warqaddan oo af-soomaali ah, fadlan nala soo xiriir.",
        "Jeśli chcesz otrzymać ten list w języku polskim, prosimy o kontakt.",
        "08-465 004 12, 031-390 06 21, 2025-03-17, BYGG-2025-114, 998 12",
    ],
)
def test_unusual_text_is_no_cipher(text: str) -> None:
    text = text.encode("latin-1", "replace").decode("latin-1")
    assert pdf.read(made(lambda c: sentence(c, text, lines=1)), "brev.pdf").blocks[0].text == text


def test_a_little_text_that_cannot_be_told_is_noted() -> None:
    cipher = shifted("Bra service till alla som bor eller arbetar i din kommun", 29)

    def draw(canvas: Canvas) -> None:
        sentence(canvas, lines=30)
        canvas.setFont("Courier", 8)
        canvas.drawString(71, 30, cipher)

    read = pdf.read(made(draw), "brev.pdf")
    assert [block.text for block in read.blocks] == [" ".join([SENTENCE] * 30)]
    assert read.notes == [
        "På sidan 1 finns text i ett typsnitt vars tecken inte går att läsa ut. Den texten är inte granskad."
    ]


def broken_content(data: bytes, page: int) -> bytes:
    """The PDF with the end of that page's packed instructions overwritten."""
    start = -1
    for _ in range(page):
        start = data.index(b"\nstream", start + 1)
    middle = (start + data.index(b"endstream", start)) // 2
    return data[:middle] + b"\xff" * 20 + data[middle + 20 :]


def test_a_page_that_is_damaged_is_noted() -> None:
    data = broken_content(packed(sentence, sentence), page=2)
    read = pdf.read(data, "brev.pdf")
    assert read.blocks[0].text.startswith(SENTENCE)
    assert read.notes == ["Pdf-filen är skadad på sidan 2. All text där är kanske inte granskad."]


def test_a_page_that_breaks_off_within_a_figure_takes_no_other_with_it() -> None:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /X 7 0 R >>"
        b" /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    )
    data = by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        page % 5,
        page % 6,
        stream(b"/X Do"),
        stream(b"BT /F 12 Tf 71 700 Td (Hej) Tj ET"),
        stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [1]"),
    )
    read = pdf.read(data, "brev.pdf")
    assert [block.text for block in read.blocks] == ["Hej"]
    assert read.notes == ["Pdf-filen är skadad på sidan 1. All text där är kanske inte granskad."]


def test_a_bomb_is_refused() -> None:
    bomb = zlib.compress(b" " * 200_000_000, 9)
    assert "orimligt mycket data" in reason(one_page(stream(bomb, b"/Filter /FlateDecode")))


def test_a_bomb_within_a_bomb_is_refused() -> None:
    bomb = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    data = one_page(stream(bomb, b"/Filter [/FlateDecode /FlateDecode]"))
    assert len(data) < 10_000
    assert "orimligt mycket data" in reason(data)


def test_a_drawing_that_draws_itself_ends() -> None:
    content = stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    assert reason(one_page(content))


@pytest.mark.parametrize("others", [(b"5 0 R",), (b"6 0 R", b"5 0 R")])
def test_a_reference_to_itself_is_nothing(others: tuple[bytes, ...]) -> None:
    font = b"<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 5 0 R /Contents 4 0 R"
    data = by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b" /Resources << /Font " + font + b" >> >>",
        stream(b"BT /F 12 Tf 71 700 Td (Hej du) Tj ET"),
        *others,
    )
    assert [block.text for block in pdf.read(data, "brev.pdf").blocks] == ["Hej du"]


def test_a_tree_of_pages_that_holds_itself_ends() -> None:
    data = by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    assert "skadad" in reason(data)


def test_a_pdf_with_more_pages_than_any_letter_is_refused() -> None:
    assert "mer än 300 sidor" in reason(made(*[lambda c: c.drawString(71, 700, "Hej")] * 301))


def test_nothing_is_printed_or_logged_of_a_broken_pdf(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    whole = made(sentence)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pdf.read(whole, "brev.pdf")
        pdf.read(whole.replace(b"/Pages", b"/Pagez"), "brev.pdf")
        pdf.read(one_page(stream(b"BT /Okand 12 Tf 1 0 (Hej) Tj 5 5 l f* Q Q Q (oavslutad")), "brev.pdf")
        reason(whole[: len(whole) // 2])
    assert (capfd.readouterr(), caplog.records, caught) == (("", ""), [], [])


@pytest.mark.parametrize("seed", range(40))
def test_damage_to_a_pdf_gives_text_or_an_error(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(made(sentence, sentence))
    for _ in range(chance.choice([1, 5, 40])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(ReadError):
        assert pdf.read(bytes(data), "brev.pdf").blocks
