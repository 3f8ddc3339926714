"""Phrases with a subject or adverbs after their verb, as main clauses have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.kinds import Rule
from tests.support import check, rules

PHRASES = [
    ("ha möjlighet att", "VERB", "kunna"),
    ("förbinda sig att", "VERB", "lova att"),
    ("ge vid handen", "VERB", "visa"),
    ("vara av uppfattningen att", "VERB", "tycka att"),
    ("är nödsakade att", "null", "måste"),
    ("göra bedömningen", "VERB", "bedöma"),
]


@pytest.fixture(scope="module")
def phrases(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """A rule for each of the phrases, and a pattern."""
    lines = [
        f"- {{id: r-{i}, words: {words}, pos: {pos}, instead: {plain}, examples: [{{flag: x}}]}}\n"
        for i, (words, pos, plain) in enumerate(PHRASES)
    ]
    pattern = (
        "- {id: tas, kind: pattern, pattern: ställer oss positiva till, instead: gillar, examples: [{flag: x}]}\n"
    )
    folder: Path = tmp_path_factory.mktemp("parted")
    return rules(folder, "".join([*lines, pattern]))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Därför har du inte möjlighet att hyra båten.", "Därför kan du inte hyra båten."),
        ("Du har alltid möjlighet att hyra båten.", "Du kan alltid hyra båten."),
        ("Enligt avtalet förbinder ni er att betala.", "Enligt avtalet lovar ni att betala."),
        ("Utredningen ger således vid handen att bron är svag.", "Utredningen visar således att bron är svag."),
        ("I maj var nämnden av uppfattningen att det räckte.", "I maj tyckte nämnden att det räckte."),
        ("Nämnden gör sammantaget bedömningen att bron är svag.", "Nämnden bedömer sammantaget att bron är svag."),
        ("Tyvärr är vi nödsakade att stänga badet.", "Tyvärr måste vi stänga badet."),
        ("Vi ställer därför oss positiva till bron.", "Vi gillar därför bron."),
        ("Tyvärr ställer vi oss positiva till bron.", "Tyvärr gillar vi bron."),
    ],
)
def test_words_between_the_verb_and_the_rest_of_its_phrase_stay(phrases: list[Rule], text: str, result: str) -> None:
    (finding,) = check(phrases, text).findings
    assert finding.place is not None
    start, end = finding.place.start, finding.place.end
    assert text[:start] + finding.suggestions[0] + text[end:] == result


@pytest.mark.parametrize(
    "text",
    [
        "Föreningen har en lokal och möjlighet att hyra ut den.",
        "Han ger brevet vid handen till grannen.",
        "Vi är tyvärr många som är trötta och nödsakade att vila.",
    ],
)
def test_an_object_between_makes_it_another_phrase(phrases: list[Rule], text: str) -> None:
    assert not check(phrases, text).findings
