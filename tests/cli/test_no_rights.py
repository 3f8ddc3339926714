"""Files and folders that the user may not read: one Swedish line each, and the rest is checked all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt" or (os.getuid() == 0 and not shutil.which("setpriv")), reason="needs a user without all rights"
)
NO_RIGHTS = "du har inte rätt att läsa eller skriva den"


def klarsprak(*arguments: str) -> tuple[int, str]:
    """The exit code and standard error; root runs it without the right to read everything."""
    dropped = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    done = subprocess.run(
        [*dropped, sys.executable, "-m", "klarsprak", *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    Path("låst").mkdir()
    Path("låst/brev.txt").write_text("Hej.\n", encoding="utf-8")
    Path("låst").chmod(0)
    for name in ("eget.yml", "låst.docx", "låst.sqlite", "lista.txt"):
        Path(name).touch(mode=0)
    yield
    Path("låst").chmod(0o700)


def test_a_folder_that_may_not_be_opened_is_one_line() -> None:
    assert klarsprak("check", "låst") == (2, f"klarsprak: låst: Mappen går inte att öppna ({NO_RIGHTS}).\n")


def test_a_letter_in_a_folder_that_may_not_be_opened_is_one_line() -> None:
    code, said = klarsprak("check", "låst/brev.txt")
    assert code == 2
    assert said.startswith("klarsprak: låst/brev.txt: Du får inte läsa filen.")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("rules list --config eget.yml", f"eget.yml: filen går inte att läsa ({NO_RIGHTS})."),
        ("rules test eget.yml", f"eget.yml: filen går inte att läsa ({NO_RIGHTS})."),
        ("laws list --register eget.yml", f"eget.yml: lagregistret går inte att läsa ({NO_RIGHTS})."),
        ("fix låst.docx", "låst.docx: Du får inte läsa filen."),
        ("annotate låst.docx", "låst.docx: Du får inte läsa filen."),
        ("audit status låst.sqlite", "låst.sqlite: liggaren går inte att öppna."),
        ("audit run --files-from lista.txt", f"lista.txt: listan går inte att läsa ({NO_RIGHTS})."),
        ("check låst.docx -o låst/svar.html", f"låst/svar.html: {NO_RIGHTS}."),
        ("fix låst/brev.txt", "låst/brev.txt: Du får inte läsa filen."),
        ("annotate låst/brev.docx", f"låst/brev.docx: {NO_RIGHTS}."),
        ("init låst/mapp", f"låst/mapp: {NO_RIGHTS}."),
        ("audit status låst/a.sqlite", f"låst/a.sqlite: {NO_RIGHTS}."),
        ("laws import låst/mapp", f"låst/mapp: {NO_RIGHTS}."),
        ("gate --in låst/a --pass b --hold c", f"låst/a: {NO_RIGHTS}."),
    ],
)
def test_a_file_that_may_not_be_read_or_written_is_named(command: str, says: str) -> None:
    code, said = klarsprak(*command.split())
    assert code == 2
    assert said.startswith(f"klarsprak: {says}")
    assert len(said.splitlines()) == 1


def test_a_source_that_may_not_be_opened_does_not_hinder_an_audit_of_the_others() -> None:
    Path("brev.txt").write_text("Hej.\n", encoding="utf-8")
    assert klarsprak("audit", "run", "låst", "brev.txt", "--jobs", "1")[0] == 0
    assert klarsprak("audit", "status", "audit.sqlite") == (0, "")
