"""LibreOffice sees in an .odt what we see and what we write; left out where it isn't installed.

The letters are our own from Word, which LibreOffice itself has saved as .odt.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.fixes import fixes
from klarsprak.editing.odt.changes import change
from klarsprak.editing.odt.comments import annotate
from klarsprak.finding import Finding, Level, Report
from klarsprak.letter import Role
from klarsprak.readers import docx, odt
from klarsprak.readers.docx.text import clean
from tests.editing.conftest import CORPORA, WHEN
from tests.editing.word.test_office import PLACES, PYTHON, comments_of, first_paragraph, has_uno, needs_office

pytestmark = needs_office
needs_uno = pytest.mark.skipif(not has_uno(), reason="python3-uno is not installed")
NAMES = (
    *("aterkrav-bistand", "avslag-ledsagarservice", "beslut-bygglov", "beslut-fardtjanst", "hemvardsbidrag"),
    *("komplettering-servering", "sfi-plats", "strandskydd-2007", "tillsyn-forskola", "torgplats"),
)
"""Letters with tables, text boxes, content controls, merge fields, footnotes, tracked changes, soft hyphens."""


class Letters:
    """The letters as .odt, and what we make of them."""

    def __init__(self, folder: Path, checker: Checker) -> None:
        self.folder = folder
        convert("odt", folder, [CORPORA / f"{name}.docx" for name in NAMES])
        self.reports = {}
        for name in NAMES:
            data = self.path(name).read_bytes()
            self.reports[name] = report = checker.check(odt.read(data, name))
            found = fixes(report)
            self.path(name, "tracked").write_bytes(change(data, found, WHEN)[0])
            self.path(name, "written").write_bytes(change(data, found, WHEN, tracked=False)[0])
            self.path(name, "annotated").write_bytes(annotate(data, report, WHEN, Level.INFO))

    def path(self, name: str, variant: str = "") -> Path:
        return self.folder / f"{name}{variant and '.'}{variant}.odt"


def convert(kind: str, folder: Path, files: Iterable[Path]) -> None:
    """Have LibreOffice save the files in another format."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory, shipped: Checker) -> Letters:
    return Letters(tmp_path_factory.mktemp("odt"), shipped)


@pytest.fixture(scope="module")
def seen(letters: Letters) -> dict[str, dict[str, list[str]]]:
    """What LibreOffice sees in each file, with all changes accepted and with all rejected."""
    files = [str(letters.path(name, variant)) for name in NAMES for variant in ("", "tracked", "written")]
    script = Path(__file__).parents[1] / "word" / "office_run.py"
    run = subprocess.run([PYTHON, script, *files], check=True, capture_output=True, text=True)
    return {Path(file).name: found for file, found in zip(files, json.loads(run.stdout), strict=True)}


@needs_uno
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_the_same_words(name: str, letters: Letters, seen: dict[str, dict[str, list[str]]]) -> None:
    ours = odt.read(letters.path(name).read_bytes(), name).blocks
    assert as_lines(seen[f"{name}.odt"]["Accept"]) == as_lines(block.text for block in ours)


def as_lines(texts: Iterable[str]) -> set[str]:
    """The lines that aren't empty.

    LibreOffice shows footnotes' and pages' numbers, and a header once for each kind of page.
    """
    lines = (line for text in texts for line in clean(normalize("NFC", text)).split("\n"))
    return {re.sub(r"\d", "", line).strip() for line in lines} - {""}


@needs_uno
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_rejects_to_the_letter_and_accepts_to_the_mended_one(
    name: str, seen: dict[str, dict[str, list[str]]]
) -> None:
    old, tracked, written = (seen[f"{name}{variant}.odt"] for variant in ("", ".tracked", ".written"))
    assert tracked["Reject"] == old["Reject"]
    assert tracked["Accept"] == written["Accept"]


def test_libreoffice_sees_every_comment_at_its_words(letters: Letters) -> None:
    convert("fodt", letters.folder, [letters.path(name, "annotated") for name in NAMES])
    for name, report in letters.reports.items():
        root = etree.parse(letters.folder / f"{name}.annotated.fodt").getroot()
        found = sorted(comments_of(root))
        summaries = [pair for pair in found if pair[0].startswith("Granskat med klarsprak")]
        assert summaries, name
        assert [pair for pair in found if pair not in summaries] == wanted_comments(report), name


def wanted_comments(report: Report) -> list[tuple[str, str]]:
    """What each finding's comment says first, and the words that it stands at."""
    return sorted((first_paragraph(finding), at_words(finding)) for finding in report.findings if finding.place)


def at_words(finding: Finding) -> str:
    """Nothing where no comment can stand."""
    is_elsewhere = finding.place is not None and finding.place.role in (*PLACES, Role.FOOTNOTE)
    return "" if is_elsewhere else finding.text


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_those_of_the_letter_from_word(name: str, letters: Letters, shipped: Checker) -> None:
    path = CORPORA / f"{name}.docx"
    wanted = shipped.check(docx.read(path.read_bytes(), name)).findings
    found = letters.reports[name].findings
    assert [(finding.rule, finding.text) for finding in found] == [(item.rule, item.text) for item in wanted]
