"""LibreOffice opens what we write, and sees the same in it; left out where it isn't installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.fixes import fixes
from klarsprak.editing.word.changes import change
from klarsprak.editing.word.comments import annotate
from klarsprak.finding import Finding, Level
from klarsprak.letter import Role
from klarsprak.readers import docx
from klarsprak.readers.docx.text import clean
from tests.editing.conftest import WHEN, corpora

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PYTHON = "/usr/bin/python3"
"""Debian's own, for which its package python3-uno is."""


def has_uno() -> bool:
    return Path(PYTHON).exists() and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_uno = pytest.mark.skipif(not has_uno(), reason="python3-uno is not installed")


@needs_office
def test_libreoffice_sees_every_comment_at_its_words(shipped: Checker, tmp_path: Path) -> None:
    wanted = {}
    for path in corpora():
        data = path.read_bytes()
        report = shipped.check(docx.read(data, path.name))
        (tmp_path / path.name).write_bytes(annotate(data, report, WHEN, Level.INFO))
        wanted[path.stem] = sorted(
            (first_paragraph(finding), words_for_libreoffice(finding)) for finding in report.findings if finding.place
        )
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "fodt", "--outdir", tmp_path, *tmp_path.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
    )
    for name, comments in wanted.items():
        found = list(comments_of(etree.parse(tmp_path / f"{name}.fodt").getroot()))
        summary = [says for says, _ in found if says.startswith("Granskat med klarsprak.")]
        assert len(summary) == 1, name
        assert sorted(pair for pair in found if not pair[0].startswith("Granskat")) == comments, name


PLACES = (Role.TEXT_BOX, Role.HEADER, Role.FOOTER)
"""Where no comment can stand; it stands in the body and says where its words are."""


def first_paragraph(finding: Finding) -> str:
    return f"{finding.level.label}: {finding.message}"


def words_for_libreoffice(finding: Finding) -> str:
    """Within a merge field LibreOffice knows only the point after it."""
    elsewhere = finding.place is not None and finding.place.role in PLACES
    return "" if elsewhere or finding.text.startswith("«") else finding.text


def comments_of(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The first paragraph of each comment, and the words that it stands at."""
    open_: dict[str, list[str]] = {}
    says: dict[str, str] = {}
    for action, element in etree.iterwalk(root, events=("start", "end")):
        inside = next(element.iterancestors(OFFICE + "annotation"), None) is not None
        name = element.get(OFFICE + "name") or str(id(element))
        if element.tag == OFFICE + "annotation" and action == "start":
            open_[name] = []
            says[name] = "".join(element.find(TEXT + "p").itertext())
        elif element.tag == OFFICE + "annotation-end" and action == "start":
            yield says.pop(name), " ".join(clean(normalize("NFC", "".join(open_.pop(name)))).split())
        if inside:
            continue
        text = element.text if action == "start" and element.tag != OFFICE + "annotation" else None
        text = element.tail if action == "end" else text
        space = " " if action == "start" and element.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break") else ""
        for words in open_.values():
            words.append(space + (text or ""))
    yield from ((text, "") for text in says.values())


@needs_office
@needs_uno
def test_libreoffice_accepts_and_rejects_to_what_we_expect(shipped: Checker, tmp_path: Path) -> None:
    files: list[str] = []
    for path in corpora():
        data = path.read_bytes()
        found = fixes(shipped.check(docx.read(data, path.name)))
        variants = {
            "old": data,
            "tracked": change(data, found, WHEN)[0],
            "written": change(data, found, WHEN, tracked=False)[0],
        }
        for name, content in variants.items():
            files.append(str(tmp_path / f"{path.stem}.{name}.docx"))
            Path(files[-1]).write_bytes(content)
    script = Path(__file__).with_name("office_run.py")
    run = subprocess.run([PYTHON, script, *files], check=True, capture_output=True, text=True)
    seen = dict(zip(files, json.loads(run.stdout), strict=True))
    for path in corpora():
        old, tracked, written = (
            seen[str(tmp_path / f"{path.stem}.{name}.docx")] for name in ("old", "tracked", "written")
        )
        assert tracked["Reject"] == old["Reject"], path.stem
        assert tracked["Accept"] == written["Accept"], path.stem
