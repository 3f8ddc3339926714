"""References to law: milliseconds a letter over corpora/, and seconds for a million words of statutes.

The statutes are ``sfs-paragraphs.txt.gz``, one paragraph a line, in the folder that the command line names.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from bench.analysed import analysed
from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.laws import find_references, load_register
from klarsprak.letter import Letter

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
STATUTES = "sfs-paragraphs.txt.gz"
ROUNDS = 20
MILLION = 1_000_000
BATCH = 1000


def letters() -> None:
    """Print what the rules of the kind ``legal`` take on the letters; the best of several rounds."""
    checker = Checker()
    kind = next(kind for kind in checker.kinds if kind.rules[0].kind == "legal")
    paths = [path for path in sorted(LETTERS.iterdir()) if path.suffix != ".yml"]
    read = [letter for path in paths for letter in readers.read_file(path) if isinstance(letter, Letter)]
    analyses = [analysed(letter, checker.need) for letter in read]
    best = min(_seconds(lambda: [list(kind.find(analysis)) for analysis in analyses]) for _ in range(ROUNDS))
    print(f"references in {len(read)} letters: {best / len(read) * 1000:.2f} ms a letter (aim 0.30)")


def statutes(path: Path) -> None:
    """Print what finding the references of a million words takes."""
    register = load_register(None)
    words = references = 0
    seconds = 0.0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        while words < MILLION and (paragraphs := list(islice(file, BATCH))):
            words += sum(len(paragraph.split()) for paragraph in paragraphs)
            start = time.process_time()
            references += sum(len(find_references(paragraph, register)) for paragraph in paragraphs)
            seconds += time.process_time() - start
    rate = seconds * MILLION / words
    print(f"{references} references in {words} words of statutes: {rate:.1f} s a million words (aim 20)")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    letters()
    for folder in sys.argv[1:]:
        if (Path(folder) / STATUTES).exists():
            statutes(Path(folder) / STATUTES)
