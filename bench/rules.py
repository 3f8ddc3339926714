"""The rules' time beside the language pipeline's, over letters of corpora/ and, with a folder, real ones."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from threadpoolctl import threadpool_limits

from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.language.pipeline import load
from klarsprak.letter import Letter

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
ROUNDS = 4
clock = time.process_time
"""Processor time: all that is compared runs in this thread, whatever else the machine does."""


@dataclass
class Times:
    """Seconds spent on the same letters: signature, language, rules, and spaCy's whole pipeline."""

    signature: float = 0.0
    language: float = 0.0
    rules: float = 0.0
    spacy: float = 0.0
    words: int = 0


@threadpool_limits.wrap(limits=1, user_api="blas")
def main(real: Path | None = None) -> None:
    """Print seconds for language and rules, and what part of the language's time the rules take.

    ``real`` is a folder of files that nobody wrote for the project: corpora/ is short and dense with faults.
    """
    start = time.perf_counter()
    checker = Checker()
    print(f"rules loaded in {time.perf_counter() - start:.2f} s ({len(checker.rules)} rules)")
    letters = _read(LETTERS)
    _tell([_round(letters) for _ in range(ROUNDS)], len(letters), "letters of corpora/")
    for name, seconds in sorted(_by_kind(_warm(letters), letters).items(), key=lambda item: -item[1]):
        print(f"  {name:<14} {seconds / len(letters) * 1000:.2f} ms a letter")
    if real:
        times, letters = Times(), _read(real)
        _measure(_warm([]), letters, times)
        _tell([times], len(letters), "real files")


def _tell(rounds: list[Times], number: int, what: str) -> None:
    language, rules, bare = (min(getattr(each, name) for each in rounds) for name in ("language", "rules", "spacy"))
    print(f"{number} {what}: language {language:.2f} s ({rounds[0].words / language:.0f} words/s),")
    print(f"  signature {min(each.signature for each in rounds):.2f} s,")
    print(f"  rules {rules:.2f} s, {rules / number * 1000:.2f} ms a letter:")
    print(f"  {rules / bare:.3f} of the whole pipeline's time as spaCy runs it (aim 0.20)")
    print(f"  {rules / language:.2f} of the time of our own way through it for what the rules need")


def _round(letters: list[Letter]) -> Times:
    """Each letter measured once, by a checker that has not seen it."""
    times = Times()
    for seen, unseen in ((letters[::2], letters[1::2]), (letters[1::2], letters[::2])):
        _measure(_warm(seen), unseen, times)
    return times


def _warm(letters: list[Letter]) -> Checker:
    """A new checker that has seen these letters and none of those that are measured: it remembers words."""
    checker = Checker()
    for letter in (*letters, *_read(LETTERS.parent / "signatures")):
        checker.check(letter)
    return checker


def _read(folder: Path) -> list[Letter]:
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in readers.SUFFIXES]
    return [letter for path in paths for letter in readers.read_file(path) if isinstance(letter, Letter)]


def _measure(checker: Checker, letters: list[Letter], times: Times) -> None:
    for letter in letters:
        start = clock()
        found = signature.find(letter)
        middle = clock()
        analysis = analyse_letter(letter, checker.need, found)
        end = clock()
        checker.findings(analysis)
        times.rules += clock() - end
        times.language += end - middle
        times.signature += middle - start
        times.words += _words(analysis)
        texts = [block.block.text for block in analysis.blocks]
        start = clock()
        list(load().pipe(texts))
        times.spacy += clock() - start


def _words(analysis: Analysis) -> int:
    return sum(len(block.block.text.split()) for block in analysis.blocks)


def _by_kind(checker: Checker, letters: list[Letter]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for letter in letters:
        analysis = analyse_letter(letter, checker.need, signature.find(letter))
        for kind in checker.kinds:
            start = clock()
            list(kind.find(analysis))
            name = kind.rules[0].kind
            seconds[name] = seconds.get(name, 0.0) + clock() - start
    return seconds


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
