"""Text that breaks off where no sentence ends is checked like any other: from a PDF's columns, a table, a form."""

from __future__ import annotations

import pytest

import klarsprak

SENTENCES = (
    "Sedan kommer resten i två delar, och då får du svar på det som du frågade om den 3 maj.",
    "Om du inte har hämtat nyckeln när båten ska i vattnet, kommer den att lämnas till den som står näst i kön.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_may_break_off_after_any_word(sentence: str) -> None:
    words = sentence.split()
    for end in range(1, len(words) + 1):
        report = klarsprak.check_text(f"Hej!\n\n{' '.join(words[:end])}\n")
        assert report.error is None
