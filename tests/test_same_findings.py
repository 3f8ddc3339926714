"""The same letter gets the same findings, however Python, the machine and the processes that check are set up."""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LETTERS = ("beslut-fardtjanst.docx", "beslut-bygglov.docx")
TEXT = """\
2026-03-02

INFORMATION OM DIN ANSÖKAN

Hej! Vi har erhållit din ansökan enligt 9 kap. 31 b § plan- och bygglagen (2010:900), m.m. Sökanden/byggherren ska
inkomma med ett yttrande senast den 3 april 2026 kl. 23:30. IT-ENHETEN i ISTANBUL och Iğdır har informerats. Detta kan
bli aktuellt.

Med vänlig hälsning

Kim Ek
Handläggare, Stadsbyggnadskontoret
Box 1, 123 45 Ekvalla
"""
_AUDIT = """
import sqlite3, sys
from klarsprak import cli
if __name__ == "__main__":  # workers start from this file too
    jobs = sys.argv[1]
    ledger = f"liggare-{jobs}.db"
    cli.run(["audit", "run", "brev", "--ledger", ledger, "--jobs", jobs])
    for row in sqlite3.connect(ledger).execute(
        "SELECT hex(hash), part, rule.name, rule.level, block, start, end, letter.metrics, letter.types FROM finding"
        " JOIN rule ON rule.id = rule JOIN letter ON letter.id = letter JOIN content ON content.id = content"
        " ORDER BY hash, part, finding.rowid"
    ):
        print("found", *row)
"""


def _there(*names: str) -> str:
    """The first of these locales that the system has."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in names:
            with suppress(locale.Error):
                return locale.setlocale(locale.LC_ALL, name)
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return "C"


def _turkish(folder: Path) -> dict[str, str]:
    """What makes a program speak Turkish, where *I* is no capital of *i*; else what other language there is.

    A system that has it as a source alone makes it in the folder.
    """
    there = _there("tr_TR.UTF-8", "tr_TR.utf8")
    made = folder / "tr_TR.UTF-8"
    if there == "C" and (localedef := shutil.which("localedef")):
        subprocess.run([localedef, "-i", "tr_TR", "-f", "UTF-8", made], capture_output=True, check=False)
    if made.exists():
        return {"LC_ALL": made.name, "LOCPATH": str(folder)}
    return {"LC_ALL": there if there != "C" else _there("sv_SE.UTF-8", "sv_SE.utf8", "C.UTF-8")}


def _threads(count: int) -> dict[str, str]:
    return dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), str(count))


PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", **_threads(1)}
OTHERWISE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX",
    **_threads(4),
}
"""On the other side of the earth, with no more instructions than an older processor has."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "brev").mkdir()
    for name in LETTERS:
        (folder / "brev" / name).write_bytes((ROOT / "corpora" / "letters" / name).read_bytes())
    (folder / "brev" / "brev.txt").write_text(TEXT, encoding="utf-8")
    (folder / "audit.py").write_text(_AUDIT, encoding="utf-8")
    return folder


def _said(archive: Path, environment: dict[str, str], *command: str, python: str = sys.executable) -> list[str]:
    """What a script says that it has found in such an environment."""
    done = subprocess.run(
        [python, *command],
        cwd=archive,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [line for line in done.stdout.decode().splitlines() if line.startswith("found")]


@pytest.fixture(scope="module")
def found(archive: Path) -> list[str]:
    """What is found by this Python in one process."""
    return _said(archive, PLAIN, "audit.py", "1")


def test_the_same_is_found_in_one_process_and_in_two_that_are_set_up_otherwise(
    archive: Path, found: list[str], tmp_path: Path
) -> None:
    assert len(found) > 10
    assert _said(archive, OTHERWISE | _turkish(tmp_path), "-O", "audit.py", "2") == found


def _other_python(minor: int) -> str | None:
    """A Python of that version with all that the program needs: ``PYTHON314`` in the environment, or on the path."""
    python = os.environ.get(f"PYTHON3{minor}") or shutil.which(f"python3.{minor}")
    if python is None:
        return None
    needed = "import filelock, jinja2, lxml, pdfminer, phonenumbers, pydantic, pypdf, rich, spacy, typer"
    done = subprocess.run([python, "-c", needed], capture_output=True, check=False)
    return python if done.returncode == 0 else None


@pytest.mark.parametrize("minor", [minor for minor in range(11, 15) if minor != sys.version_info.minor])
def test_the_same_is_found_by_another_python(archive: Path, found: list[str], minor: int) -> None:
    python = _other_python(minor)
    if python is None:
        pytest.skip(f"no Python 3.{minor} with what the program needs")
    (archive / f"liggare-{minor}").mkdir(exist_ok=True)
    shutil.copytree(archive / "brev", archive / f"liggare-{minor}" / "brev", dirs_exist_ok=True)
    assert _said(archive / f"liggare-{minor}", PLAIN, str(archive / "audit.py"), "1", python=python) == found
