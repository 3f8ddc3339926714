"""What words of capitals are."""

from __future__ import annotations

import pytest

from klarsprak.prose.capitals import (
    are_among_capitals,
    has_same_capitals,
    is_no_short_form,
    words_of_capitals,
)
from klarsprak.prose.named_codes import is_named_code
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beslutet är fattat av KSAU i [maj].", ["KSAU"]),
        ("Du får ett LSS-beslut i [maj].", ["LSS-beslut"]),
        ("Karl XII bodde här i [maj].", []),
        ("Ärendet SN 2024/12 är klart i [maj].", []),
        ("Vi bor på ABC-gatan i [maj].", []),
        ("Skuld för vatten enligt IMD i [maj].", ["IMD"]),
        ("Restskuld IMD vatten jan", ["IMD"]),
        ("Närvarande: mentor, kurator, ev. SYV", ["SYV"]),
        ("KSAU beslutar", []),
        ("Handlingarna saknas i ApN i [maj].", ["ApN"]),
        ("Mätaren använder LoRa-nätet i [maj].", ["LoRa-nätet"]),
        ("Vi har WiFi och Karl McKay bor här i [maj].", ["WiFi"]),
        ("Skarvning inkl. OTDR-mätning", ["OTDR-mätning"]),
        ("Du som tar Waran/NOAK ringer i [maj].", ["NOAK"]),
        ("Du som har ICD/pacemaker ringer i [maj].", ["ICD"]),
        ("Läs mer på ekvalla.example/KSAU i [maj].", []),
        ("Filen ligger i mappen dokument/KSAU/2024 i [maj].", []),
        ("Du skattade din smärta till VAS 3–4 i [maj].", ["VAS"]),
        ("Du har ABI 0,95 i [maj].", ["ABI"]),
        ("Datorn står på rad BK 3–4 i [maj].", []),
        ("Fyll i SKV 704 och ring KS 24 i [maj].", []),
        ("Datorn står på rad BK 12 i [maj].", []),
    ],
)
def test_words_of_capitals(text: str, found: list[str]) -> None:
    block = words_in(text if "[" in text else f"[{text}]")[0].block
    assert [match[0] for match in words_of_capitals(block)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ärendet har nummer [SN] 2024/12.", True),
        ("Ärendet har nummer [KS] 24-118.", True),
        ("[BESLUT] OM LOV", True),
        ("Beslut av [SN] i maj.", False),
    ],
)
def test_capitals_that_are_no_short_form(text: str, expected: bool) -> None:
    assert is_no_short_form(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FÖR BARN I [KSAU] I FÖRSKOLEÅLDERN ordnas lek", True),
        ("FÖR BARN I FÖRSKOLEÅLDERN I [KSAU] ordnas lek", True),
        ("FÖRSKOLEÅLDERN börjar i [KSAU] enligt oss", False),
        ("BARN FÅR [KSAU] 2026", True),
        ("Barn FÅR [KSAU] 2026", False),
        ("FÖRSKOLEÅLDERN. [KSAU] beslutar om det", False),
    ],
)
def test_capitals_among_capitals(text: str, expected: bool) -> None:
    assert are_among_capitals(words_in(text)[0]) is expected


def test_a_word_alone_is_among_no_capitals() -> None:
    assert not are_among_capitals(words_in("[LSS]")[0])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("SoL", "SoL", True),
        ("sol", "SoL", False),
        ("Bl.a.", "bl.a.", True),
        ("BL.A.", "bl.a.", True),
        ("T EX", "t ex", True),
        ("M.M.", "m.m.", False),
        ("MM", "mm", False),
    ],
)
def test_a_short_form_keeps_its_capitals(text: str, word: str, expected: bool) -> None:
    assert has_same_capitals(text, word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Din kod är [KLPW].", True),
        ("Kolumnerna KUND_NR och [ORGNR] är tomma.", True),
        ("Skriv numret i fältet [KONTO].", True),
        ("Beslut av [KSAU] i maj.", False),
        ("Du har fått fältet och [KSAU] svarar.", False),
    ],
)
def test_a_code_or_a_field_is_named_as_one(text: str, expected: bool) -> None:
    assert is_named_code(words_in(text)[0].text_before) is expected
