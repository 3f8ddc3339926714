"""What the program says of itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from klarsprak.cli import run
from klarsprak.cli.app import app

SHELLS = {
    "bash": {"COMP_WORDS": "klarsprak che", "COMP_CWORD": "1"},
    "zsh": {"_TYPER_COMPLETE_ARGS": "klarsprak che"},
    "fish": {"_TYPER_COMPLETE_ARGS": "klarsprak che", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    "powershell": {"_TYPER_COMPLETE_ARGS": "klarsprak che", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "che"},
}


ENGLISH = set(
    "a an and any arg args argument arguments available be by can command commands completion copy current default "
    "default: deprecated directory dynamic env exit file flag float for from help if install int integer is it "
    "list[str] message missing must none of option options or path print range required set shell show str that the "
    "this to try usage usage: use using value values with you your".split()
)
"""Words that the library's own texts are made of, and no Swedish help."""


def walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of every command, with those of the groups above."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from walk(below, (*path, name))


COMMANDS = list(walk(typer.main.get_command(app)))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_no_english_is_left_in_the_help_of_any_command(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, "--help"]) == 0
    usage, _, below = capsys.readouterr().out.partition("\n")
    assert usage.startswith(f"{' '.join(['Så skriver du: klarsprak', *path])} [ALTERNATIV]")
    words = set(re.findall(r"[^\s,;.()\[\]]+", below.partition("\nKommandon:")[0].lower()))
    assert not ENGLISH & words


def test_all_commands_are_walked() -> None:
    assert {(), ("check",), ("rules", "new"), ("gate", "mail")} <= set(COMMANDS)


def test_the_help_says_what_holds_without_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "run", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "audit run [ALTERNATIV] [KÄLLA …]" in out
    assert "--jobs ANTAL Processer. 0 är en för varje kärna. [annars: 0, minst 0]" in out
    assert "annars den i klarsprak.yml, eller 30. [minst 0.1, högst 86400]" in out


@pytest.mark.parametrize("arguments", [["-h"], ["check", "-h"], ["rules", "-h"], ["audit", "run", "-h"]])
def test_the_short_option_shows_the_help_in_swedish(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("Så skriver du: klarsprak")
    assert not {"Show", "Install", "Options:", "Usage:"}.intersection(out.split())


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("check", "Slutkoder: 0 inget att anmärka på"),
        ("audit run", "Slutkoder: 0 granskningen är klar"),
        ("gate", "Slutkoder: 0 alla brev är släppta"),
        ("gate mail", "Slutkod 0: släppt."),
    ],
)
def test_the_help_says_what_the_exit_codes_mean(command: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    assert says in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_fill_in_a_command(shell: str) -> None:
    environment = os.environ | SHELLS[shell] | {"_KLARSPRAK_COMPLETE": f"complete_{shell}"}
    done = subprocess.run(
        [sys.executable, "-m", "klarsprak"], env=environment, capture_output=True, text=True, check=False
    )
    assert "check" in done.stdout
    assert "annotate" not in done.stdout


def test_filling_in_is_installed_in_swedish(tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m klarsprak --install-completion; exit $?"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said = "Nu fyller kommandoraden i kommandon och alternativ med tabb. Starta om terminalen först.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert (tmp_path / ".bash_completions/klarsprak.sh").is_file()


def test_the_script_that_fills_in_is_shown() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m klarsprak --show-completion; exit $?"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "complete -o default -F _klarsprak_completion klarsprak" in done.stdout
