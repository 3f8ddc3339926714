"""Compares the PDF reader with poppler's ``pdftotext`` on a folder of PDFs: ``python bench/real_pdfs.py FOLDER``.

For each file: the part of poppler's words that the reader has too (running headers counted once, hyphens left out),
the part of the reader's words that poppler lacks, the part of the common words that both have in the same order, and
pages a second beside those of pdfminer's own ``extract_text``.

Where pypdfium2 is installed (``pip install pypdfium2``) a second table tells whether its glyphs would do instead of
pdfminer's: milliseconds for a letter, for drawing its glyphs as now, and for pypdfium2 to give as many characters
with box and origin; the most that the swap could win; and the part of our glyphs, blanks aside, that it has at the
same place and with the same box.  So measured it was left aside: letters would be read a seventh faster at most, as
the time goes into the calls for each character, and on most pages not a box is the same.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from pdfminer.high_level import extract_text
from rich.console import Console
from rich.table import Table

from klarsprak.letter import ReadError
from klarsprak.readers import pdf
from klarsprak.readers.pdf.document import draw_pages
from klarsprak.readers.pdf.page import DrawnPage

T = TypeVar("T")
Char = tuple[int, str, float, tuple[float, float, float, float]]
"""Page, sign, baseline and box."""
EDGE_LINES = 15
"""Lines at the top and bottom of a page among which poppler's running headers and footers are looked for."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    paths = sorted(parser.parse_args().folder.glob("*.pdf"))
    table = Table(
        "file", "pages", "words", "read %", "extra %", "in order %", "pages/s", "pdfminer", "notes or error"
    )
    for path in paths:
        table.add_row(*_row(path))
    Console(width=200).print(table)
    if find_spec("pypdfium2") is not None:
        swap = Table("file", "read ms", "drawn ms", "pypdfium2 ms", "win ×", "same place %", "same box %")
        for path in paths:
            swap.add_row(*_swap_row(path))
        Console(width=200).print(swap)
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
    """The result and the seconds, the best of five."""
    result, best = work(), float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return result, best


def _swap_row(path: Path) -> list[str]:
    data = path.read_bytes()
    try:
        _, read = _timed(lambda: pdf.read(data, path.name))
    except ReadError:
        return [path.name]
    (pages, _), drawn = _timed(lambda: draw_pages(data))
    chars, theirs = _timed(lambda: _pdfium(data))
    shares = _alike(pages, chars)
    times = (f"{1000 * seconds:.1f}" for seconds in (read, drawn, theirs))
    return [path.name, *times, f"{read / (read - drawn + theirs):.2f}", *(f"{100 * share:.1f}" for share in shares)]


def _pdfium(data: bytes) -> list[Char]:
    """What pypdfium2 gives of each character, in as few calls as there are."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_ref, x_ref, y_ref = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    chars: list[Char] = []
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            sign = chr(raw.FPDFText_GetUnicode(text, index))
            raw.FPDFText_GetTextObject(text, index)  # as the font and the operator would be asked of it
            raw.FPDFText_GetCharOrigin(text, index, x_ref, y_ref)
            if raw.FPDFText_GetLooseCharBox(text, index, box_ref):
                chars.append((number, sign, y.value, (box.left, box.bottom, box.right, box.top)))
        text.close()
        page.close()
    document.close()
    return chars


def _alike(pages: list[DrawnPage], chars: list[Char]) -> tuple[float, float]:
    """The parts of the glyphs that are at the same place, to half a point, and have the same box, to a tenth."""
    by_sign: dict[tuple[int, str], list[Char]] = defaultdict(list)
    for char in chars:
        by_sign[char[:2]].append(char)
    placed = boxed = 0
    glyphs = [(page.number, glyph) for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    for number, glyph in glyphs:
        near = [
            box
            for _, _, base, box in by_sign[number, glyph.text]
            if abs(box[0] - glyph.x0) < 0.5 and abs(base - glyph.base) < 0.5
        ]
        placed += bool(near)
        boxed += any(all(abs(a - b) < 0.1 for a, b in zip(box, glyph[1:5], strict=True)) for box in near)
    return placed / max(len(glyphs), 1), boxed / max(len(glyphs), 1)


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
