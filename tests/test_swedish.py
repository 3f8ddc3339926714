"""Numbers, days, lists and plurals, as Swedish writes them."""

from __future__ import annotations

from datetime import date

import pytest

from klarsprak import swedish


@pytest.mark.parametrize(
    ("name", "number"), [("januari", 1), ("Mars", 3), ("maj", 5), ("jun", 6), ("juli", 7), ("sept", 9), ("dec", 12)]
)
def test_a_month_has_its_number_whole_or_shortened(name: str, number: int) -> None:
    assert swedish.month_number(name) == number


@pytest.mark.parametrize("name", swedish.SHORT_MONTHS)
def test_every_short_form_is_a_month(name: str) -> None:
    assert swedish.MONTHS[swedish.month_number(name) - 1].startswith(name[:3])


def test_another_word_is_no_month() -> None:
    with pytest.raises(ValueError, match="vecka"):
        swedish.month_number("vecka")


def test_a_day_is_written_with_its_months_name() -> None:
    assert swedish.written_day(date(2025, 7, 1)) == "1 juli 2025"


def test_numbers_have_a_decimal_comma_and_thousands_apart() -> None:
    assert swedish.decimal(12.5) == "12,5"
    assert swedish.decimal(3.0) == "3"
    assert swedish.number(12500.46, 1) == "12\u00a0500,5"
    assert swedish.number(None) == "–"
    assert swedish.percent(0.352) == "35 %"


def test_a_noun_goes_with_its_number() -> None:
    assert swedish.counted(1, "regel", "regler") == "1 regel"
    assert swedish.counted(0, "regel", "regler") == "0 regler"


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["namn"], "namn"), (["namn", "titel", "enhet"], "namn, titel och enhet")]
)
def test_a_list_has_commas_and_a_last_och(words: list[str], text: str) -> None:
    assert swedish.listed(words) == text


@pytest.mark.parametrize(
    ("number", "says"), [(1, "1:a"), (2, "2:a"), (3, "3:e"), (11, "11:e"), (12, "12:e"), (21, "21:a"), (112, "112:e")]
)
def test_the_place_in_a_row_is_written_as_it_is_said(number: int, says: str) -> None:
    assert swedish.ordinal(number) == says
