"""What the packs cost: seconds to load them, and the time a letter of a thousand rules more.

Loading is everything that makes a checker but the language model, each time in a new process, with the packs read
ahead (as an installed package has them) and from their YAML.  The rules' time is taken over the letters of corpora/,
each analysed anew, by two checkers in turn.  All times are the processor's, whatever else the machine does.
"""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.analysed import analysed
from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.kinds import Rule
from klarsprak.letter import Letter
from klarsprak.rulebook import packs

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
RUNS = 9
ROUNDS = 5
MORE = 1000
_LOAD = """
import sys, time
from pathlib import Path
from klarsprak import compiled
from klarsprak.checker import Checker
from klarsprak.language.pipeline import load
load()
compiled.read.__defaults__ = (Path(sys.argv[1]),)
start = time.process_time()
checker = Checker()
print(time.process_time() - start, len(checker.rules))
"""


def main() -> None:
    """Print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        ahead, none = Path(folder) / "packs.jsonl", Path(folder) / "none"
        ahead.write(packs.shipped(), ahead)
        for name, file in (("read ahead", ahead), ("from YAML", none)):
            seconds, rules = _loading(file)
            print(f"{rules} rules, {name}: {seconds:.3f} s median of {RUNS} processes (aim 0.15)")
        base = packs.load(packs.shipped())
        more = [*base, *packs.load([_pack(Path(folder))])]
    _compare(base, more)


def _loading(file: Path) -> tuple[float, int]:
    runs = [subprocess.check_output([sys.executable, "-c", _LOAD, str(file)], text=True).split() for _ in range(RUNS)]
    return statistics.median(float(seconds) for seconds, _ in runs), int(runs[0][1])


def _pack(folder: Path) -> Path:
    """A pack of so many rules for words that no letter has, inflected as the others are."""
    words = itertools.islice(
        map("".join, itertools.product("bdfgk", "aeiou", "lmnrs", "aeiou", ["klad", "tva"])), MORE
    )
    path = folder / "fler.yml"
    header = "pack: fler\ncategory: kanslisvenska\nlevel: info\nkind: replace\nwhy: x\nmessage: x\nrules:\n"
    lines = (f"- {{id: {word}, words: {word}a, pos: VERB, instead: få, examples: [{{flag: x}}]}}\n" for word in words)
    path.write_text(header + "".join(lines), encoding="utf-8")
    return path


def _compare(base: list[Rule], more: list[Rule]) -> None:
    few, many = Checker(rules=base), Checker(rules=more)
    paths = [path for path in sorted(LETTERS.iterdir()) if path.suffix != ".yml"]
    letters = [letter for path in paths for letter in readers.read_file(path) if isinstance(letter, Letter)]
    pairs = [(_seconds(few, letters), _seconds(many, letters)) for _ in range(ROUNDS + 1)][1:]
    ratio = statistics.median(after / before for before, after in pairs)
    per_letter = statistics.median(before for before, _ in pairs) / len(letters) * 1000
    print(f"rules' time with {len(many.rules) - len(few.rules)} more: {ratio:.3f} of {per_letter:.2f} ms a letter")


def _seconds(checker: Checker, letters: list[Letter]) -> float:
    seconds = 0.0
    for letter in letters:
        analysis = analysed(letter, checker.need)
        start = time.process_time()
        checker.findings(analysis)
        seconds += time.process_time() - start
    return seconds


if __name__ == "__main__":
    main()
