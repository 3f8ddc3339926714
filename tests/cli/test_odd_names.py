"""Names of files and words of letters that a terminal would obey, or that no file can hold."""

from __future__ import annotations

import os
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from klarsprak import cli
from klarsprak.cli import run
from klarsprak.reports import FORMATS
from tests.gate.support import CLEAN, FLAWED, folders, names

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names there are Unicode, or hold no such signs")
NAMES = [b"br\xe4v.txt", b"a\nklarsprak: b.txt", b"c\x1b[2J.txt", "d\u202egpj.txt".encode()]
LETTER = "Du har erhållit ett bidrag.\n".encode()


def put(folder: Path, content: bytes = LETTER) -> None:
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(content)


def harmless(text: str) -> bool:
    """Whether nothing in it is obeyed; line breaks and the signs of colours are the program's own."""
    return not set(text) & set("\x1b\x07\x9b\u202e") and "\nklarsprak: b.txt" not in text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_report_can_name_every_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "brev"
    folder.mkdir()
    put(folder)
    output = tmp_path / "svar"
    assert run(["check", str(folder), "--format", name, "-o", str(output)]) == 1
    text = output.read_text(encoding="utf-8")
    assert "xe4v.txt" in text or "udce4v.txt" in text
    assert harmless(text)
    assert harmless(capsys.readouterr().err)


def test_no_name_begins_a_line_of_the_gates_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folders(tmp_path)
    put(place.incoming, CLEAN)
    sent = ["--in", place.incoming, "--pass", place.passed, "--hold", place.held, "--settle", "0.1"]
    assert run(["gate", *map(str, sent)]) == 0
    assert len(names(place.passed)) == len(NAMES)
    told = capsys.readouterr().err
    assert len(told.splitlines()) == len(NAMES) + 1
    assert harmless(told)


def test_no_attachments_name_begins_a_line_of_the_gates_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Bygglov"
    mail.set_content(CLEAN.decode())
    for ending in ("txt", "xlsx"):
        mail.add_attachment(FLAWED, maintype="application", subtype="octet-stream", filename="x")
        part = list(mail.iter_attachments())[-1]
        del part["Content-Disposition"]
        part["Content-Disposition"] = (
            f"attachment; filename*=utf-8''a%0Aklarsprak%3A%20b.txt%1B%5B2J%E2%80%AE.{ending}"
        )
    place = folders(tmp_path)
    (place.incoming / "mejl.eml").write_bytes(bytes(mail))
    sent = ["--in", place.incoming, "--pass", place.passed, "--hold", place.held, "--settle", "0.1"]
    assert run(["gate", *map(str, sent)]) == 1
    told = capsys.readouterr().err
    assert "xlsx är inte granskad" in told
    assert len(told.splitlines()) == 2
    assert harmless(told)


def test_what_entities_stand_for_is_not_obeyed_either(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "brev.html"
    letter.write_text("<p>Du har erhållit &#27;[2J&#x202e; ett&#7; bidrag enligt beslut.</p>", encoding="utf-8")
    assert run(["check", str(letter), "--details"]) == 1
    printed = capsys.readouterr()
    assert "erhållit" in printed.out
    assert harmless(printed.out + printed.err)


def test_a_crash_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def crash(arguments: list[str]) -> int:
        raise UnicodeError

    monkeypatch.setattr(cli, "run", crash)
    monkeypatch.setattr(sys, "argv", ["klarsprak", "check", "x"])
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.setattr(sys, "stderr", sys.__stderr__)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
