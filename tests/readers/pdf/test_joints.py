"""What stands between a paragraph and the next line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from klarsprak.readers.pdf.joint import Joint, ends_sentence
from klarsprak.readers.pdf.joints import JOINT_SIGNS, Between, JointSign, find_joint_sign
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.pdf.style import UsualStyle
from tests.readers.pdf.typeset import LEFT, PITCH, SIZE, WIDTH, typeset

EDGE = LEFT + 60 * WIDTH
STYLE = UsualStyle(SIZE, PITCH / SIZE, bold=False)
EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "other type": ("Beslut\nVi har beslutat att du får bygga.", {"size": 16.0}),
    "cut word": ("Glöm inte för- och efternamn på barnet. Vi behandlar ansök-\nningar inom tre veckor.", {}),
    "white": ("Vi svarar inom tre veckor.\n\nVi hör också dina grannar.", {}),
    "far in the row": ("Dnr 2025-114            2025-03-17", {}),
    "in the row": ("1.  En ritning över tomten", {}),
    "item": ("Skicka med:\n• en ritning över tomten", {}),
    "indent": ("Skicka den till oss senast den 14 april, så fort du hinner.\n  Vi hör dina grannar.", {}),
    "full line": ("Du har ansökt om bygglov för ett uterum på fastigheten\nLindvik 1:14 i Solberga.", {}),
    "sentence goes on": ("När vi har fått den hör vi också\ndina grannar.", {}),
    "end": ("Vi svarar inom tre veckor.\nVi hör också dina grannar.", {}),
    "other": ("Box 14\n998 21 Solberga", {}),
}


def joint_of(text: str, **first: Any) -> Joint:
    """The joint before the last line of the text; ``first`` is what is special of its first line."""
    top, *others = typeset(text)
    *paragraph, below = [replace(top, **first), *others]
    return Joint(PrintedParagraph(paragraph), below, EDGE, STYLE)


@pytest.mark.parametrize("sign", JOINT_SIGNS, ids=lambda sign: sign.name)
def test_each_sign_decides_its_example(sign: JointSign) -> None:
    text, first = EXAMPLES[sign.name]
    assert find_joint_sign(joint_of(text, **first)) is sign


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. En plan\n2. En ritning", "item"),
        ("a) en plan\nb) en ritning", "item"),
        ("Skicka med dessa handlingar till oss i ett kuvert eller med\n  1. en ritning", "full line"),
        ("Skicka med dessa handlingar till oss i ett och samma kuvert:\n  1. en ritning", "item"),
        ("Skicka den till oss så fort du hinner, men allra senast den\n3. mars, då vi har stängt.", "full line"),
        ("Så överklagar du\nDen som har fått beslutet får överklaga det hos oss i stan.", "end"),
        ("1. en ritning över tomten och en plan över det som ska stå\n   på den", "full line"),
    ],
)
def test_lists_and_headings(text: str, name: str) -> None:
    assert find_joint_sign(joint_of(text)).name == name


@pytest.mark.parametrize(
    "line",
    [
        "www.solberga.example",
        "https://solberga.example",
        "e-post: karin.ek@solberga.example",
        "epost karin.ek@solberga.example",
        "tel 08-465 004 12",
        "telefon 08-465 004 12",
        "mobil 070-174 06 00",
        "fax 08-465 004 13",
        "org.nr 212000-0000",
        "karin.ek@solberga.example",
    ],
)
def test_what_has_a_line_of_its_own_in_a_signature(line: str) -> None:
    assert find_joint_sign(joint_of(f"Karin Ek, handläggare av bygglov\n{line}")).between is Between.BREAK


@pytest.mark.parametrize(
    "text", ["senast den 14 april.", "”Vad händer nu?”", "(se nedan.)", "Skicka med:", "Välkommen!"]
)
def test_what_ends_a_sentence(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Karin Ek", "den 14 april,", "kl. 8–17"])
def test_what_ends_no_sentence(text: str) -> None:
    assert not ends_sentence(text)
