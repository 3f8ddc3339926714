"""A letter, or a part of it, in another language is not checked, said not to be, and held."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.audit.letter.results import result_of
from klarsprak.checker import Checker
from klarsprak.cli import run
from klarsprak.config.model import Config
from klarsprak.finding import Report
from klarsprak.gate.examine import Examiner
from klarsprak.letter import Block, Letter
from klarsprak.reports import json as json_report
from klarsprak.reports import summary

SWEDISH = "Vi har erhållit din ansökan, och du får ett beslut från oss inom tre veckor."
FINNISH = "Voit valittaa päätöksestä kolmen viikon kuluessa siitä päivästä, jona sait tämän kirjeen."
ENGLISH = "You can appeal this decision within three weeks from the day when you received it."
REASON = "Brevet är på engelska. klarsprak granskar bara svenska."


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def report(checker: Checker, *texts: str) -> Report:
    return checker.check(
        Letter("brev.txt", "text", [Block(text) for text in texts], ["Fotnoterna går inte att läsa."])
    )


def test_a_passage_in_another_language_is_noted_and_has_no_finding_but_that_it_stands_there(checker: Checker) -> None:
    got = report(checker, SWEDISH, FINNISH)
    assert got.notes == ["Fotnoterna går inte att läsa.", "Ett stycke på finska är inte granskat."]
    assert got.words == len(SWEDISH.split())
    there = {finding.rule for finding in got.findings if finding.place and finding.place.block == 1}
    assert there == {"skrivregler.annat-språk"}


def test_a_letter_in_another_language_is_unreadable(checker: Checker) -> None:
    got = report(checker, ENGLISH, ENGLISH)
    assert (got.error, got.verdict, got.findings) == (REASON, "unreadable", [])


def test_a_gate_holds_both(tmp_path: Path) -> None:
    examiner = Examiner(None, tmp_path)
    assert examiner.examine(ENGLISH.encode(), "brev.txt").verdict.reasons == (REASON,)
    half = f"{SWEDISH}\n\n{FINNISH}\n".encode()
    assert "Ett stycke på finska är inte granskat." in examiner.examine(half, "brev.txt").verdict.reasons


def test_the_command_says_why_and_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text(ENGLISH, encoding="utf-8")
    assert run(["check", str(letter)]) == 2
    assert REASON in " ".join(capsys.readouterr().err.split())


CLEAN = "Du får ett svar från oss i mars. Vi ringer dig när vi har läst din ansökan."
PARTLY = "Ett stycke på engelska är inte granskat. I resten finns inget att anmärka på."
NO_SIGNATURE = Config(ignore=["signatur", "arendegang", "skrivregler.annat-språk"])


def test_a_letter_without_findings_is_not_clean_where_a_passage_is_not_checked() -> None:
    got = Checker(NO_SIGNATURE).check(Letter("brev.txt", "text", [Block(CLEAN), Block(CLEAN), Block(ENGLISH)], []))
    assert (got.verdict, got.error, got.not_checked, got.findings) == ("unreadable", None, PARTLY, [])
    assert json_report.letter(got)["error"] == PARTLY
    assert next(summary.lines(got)) == "Inget att anmärka på i det som är granskat."


def test_a_letter_without_other_languages_is_clean() -> None:
    got = Checker(NO_SIGNATURE).check(Letter("brev.txt", "text", [Block(CLEAN)], []))
    assert (got.verdict, got.not_checked) == ("clean", None)


def test_a_gate_that_passes_unchecked_parts_passes_such_a_letter(tmp_path: Path) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("ignore: [signatur, arendegang]\ngate: {pass_unchecked_parts: true}\n", encoding="utf-8")
    letter = f"{CLEAN}\n\n{CLEAN}\n\n{ENGLISH}\n".encode()
    assert Examiner(config, tmp_path).examine(letter, "brev.txt").verdict.reasons == ()


def test_letters_with_unchecked_passages_are_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{CLEAN}\n\n{CLEAN}\n\n{ENGLISH}\n", encoding="utf-8")
    assert run(["check", "--ignore", "signatur,arendegang,skrivregler.annat-språk", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert "1 brev utan anmärkning.\n  1 brev utan anmärkning i den del som är granskad." in told.out
    assert PARTLY in " ".join(told.err.split())


def test_an_audit_counts_such_a_letter_as_not_checked() -> None:
    report = Report("brev.txt", "text", notes=["Ett stycke på engelska är inte granskat."])
    assert result_of(report, keep_words=False).error is None
    report.unchecked = report.notes
    assert result_of(report, keep_words=False).error == PARTLY
