"""Kind ``regex``: what it offers instead of what it flags, and in which letters it looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.files.errors import FileError
from klarsprak.kinds.regex import RegexRule
from tests.support import check, rules, texts

RULE = "- {{id: x, kind: regex, regex: '{regex}', {keys}, message: 'fel', examples: [{{flag: x}}]}}\n"


def suggested(folder: Path, regex: str, keys: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is flagged, and what is offered for it."""
    report = check(rules(folder, RULE.format(regex=regex, keys=keys)), text)
    return [(finding.text, finding.suggestions) for finding in report.findings]


@pytest.mark.parametrize(
    ("regex", "keys", "text", "found"),
    [
        (r"(\d+)(kr)", r"instead: '\1 \2'", "Det kostar 50kr.", [("50kr", ("50 kr",))]),
        (
            r"(?i)mellan (\d+)-(\d+)",
            r"instead: 'mellan \1 och \2'",
            "Mellan 9-12.",
            [("Mellan 9-12", ("Mellan 9 och 12",))],
        ),
        (r"(?P<tal>\d+)kr", r"instead: '\g<tal> kr'", "Det kostar 50kr.", [("50kr", ("50 kr",))]),
        (r"tjena", "instead: hej", "Jag skriver tjena.", [("tjena", ("hej",))]),
        (r"(?<=\d )(?P<ord>Maj)", "decapitalized: true", "Den 3 Maj.", [("Maj", ("maj",))]),
    ],
)
def test_what_is_offered_holds_parts_of_what_is_flagged(
    tmp_path: Path, regex: str, keys: str, text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert suggested(tmp_path, regex, keys, text) == found


@pytest.mark.parametrize(("text", "offered"), [("1500kr", "1\u00a0500\u00a0kr"), ("500kr", "500\u00a0kr")])
def test_spaces_around_an_empty_group_fall_together(tmp_path: Path, text: str, offered: str) -> None:
    keys = r'instead: "\\1\_\\2\_kr"'
    assert suggested(tmp_path, r"(\d{1,3})(\d{3})?kr", keys, text) == [(text, (offered,))]


def test_a_replacement_that_names_a_group_which_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"ersättningen ”\\2 kr” har en grupp som ”\(\\d\+\)kr” inte har"):
        rules(tmp_path, RULE.format(regex=r"(\d+)kr", keys=r"instead: '\2 kr'"))


@pytest.mark.parametrize(
    ("address", "flagged"),
    [
        ("penna,papper", [",papper"]),
        ("www.ekvalla.example/barn,unga", []),
        ("https://ekvalla.example/barn,unga", []),
        ("anna,ek@ekvalla.example", []),
    ],
)
def test_an_address_is_no_running_text(tmp_path: Path, address: str, flagged: list[str]) -> None:
    found = rules(tmp_path, RULE.format(regex=r",\w+", keys="prose_only: true"))
    assert texts(check(found, f"Du ska ta med dig eller läsa om {address} innan du kommer till oss.")) == flagged


@pytest.mark.parametrize(
    ("regex", "keys", "text", "offered"),
    [
        (r"\d+/\d+", "days_in_words: true", "Vi ses den 22/9 i hamnen.", "22\xa0september"),
        (r"[\d-]{10}", "days_in_words: true", "Vi ses den 2025-10-07 i hamnen.", "7\xa0oktober 2025"),
        (r"\d{6}", "days_in_words: true", "Vi ses 250815 i hamnen.", "15\xa0augusti 2025"),
        (
            r"([\d-]{10})–([\d-]{10})",
            r"days_in_words: true, instead: '\1 till \2'",
            "Platsen är din 2025-04-01–2025-09-30.",
            "1\xa0april 2025 till 30\xa0september 2025",
        ),
    ],
)
def test_a_day_in_figures_is_offered_in_words(tmp_path: Path, regex: str, keys: str, text: str, offered: str) -> None:
    assert [suggestions for _, suggestions in suggested(tmp_path, regex, keys, text)] == [(offered,)]


@pytest.mark.parametrize(("format_", "flagged"), [("docx", ["8§"]), ("text", ["8§"]), ("pdf", [])])
def test_spaces_are_not_judged_where_the_file_has_none(tmp_path: Path, format_: str, flagged: list[str]) -> None:
    checker = Checker(rules=rules(tmp_path, RULE.format(regex=r"\d§", keys="typed_only: true")))
    letter = replace(parse("Läs 8§ i lagen.").letter, format=format_)
    assert texts(checker.check(letter)) == flagged


@pytest.mark.parametrize(
    ("below", "flagged"),
    [("Vi har läst brevet.", ["Hej,"]), ("vi har läst brevet.", []), ("", [])],
)
def test_what_the_next_paragraph_begins_with(tmp_path: Path, below: str, flagged: list[str]) -> None:
    found = rules(tmp_path, RULE.format(regex=r"Hej,", keys="next_begins: '[A-ZÅÄÖ]'"))
    assert texts(check(found, f"Hej,\n{below}".strip())) == flagged


@pytest.mark.parametrize(("below", "flagged"), [("Eva Ek", []), ("Bryggan", ["Namn"]), ("", ["Namn"])])
def test_what_the_next_paragraph_does_not_begin_with(tmp_path: Path, below: str, flagged: list[str]) -> None:
    found = rules(tmp_path, RULE.format(regex=r"Namn", keys="next_begins: '(?!Eva)'"))
    assert texts(check(found, f"Namn\n{below}".strip())) == flagged


def test_what_the_next_paragraph_begins_with_is_an_expression(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="det reguljära uttrycket är fel"):
        rules(tmp_path, RULE.format(regex="Hej,", keys="next_begins: '(['"))


@pytest.mark.parametrize("expression", ["a{99999999999}", "(" * 3000 + "a" + ")" * 3000])
def test_an_expression_that_python_gives_up_is_wrong(expression: str) -> None:
    with pytest.raises(ValueError, match="det reguljära uttrycket är fel"):
        RegexRule._valid([expression])
