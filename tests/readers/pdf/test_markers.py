"""Markers of list items, and other short pieces that are told by what they say."""

from __future__ import annotations

import pytest

from klarsprak.readers.pdf.markers import (
    begins_item,
    begins_item_or_section,
    begins_with_bullet,
    begins_with_number,
    follows,
    have_like_markers,
)
from klarsprak.readers.pdf.rows import MARKER


@pytest.mark.parametrize("text", ["•", "–", "✓", "1", "12.", "(3)", "2.1", "12.10.2.1.", "b)", "(Å)", "iv."])
def test_what_is_a_marker_to_the_left_of_its_text(text: str) -> None:
    assert MARKER.fullmatch(text)


@pytest.mark.parametrize("text", ["1234", "998 12", "Hej", "a", "ab)", "xl."])
def test_what_is_none(text: str) -> None:
    assert not MARKER.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "bullet", "number", "item", "section"),
    [
        ("• en ritning", True, False, True, True),
        ("•en ritning", True, False, True, True),
        ("1. En ritning", False, True, True, True),
        ("(b) en ritning", False, True, True, True),
        ("– en ritning", False, False, True, True),
        ("2.1 Bakgrund", False, False, False, True),
        ("998 12 Lindvik", False, False, False, False),
        ("-1 grad", False, False, False, False),
        ("0. Inledning", False, False, False, False),
        ("Du har ansökt", False, False, False, False),
    ],
)
def test_how_an_item_begins(text: str, bullet: bool, number: bool, item: bool, section: bool) -> None:
    assert begins_with_bullet(text) is bullet
    assert begins_with_number(text) is number
    assert begins_item(text) is item
    assert begins_item_or_section(text) is section


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1. en plan", "2) en ritning", True),
        ("(1) en plan", "2. en ritning", True),
        ("1. en plan", "a) en ritning", False),
        ("• en plan", "• en ritning", True),
        ("• en plan", "– en ritning", False),
    ],
)
def test_which_items_may_be_in_one_list(one: str, other: str, alike: bool) -> None:
    assert have_like_markers(one, other) is alike


@pytest.mark.parametrize(
    ("first", "item", "next_to_it"),
    [
        ("1. en plan", "2. en ritning", True),
        ("1. en plan", "3. mars", False),
        ("a) en plan", "b) en ritning", True),
        ("• en plan", "• en ritning", True),
        ("1. en plan", "• en ritning", False),
    ],
)
def test_which_item_follows_another(first: str, item: str, next_to_it: bool) -> None:
    assert follows(first, item) is next_to_it
