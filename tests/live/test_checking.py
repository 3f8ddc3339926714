"""Where in a text the remarks stand."""

from pathlib import Path

import pytest

from klarsprak.config.model import load_config
from klarsprak.finding import Category, Level
from klarsprak.live.checking import LiveChecker
from klarsprak.live.markup import MarkedText, Piece
from klarsprak.live.positions import Positions


@pytest.fixture(scope="module")
def checker() -> LiveChecker:
    return LiveChecker()


@pytest.mark.parametrize(
    "text",
    [
        "Du kommer att erhålla bidraget.",
        "😀😀 Du kommer att erhålla bidraget.",
        "Första raden är kort.\r\n\r\nDu kommer att erhålla bidraget.",
        "\ufeffDu kommer att erhålla bidraget.",
        "Du kommer att erha\u030alla bidraget.",
        "  Du  kommer att erhålla bidraget.",
    ],
)
def test_the_words_stand_where_the_remark_says(checker: LiveChecker, text: str) -> None:
    remarks = checker.check(text, whole=False).remarks
    words = [text[remark.start : remark.end] for remark in remarks if remark.start is not None]
    assert any(word in ("erhålla", "erha\u030alla") for word in words)


def test_words_over_a_line_s_end_stand_over_it(checker: LiveChecker) -> None:
    text = (
        "Du får det här brevet av oss på kommunen efter att vi har prövat saken i enlighet\n"
        "med den ansökan som du har skickat in till oss på kommunen under hösten i år."
    )
    remarks = checker.check(text, whole=False).remarks
    assert "i enlighet\nmed" in [text[remark.start : remark.end] for remark in remarks]


def test_a_paragraph_is_not_told_what_a_letter_lacks(checker: LiveChecker) -> None:
    text = "Nämnden beslutar att avslå din ansökan om bygglov.\n\nDu kommer att erhålla en faktura."
    whole = {remark.finding.category for remark in checker.check(text, whole=True).remarks}
    part = {remark.finding.category for remark in checker.check(text, whole=False).remarks}
    assert Category.SIGNATUR in whole
    assert not part & {Category.SIGNATUR, Category.ARENDEGANG}


def test_a_word_that_stands_again_has_a_remark_at_each_place_where_that_is_asked(checker: LiveChecker) -> None:
    text = "Du kommer att erhålla bidraget. Barnet kommer att erhålla en plats."
    once = checker.check(text, whole=False).remarks
    each = checker.check(text, whole=False, every_place=True).remarks
    assert [remark.finding.text for remark in once] == ["erhålla"]
    assert [remark.finding.text for remark in each] == ["erhålla", "erhålla"]


def test_rules_that_do_not_hold_where_a_file_lies_say_nothing_of_it(tmp_path: Path) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("undantag: {'mallar/**': [kanslisvenska]}", encoding="utf-8")
    checker = LiveChecker(load_config(config))
    text = "Du kommer att erhålla bidraget."
    assert checker.check(text, whole=False, name=str(tmp_path / "brev.txt")).remarks
    assert not checker.check(text, whole=False, name=str(tmp_path / "mallar" / "brev.txt")).remarks


def test_the_level_limits_what_is_told(checker: LiveChecker) -> None:
    text = "Du kommer att erhålla bidraget erforderligt."
    assert all(
        remark.finding.level >= Level.WARNING
        for remark in checker.check(text, whole=False, level=Level.WARNING).remarks
    )


@pytest.mark.parametrize("text", ["", "  \n ", "\x00"])
def test_nothing_is_said_of_nothing(checker: LiveChecker, text: str) -> None:
    assert checker.check(text, whole=False).remarks == []


def test_a_lone_surrogate_moves_nothing(checker: LiveChecker) -> None:
    text = "\ud83d Du kommer att erhålla bidraget."
    remarks = checker.check(text, whole=False).remarks
    assert "erhålla" in [text[remark.start : remark.end] for remark in remarks]


def test_markup_is_no_text_but_counts(checker: LiveChecker) -> None:
    pieces = [
        Piece("<p>", "\n\n"),
        Piece("Du kommer att "),
        Piece("<b>", ""),
        Piece("erhålla"),
        Piece("</b>", ""),
        Piece(" bidraget."),
    ]
    marked = MarkedText(pieces)
    (remark,) = [each for each in checker.check(marked, whole=False).remarks if each.finding.text == "erhålla"]
    assert marked.source[remark.start : remark.end] == "erhålla"
    assert remark.is_plain


def test_words_with_markup_in_them_are_not_plain() -> None:
    marked = MarkedText([Piece("er"), Piece("<b>", ""), Piece("hålla"), Piece("</b>", "")])
    assert marked.in_source(0, 7) == (0, 10)
    assert not marked.is_plain(0, 7)


@pytest.mark.parametrize(
    ("text", "offset", "units"), [("ett", 2, 2), ("😀a\n😀b", 1, 2), ("😀a\n😀b", 4, 6), ("", 0, 0)]
)
def test_offsets_are_told_in_utf_16(text: str, offset: int, units: int) -> None:
    assert Positions(text).in_utf16(offset) == units
    assert len(text[:offset].encode("utf-16-le")) == 2 * units
