"""The small language of patterns."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.pipeline import Need
from klarsprak.language.tokens import Tokens
from klarsprak.letter import Block
from klarsprak.matching.patterns import SlotError, compile_slots


def tagged(text: str) -> Tokens:
    """Words, each with its part of speech and features after slashes where they matter: ``inges/VERB/Voice=Pass``."""
    parts = [(*word.split("/"), *["X", ""][word.count("/") :]) for word in text.split()]
    tokens = Tokens(" ".join(part[0] for part in parts))
    assert tokens.texts == [part[0] for part in parts]
    tokens.tags = [part[1] for part in parts]
    tokens.features = [frozenset(filter(None, part[2].split("|"))) for part in parts]
    return tokens


def found(pattern: str, text: str) -> list[str]:
    tokens = tagged(text)
    block = AnalysedBlock(0, Block(tokens.text), AnalysedText(tokens))
    return [block.written(start, end) for start, end in compile_slots(pattern).matches(block, 0, len(tokens))]


@pytest.mark.parametrize(
    ("pattern", "text", "marked"),
    [
        ("vid handen", "Det ger vid handen att", ["vid handen"]),
        ("vid handen", "Vid Handen bor hon", ["Vid Handen"]),
        ("(ska|bör) inges", "Den bör inges nu", ["bör inges"]),
        ("(ska| bör) inges", "Den bör inges nu", ["bör inges"]),
        ("vidta~ åtgärd~n", "Vi vidtog åtgärder igår", ["vidtog åtgärder"]),
        ("vidta~ … {åtgärd~n}", "Vi vidtar många bra åtgärder", ["åtgärder"]),
        ("vidta~ … åtgärd~n", "Vi vidtar . Fler åtgärder", []),
        ("vidta~ … åtgärd~n", "Vi vidtar en två tre fyra fem åtgärder", []),
        ("på grund av ett? fel", "på grund av fel", ["på grund av fel"]),
        ("på grund av ett? fel", "på grund av ett fel", ["på grund av ett fel"]),
        ("inte !få", "inte få och inte se", ["inte se"]),
        ("inte !få? se", "inte se och inte få se", ["inte se"]),
        ("vidta~ … åtgärd~n", "Vi vidtar åtgärder om åtgärder", ["vidtar åtgärder om åtgärder"]),
        ("<number> dagar", "inom 14 dagar", ["14 dagar"]),
        ("hos <capital>", "hos oss hos Anna", ["hos Anna"]),
        ("hos <capital>", "hos båtbyggar'n hos Båtbyggar'n", ["hos Båtbyggar'n"]),
        ("<url>", "på ekvalla.se eller www.ekvalla.nu , hamn@ekvalla.se , kl.10", ["ekvalla.se", "www.ekvalla.nu"]),
        ("*nämnden", "Socialnämnden och nämnden", ["Socialnämnden"]),
        ("(avgift~n|*gård|bot)", "Avgiften för en skolgård och avgifter", ["Avgiften", "skolgård", "avgifter"]),
        ("överklag*", "Du kan överklaga", ["överklaga"]),
        ("blankett*", "en blankett och två blanketter", ["blankett", "blanketter"]),  # a word begins with itself
        ("<VERB Voice=Pass>", "ansökan inges/VERB/Voice=Pass nu", ["inges"]),
        ("<VERB Voice=Pass>", "vi ger/VERB/Voice=Act nu", []),
        ("ska {<passive>}", "den ska inges/VERB/Voice=Pass", ["inges"]),
        ("<NOUN|PROPN>", "hos Anna/PROPN i huset/NOUN", ["Anna", "huset"]),
        ("äger <infinitive>", "du äger ta/VERB/VerbForm=Inf del", ["äger ta"]),
        ("äger !<verb>{0,2} ta", "du äger ta och äger nu fort ta", ["äger ta", "äger nu fort ta"]),
        ("äger !<verb>{0,2} ta", "du äger bara helt gratis ta", []),
        ("mycket{2,3} stort", "mycket stort eller mycket mycket stort", ["mycket mycket stort"]),
        ("vi …{0,1} ber", "vi ber och vi nu ber och vi nu fort ber", ["vi ber", "vi nu ber"]),
        ("kan konstatera att", "kan/AUX/VerbForm=Fin vi därför konstatera att", ["kan vi därför konstatera att"]),
        ("i enlighet med", "i vi enlighet med", []),
        ("{vi du{1,2}} ber", "vi du du ber", ["vi du du"]),
    ],
)
def test_a_pattern_finds_these_words(pattern: str, text: str, marked: list[str]) -> None:
    assert found(pattern, text) == marked


def test_a_pattern_of_one_word_asks_for_no_analysis() -> None:
    assert compile_slots("handen").need is Need.FORMS


@pytest.mark.parametrize("pattern", ["<VERB>", "ska <VERB>", "är nödsakade"])
def test_a_pattern_that_looks_at_verbs_or_passes_what_follows_them_asks_for_morphology(pattern: str) -> None:
    assert compile_slots(pattern).need is Need.MORPHOLOGY


def test_anchors_are_the_words_that_every_match_has() -> None:
    assert compile_slots("(en|ett) fel? !det <VERB> uppstod").anchors == ({"uppstod"}, {"en", "ett"})


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("<VERBB>", "ingen ordklass"),
        ("ord~x", "efter ~ står inget, n eller a"),
        ("(a|b", "går inte att tolka"),
        ("", "tomt"),
        ("!<verb>{0 6} ta", "går inte att tolka. Skriv först det minsta antalet ord"),
        ("ord{3}", "i ”ord.3.” går inte att tolka"),
        ("ord{6,0}", "stämmer inte. Skriv först det minsta"),
        ("ord{0,0}", "stämmer inte"),
        ("ord{0,99}", "högst 20"),
    ],
)
def test_a_pattern_that_cant_be_read_says_why(pattern: str, says: str) -> None:
    with pytest.raises(SlotError, match=says):
        compile_slots(pattern)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("i (form av|enlighet med) beslut", "”form av” i ”(form av|enlighet med)” är inte ett enda ord"),
        ("inom (en|<number>) dagar", "”<number>” i ”(en|<number>)” är inget ord"),
        ("(slut|) på", "”” i ”(slut|)” är inget ord"),
        ("( slut|början) på", "” slut” i ”( slut|början)” är inte ett enda ord"),
        ("och/eller annat", "”och/eller” är inte ett enda ord"),
        ("!(han hon) kan", "”han hon” i ”(han hon)” är inte ett enda ord"),
    ],
)
def test_a_slot_that_no_token_can_fill_is_an_error(pattern: str, says: str) -> None:
    with pytest.raises(SlotError) as caught:
        compile_slots(pattern)
    assert str(caught.value).startswith(says)


@pytest.mark.parametrize(
    "pattern", ["(t.ex.|bl.a.) e-post", "den 8:e", "*nämnden kr/mån", "§ : %", "(ta~|god~a|bil~n)"]
)
def test_signs_and_abbreviations_are_tokens(pattern: str) -> None:
    assert compile_slots(pattern).slots
