"""The letters among the files and folders that the user names."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import filterfalse
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NamedTuple

from klarsprak.files.there import is_folder
from klarsprak.letter import Unreadable
from klarsprak.plugins import Group, Plugin, found
from klarsprak.readers.own_copy import has_copys_name, is_own_copy
from klarsprak.readers.own_report import is_own_report

SUFFIXES = frozenset(
    [".docx", ".docm", ".dotx", ".pdf", ".txt", ".eml", ".html", ".htm", ".doc", ".odt", ".fodt", ".rtf", ".msg"]
)
"""Suffixes of the files that are picked in a folder; a file that is named itself may have any."""

_ONLY_OWN = "Där finns bara kopior och rapporter som klarsprak har gjort. Nämn filen själv om den ska granskas."
_LOCK = "~$"
"""Begins the name of the file that Word keeps beside one that is open."""


def added_readers() -> Mapping[str, Plugin]:
    """The readers that plugins add, by the ending of their files without its dot; raises ``PluginError``."""
    return found(Group.READERS, _own_names())


@cache
def _own_names() -> frozenset[str]:
    """The names that no plugin's reader may take."""
    from klarsprak.readers.sniff import Format

    return frozenset([*Format, *(suffix[1:] for suffix in SUFFIXES)])


def known_suffixes() -> frozenset[str]:
    """``SUFFIXES`` and those that plugins read; raises ``PluginError``."""
    return SUFFIXES.union(f".{name}" for name in added_readers())


def _none(path: Path) -> bool:
    """Wants no file beside those with a letter's suffix."""
    return False


def _untold(path: Path) -> None:
    """Tells nobody of a file that is left out."""


def is_own_file(path: Path) -> bool:
    """Whether a file that is found among letters is what this program wrote: a copy of one, or a report."""
    return is_own_copy(path) or is_own_report(path)


def names_copies(name: str) -> bool:
    """Whether what the user named is a pattern for copies: whoever writes *ut/*.granskad.docx* wants to read them."""
    return glob.has_magic(name) and has_copys_name(PurePath(name))


class _Wanted(NamedTuple):
    """Which files and folders of a folder are looked at."""

    suffixes: Callable[[], frozenset[str]]
    also: Callable[[Path], bool]
    own: Callable[[Path], object] | None
    """Told of each file of this program's that is left out; None where none is."""

    def passes_over(self, entry: Path) -> bool:
        """Whether a file or folder is hidden, or Word's own."""
        is_hidden = entry.name.startswith((".", _LOCK))
        return is_hidden and not self.also(entry)

    def picks(self, entry: Path) -> bool:
        """Whether a file may be a letter by its name."""
        has_suffix = entry.suffix.lower() in self.suffixes()
        return has_suffix or self.also(entry)

    def leaves_out(self, entry: Path) -> bool:
        """Whether a file that was picked is a copy of a letter or a report that this program wrote."""
        if self.own is None or not is_own_file(entry):
            return False
        self.own(entry)
        return True

    def noting(self, left_out: list[Path]) -> _Wanted:
        """The same, which also notes what is left out."""
        tell = self.own
        if tell is None:
            return self

        def note(entry: Path) -> None:
            left_out.append(entry)
            tell(entry)

        return self._replace(own=note)


def find_letters(
    paths: Iterable[str],
    suffixes: frozenset[str] | None = None,
    also: Callable[[Path], bool] = _none,
    own: Callable[[Path], object] | None = _untold,
) -> Iterator[Path | Unreadable]:
    """The files as given, and those in the folders, each folder with its subfolders in order of name.

    In folders, files with one of ``suffixes`` are picked, by default ``known_suffixes()``.  Hidden files and Word's
    lock files (``~$…``) are skipped there, but for files and folders that ``also`` wants, whatever they are called.
    So are this program's own copies and reports: ``own`` is told of each; None lets them be found.
    A pattern for copies (``names_copies``) finds them as their own names would.
    A name that leads nowhere, or to a folder without letters, gives an ``Unreadable``.  Raises ``PluginError``, where
    no folder is met at the end: the first file can be used before it is known what plugins there are.
    """
    known = cache(known_suffixes if suffixes is None else partial(frozenset[str], suffixes))
    wanted = _Wanted(known, also, own)
    for name in paths:
        yield from _named(name, wanted)
    known()


def _named(name: str, wanted: _Wanted) -> Iterator[Path | Unreadable]:
    """The letters that the user named, or an ``Unreadable`` where a pattern fits only files of this program's."""
    paths = _expanded(name)
    is_pattern = paths != [Path(name)]
    picked = list(filterfalse(wanted.leaves_out, paths)) if is_pattern and not names_copies(name) else paths
    if not picked:
        yield Unreadable(name, None, _ONLY_OWN)
    for path in picked:
        yield from _at(path, name, wanted)


def _at(path: Path, name: str, wanted: _Wanted) -> Iterator[Path | Unreadable]:
    """The letters to which a path leads that the user named ``name``."""
    if _is_folder(path):
        yield from _in_folder(path, wanted)
    elif _is_there(path):
        yield path
    else:
        yield Unreadable(name, None, "Filen finns inte. Kontrollera namnet och mappen.")


def _expanded(name: str) -> list[Path]:
    """What ``*.docx`` stands for, since the shells of Windows leave that to the program.

    A file may be called *[utkast].docx* itself, and a pattern that fits nothing stands for its own name.
    """
    if os.path.lexists(name):
        return [Path(name)]
    names = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207  (takes any name)
    return list(filterfalse(_is_lock, map(Path, names))) or [Path(name)]


def _is_lock(path: Path) -> bool:
    """Whether it is a file that Word keeps beside another one: *~$brev.docx*."""
    return path.name.startswith(_LOCK)


def _is_there(path: Path) -> bool:
    """Whether the name leads somewhere, be it to what may not be read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def _is_folder(path: Path) -> bool:
    """Whether the name leads to a folder; no name that no file can have does, such as one with NUL."""
    try:
        return is_folder(path)
    except (OSError, ValueError):
        return False


def _in_folder(folder: Path, wanted: _Wanted) -> Iterator[Path | Unreadable]:
    """The letters in a folder and those below, or an ``Unreadable`` if there are none."""
    is_empty = True
    left_out: list[Path] = []
    for item in _walk(folder, frozenset(), wanted.noting(left_out)):
        is_empty = False
        yield item
    if is_empty:
        yield Unreadable(str(folder), None, _ONLY_OWN if left_out else _no_letters(wanted))


def _no_letters(wanted: _Wanted) -> str:
    """Why nothing is read of a folder without any file that may be a letter."""
    kinds = ", ".join(sorted(suffix[1:] for suffix in wanted.suffixes()))
    return f"Det finns inga brev i mappen. Välj en mapp som har filer av typ {kinds}."


def _walk(folder: Path, above: frozenset[tuple[int, int]], wanted: _Wanted) -> Iterator[Path | Unreadable]:
    """The letters in a folder and those below.

    ``above`` names the folders on the way here, so that a link to one of them ends the walk.
    """
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=attrgetter("name"))
    except OSError as error:
        from klarsprak.files.errors import reason

        yield Unreadable(str(folder), None, f"Mappen går inte att öppna ({reason(error)}).")
        return
    here = (status.st_dev, status.st_ino)
    if here not in above:
        yield from _among_entries(entries, above | {here}, wanted)


def _among_entries(
    entries: Iterable[Path], above: frozenset[tuple[int, int]], wanted: _Wanted
) -> Iterator[Path | Unreadable]:
    """The letters among a folder's entries and below them.

    A hidden folder is passed over with all that it holds.
    """
    for entry in entries:
        if wanted.passes_over(entry):
            continue
        if entry.is_dir():
            yield from _walk(entry, above, wanted)
        elif wanted.picks(entry) and not wanted.leaves_out(entry):
            yield entry
