"""Which findings get a comment of their own: as many as a person takes in, the gravest first."""

from __future__ import annotations

import pytest

from klarsprak.editing.choice import MOST_COMMENTS, choose
from klarsprak.finding import Category, Finding, FindingPlace, Level
from klarsprak.letter import Role

ERROR, WARNING, INFO = Level.ERROR, Level.WARNING, Level.INFO


def findings(*levels: Level, rule: str = "prov.{}") -> list[Finding]:
    """One on each of a letter's paragraphs, in that order; the message is its number."""
    return [
        Finding(
            rule.format(number), Category.TON, level, "x", (), str(number), "", "",
            FindingPlace(number, Role.PARAGRAPH, 0, 1),
        )
        for number, level in enumerate(levels)
    ]  # fmt: skip


def numbers(found: list[Finding]) -> list[int]:
    return [int(finding.message) for finding in found]


@pytest.mark.parametrize(
    ("lowest", "shown", "listed"),
    [
        (None, [0, 2], [1]),
        (ERROR, [2], [0, 1]),
        (WARNING, [0, 2], [1]),
        (INFO, [0, 1, 2], []),
    ],
)
def test_a_comment_of_its_own_has_what_is_grave_enough(
    lowest: Level | None, shown: list[int], listed: list[int]
) -> None:
    choice = choose(findings(WARNING, INFO, ERROR), lowest)
    assert (numbers(choice.shown), numbers(choice.listed)) == (shown, listed)


def test_of_too_many_the_gravest_are_shown_in_the_order_of_the_text() -> None:
    choice = choose(findings(*[WARNING] * MOST_COMMENTS, ERROR))
    assert numbers(choice.shown) == [*range(MOST_COMMENTS - 1), MOST_COMMENTS]
    assert numbers(choice.listed) == [MOST_COMMENTS - 1]


def test_what_must_be_changed_is_never_left_out() -> None:
    choice = choose(findings(WARNING, *[ERROR] * (MOST_COMMENTS + 5)))
    assert numbers(choice.shown) == list(range(1, MOST_COMMENTS + 6))


def test_what_is_told_again_makes_room_for_what_is_told_once() -> None:
    same = findings(*[WARNING] * MOST_COMMENTS, rule="prov.samma")
    other = findings(*[WARNING] * (MOST_COMMENTS + 1))[-1]
    choice = choose([*same, other])
    assert numbers(choice.shown) == [*range(MOST_COMMENTS - 1), MOST_COMMENTS]


def test_who_asks_for_a_level_gets_all_of_it() -> None:
    assert len(choose(findings(*[WARNING] * (2 * MOST_COMMENTS)), WARNING).shown) == 2 * MOST_COMMENTS


def test_what_the_letter_lacks_has_no_words_to_comment_on() -> None:
    (finding,) = findings(ERROR)
    assert choose([finding._replace(place=None)]) == ([], [])
