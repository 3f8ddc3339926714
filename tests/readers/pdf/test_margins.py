"""Headers and footers that are told by what they say."""

from __future__ import annotations

import pytest

from klarsprak.readers.pdf.margins import find_foot, find_letterhead
from klarsprak.readers.pdf.page import DrawnPage
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
