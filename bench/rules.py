"""The rules' time beside the language pipeline's, over the letters of corpora/, in one process."""

from __future__ import annotations

import time
from pathlib import Path

from klarsprak import readers, signature
from klarsprak.checker import Checker
from klarsprak.language.analysis import Analysis, analyse_letter
from klarsprak.language.pipeline import load
from klarsprak.letter import Letter

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
ROUNDS = 5


def main() -> None:
    """Print seconds for reading, language and rules, and what part of the language's time the rules take."""
    start = time.perf_counter()
    checker = Checker()
    print(f"rules loaded in {time.perf_counter() - start:.2f} s ({len(checker.rules)} rules)")
    start = time.perf_counter()
    paths = [path for path in sorted(LETTERS.iterdir()) if path.suffix != ".yml"]
    letters = [letter for path in paths for letter in readers.read_file(path) if isinstance(letter, Letter)]
    print(f"reading {len(letters)} letters: {time.perf_counter() - start:.2f} s")
    for letter in letters:
        checker.check(letter)  # warm
    language = rules = signatures = bare = 0.0
    words = 0
    for letter in letters * ROUNDS:
        start = time.perf_counter()
        found = signature.find(letter)
        middle = time.perf_counter()
        analysis = analyse_letter(letter, checker.need, found)
        end = time.perf_counter()
        checker.findings(analysis)
        rules += time.perf_counter() - end
        language += end - middle
        signatures += middle - start
        words += _words(analysis)
        texts = [block.block.text for block in analysis.blocks]
        start = time.perf_counter()
        list(load().pipe(texts))
        bare += time.perf_counter() - start
    print(f"language {language:.2f} s ({words / language:.0f} words/s), signature {signatures:.2f} s")
    print(f"rules {rules:.2f} s: {rules / bare:.2f} of the whole pipeline's time as spaCy runs it (aim 0.20),")
    print(f"  {rules / language:.2f} of the time that our own way through it takes for what the rules need")
    for name, seconds in sorted(_by_kind(checker, letters).items(), key=lambda item: -item[1]):
        print(f"  {name:<14} {seconds / len(letters) * 1000:.2f} ms a letter")


def _words(analysis: Analysis) -> int:
    return sum(len(block.block.text.split()) for block in analysis.blocks)


def _by_kind(checker: Checker, letters: list[Letter]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for letter in letters:
        analysis = analyse_letter(letter, checker.need, signature.find(letter))
        for kind in checker.kinds:
            start = time.perf_counter()
            list(kind.find(analysis))
            name = kind.rules[0].kind
            seconds[name] = seconds.get(name, 0.0) + time.perf_counter() - start
    return seconds


if __name__ == "__main__":
    main()
