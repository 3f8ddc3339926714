"""No command writes over a file that it reads, nor unasked over another one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.target import check_target

LETTERS = Path(__file__).parents[2] / "corpora/letters"
LETTER = "Hej [Namn].\n"
READ = "kommandot läser den filen"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("brev").mkdir()
    Path("brev/svar.txt").write_text(LETTER, encoding="utf-8")


def by_link(target: Path) -> None:
    """Another name that leads to the letter."""
    target.symlink_to("brev/svar.txt")


def by_hard_link(target: Path) -> None:
    """The same file under another name."""
    os.link("brev/svar.txt", target)


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("output", ["brev/svar.txt", "./brev/../brev/svar.txt"])
def test_a_report_never_takes_the_place_of_a_letter_in_the_folder(
    output: str, force: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "brev", "-o", output, *force]) == 2
    assert READ in capsys.readouterr().err
    assert Path("brev/svar.txt").read_text(encoding="utf-8") == LETTER


@pytest.mark.parametrize("make", [by_link, by_hard_link])
def test_a_link_to_a_letter_is_the_letter(make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]) -> None:
    make(Path("rapport.txt"))
    assert run(["check", "brev", "-o", "rapport.txt", "--force"]) == 2
    assert READ in capsys.readouterr().err
    assert Path("brev/svar.txt").read_text(encoding="utf-8") == LETTER


@pytest.mark.parametrize("name", ["klarsprak.yml", "känt.json"])
def test_settings_and_known_findings_are_read_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "brev", "-o", "känt.json"]) == 0
    Path("klarsprak.yml").write_text("ignore: ton\n", encoding="utf-8")
    before = Path(name).read_bytes()
    assert run(["check", "brev", "--baseline", "känt.json", "--format", "json", "-o", name, "--force"]) == 2
    assert READ in capsys.readouterr().err
    assert Path(name).read_bytes() == before


def test_a_baseline_never_takes_the_place_of_a_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "brev", "-o", "brev/svar.txt", "--force"]) == 2
    assert READ in capsys.readouterr().err
    assert Path("brev/svar.txt").read_text(encoding="utf-8") == LETTER


@pytest.mark.parametrize("arguments", [["fix", "--apply"], ["fix", "--apply", "--force"]])
def test_a_mended_letter_never_takes_the_place_of_the_letter(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("brev/a.txt").write_text("Du erhåller bidrag i maj. Du ska ej svara.\n", encoding="utf-8")
    assert run([*arguments, "brev/a.txt", "-o", "brev/a.txt"]) == 2
    assert READ in capsys.readouterr().err


def test_a_report_that_is_there_is_written_over_only_when_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["check", "brev", "--exit-zero", "-o", "rapport.json"]
    assert run(command) == 0
    first = Path("rapport.json").read_bytes()
    shutil.copy("brev/svar.txt", "brev/till.txt")
    assert run(command) == 2
    assert "rapport.json: filen finns redan. Lägg till --force" in capsys.readouterr().err
    assert Path("rapport.json").read_bytes() == first
    assert run([*command, "--force"]) == 0
    assert Path("rapport.json").read_bytes() != first


def test_a_ledgers_report_is_no_ledger_and_spares_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "run", "brev", "--ledger", "a.sqlite", "--jobs", "1"]) == 0
    before = Path("a.sqlite").read_bytes()
    for command in (["report", "a.sqlite"], ["compare", "a.sqlite", "a.sqlite"]):
        assert run(["audit", *command, "--format", "json", "-o", "a.sqlite", "--force"]) == 2
        assert READ in capsys.readouterr().err
        name = f"{command[0]}.json"
        assert run(["audit", *command, "-o", name]) == 0
        assert run(["audit", *command, "-o", name]) == 2
        assert "--force" in capsys.readouterr().err
        assert run(["audit", *command, "-o", name, "--force"]) == 0
    assert Path("a.sqlite").read_bytes() == before


def test_a_device_loses_nothing() -> None:
    check_target(Path(os.devnull), force=False, read=[])


def test_a_name_that_leads_nowhere_is_no_file() -> None:
    with pytest.raises(UsageError, match="--force"):
        check_target(Path("brev/svar.txt"), force=False, read=[Path("borta.txt"), None])


def test_what_is_made_of_a_word_letter_is_called_a_word_file(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(LETTERS / "beslut-bygglov.docx", "brev.docx")
    assert run(["annotate", "brev.docx", "-o", "svar.txt"]) == 2
    assert "Låt namnet sluta på .docx." in capsys.readouterr().err
    assert not Path("svar.txt").exists()


ENGLISH = (
    "We have received your application and will answer within three weeks. Please call us if you have questions.\n"
)


def test_no_baseline_is_made_of_what_nobody_could_check(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev/svar.txt").write_text(ENGLISH, encoding="utf-8")
    assert run(["baseline", "brev", "-o", "känt.json"]) == 2
    assert "inget brev gick att granska" in capsys.readouterr().err
    assert not Path("känt.json").exists()


def test_a_letter_that_is_not_checked_is_not_mended(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev/svar.txt").write_text(ENGLISH, encoding="utf-8")
    assert run(["fix", "brev/svar.txt"]) == 2
    assert "engelska" in capsys.readouterr().err


def test_a_remark_below_the_limit_doesnt_make_a_half_unread_letter_a_checked_one() -> None:
    swedish = "Du får ett nytt kort i maj. Det kommer med posten, och du behöver inte göra något.\n\n"
    Path("brev/svar.txt").write_text(f"{swedish * 3}Tack för din skrivelse.\n\n{ENGLISH}", encoding="utf-8")
    assert run(["check", "brev/svar.txt", "--ignore", "signatur"]) == 2
    assert run(["check", "brev/svar.txt", "--ignore", "signatur", "--fail-on", "info"]) == 1
    assert run(["check", "brev/svar.txt", "--ignore", "signatur", "--fail-on", "info", "--exit-zero"]) == 2
