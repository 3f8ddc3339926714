"""An audit, the whole way: sources → what is not yet known → workers → ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.ledger import Known, Ledger, Seen
from klarsprak.audit.letter import dated
from klarsprak.audit.letter.citations import citations
from klarsprak.audit.letter.facts import Types, facts
from klarsprak.audit.letter.results import LetterResult, result_of, unreadable
from klarsprak.audit.sources.archive import Names, read_archive
from klarsprak.audit.sources.packages.package import OUTGOING, Choice
from klarsprak.audit.sources.source import ClosedError, Source
from klarsprak.audit.tally import Tally
from klarsprak.audit.version import Rules, Version
from klarsprak.audit.workers.pool import WorkerPool, WorkerPoolError
from klarsprak.audit.workers.serving import Results, Task, Work
from klarsprak.checker import Checker
from klarsprak.files.errors import FileError
from klarsprak.kinds.expect.rule import letter_types
from klarsprak.laws.imported import choose_register
from klarsprak.letter import Unreadable
from klarsprak.processes import limit_memory
from klarsprak.readers import read_bytes
from klarsprak.rulebook import packs
from klarsprak.stages import Stages

if TYPE_CHECKING:
    from klarsprak.audit.workers.cluster import ClusterPool

TIME_LIMIT = 30.0
"""Seconds a letter."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run an audit; ``jobs`` are processes, ``time_limit`` is in seconds a letter."""

    ledger: Path
    config: Path | None = None
    jobs: int = 1
    time_limit: float = TIME_LIMIT
    keep_words: bool = False
    cluster: str | None = None
    """Address of the scheduler of a cluster whose workers check the letters instead of ``jobs`` processes."""
    choice: Choice = OUTGOING
    """What is read of archive packages."""


def audit(names: Names, plan: Plan, watch: Callable[[Tally], None] = lambda tally: None) -> Tally:
    """Check all letters of the sources that the ledger doesn't know, and store the results.

    ``watch`` is called as the tally grows.  Raises ``FileError``, ``LedgerError`` or
    ``WorkerPoolError``; whatever ends the run, the ledger keeps what has been done, and the same call goes on from
    there.
    """
    rules = Rules.load(plan.config)
    version = rules.version(plan.keep_words)
    with ledger.writing(plan.ledger, version, plan.time_limit) as book:
        run = _Run(book, watch)
        with _pool(plan, rules, version) as pool:
            for key, letters in pool.results(run.unknown(read_archive(names, plan.choice))):
                run.store(key, letters)
        run.tally.gone = book.forget(names.folders())
        book.end()
    return run.tally


def _pool(plan: Plan, rules: Rules, version: Version) -> WorkerPool | ClusterPool:
    """Who checks the letters: processes of this machine, or a cluster's."""
    if not plan.cluster:
        return WorkerPool(partial(prepared, plan.config, plan.keep_words, version), plan.jobs, plan.time_limit)
    try:
        from klarsprak.audit.workers.cluster import ClusterPool
    except ModuleNotFoundError as error:
        if error.name not in ("dask", "distributed"):
            raise
        raise WorkerPoolError("--cluster kräver dask. Skriv: pip install './klarsprak[cluster]'") from None
    return ClusterPool(plan.cluster, partial(prepared_afar, rules, plan.keep_words, version), plan.time_limit)


def prepared(config: Path | None, keep_words: bool, wanted: Version) -> Work:
    """A worker's work; the rules must be those that the run began with."""
    rules = Rules.load(config)
    if rules.version(keep_words) != wanted:
        raise FileError("Reglerna har ändrats under granskningen. Kör samma kommando igen.")
    limit_memory(rules.config.limits.memory_in_bytes)  # afar the cluster's own limits hold
    checker = Checker.ready(rules.config, remembers=True)
    packs.forget()  # what authors of rules ask for was told in the version, and nobody asks for it any more
    return _work(checker, keep_words)


def prepared_afar(rules: Rules, keep_words: bool, wanted: Version) -> Work:
    """The work of a worker on another machine, to which the rules have been sent."""
    if rules.version(keep_words) != wanted:
        raise FileError("Programmet eller lagregistret är ett annat på klustrets datorer. Installera samma överallt.")
    return _work(Checker(rules.config, rules.every, remembers=True), keep_words)


def _work(checker: Checker, keep_words: bool) -> Work:
    from klarsprak.language import parsing  # here, and not in the time of the first letter

    parsing.load()
    register = choose_register(checker.settings.law_register)
    return partial(_check, checker, letter_types(checker.rules), register, keep_words)


def _check(checker: Checker, types: Types, register: Path | None, keep_words: bool, task: Task) -> Stages[Results]:
    """What is kept of each letter in a file."""
    name = f"brev{task.suffix}"
    mailed = dated.sent(task.data, name)
    results: list[LetterResult] = []
    for letter in read_bytes(task.data, name):
        if isinstance(letter, Unreadable):
            results.append(result_of(checker.check(letter), keep_words))
            continue
        report, analysis = yield from checker.examining(letter)
        day = mailed or dated.written(letter, task.data)
        known = facts(analysis, day, checker.settings.units, types)._replace(cited=citations(analysis, register))
        results.append(result_of(report, keep_words, known))
    return tuple(results) or unreadable("Det finns inget brev i filen.")


def digest(data: bytes, suffix: str) -> bytes:
    """What a letter is known by: its content, and the suffix, which tells text from e-mail and HTML."""
    return blake2b(data, digest_size=16, key=suffix.encode()[:64]).digest()


class _Waiting(NamedTuple):
    """Files with a content that is being checked, by name, and whether other rules have checked it before."""

    files: dict[str, Seen]
    is_old: bool


@dataclass(slots=True)
class _Run:
    """A run as it goes on: the ledger it writes, and the contents that are being checked."""

    book: Ledger
    watch: Callable[[Tally], None]
    tally: Tally = field(default_factory=Tally)
    waiting: dict[bytes, _Waiting] = field(default_factory=dict)
    """Files by the content that is being checked."""

    def unknown(self, found: Iterable[Source]) -> Iterator[Task]:
        """Tasks for the contents that are not in the ledger; what is there is noted on the way."""
        for source in found:
            if source.passed_over:
                self.tally.passed_over += 1
                continue
            before = self.book.source(source.name)
            if before is None:
                yield from self._read(source)
            elif before.run == self.book.run:
                continue  # named twice in one command
            elif _is_as_before(source, before):
                self.book.see_again(source.name)
                self._count_known(before.content)
            else:
                yield from self._read(source, before.content)

    def _read(self, source: Source, before: int | None = None) -> Iterator[Task]:
        """A task if the source's content is new; ``before`` is the number of the content that it had last time."""
        try:
            data, stamp = source.read()
        except ClosedError as error:
            self.book.see(Seen(source.name, source.date), None, str(error))
            self.tally.closed += 1
            self._go_on()
            return
        seen = Seen(source.name, source.date, stamp, source.record)
        key = digest(data, source.suffix)
        content = self.book.content(key)
        if content is not None:
            self._note_known(seen, content, before)
        elif key in self.waiting:
            # A file that is named twice has not become another one if its stamp is trusted the second time.
            self.waiting[key].files.setdefault(seen.name, seen)
        else:
            self.waiting[key] = _Waiting({seen.name: seen}, self.book.is_old(key))
            yield Task(key, source.suffix, data)

    def _note_known(self, seen: Seen, content: int, before: int | None) -> None:
        """Note that the source has a content that has been checked: its own of last time, or another's."""
        self.book.see(seen, content)
        self._count_known(content, is_copy=before != content)

    def _count_known(self, content: int | None, *, is_copy: bool = False) -> None:
        """Count a file with a content that was checked, or could not be read, before."""
        if content is None or not self.book.is_read(content):
            self.tally.unreadable += 1
        elif is_copy:
            self.tally.copies += 1
        else:
            self.tally.known += 1
        self._go_on()

    def store(self, key: bytes, letters: tuple[LetterResult, ...]) -> None:
        """Put a result in the ledger, with all files that have that content so far."""
        content = self.book.add(key, letters)
        waiting = self.waiting.pop(key)
        for seen in waiting.files.values():
            self.book.see(seen, content)
        self._count_new(letters, waiting)
        self._go_on()

    def _count_new(self, letters: tuple[LetterResult, ...], waiting: _Waiting) -> None:
        """Count the files with a content that has just been checked, if a letter in it could be read."""
        if all(letter.error is not None for letter in letters):
            self.tally.unreadable += len(waiting.files)
            return
        self.tally.checked += 1
        self.tally.again += waiting.is_old
        self.tally.copies += len(waiting.files) - 1

    def _go_on(self) -> None:
        """Commit if it is time to, and let the user see how far the run has come."""
        self.book.tick()
        self.watch(self.tally)


def _is_as_before(source: Source, before: Known) -> bool:
    """Whether the source needs no reading: its file's stamp is the one that its result by these rules has."""
    can_be_told = before.current and before.stamp is not None
    return can_be_told and before.stamp == source.stamp()
