"""What the commands share that read many letters: the reports on them, and what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.cli.shared.errors import FINDINGS, NOT_CHECKED, UsageError, say
from klarsprak.finding import Level
from klarsprak.swedish import counted

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.letter import Letter, Unreadable


def check_letters(
    paths: list[str],
    config: Path | None,
    select: list[str],
    ignore: list[str],
    baseline: str | None = None,
    stdin_filename: str = "-",
    seconds: float | None = None,
) -> Iterator[Report]:
    """The reports on the letters in files and folders, and on standard input for a dash."""
    from klarsprak.checkers import CheckersByFolder
    from klarsprak.cli.shared.progress import with_progress

    pool = CheckersByFolder(config, select, ignore, baseline, seconds)
    if any((config, select, ignore, baseline)):
        # What the user wrote on the command line is wrong once, not once for every letter.
        pool.for_folder(Path())
    if "-" in paths:
        yield from pool.check_stream(sys.stdin.buffer, stdin_filename)
    yield from pool.check(with_progress(found_letters(paths)))


def letters_in(found: Path | Unreadable) -> Iterator[Letter | Unreadable]:
    """The letters in a file that was found, or why there are none."""
    from klarsprak.readers import read_file

    if isinstance(found, Path):
        yield from read_file(found)
    else:
        yield found


def files_of(paths: list[str]) -> list[Path]:
    """The files that ``check_letters`` would read; raises ``UsageError`` for a name that leads nowhere."""
    from klarsprak.letter import Unreadable

    files = []
    for found in found_letters(paths):
        if isinstance(found, Unreadable):
            raise UsageError(f"{found.source}: {found.reason}")
        files.append(found)
    return files


def found_letters(paths: list[str]) -> list[Path | Unreadable]:
    """All that ``each_letter`` finds."""
    return list(each_letter(paths))


def each_letter(paths: list[str]) -> Iterator[Path | Unreadable]:
    """The files given, and those in folders but for the copies and reports that this program made there; each once.

    *brev.granskad.docx* says the same as *brev.docx* once more, and so does a report on it.

    Raises ``PluginError``, perhaps at the end.
    """
    from klarsprak.readers import find_letters

    given = [path for path in paths if path != "-"]
    left_out: list[Path] = []
    yield from _each_once(find_letters(given, own=left_out.append))
    named = set(map(_identity, map(Path, given)))
    _tell_left_out({_identity(path): path for path in left_out if _identity(path) not in named}.values())


def _tell_left_out(own: Collection[Path]) -> None:
    """Say how many files are this program's own."""
    from klarsprak.readers.own_copy import ANNOTATED, MENDED, has_copys_name

    copies = sum(map(has_copys_name, own))
    if copies:
        made = f"{counted(copies, 'kopia', 'kopior')} som klarsprak har gjort (*.{ANNOTATED}.*, *.{MENDED}.*)"
        say(f"{made} granskas inte.")
    reports = len(own) - copies
    if reports:
        say(f"{counted(reports, 'rapport', 'rapporter')} som klarsprak har skrivit (html) granskas inte.")


def _each_once(every: Iterable[Path | Unreadable]) -> Iterator[Path | Unreadable]:
    """Each file by the first of its names: *brev.txt*, *./brev.txt*, a link to it, the folder that it lies in."""
    met = set()
    for found in every:
        file = _identity(found)
        if file not in met:
            met.add(file)
            yield found


def _identity(found: Path | Unreadable) -> object:
    """What a file is known by under all its names; the name itself where it can't be looked at."""
    if not isinstance(found, Path):
        return found.source
    try:
        status = found.stat()
    except OSError:
        return str(found)
    return status.st_dev, status.st_ino


class ExitStatus:
    """Says what could not be read, and keeps in mind what the exit code must be."""

    def __init__(self, limit: Level) -> None:
        self.limit = limit
        self.unreadable = False
        self.half_read = False
        self.unchecked = False
        self.failed = False
        self._said: set[str] = set()

    def watch(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports as they come."""
        for report in reports:
            if report.not_checked is not None:
                self.unreadable = True
                self._tell(report)
            fails = any(finding.level >= self.limit for finding in report.findings)
            self.failed |= fails
            self.unchecked |= bool(report.unchecked)
            # Of a letter that is half unread, a remark below the limit says no more than none.
            self.half_read |= bool(report.unchecked) and not fails
            yield report

    def _tell(self, report: Report) -> None:
        """Say once why something could not be read: of a configuration or a plugin, its name is said already."""
        why = str(report.not_checked)
        is_of_all = report.format is None and (".yml:" in why or why.startswith("Tillägg"))
        for line in why.splitlines() if is_of_all else [f"{report.file}: {why}"]:
            if line not in self._said:
                self._said.add(line)
                say(line)

    def code(self, exit_zero: bool) -> int:
        """2 if something could not be read, 1 if a finding was serious enough, else 0.

        Where findings don't count, a letter that is half unread is told as such whatever is found in the rest.
        """
        if self.unreadable or self.half_read or (exit_zero and self.unchecked):
            return NOT_CHECKED
        counts = self.failed and not exit_zero
        return FINDINGS if counts else 0
