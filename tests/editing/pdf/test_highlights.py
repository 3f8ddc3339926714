"""Findings as highlights in a PDF: on the words, with the PDF's own content as it was."""

from __future__ import annotations

import logging
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from klarsprak.checker import Checker
from klarsprak.editing.pdf.highlights import COLOURS, annotate
from klarsprak.finding import Level
from klarsprak.letter import ReadError
from klarsprak.readers import pdf
from tests.editing.conftest import CORPORA, WHEN, Word

PDFS = sorted(CORPORA.glob("*.pdf"))


def page(*lines: str, locked: bool = False) -> bytes:
    """A page with these lines, the first 700 points up, 12 points of Courier: a letter is 7.2 points wide."""
    out = BytesIO()
    canvas = Canvas(out, A4, encrypt=StandardEncryption("", "ägare", canModify=0) if locked else None)
    canvas.setFont("Courier", 12)
    for number, line in enumerate(lines):
        canvas.drawString(100, 700 - 14 * number, line)
    canvas.save()
    return out.getvalue()


def annotated(word: Word, data: bytes) -> bytes:
    return annotate(data, word.checker.check(pdf.read(data, "brev.pdf")), WHEN)


def annotations(data: bytes) -> list[DictionaryObject]:
    return [item.get_object() for page in PdfReader(BytesIO(data)).pages for item in page.get("/Annots", [])]


def highlights(data: bytes) -> list[DictionaryObject]:
    return [item for item in annotations(data) if item["/Subtype"] == "/Highlight"]


def test_a_highlight_lies_on_exactly_the_words(word: Word) -> None:
    (highlight,) = highlights(annotated(word, page("Du har erhållit ett bidrag av oss.")))
    left, bottom, right, top = (float(number) for number in highlight["/Rect"])
    assert (left, right) == pytest.approx((100 + 7 * 7.2, 100 + 15 * 7.2), abs=0.2)
    assert 690 < bottom < 700 < top < 715


def test_a_highlight_says_what_is_wrong(word: Word) -> None:
    (highlight,) = highlights(annotated(word, page("Du har erhållit ett bidrag av oss.")))
    assert (
        highlight["/Contents"]
        == "Bör skrivas om: ”erhållit” är svårt. Skriv ”fått”.\nVarför? Skälet.\nRegel: prov.erhålla"
    )
    assert highlight["/T"] == "klarsprak"
    assert highlight["/M"] == f"D:{datetime(2026, 3, 2, 9, 30):%Y%m%d%H%M%S}"


def test_each_level_has_a_colour_and_a_label(word: Word) -> None:
    data = annotated(word, page("Tjena, du har erhållit ett bidrag av oss."))
    seen = {str(item["/Contents"]).partition(":")[0]: colour(item) for item in highlights(data)}
    assert seen == {"Måste rättas": COLOURS[Level.ERROR], "Bör skrivas om": COLOURS[Level.WARNING]}


def colour(highlight: DictionaryObject) -> str:
    return "".join(f"{round(float(part) * 255):02x}" for part in highlight["/C"])


def test_black_words_stand_out_from_every_colour() -> None:
    assert min(map(contrast_to_black, COLOURS.values())) > 7


def contrast_to_black(colour: str) -> float:
    """By WCAG 2: from 1 to 21."""
    red, green, blue = (linear(int(colour[index : index + 2], 16) / 255) for index in (0, 2, 4))
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def test_what_has_no_highlight_is_listed_in_a_note_of_its_own_beside_the_first(word: Word) -> None:
    data = page("Tjena, du har erhållit ett bidrag av oss, men ej mer.")
    report = word.checker.check(pdf.read(data, "brev.pdf"))
    result = annotate(data, report, WHEN, Level.ERROR)
    first, second, highlight = annotations(result)
    assert str(second["/Contents"]).splitlines() == [
        "Granskat med klarsprak: 2 anmärkningar utan egen kommentar.",
        "Bör skrivas om:",
        "– ”erhållit” är svårt. Skriv ”fått”. (sida 1)",
        "– ”ej” är svårt. Skriv ”inte”. (sida 1)",
    ]
    assert float(second["/Rect"][0]) > float(first["/Rect"][2])
    assert str(highlight["/Contents"]).startswith("Måste rättas: ")


def test_of_two_equal_words_the_one_that_is_meant_is_highlighted(word: Word) -> None:
    found = highlights(annotated(word, page("Du har ej nej, ej heller något annat.")))
    assert [float(item["/Rect"][0]) for item in found] == pytest.approx([100 + 7 * 7.2, 100 + 15 * 7.2], abs=0.2)


def test_words_over_two_lines_have_a_box_on_each(word: Word) -> None:
    data = page("Vi ser inget skäl att det skulle finnas någon vidtagen", "åtgärd i ärendet, så vi avslutar det.")
    (highlight,) = highlights(annotated(word, data))
    assert len(highlight["/QuadPoints"]) == 16


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_highlights_on_a_turned_page_lie_where_the_words_are_drawn(word: Word, turn: int) -> None:
    """A page drawn sideways and shown upright; the box must be in its own coordinates."""
    out = BytesIO()
    canvas = Canvas(out, A4)
    canvas.setPageRotation(turn)
    canvas.translate(300, 400)
    canvas.rotate(turn)
    canvas.setFont("Courier", 12)
    canvas.drawString(0, 0, "Du har erhållit det av oss.")
    canvas.save()
    (highlight,) = highlights(annotated(word, out.getvalue()))
    left, bottom, right, top = (float(number) for number in highlight["/Rect"])
    start, end = 7 * 7.2, 15 * 7.2
    if turn == 90:
        assert (bottom, top) == pytest.approx((400 + start, 400 + end), abs=0.2)
        assert left < 300 < right
    elif turn == 180:
        assert (left, right) == pytest.approx((300 - end, 300 - start), abs=0.2)
        assert bottom < 400 < top
    else:
        assert (bottom, top) == pytest.approx((400 - end, 400 - start), abs=0.2)
        assert left < 300 < right


def test_a_note_on_the_page_sums_up_the_findings(word: Word) -> None:
    note = annotations(annotated(word, page("Du har erhållit ett bidrag av oss.")))[0]
    assert note["/Subtype"] == "/Text"
    assert "1 bör skrivas om." in note["/Contents"]


@pytest.mark.parametrize(
    ("turn", "first", "second"),
    [
        (0, (22, 758, 42, 778), (54, 758, 74, 778)),
        (90, (22, 32, 42, 52), (22, 64, 42, 84)),
        (180, (558, 32, 578, 52), (526, 32, 546, 52)),
        (270, (558, 758, 578, 778), (558, 726, 578, 746)),
    ],
)
def test_the_notes_on_a_turned_page_lie_in_the_corner_that_is_shown_at_the_upper_left(
    turn: int, first: tuple[int, ...], second: tuple[int, ...], word: Word
) -> None:
    """The page is cut to what is between 10 and 590 points across and 20 and 790 up."""
    out = BytesIO()
    canvas = Canvas(out, A4, cropBox=(10, 20, 590, 790))
    canvas.setPageRotation(turn)
    canvas.drawString(100, 700, "Du har erhållit ett bidrag av oss.")
    canvas.save()
    report = word.checker.check(pdf.read(out.getvalue(), "brev.pdf"))
    found = annotations(annotate(out.getvalue(), report, WHEN, Level.ERROR))
    assert [tuple(map(float, note["/Rect"])) for note in found] == [first, second]


def test_a_locked_pdf_is_not_annotated(word: Word) -> None:
    with pytest.raises(ReadError, match="skyddad mot ändringar"):
        annotated(word, page("Du har erhållit ett bidrag av oss.", locked=True))


@pytest.mark.parametrize("damage", ["/Prev", "startxref"])
def test_nothing_is_logged_of_a_damaged_pdf_that_is_annotated(
    damage: str, word: Word, caplog: pytest.LogCaptureFixture
) -> None:
    """A table of objects that is said to stand where the letter's own words do."""
    out = BytesIO()
    canvas = Canvas(out, A4, pageCompression=0)
    canvas.drawString(100, 700, "7 Anna har erhållit ett bidrag av oss.")
    canvas.save()
    data = out.getvalue()
    place = data.index(b"7 Anna")
    if damage == "/Prev":
        data = data.replace(b"/Root", b"/Prev %d /Root" % place)
    else:
        data = data[: data.rindex(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % place
    caplog.set_level(logging.DEBUG)
    result = annotated(word, data)
    assert caplog.records == []
    assert len(highlights(result)) == 1


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_annotated_letters_of_the_corpora_read_as_before_and_have_all_highlights(
    shipped: Checker, path: Path
) -> None:
    data = path.read_bytes()
    letter = pdf.read(data, path.name)
    report = shipped.check(letter)
    result = annotate(data, report, WHEN, Level.INFO)
    assert result.startswith(data)
    assert pdf.read(result, path.name).blocks == letter.blocks
    placed = {finding.place for finding in report.findings if finding.place is not None}
    assert len(highlights(result)) >= len(placed)
