"""Plain text: character sets, and lines put back together into what a person sees."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from klarsprak.letter import Block, ReadError, Role
from klarsprak.readers.text.text import read

CORPUS = Path(__file__).parents[3] / "corpora" / "letters"


def blocks(text: str) -> list[Block]:
    return read(text.encode(), "brev.txt").blocks


def shown(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in blocks(text)]


SWEDISH = "Åsa Öberg får bidrag för en ramp på Ängsvägen 3."


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-1", "mac_roman", "cp850", "cp865"],
)
def test_the_character_set_is_found(charset: str) -> None:
    assert [block.text for block in read(SWEDISH.encode(charset), "brev.txt").blocks] == [SWEDISH]


def test_a_text_with_a_broken_letter_is_read_with_a_note() -> None:
    letter = read("Åsa Öberg får en ramp på Ängsvägen.".encode()[:-1] + b"\xc3", "brev.txt")
    assert letter.blocks[0].text.startswith("Åsa Öberg får en ramp")
    assert len(letter.notes) == 1


def test_characters_that_only_windows_has_are_kept() -> None:
    text = "Läs § 3 – ”så här” – och betala 100 € i god tid…"
    assert read(text.encode("cp1252"), "brev.txt").blocks[0].text == text


def test_decomposed_letters_are_composed() -> None:
    assert blocks("A\u030asa ba\u0308r o\u0308l.")[0].text == "Åsa bär öl."


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    assert [b.text for b in blocks(f"Hej Anna!{ending}{ending}Du får svar på fredag.{ending}")] == [
        "Hej Anna!",
        "Du får svar på fredag.",
    ]


WRAPPED = """\
Socialnämnden har den 2 september tagit emot din ansökan om tillstånd
till färdtjänst. Läkaren skriver i sitt intyg att du har svårt att gå.
Du kan inte åka buss.

Nämnden säger ja.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert shown(WRAPPED) == [
        (
            Role.PARAGRAPH,
            "Socialnämnden har den 2 september tagit emot din ansökan om tillstånd till färdtjänst. Läkaren skriver "
            "i sitt intyg att du har svårt att gå. Du kan inte åka buss.",
        ),
        (Role.PARAGRAPH, "Nämnden säger ja."),
    ]


@pytest.mark.parametrize("width", [56, 60, 65, 70, 72, 76, 80, 90, 100, 128])
@pytest.mark.parametrize("name", ["beslut-skolskjuts", "beslut-bostadsanpassning", "information-vattenmatare"])
def test_a_letter_is_the_same_however_wide_it_was_wrapped(name: str, width: int) -> None:
    letter = (CORPUS / f"{name}.txt").read_text("utf-8-sig")
    wrapped = "\n".join(textwrap.fill(line, width) for line in letter.split("\n"))
    assert shown(wrapped) == shown(letter)


def test_an_offset_leads_back_to_line_and_column() -> None:
    block = blocks(WRAPPED)[0]
    lines = WRAPPED.split("\n")
    for word in ("Socialnämnden", "färdtjänst", "intyg", "buss"):
        anchor = block.place.at(block.text.index(word))
        assert anchor.line is not None
        assert anchor.column is not None
        assert lines[anchor.line - 1][anchor.column - 1 :].startswith(word)


def test_an_offset_leads_back_past_spaces_and_soft_hyphens_that_were_dropped() -> None:
    line = "   Du   får  ett bi\u00addrag till ram\u00adpen."
    block = blocks(line)[0]
    assert block.text == "Du får ett bidrag till rampen."
    for word, start in (("får", "får"), ("ett", "ett"), ("till", "till"), ("pen", "pen")):
        anchor = block.place.at(block.text.index(word))
        assert anchor.column == line.index(start) + 1


def test_words_cut_at_the_line_end_are_whole_again() -> None:
    text = (
        "Du kan lämna din ansökan till kommunen eller skicka den med e-\n"
        "post. Vi tar emot ansökan om för- och efterskola till och med bo-\n"
        "endestöd hos oss, så att du slipper åka hem till oss igen i onödan.\n"
    )
    text = blocks(text)[0].text
    assert "e-post" in text
    assert "för- och efterskola" in text
    assert "boendestöd" in text


def test_address_and_signature_keep_their_lines() -> None:
    text = (
        WRAPPED
        + "\nMed vänlig hälsning\n\nMirjam Ekeroth\nHandläggare\nBox 115, 123 21 Ekvalla\nTelefon 0980-319 245\n"
    )
    assert [block.text for block in blocks(text)][2:] == [
        "Med vänlig hälsning",
        "Mirjam Ekeroth",
        "Handläggare",
        "Box 115, 123 21 Ekvalla",
        "Telefon 0980-319 245",
    ]


def test_a_label_begins_a_line_of_its_own_but_not_within_a_sentence() -> None:
    text = (
        "Om du vill prata om beslutet eller undrar över något kan du ringa din\n"
        "handläggare på kommunen. Hon arbetar alla dagar i veckan utom torsdag.\n"
        "Telefon 0980-319 245\n"
    )
    assert [block.text.split()[0] for block in blocks(text)] == ["Om", "Telefon"]


def test_short_lines_in_lower_case_are_no_wrapped_paragraph() -> None:
    assert len(blocks("Du behöver skicka in\nritningar\nen situationsplan\nett foto")) == 4


def test_the_items_of_a_list_stay_items() -> None:
    text = """\
Gör så här:
- Skriv ett brev.
- Skicka det till oss på den adress som står allra sist i det här brevet,
  gärna redan i dag.
1. Först det ena.
2. Sedan det andra.
a) en ritning
• ett foto
"""
    assert shown(text) == [
        (Role.PARAGRAPH, "Gör så här:"),
        (Role.LIST_ITEM, "- Skriv ett brev."),
        (
            Role.LIST_ITEM,
            "- Skicka det till oss på den adress som står allra sist i det här brevet, gärna redan i dag.",
        ),
        (Role.LIST_ITEM, "1. Först det ena."),
        (Role.LIST_ITEM, "2. Sedan det andra."),
        (Role.LIST_ITEM, "a) en ritning"),
        (Role.LIST_ITEM, "• ett foto"),
    ]


def test_a_dash_in_a_sentence_starts_no_list() -> None:
    text = (
        "Kommunen har tittat på trottoaren och på vägen utanför din tomt och,\n"
        "- efter samråd med länsstyrelsen - beslutat att bygga om dem båda två\n"
        "redan nästa år.\n"
    )
    assert [role for role, _ in shown(text)] == [Role.PARAGRAPH]


@pytest.mark.parametrize(
    "heading",
    [
        "Så här överklagar du",
        "BESLUT",
        "Vem äger vad?",
        "1 Bakgrund",
        "2. Förslaget",
        "Beslut: Vilgot får skolskjuts",
    ],
)
def test_a_short_line_above_text_is_a_heading(heading: str) -> None:
    text = f"Kommunen har läst ditt brev.\n\n{heading}\nDu skriver till oss inom tre veckor.\n"
    assert [role for role, _ in shown(text)] == [Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH]


@pytest.mark.parametrize(
    "line", ["Hej Anna", "2025-11-20", "Dnr SN 1998/214", "Med vänlig hälsning", "Box 12, 123 45 Ekvalla", "Läs mer."]
)
def test_greetings_dates_and_the_like_are_no_headings(line: str) -> None:
    text = f"Kommunen har läst ditt brev.\n\n{line}\n\nDu kan skriva till oss inom tre veckor.\n"
    assert Role.HEADING not in [role for role, _ in shown(text)]


def test_a_name_below_the_closing_phrase_is_no_heading_but_the_appendix_has_one() -> None:
    text = (
        "Med vänlig hälsning\n\nMirjam Ekeroth\n\nDu hittar mer på kommunens sidor på nätet.\n\n"
        "Hur man överklagar\n\nSkriv till nämnden inom tre veckor.\n"
    )
    assert [block.text for block in blocks(text) if block.role is Role.HEADING] == ["Hur man överklagar"]


def test_lines_that_only_draw_are_left_out() -> None:
    assert shown("Kallelse till samråd\n====================\n\nVi ses den 4 maj klockan 18.\n----------\n") == [
        (Role.HEADING, "Kallelse till samråd"),
        (Role.PARAGRAPH, "Vi ses den 4 maj klockan 18."),
    ]


def test_columns_made_with_spaces_are_read_one_after_the_other() -> None:
    text = """\
NORRLIDA KOMMUN                         BESLUT
Socialnämnden                           1998-10-14

Postadress          Telefon        Telefax
Box 18              031-390 06 40  031-390 06 41
123 61 TALLVIK
"""
    assert [block.text for block in blocks(text)] == [
        "NORRLIDA KOMMUN",
        "Socialnämnden",
        "BESLUT",
        "1998-10-14",
        "Postadress",
        "Box 18",
        "123 61 TALLVIK",
        "Telefon",
        "031-390 06 40",
        "Telefax",
        "031-390 06 41",
    ]


def test_a_label_keeps_its_value_and_a_table_of_fees_its_rows() -> None:
    text = "När:      tisdagen den 4 maj\n\nBygglov          1 200 kr\nRivningslov        300 kr\n"
    assert [b.text for b in blocks(text)] == [
        "När: tisdagen den 4 maj",
        "Bygglov",
        "1 200 kr",
        "Rivningslov",
        "300 kr",
    ]


def test_a_mail_that_was_saved_as_text_is_read_as_a_mail() -> None:
    text = (
        "Från:\tAnna Berg <anna@ekvalla.example>\nSkickat:\tden 3 mars 2026 10:12\nTill:\tKim Dal\nÄmne:\tBygglov\n\n"
        "Hej Kim!\n\nFrån: Kim Dal\nSkickat: den 1 mars 2026 09:00\nTill: Anna Berg\nÄmne: Bygglov\n\n"
        "När får jag svar?\n"
    )
    roles = {block.text: block.role for block in blocks(text)}
    assert roles["Från: Anna Berg <anna@ekvalla.example>"] is Role.HEADER
    assert roles["Bygglov"] is Role.HEADING
    assert roles["Hej Kim!"] is Role.PARAGRAPH
    assert roles["När får jag svar?"] is Role.QUOTED


@pytest.mark.parametrize(
    ("data", "told"), [(b" \n", "Filen är tom."), (b"." * 500, "Filen har ingen text att granska.")]
)
def test_a_file_without_words_says_what_it_lacks(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        read(data, "brev.txt")
