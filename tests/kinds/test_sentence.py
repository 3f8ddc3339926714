"""Kind ``sentence``: each measure by what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.grammar.clauses import SentenceForms
from klarsprak.language.grammar.measures import Measure, measured
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block
from tests.support import check, rules, texts


def value(measure: Measure, text: str) -> tuple[int, str]:
    """The measure of the text's first sentence and the words that it points at."""
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    block = AnalysedBlock(0, Block(text), AnalysedText(tokens))
    sentence = block.sentences[0]
    number, first, last = measured(measure, SentenceForms.of(WordsAt(block, sentence.start, sentence.end)))
    return number, block.written(sentence.start + first, sentence.start + last)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Du får pengarna i maj.", 0),
        ("Om du ringer svarar vi.", 1),
        ("Den som under året, efter ansökan, får en plats betalar i maj.", 1),
        ("Vi vet att du bor i huset som brann.", 2),
        ("Vi ber dig att skicka blanketten.", 0),  # att before an infinitive opens no clause
        ("Vi vill veta hur du mår.", 1),
        ("Jag måste se vad som finns innan jag svarar, och jag föreslår att vi möts.", 3),  # som goes with vad
        ("Vi frågar hur länge du kan gå, hur fort du går eller hur ont det gör.", 1),  # a list of the same
        ("Säg vilken dag som passar, så bokar jag en tid.", 1),
        ("Vi ser hur mycket som behövs när vi kommer, och vi ringer dig innan vi åker.", 3),
        ("Medan du väntar kan du läsa om hur andra har gjort, och vi svarar gärna.", 2),  # om is a preposition
        ("Det kostar lika mycket som i fjol, och vi skickar fakturan när båten är i.", 1),  # som compares
        ("Tiden, som enligt planen (2010) är tio veckor, börjar i maj.", 1),  # what stands in brackets ends none
        ("Den som vill kan ta med sig mat, och de som inte äter kött säger till.", 0),
        ("Vad som är kvar vet den som bor där.", 1),
        ("Hur mår du?", 0),  # a question of its own is no subordinate clause
    ],
)
def test_clauses_are_counted_by_the_words_that_open_them(text: str, number: int) -> None:
    assert value("clauses", text)[0] == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vi vet att den som bor i huset betalar.", 2),
        ("Vi vet att han sa att du tror att det är fel.", 3),
        ("Vi vet att han sa nej, att du tror att det är fel.", 2),  # a comma parts what stands side by side
        ("Där står varför vi sa nej och hur du gör om du tycker att det är fel.", 3),
        ("Vi vet att vem som helst får läsa det.", 1),  # vem som helst opens none
        ("Du kan ringa när som helst.", 0),
    ],
)
def test_clauses_within_each_other_are_counted_as_word_order_tells(text: str, number: int) -> None:
    assert value("nested", text)[0] == number


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Du får pengarna i maj.", "Du"),
        ("Eftersom du ringer svarar vi.", "Eftersom du ringer"),
        ("Den som har ett hus ska betala.", "Den som har ett hus"),
        ("Sedan du har sökt och fått bidrag ska du betala skatt.", "Sedan du har sökt och fått bidrag"),
        ("Det brev som du har skrivit själv lämnas ut om det inte är hemligt.", "Det brev som du har skrivit själv"),
        (
            "För det fall ni är sjuka eller av annat skäl inte kan komma till bryggan i tid får ni en ny tid.",
            "För det fall ni är sjuka eller av annat skäl inte kan komma till bryggan i tid",
        ),
    ],
)
def test_the_main_verb_is_the_one_that_no_clause_claims(text: str, before: str) -> None:
    assert value("before_verb", text)[1] == before


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Om ingen är hemma när vi kommer och ni inte har bokat om får ni betala.", 0),
        ("Men när bryggan är klar och alla båtar har fått sina platser kan ni segla.", 0),
        ("Om " + "en stor, " * 16 + "båt kommer får ni vänta.", 35),
        ("Eftersom ingen var hemma får ni betala.", 4),
    ],
)
def test_a_short_condition_is_no_burden_before_the_verb(text: str, number: int) -> None:
    assert value("before_verb", text)[0] == number


@pytest.mark.parametrize("measure", ["before_verb", "distance"])
@pytest.mark.parametrize(
    "text",
    [
        "Glöm ej att även lägga båten på land i god tid så att isen inte tar den, detta måste alla göra.",
    ],
)
def test_nothing_is_counted_where_a_verb_before_may_be_the_main_one(measure: Measure, text: str) -> None:
    assert value(measure, text)[0] == 0


def test_the_distance_to_the_verb_is_counted_from_what_the_sentence_begins_with() -> None:
    number, words = value("distance", "Föreningen, som fick ett bidrag i maj, ska skicka in kvitton.")
    assert (number, words) == (6, "Föreningen, som fick ett bidrag i maj, ska")
    assert value("distance", "I våras fick föreningen ett bidrag.")[0] == 0


def test_words_between_the_parts_of_a_verb_are_counted() -> None:
    assert value("split_verb", "Du ska, om du har barn, betala mer.") == (4, "ska, om du har barn, betala")
    assert value("split_verb", "Ofta kan, när isen har gått, bron öppnas samma dag.")[0] == 5
    assert value("split_verb", "Det får du, om du vill, och sedan betalas hyran av oss.")[0] == 0
    assert value("split_verb", "Du ska betala mer om du har barn.")[0] == 0
    assert value("split_verb", "Du har en bil som du vill sälja.")[0] == 0
    assert value("split_verb", "Vi kommer till er på fredag klockan nio för att mäta.")[0] == 0


def test_a_subject_after_the_auxiliary_is_not_put_between() -> None:
    assert value("split_verb", "Av planen ska garagets placering med mått till gränsen framgå.")[0] == 0
    assert value("split_verb", "I maj ska du enligt avtalet med kommunen betala mer.")[0] == 4
    assert value("split_verb", "I maj ska ägaren, om huset är klart, betala mer.")[0] == 5


def test_modifiers_that_hang_on_a_participle_are_counted() -> None:
    assert value("modifiers", "Vi följer den av nämnden antagna planen.") == (3, "den av nämnden antagna planen")
    assert value("modifiers", "Vi följer den nya planen.")[0] == 0


def test_a_series_ends_with_och_and_holds_no_verb() -> None:
    assert value("series", "Ta med intyg, kvitton, ritningar och foton.")[0] == 4
    assert value("series", "Vi arbetar, du väntar, hon betalar och han svarar.")[0] == 0


def test_a_sentence_beyond_the_limit_is_flagged_with_its_value(tmp_path: Path) -> None:
    rule = "- {id: x, kind: sentence, category: mening, measure: words, max: 3, message: '{value} av {max}', "
    report = check(rules(tmp_path, rule + "examples: [{flag: x}]}\n"), "Du får ett svar. Vi ses.")
    assert texts(report) == ["Du får ett svar."]
    assert report.findings[0].message == "4 av 3"


def test_a_sentence_that_holds_code_is_not_measured(tmp_path: Path) -> None:
    rule = "- {id: x, kind: sentence, category: mening, measure: words, max: 3, message: '{value} av {max}', "
    text = "Namnet är uid=k1,ou=ekvalla,o=kommun i katalogen. Du får ett svar."
    assert texts(check(rules(tmp_path, rule + "examples: [{flag: x}]}\n"), text)) == ["Du får ett svar."]


def test_messages_name_the_word_that_hangs_a_thought_on_and_the_noun_that_comes_late(tmp_path: Path) -> None:
    keys = "kind: sentence, category: mening, examples: [{flag: x}]"
    found = rules(
        tmp_path,
        f"- {{id: a, measure: tail, max: 5, message: '{{tail}}: {{start}}', {keys}}}\n"
        f"- {{id: b, measure: modifiers, max: 2, message: '{{last}} som', {keys}}}\n",
    )
    text = "Båten sjönk i maj, varefter hamnen stängdes helt.\n\nDen i ansökan angivna adressen är fel."
    assert sorted(finding.message for finding in check(found, text).findings) == ["adressen som", "varefter: sedan"]
