"""How many letters a second the docx reader reads: ``python -m bench.docx_speed FILE…``.

The files are read from bytes in turn, on one core, each as often as the others.  python-docx opens the same bytes and
joins ``Document.paragraphs`` in the same run, alternating with the reader so that both see the same machine.  The
time is the process's own, as other programs may run beside it.  One-page letters give the number that the project
promises: 1,000 a second or more.  The reader keeps the last eight style sheets that it has seen, which letters from
one template share; ``--fresh`` shows its rate without that.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document

from klarsprak.readers import docx
from klarsprak.readers.docx import document

PROMISED = 1000.0
"""Letters a second."""


def main() -> int:
    """Prints the rate of each reader and their ratio; exit code 1 below what is promised."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--fresh", action="store_true", help="forget the style sheets before each letter")
    options = parser.parse_args()
    letters = [path.read_bytes() for path in options.files]
    ours, theirs = measure(letters, options.rounds, fresh=options.fresh)
    size = sum(map(len, letters)) // len(letters)
    print(f"klarsprak    {ours:8.0f} letters/s  ({len(letters)} files, {size} bytes each)")
    print(f"python-docx  {theirs:8.0f} letters/s  (paragraphs only)")
    print(f"ratio        {ours / theirs:8.1f}")
    return 0 if ours >= PROMISED else 1


def measure(letters: list[bytes], rounds: int, fresh: bool = False) -> tuple[float, float]:
    """Letters a second of the reader and of python-docx: the median over the rounds."""
    samples: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for found, read in zip(samples, (_ours_fresh if fresh else _ours, _theirs), strict=True):
            rate = _rate(letters, read)
            if number:  # the first round warms up
                found.append(rate)
    return statistics.median(samples[0]), statistics.median(samples[1])


def _rate(letters: list[bytes], read: Callable[[bytes], object]) -> float:
    start = time.process_time()
    for data in letters:
        read(data)
    return len(letters) / (time.process_time() - start)


def _ours(data: bytes) -> object:
    return docx.read(data, "letter.docx")


def _ours_fresh(data: bytes) -> object:
    document.read_style_sheet.cache_clear()
    return _ours(data)


def _theirs(data: bytes) -> object:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


if __name__ == "__main__":
    sys.exit(main())
