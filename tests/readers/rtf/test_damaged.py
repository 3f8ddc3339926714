"""Damaged and hostile files: a letter that says what is missing, or one clear reason; never a traceback."""

from __future__ import annotations

import random

import pytest

from klarsprak.checker import Checker
from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import read_bytes, rtf
from tests.readers.rtf.letters import LETTERS
from tests.readers.rtf.making import made, read, texts

CUT_OFF = "Rtf-filen är avkortad eller skadad. Det som saknas är inte granskat. Öppna den i Word och jämför."
BROKEN = "Några tecken är trasiga och går inte att läsa."
MORE = "Rtf-filen har mer innehåll efter sitt slut. Det syns inte i Word och är inte granskat."


@pytest.mark.parametrize(
    ("data", "found", "notes"),
    [
        (rb"{\rtf1 Hej Kim", ["Hej Kim"], [CUT_OFF]),
        (rb"{\rtf1 Hej {\b Kim}", ["Hej Kim"], [CUT_OFF]),
        (rb"{\rtf1 Hej{\header huvud", ["huvud", "Hej"], [CUT_OFF]),
        (rb"{\rtf1 Hej\cell{\footnote not", ["Hej", "not"], [CUT_OFF]),
        (rb"{\rtf1 Hej\bin999999999 Kim}", ["Hej"], [CUT_OFF]),
        (b"{\\rtf1 Hej}\r\n\0\x1a", ["Hej"], []),
        (rb"{\rtf1 Hej}}}", ["Hej"], []),
        (rb"{\rtf1 Hej} och mer}", ["Hej"], [MORE]),
        (rb"{\rtf1 Hej}{\rtf1 Ett brev till}", ["Hej"], [MORE]),
        (b"{\\rtf1 Hej\\", ["Hej"], [CUT_OFF]),
        (rb"{\rtf1 Hej\'zz\'} Kim", ["Hejzz"], [MORE]),
        (b"\xef\xbb\xbf\n{\\rtf1 Hej}", ["Hej"], []),
        (rb"{\rtf1{\fonttbl{\f0\fcharset128 x;}}\f0 Hej\'93}", ["Hej\ufffd"], [BROKEN]),
    ],
)  # fmt: skip
def test_what_is_missing_is_told(data: bytes, found: list[str], notes: list[str]) -> None:
    (letter,) = read_bytes(data, "brev.rtf")
    assert isinstance(letter, Letter)
    assert [block.text for block in letter.blocks] == found
    assert letter.notes == notes


@pytest.mark.parametrize("data", [rb"{\rtf1 Hej Kim", rb"{\rtf1 Hej Kim} och mer"])
def test_what_is_not_whole_is_never_clean(data: bytes) -> None:
    (letter,) = read_bytes(data, "brev.rtf")
    assert isinstance(letter, Letter)
    assert letter.unread == letter.notes
    assert str(Checker().check(letter).verdict) != "clean"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rb"{\rtf1", "Rtf-filen är skadad eller avkortad och har ingen text."),
        (rb"{\rtf1{\fonttbl Hej Kim", "Rtf-filen är skadad eller avkortad och har ingen text."),
        (rb"{\rtf1}", "Rtf-filen har ingen text."),
        (rb"{\rtf1\fromhtml1{\*\htmltag <p>}}", "Rtf-filen har ingen text."),
        (b"{\\rtf1 " + b"{" * 20_000, "Rtf-filen är skadad och går inte att läsa."),
        (rb"{\rtf1\ansicpg65001 " + b"\\'ff" * 100 + b"Hej}", "Rtf-filen är skadad och går inte att läsa."),
        (rb"{\rtf1 " + b"a\\par " * 200_001 + b"}", "Rtf-filen har för många stycken"),
        (rb"{\rtf1 " + b"\\cell " * 200_001 + b"}", "Rtf-filen har för många stycken"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_one_reason(data: bytes, reason: str) -> None:
    (found,) = read_bytes(data, "brev.rtf")
    assert isinstance(found, Unreadable)
    assert found.format == "rtf"
    assert found.reason.startswith(reason)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("{" * 9_000 + "Hej" + "}" * 9_000, ["Hej"]),
        (r"\itap99999999999999\intbl Hej\nestcell Kim\cell\row", ["Hej", "Kim"]),
        (r"\u99999999999999999999?Hej", ["\uffffHej"]),
        (r"\fs99999999999999999999999999999999 Hej", ["Hej"]),
        (r"\nestrow\row\nestcell\cell\trowd\cellx-99999999999\row Hej", ["", "Hej"]),
        (r"{\header\header\footer Hej}", ["Hej"]),
        (r"{\footnote{\header{\shp{\*\shpinst{\shptxt\sect Hej}}}}}", ["Hej"]),
        (r"{\field{\field{\fldrslt{\*\fldinst{\field Hej}}Kim}}}", ["Kim"]),
        (r"\s-1\ls-1\cs-1\f-1\outlinelevel-1\uc-1 Hej", ["Hej"]),
        ("{\\stylesheet" + "".join(rf"{{\s{n}\sbasedon{n + 1} a;}}" for n in range(500)) + r"}\s0 Hej", ["Hej"]),
    ],
)
def test_absurd_files_are_read(body: str, shown: list[str]) -> None:
    assert texts(body) == shown


def test_no_file_however_damaged_ends_in_a_traceback() -> None:
    chance, reasons = random.Random(1), set()
    for number in range(300):
        text, _ = chance.choice(list(LETTERS.values()))
        data = damaged(text.encode("ascii"), chance)
        try:
            rtf.read(data, f"{number}.rtf")
        except ReadError as error:
            reasons.add(error.reason.split()[0])
    assert reasons == {"Rtf-filen"}


PIECES = [b"", b"{", b"}", b"\\", b"\\u-10179?", b"999999999999", b"\\bin9 ", b"\\'", b"\0", b"\\cell "]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file from which bytes are gone, or in which others stand."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        piece = chance.choice(PIECES)
        data = data[:at] + piece + data[at + chance.choice([0, 1, 5, 300]) :]
    return data


def test_a_number_may_have_more_signs_than_the_file() -> None:
    assert read(r"\li" + "9" * 5_000 + " Hej").blocks[0].text.endswith("Hej")
    assert made("x").startswith(b"{\\rtf1")
