"""The sentence that words stand in, cut to what helps."""

from __future__ import annotations

import pytest

import klarsprak
from klarsprak.reports.excerpt import excerpt


def shown(text: str, *words: str) -> str:
    """The excerpt with its marks in brackets."""
    report = klarsprak.check_text(f"{text} Det är ej så.")
    any_place = next(each.place for each in report.findings if each.place is not None)
    starts = [text.index(word) for word in words]
    places = [
        any_place._replace(start=start, end=start + len(word)) for start, word in zip(starts, words, strict=True)
    ]
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in excerpt(report, places))


FILLER = "och så vidare till dess att vi har kommit fram till slutet av den här långa meningen "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Du får ej tälta.", ["ej"], "Du får [ej] tälta."),
        ("Du får ej tälta och ej elda.", ["ej tälta", "elda"], "Du får [ej tälta] och ej [elda]."),
        ("Du får inte. Du får ej tälta.", ["ej"], "Du får [ej] tälta."),
        (
            f"Du får ej tälta {FILLER * 2}eller elda.",
            ["ej", "elda"],
            "Du får [ej] tälta och så vidare till dess att vi … slutet av den här långa meningen eller [elda].",
        ),
        (f"Du får ej tälta {FILLER * 3}.", ["ej"], f"Du får [ej] tälta {FILLER}{FILLER[:59]}…"),
    ],
)
def test_an_excerpt_shows_the_sentence_and_leaves_out_what_is_far_from_the_marks(
    text: str, words: list[str], expected: str
) -> None:
    assert shown(text, *words) == expected
