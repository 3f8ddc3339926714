"""Kind ``punctuation``: paragraphs and items that end without a stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.finding import Report
from tests.support import check, rules, texts

RULE = "- {{id: x, kind: punctuation, check: {what}, message: '{{text}}', examples: [{{flag: x}}]}}\n"


def checked(folder: Path, what: str, text: str) -> Report:
    """What the rule says of the text."""
    return check(rules(folder, RULE.format(what=what)), text)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Vi har fått din ansökan. Du får svar när vi har läst breven", ["breven"]),
        ("Vi har fått din ansökan. Du får svar när vi har läst breven.", []),
        ("Du får ett svar från oss när vi har läst alla brev som du skickade till kommunen", ["kommunen"]),
        ("Observera att du inte kan svara på det här mejlet", ["mejlet"]),
        ("Vänligen svara på mejlet", []),
        # Two sentences below are no item of a list.
        ("Vänligen svara inte på det här mejlet om båten\nHamnen är stängd. Läs mer på ekvalla.example", ["båten"]),
        # So short a sentence alone may be a heading.
        ("Så här gör du om du vill överklaga", []),
        ("# Vi har fått din ansökan. Du får svar när vi har läst breven", []),
        ("| Vi har fått din ansökan. Du får svar när vi har läst breven |", []),
        ("Vi har fått din ansökan. Du kan ringa till 08-465 004 01", []),
        ("Vi har fått din ansökan. Du kan läsa mer på ekvalla.example", []),
        ("Vi har fått din ansökan. Den ska du skicka till Anna Ekeroth", []),
        ("Vi har fått din ansökan. Du får svar från och med den dag då", []),
        ("Vi har fått din ansökan. Med vänlig hälsning från kommunen", []),
    ],
)
def test_the_last_sentence_of_a_paragraph_ends_in_a_stop(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(checked(tmp_path, "paragraph_stop", text)) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Du kan läsa och godkänna beslutet på sidan ekvalla.example", ["ekvalla.example"]),
        ("# Du kan läsa och godkänna beslutet på sidan ekvalla.example", ["ekvalla.example"]),
        ("Vi har fått din ansökan. Läs mer på www.ekvalla.example/lotter", ["www.ekvalla.example/lotter"]),
        ("Det går inte att svara här. Skriv till oss på hamn@ekvalla.example", ["hamn@ekvalla.example"]),
        ("Det går inte att svara här. Ring hamnens kontor, tfn 0980-319 245", ["245"]),
        ("Vi har fått din ansökan. Läs mer på www.ekvalla.example/lotter.", []),
        ("Vi har fått din ansökan. Den blev klar den 3 mars 2026", []),
        ("Telefon 0980-319 245", []),
        ("Besök oss på www.ekvalla.example", []),
        ("Hamnkontoret, Box 115, 123 21 Ekvalla, hamn@ekvalla.example", []),
    ],
)
def test_a_sentence_ends_in_a_stop_after_an_address_too(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(checked(tmp_path, "address_stop", text)) == flagged


def test_the_message_shows_the_stop_that_is_lacking(tmp_path: Path) -> None:
    rule = RULE.format(what="address_stop").replace("{text}", "Skriv ”{suggestion}”.")
    report = check(rules(tmp_path, rule), "Det går inte att svara här. Ring hamnens kontor, tfn 0980-319 245")
    assert [finding.message for finding in report.findings] == ["Skriv ”245.”."]


@pytest.mark.parametrize(
    ("below", "flagged"),
    [
        ("Du kan också ringa.", ["blanketten"]),
        ("# Så här överklagar du", ["blanketten"]),
        ("Med vänlig hälsning", ["blanketten"]),
        ("Ritning", []),
        ("- ett kvitto", []),
        ("| Avgift | 500 kronor |", []),
        ("som du fick med posten.", []),
    ],
)
def test_a_sentence_may_go_on_below(tmp_path: Path, below: str, flagged: list[str]) -> None:
    text = f"Vi har fått din ansökan. Du behöver skicka in blanketten\n{below}"
    assert texts(checked(tmp_path, "paragraph_stop", text)) == flagged


@pytest.mark.parametrize(
    ("items", "flagged"),
    [
        (["Du ska skicka in en ritning.", "Du ska betala avgiften", "Du ska vänta på beslutet."], ["avgiften"]),
        (["Du ska skicka in en ritning.", "ett kvitto", "Du ska vänta på beslutet."], []),
        (["Du ska skicka in en ritning", "Du ska betala avgiften", "Du ska vänta på beslutet"], []),
        # One of each: who can say which of the two is meant.
        (["Du ska skicka in en ritning.", "Du ska betala avgiften"], []),
        (["Du ska skicka in en ritning.", "Du ska betala avgiften", "Du ska vänta på beslutet", "Svara."], []),
    ],
)
def test_sentences_of_a_list_end_alike(tmp_path: Path, items: list[str], flagged: list[str]) -> None:
    assert texts(checked(tmp_path, "list_stop", "\n".join(f"- {item}" for item in items))) == flagged


@pytest.mark.parametrize(
    ("last", "flagged"),
    [
        ("Till hösten bygger vi ut nätet så att alla på ön får bredband", ["bredband"]),
        ("Till hösten kan du som bor på ön höra av dig till oss", ["oss"]),
        ("Du har rätt att få hjälp av en tolk på mötet", []),
        # It begins as headings do.
        ("Hur du gör när du vill ansöka om att få bredband", []),
        ("Du har rätt till en tolk", []),
    ],
)
def test_a_short_sentence_alone_is_no_heading_among_paragraphs_with_stops(
    tmp_path: Path, last: str, flagged: list[str]
) -> None:
    stopped = "Vi har fått ditt brev om nätet.\nDu undrar när det blir klart."
    assert texts(checked(tmp_path, "paragraph_stop", f"{stopped}\n{last}\nMvh")) == flagged


def test_where_headings_look_like_paragraphs_a_short_sentence_may_be_one(tmp_path: Path) -> None:
    text = (
        "Du har rätt att få hjälp av en tolk på mötet\nRing oss.\nDu får gärna ta med dig någon till mötet på torsdag"
    )
    assert texts(checked(tmp_path, "paragraph_stop", text)) == []


@pytest.mark.parametrize(
    ("before", "flagged"),
    [
        ("Du behöver skicka in två papper", ["papper"]),
        ("Du behöver skicka in följande", ["följande"]),
        ("Du behöver skicka in två papper:", []),
        ("Du behöver skicka in två papper.", []),
        # The items go on with the sentence.
        ("Du behöver skicka in", []),
        ("Så här skickar du in dina papper", []),
        ("Två papper", []),
        ("# Du behöver skicka in två papper", []),
    ],
)
def test_a_sentence_before_a_list_ends_in_a_colon(tmp_path: Path, before: str, flagged: list[str]) -> None:
    assert texts(checked(tmp_path, "list_colon", f"{before}\n- ett kvitto\n- ett intyg")) == flagged


@pytest.mark.parametrize(
    ("items", "flagged"),
    [
        (["en ritning,", "ett kvitto;", "ett intyg,", "ett foto,", "en karta"], ["kvitto;"]),
        (["en ritning", "ett kvitto.", "ett intyg", "en karta"], ["kvitto."]),
        (["en ritning.", "ett kvitto", "ett intyg."], ["kvitto"]),
        (["en ritning.", "ett kvitto.", "ett intyg"], ["intyg"]),
        (["en ritning", "ett kvitto", "ett intyg."], []),
        (["en ritning,", "ett kvitto och", "ett intyg."], []),
        (["en ritning", "ett kvitto m.m.", "ett intyg"], []),
        (["en ritning", "ett kvitto."], []),
        (["en ritning", "ett kvitto.", "ett intyg,"], []),
        # What is a sentence has its own stop.
        (["en ritning", "Du ska också skicka ett kvitto.", "ett intyg"], []),
    ],
)
def test_phrases_of_a_list_end_alike(tmp_path: Path, items: list[str], flagged: list[str]) -> None:
    assert texts(checked(tmp_path, "list_ends", "\n".join(f"- {item}" for item in items))) == flagged


def test_the_sign_of_the_other_items_is_offered(tmp_path: Path) -> None:
    report = checked(tmp_path, "list_ends", "- en ritning,\n- ett kvitto;\n- ett intyg,\n- en karta,")
    assert report.findings[0].suggestions == ("kvitto,",)


def test_the_same_word_with_a_stop_is_offered(tmp_path: Path) -> None:
    report = checked(tmp_path, "paragraph_stop", "Vi har fått din ansökan. Du får svar när vi har läst breven")
    assert report.findings[0].suggestions == ("breven.",)


@pytest.mark.parametrize("format_", ["pdf", "html"])
def test_where_a_line_ends_is_no_matter_where_the_page_decides_it(tmp_path: Path, format_: str) -> None:
    checker = Checker(rules=rules(tmp_path, RULE.format(what="paragraph_stop")))
    letter = parse("Vi har fått din ansökan. Du får svar när vi har läst breven").letter
    assert checker.check(replace(letter, format=format_)).findings == []
