"""The words before a verb decide its form where one text is several forms."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.grammar.verb_forms import is_or_may_be_participle, is_other_word, verb_features
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block


def token_of(text: str, word: str) -> WordsAt:
    """The one token of ``text`` that reads ``word``."""
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    block = AnalysedBlock(0, Block(text), AnalysedText(tokens))
    index = tokens.texts.index(word)
    return WordsAt(block, index, index + 1)


@pytest.mark.parametrize(
    ("text", "word", "verb", "form"),
    [
        ("Åtgärder vidtas i vår.", "vidtas", "vidta", "Fin"),
        ("Åtgärder ska vidtas i vår.", "vidtas", "vidta", "Inf"),
        ("Föreningen har bestritt kostnaden.", "bestritt", "bestrida", "Sup"),
        ("Kommunen har inte utbetalat bidraget.", "utbetalat", "utbetala", "Sup"),
        ("Myndigheten ska tillhandagå allmänheten.", "tillhandagå", "tillhandagå", "Inf"),
        ("I år kan tjänsterna markerade som ”L” nyttjas av alla.", "nyttjas", "nyttja", "Inf"),
        ("Vi kan nå dem, och lokalerna nyttjas av alla.", "nyttjas", "nyttja", "Fin"),
        ("Vi kan besluta om en avgift om rättelse inte vidtas.", "vidtas", "vidta", "Fin"),
        ("Åtgärder ska om möjligt vidtas i maj.", "vidtas", "vidta", "Inf"),
    ],
)
def test_the_form_fits_the_words_before(text: str, word: str, verb: str, form: str) -> None:
    assert verb_features(token_of(text, word), verb)["VerbForm"] == form


def test_an_imperative_stands_first() -> None:
    assert verb_features(token_of("Du uppbär bostadsbidrag.", "uppbär"), "uppbära").get("Mood") != "Imp"
    assert not is_other_word(token_of("Erlägg avgiften i dag.", "Erlägg"), "erlägga")


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Det blir ett bortfall av betesmark.", "bortfall", "bortfalla"),
        ("Kommunens inköp ökade.", "inköp", "inköpa"),
    ],
)
def test_a_noun_that_looks_like_an_imperative_is_no_verb(text: str, word: str, verb: str) -> None:
    assert is_other_word(token_of(text, word), verb)


@pytest.mark.parametrize(
    ("text", "word", "verb", "form"),
    [
        ("Beslutet ska inte grundas på det.", "grundas", "grunda", "Inf"),
        ("Kan det verkligen grundas på det?", "grundas", "grunda", "Inf"),
        ("Den inskickade listan saknas.", "inskickade", "inskicka", "Part"),
        ("Hon inskickade listan.", "inskickade", "inskicka", "Fin"),
        ("Avtalet är undertecknat digitalt.", "undertecknat", "underteckna", "Part"),
        ("Här är avtalet som hon undertecknat.", "undertecknat", "underteckna", "Sup"),
        ("Annars kan en avbetalningsplan upprättas.", "upprättas", "upprätta", "Inf"),
        ("Däremot kan den lilla salen disponeras av er.", "disponeras", "disponera", "Inf"),
        ("Du kan söka, och en plan upprättas sedan.", "upprättas", "upprätta", "Fin"),
        ("Vi vill se den plan som upprättas.", "upprättas", "upprätta", "Fin"),
        ("Till brevet har fogats intyg utfärdat av läkaren.", "utfärdat", "utfärda", "Part"),
        ("Om ingen såg skadan, anses godset utlämnat i gott skick.", "utlämnat", "utlämna", "Part"),
        ("Läkaren har skrivit och utfärdat intyget.", "utfärdat", "utfärda", "Sup"),
    ],
)
def test_an_auxiliary_an_article_or_the_lack_of_har_decides(text: str, word: str, verb: str, form: str) -> None:
    assert verb_features(token_of(text, word), verb).get("VerbForm") == form


@pytest.mark.parametrize(
    ("text", "word", "verb", "is_participle"),
    [
        ("Vägen är avspärrad.", "avspärrad", "avspärra", True),
        ("På kartan var husen uppritade.", "uppritade", "upprita", True),
        ("Polisen avspärrade bron.", "avspärrade", "avspärra", False),
        ("I går avspärrade polisen bron.", "avspärrade", "avspärra", False),
        ("Polisen har avspärrat bron.", "avspärrat", "avspärra", False),
    ],
)
def test_what_may_be_a_participle_is_told_by_the_verbs_around(
    text: str, word: str, verb: str, is_participle: bool
) -> None:
    assert is_or_may_be_participle(token_of(text, word), verb) is is_participle
