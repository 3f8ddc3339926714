"""Many letters, each checked by its own organisation's choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from klarsprak import readers
from klarsprak.bounds import TooSlowError, in_time
from klarsprak.checker import Checker
from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.finding import Report
from klarsprak.letter import Letter, Unreadable


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
        for path in paths:
            if isinstance(path, Unreadable):
                yield Report(path.source, path.format, error=path.reason)
            else:
                yield from self._reports(path.parent, readers.read_file(path), str(path))

    def check_stream(self, stream: BinaryIO, source: str) -> Iterator[Report]:
        """Reports for a letter in an open stream; the folder of ``source``, its name, leads to its configuration."""
        yield from self._reports(Path(source).parent, readers.read_stream(stream, source), source)

    def _reports(self, folder: Path, letters: Iterator[Letter | Unreadable], source: str) -> Iterator[Report]:
        """The reports on the letters of one file, each in its time; after one that takes longer nothing comes."""
        try:
            checker = self.for_folder(folder)
        except FileError as error:
            yield Report(source, None, error=str(error))
            return
        seconds = self._seconds or checker.limits.seconds
        try:
            while (report := _next_report(checker, letters, seconds)) is not None:
                yield report
        except TooSlowError as error:
            yield Report(source, None, error=str(error))


def _next_report(checker: Checker, letters: Iterator[Letter | Unreadable], seconds: float) -> Report | None:
    """The report on the next letter, read and checked; None after the last.  Raises ``TooSlowError``."""
    with in_time(seconds):
        letter = next(letters, None)
        return None if letter is None else checker.check(letter)
