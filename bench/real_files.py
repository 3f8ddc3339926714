"""Compares the docx reader with LibreOffice on a folder of Word documents: ``python -m bench.real_files FOLDER``.

For each file, of the words that LibreOffice's text export shows for the body: the share that the reader has too, in
the same order; the words that the reader has and LibreOffice has not; the words that it has more often than
LibreOffice, that is, read twice.  Then the words of text boxes (the export leaves them out; they are counted in the
XML instead, one branch of each alternative), headers and footers.

What the two show differently on purpose is put right before they are compared, and nothing else:

- LibreOffice gets a copy without tracked deletions, which its export prints;
- without references to notes, whose numbers it prints stuck to the word before;
- with floating tables set in the text, for it leaves out what floats;
- numbers, letters and bullets at the start of a line or cell are dropped on both sides, as it prints those of lists;
- both sides are brought to NFC and cut into words (letters and digits in a row).

Exit code 1 where a file crashes, is refused, falls below 99.5 % or has a word twice.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

from lxml import etree
from rich.console import Console
from rich.table import Table

from klarsprak.letter import Letter, ReadError, Role
from klarsprak.readers import docx

ENOUGH = 0.995
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {"w": _W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_DIFFERENT = " | ".join(
    ("//w:del", "//w:moveFrom", "//w:footnoteReference", "//w:endnoteReference", "//w:commentReference", "//w:tblpPr")
)
_BODY = {Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.TABLE_CELL}
_LABEL = re.compile(r"(?:^|(?<=\t)) *(?:(?:\d+\.)*\d+[.)]?|\w[.)]|\w\.\d+|[^\w\s]) ", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")


@dataclass
class Result:
    """What came of one file; ``error`` is empty where it was read."""

    name: str
    words: int = 0
    lost: int = 0
    extra: int = 0
    twice: int = 0
    boxes: str = ""
    margins: int = 0
    error: str = ""
    differences: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share of LibreOffice's words that the reader has in the same order."""
        return 1 - self.lost / self.words if self.words else 1.0

    @property
    def is_good(self) -> bool:
        """Whether nothing is missing or there twice."""
        return not self.error and self.share >= ENOUGH and not self.twice


def main() -> int:
    """Prints the table, and with ``--verbose`` every difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="show each difference under the table")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as folder:
        exports = export(paths, Path(folder))
        results = [compare(path, exports.get(path.stem)) for path in paths]
    console = Console(width=140)
    console.print(_table(results))
    for result in results if options.verbose else ():
        for difference in result.differences:
            console.print(result.name, difference, markup=False)
    return 0 if all(result.is_good for result in results) else 1


def export(paths: list[Path], folder: Path) -> dict[str, str]:
    """LibreOffice's text of each document, by stem; one that it can't open is not there."""
    (folder / "in").mkdir()
    for path in paths:
        (folder / "in" / path.name).write_bytes(prepared(path.read_bytes()))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder / "out")]
    copies = [str(folder / "in" / path.name) for path in paths]
    subprocess.run([*command, *copies], check=True, capture_output=True, timeout=1800)
    return {path.stem: path.read_text("utf-8-sig") for path in (folder / "out").glob("*.txt")}


def prepared(data: bytes) -> bytes:
    """A copy of a document without what LibreOffice's export shows in another way."""
    copy = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, _without_differences(content) if info.filename == "word/document.xml" else content)
    return copy.getvalue()


def _without_differences(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for element in root.xpath(_DIFFERENT, namespaces=_NAMES):
        element.getparent().remove(element)
    return etree.tostring(root)


def compare(path: Path, theirs: str | None) -> Result:
    """Reads a document and sets it beside LibreOffice's text of it."""
    data = path.read_bytes()
    try:
        letter = docx.read(data, path.name)
    except ReadError as error:
        return Result(path.name, error=error.reason)
    except Exception as error:  # the table must say so, and the other files still count
        return Result(path.name, error=f"crash: {error!r}")
    if theirs is None:
        return Result(path.name, error="LibreOffice gave no text")
    left, right = words(theirs), words("\n".join(_texts(letter, _BODY)))
    changes = [
        code for code in SequenceMatcher(None, left, right, autojunk=False).get_opcodes() if code[0] != "equal"
    ]
    return Result(
        path.name,
        words=len(left),
        lost=sum(end - start for _, start, end, _, _ in changes),
        extra=sum(end - start for *_, start, end in changes),
        twice=_twice(left, right),
        boxes=_boxes(letter, data),
        margins=len(words("\n".join(_texts(letter, {Role.HEADER, Role.FOOTER})))),
        differences=tuple(f"{' '.join(left[a:b])!r} -> {' '.join(right[c:d])!r}" for _, a, b, c, d in changes),
    )


def words(text: str) -> list[str]:
    """The words of a text in NFC, without the labels of list items."""
    return _WORD.findall(_LABEL.sub("", unicodedata.normalize("NFC", text)))


def _texts(letter: Letter, roles: set[Role]) -> list[str]:
    return [block.text for block in letter.blocks if block.role in roles]


def _twice(theirs: list[str], ours: list[str]) -> int:
    """How many words of LibreOffice's the reader has more often than it; words that it lacks can't be twice."""
    known = Counter(theirs)
    return sum(more for word, more in (Counter(ours) - known).items() if word in known)


def _boxes(letter: Letter, data: bytes) -> str:
    """The words read in text boxes, of those in the XML."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    read = words("\n".join(_texts(letter, {Role.TEXT_BOX})))
    there = words(
        "\n".join("".join(map(_shown, paragraph.iter(f"{{{_W}}}t"))) for paragraph in _box_paragraphs(root))
    )
    return f"{len(read)}/{len(there)}"


def _box_paragraphs(root: etree._Element) -> list[etree._Element]:
    return root.xpath("//w:txbxContent[not(ancestor::mc:Fallback)]//w:p[not(.//w:p)]", namespaces=_NAMES)


def _shown(text: etree._Element) -> str:
    return "" if next(text.iterancestors(f"{{{_W}}}del"), None) is not None else text.text or ""


def _table(results: list[Result]) -> Table:
    table = Table("file", "words", "in order %", "extra", "twice", "boxes", "header+footer", "error")
    for item in results:
        shares = (str(item.words), f"{100 * item.share:.2f}", str(item.extra), str(item.twice))
        table.add_row(item.name, *shares, item.boxes, str(item.margins), item.error)
    total, lost = sum(item.words for item in results), sum(item.lost for item in results)
    share = f"{100 * (1 - lost / max(total, 1)):.3f}"
    extra, twice = sum(item.extra for item in results), sum(item.twice for item in results)
    crashes = sum(1 for item in results if item.error)
    table.add_row(f"{len(results)} files", str(total), share, str(extra), str(twice), "", "", f"{crashes} failed")
    return table


if __name__ == "__main__":
    sys.exit(main())
