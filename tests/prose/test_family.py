"""Whether a letter is about somebody of the reader's."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.prose.family import is_about_family
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hej Mona!\nDin pappa får en plats i båten i maj.", True),
        ("Hej Mona!\nDin fru Tova får en plats i båten i maj.", True),
        ("Hej Mona!\nTuva får en plats i båten. När hon är sex år får Tuva segla själv.", True),
        ("Dödsboet efter Bo Alm\nc/o Mona Alm\nBåten ligger vid bryggan i hamnen.", True),
        ("Hej Mona!\nDin sambos inkomst räknas med när du hyr båten.", False),
        ("Hej Mona!\nDu bor i Almvik. Båten går från Almvik när hon är klar.", False),
        ("Hej Mona!\nDu har genom din dotter Tuva hyrt båten.", False),
        ("Hej Mona!\nSkylten är klar för skolan. Skylten sitter på båten.", False),
        ("Hej Mona!\nBo Alm och Bo Ek ror båten. Hon är din.", False),
        ("Hej Mona!\nTuva ror båten, och Tuva har nyckeln i maj.", False),
        ("Mona Alm\nTallgatan 2\n512 95 Norrlida\nDin pappa får en plats i båten i maj.", False),
    ],
)
def test_a_letter_is_about_somebody_of_the_readers(text: str, expected: bool) -> None:
    analysis = analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock)
    assert is_about_family(analysis) is expected
