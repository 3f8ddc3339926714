"""An audit, the whole way: sources → what is not yet known → workers → ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path

from klarsprak.audit import ledger, sources
from klarsprak.audit.ledger import Ledger
from klarsprak.audit.results import LetterResult, result_of, unreadable
from klarsprak.audit.sources import Names, Source
from klarsprak.audit.version import Rules, Version
from klarsprak.audit.workers import Crew, Task, Work
from klarsprak.checker import Checker
from klarsprak.language.pipeline import load
from klarsprak.readers import read_bytes
from klarsprak.yamlfile import FileError

TIME_LIMIT = 30.0
"""Seconds a letter."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far, in files."""

    checked: int = 0
    """Files whose content was checked now."""
    again: int = 0
    """Of those, files whose content had been checked by other rules."""
    known: int = 0
    """Files that were in the ledger with the same content and the same rules."""
    copies: int = 0
    """Files with the content of another file."""
    closed: int = 0
    """Files that could not be opened."""
    gone: int = 0
    """Files of the ledger that are no longer in the archive."""

    @property
    def files(self) -> int:
        """All files that the run has gone through."""
        return self.checked + self.known + self.copies + self.closed


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run an audit; ``jobs`` are processes, ``time_limit`` is in seconds a letter."""

    ledger: Path
    config: Path | None = None
    jobs: int = 1
    time_limit: float = TIME_LIMIT
    keep_words: bool = False


def audit(names: Names, plan: Plan, watch: Callable[[Tally], None] = lambda tally: None) -> Tally:
    """Check all letters of the sources that the ledger doesn't know, and store the results.

    ``watch`` is called as the tally grows.  Raises ``FileError``, ``LedgerError`` or ``CrewError``; whatever ends
    the run, the ledger keeps what has been done, and the same call goes on from there.
    """
    version = Rules.load(plan.config).version(plan.keep_words)
    with ledger.writing(plan.ledger, version) as book:
        run = _Run(book, watch)
        crew = Crew(partial(_prepared, plan.config, plan.keep_words, version), plan.jobs, plan.time_limit)
        with closing(crew.results(run.unknown(sources.read(names)))) as results:
            for key, letters in results:
                run.store(key, letters)
        run.tally.gone = book.forget(names.folders())
        book.end()
    return run.tally


def _prepared(config: Path | None, keep_words: bool, wanted: Version) -> Work:
    """A worker's work; the rules must be those that the run began with."""
    rules = Rules.load(config)
    if rules.version(keep_words) != wanted:
        raise FileError("Reglerna har ändrats under granskningen. Kör samma kommando igen.")
    checker = Checker(rules.config, rules.every)
    load()  # here, and not in the time of the first letter

    def work(task: Task) -> tuple[LetterResult, ...]:
        letters = read_bytes(task.data, f"brev{task.suffix}")
        results = tuple(result_of(checker.check(letter), keep_words) for letter in letters)
        return results or unreadable("Det finns inget brev i filen.")

    return work


def digest(source: Source) -> bytes:
    """What a letter is known by: its content, and the suffix, which tells text from e-mail and HTML."""
    return blake2b(source.data, digest_size=16, key=source.suffix.encode()[:64]).digest()


@dataclass(slots=True)
class _Run:
    book: Ledger
    watch: Callable[[Tally], None]
    tally: Tally = field(default_factory=Tally)
    waiting: dict[bytes, dict[str, bool]] = field(default_factory=dict)
    """Names of the files whose content is being checked, and whether it has been checked by other rules."""

    def unknown(self, found: Iterable[Source]) -> Iterator[Task]:
        """Tasks for the contents that are not in the ledger; what is there is noted on the way."""
        for source in found:
            before = self.book.source(source.name)
            if before is not None and before.run == self.book.run:
                continue  # named twice in one command
            if source.error is not None:
                self.book.see(source.name, None, source.error)
                self.tally.closed += 1
                self._went_on()
                continue
            key = digest(source)
            content = self.book.content(key)
            if content is not None:
                self.book.see(source.name, content)
                if before is not None and before.content == content:
                    self.tally.known += 1
                else:
                    self.tally.copies += 1
                self._went_on()
            elif key in self.waiting:
                self.waiting[key].setdefault(source.name, False)
            else:
                self.waiting[key] = {source.name: self.book.is_old(key)}
                yield Task(key, source.suffix, source.data)

    def store(self, key: bytes, letters: tuple[LetterResult, ...]) -> None:
        """Put a result in the ledger, with all files that have that content so far."""
        content = self.book.add(key, letters)
        names = self.waiting.pop(key)
        for name in names:
            self.book.see(name, content)
        self.tally.checked += 1
        self.tally.again += any(names.values())
        self.tally.copies += len(names) - 1
        self._went_on()

    def _went_on(self) -> None:
        self.book.tick()
        self.watch(self.tally)
