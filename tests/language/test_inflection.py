"""Forms of words, and suggestions in the form of what they replace, against tables written after the grammar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak.language.inflection import (
    agree,
    features_of,
    forms,
    gender,
    inflect,
    match_case,
    put_between,
    replace_noun,
    same_form,
    spelled,
    spellings,
    spellings_after_possessives,
)
from klarsprak.language.inflection.choice import AFTER_POSSESSIVES, inflected
from klarsprak.language.inflection.noun_phrases import after_possessives

TABLES = Path(__file__).with_name("inflection_tables")

PRESENT_PARTICIPLE = {"VerbForm": "Part", "Tense": "Pres"}
INDICATIVE = {"VerbForm": "Fin", "Mood": "Ind"}
SINGULAR = {"Definite": "Ind", "Number": "Sing"}
VERB_COLUMNS = {
    "infinitive": {"VerbForm": "Inf", "Voice": "Act"},
    "present": {**INDICATIVE, "Tense": "Pres", "Voice": "Act"},
    "preterite": {**INDICATIVE, "Tense": "Past", "Voice": "Act"},
    "supine": {"VerbForm": "Sup", "Voice": "Act"},
    "imperative": {"Mood": "Imp"},
    "common": {"VerbForm": "Part", "Tense": "Past", "Gender": "Com", **SINGULAR},
    "neuter": {"VerbForm": "Part", "Tense": "Past", "Gender": "Neut", **SINGULAR},
    "plural": {"VerbForm": "Part", "Tense": "Past", "Definite": "Ind", "Number": "Plur"},
    "present passive": {**INDICATIVE, "Tense": "Pres", "Voice": "Pass"},
}
NOUN_COLUMNS = {
    "singular": {"Case": "Nom", "Definite": "Ind", "Number": "Sing"},
    "definite": {"Case": "Nom", "Definite": "Def", "Number": "Sing"},
    "plural": {"Case": "Nom", "Definite": "Ind", "Number": "Plur"},
    "definite plural": {"Case": "Nom", "Definite": "Def", "Number": "Plur"},
}
ADJECTIVE_COLUMNS = {
    "common": {"Gender": "Com", **SINGULAR},
    "neuter": {"Gender": "Neut", **SINGULAR},
    "plural": {"Definite": "Ind", "Number": "Plur"},
    "comparative": {"Degree": "Cmp"},
    "superlative": {"Degree": "Sup", "Definite": "Ind"},
}


def rows(name: str) -> Iterator[list[str]]:
    for line in (TABLES / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def paradigms(name: str) -> list[dict[str, str]]:
    header, *body = rows(name)
    return [dict(zip(header, row, strict=True)) for row in body]


def wrong_cells(name: str, pos: str, columns: dict[str, dict[str, str]]) -> tuple[int, list[str]]:
    """How many cells the table has, and those that inflection gets wrong."""
    cells, wrong = 0, []
    for row in paradigms(name):
        lemma = next(iter(row.values()))
        for column, features in columns.items():
            cells += 1
            got = inflect(lemma, pos, features) or "-"
            if got != row[column]:
                wrong.append(f"{lemma}, {column}: {got}, should be {row[column]}")
    return cells, wrong


@pytest.mark.parametrize(
    ("name", "pos", "columns"),
    [
        ("verbs.tsv", "VERB", VERB_COLUMNS),
        ("nouns.tsv", "NOUN", NOUN_COLUMNS),
        ("adjectives.tsv", "ADJ", ADJECTIVE_COLUMNS),
    ],
)
def test_every_cell_of_the_paradigms_holds_the_right_form(
    name: str, pos: str, columns: dict[str, dict[str, str]]
) -> None:
    cells, wrong = wrong_cells(name, pos, columns)
    assert cells > 200
    assert wrong == []


@pytest.mark.parametrize(("old", "word"), list(rows("old_forms.tsv")))
def test_old_forms_are_known(old: str, word: str) -> None:
    assert features_of(old, word, "VERB")


def features(text: str) -> dict[str, str]:
    return {} if text == "_" else dict(pair.split("=") for pair in text.split("|"))


@pytest.mark.parametrize(("found", "word", "pos", "instead", "given", "expected"), list(rows("suggestions.tsv")))
def test_a_suggestion_comes_in_the_form_of_what_it_replaces(
    found: str, word: str, pos: str, instead: str, given: str, expected: str
) -> None:
    assert (same_form(found, word, pos, instead, features=features(given)) or "-") == expected


def test_the_table_of_suggestions_covers_two_hundred_words() -> None:
    assert len({row[1] for row in rows("suggestions.tsv")}) >= 200


def test_every_noun_of_the_paradigms_has_its_gender() -> None:
    wrong = [row["singular"] for row in paradigms("nouns.tsv") if gender(row["singular"]) != row["gender"]]
    assert wrong == []


@pytest.mark.parametrize(
    ("nominative", "genitive"),
    [
        ("skrivelsen", "skrivelsens"),
        ("brev", "brevs"),
        ("besluten", "beslutens"),
        ("kurs", "kurs"),
        ("ansökan", "ansökans"),
    ],
)
def test_a_genitive_is_known_by_its_form(nominative: str, genitive: str) -> None:
    lemma = {"skrivelsen": "skrivelse", "besluten": "beslut"}.get(nominative, nominative)
    assert {f["Case"] for f in features_of(genitive, lemma, "NOUN")} >= {"Gen"}


def test_a_verb_has_all_its_forms_and_no_others() -> None:
    texts = {form.text for form in forms("erhålla", "VERB")}
    assert texts == set(
        "erhålla erhåller erhöll erhållit erhåll erhållas erhålls erhölls erhållits erhållande erhållandes erhållen "
        "erhållet erhållna erhållne erhålles erhöllo erhöllos".split()
    )


def test_old_forms_are_marked() -> None:
    styles = {form.text: form.features.get("Style") for form in forms("ta", "VERB")}
    assert styles["taga"] == "Arch"
    assert styles["tar"] is None


def test_an_old_infinitive_has_the_forms_of_the_new_one() -> None:
    assert forms("vidtaga", "VERB") == forms("vidta", "VERB")


def test_a_particle_verb_has_its_particle_after_it_or_joined_to_it() -> None:
    texts = {form.text for form in forms("skicka in", "VERB")}
    assert {"skickar in", "skickades in", "skickat in", "inskickad", "inskickade"} <= texts
    assert "skickad in" not in texts


def test_a_reflexive_verb_has_all_persons() -> None:
    texts = {form.text for form in forms("åta sig", "VERB")}
    assert {"åtar sig", "åtar dig", "åtog oss", "åtagit mig", "åta er"} <= texts
    assert not any("åtas" in text for text in texts)


def test_a_predicative_adjective_agrees() -> None:
    texts = {form.text for form in forms("vara behjälplig med", "VERB")}
    assert {"är behjälplig med", "var behjälpliga med", "varit behjälpligt med", "äro behjälpliga med"} <= texts


def test_a_noun_phrase_is_inflected_as_a_whole() -> None:
    texts = {form.text for form in forms("allmän handling", "NOUN")}
    assert {"allmän handling", "allmänna handlingen", "allmänna handlingar", "allmänna handlingarnas"} <= texts
    assert inflect("skriftligt yttrande", "NOUN", {"Number": "Plur", "Definite": "Ind", "Case": "Nom"}) == (
        "skriftliga yttranden"
    )


def test_after_a_possessive_the_adjective_is_definite_and_the_noun_is_not() -> None:
    assert spellings_after_possessives("skriftligt yttrande") == {"skriftliga yttrande"}
    assert spellings_after_possessives("god man") == {"gode man"}
    assert spellings_after_possessives("yttrande") == set()


def test_words_without_inflection_have_one_form() -> None:
    assert [form.text for form in forms("i enlighet med", "PHRASE")] == ["i enlighet med"]
    assert [form.text for form in forms("jämlikt", "ADP")] == ["jämlikt"]


def test_a_text_that_is_no_form_of_the_word_has_no_features() -> None:
    assert features_of("erhållare", "erhålla", "VERB") == []
    assert same_form("erhållare", "erhålla", "VERB", "få") is None


@pytest.mark.parametrize("word", ["få", "ha", "vara", "bli", "kunna", "komma", "gå", "stå", "hända", "gälla"])
def test_verbs_without_an_s_passive_offer_none(word: str) -> None:
    assert not any(form.features.get("Voice") == "Pass" for form in forms(word, "VERB"))
    assert same_form("erhölls", "erhålla", "VERB", word) is None


def test_a_deponent_verb_is_no_passive() -> None:
    assert same_form("erhölls", "erhålla", "VERB", "finnas") is None
    assert same_form("förelåg", "föreligga", "VERB", "finnas") == "fanns"


@pytest.mark.parametrize(
    ("found", "suggestion", "expected"),
    [
        ("Erhåller", "får", "Får"),
        ("erhåller", "får", "får"),
        ("ERHÅLLER", "får", "FÅR"),
        ("Inkom med", "lämna in", "Lämna in"),
        ("Å", "på", "På"),
        ("Äger rum", "är", "Är"),
    ],
)
def test_a_suggestion_takes_the_capitals_of_what_it_replaces(found: str, suggestion: str, expected: str) -> None:
    assert match_case(found, suggestion) == expected


def test_inte_goes_before_the_particle() -> None:
    assert put_between("sattes i gång", "inte") == "sattes inte i gång"
    assert put_between("startade", "vi inte") == "startade vi inte"
    assert put_between("sattes i gång", "arbetet", "inte") == "sattes arbetet inte i gång"


def test_adverbs_go_after_a_reflexive() -> None:
    assert put_between("åtar sig att", "kommunen", "inte") == "åtar kommunen sig inte att"
    assert put_between("skaffar oss", "", "inte") == "skaffar oss inte"


@pytest.mark.parametrize(
    ("word", "gender", "number", "definite", "expected"),
    [
        ("skriftligt", "Com", "Sing", "Ind", "skriftlig"),
        ("skriftlig", "Neut", "Sing", "Ind", "skriftligt"),
        ("skriftliga", "Neut", "Sing", "Def", "skriftliga"),
        ("skriftligt", "Neut", "Plur", "Ind", "skriftliga"),
        ("en", "Neut", "Sing", "Ind", "ett"),
        ("ett", "Com", "Sing", "Ind", "en"),
        ("en", "Com", "Plur", "Ind", None),
        ("den", "Neut", "Sing", "Def", "det"),
        ("det", "Com", "Plur", "Def", "de"),
        ("denna", "Neut", "Sing", "Def", "detta"),
        ("detta", "Com", "Sing", "Def", "denna"),
        ("den här", "Neut", "Sing", "Def", "det här"),
        ("min", "Neut", "Sing", "Def", "mitt"),
        ("ditt", "Com", "Sing", "Def", "din"),
        ("sin", "Com", "Plur", "Def", "sina"),
        ("vårt", "Com", "Sing", "Def", "vår"),
        ("någon", "Neut", "Sing", "Ind", "något"),
        ("inget", "Com", "Sing", "Ind", "ingen"),
        ("varje", "Neut", "Sing", "Ind", "varje"),
        ("annat", "Com", "Sing", "Ind", "annan"),
        ("sådan", "Neut", "Sing", "Ind", "sådant"),
        ("kommunens", "Neut", "Sing", "Def", None),
        ("ny", "Neut", "Sing", "Ind", "nytt"),
        ("lilla", "Neut", "Sing", "Ind", "litet"),
        ("bifogad", "Neut", "Sing", "Ind", "bifogat"),
        ("Denna", "Neut", "Sing", "Def", "detta"),
        ("större", "Neut", "Sing", "Ind", "större"),
        ("inkommande", "Neut", "Plur", "Ind", "inkommande"),
    ],
)
def test_an_adjective_or_article_agrees_with_its_noun(
    word: str, gender: str, number: str, definite: str, expected: str | None
) -> None:
    assert agree(word, gender, number, definite) == expected


SINGULAR_INDEFINITE = {"Number": "Sing", "Definite": "Ind", "Case": "Nom"}


@pytest.mark.parametrize(
    ("before", "found", "word", "instead", "expected"),
    [
        ("ett|skriftligt", "yttrande", "yttrande", "svar", "ett|skriftligt|svar"),
        ("ett|skriftligt", "yttrande", "yttrande", "begäran", "en|skriftlig|begäran"),
        ("en|ny", "skrivelse", "skrivelse", "brev", "ett|nytt|brev"),
        ("Denna", "skrivelse", "skrivelse", "brev", "Det här|brevet"),
        ("denna|bifogade", "skrivelse", "skrivelse", "brev", "det här|bifogade|brevet"),
        ("dessa", "skrivelser", "skrivelse", "brev", "de här|breven"),
        ("den|långa", "skrivelsen", "skrivelse", "brev", "det|långa|brevet"),
        ("din|senaste", "skrivelse", "skrivelse", "brev", "ditt|senaste|brev"),
        ("kommunens|nya", "skrivelse", "skrivelse", "brev", "kommunens|nya|brev"),
        ("många|långa", "skrivelser", "skrivelse", "brev", "många|långa|brev"),
        ("en|mycket", "skrivelse", "skrivelse", "brev", None),
        ("ett|särskilt|viktigt", "yttrande", "yttrande", "begäran", None),
        ("en|särskilt|viktig", "skrivelse", "skrivelse", "brev", "ett|särskilt|viktigt|brev"),
        ("ett", "dröjsmål", "dröjsmål", "försening", "en|försening"),
        ("", "skrivelserna", "skrivelse", "brev", "breven"),
        ("två", "framställningar", "framställning", "begäran", None),
    ],
)
def test_what_stands_before_a_noun_agrees(
    before: str, found: str, word: str, instead: str, expected: str | None
) -> None:
    given = SINGULAR_INDEFINITE if found == word else None
    replaced = replace_noun(before.split("|") if before else [], found, word, instead, given)
    assert (replaced and "|".join([*replaced[0], replaced[1]])) == expected


@pytest.mark.parametrize("word", ["", "a", "en", "ss", "å", "x y", "sig", "inte", "och", "12", "e-post", " "])
@pytest.mark.parametrize("pos", ["VERB", "NOUN", "ADJ", "ADV", "X"])
def test_odd_words_do_no_harm(word: str, pos: str) -> None:
    assert isinstance(forms(word, pos), list)
    assert same_form(word, "erhålla", "VERB", word) is None


@pytest.mark.parametrize(
    ("word", "pos"), [("medge", "VERB"), ("ta del av", "VERB"), ("laga kraft", "NOUN"), ("ej", "")]
)
def test_spellings_are_the_forms_texts(word: str, pos: str) -> None:
    every = forms(word, pos)
    assert spellings(word, pos, present_participles=True) == {form.text.lower() for form in every}
    own = {form.text.lower() for form in every if not PRESENT_PARTICIPLE.items() <= form.features.items()}
    assert spellings(word, pos) == own


def test_listed_spellings_are_those_that_inflection_gives() -> None:
    listed = json.loads(spelled.FILE.read_text("utf-8"))
    assert len(listed) > 1000
    for key in list(listed)[::50]:
        pos, _, word = key.partition(" ")
        worked_out = after_possessives(word) if pos == AFTER_POSSESSIVES else inflected(word, pos)
        assert set(listed[key].split("|")) == worked_out
