"""The letters among the files and folders that the user names."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from klarsprak.letter import Unreadable

SUFFIXES = frozenset([".docx", ".docm", ".dotx", ".pdf", ".txt", ".eml", ".html", ".htm", ".doc", ".odt", ".rtf"])
"""Suffixes of the files that are picked in a folder; a file that is named itself may have any."""

_LOCK = "~$"
"""Begins the name of the file that Word keeps beside one that is open."""


def _none(path: Path) -> bool:
    return False


def find_letters(
    paths: Iterable[str], suffixes: frozenset[str] = SUFFIXES, also: Callable[[Path], bool] = _none
) -> Iterator[Path | Unreadable]:
    """The files as given, and those in the folders, each folder with its subfolders in order of name.

    In folders, files with one of ``suffixes`` are picked.  Hidden files and Word's lock files (``~$…``) are
    skipped there, but for files and folders that ``also`` wants, whatever they are called.  A name that leads
    nowhere, or to a folder without letters, gives an ``Unreadable``.
    """
    for name in paths:
        for path in _expanded(name):
            if _is_folder(path):
                yield from _in_folder(path, suffixes, also)
            elif _is_there(path):
                yield path
            else:
                yield Unreadable(name, None, "Filen finns inte. Kontrollera namnet och mappen.")


def _expanded(name: str) -> list[Path]:
    """What ``*.docx`` stands for, since the shells of Windows leave that to the program."""
    if os.path.lexists(name) or not glob.has_magic(name):
        return [Path(name)]
    found = [Path(match) for match in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207  (takes any name)
    return [path for path in found if not path.name.startswith(_LOCK)] or [Path(name)]


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
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no file can have, such as one with NUL
        return False


def _in_folder(folder: Path, suffixes: frozenset[str], also: Callable[[Path], bool]) -> Iterator[Path | Unreadable]:
    found = False
    for item in _walk(folder, frozenset(), suffixes, also):
        found = True
        yield item
    if not found:
        kinds = ", ".join(sorted(suffix[1:] for suffix in suffixes))
        reason = f"Det finns inga brev i mappen. Programmet letar efter filer av typ {kinds}."
        yield Unreadable(str(folder), None, reason)


def _walk(
    folder: Path, above: frozenset[tuple[int, int]], suffixes: frozenset[str], also: Callable[[Path], bool]
) -> Iterator[Path | Unreadable]:
    """``above`` names the folders on the way here, so that a link to one of them ends the walk."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        from klarsprak.files.errors import reason

        yield Unreadable(str(folder), None, f"Mappen går inte att öppna ({reason(error)}).")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    for entry in entries:
        if entry.name.startswith((".", _LOCK)) and not also(entry):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {here}, suffixes, also)
        elif entry.suffix.lower() in suffixes or also(entry):
            yield entry
