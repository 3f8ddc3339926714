"""A command that is given wrongly: one Swedish line on standard error that says what to do, and exit code 2."""

from __future__ import annotations

import inspect
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from klarsprak.cli import run
from klarsprak.cli.shared.errors import describe_misuse

LIBRARY = sys.modules[typer.BadParameter.__module__]
"""Where the library that parses the command line keeps its errors."""
WHERE = "så ser du vad som går."


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("brev.txt").write_text("Hej.\n", encoding="utf-8")
    Path("tom").mkdir()


def of_usage(command: str, said: str) -> tuple[str, str]:
    """A command, and what is said of it before the line tells where to see what goes."""
    named = command.split(" -")[0].split(" brev")[0]
    return command, f"{said} Skriv ”klarsprak {named} --help” {WHERE}"


MISUSE = [
    # What stands on the command line
    ("chek brev.txt", f"Kommandot chek finns inte. Menade du ”check”? Skriv ”klarsprak --help” {WHERE}"),
    ("rules lst", f"Kommandot lst finns inte. Menade du ”list”? Skriv ”klarsprak rules --help” {WHERE}"),
    ("-- --foo", f"Kommandot --foo finns inte. Skriv ”klarsprak --help” {WHERE}"),
    ("--verion", f"Alternativet --verion finns inte. Menade du ”--version”? Skriv ”klarsprak --help” {WHERE}"),
    of_usage("check", "BREV… saknas."),
    of_usage("fix", "BREV saknas."),
    of_usage("baseline", "BREV… saknas."),
    of_usage("rules find", "ORD saknas."),
    of_usage("laws show", "LAG saknas."),
    of_usage("audit run", "KÄLLA… saknas."),
    of_usage("audit status", "LIGGARE saknas."),
    ("audit compare a", f"NU saknas. Skriv ”klarsprak audit compare --help” {WHERE}"),
    of_usage("check -Z brev.txt", "Alternativet -Z finns inte."),
    of_usage("check --fromat json", "Alternativet --fromat finns inte. Menade du ”--format”?"),
    of_usage("check --format", "Alternativet --format behöver ett värde."),
    of_usage("check --quiet=ja brev.txt", "Alternativet --quiet tar inget värde."),
    of_usage("fix brev.txt tom", "”tom” är för mycket. Ta bort det, eller kör kommandot en gång för vart och ett."),
    of_usage("audit run --jobs x", "Värdet för --jobs går inte att använda. Skriv ett heltal."),
    of_usage("audit run --jobs -1", "Värdet för --jobs går inte att använda. Skriv ett tal som är minst 0."),
    of_usage(
        "audit run --time-limit inf",
        "Värdet för --time-limit går inte att använda. Skriv ett tal som är högst 86400.",
    ),
    of_usage("gate --settle nan", "Värdet för --settle går inte att använda. Skriv ett tal som är högst 86400."),
    of_usage(
        "gate --settle 0,5", "Värdet för --settle går inte att använda. Skriv ett tal, med punkt före decimalerna."
    ),
    ("gate", f"--in, --pass och --hold behövs alla tre. Skriv ”klarsprak gate --help” {WHERE}"),
    ("check brev.txt --level hög", "--level: ”hög” finns inte. Välj bland info, warning, error."),
    ("audit report a --format x", "--format: ”x” finns inte. Välj bland text, html, csv, json, xlsx, parquet."),
    ("laws import tom --date igår", "--date: ”igår” är inget datum. Skriv det så här: 2026-11-25."),
    # A file or a folder that isn't there, or is the other of the two
    ("check borta.txt", "borta.txt: Filen finns inte. Kontrollera namnet och mappen."),
    ("fix tom", "tom: Det är en mapp, inte en fil."),
    ("annotate .", ".: Det är en mapp, inte en fil."),
    ("init brev.txt", "brev.txt: det är en fil, inte en mapp."),
    ("init borta", "borta: mappen finns inte. Skapa den först."),
    ("rules new --words a --instead b --pack borta/a.yml", "borta: mappen finns inte. Skapa den först."),
    ("rules new --words a --instead b --pack brev.txt/a.yml", "brev.txt: det är en fil, inte en mapp."),
    ("laws import brev.txt", "brev.txt:1: filen ska börja med nycklarna number och title mellan två rader med ---."),
    ("laws list --register borta", "borta: lagregistret går inte att läsa (den finns inte)."),
    ("gate --in brev.txt --pass tom --hold borta", "--in: brev.txt: det är en fil, inte en mapp."),
    ("audit status tom", "tom: det är ingen fil."),
    ("audit report borta", "borta: liggaren finns inte."),
    ("audit run borta", "borta: filen eller mappen finns inte."),
    ("check brev.txt --config tom", "tom: filen går inte att läsa (det är en mapp)."),
    ("check brev.txt --baseline {here}/tom", "{here}/tom: filen går inte att läsa (det är en mapp)."),
    # What can't be written
    ("check brev.txt -o borta/svar.html", "borta/svar.html: filen går inte att skriva (mappen finns inte)."),
    ("check brev.txt -o tom", "tom: filen går inte att skriva (det är en mapp)."),
    ("rules schema -o tom", "tom: filen går inte att skriva (det är en mapp)."),
    ("rules docs signatur -o brev.txt", "brev.txt: mappen går inte att skapa (det finns redan en fil som heter så)."),
]


@pytest.mark.parametrize(("command", "says"), MISUSE)
def test_a_wrong_command_is_one_line(command: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(map(str, Path().rglob("*")))
    assert run(command.format(here=Path.cwd()).split()) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"klarsprak: {says.format(here=Path.cwd())}\n")
    assert sorted(map(str, Path().rglob("*"))) == before


@pytest.mark.parametrize("command", ["check", "fix", "init a", "rules show", "ch\neck"])
def test_a_name_that_holds_a_line_break_is_no_second_line(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(" "), "borta\n\x1b[31m.txt"]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err


@pytest.mark.parametrize("command", ["", "rules", "rules --", "audit"])
def test_a_group_without_its_command_shows_the_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command.split()) == 2
    assert capsys.readouterr().err.startswith(f"Så skriver du: klarsprak {command.removesuffix(' --')}".rstrip())


def test_rules_that_no_letter_could_be_read_for_are_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", "signatur", "--letters", "borta"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err == "klarsprak: borta: Filen finns inte. Kontrollera namnet och mappen.\n"


class Value:
    """What a parameter of the command line says of itself."""

    opts = ("--jobs",)
    metavar = "ANTAL"


GIVEN: dict[str, Any] = {
    "message": "in English",
    "option_name": "--jobs",
    "filename": "a.txt",
    "param": Value,
    "ctx": None,
}
SAID = {
    "ClickException": "Kommandot går inte att tolka.",
    "UsageError": "Kommandot går inte att tolka.",
    "BadParameter": "Värdet för --jobs går inte att använda.",
    "MissingParameter": "--jobs saknas.",
    "NoSuchOption": "Alternativet --jobs finns inte.",
    "BadOptionUsage": "Alternativet --jobs behöver ett värde.",
    "BadArgumentUsage": "Kommandot går inte att tolka.",
    "FileError": "a.txt: filen går inte att öppna.",
}
BY_THEIR_OWN_WORDS = {"NoArgsIsHelpError", "Abort", "Exit"}
"""The help itself, and two that say nothing."""


def errors_of_the_library() -> dict[str, Any]:
    """Every error that it can raise, by name."""
    classes = inspect.getmembers(LIBRARY, inspect.isclass)
    return {
        name: kind for name, kind in classes if issubclass(kind, Exception) and kind.__module__ == LIBRARY.__name__
    }


def test_every_error_of_the_library_is_known() -> None:
    assert set(errors_of_the_library()) - BY_THEIR_OWN_WORDS == set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_every_error_of_the_library_is_told_in_swedish(name: str) -> None:
    kind = errors_of_the_library()[name]
    wanted = inspect.signature(kind).parameters
    error = kind(**{key: value for key, value in GIVEN.items() if key in wanted})
    assert describe_misuse(error) == f"{SAID[name]} Skriv ”klarsprak --help” {WHERE}"


def test_an_error_that_is_made_of_another_is_told_as_that() -> None:
    class Own(typer.BadParameter):
        pass

    assert str(describe_misuse(Own("in English"))).startswith("Värdet för argumentet går inte att använda.")


def test_an_error_of_somebody_else_is_none_of_usage() -> None:
    assert describe_misuse(ValueError("in English")) is None


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "klarsprak", "check", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        process.stdin.write(b"Hej! " * 100_000)  # more than a pipe holds: done when the program reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_a_reader_that_has_read_enough_is_no_failure() -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "klarsprak", "rules", "list"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (130, b"")
