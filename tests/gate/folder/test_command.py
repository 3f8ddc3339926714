"""``klarsprak gate`` as an administrator meets it."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.gate.support import CLEAN, FLAWED, UNREADABLE, Folders, examiner, folders, left_over, names
from tests.waiting import wait_for


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    return folders(tmp_path)


def gate(place: Folders, *more: str) -> int:
    arguments = ["--in", place.incoming, "--pass", place.passed, "--hold", place.held, "--settle", "0.1", *more]
    return run(["gate", *map(str, arguments)])


def test_the_exit_code_tells_whether_anything_was_held(place: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    (place.incoming / "ja.txt").write_bytes(CLEAN)
    assert gate(place) == 0
    (place.incoming / "nej.txt").write_bytes(FLAWED)
    assert gate(place) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        "klarsprak: ja.txt: släppt.",
        "klarsprak: Släppta: 1. Stoppade: 0.",
        "klarsprak: nej.txt: stoppat. 1 anmärkning måste rättas först: signatur (1).",
        "klarsprak: Släppta: 0. Stoppade: 1.",
    ]


@pytest.mark.parametrize(
    ("letters", "code", "says"),
    [
        ({"nej.docx": UNREADABLE}, 2, "Släppta: 0. Stoppade: 1, varav 1 inte gick att läsa."),
        ({"nej.docx": UNREADABLE, "ja.txt": CLEAN}, 2, "Släppta: 1. Stoppade: 1, varav 1 inte gick att läsa."),
        ({"nej.docx": UNREADABLE, "fel.txt": FLAWED}, 2, "Släppta: 0. Stoppade: 2, varav 1 inte gick att läsa."),
        ({"fel.txt": FLAWED, "ja.txt": CLEAN}, 1, "Släppta: 1. Stoppade: 1."),
    ],
    ids=["unread", "unread-and-passed", "unread-and-held", "held"],
)
def test_a_letter_that_cant_be_read_is_another_code_than_one_that_is_held(
    letters: dict[str, bytes], code: int, says: str, place: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in letters.items():
        (place.incoming / name).write_bytes(data)
    assert gate(place) == code
    assert capsys.readouterr().err.splitlines()[-1] == f"klarsprak: {says}"


def test_a_configuration_among_the_letters_decides_nothing(place: Folders) -> None:
    (place.incoming / "klarsprak.yml").write_text("gate: {signature: []}")
    (place.incoming / "nej.txt").write_bytes(FLAWED)
    assert gate(place) == 1
    assert {"nej.txt", "klarsprak.yml"} < names(place.held)


def test_the_configuration_above_the_folder_decides(place: Folders) -> None:
    (place.incoming.parent / "klarsprak.yml").write_text("gate: {signature: [name]}")
    (place.incoming / "nej.txt").write_bytes(FLAWED)
    assert gate(place) == 0
    other = place.incoming.parent / "strängare.yml"
    other.write_text("gate: {signature: [phone]}")
    (place.incoming / "nej.txt").write_bytes(FLAWED)
    assert gate(place, "--config", str(other)) == 1


def test_wrong_folders_or_choices_are_told_before_any_letter_is_touched(
    place: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gate", "--in", str(place.incoming)]) == 2
    assert "--in, --pass och --hold behövs alla tre." in capsys.readouterr().err
    assert gate(Folders(place.incoming, place.passed, place.passed)) == 2
    assert "--pass och --hold: välj två mappar" in capsys.readouterr().err
    (place.incoming.parent / "klarsprak.yml").write_text("gate: {hold: [avslagg]}")
    assert gate(place) == 2
    assert "klarsprak.yml:1:15: ”avslagg” är ingen brevtyp. Menade du ”avslag”?" in capsys.readouterr().err
    assert names(place.incoming) == set()


forked = pytest.mark.skipif(sys.platform == "win32", reason="a fork of a process that has the model is needed")


def _started(place: Folders, *more: str) -> BaseProcess:
    examiner()
    process = get_context("fork").Process(target=lambda: sys.exit(gate(place, *more)))
    process.start()
    return process


@forked
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_goes_on_until_it_is_asked_to_end(place: Folders, number: signal.Signals) -> None:
    process = _started(place, "--watch")
    for name in ("ett.txt", "två.txt"):
        (place.incoming / name).write_bytes(CLEAN)
        wait_for((place.passed / name).exists, process.is_alive)
    os.kill(process.pid or 0, number)
    process.join()
    assert process.exitcode == 0
    assert left_over(place) == set()


@forked
def test_a_run_that_is_interrupted_leaves_the_rest(place: Folders) -> None:
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    process = _started(place, "--settle", "60")
    wait_for(lambda: left_over(place), process.is_alive)
    os.kill(process.pid or 0, signal.SIGINT)
    process.join()
    assert process.exitcode == 130
    assert names(place.incoming) == {"brev.txt"}
    assert left_over(place) == set()


def test_who_runs_the_gate_says_over_how_many_deaths_a_letter_is_held(
    place: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klarsprak.gate.folder.gate.ATTEMPTS", 0)
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    assert gate(place, "--attempts", "1") == 0
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    assert gate(place) == 2
