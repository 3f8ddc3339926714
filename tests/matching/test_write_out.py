"""Short words written out, as messages show them."""

from __future__ import annotations

import pytest

from klarsprak.matching.write_out import written_out

TIMES = {"h": "timmar", "min": "minuter", "/v": " i veckan", "/vecka": " i veckan"}
DAYS = {"mån": "måndag", "fre": "fredag", "-": " till "}


@pytest.mark.parametrize(
    ("text", "words", "before", "whole"),
    [
        ("h/vecka", TIMES, "högst 12 ", "timmar i veckan"),
        (" h/v.", TIMES, "högst 1", "timme i veckan"),
        ("min.", TIMES, "ca 30 ", "minuter"),
        ("Mån - fre", DAYS, "", "Måndag till fredag"),
        ("månad", DAYS, "", "månad"),
    ],
)
def test_short_words_are_written_out_as_their_number_wants_them(
    text: str, words: dict[str, str], before: str, whole: str
) -> None:
    assert written_out(text, words, before) == whole
