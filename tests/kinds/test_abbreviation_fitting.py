"""``abbreviation``: the long form fits the words around its short form."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.kinds import Rule
from tests.support import check, rules

RULES = """\
- {id: ue, kind: abbreviation, category: forkortning, words: UE, long: underentreprenör, examples: [{flag: x}]}
- {id: sn, kind: abbreviation, category: forkortning, words: SN, long: socialnämnden, examples: [{flag: x}]}
- {id: au, kind: abbreviation, category: forkortning, words: AU, long: arbetsutskottet, examples: [{flag: x}]}
- {id: ibic, kind: abbreviation, category: forkortning, words: IBIC, long: arbetssättet Individens behov i centrum,
   examples: [{flag: x}]}
"""


@pytest.fixture(scope="module")
def short_forms(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """One of a thing that is counted, two of bodies, and one of a name after what it is."""
    folder: Path = tmp_path_factory.mktemp("fitting")
    return rules(folder, RULES)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("Skicka en lista över era UE till hamnen.", "underentreprenörer"),
        ("Tre UE har lämnat piren.", "underentreprenörer"),
        ("Piren byggs av en UE.", "underentreprenör"),
        ("Piren byggs av 12 UE.", "underentreprenörer"),
        ("Ring hamnen på 08-465 004 12 UE.", "underentreprenör"),
        ("Ring hamnen på 08-465 00 UE.", "underentreprenör"),
        ("Bryggan får inte säljas utan SN samtycke.", "socialnämndens"),
        ("Där har SN tillsyn över båtarna.", "socialnämnden"),
        ("Hamnen har frågat SN avseende skulder för piren.", "socialnämnden"),
        ("I maj beslutar SN om piren.", "socialnämnden"),
        ("Ritningen godkändes av SN/AU.", "socialnämndens arbetsutskott"),
        ("Vi utgår från metoden IBIC.", "Individens behov i centrum"),
        ("Vi utgår från IBIC.", "arbetssättet Individens behov i centrum"),
    ],
)
def test_the_long_form_fits_its_place(short_forms: list[Rule], text: str, long: str) -> None:
    """Its number and case are those of the place, and what stands there already isn't said again."""
    (finding,) = check(short_forms, text).findings
    assert finding.suggestions[0] == long


@pytest.mark.parametrize("text", ["Bryggan får inte säljas utan SN samtycke.", "Där har SN tillsyn över båtarna."])
def test_a_body_before_a_bare_noun_is_left_to_the_writer(short_forms: list[Rule], text: str) -> None:
    """Whether it owns the noun nobody knows for sure."""
    (finding,) = check(short_forms, text).findings
    assert not finding.safe


def test_capitals_in_a_number_are_no_short_form(short_forms: list[Rule]) -> None:
    """More capitals stand between them and the figures."""
    assert not check(short_forms, "Dnr: SN PRH 2024-338").findings
