"""Strings looked for in all of a letter's texts at once."""

from __future__ import annotations

from klarsprak.matching.strings import StringIndex

TEXTS = ["Se 9 § i lagen, kl. 9.", "Hej", "kl 10 och §§ 2–3"]


def test_each_string_comes_with_the_texts_that_hold_it() -> None:
    found = StringIndex(["§", "kl", "lagen", "nej"]).found_in(TEXTS)
    assert found == {"§": {0, 2}, "kl": {0, 2}, "lagen": {0}}


def test_strings_that_begin_with_or_stand_in_others_are_found_too() -> None:
    found = StringIndex(["kl", "kl.", "l.", "lag", "agen"]).found_in(TEXTS)
    assert found == {"kl": {0, 2}, "kl.": {0}, "l.": {0}, "lag": {0}, "agen": {0}}


def test_no_string_goes_from_one_text_into_the_next() -> None:
    assert StringIndex(["9.He", "jkl", "\n"]).found_in(TEXTS) == {}


def test_without_strings_or_texts_nothing_is_found() -> None:
    assert StringIndex([]).found_in(TEXTS) == {}
    assert StringIndex(["§", "kl"]).found_in([]) == {}


def test_signs_of_expressions_stand_for_themselves() -> None:
    assert StringIndex(["(1", "..", "?!", " -"]).found_in(["(1) Vad?! -", "a-b"]) == {"(1": {0}, "?!": {0}, " -": {0}}
