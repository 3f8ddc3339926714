"""What the program says of itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from klarsprak.cli import run

SHELLS = {
    "bash": {"COMP_WORDS": "klarsprak che", "COMP_CWORD": "1"},
    "zsh": {"_TYPER_COMPLETE_ARGS": "klarsprak che"},
    "fish": {"_TYPER_COMPLETE_ARGS": "klarsprak che", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    "powershell": {"_TYPER_COMPLETE_ARGS": "klarsprak che", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "che"},
}


@pytest.mark.parametrize("arguments", [["-h"], ["check", "-h"], ["rules", "-h"], ["audit", "run", "-h"]])
def test_the_short_option_shows_the_help_in_swedish(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("Så skriver du: klarsprak")
    assert not {"Show", "Install", "Options:", "Usage:"}.intersection(out.split())


def test_the_help_says_what_the_exit_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Slutkoder: 0 inget att anmärka på" in out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_fill_in_a_command(shell: str) -> None:
    environment = os.environ | SHELLS[shell] | {"_KLARSPRAK_COMPLETE": f"complete_{shell}"}
    done = subprocess.run(
        [sys.executable, "-m", "klarsprak"], env=environment, capture_output=True, text=True, check=False
    )
    assert "check" in done.stdout
    assert "annotate" not in done.stdout
