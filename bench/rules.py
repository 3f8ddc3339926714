"""What a warm letter costs, and the rules' part of it, over letters of corpora/ and, with a folder, real ones."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from threadpoolctl import threadpool_limits

from bench.analysed import analysed
from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.kinds import Kind
from klarsprak.language.grammar.checks import CHECKS
from klarsprak.letter import Letter
from klarsprak.matching.expressions import Expression
from klarsprak.matching.slots import Slots

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
class Cost:
    """What a kind has cost, how often it tried a rule and what it found."""

    seconds: float = 0.0
    tries: int = 0
    hits: int = 0


@dataclass
class Times:
    """Seconds spent on the same letters: signature, language for what the rules need, rules."""

    signature: float = 0.0
    language: float = 0.0
    rules: float = 0.0
    words: int = 0


TRIES: Mapping[str, Collection[Callable[..., object]]] = {
    "regex": [Expression.occurs],
    "pattern": [Slots.matches],
    "grammar": [check.find for check in CHECKS.values()],
}
"""What a kind calls to try one of its rules; a search that finds something is called again for the next place."""


@threadpool_limits.wrap(limits=1, user_api="blas")
def main(real: Path | None = None) -> None:
    """Print what a letter costs, what part of it the rules take, each kind's part of that, and what it tries in vain.

    ``real`` is a folder of files that nobody wrote for the project: corpora/ is short and dense with faults.
    """
    start = time.perf_counter()
    checker = Checker()
    print(f"rules loaded in {time.perf_counter() - start:.2f} s ({len(checker.rules)} rules)")
    letters = _read(LETTERS)
    _tell([_round(letters) for _ in range(ROUNDS)], len(letters), "letters of corpora/")
    for name, cost in sorted(_by_kind(_warm(letters), letters).items(), key=lambda item: -item[1].seconds):
        tried = f", {cost.tries / len(letters):.0f} tries" if name in TRIES else ""
        hits = f"{cost.hits / len(letters):.1f} hits"
        print(f"  {name:<14} {cost.seconds / len(letters) * 1000:.2f} ms a letter, {hits}{tried}")
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


def _by_kind(checker: Checker, letters: list[Letter]) -> dict[str, Cost]:
    costs: dict[str, Cost] = {}
    for letter in letters:
        timed, counted = analysed(letter, checker.need), analysed(letter, checker.need)
        for kind in checker.kinds:
            cost = costs.setdefault(kind.rules[0].kind, Cost())
            start = clock()
            cost.hits += len(list(kind.find(timed)))
            cost.seconds += clock() - start
            cost.tries += _tries(kind, counted)
    return costs


def _tries(kind: Kind[Any], analysis: Analysis) -> int:
    """How often the kind looks for what one of its rules describes, in a text or sentence that may hold it."""
    codes: set[CodeType] = {function.__code__ for function in TRIES.get(kind.rules[0].kind, ())}
    if not codes:
        return 0
    calls = 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code in codes

    sys.setprofile(seen)
    try:
        list(kind.find(analysis))
    finally:
        sys.setprofile(None)
    return calls


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
