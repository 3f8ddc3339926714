"""Which signs are letters, which are pictures."""

import sys
import unicodedata

import pytest

from klarsprak.language.signs import are_letters, is_capital, is_icon, is_letter, is_small


@pytest.mark.parametrize("sign", [*"aåÖéßčŁжЖΩא中"])
def test_letters_of_any_script_are_letters(sign: str) -> None:
    assert is_letter(sign)
    assert is_small(sign) or is_capital(sign)


@pytest.mark.parametrize("sign", ["", *"1_ªºµʰʼ\u0301ⁿ²ﬁ½-"])
def test_what_stands_for_others_is_no_letter(sign: str) -> None:
    assert not is_letter(sign)
    assert not is_small(sign)
    assert not is_capital(sign)


def test_small_and_capital_letters() -> None:
    assert [sign for sign in "aAåÅжЖא" if is_small(sign)] == [*"aåжא"]
    assert [sign for sign in "aAåÅжЖא" if is_capital(sign)] == [*"AÅЖא"]


@pytest.mark.parametrize(
    ("signs", "count", "are"), [("ab", 2, True), ("a", 2, False), ("a1", 2, False), ("", 0, True)]
)
def test_so_many_letters(signs: str, count: int, are: bool) -> None:
    assert are_letters(signs, count) is are


@pytest.mark.parametrize("sign", [*"°©®¦☎✓■●★♥№℃😀👍🎉🇸🥰"])
def test_pictures(sign: str) -> None:
    assert is_icon(sign)


@pytest.mark.parametrize("sign", [*"a1.§+±×→•·¤^~|🏽", "\ufe0f", "\u200d", *"🥲🟢🫶🩷🪿"])
def test_no_pictures_or_newer_ones(sign: str) -> None:
    assert not is_icon(sign)


def test_no_letter_or_figure_is_a_picture() -> None:
    """Words of letters and figures alone are not searched for any."""
    assert not [sign for sign in map(chr, range(sys.maxunicode)) if sign.isalnum() and is_icon(sign)]


def test_a_picture_is_a_symbol_in_the_tables_too() -> None:
    assert {unicodedata.category(sign) for sign in map(chr, range(sys.maxunicode)) if is_icon(sign)} == {"So"}
