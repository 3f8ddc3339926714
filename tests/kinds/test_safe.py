"""Which suggestions ``fix`` may put in: those of running text, of rules that leave no choice."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker


@pytest.fixture(scope="module")
def shipped() -> Checker:
    """All rules that ship."""
    return Checker()


def safe(shipped: Checker, text: str) -> list[str]:
    """The words of the text that may be replaced; written as rules' examples are."""
    report = shipped.check(parse(text).letter)
    return [finding.text for finding in report.findings if finding.safe]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Du har erhållit två brev från oss.", ["erhållit"]),
        ("# Du har erhållit ett beslut", []),
        ("Delgivning av skrivelse utan dröjsmål", []),
        ("Avlämnande av erhållna handlingar", []),
        ("Enl. avtalet betalar du hyran i förskott.", ["Enl."]),
        ("Skrivelse:", []),
        ("Följande handlingar skall skickas in:", ["skall"]),
        ("Vi tillämpar lagen (2003:17) om erhållande och utbetalande av stöd ej mera.", []),
        ("Det står i förordning (EU) 2016/679 av den 27 april 2016 om skydd med avseende på uppgifter.", []),
        ("Enligt lagen (2003:17) om stöd skall du få ett svar.", ["skall"]),
        ("| Avgiften ej betald | Datum |\n| Avgiften är ej betald. | 3 maj |", ["ej"]),
        ("Med högaktning", ["Med högaktning"]),
    ],
)
def test_headings_titles_labels_and_names_of_laws_are_let_be(shipped: Checker, text: str, changed: list[str]) -> None:
    assert safe(shipped, text) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Vi har fått listan med ej betalda avgifter.", []),
        ("Avgiften är ej betald.", ["ej"]),
        ("Vi har en plan för det fall att vattnet stängs av.", []),
        ("För det fall att vattnet stängs av ringer vi.", ["För det fall att"]),
        ("Avtalet ska avfattas skriftligen i maj.", []),
        ("Det räcker att skrivelsen kommer in, om du vill överklaga.", []),
        ("Tack för din skrivelse om bullret.", ["din skrivelse"]),
        ("En nödsituation föreligger.", []),
        ("Det föreligger skäl att ändra beslutet.", ["föreligger"]),
    ],
)
def test_a_rule_may_say_where_its_suggestion_is_left_to_the_writer(
    shipped: Checker, text: str, changed: list[str]
) -> None:
    assert safe(shipped, text) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Du har en obetald faktura för VA hos oss.", []),
        ("Din ansökan prövas enligt SoL av nämnden.", ["SoL"]),
        ("Tjänsten finns hos verksamhetsområdet LSS/SoF i kommunen.", []),
        ("Den som inte avbokar i tid uppbärs hälften av avgiften.", []),
        ("Dina kvitton återsändes efter granskningen.", []),
        ("Dina kvitton återsänds efter granskningen.", ["återsänds"]),
        ("Vid utevaro får ni betala avgiften ändå.", []),
        ("Utlägg för resan ersätts inte.", []),
        ("Du får hjälp 20 tim/mån. Vi ringer dig i maj.", []),
        ("Du får hjälp 20 tim/mån från maj.", ["tim/mån"]),
        ("Huset får till- eller ombyggas i maj.", []),
        ("Vi tar emot platsen fr.o.m.Vi tar inte emot platsen.", []),
    ],
)
def test_what_may_have_another_form_there_is_left_to_the_writer(
    shipped: Checker, text: str, changed: list[str]
) -> None:
    assert safe(shipped, text) == changed


def test_what_is_worth_a_thought_is_left_to_the_writer(shipped: Checker) -> None:
    assert safe(shipped, "Vi upprätthåller en organisation för aktörer som hjälper dig.") == []


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Det är smart att ta med något att skriva på (t.ex. Ekvallas app) dit.", "till exempel"),
        ("Vi hjälper dig med en mängd saker, bl.a. Ekvallas egen app.", "bland annat"),
    ],
)
def test_a_short_form_that_something_follows_takes_no_stop(shipped: Checker, text: str, suggestion: str) -> None:
    findings = shipped.check(parse(text).letter).findings
    assert suggestion in [offered for finding in findings for offered in finding.suggestions]


def test_a_short_form_whose_stop_may_be_the_sentences_is_left_to_the_writer(shipped: Checker) -> None:
    assert safe(shipped, "Du kan få hjälp med städning, tvätt m.m.") == []
    assert safe(shipped, "Du kan få hjälp med städning m.m. i ditt hem.") == ["m.m."]


def test_a_word_before_a_stop_is_no_short_form(shipped: Checker) -> None:
    found = shipped.check(parse("Om rätten säger nej står kommunens beslut fast.").letter).findings
    assert [finding.text for finding in found if finding.category == "forkortning"] == []


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Färjan är behjälplig till bryggan.", []),  # *hjälper till till*
        ("Färjan är behjälplig när det blåser.", ["är behjälplig"]),
        ("Du har legat i hamnen de senaste 6 mån varje år.", []),  # *månaderna*
        ("Du har legat i hamnen i 6 mån varje år.", ["mån"]),
        ("Bryggan följer gällande ÖP för hamnen.", []),  # *översiktsplan*
        ("Allmänna kommunikationer har blivit bättre.", []),
    ],
)
def test_what_the_words_around_leave_no_room_for_is_left_to_the_writer(
    shipped: Checker, text: str, changed: list[str]
) -> None:
    assert safe(shipped, text) == changed


BREAKS = ["\n", "\r\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"]


def safe_in_line(shipped: Checker, text: str) -> list[str]:
    """The words that may be replaced in a block that holds line breaks."""
    letter = parse("Hej").letter
    letter.blocks[0].text = text
    return [finding.text for finding in shipped.check(letter).findings if finding.safe]


@pytest.mark.parametrize("line_break", BREAKS)
@pytest.mark.parametrize(
    "text",
    [
        "Vi gör det i enlighet|med lagen om bidrag.",
        "Ring Lisa|Godman på hamnkontoret.",
        "Vi har två bojar. Dem betalar|hamnen.",
        "Du har erhållit|ett bidrag.",
        "Enligt beslutet|Du har erhållit ett bidrag.",
        "Vi tillämpar 5 kap.|Du har erhållit ett bidrag.",
    ],
)
def test_nothing_is_put_into_a_sentence_that_may_go_on_in_another_line(
    shipped: Checker, text: str, line_break: str
) -> None:
    assert safe_in_line(shipped, text.replace("|", line_break)) == []


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Hej!\nDu har erhållit ett bidrag.\nRing oss.", ["erhållit"]),
        ("Hon sa: ”Det går.”\nDu har erhållit ett bidrag. Ring\noss", ["erhållit"]),
        ("Beslut om bidrag\n\nDu har erhållit ett bidrag.", ["erhållit"]),
        ("Beslut om bidrag\n \nDu har erhållit ett bidrag.", ["erhållit"]),
        ("\nDu har erhållit ett bidrag\n", ["erhållit"]),
        ("Du har erhållit ett bidrag. Ring Kim\nBerg.", ["erhållit"]),
        ("Mvh\nKim Berg", ["Mvh"]),
    ],
)
def test_a_sentence_is_whole_where_a_stop_or_an_empty_line_ends_it(
    shipped: Checker, text: str, changed: list[str]
) -> None:
    assert safe_in_line(shipped, text) == changed
