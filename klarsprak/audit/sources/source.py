"""A letter of an archive: its name and how to get its content."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.request import url2pathname

from klarsprak.audit.letter.dated import date_in_path
from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources.members import TOO_LARGE, BadMemberError, Member
from klarsprak.audit.sources.packages.seals import Seal
from klarsprak.audit.sources.stamps import Stamp, stamp_of
from klarsprak.readers import LARGEST_FILE, known_suffixes

NO_MAILS = "Det finns inga brev i brevlådan."
HOLDERS = frozenset({".zip", ".mbox", ".pst", ".ost"})
"""Suffixes of files that hold letters as files of their own."""


class ClosedError(Exception):
    """A file that can't be opened; the text is a Swedish sentence, without the file's name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A letter of the archive: its full name and how to get its content.

    ``fetch`` raises ``ClosedError``, and works only until the next source is asked for.  ``file`` is the file that
    holds the letter, whose stamp tells whether the letter may have changed; ``root`` begins the part of the name
    that is the archive's own.  ``record`` is what an archive package says of the letter, ``context`` what tells the
    state of the package's lists; what is ``passed_over`` is no letter that is to be read.
    """

    name: str
    fetch: Callable[[], bytes]
    file: Path | None = None
    root: int = 0
    mark: str | None = None
    record: Record | None = None
    context: str = ""
    passed_over: bool = False

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case, with its dot."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    @property
    def date(self) -> str | None:
        """The day, month or year that the path within the archive tells."""
        return date_in_path(self.name[self.root :])

    def stamp(self) -> str | None:
        """The stamp of the file that holds the letter, None if it has none."""
        stamp = self._stamp()
        return f"{stamp}{self.context}" if stamp else self.mark

    def read(self) -> tuple[bytes, str | None]:
        """The content, and the file's stamp if it is sure to belong to this content; raises ``ClosedError``."""
        before = self._stamp()
        data = self.fetch()
        if len(data) > LARGEST_FILE:
            raise ClosedError(TOO_LARGE)
        if before is None or not before.is_settled():
            return data, self.mark
        has_changed = before != self._stamp()
        return data, self.mark if has_changed else f"{before}{self.context}"

    def _stamp(self) -> Stamp | None:
        """The file's stamp as it is now."""
        if self.file is None:
            return None
        return stamp_of(self.file)


def picked() -> frozenset[str]:
    """Suffixes of the files that are picked in a folder; raises ``PluginError``."""
    return known_suffixes() | HOLDERS


_URL = re.compile(r"[a-z][a-z0-9+.-]+(::[a-z0-9+.-]+)?://", re.IGNORECASE)
_FILE = "file://"
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)")


def is_url(name: str | Path) -> bool:
    """Whether the name leads to another place than this machine's file system: *s3://hink/brev*."""
    return _URL.match(str(name)) is not None


def local_path(name: str) -> str:
    """The path that a ``file://`` URL stands for; any other name as it is."""
    if not name.lower().startswith(_FILE):
        return name
    return url2pathname(name[len(_FILE) :])


def full_name(name: str | Path) -> str:
    """The absolute name; bytes that are no UTF-8 are shown as escapes, which every file and console can hold.

    A URL is shown without the password that it may hold.
    """
    if is_url(name):
        return _PASSWORD.sub(r"\1", str(name))
    return os.path.abspath(name).encode("utf-8", "backslashreplace").decode()  # noqa: PTH100  (keeps links)


def raise_closed(why: str) -> bytes:
    """Raise ``ClosedError``: what stands for the content of a file that has none."""
    raise ClosedError(why)


def unpack(member: Member) -> bytes:
    """The content of a member of an archive file; raises ``ClosedError``."""
    try:
        return member.fetch()
    except BadMemberError as error:
        raise ClosedError(str(error)) from None


def sealed(fetch: Callable[[], bytes], seal: Seal | None) -> bytes:
    """The content, if it is what its package was made with; raises ``ClosedError``."""
    data = fetch()
    if seal is None or len(data) > LARGEST_FILE:
        return data  # of one too large there is only the beginning, and it is told so
    try:
        return seal.check(data)
    except BadMemberError as error:
        raise ClosedError(str(error)) from None
