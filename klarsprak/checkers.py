"""Many letters, each checked by its own organisation's choices."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from klarsprak import readers
from klarsprak.bounds import TooSlowError, in_time
from klarsprak.checker import Checker
from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.finding import Report
from klarsprak.letter import Letter, Unreadable
from klarsprak.stages import Stages, Work, few_at_a_time, side_by_side

_MOST_SIGNS = 40_000
"""Signs of the letters that are checked side by side, all of which are in memory; one of two pages has 4,000."""


class CheckersByFolder:
    """Finds the configuration that holds for a letter, and keeps one checker for each.

    ``select``, ``ignore`` and ``baseline`` go before what the configuration says (an empty ``baseline`` is none);
    ``path`` names the only configuration to use.  ``seconds`` are what a letter may take, else what its
    configuration says.
    """

    def __init__(
        self,
        path: Path | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        baseline: str | None = None,
        seconds: float | None = None,
    ) -> None:
        self._path = path
        self._seconds = seconds
        self._select = list(select)
        self._ignore = list(ignore)
        # Absolute, since the configuration counts from its own folder.
        self._baseline = str(Path(baseline).resolve()) if baseline else baseline
        self._by_folder: dict[Path, Checker | FileError] = {}
        self._by_config: dict[Path | None, Checker | FileError] = {}

    def for_folder(self, folder: Path) -> Checker:
        """The checker for letters in a folder; raises ``FileError`` where its configuration can't be used."""
        known = self._by_folder.get(folder)
        if known is None:
            path = self._path or find_config(folder)
            if path not in self._by_config:
                self._by_config[path] = self._made(path)
            known = self._by_folder[folder] = self._by_config[path]
        if isinstance(known, FileError):
            raise known
        return known

    def _made(self, path: Path | None) -> Checker | FileError:
        try:
            settings = load_config(path) if path else Config()
            changes: dict[str, object] = {"ignore": [*settings.ignore, *self._ignore]}
            if self._select:
                changes["select"] = self._select
            if self._baseline is not None:
                changes["baseline"] = self._baseline
            is_once = bool(self._select or self._ignore)
            return Checker.ready(settings.model_copy(update=changes), remembers=True, once=is_once)
        except FileError as error:
            return error

    def check(self, paths: Iterable[Path | Unreadable]) -> Iterator[Report]:
        """Reports for the letters in the files, in order; one that can't be read doesn't stop the rest."""
        return _reports(self._checks_of_files(paths))

    def check_stream(self, stream: BinaryIO, source: str) -> Iterator[Report]:
        """Reports for a letter in an open stream; the folder of ``source``, its name, leads to its configuration."""
        return _reports(self._checks(Path(source).parent, readers.read_stream(stream, source), source))

    def _checks_of_files(self, paths: Iterable[Path | Unreadable]) -> Iterator[_Check]:
        for path in paths:
            if isinstance(path, Unreadable):
                yield _told(Report(path.source, path.format, error=path.reason))
            else:
                yield from self._checks(path.parent, readers.read_file(path), str(path))

    def _checks(self, folder: Path, letters: Iterator[Letter | Unreadable], source: str) -> Iterator[_Check]:
        """The letters of one file, each read in its time; after one that takes longer to read none is read."""
        try:
            checker = self.for_folder(folder)
        except FileError as error:
            yield _told(Report(source, None, error=str(error)))
            return
        seconds = self._seconds or checker.limits.seconds
        while True:
            began = time.monotonic()
            try:
                with in_time(seconds):
                    letter = next(letters, None)
            except TooSlowError as error:
                yield _told(Report(source, None, error=str(error)))
                return
            if letter is None:
                return
            work = Work(checker.checking(letter), seconds, time.monotonic() - began)
            yield _Check(work, letter.source, letter.format, _size(letter))


class _Check(NamedTuple):
    """A letter that has been read, to be checked."""

    work: Work[Report]
    source: str
    format: str | None
    size: int
    """How many signs it has."""


def _told(report: Report) -> _Check:
    """What is known already."""
    return _Check(Work(_at_once(report), 1.0), report.file, report.format, 0)


def _at_once(report: Report) -> Stages[Report]:
    yield from ()
    return report


def _size(letter: Letter | Unreadable) -> int:
    return 0 if isinstance(letter, Unreadable) else sum(len(block.text) for block in letter.blocks)


def _reports(checks: Iterable[_Check]) -> Iterator[Report]:
    """The reports on the letters, some of which are checked side by side."""
    for few in few_at_a_time(checks, attrgetter("size"), _MOST_SIGNS):
        answers = side_by_side(check.work for check in few)
        for check, answer in zip(few, answers, strict=True):
            if isinstance(answer, TooSlowError):
                yield Report(check.source, check.format, error=str(answer))
            else:
                yield answer
