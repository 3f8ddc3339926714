"""Whether the letter asks its reader to get in touch with whoever wrote it."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.prose.offers_talk import offers_talk
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring mig om du inte hinner flytta båten.", True),
        ("Passar inte dagen, säg gärna till.", True),
        ("Blir det svårt att betala? Prata med mig.", True),
        ("Är båten inte din, hör av dig.", True),
        ("Du får gärna ringa hamnen innan du kommer.", True),
        ("Ring 0555-12 34 om du blir sen.", True),
        ("Säg till om kranen är för hög.", True),
        ("Jag kommer gärna till hamnen och pratar om det.", True),
        ("Kom gärna hit om ni vill se kartan.", True),
        ("Säg ja med ett sms.", True),
        ("Vi kommer inte gärna ut i storm.", False),
        ("Om ni inte hör av er går platsen till nästa.", False),
        ("Vid frågor kontaktas undertecknad.", False),
        ("Ring inte hamnen om kön.", False),
        ("Du ska skriva till nämnden om du är missnöjd.", False),
        ("Du är välkommen att kontakta oss vid frågor.", False),
    ],
)
def test_a_letter_offers_to_talk(text: str, expected: bool) -> None:
    analysis = analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock)
    assert offers_talk(analysis) is expected
