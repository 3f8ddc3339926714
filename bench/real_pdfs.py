"""Compares the PDF reader with poppler's ``pdftotext`` on a folder of PDFs: ``python bench/real_pdfs.py FOLDER``.

For each file: the part of poppler's words that the reader has too (running headers counted once, hyphens left out),
the part of the reader's words that poppler lacks, the part of the common words that both have in the same order, and
pages a second beside those of pdfminer's own ``extract_text``.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

from pdfminer.high_level import extract_text
from rich.console import Console
from rich.table import Table

from klarsprak.letter import ReadError
from klarsprak.readers import pdf

T = TypeVar("T")
EDGE_LINES = 15
"""Lines at the top and bottom of a page among which poppler's running headers and footers are looked for."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    table = Table(
        "file", "pages", "words", "read %", "extra %", "in order %", "pages/s", "pdfminer", "notes or error"
    )
    for path in sorted(parser.parse_args().folder.glob("*.pdf")):
        table.add_row(*_row(path))
    Console(width=200).print(table)
    return 0


def _row(path: Path) -> list[str]:
    data = path.read_bytes()
    pages = _poppler(data)
    try:
        letter, seconds = _timed(lambda: pdf.read(data, path.name))
    except ReadError as error:
        return [path.name, str(len(pages)), *[""] * 6, error.reason]
    _, theirs_seconds = _timed(lambda: extract_text(io.BytesIO(data)))
    ours = _words("\n".join(block.text for block in letter.blocks))
    theirs = _words("\n".join(_without_running(pages)))
    common = (Counter(ours) & Counter(theirs)).total()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    shares = (common / max(len(theirs), 1), 1 - common / max(len(ours), 1), in_order / max(common, 1))
    speeds = (len(pages) / seconds, len(pages) / theirs_seconds)
    return [
        path.name,
        str(len(pages)),
        str(len(theirs)),
        *(f"{100 * share:.1f}" for share in shares),
        *(f"{speed:.0f}" for speed in speeds),
        " ".join(letter.notes),
    ]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    work()  # imports and caches
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def _poppler(data: bytes) -> list[str]:
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").split("\f")[:-1]


def _without_running(pages: list[str]) -> list[str]:
    """The pages' text less the lines at their edges that an earlier page has had, digits aside."""
    seen: set[str] = set()
    kept = []
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        keys = [re.sub(r"\d+", "#", line.strip()) for line in lines]
        edge = {*range(EDGE_LINES), *range(len(lines) - EDGE_LINES, len(lines))}
        kept.append("\n".join(line for n, line in enumerate(lines) if not (n in edge and keys[n] in seen)))
        seen |= {key for n, key in enumerate(keys) if n in edge}
    return kept


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text.translate(_LIGATURES)).replace("\u00ad", "-")
    return re.findall(r"\w+", re.sub(r"[-\u2010\u2011]\n?", "", plain))


if __name__ == "__main__":
    sys.exit(main())
