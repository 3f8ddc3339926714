"""One remark a place: what leads, what is told beside it, and in what order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

import klarsprak
from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.letter import Letter
from klarsprak.reports.remarks import as_remarks

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"


def remarks(text: str) -> list[Finding]:
    """What is shown of a piece of a letter."""
    return as_remarks(klarsprak.check_text(text)).findings


def remark(text: str, rule: str) -> Finding:
    """The remark that the rule leads."""
    return next(each for each in remarks(text) if each.rule == rule)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """All that the rules say of the letters that the project has."""
    checker = Checker()
    letters = [letter for path in sorted(LETTERS.glob("*.[dpteh]*")) for letter in readers.read_file(path)]
    return [checker.check(letter) for letter in letters if isinstance(letter, Letter)]


@pytest.fixture(scope="module")
def shown(reports: list[Report]) -> list[list[Finding]]:
    """The remarks on each of these letters."""
    return [as_remarks(report).findings for report in reports]


def test_no_two_remarks_on_a_letter_share_a_character(shown: list[list[Finding]]) -> None:
    assert len(shown) > 70
    for remarks in shown:
        places = [each.place for each in remarks if each.place is not None]
        for one, other in combinations(places, 2):
            assert one.block != other.block or one.end <= other.start or other.end <= one.start


def test_nothing_that_a_rule_found_is_lost(reports: list[Report], shown: list[list[Finding]]) -> None:
    for report, remarks in zip(reports, shown, strict=True):
        assert Counter(map(_identity, _all_told(remarks))) == Counter(map(_identity, report.findings))


def _all_told(remarks: list[Finding]) -> Iterator[Finding]:
    for each in remarks:
        yield each
        yield from each.also


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.place, finding.text, finding.suggestions, finding.level


def test_no_remark_offers_what_another_one_on_its_place_flags(shown: list[list[Finding]]) -> None:
    for remarks in shown:
        for each in remarks:
            offered = {f" {suggestion} " for suggestion in each.suggestions if each.place is not None}
            flagged = {f" {other.text} " for other in each.also if other.text != each.text and other.text}
            assert not any(words in suggestion for words in flagged for suggestion in offered)


def test_the_gravest_remarks_of_a_letter_come_first(shown: list[list[Finding]]) -> None:
    for remarks in shown:
        levels = [each.level for each in remarks]
        assert levels == sorted(levels, reverse=True)


def test_what_a_letter_lacks_as_a_whole_comes_first_of_its_level(reports: list[Report]) -> None:
    for report in reports:
        places = [(-each.level, each.place is not None) for each in as_remarks(report).findings]
        assert places == sorted(places)


def test_a_report_without_findings_is_the_same_report() -> None:
    report = klarsprak.check_text("Du får pengarna i maj.")
    assert as_remarks(report) == report


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        ("Beloppet skall erläggas i maj.", "kanslisvenska.erlägga", {"passiv.krav-utan-person"}),
        ("Ansökan ska kompletteras enligt 9 kap. 1 § SoL.", "forkortning.sol", {"lagrum.oförklarat"}),
    ],
)
def test_an_exact_suggestion_leads_over_a_hint(text: str, lead: str, others: set[str]) -> None:
    assert {other.rule for other in remark(text, lead).also} == others


def test_what_the_others_add_is_told_in_the_text() -> None:
    found = remark("Beloppet skall erläggas i maj.", "kanslisvenska.erlägga")
    assert found.message.startswith("”erläggas” är kanslisvenska. Skriv hellre ”betalas”.")
    assert found.message.endswith("säger inte vem. Skriv vem som ska betala: du, vi eller någon annan.")


def test_what_ends_with_the_suggestion_is_not_told() -> None:
    found = remark("Överklaga inom tre veckor från delgivningen.", "kanslisvenska.från-delgivningen")
    assert [other.rule for other in found.also] == ["fackord.delgivning"]
    assert "Förklara" not in found.message


def test_who_does_it_is_asked_once() -> None:
    message = remark("Utbetalning sker i maj till din båtklubb.", "kanslisvenska.rättning-sker").message
    assert "säger inte vem" not in message
    also = remark("Utbetalning sker i maj till din båtklubb.", "kanslisvenska.rättning-sker").also
    assert [other.category for other in also] == [Category.PASSIV]


def test_nothing_is_told_of_words_that_go() -> None:
    message = remark("Det ska även noteras att bron är stängd.", "ton.det-bör-tilläggas").message
    assert "vem" not in message
    assert message.count("Stryk") == 1


def test_the_same_word_again_is_told_once_with_its_places() -> None:
    [found] = remarks("Du får ej parkera här.\n\nDu får ej stanna.\n\nDu får ej tälta.")
    assert found.rule == "kanslisvenska.ej"
    assert found.place is not None
    assert found.place.line == 1
    assert found.message.endswith("Det står på 2 ställen till: rad 3 och rad 5.")
    assert [other.place.line for other in found.also if other.place is not None] == [3, 5]


def test_another_form_of_the_word_is_the_same_word() -> None:
    [found] = remarks("Du erhåller pengarna i maj.\n\nDu har erhållit ett brev.")
    assert [other.text for other in found.also] == ["erhållit"]


LONG = (
    "Du kan när som helst under året komma till oss på kontoret om du vill veta mer om hur vi räknar ut avgiften, om "
    "du inte förstår räkningen eller om du tycker att den är för hög i förhållande till vad du brukar betala/lämna."
)


def test_a_long_sentence_hides_nothing_that_stands_in_it() -> None:
    assert {each.rule for each in klarsprak.check_text(LONG).findings} >= {"skrivregler.snedstreck-mellan-ord"}
    assert "betala/lämna" in remark(LONG, "mening.lång-mening").message


def test_the_length_of_a_sentence_is_told_once() -> None:
    told = " ".join(each.message for each in remarks(LONG))
    assert told.count("Meningen har 45 ord.") == 1


def test_a_remark_on_a_sentence_is_told_beside_the_one_on_its_words() -> None:
    found = remark(LONG.replace("veta mer", "erhålla besked"), "kanslisvenska.erhålla")
    assert "Meningen har" in found.message


def test_what_hides_the_message_comes_before_words() -> None:
    rules = [each.rule for each in remarks("Du får ej tälta.\n\nVite kan bli aktuellt om du gör det ändå.")]
    assert rules[:2] == ["fackord.vite", "kanslisvenska.ej"]


def test_what_is_said_of_one_sentence_stands_together() -> None:
    text = "Du får ej tälta, vid vite.\n\nDu erhåller ett vitesföreläggande.\n\nNi skall ej elda."
    lines = [each.place.line for each in remarks(text) if each.place is not None and each.level == Level.WARNING]
    assert lines == sorted(lines)


def test_a_hidden_level_is_not_told_beside_another_one() -> None:
    report = klarsprak.check_text(LONG)
    warnings = [each for each in report.findings if each.level >= Level.WARNING]
    shown = as_remarks(replace(report, findings=warnings)).findings
    assert all(each.category is not Category.KANSLISVENSKA for each in shown)
    assert {other.level for each in shown for other in each.also} <= {Level.WARNING, Level.ERROR}
