"""Words per second of the language pipeline on one core, for each thing that rules may need.

``python bench/language.py [TEXT-FILE ...]`` (default: the text letters of ``corpora/letters``)
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

LETTERS = Path(__file__).parent.parent / "corpora" / "letters"
NEEDS = {"forms only": 0, "morphology": 1}
PARSED = "morphology, trees"


def _blocks(paths: list[Path]) -> list[str]:
    from klarsprak.letter import Letter
    from klarsprak.readers import read_file

    letters = [letter for path in paths for letter in read_file(path) if isinstance(letter, Letter)]
    return [block.text for letter in letters for block in letter.blocks if block.text]


def _timed(run: Callable[[], Iterable[object]]) -> float:
    """Seconds of processor time that it takes to go through what ``run`` gives."""
    began = time.process_time()
    for _ in run():
        pass
    return time.process_time() - began


def _rates(texts: list[str]) -> dict[str, float]:
    """Words a second for each need, and of the same weights run by spaCy itself: the best of several turns."""
    from klarsprak.language.parsing import parsed
    from klarsprak.language.pipeline import Need, analyse
    from training.exported import restored

    runs: dict[str, Callable[[], Iterable[object]]] = {
        name: partial(analyse, texts, Need(need)) for name, need in NEEDS.items()
    }

    def with_trees() -> Iterator[object]:
        for tokens in analyse(texts, Need.MORPHOLOGY):
            with parsed(tokens, 0, len(tokens)):
                yield tokens

    runs[PARSED] = with_trees
    bare = restored()
    runs["bare"] = partial(bare.pipe, texts)
    runs["bare, our batches"] = partial(bare.pipe, texts, batch_size=128)
    words = sum(len(text.split()) for text in texts)
    # In turns, so that whatever else the machine does slows all alike.
    turns = [{name: _timed(run) for name, run in runs.items()} for _ in range(3)]
    return {name: words / min(turn[name] for turn in turns) for name in runs}


def main() -> None:
    """Print loading time, words a second for each need, and the ratio to the bare pipeline."""
    parser = argparse.ArgumentParser(description="Words per second of the language pipeline.")
    parser.add_argument("paths", type=Path, nargs="*", default=sorted(LETTERS.glob("*.txt")))
    texts = _blocks(parser.parse_args().paths)
    began = time.perf_counter()
    from klarsprak.language.pipeline import load

    imported = time.perf_counter()
    load()
    loaded = time.perf_counter()
    print(f"import {imported - began:.2f} s, load {loaded - imported:.2f} s")
    texts = texts * max(1, 20_000 // max(1, sum(len(text.split()) for text in texts)))
    rates = _rates(texts)
    print(f"{'':20}    words/s  × bare  × bare, our batches")
    for name, rate in rates.items():
        bare, same = rate / rates["bare"], rate / rates["bare, our batches"]
        print(f"{name:20} {rate:10,.0f} {bare:7.2f} {same:8.2f}")


if __name__ == "__main__":
    main()
