"""Plain command lines of ``check`` are read as the library reads them, and nothing else is."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from klarsprak.cli.app import app
from klarsprak.cli.plain import as_plain
from klarsprak.cli.shared.checking import CheckOptions

ByLibrary = Callable[[list[str]], CheckOptions | None]

_ALL: Any = get_command(app)
_COMMAND = _ALL.commands["check"]
_LETTER = Path(__file__).parents[2] / "corpora" / "letters" / "beslut-bygglov.docx"
_WORDS = ("-", "brev.txt", "", "å b.docx", "=", "info", "-5", "--", "nej", "http://127.0.0.1:8010")


@pytest.fixture
def by_library(monkeypatch: pytest.MonkeyPatch) -> ByLibrary:
    """What the library hands to the command; None for what it refuses, or answers itself."""
    handed: list[CheckOptions] = []
    monkeypatch.setattr("klarsprak.cli.check.check_as_asked", handed.append)

    def read(arguments: list[str]) -> CheckOptions | None:
        handed.clear()
        with contextlib.suppress(Exception, SystemExit):
            _ALL(arguments, prog_name="klarsprak", standalone_mode=False)
        return handed[0] if handed else None

    return read


def _option_names() -> list[str]:
    return [name for each in _COMMAND.params if each.param_type_name == "option" for name in each.opts]


def _random_lines(count: int) -> list[list[str]]:
    """Command lines of all options, with and without values, whole, cut short and run together."""
    chance = random.Random(20)
    names = _option_names()
    pieces = [*_WORDS, *names, *(f"{name}={word}" for name in names for word in _WORDS), "-qo", "--quie", "--server="]
    return [["check", *chance.choices(pieces, k=chance.randint(1, 4)), "brev.txt"] for _ in range(count)]


def test_whatever_is_read_as_plain_the_library_reads_the_same_way(by_library: ByLibrary) -> None:
    lines = [(line, as_plain(line)) for line in _random_lines(2000)]
    plain = [(line, asked) for line, asked in lines if asked is not None]
    assert [line for line, asked in plain if by_library(line) != asked] == []
    assert len(plain) > 100


@pytest.mark.parametrize("name", sorted(set(_option_names()) - {"--help", "-h", "--time-limit"}))
def test_each_option_is_plain_where_it_stands_by_itself(name: str, by_library: ByLibrary) -> None:
    option = next(each for each in _COMMAND.params if name in each.opts)
    line = ["check", name, *([] if option.is_flag else ["värde"]), "brev.txt"]
    assert as_plain(line) == by_library(line) is not None


def test_what_nobody_says_is_the_same_as_by_the_library(by_library: ByLibrary) -> None:
    assert as_plain(["check", "brev.txt"]) == by_library(["check", "brev.txt"])


@pytest.mark.parametrize(
    "line",
    [
        ["check"],
        ["check", "--help"],
        ["check", "brev.txt", "--fromat", "json"],
        ["check", "brev.txt", "--format"],
        ["check", "brev.txt", "--format", "--quiet"],
        ["check", "brev.txt", "--quiet=ja"],
        ["check", "brev.txt", "-qo", "svar.html"],
        ["check", "brev.txt", "--time-limit", "5"],
        ["check", "--", "--brev.txt"],
        ["fix", "brev.txt"],
        [],
    ],
    ids=" ".join,
)
def test_whatever_else_is_left_to_the_library(line: list[str]) -> None:
    assert as_plain(line) is None


def test_a_shell_that_asks_how_a_command_goes_on_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_KLARSPRAK_COMPLETE", "complete_bash")
    assert as_plain(["check", "brev.txt"]) is None


def test_a_plain_check_loads_neither_that_library_nor_what_looks_into_letters() -> None:
    code = (
        "import sys\nfrom klarsprak.cli import run\n"
        f"code = run(['check', '--show-files', {str(_LETTER)!r}])\n"
        "print(sorted({'typer', 'click', 'pydantic', 'rich', 'spacy', 'lxml'} & set(sys.modules)), code)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines() == [str(_LETTER), "[] 0"]
