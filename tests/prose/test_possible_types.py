"""Which types of letters a letter's words let it be of."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.prose.letter_type import LetterType, Signs
from klarsprak.prose.possible_types import PossibleTypes
from klarsprak.signature import SignatureBlock

TYPES = {
    "avslag": LetterType(find=["avslår … ansökan"]),
    "betala": LetterType(opening=["betala (avgiften|räkningen)"]),
    "bygglov": LetterType(heading=["beslut om bygglov"]),
    "ny": LetterType(heading=["<VERB>"]),
    "beslut": LetterType(titles=["beslut"]),
    "domstol": LetterType(letter_has=["förvaltningsrätten"]),
    "råd": LetterType(find=["du kan söka"], letter_has=["bidrag"]),
}
ALWAYS = {"ny"}
"""The one that no word of a pattern tells of."""


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Hej!", set()),
        ("Vi avslår din ansökan.", {"avslag"}),
        ("Vi avslår inget.", set()),  # one of the words isn't enough
        ("Du kan betala räkningen senare.", {"betala"}),  # where it stands doesn't count yet
        ("Beslut om bygglov\nBetala avgiften.", {"betala", "bygglov"}),
        ("Du får snart ett beslut om bygglov.", set()),  # no title
        ("Beslut\nDu får bygga.", {"beslut"}),
        ("Skriv till förvaltningsrätten.", {"domstol"}),
        ("Du kan söka själv.", set()),  # and says nothing of what the type must speak of
        ("Du kan söka bidrag.", {"råd"}),
    ],
)
def test_a_letter_has_the_words_of_a_type(text: str, possible: set[str]) -> None:
    names: dict[Signs, str] = {each.signs: name for name, each in TYPES.items()}
    analysis = analyse_letter(parse(text).letter, Need.MORPHOLOGY, SignatureBlock)
    found = PossibleTypes(names).of(analysis)
    assert {names[signs] for signs in found} == possible | ALWAYS
