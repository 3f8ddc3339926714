"""The handbook's table of letters' types says what the rules do."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from tools import letter_types


def test_the_table_agrees_with_the_rules() -> None:
    assert letter_types.PAGE.read_text(encoding="utf-8") == letter_types.page(), "run make docs"


def test_every_rule_is_about_one_question() -> None:
    asked = Counter(chain(*letter_types.QUESTIONS.values(), letter_types.NO_QUESTION))
    assert asked == Counter(letter_types.expect_rules().keys())


def test_every_type_says_what_it_is() -> None:
    types = next(iter(letter_types.expect_rules().values())).letters
    assert [name for name, letter_type in types.items() if not letter_type.about] == []


def test_a_cell_names_the_rules_or_says_that_there_is_none() -> None:
    rows = {row.split("**")[1]: row for row in letter_types.table(letter_types.expect_rules()) if "**" in row}
    assert "`skäl`" in rows["avslag"]
    assert "`skäl`" not in rows["information"]
    assert "| – |" in rows["information"]
    assert "`kontakt`" in rows["alla andra brev"]
