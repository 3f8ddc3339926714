"""Labels are looked for where a string stands that each of them has: none may lack all of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.signature import labels


@settings(deadline=None)
@given(st.from_regex(labels._PERSONS, fullmatch=True))
def test_a_persons_label_has_one_of_the_strings_that_tell_of_them(label: str) -> None:
    assert labels.may_name_person(f"{label}: Anna Ek") or labels._PERSONS.search(label.lower()) is None
