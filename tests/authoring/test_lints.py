"""What is asked of packs besides that their examples hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from klarsprak.authoring.lints import (
    Lint,
    having_missed,
    long_lines,
    names_taken,
    names_with_numbers,
    rules_unknown,
    sets_unused,
    stock_frames,
    words_repeated,
)
from klarsprak.authoring.wording import phrases_unlike, suggestions_flagged
from klarsprak.rulebook import packs
from tests.support import HEADER

Told = Callable[..., list[str]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """What a lint says of packs with these rules, without the folder."""

    def told(lint: Lint, *texts: str, header: str = HEADER) -> list[str]:
        paths = [tmp_path / f"{number}.yml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(header + "rules:\n" + dedent(text), encoding="utf-8")
        return [line.removeprefix(f"{tmp_path}/") for line in lint(packs.load_packs(paths))]

    return told


def rule(name: str, keys: str, example: str = "Du får [det] nu.") -> str:
    return f'- {{id: {name}, {keys}, instead: x, examples: [{{flag: "{example}"}}]}}\n'


def test_a_line_that_is_too_long_is_told(told: Told) -> None:
    lines = told(long_lines, rule("ej", "words: ej", "Du får [ej] " + "x" * 80))
    assert lines == [
        "0.yml:8:121: raden har 149 tecken. Fortsätt på nästa rad efter högst 120, eller gör en ordlista under sets."
    ]
    assert told(long_lines, rule("ej", "words: ej", "Du får [ej] " + "x" * 50)) == []


def test_a_rules_name_that_ends_in_a_number_is_told(told: Told) -> None:
    (line,) = told(names_with_numbers, rule("ej", "words: ej") + rule("gc-väg-2", "words: gc-bana"))
    assert line.startswith("0.yml:9:8: ”gc-väg-2” slutar med en siffra. Ge regeln ett namn som")
    assert told(names_with_numbers, rule("24-timmars", "words: dygn")) == []


@pytest.mark.parametrize("second", [rule("ej", "words: inte"), rule("inte", "words: inte, aliases: prov.ej")])
def test_two_rules_of_one_name_are_told(told: Told, second: str) -> None:
    (line,) = told(names_taken, rule("ej", "words: ej"), second.replace("prov.ej", "[prov.ej]"))
    assert line.startswith("1.yml:8:8: ”prov.ej” finns redan i ")
    assert line.endswith("0.yml. Ge den ena regeln ett annat id.")


def test_a_rule_that_gives_way_to_one_that_is_nowhere_is_told(told: Told) -> None:
    (line,) = told(rules_unknown, rule("ej", "words: ej, unless_told: [prov.inget]"))
    assert line == "0.yml:8:36: det finns ingen regel ”prov.inget”. Skriv paket.id."
    (line,) = told(rules_unknown, rule("ej", "words: ej, unless_told_within: [prov.inget]"))
    assert line == "0.yml:8:43: det finns ingen regel ”prov.inget”. Skriv paket.id."
    here = rule("ej", "words: ej, unless_told: [prov.icke]") + rule("icke", "words: icke")
    assert told(rules_unknown, here, rule("x", "words: y, unless_told: [signatur.ingen]")) == []


def test_a_word_in_two_packs_is_told(told: Told) -> None:
    (line,) = told(words_repeated, rule("ej", "words: [ej, icke]"), rule("icke", "words: Icke"))
    assert line.startswith("1.yml:8:3: ”icke” står också i regeln prov.ej. Ta bort ordet ur den ena regeln, eller")


@pytest.mark.parametrize("condition", ["when: {followed_by: noun}", "unless: {letter_has: nej}"])
def test_a_condition_tells_rules_for_one_word_apart(told: Told, condition: str) -> None:
    assert told(words_repeated, rule("ej", "words: ej"), rule("inte-ej", f"words: ej, {condition}")) == []


def test_abbreviations_are_told_apart_by_their_capitals(told: Told) -> None:
    short = "- {{id: {0}, words: {0}, long: x, examples: [{{flag: x}}]}}\n"
    header = HEADER.replace("replace", "abbreviation")
    assert told(words_repeated, short.format("SoF") + short.format("SOF"), header=header) == []


def test_one_sentence_around_many_words_is_told(told: Told) -> None:
    words = ["ett", "två", "tre", "fyra", "fem", "sex"]
    text = "".join(rule(word, f"words: {word}", f"Det står [{word}] i ditt beslut.") for word in words)
    (line,) = told(stock_frames, text)
    assert line.startswith("0.yml:12:")
    assert "”Det står … i ditt beslut.” står i 6 exempel, runt olika ord. Skriv en egen mening för varje" in line
    short = "".join(rule(word, f"words: {word}", f"Du får [{word}].") for word in words)
    assert told(stock_frames, short) == [], "any letter says so"


def test_an_example_without_what_its_rule_needs_is_told(told: Told) -> None:
    rule = """\
    - id: paragraf
      kind: regex
      having: [kl, §]
      regex: '(?i)(?:kl|§|kap) \\d'
      examples: [{flag: "Vi ses [KL 9]."}, {flag: "Se [§ 4]."}, {flag: "Se [kap 4]."}]
    """
    (line,) = told(having_missed, rule)
    assert line.startswith(
        "0.yml:12:68: exemplet har ingen av texterna i having eller shape. Därför prövas inte regeln."
    )


def test_a_set_that_no_rule_uses_is_told(told: Told) -> None:
    header = f"{HEADER}sets:\n  dag: [måndag]\n  månad: [maj]\n"
    (line,) = told(sets_unused, rule("ej", 'words: ej, when: {followed_by: "@dag"}'), header=header)
    assert line.startswith("0.yml:9:3: ingen regel använder ordlistan ”månad”. Skriv @månad i ett mönster, eller")


REPLACED = '- {{id: {0}, words: {0}, instead: {1}, examples: [{{flag: "Du får [{0}] nu."}}]}}\n'


def test_a_suggestion_that_another_rule_flags_is_told(told: Told) -> None:
    (line,) = told(suggestions_flagged, REPLACED.format("erhålla", "motta"), REPLACED.format("motta", "få"))
    assert line.startswith(
        "0.yml:8:67: ”motta” flaggas i sin tur av prov.motta (”motta”). Föreslå något annat, eller"
    )
    assert told(suggestions_flagged, REPLACED.format("erhålla", "få"), REPLACED.format("motta", "få")) == []


def test_what_is_flagged_beside_a_suggestion_is_no_fault_of_it(told: Told) -> None:
    beside = '- {id: erhålla, words: erhålla, instead: få, examples: [{flag: "Du kan motta och [erhålla] nu."}]}\n'
    assert told(suggestions_flagged, beside, REPLACED.format("motta", "få")) == []


def test_an_abbreviation_may_be_written_out_as_a_term(told: Told) -> None:
    short = '- {id: ga, kind: abbreviation, words: GA, long: samfällighet, examples: [{flag: "Du har en [GA]."}]}\n'
    term = "- {id: s, kind: term, category: fackord, words: samfällighet, explain: x, examples: [{flag: x}]}\n"
    assert told(suggestions_flagged, short, term) == []


PATTERNS = '- {{id: stelt, kind: pattern, pattern: [{0}], examples: [{{flag: "[Det]."}}]}}\n'


def test_phrases_that_share_a_message_and_nothing_else_are_told(told: Told) -> None:
    (line,) = told(phrases_unlike, PATTERNS.format("är att anse som, i strid mot lagen, före utgången av"))
    assert line.startswith("0.yml:8:39: 3 uttryck som inte har något ord gemensamt delar ett meddelande. Ge dem egna")
    alike = PATTERNS.format("ligger till grund för, läggs till grund för, grundar sig på")
    assert told(phrases_unlike, alike) == []
