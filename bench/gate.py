"""How long a warm gate takes to decide a letter: claimed, read, checked, written down, passed on or held."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event

from klarsprak.gate import attachments
from klarsprak.gate.examine import Examiner
from klarsprak.gate.folder.claims import Folders
from klarsprak.gate.folder.gate import Gate

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
AIM = 0.2
"""Seconds."""


def main() -> None:
    """Print the median, the slowest letter, and how many take longer than the aim, on the disk at hand.

    On a machine that has other work too, the processor's time tells more.
    """
    examiner = Examiner(None, LETTERS)
    attachments.warm(examiner.warm())
    with TemporaryDirectory() as name:
        folders = Folders(*(Path(name) / each for each in ("in", "pass", "hold")))
        for folder in (folders.incoming, folders.passed, folders.held):
            folder.mkdir()
        for path in LETTERS.iterdir():
            if path.suffix != ".yml":
                copy(path, folders.incoming)
        told: list[tuple[str, float, float]] = []
        gate = Gate(folders, examiner.examine, lambda line: told.append((line, *_clocks())), settle=0.1)
        gate.run(Event(), watch=False)
    wall = sorted((after[1] - before[1], after[0].split(":")[0]) for before, after in pairwise(told))
    processor = sorted(after[2] - before[2] for before, after in pairwise(told))
    slow = sum(seconds > AIM for seconds, _ in wall)
    middle = median(seconds for seconds, _ in wall)
    print(f"{len(told)} letters: median {middle:.3f} s, slowest {wall[-1][0]:.3f} s ({wall[-1][1]}); aim {AIM} s")
    print(f"{slow} took longer; of the processor, median {median(processor):.3f} s, at most {processor[-1]:.3f} s")


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


if __name__ == "__main__":
    main()
