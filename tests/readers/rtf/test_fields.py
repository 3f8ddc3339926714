"""Fields: the instruction isn't text, the result is; form fields show what is chosen."""

from __future__ import annotations

import pytest

from klarsprak.letter import Mark, MarkKind
from tests.readers.rtf.making import read, texts


def field(instruction: str, result: str = "") -> str:
    return rf"{{\field\flddirty{{\*\fldinst {{{instruction}}}}}{{\fldrslt {{{result}}}}}}}"


def form(kind: str, inner: str, result: str = "") -> str:
    return rf"{{\field{{\*\fldinst {{ {kind} }}{{\*\formfield{{{inner}}}}}}}{{\fldrslt {result}}}}}"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (field(r'HYPERLINK "https://ekvalla.example"', "webbplatsen"), "webbplatsen"),
        (field("PAGE"), ""),
        (field(r"IF " + field("MERGEFIELD Kön", "K") + ' = "K" "hon"', "hon"), "hon"),
        (field("TOC", r"\pard a\par b"), "a|b"),
        (r"{\v" + field("PAGE", "1") + "}", ""),
        (field(r'SYMBOL 252 \\f "Wingdings" \\s 11'), "✓"),
        (field("SYMBOL 167"), "§"),
        (field("SYMBOL 99999999999999"), " "),
        (form("FORMCHECKBOX", r"\fftype1\ffres25\ffdefres1"), "☒"),
        (form("FORMCHECKBOX", r"\fftype1\ffres0\ffdefres1"), "☐"),
        (form("FORMDROPDOWN", r"\fftype2\ffres1\ffhaslistbox{\*\ffname Val}{\*\ffl ja}{\*\ffl nej}"), "nej"),
        (form("FORMDROPDOWN", r"\fftype2\ffres25\ffdefres0{\*\ffl ja}"), "ja"),
        (form("FORMDROPDOWN", r"\fftype2\ffres-7{\*\ffl ja}"), ""),
        (form("FORMTEXT", r"\fftype0{\*\ffdeftext skriv}{\*\ffname Namn}", "Kim Ek"), "Kim Ek"),
        (r"{\*\fldinst PAGE}x{\fldrslt y}", "xy"),
        (r"{\field{\fldrslt bara resultat}}", "bara resultat"),
    ],
)
def test_what_a_field_shows_is_read(body: str, shown: str) -> None:
    wanted = f"a{shown}z".split("|")
    assert texts(f"a{body}z") == wanted


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        (field("MERGEFIELD Namn", r"{\b Kim} Ek"), Mark(MarkKind.FIELD, 4, 10)),
        (field("MACROBUTTON NoMacro Kim Ek"), Mark(MarkKind.PLACEHOLDER, 4, 10)),
    ],
)
def test_what_is_merged_or_to_be_filled_in_is_marked(body: str, mark: Mark) -> None:
    (block,) = read(f"Hej {body}!").blocks
    assert (block.text, block.marks) == ("Hej Kim Ek!", (mark,))
