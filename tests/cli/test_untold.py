"""Where standard error can't be written to: what was asked for is done, and the exit code is the one it would be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gate.support import CLEAN, FLAWED, UNREADABLE, folders, left_over, names

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="a Linux device")


def code_of(*arguments: str, log: str) -> int:
    """The exit code where standard error is a full disk, or a pipe that nobody reads."""
    if log == "full":
        stream = os.open(FULL, os.O_WRONLY)
    else:
        ours, stream = os.pipe()
        os.close(ours)
    command = [sys.executable, "-m", "klarsprak", *arguments]
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=stream, check=False).returncode
    finally:
        os.close(stream)


@pytest.mark.parametrize("log", ["full", "gone"])
@pytest.mark.parametrize(
    "command",
    ["check {0}/ja.txt {0}/ej.txt", "check {0}/nej.docx", "gate --in {0} --pass {0}/a --hold x", "audit run {0}/b"],
)
def test_what_cant_be_told_is_not_checked_all_the_same(command: str, log: str, tmp_path: Path) -> None:
    (tmp_path / "ja.txt").write_bytes(CLEAN)
    (tmp_path / "nej.docx").write_bytes(UNREADABLE)
    assert code_of(*command.format(tmp_path).split(), log=log) == 2


def test_an_error_that_nobody_expects_is_2_though_it_cant_be_told() -> None:
    code = "import sys, klarsprak.cli as cli\ncli.run = lambda arguments: 1 / 0\nsys.argv = ['klarsprak']\ncli.main()"
    with FULL.open("wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stderr=full, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize("log", ["full", "gone"])
def test_the_gate_goes_on_with_all_letters(tmp_path: Path, log: str) -> None:
    place = folders(tmp_path)
    for number in range(3):
        (place.incoming / f"{number}.txt").write_bytes(CLEAN)
    options = f"gate --in {place.incoming} --pass {place.passed} --hold {place.held} --settle 0.1".split()
    assert code_of(*options, log=log) == 0
    assert names(place.passed) == {"0.txt", "1.txt", "2.txt"}
    (place.incoming / "nej.txt").write_bytes(FLAWED)
    assert code_of(*options, log=log) == 1
    assert left_over(place) == set()
