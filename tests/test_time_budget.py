"""A letter has a budget of time and a size: beyond them it isn't checked, and never called clean."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from pathlib import Path

import pytest

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.cli import run
from klarsprak.config.model import Config
from klarsprak.gate.examine import Examiner
from klarsprak.letter import Letter
from klarsprak.time_budget import OutOfTimeError, check_time, time_budget

SENTENCE = "Nämnden har beslutat att du får den hjälp som du har sökt, och den börjar på måndag. "
LONG = SENTENCE * 1500


@pytest.mark.skipif(not hasattr(__import__("signal"), "setitimer"), reason="Windows has no alarm")
def test_the_system_ends_what_never_looks_at_the_clock() -> None:
    with pytest.raises(OutOfTimeError), time_budget(0.1):
        re.match("(?:a+)+b", "a" * 60)


def test_a_thread_is_ended_between_the_stages_of_a_letter() -> None:
    ended: list[bool] = []

    def work() -> None:
        try:
            with time_budget(0.01):
                time.sleep(0.02)
                check_time()
        except OutOfTimeError:
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended


def test_nothing_is_ended_when_the_budget_is_over() -> None:
    with time_budget(0.01):
        pass
    time.sleep(0.02)
    check_time()


def test_a_letter_that_takes_too_long_is_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brev.txt"
    path.write_text(LONG, encoding="utf-8")
    assert run(["check", "--format", "json", "--time-limit", "0.1", str(path)]) == 2
    out, err = capsys.readouterr()
    (letter,) = json.loads(out)["letters"]
    assert (letter["verdict"], letter["findings"]) == ("unreadable", [])
    assert "Brevet tog mer än 0,1 sekunder att granska. Det är inte granskat." in err


def test_the_next_letter_is_checked_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {"a.txt": LONG * 3, "b.txt": SENTENCE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "klarsprak.yml").write_text("gränser: {sekunder: 1.5}\nvälj: ton\n", encoding="utf-8")
    assert run(["check", "--format", "json", str(tmp_path)]) == 2
    verdicts = [letter["verdict"] for letter in json.loads(capsys.readouterr().out)["letters"]]
    assert verdicts[1] == "clean"


def test_the_gate_holds_a_letter_that_takes_too_long(tmp_path: Path) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("gränser: {sekunder: 0.1}\n", encoding="utf-8")
    examined = Examiner(config, tmp_path).examine(LONG.encode(), "brev.txt")
    assert not examined.verdict.passes
    assert examined.is_unreadable
    assert "inte granskat" in examined.verdict.reasons[0]


@pytest.fixture(scope="module")
def short() -> Checker:
    return Checker(Config(limits={"words": 60}, select=["ton"]))


@pytest.mark.parametrize(
    ("text", "is_checked"),
    [
        (SENTENCE * 3, True),
        (SENTENCE * 4, False),
        (
            SENTENCE + "Hej! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! !",
            False,
        ),
        (f"{SENTENCE * 2} https://www.ekvalla.example/{'bygga/' * 100}", True),
    ],
)
def test_a_letter_of_too_many_words_is_not_checked(short: Checker, text: str, is_checked: bool) -> None:
    (letter,) = readers.read_bytes(text.encode(), "brev.txt")
    assert isinstance(letter, Letter)
    report = short.check(letter)
    assert (report.error is None) == is_checked
    assert is_checked or "ord, och gränsen är 60. Det är inte granskat." in str(report.error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with names")
@pytest.mark.parametrize("command", ["check", "fix", "annotate", "compare"])
def test_a_pipe_with_a_name_is_no_letter(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "brev.txt"
    os.mkfifo(pipe)
    assert run([command, *[str(pipe)] * (2 if command == "compare" else 1)]) == 2
    assert "Det är ingen vanlig fil" in capsys.readouterr().err
