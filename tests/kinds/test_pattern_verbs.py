"""What patterns say of the verbs in the nouns that they flag, and how suggestions call the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules

VERB = """\
- id: x
  kind: pattern
  pattern: "(samling|besked|betalning|avisering|sammankomst) (sker|ges)"
  verbs: {samling: samlas, avisering: meddela, besked: berätta}
  message: "Skriv {a_verb}."
  examples: [{flag: x}]
"""
READER = """\
- id: x
  words: vid utevaro
  instead: om du inte kommer till din tid
  message: "Skriv ”{suggestion}”."
  examples: [{flag: x}]
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("På perrongen samling sker klockan sju.", "Skriv verbet ”samlas”."),
        ("Avisering sker i maj.", "Skriv verbet ”meddela”."),
        ("Besked ges i maj.", "Skriv verbet ”berätta”."),
        # Nobody lists it, but everybody knows the verb.
        ("Betalning sker i maj.", "Skriv verbet ”betala”."),
        ("En sammankomst sker i maj.", "Skriv ett verb."),
    ],
)
def test_the_message_names_the_verb_of_the_noun(tmp_path: Path, text: str, message: str) -> None:
    assert [finding.message for finding in check(rules(tmp_path, VERB), text).findings] == [message]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Vid utevaro ringer vi dig.", "Om du inte kommer till din tid"),
        ("Vid utevaro ringer vi er.", "Om ni inte kommer till er tid"),
    ],
)
def test_suggestions_call_the_reader_as_the_letter_does(tmp_path: Path, text: str, suggestion: str) -> None:
    (finding,) = check(rules(tmp_path, READER), text).findings
    assert finding.suggestions == (suggestion,)
    assert finding.message == f"Skriv ”{suggestion}”."


def test_what_the_letters_own_words_call_the_reader_stays(tmp_path: Path) -> None:
    rule = READER.replace("vid utevaro", "kallas du").replace("om du inte kommer till din tid", "ska du komma")
    (finding,) = check(rules(tmp_path, rule), "På torsdag kallas du. Ta med era papper. Ring om ni undrar.").findings
    assert finding.suggestions == ("ska du komma",)
