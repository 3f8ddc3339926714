"""The letters of an archive: files, folders of any depth, archive packages, members of zip, tar, mbox and Maildir."""

from __future__ import annotations

import glob
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import ModuleType

from klarsprak.audit.sources import maildir, mboxes, tars, zips
from klarsprak.audit.sources.members import BadMemberError, Member, shown
from klarsprak.audit.sources.packages import folders
from klarsprak.audit.sources.packages.contents import Contents, Item, add_package
from klarsprak.audit.sources.packages.package import OUTGOING, Choice
from klarsprak.audit.sources.packages.seals import Seal
from klarsprak.audit.sources.source import (
    HOLDERS,
    NO_MAILS,
    ClosedError,
    Source,
    full_name,
    is_url,
    local_path,
    picked,
    raise_closed,
    sealed,
    unpack,
)
from klarsprak.files.errors import FileError, reason
from klarsprak.files.there import is_folder
from klarsprak.letter import Unreadable
from klarsprak.readers import LARGEST_FILE, find_letters
from klarsprak.readers.find import is_own_file, names_copies


@dataclass(frozen=True, slots=True)
class Names:
    """Names of files and folders: those given, and those in lists of files, one a line; can be gone through twice.

    Going through them raises ``FileError`` for a list that can't be read.
    """

    given: Sequence[str] = ()
    lists: Sequence[Path] = ()

    def __iter__(self) -> Iterator[str]:
        yield from self.given
        for path in self.lists:
            yield from _names_in(path)

    def folders(self) -> list[str]:
        """Full names of those given that hold files: folders and zip files."""
        return [full_name(name).rstrip("/\\") for name in self.given]


def _names_in(path: Path) -> Iterator[str]:
    """The names in a list of files, one a line."""
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
            for line in filter(str.strip, lines):
                yield local_path(line.rstrip("\r\n"))
    except OSError as error:
        raise FileError(f"{path}: listan går inte att läsa ({reason(error)}).") from None


def check_there(names: Iterable[str]) -> None:
    """Raise ``FileError`` for a source on the command line that isn't there: most likely a slip."""
    for name in names:
        if is_url(name):
            _remote().check_there(name)
        elif not _is_there(name):
            raise FileError(f"{name}: filen eller mappen finns inte.")


def check_not_empty(names: Names) -> None:
    """Raise ``FileError`` where the folders on the command line hold no letter at all, before a ledger is made.

    What can't be told without opening it, a list of files or a source elsewhere, may hold some.
    """
    if names.lists or any(map(is_url, names.given)):
        return
    empty = [next(find_letters([name], picked(), _also)) for name in names.given]
    if all(isinstance(found, Unreadable) for found in empty):
        raise FileError(
            " ".join(f"{found.source}: {found.reason}" for found in empty if isinstance(found, Unreadable))
        )


def _is_there(name: str) -> bool:
    """Whether a name, or a pattern that the shell has left alone (*arkiv/*.docx*), leads to something."""
    if os.path.lexists(name):
        return True
    return bool(glob.glob(name))  # noqa: PTH207  (a path's own ``glob`` takes no absolute pattern)


def count_letters(names: Names | Sequence[str]) -> int | None:
    """How many files there are, without reading them; a mailbox and a zip file within another count as one.

    None where it would take too long to find out.
    """
    if any(map(is_url, names)):
        return None
    return sum(map(_count_members, find_letters(names, picked(), _also, None)))


def _also(path: Path) -> bool:
    """Whether a file or folder is looked at whatever its suffix: part of a Maildir, a tar file, a package's list."""
    return maildir.is_part(path) or tars.picks(path) or folders.picks(path)


def read_archive(names: Iterable[str], choice: Choice = OUTGOING) -> Iterator[Source]:
    """Every file of the archive, one at a time; ``choice`` says what is read of archive packages."""
    for name in names:
        if is_url(name):
            yield from _remote().read(name, choice)
        else:
            yield from _Local(name, choice).sources()


class _Local:
    """A name of this machine's file system, and what is read of archive packages under it."""

    def __init__(self, name: str, choice: Choice) -> None:
        self._name = name
        self._path = Path(name)
        self._choice = choice
        self._root = len(full_name(name).rstrip("/\\").rpartition(os.sep)[0])
        """The length of what in the letters' names is no part of the archive."""

    def sources(self) -> Iterator[Source]:
        """Every file under the name."""
        packages = folders.Packages(_top(self._name))
        opened: set[Path] = set()
        for path in find_letters([self._name], picked(), _also, None):
            if isinstance(path, Unreadable):
                yield Source(full_name(path.source), partial(raise_closed, path.reason))
                continue
            package = packages.around(path) if self._is_found(path) else None
            if package is None:
                yield from self._read_plain(path)
            elif package not in opened:
                opened.add(package)
                yield from self._read_package(package)

    def _is_found(self, path: Path) -> bool:
        """Whether a file was found in a folder, and not named itself; a package may be named by its list."""
        return path != self._path or folders.picks(path)

    def _read_plain(self, path: Path) -> Iterator[Source]:
        """The letters in a file of no package: none in a METS.xml without one, nor in our own that isn't named."""
        if self._is_found(path) and not names_copies(self._name) and is_own_file(path):
            yield Source(full_name(path), bytes, root=self._root, passed_over=True)
        elif path == self._path or not folders.picks(path):
            yield from self._read_file(path)

    def _read_file(self, path: Path) -> Iterator[Source]:
        """The letters in a file, or one that can't be fetched for a file that can't be opened."""
        try:
            yield from self._letters(path)
        except OSError as error:
            why = f"Filen går inte att öppna ({reason(error)})."
            yield Source(full_name(path), partial(raise_closed, why))

    def _letters(self, path: Path) -> Iterator[Source]:
        """The letters in a file: one, or as many as an archive file or a mailbox holds; raises ``OSError``."""
        if tars.is_tar(path.name):
            yield from self._read_members(path, tars.members)
            return
        match path.suffix.lower():
            case ".zip":
                yield from self._read_members(path, zips.members)
            case ".mbox":
                yield from self._read_mailbox(path)
            case ".pst" | ".ost":
                yield from self._read_outlook(path)
            case _:
                yield Source(maildir.name_mail(full_name(path)), partial(_fetch, path), path, self._root)

    def _read_members(self, path: Path, members: Callable[..., Iterator[Member]]) -> Iterator[Source]:
        """The letters in an archive file, by their names in it: *arkiv.zip/2019/brev.docx*."""
        name = full_name(path)
        with path.open("rb") as stream:
            for member in members(name, stream, path.stat().st_size, picked(), self._choice):
                fetch, record, passed_over = partial(unpack, member), member.record, member.passed_over
                yield Source(member.name, fetch, path, self._root, record=record, passed_over=passed_over)

    def _read_mailbox(self, path: Path) -> Iterator[Source]:
        """The messages of an mbox file, by number: *post.mbox/1.eml*."""
        name, number = full_name(path), 0
        with path.open("rb") as stream:
            for number, data in enumerate(mboxes.messages(stream), 1):
                yield Source(f"{name}/{number}.eml", partial(bytes, data), path, self._root)
        if not number:
            yield Source(name, partial(raise_closed, NO_MAILS))

    def _read_outlook(self, path: Path) -> Iterator[Source]:
        """The messages of a mailbox of Outlook's, by folder and number: *arkiv.pst/Skickat/2097188.eml*."""
        from klarsprak.audit.sources import psts  # the library only where there is a mailbox

        name, found = full_name(path), False
        try:
            with path.open("rb") as stream:
                for inner, data in psts.messages(stream):
                    found = True
                    fetch = partial(raise_closed, data) if isinstance(data, str) else partial(bytes, data)
                    yield Source(shown(name, inner), fetch, path, self._root)
        except psts.MissingLibraryError:
            yield Source(name, partial(raise_closed, psts.MISSING), root=self._root)
        except OSError:
            yield Source(name, partial(raise_closed, psts.BROKEN), root=self._root)
        else:
            if not found:
                yield Source(name, partial(raise_closed, NO_MAILS))

    def _read_package(self, folder: Path) -> Iterator[Source]:
        """The letters of an archive package, and what is wrong with it."""
        marked, found = folders.Marked(folders.files_of(folder)), Contents()
        add_package(marked.files, "", picked(), self._choice, found)
        name = full_name(folder)
        for path, fault in found.faults.items():  # named as they are written, even where that leads out
            yield Source(shown(name, path), partial(raise_closed, fault), root=self._root)
        for path in found.passed_over:
            yield Source(shown(name, path), bytes, root=self._root, passed_over=True)
        for path, item in found.letters.items():
            for source in self._read_packed(folder / path, item):
                yield replace(source, record=source.record or item.record, context=f"-{marked}")

    def _read_packed(self, path: Path, item: Item) -> Iterator[Source]:
        """The letters in a file of a package, which must be what it was when the package was made."""
        if item.seal is None:
            yield from self._read_file(path)
        elif tars.is_tar(path.name) or path.suffix.lower() in HOLDERS:
            fault = _broken_seal(path, item.seal)
            broken = Source(full_name(path), partial(raise_closed, fault), root=self._root)
            yield from [broken] if fault else self._read_file(path)
        else:
            for source in self._read_file(path):
                yield replace(source, fetch=partial(sealed, source.fetch, item.seal))


def _top(name: str) -> Path:
    """The folder that a name leads to, or from which its pattern goes on; that of a file is its own."""
    path = Path(name)
    while glob.has_magic(str(path)) and not os.path.lexists(path):
        path = path.parent
    return path if is_folder(path) else path.parent


def _broken_seal(path: Path, seal: Seal) -> str:
    """What is wrong with a large file, empty where nothing is."""
    try:
        with path.open("rb") as stream:
            seal.check_pieces(iter(partial(stream.read, 1024**2), b""))
    except BadMemberError as error:
        return str(error)
    except OSError as error:
        return f"Filen går inte att öppna ({reason(error)})."
    return ""


def _remote() -> ModuleType:
    """The module for sources elsewhere, which needs a library that not everybody has."""
    try:
        from klarsprak.audit.sources import remote
    except ModuleNotFoundError as error:
        if error.name != "fsspec":
            raise
        raise FileError("Källor med :// kräver fsspec. Skriv: pip install './klarsprak[cluster]'") from None
    return remote


def _fetch(path: Path) -> bytes:
    """The content of a plain file, or as much as tells that it is too large; raises ``ClosedError``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise ClosedError("Det är ingen vanlig fil.")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ClosedError(f"Filen går inte att öppna ({reason(error)}).") from None
    except ValueError:
        raise ClosedError("Filen går inte att öppna (namnet är inte giltigt).") from None


def _count_members(path: Path | Unreadable) -> int:
    """How many letters stand behind a path, as far as its name and a zip file's own list of members tell."""
    if isinstance(path, Unreadable) or path.suffix.lower() != ".zip":
        return 1
    try:
        with zipfile.ZipFile(path) as package:
            return len(zips.pick_members(package, picked()))
    except zips.BROKEN:
        return 1
