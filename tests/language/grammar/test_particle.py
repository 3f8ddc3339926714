"""What goes between a verb and its particle where one is put in the place of a verb without any."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.particle import with_words_between
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "form", "result"),
    [
        ("Därför [insänder] vi inte ansökan i dag.", "skickar in", "skickar vi inte in"),
        ("[Inkommer] din ansökan för sent prövas den inte.", "kommer in", "kommer din ansökan in"),
        ("Därefter [insänder] kommunen ansökan till rätten.", "skickar in", "skickar kommunen in"),
        ("Kommunen [insänder] ansökan till rätten.", "skickar in", "skickar in"),
        ("[Insänd] ansökan till oss.", "skicka in", "skicka in"),
        ("[Insänder] handlingar till rätten.", "skickar in", "skickar in"),
    ],
)
def test_the_subject_goes_before_the_particle_and_the_object_after_it(text: str, form: str, result: str) -> None:
    assert with_words_between(words_in(text)[0], [form])[1] == [result]
