"""Beside others of its kind: ``python -m bench.peers [--textlint FILE] [--languagetool URL] [--turns N]``.

Words a second of processor time and of the clock, each on letters of its own language and of the same length, with
what each finds there: speed is easily bought by looking at nothing.  What is compared is the checking, without the
start of each program.  Harper and proselint are asked where they are installed beside this program
(``pip install harper-py proselint``), textlint by its program, LanguageTool by a server that runs already, of which
only the clock can be read.  None is a dependency of this project, and each that isn't there is named as absent.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

_HERE = Path(__file__).parent
_ENGLISH = _HERE / "english"
_SWEDISH = _HERE.parent / "corpora" / "letters"
_COPIES = 40
"""Times that a program of its own is given the letters, so that its start, which is taken off, weighs little."""
Find = Callable[[Sequence[str]], int]
"""Looks through letters, and tells how many remarks there are."""


class AbsentError(Exception):
    """A peer isn't here; the text says what would be needed."""


class Measured(NamedTuple):
    """What one run over the letters took, and what was found in them."""

    processor: float | None
    """Seconds; None where another program's can't be read."""
    clock: float
    found: int


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--textlint", default=shutil.which("textlint"), help="the program, with its rules beside it")
    parser.add_argument("--languagetool", help="a server's address: http://127.0.0.1:8081")
    parser.add_argument("--turns", type=int, default=5)
    wanted = parser.parse_args()
    english = [path.read_text("utf-8") for path in sorted(_ENGLISH.glob("*.txt"))]
    swedish = _as_long_as(english)
    peers: list[tuple[str, list[str], Callable[[], Callable[[Sequence[str]], Measured]]]] = [
        ("klarsprak", swedish, _klarsprak),
        ("harper", english, _harper),
        ("proselint", english, _proselint),
        ("textlint", english, lambda: _textlint(wanted.textlint)),
        ("languagetool", english, lambda: _languagetool(wanted.languagetool)),
    ]
    print(f"{'':<24}{'words':>7}{'words/s':>10}{'by clock':>10}{'found':>7}{'a 100 words':>13}")
    for name, letters, make in peers:
        try:
            run = make()
        except AbsentError as why:
            print(f"{name:<24}absent: {why}")
            continue
        run(letters)  # what is read once is read
        print(_row(name, letters, [run(letters) for _ in range(wanted.turns)]), flush=True)


def _row(name: str, letters: Sequence[str], turns: Sequence[Measured]) -> str:
    """A line of the table: the best of the turns by the processor, the median by the clock."""
    words = sum(len(letter.split()) for letter in letters)
    times = [turn.processor for turn in turns if turn.processor is not None]
    rate = f"{words / min(times):,.0f}" if times else "–"
    clock = words / statistics.median(turn.clock for turn in turns)
    found = turns[0].found
    named = f"{name} {_version(name)}".strip()
    return f"{named:<24}{words:>7}{rate:>10}{clock:>10,.0f}{found:>7}{100 * found / words:>13.1f}"


def _version(name: str) -> str:
    """The version that is installed here; nothing for a program of its own."""
    try:
        return version({"harper": "harper-py"}.get(name, name))
    except PackageNotFoundError:
        return ""


def _as_long_as(english: Sequence[str]) -> list[str]:
    """As many of the corpora's letters to write rules by, those whose length is nearest."""
    wanted = sum(len(letter.split()) for letter in english) / len(english)
    texts = []
    for path in sorted(_SWEDISH.glob("*.txt")):
        gold = path.with_suffix(".gold.yml")
        if gold.is_file() and "split: dev" in gold.read_text("utf-8"):
            texts.append(path.read_text("utf-8", "replace"))
    return sorted(texts, key=lambda text: abs(len(text.split()) - wanted))[: len(english)]


def _in_process(find: Find) -> Callable[[Sequence[str]], Measured]:
    """Measures what is asked in this process."""

    def run(letters: Sequence[str]) -> Measured:
        used, began = time.process_time(), time.perf_counter()
        found = find(letters)
        return Measured(time.process_time() - used, time.perf_counter() - began, found)

    return run


def _klarsprak() -> Callable[[Sequence[str]], Measured]:
    from klarsprak.checker import Checker
    from klarsprak.config.model import Config
    from klarsprak.readers import read_bytes

    checker = Checker.ready(Config())

    def find(letters: Sequence[str]) -> int:
        reports = [checker.check(letter) for text in letters for letter in read_bytes(text.encode(), "brev.txt")]
        return sum(len(report.findings) for report in reports)

    return _in_process(find)


def _harper() -> Callable[[Sequence[str]], Measured]:
    try:
        from harper import Dialect, Linter
    except ImportError:
        raise AbsentError("pip install harper-py") from None
    linter = Linter(Dialect.BRITISH)
    return _in_process(lambda letters: sum(len(linter.lint(text)) for text in letters))


def _proselint() -> Callable[[Sequence[str]], Measured]:
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        raise AbsentError("pip install proselint") from None
    CheckRegistry().register_many(__register__)
    return _in_process(lambda letters: sum(len(LintFile("letter", text).lint()) for text in letters))


def _textlint(program: str | None) -> Callable[[Sequence[str]], Measured]:
    if program is None or not Path(program).exists():
        raise AbsentError("npm install textlint textlint-rule-write-good textlint-rule-common-misspellings")
    rules = {"rules": {"write-good": True, "common-misspellings": True}}

    def once(folder: Path, texts: Sequence[str]) -> Measured:
        """One run of the program over the texts, each in a file."""
        paths = [folder / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        config = folder / "rules.json"
        config.write_text(json.dumps(rules))
        command = [str(program), "--format", "json", "--config", str(config), *map(str, paths)]
        used, began = _of_children(), time.perf_counter()
        # Where the rules are found: beside the program.
        ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(program).parents[2])
        measured = _of_children() - used, time.perf_counter() - began
        if ran.returncode not in (0, 1):
            raise SystemExit(f"textlint: {ran.stderr}")
        return Measured(*measured, sum(len(file["messages"]) for file in json.loads(ran.stdout or "[]")))

    def run(letters: Sequence[str]) -> Measured:
        with tempfile.TemporaryDirectory() as name:
            start = once(Path(name), [""])
            many = once(Path(name), list(letters) * _COPIES)
        assert start.processor is not None
        assert many.processor is not None
        took = (many.processor - start.processor) / _COPIES, (many.clock - start.clock) / _COPIES
        return Measured(*took, many.found // _COPIES)

    return run


def _of_children() -> float:
    """Seconds of the processor that programs that have ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _languagetool(address: str | None) -> Callable[[Sequence[str]], Measured]:
    if address is None:
        raise AbsentError("--languagetool and the address of a server that runs")

    def asked(text: str) -> list[Any]:
        data = urllib.parse.urlencode({"language": "en-GB", "text": text}).encode()
        with urllib.request.urlopen(f"{address.rstrip('/')}/v2/check", data, timeout=60) as answer:
            matches: list[Any] = json.load(answer)["matches"]
        return matches

    def run(letters: Sequence[str]) -> Measured:
        began = time.perf_counter()
        found = sum(len(asked(text)) for text in letters)
        return Measured(None, time.perf_counter() - began, found)

    return run


if __name__ == "__main__":
    sys.exit(main())
