"""Stops and spaces of short forms."""

from __future__ import annotations

import pytest

from klarsprak.prose.short_form_stop import careless_spellings


@pytest.mark.parametrize(
    ("short_form", "others"),
    [
        ("bl.a.", ("bl. a.", "bl.a", "bl. a")),
        ("o.s.v.", ("o. s. v.", "o.s.v", "o. s. v")),
        ("enl.", ()),
        ("tfn", ()),
        ("t ex", ()),
        ("i st.f.", ()),
    ],
)
def test_a_short_form_of_several_words_is_spelled_with_spaces_and_without_its_last_stop(
    short_form: str, others: tuple[str, ...]
) -> None:
    assert careless_spellings(short_form) == others
