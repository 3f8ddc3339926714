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


def test_the_same_word_with_a_stop_is_offered(tmp_path: Path) -> None:
    report = checked(tmp_path, "paragraph_stop", "Vi har fått din ansökan. Du får svar när vi har läst breven")
    assert report.findings[0].suggestions == ("breven.",)


@pytest.mark.parametrize("format_", ["pdf", "html"])
def test_where_a_line_ends_is_no_matter_where_the_page_decides_it(tmp_path: Path, format_: str) -> None:
    checker = Checker(rules=rules(tmp_path, RULE.format(what="paragraph_stop")))
    letter = parse("Vi har fått din ansökan. Du får svar när vi har läst breven").letter
    assert checker.check(replace(letter, format=format_)).findings == []
