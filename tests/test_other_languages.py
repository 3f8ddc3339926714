"""A letter, or a part of it, in another language is not checked, said not to be, and held."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.cli import run
from klarsprak.finding import Report
from klarsprak.gate.examine import Examiner
from klarsprak.letter import Block, Letter

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


def test_a_passage_in_another_language_is_noted_and_has_no_findings(checker: Checker) -> None:
    got = report(checker, SWEDISH, FINNISH)
    assert got.notes == ["Fotnoterna går inte att läsa.", "Ett stycke på finska är inte granskat."]
    assert got.words == len(SWEDISH.split())
    assert {finding.place.block for finding in got.findings if finding.place} == {0}


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
