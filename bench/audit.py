"""How fast audits are: ``python -m bench.audit [--letters N] [--many N]``.

Letters a second on one and two processes, where the time goes, whether the cost of a letter and the parent's memory
stay flat from N letters to MANY, and how much faster it is to run again over an archive that hasn't changed.  Rates
are those of the middle of a run, when all workers are at work; measure on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.analysed import analysed
from bench.archive import make
from klarsprak import readers
from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.ledger import Seen
from klarsprak.audit.letter import dated
from klarsprak.audit.letter.facts import facts
from klarsprak.audit.letter.results import LetterResult, result_of
from klarsprak.audit.run import Plan, Tally, audit
from klarsprak.audit.sources.archive import Names
from klarsprak.audit.sources.stamps import GRAIN
from klarsprak.audit.version import Version
from klarsprak.checker import Checker
from klarsprak.kinds.expect.rule import letter_types
from klarsprak.letter import Letter

SAMPLE = 200
"""Letters over which the shares of time are taken."""


@dataclass
class Watch:
    """When each letter was done, and how much memory the parent had then."""

    moments: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    processor: float = 0.0
    """Seconds of processor time that the run took."""

    def __call__(self, tally: Tally) -> None:
        """Called as the audit goes on."""
        self.moments.append(time.perf_counter())
        if len(self.moments) % 100 == 0:
            self.memory.append(psutil.Process().memory_info().rss)

    @property
    def rate(self) -> float:
        """Letters a second between the first and the last tenth."""
        tenth = max(1, len(self.moments) // 10)
        return (len(self.moments) - 2 * tenth) / (self.moments[-tenth] - self.moments[tenth])


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--many", type=int, default=4000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "few", options.letters)
        _scaling(folder)
        _shares(folder)
        make(folder / "many", options.many)
        time.sleep(GRAIN / 1e9)
        _flat(folder, options.letters, options.many)


def _scaling(folder: Path) -> None:
    one, two = (timed_audit(folder / "few", folder / f"{jobs}.sqlite", jobs)[0].rate for jobs in (1, 2))
    print(f"1 process {one:.1f} letters/s, 2 processes {two:.1f}: {two / one:.2f} times (aim 1.8)")


def timed_audit(archive: Path, book: Path, jobs: int) -> tuple[Watch, float]:
    """The watch and the seconds of an audit."""
    watch = Watch()
    start, before = time.perf_counter(), _processor_time()
    audit(Names([str(archive)]), Plan(book, jobs=jobs), watch)
    watch.processor = _processor_time() - before
    return watch, time.perf_counter() - start


def _processor_time() -> float:
    """Seconds that this process and its children that have ended have worked, whatever else the machine does."""
    times = psutil.Process().cpu_times()
    return sum((times.user, times.system, times.children_user, times.children_system))


def _shares(folder: Path) -> None:
    """The steps of a worker and of the ledger, one after the other in this process."""
    checker = Checker()
    types = letter_types(checker.rules)
    spent: defaultdict[str, float] = defaultdict(float)
    step = _timer(spent)
    paths = sorted(path for path in (folder / "few").rglob("*") if path.is_file())[:SAMPLE]
    with ledger.writing(folder / "shares.sqlite", Version("", "", "")) as book:
        for number, path in enumerate(paths):
            results: list[LetterResult] = []
            with step("reading"):
                data = path.read_bytes()
                letters = [each for each in readers.read_bytes(data, path.name) if isinstance(each, Letter)]
            for letter in letters:
                with step("language"):
                    analysis = analysed(letter, checker.need)
                with step("rules"):
                    checker.findings(analysis)
                with step("both again, as a report"):
                    report, analysis = checker.examined(letter)
                with step("facts"):
                    day = dated.sent(data, path.name) or dated.written(letter, data)
                    results.append(result_of(report, False, facts(analysis, day, (), types)))
            with step("ledger"):
                book.see(Seen(str(path)), book.add(number.to_bytes(16, "big"), tuple(results)))
        with step("ledger"):
            book.commit()
    del spent["both again, as a report"]
    total = sum(spent.values())
    shares = ", ".join(f"{name} {100 * seconds / total:.1f} %" for name, seconds in spent.items())
    print(f"{1000 * total / len(paths):.1f} ms a letter: {shares} (aim for the ledger 3 %)")


def _timer(spent: defaultdict[str, float]) -> Callable[[str], AbstractContextManager[None]]:
    @contextmanager
    def step(name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        spent[name] += time.perf_counter() - start

    return step


def _flat(folder: Path, few: int, many: int) -> None:
    small, _ = timed_audit(folder / "few", folder / "small.sqlite", 2)
    large, first = timed_audit(folder / "many", folder / "large.sqlite", 2)
    for number, run in ((few, small), (many, large)):
        cost = 1000 * run.processor / number
        print(f"{number} letters: {run.rate:.1f} letters/s, {cost:.1f} ms of processor time a letter, start included")
    lowest, highest = min(large.memory) / 2**20, max(large.memory) / 2**20
    print(f"parent's memory over {many} letters: {lowest:.0f}–{highest:.0f} MB (aim within 10 %)")
    _, again = timed_audit(folder / "many", folder / "large.sqlite", 2)
    print(f"first run {first:.1f} s, again {again:.2f} s: {first / again:.0f} times faster (aim 50)")


if __name__ == "__main__":
    main()
