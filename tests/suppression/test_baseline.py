"""Findings that are known are hidden by rule, words and context; what is new is told."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.suppression import baseline
from klarsprak.suppression.baseline import Baseline
from tests.support import HEADER, WORDS, check, rules, texts

TEMPLATE = """\
# Beslut om bidrag
[Namn] har erhållit ett bidrag på [belopp] kronor för att bygga om bostaden.
Bidraget betalas ut den [datum].
"""
LETTER = """\
# Beslut om bidrag
Hej!
Mirjam Ekeroth har erhållit ett bidrag på 23 400 kronor för att bygga om bostaden.
Bidraget betalas ut den 3 maj 2027.
"""


@pytest.fixture
def words(tmp_path: Path) -> list[Rule]:
    return rules(tmp_path, WORDS)


def known(report: Report) -> Baseline:
    made = Baseline()
    made.add(report)
    return made


def told(words: list[Rule], before: str, now: str) -> list[str]:
    """The words that are still flagged in a letter when another one is known."""
    report = check(words, now)
    known(check(words, before)).hide(report)
    return texts(report)


def test_a_template_is_known_again_when_it_has_become_a_letter(words: list[Rule]) -> None:
    assert texts(check(words, LETTER)) == ["erhållit"]
    assert told(words, TEMPLATE.replace("[", "[[").replace("]", "]]"), LETTER) == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Du har erhållit ett bidrag.", "Först en ny mening. Du har erhållit ett bidrag. Och en till."),
        ("Per Ek har erhållit ett bidrag.", "Anna Berg har erhållit ett bidrag."),
        ("Bidraget du har erhållit den 3 maj är slut.", "Bidraget du har erhållit den 14 juni 2027 är slut."),
        ("Du kan få bidrag som du ej behöver betala igen.", "Du kan få lån som du ej behöver betala igen."),
        ("ANSÖKAN EJ KOMPLETT", "ANSÖKAN EJ KOMPLETT"),
    ],
    ids=["moved", "another name", "another date", "another word on one side", "capitals"],
)
def test_the_same_use_of_a_word_is_known(words: list[Rule], before: str, now: str) -> None:
    assert texts(check(words, now)) != []
    assert told(words, before, now) == []


@pytest.mark.parametrize(
    ("before", "now", "flagged"),
    [
        ("Du har erhållit ett bidrag.", "Vi har erhållit din ansökan.", ["erhållit"]),
        ("Du har erhållit ett bidrag.", "Du har erhållit ett bidrag. Vi har erhållit svaret.", ["erhållit"]),
        ("Du har erhållit ett bidrag.", "Du har ej fått ett bidrag.", ["ej"]),
        ("Du har erhållit ett bidrag.", "Du erhåller ett bidrag.", ["erhåller"]),
    ],
    ids=["another context", "one more use", "another rule", "another form"],
)
def test_a_new_use_of_a_word_is_told(words: list[Rule], before: str, now: str, flagged: list[str]) -> None:
    assert told(words, before, now) == flagged


MISSING = HEADER.replace("kind: replace", "kind: signature").replace("Skriv ”{suggestion}”.", "Skriv ditt namn.")


def test_a_part_that_is_missing_is_known_in_the_same_letter_only(tmp_path: Path) -> None:
    unsigned = rules(
        tmp_path,
        "- {id: namn, part: name, message: Skriv ditt namn., examples: [{flag: x}]}\n",
        MISSING,
    )
    letter = "Du får bo kvar på Tallgården till den 3 maj.\nRing oss om du undrar något.\nVi svarar alla dagar."
    filled_in = letter.replace("Tallgården", "Björkbacken").replace("3 maj", "8 juni") + "\nTa med nyckeln."
    other = "Du måste svara på frågorna i det här brevet.\nSkicka svaret till kommunen före den 3 maj."
    before = known(check(unsigned, letter))
    for text, count in ((letter, 0), (filled_in, 0), (other, 1)):
        report = check(unsigned, text)
        assert len(report.findings) == 1
        before.hide(report)
        assert len(report.findings) == count


def test_what_a_template_leaves_to_be_filled_in_is_never_known() -> None:
    checker = Checker(Config(select=["mallrest", "signatur", "kanslisvenska"]))
    template = checker.check(parse("Hej [[Namn]]!\nDu har erhållit ett bidrag.\n[[Handläggare]]").letter)
    made = Baseline()
    left_out = made.add(template)
    assert left_out == len(template.findings) - 1
    made.hide(template)
    assert {str(finding.category) for finding in template.findings} == {"mallrest", "signatur"}


def written(made: Baseline) -> str:
    stream = io.StringIO()
    made.write(stream)
    return stream.getvalue()


def test_a_baseline_holds_no_words_of_the_letter(words: list[Rule]) -> None:
    text = written(known(check(words, LETTER)))
    assert "erhållit" not in text
    assert "bidrag" not in text
    schema = json.loads((files("klarsprak.suppression") / "baseline-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(text))


def test_a_baseline_is_the_same_whatever_the_order_of_the_letters(words: list[Rule]) -> None:
    letters = [check(words, text) for text in ("Du har ej svarat.", "Du har erhållit det.", LETTER)]
    salt = "0" * 32
    one, other = Baseline(salt), Baseline(salt)
    for letter in letters:
        one.add(letter)
    for letter in [*reversed(letters), letters[0]]:
        other.add(letter)
    assert len(one) == 3
    assert written(one) == written(other)


def test_a_rule_that_has_been_renamed_is_still_known(tmp_path: Path, words: list[Rule]) -> None:
    path = tmp_path / "kända.json"
    path.write_text(written(known(check(words, "Du har erhållit ett bidrag."))), encoding="utf-8")
    config = tmp_path / "klarsprak.yml"
    config.write_text("baseline: kända.json\n", encoding="utf-8")
    renamed = [rule.model_copy(update={"id": "få", "aliases": ["erhålla"]}) for rule in words[:1]]
    report = Checker(load_config(config), renamed).check(parse("Du har erhållit ett bidrag.").letter)
    assert (report.findings, report.known) == ([], 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", ":1:2: filen är ingen lista över kända anmärkningar."),
        ("[]", ":1:1: filen är ingen lista över kända anmärkningar."),
        ('{"schema": "klarsprak/baseline/9"}', ":1:12: ”klarsprak/baseline/9” är en version som programmet inte"),
        ('{"schema": "klarsprak/baseline/1",\n "salt": "x"}', ":2:10: ”x” går inte som värde för salt."),
    ],
)
def test_a_baseline_that_cant_be_used_is_told(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "kända.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        baseline.load(path)
    assert str(caught.value).removeprefix(str(path)).startswith(says)
