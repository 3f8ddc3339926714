"""The examples of decision lists about Swedish."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from klarsprak.language import (
    sentence_ends,
)
from klarsprak.language.embedding import SHAPES, FormShape, shape
from klarsprak.language.everyday.compounds import LINKS, unlinked
from klarsprak.language.everyday.derivation import ENDINGS, DerivingEnding, bases_of
from klarsprak.language.gazetteer import BY_ENDING, LISTED, hint
from klarsprak.language.inflection import adjectives, agree, conjugations, declensions
from klarsprak.language.inflection.agreement import ADJECTIVE_SLOTS
from klarsprak.language.inflection.dictionary_form import FORM_ENDINGS, dictionary_form
from klarsprak.language.inflection.form_rules import FormRule, apply_rules
from klarsprak.language.inflection.noun_endings import (
    NOUN_ENDINGS,
    NounEnding,
    deciding_ending,
    decline_by_ending,
)
from klarsprak.language.inflection.nouns import OTHER_DICTIONARY_FORMS, noun_paradigm
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.sentence_ends import END_RULES, EndRule, Stop
from klarsprak.language.verbal_nouns import ENDINGS as VERBAL_ENDINGS
from klarsprak.language.verbal_nouns import verbs_of

RULES = [
    (rules, rule)
    for rules in (
        adjectives.NEUTERS,
        adjectives.PLURALS,
        conjugations.IMPERATIVES,
        conjugations.PARTICIPLES,
        conjugations.PASSIVES,
        conjugations.PRESENTS,
        conjugations.SECOND_PASTS,
        declensions.AR_PLURALS,
        declensions.NEUTER_DEFINITES,
        declensions.PROFESSIONS,
    )
    for rule in rules
]


@pytest.mark.parametrize(("rules", "rule"), RULES, ids=[rule.example for _, rule in RULES])
def test_each_row_of_a_decision_list_decides_its_example(rules: Sequence[FormRule], rule: FormRule) -> None:
    word, forms = rule.example.split(":")
    assert next(row for row in rules if row.fits(word)) is rule
    assert apply_rules(rules, word) == tuple(forms.split())


@pytest.mark.parametrize("row", NOUN_ENDINGS, ids=lambda row: row.ending)
def test_each_ending_of_nouns_decides_its_example(row: NounEnding) -> None:
    singular, plural = row.example.split()
    assert deciding_ending(singular) is row
    noun = decline_by_ending(singular)
    assert noun is not None
    assert noun.plural == (() if plural == "-" else (plural,))


@pytest.mark.parametrize("row", ENDINGS, ids=lambda row: row.ending)
def test_each_ending_that_makes_words_leads_to_the_base_of_its_example(row: DerivingEnding) -> None:
    word, base = row.example.split(": ")
    assert base in {word.removesuffix(row.ending) + other for other in row.replaced}
    assert base in bases_of(word)


@pytest.mark.parametrize("row", VERBAL_ENDINGS, ids=lambda row: row.ending)
def test_each_ending_that_makes_nouns_of_verbs_leads_to_the_verb_of_its_example(row: DerivingEnding) -> None:
    noun, verb = row.example.split(": ")
    assert verb in list(verbs_of(noun))


@pytest.mark.parametrize(("link", "other", "example"), LINKS)
def test_each_link_of_compounds_leads_to_the_word_of_its_example(link: str, other: str, example: str) -> None:
    first, word = example.split(": ")
    assert first.removesuffix(link) + other == word
    assert word in unlinked(first)


@pytest.mark.parametrize("kind", declensions.DECLENSIONS)
def test_each_declension_declines_its_example(kind: str) -> None:
    forms = declensions.DECLENSIONS[kind].example.split()
    noun = declensions.decline(forms[0], kind, forms[0])
    assert [next(iter(texts), "-") for texts in noun[:4]] == forms


@pytest.mark.parametrize(("ending", "instead", "example"), FORM_ENDINGS, ids=[row[2] for row in FORM_ENDINGS])
def test_each_ending_of_adjectives_leads_to_the_example(ending: str, instead: str, example: str) -> None:
    form, lemma = example.split(": ")
    assert form.removesuffix(ending) + instead == lemma
    assert dictionary_form(form) in (lemma, None)
    assert form in {text for texts in adjectives.adjective_paradigm(lemma).values() for text in texts}


@pytest.mark.parametrize(("ending", "instead", "example"), OTHER_DICTIONARY_FORMS)
def test_each_ending_of_plurals_and_definites_leads_to_the_example(ending: str, instead: str, example: str) -> None:
    form, lemma = example.split(": ")
    assert form.removesuffix(ending) + instead == lemma
    assert noun_paradigm(form).items() <= noun_paradigm(lemma).items()


@pytest.mark.parametrize(("gender", "number", "definite"), ADJECTIVE_SLOTS)
def test_each_slot_of_an_adjective_is_that_of_its_noun(gender: str, number: str, definite: str) -> None:
    examples = {"com": "ny", "neut": "nytt", "plur": "nya", "def": "nya", "defpl": "nya"}
    assert agree("ny", gender, number, definite) == examples[ADJECTIVE_SLOTS[gender, number, definite]]


@pytest.mark.parametrize("row", SHAPES, ids=lambda row: row.example)
def test_each_shape_is_that_of_its_example(row: FormShape) -> None:
    form, expected = row.example.split(": ")
    assert next(other for other in SHAPES if other.fits(form)) is row
    assert shape(form) == expected


@pytest.mark.parametrize(("letter", "example"), [(row[0], row[2]) for row in (*LISTED, *BY_ENDING)])
def test_each_hint_is_that_of_its_example(letter: str, example: str) -> None:
    assert hint(example) == letter


@pytest.mark.parametrize(("rule", "marked"), [(rule, text) for rule in END_RULES for text in rule.examples])
def test_each_row_on_the_ends_of_sentences_decides_its_examples(
    rule: EndRule, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding: list[EndRule] = []
    rows = [row._replace(ends=_noting(row, deciding)) for row in END_RULES]
    monkeypatch.setattr(sentence_ends, "END_RULES", rows)
    (tokens,) = analyse([marked.replace("|", "")], Need.FORMS)
    assert [sentence.strip() for sentence in tokens.sentence_texts()] == [part.strip() for part in marked.split("|")]
    assert rule in deciding


def _noting(row: EndRule, deciding: list[EndRule]) -> Callable[[Stop], bool]:
    """The row's answer, with a note that it was asked for."""

    def ends(stop: Stop) -> bool:
        deciding.append(row)
        return row.ends(stop)

    return ends
