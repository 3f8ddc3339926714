"""What the PDF reader makes of a page."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from klarsprak.letter import Block, Letter, Role
from klarsprak.readers import pdf

LEFT, PITCH = 71, 14
LONG = [
    "Du har ansökt om bygglov för ett uterum på fastigheten Lindvik 1:14. Vi behöver en",
    "ritning till och skriver därför till dig. Skicka den till oss senast den 14 april. När vi",
    "har fått den går vi vidare med ditt ärende och hör då dina grannar.",
]
LONG_TEXT = " ".join(LONG)
COLUMN = (
    "Den som har fått beslutet kan överklaga det. Skriv då till oss och berätta varför du tycker att det är fel. "
    "Vi måste ha ditt brev inom tre veckor från den dag då du fick beslutet. Skriv också vad du vill ändra."
)


def letter(*pages: Callable[[Canvas], object], encrypt: StandardEncryption | None = None) -> Letter:
    """The letter read from a PDF with these pages."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return pdf.read(file.getvalue(), "brev.pdf")


def write(
    canvas: Canvas, lines: Iterable[str], x: float = LEFT, y: float = 650, font: str = "Helvetica", size: float = 11
) -> None:
    """Writes the lines below each other."""
    canvas.setFont(font, size)
    for number, line in enumerate(lines):
        canvas.drawString(x, y - number * PITCH * size / 11, line)


def wrap(text: str, width: float) -> list[str]:
    """The text as lines of that width."""
    return simpleSplit(text, "Helvetica", 11, width)


def texts(read: Letter, *roles: Role) -> list[str]:
    return [block.text for block in read.blocks if not roles or block.role in roles]


def block_with(read: Letter, start: str) -> Block:
    return next(block for block in read.blocks if block.text.startswith(start))


def test_lines_become_a_paragraph() -> None:
    read = letter(lambda c: write(c, LONG))
    assert [(block.role, block.text) for block in read.blocks] == [(Role.PARAGRAPH, LONG_TEXT)]
    assert (read.source, read.format, read.notes) == ("brev.pdf", "pdf", [])


def test_white_space_between_lines_parts_paragraphs() -> None:
    read = letter(lambda c: (write(c, LONG), write(c, LONG, y=600)))
    assert texts(read) == [LONG_TEXT, LONG_TEXT]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    read = letter(lambda c: (write(c, LONG), write(c, LONG[:1], x=LEFT + 14, y=608), write(c, LONG[1:], y=594)))
    assert texts(read) == [LONG_TEXT, LONG_TEXT]


def test_hyphenation_is_undone() -> None:
    lines = [
        "Du kan skicka din ansökan om plats i förskolan till oss med brev eller med e-",
        "post. Glöm inte för- och efternamn på barnet. Vi behandlar alla ansök-",
        "ningar inom tre veckor.",
    ]
    text = texts(letter(lambda c: write(c, lines)))[0]
    assert "med e-post. Glöm inte för- och efternamn" in text
    assert "alla ansökningar inom" in text


def test_two_columns_are_read_one_after_the_other() -> None:
    other = COLUMN.replace("beslutet", "brevet")
    read = letter(lambda c: (write(c, wrap(COLUMN, 200)), write(c, wrap(other, 200), x=310)))
    assert texts(read) == [COLUMN, other]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    text = COLUMN.replace(". ", ", och ").replace("Vi", "vi").replace("Skriv", "skriv")
    lines = wrap(f"{COLUMN} {text} {text}", 200)
    read = letter(lambda c: (write(c, lines[:8]), write(c, lines[8:], x=310)))
    assert lines[8][0].islower()
    assert texts(read) == [f"{COLUMN} {text} {text}"]


def test_a_letter_head_beside_the_address_is_read_column_by_column() -> None:
    sender, reader = ["Handläggare", "Per Ål", "031-390 06 21"], ["Inga Holm", "Svängen 2", "998 22 Solberga"]
    read = letter(lambda c: (write(c, sender, y=720), write(c, reader, x=310, y=720), write(c, LONG, y=600)))
    assert texts(read) == ["\n".join(sender), "\n".join(reader), LONG_TEXT]


def test_a_ruled_table_is_read_row_by_row() -> None:
    def draw(canvas: Canvas) -> None:
        for number, (label, value) in enumerate([("Ärende", "Bygglov"), ("Sökande", "Olle Sten"), ("Dag", "3 mars")]):
            y = 600 - number * 20
            write(canvas, [label], y=y)
            write(canvas, [value], x=250, y=y)
            canvas.rect(LEFT - 4, y - 6, 400, 20)

    read = letter(lambda c: (write(c, LONG, y=700), draw(c)))
    assert texts(read, Role.TABLE_CELL) == ["Ärende", "Bygglov", "Sökande", "Olle Sten", "Dag", "3 mars"]


def test_a_larger_or_bolder_line_is_a_heading() -> None:
    read = letter(
        lambda c: (
            write(c, ["Beslut om bygglov"], y=700, size=16),
            write(c, LONG, y=660),
            write(c, ["Vad händer nu?"], y=600, font="Helvetica-Bold"),
            write(c, LONG, y=584),
        )
    )
    assert texts(read, Role.HEADING) == ["Beslut om bygglov", "Vad händer nu?"]


@pytest.mark.parametrize("markers", ["•••", "---", ["1.", "2.", "3."], ["a)", "b)", "c)"]])
def test_items_of_a_list_are_blocks_of_their_own(markers: Iterable[str]) -> None:
    items = ["en situationsplan i skala 1:500", "en fasadritning", "en plan för kontrollen av bygget"]

    def draw(canvas: Canvas) -> None:
        for number, (marker, item) in enumerate(zip(markers, items, strict=True)):
            write(canvas, [marker], x=LEFT + 18, y=600 - number * PITCH)
            write(canvas, [item], x=LEFT + 36, y=600 - number * PITCH)

    read = letter(lambda c: (write(c, LONG, y=650), draw(c)))
    expected = [f"{marker} {item}" for marker, item in zip(markers, items, strict=True)]
    assert texts(read, Role.LIST_ITEM) == expected


def test_an_item_goes_on_under_its_text() -> None:
    item = ["• en situationsplan som visar var på tomten huset ska stå och hur långt det är till", "grannens tomt"]
    read = letter(lambda c: (write(c, item[:1]), write(c, item[1:], x=LEFT + 7, y=650 - PITCH)))
    assert texts(read) == [" ".join(item)]


def test_a_wide_letterhead_does_not_break_the_lines_below() -> None:
    text = f"{COLUMN} {COLUMN}"
    read = letter(lambda c: (write(c, ["2025-03-17"], x=480, y=740), write(c, wrap(text, 320))))
    assert texts(read) == ["2025-03-17", text]


def test_a_signature_keeps_its_lines() -> None:
    signature = ["Karin Ek", "Bygglovshandläggare", "Miljö- och byggförvaltningen", "Telefon 08-465 004 12"]
    read = letter(lambda c: (write(c, LONG, y=700), write(c, signature, y=600)))
    assert texts(read)[-1] == "\n".join(signature)


def test_a_postal_code_begins_no_list() -> None:
    address = ["Anna Berg", "Kvarnvägen 3", "998 12 Lindvik"]
    read = letter(lambda c: (write(c, address, y=700), write(c, LONG, y=600)))
    assert (read.blocks[0].role, read.blocks[0].text) == (Role.PARAGRAPH, "\n".join(address))


def justified(canvas: Canvas, line: str, y: float, width: float = 450) -> None:
    """Writes the line drawn out to the width by its spaces."""
    canvas.setFont("Helvetica", 11)
    text = canvas.beginText(LEFT, y)
    text.setWordSpace((width - stringWidth(line, "Helvetica", 11)) / line.count(" "))
    text.textOut(line)
    canvas.drawText(text)


def test_justified_text_has_its_words_whole() -> None:
    read = letter(lambda c: [justified(c, line, 650 - n * PITCH) for n, line in enumerate(LONG[:2])])
    assert texts(read) == [" ".join(LONG[:2])]


def test_a_line_drawn_out_by_justification_keeps_together_and_ends() -> None:
    signature = ["Per Ål", "Vård- och omsorgsförvaltningen i Solberga kommun"]
    read = letter(
        lambda c: (
            [justified(c, line, 650 - n * PITCH) for n, line in enumerate(LONG[:2])],
            [justified(c, line, 580 - n * PITCH) for n, line in enumerate(signature)],
        )
    )
    assert texts(read)[-1] == "\n".join(signature)


def test_spaced_out_capitals_are_a_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, 700, "BESLUT", charSpace=4)
        write(canvas, LONG)

    assert texts(letter(draw))[0] == "BESLUT"


def test_a_letter_drawn_twice_to_look_bold_is_read_once() -> None:
    read = letter(lambda c: (write(c, ["Viktigt besked"], y=700), write(c, ["Viktigt besked"], x=LEFT + 0.4, y=700)))
    assert texts(read) == ["Viktigt besked"]


def test_an_accent_drawn_over_its_letter_is_one_character() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["Malmo"])
        canvas.drawString(LEFT + stringWidth("Malm", "Helvetica", 11) + 1.4, 650, "\u00a8")

    assert texts(letter(draw)) == ["Malmö"]


def test_a_running_header_and_footer_are_blocks_once() -> None:
    subjects = ["", "uterum", "garage", "plank"]

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, ["Solberga kommun"], y=800)
            write(canvas, [f"Sida {number} (3)"], x=450, y=800)
            write(
                canvas,
                [f"Vi skriver om ditt {subjects[number]}, som du har ansökt om. Läs brevet noga", "och svara."],
                y=700,
            )
            write(canvas, ["Box 14, 998 21 Solberga. Växel 031-390 06 00"], y=30, size=8)

        return draw

    read = letter(page(1), page(2), page(3))
    assert texts(read, Role.HEADER) == ["Solberga kommun", "Sida 1 (3)"]
    assert texts(read, Role.FOOTER) == ["Box 14, 998 21 Solberga. Växel 031-390 06 00"]
    assert texts(read, Role.PARAGRAPH) == [
        f"Vi skriver om ditt {subject}, som du har ansökt om. Läs brevet noga och svara." for subject in subjects[1:]
    ]
    assert [block.role for block in read.blocks[:2]] == [Role.HEADER] * 2
    assert read.blocks[-1].role is Role.FOOTER


def test_the_head_and_foot_of_a_one_page_letter_are_kept() -> None:
    foot = [
        ["Postadress", "Box 14", "998 21 Solberga"],
        ["Besöksadress", "Rådhusgatan 1", "Solberga"],
        ["Telefon", "031-390 06 00", "(växel)"],
    ]

    def draw(canvas: Canvas) -> None:
        write(canvas, ["Solberga kommun", "Vård- och omsorgsförvaltningen"], y=805)
        write(canvas, LONG)
        for number, column in enumerate(foot):
            write(canvas, column, x=LEFT + 140 * number, y=60, size=8)

    read = letter(draw)
    assert texts(read, Role.HEADER) == ["Solberga kommun\nVård- och omsorgsförvaltningen"]
    assert texts(read, Role.FOOTER) == ["\n".join(column) for column in foot]


def test_what_stands_both_in_the_head_and_in_the_foot_is_kept_in_both() -> None:
    lines = ["Solberga kommun", "Telefon 031-390 06 00", "Telefon 031-390 06 01"]
    read = letter(lambda c: (write(c, lines, y=815), write(c, LONG), write(c, lines, y=60, size=8)))
    assert texts(read) == ["\n".join(lines), LONG_TEXT, "\n".join(lines)]


def test_a_signature_alone_on_the_last_page_keeps_its_lines() -> None:
    signature = ["Johan Tegnér", "Trafikhandläggare", "Samhällsbyggnadsförvaltningen"]
    read = letter(lambda c: write(c, LONG * 10), lambda c: write(c, signature, y=760))
    assert texts(read)[-1] == "\n".join(signature)


def test_a_signature_at_the_foot_of_the_page_is_no_footer() -> None:
    signature = [
        "Med vänlig hälsning",
        "Johan Tegnér",
        "Box 14, 998 21 Solberga, www.solberga.example",
    ]
    read = letter(lambda c: (write(c, LONG * 10, y=700), write(c, signature, y=60)))
    assert texts(read, Role.FOOTER) == []


def test_the_last_lines_of_a_full_page_are_no_footer() -> None:
    read = letter(lambda c: write(c, [*LONG[:2] * 25, "Med vänlig hälsning", "Karin Ek"], y=790))
    assert texts(read, Role.FOOTER) == []


def test_a_sentence_goes_on_over_the_page_break() -> None:
    read = letter(lambda c: write(c, LONG[:2], y=100), lambda c: write(c, LONG[2:], y=780))
    assert texts(read) == [LONG_TEXT]


def test_a_place_leads_back_to_page_and_line() -> None:
    read = letter(lambda c: write(c, ["En första sida."]), lambda c: write(c, LONG))
    block = block_with(read, "Du har ansökt")
    first, second = block.place.at(0), block.place.at(block.text.index("ritning"))
    assert (first.page, second.page) == (2, 2)
    assert first.box is not None
    assert second.box is not None
    assert first.box[0] == pytest.approx(LEFT, abs=1)
    assert first.box[1] < 650 < first.box[3]
    assert first.box[1] - second.box[1] == pytest.approx(PITCH, abs=0.1)


def test_what_is_filled_in_in_a_form_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["Namn:"])
        canvas.acroForm.textfield(name="namn", value="Anna Åberg", x=120, y=645, width=200, height=20)

    assert texts(letter(draw)) == ["Namn:", "Anna Åberg"]


def test_text_outside_the_page_is_not_seen() -> None:
    assert texts(letter(lambda c: (write(c, LONG), write(c, ["utanför"], x=700)))) == [LONG_TEXT]


def test_a_scanned_page_among_others_is_noted() -> None:
    scan = Image.new("L", (60, 84), 200)
    read = letter(lambda c: write(c, LONG), lambda c: c.drawInlineImage(scan, 0, 0, *A4))
    assert texts(read) == [LONG_TEXT]
    assert read.notes == ["På sidan 2 är texten en bild. Den är inte granskad."]


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    lock = StandardEncryption("", ownerPassword="ägare", canPrint=0, canModify=0, canCopy=0, strength=128)
    assert texts(letter(lambda c: write(c, LONG), encrypt=lock)) == [LONG_TEXT]
