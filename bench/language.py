"""Words per second of the language pipeline on one core, for each thing that rules may need.

``python bench/language.py [TEXT-FILE ...]`` (default: the text letters of ``corpora/letters``)
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import time
from pathlib import Path

LETTERS = Path(__file__).parent.parent / "corpora" / "letters"
NEEDS = {"forms only": 0, "morphology, lemmas": 1, "morphology, parse": 3, "everything": 7}


def _blocks(paths: list[Path]) -> list[str]:
    from klarsprak.letter import Letter
    from klarsprak.readers import read_file

    letters = [letter for path in paths for letter in read_file(path) if isinstance(letter, Letter)]
    return [block.text for letter in letters for block in letter.blocks if block.text]


def _rate(texts: list[str], need: int) -> float:
    """Words a second; the best of three runs over the texts."""
    from klarsprak.language.pipeline import Need, analyse

    words = sum(len(text.split()) for text in texts)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        for _doc in analyse(texts, Need(need)):
            pass
        times.append(time.perf_counter() - began)
    return words / min(times)


def _bare_rate(texts: list[str]) -> float:
    """Words a second of the same weights run by spaCy itself."""
    from klarsprak.language.pipeline import load

    words = sum(len(text.split()) for text in texts)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        for _doc in load().pipe(texts):
            pass
        times.append(time.perf_counter() - began)
    return words / min(times)


def main() -> None:
    """Print loading time, words a second for each need, and the ratio to the bare pipeline."""
    parser = argparse.ArgumentParser(description="Words per second of the language pipeline.")
    parser.add_argument("paths", type=Path, nargs="*", default=sorted(LETTERS.glob("*.txt")))
    texts = _blocks(parser.parse_args().paths)
    began = time.perf_counter()
    import spacy  # noqa: F401

    imported = time.perf_counter()
    from klarsprak.language.pipeline import load

    load()
    loaded = time.perf_counter()
    print(f"import spacy {imported - began:.2f} s, load {loaded - imported:.2f} s")
    texts = texts * max(1, 20_000 // max(1, sum(len(text.split()) for text in texts)))
    for name, need in NEEDS.items():
        print(f"{name:20} {_rate(texts, need):10,.0f} words/s")
    bare, full = _bare_rate(texts), _rate(texts, 7)
    print(f"{'bare spaCy pipeline':20} {bare:10,.0f} words/s; everything runs at {full / bare:.2f} times that")


if __name__ == "__main__":
    main()
