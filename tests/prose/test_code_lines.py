"""Codes that a letter names in words."""

from __future__ import annotations

import pytest

from klarsprak.prose.code_lines import is_named_in_line
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("# E01 Kylskåp\n\nRätta [E01] i båthuset före maj.", True),
        ("# E01 Kylskåp\n\nRätta [E01 och F02] i båthuset före maj.", False),
        ("Rätta [E01] i båthuset före maj.", False),
        ("# E01 HACCP-baserade rutiner\n\nRätta [E01] i båthuset före maj.", True),
        ("# E01\n\nRätta [E01] i båthuset före maj.", False),
    ],
)
def test_a_line_that_begins_with_a_code_names_it(text: str, is_named: bool) -> None:
    words, analysis = words_in(text)
    assert is_named_in_line(words, analysis) is is_named
