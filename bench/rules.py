"""What a warm letter costs, and the rules' part of it, over letters of corpora/ and, with a folder, real ones."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from threadpoolctl import threadpool_limits

from bench.analysed import analysed
from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.letter import Letter

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
ROUNDS = 4
LETTER = 280
"""Words of the letter that the budget is stated for: a page."""
BUDGET = 10.0
"""Milliseconds that such a letter may take with everything, on a core that does nothing else."""
RULES_SHARE = 0.33
"""The part of a letter's time that the rules may take; the rest is the signature's and the language's."""
_PARTS = ("signature", "language", "rules")
clock = time.process_time
"""Processor time: all that is compared runs in this thread, whatever else the machine does."""


@dataclass
class Times:
    """Seconds spent on the same letters: signature, language for what the rules need, rules."""

    signature: float = 0.0
    language: float = 0.0
    rules: float = 0.0
    words: int = 0


@threadpool_limits.wrap(limits=1, user_api="blas")
def main(real: Path | None = None) -> None:
    """Print what a letter costs, what part of it the rules take, and each kind's part of that.

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
    signature, language, rules = (min(getattr(each, name) for each in rounds) for name in _PARTS)
    words, every = rounds[0].words, signature + language + rules
    page = every / words * LETTER * 1000
    print(f"{number} {what}, {words / number:.0f} words each on average:")
    print(f"  a letter of {LETTER} words takes {page:.1f} ms (budget {BUDGET:.0f} on an idle core)")
    print(f"  signature {signature:.2f} s, language {language:.2f} s ({words / language:.0f} words/s)")
    print(f"  rules {rules:.2f} s, {rules / number * 1000:.2f} ms a letter:")
    print(f"  {rules / every:.2f} of a letter's time (budget {RULES_SHARE})")


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
        analysis = analyse_letter(letter, checker.need, lambda found=found: found)
        end = clock()
        checker.findings(analysis)
        times.rules += clock() - end
        times.language += end - middle
        times.signature += middle - start
        times.words += _words(analysis)


def _words(analysis: Analysis) -> int:
    return sum(len(block.block.text.split()) for block in analysis.blocks)


def _by_kind(checker: Checker, letters: list[Letter]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for letter in letters:
        analysis = analysed(letter, checker.need)
        for kind in checker.kinds:
            start = clock()
            list(kind.find(analysis))
            name = kind.rules[0].kind
            seconds[name] = seconds.get(name, 0.0) + clock() - start
    return seconds


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
