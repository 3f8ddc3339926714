"""Headers and footers that are told by what they say."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest

from klarsprak.readers.pdf.margins import find_foot, find_letterhead
from klarsprak.readers.pdf.page import DrawnPage, PrintedLine
from klarsprak.readers.pdf.running import part_pages
from tests.readers.pdf.typeset import SIZE, typeset

HEIGHT = 842
BODY = typeset("Du har ansökt om bygglov för ett uterum.\nVi behöver en ritning till.")


@pytest.mark.parametrize("text", ["3", "- 3 -", "Sida 1 (3)", "sidan 3", "sid 2 av 4", "2/4", "(2)"])
def test_a_page_number_is_running_even_if_only_one_page_has_it(text: str) -> None:
    number = typeset(text, top=800)
    (parted,) = part_pages([DrawnPage(2, 595, HEIGHT)], [[*number, *BODY]], SIZE)
    assert (parted.header, parted.body) == (number, BODY)


@pytest.mark.parametrize("text", ["Sida 1 (3) Beslut", "2025", "3 §", "Solberga kommun"])
def test_what_is_no_page_number(text: str) -> None:
    (parted,) = part_pages([DrawnPage(2, 595, HEIGHT)], [[*typeset(text, top=800), *BODY]], SIZE)
    assert parted.header == []


@pytest.mark.parametrize(
    "text",
    [
        "Postadress",
        "Besöksadress",
        "org.nr",
        "Org. nr",
        "Organisationsnummer",
        "Bankgiro",
        "Plusgiro",
        "växel",
        "hemsida",
        "Webbplats",
        "Box 14",
        "998 21 Solberga",
        "www.solberga.example",
    ],
)
def test_what_footers_say_in_type_of_the_body_size(text: str) -> None:
    page = DrawnPage(1, 595, HEIGHT)
    foot = typeset(f"{text} kommunen@solberga.example", top=90)
    assert find_foot(page, [*BODY, *foot], SIZE) == foot
    one_alone = typeset(text, top=90)
    assert find_foot(page, [*BODY, *one_alone], SIZE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hej Anna!",
        "Med vänlig hälsning",
        "Vänligen",
        "Underskrift",
        "Namnteckning",
        "På nämndens vägnar",
        "Enligt uppdrag",
        "Högaktningsfullt",
        "Mvh",
    ],
)
def test_what_begins_or_ends_a_letter_is_no_letterhead(text: str) -> None:
    page = DrawnPage(1, 595, HEIGHT)
    head = typeset("Solberga kommun", top=800)
    assert find_letterhead(page, [*head, *BODY]) == head
    assert find_letterhead(page, [*typeset(text, top=800), *BODY]) == []


COLUMNS = """
Kommunen lagar gatan utanför       Vi börjar med att gräva upp
ditt hus under våren. Under        ledningarna och lägger sedan ny
arbetet kan du inte parkera        asfalt. Under några dagar kan
på gatan, men du kan gå och        vattnet vara avstängt mellan
cykla som vanligt.                 klockan nio och tre.
"""


def bold(lines: list[PrintedLine]) -> list[PrintedLine]:
    return [replace(line, bold=True) for line in lines]


@pytest.mark.parametrize("head", ["", "Solberga kommun\nTekniska förvaltningen\nBox 14"])
@pytest.mark.parametrize("top", [812, 785, 770])
def test_what_goes_on_as_prose_in_a_column_is_no_letterhead(head: str, top: float) -> None:
    """In the first column a letterhead may stand, while the second one begins at the top of the page."""
    page = DrawnPage(1, 595, HEIGHT)
    letterhead = typeset(head, top=812) if head else []
    first, second = typeset(COLUMNS, top=top - 56 if head else top)[0::2], typeset(COLUMNS, top=top)[1::2]
    assert find_letterhead(page, [*letterhead, *first, *second]) == letterhead


def test_the_headings_of_columns_are_no_letterhead() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    headings = bold(typeset("Storgatan stängs av                När vi är klara", top=812))
    assert find_letterhead(page, [*headings, *typeset(COLUMNS, top=798)]) == []


def test_a_subject_line_over_two_columns_is_no_letterhead() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    subject = typeset("Gatuarbete på Storgatan i Solberga under våren", top=812, size=14)
    assert find_letterhead(page, [*subject, *typeset(COLUMNS, top=790)]) == []


@pytest.mark.parametrize("text", ["Beslut om färdtjänst", "Gatuarbete på Storgatan", "Kallelse till möte"])
def test_a_subject_line_is_no_letterhead(text: str) -> None:
    page = DrawnPage(1, 595, HEIGHT)
    head = typeset("Solberga kommun", top=812)
    larger, bolder = typeset(text, top=798, size=14), bold(typeset(text, top=798))
    assert find_letterhead(page, [*head, *larger, *BODY]) == head
    assert find_letterhead(page, [*head, *bolder, *BODY]) == head
    assert find_letterhead(page, [*larger, *BODY]) == []


@pytest.mark.parametrize("text", ["Solberga kommun", "Kultur- och fritidsförvaltningen", "Bygg- och miljönämnden"])
def test_a_name_that_is_set_off_is_a_letterhead(text: str) -> None:
    page = DrawnPage(1, 595, HEIGHT)
    head = bold(typeset(text, top=798, size=14))
    assert find_letterhead(page, [*head, *BODY]) == head


def test_the_broken_name_of_a_unit_is_a_letterhead() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    head = typeset("Solberga kommun\nKultur- och\nfritidsförvaltningen\nBox 14", top=812)
    assert find_letterhead(page, [*head, *BODY]) == head


def test_a_sentence_is_no_letterhead() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    text = typeset("Kommunen lagar gatan utanför ditt hus.", top=812)
    assert find_letterhead(page, [*text, *BODY]) == []


def test_columns_that_go_on_to_the_bottom_of_the_page_have_no_foot() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    columns = typeset(COLUMNS, top=110)
    number = typeset("Solberga kommun", top=30)
    assert columns[-1].base < 60
    assert find_foot(page, columns, SIZE) == []
    assert find_foot(page, [*columns, *number], SIZE) == number


def test_small_print_that_is_prose_of_its_own_is_a_foot() -> None:
    page = DrawnPage(1, 595, HEIGHT)
    print_ = typeset(COLUMNS, top=70, size=7, pitch=9)
    assert find_foot(page, [*BODY, *print_], SIZE) == sorted(print_, key=attrgetter("base"))
