"""The files of a package, whatever holds them: a folder, a zip file, a tar file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

_LISTS = ("mets.xml", "sip.xml")
"""What a package's file list is called, in any case: by E-ARK, and by FGS Paketstruktur 1."""
LINK = "Filen är en länk. Länkar i arkivpaket följs inte."


class Entry(NamedTuple):
    """A file, by what its holder says of it: bytes, and whether it is a link, which is never followed."""

    size: int
    is_link: bool = False


class Files(NamedTuple):
    """Files by their paths within what holds them; ``read`` gives those that describe others: their XML.

    ``read`` raises ``BadMemberError``.
    """

    entries: Mapping[str, Entry]
    read: Callable[[str], bytes]

    def below(self, folder: str) -> Files:
        """Those in a folder, by their paths from there; an empty folder's name is the top."""
        if not folder:
            return self
        start = folder + "/"
        inner = {path.removeprefix(start): entry for path, entry in self.entries.items() if path.startswith(start)}
        return Files(inner, lambda path: self.read(start + path))


def roots(paths: Mapping[str, Entry]) -> list[str]:
    """The folders that are packages: they hold a file list, and lie in none that does.

    A representation has a METS.xml of its own: *paket*, and not *paket/representations/rep1*.
    """
    folders = sorted(folder_of(path) for path in paths if is_mets(path))
    found: list[str] = []
    for folder in folders:
        if not any(is_within(folder, other) for other in found):
            found.append(folder)
    return found


def is_mets(path: str) -> bool:
    """Whether a file is called as file lists are: *paket/METS.xml*, *paket/sip.xml*."""
    return path[-4:].lower() == ".xml" and name_of(path).lower() in _LISTS


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder's or leads into it; all lie in the top, whose name is empty."""
    return not folder or path == folder or path.startswith(folder + "/")


def folder_of(path: str) -> str:
    """*a/b* of *a/b/brev.docx*; empty for what lies at the top."""
    return path.rpartition("/")[0]


def name_of(path: str) -> str:
    """*brev.docx* of *a/b/brev.docx*."""
    return path.rpartition("/")[2]


def suffix_of(path: str) -> str:
    """The suffix in lower case, with its dot."""
    return PurePosixPath(path).suffix.lower()


def is_hidden(path: str) -> bool:
    """Whether it is hidden or Word's own: *.dold.docx*, *~$brev.docx*."""
    return name_of(path).startswith((".", "~$"))


def within(folder: str, path: str) -> str | None:
    """Where a path from a folder leads to, None where that is outside of what holds them all.

    >>> within("representations/rep1", "../../documentation/a.txt")
    'documentation/a.txt'
    >>> within("", "../hemligt.txt") is None
    True
    """
    if path.startswith("/") or path[1:2] == ":" or "\0" in path:
        return None
    steps = folder.split("/") if folder else []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def path_of_href(folder: str, href: str) -> str | None:
    """Where an address in a file list leads to, None where that is out of the package.

    Names may be percent-encoded once (*Beslut%20om%20l%C3%B6n.docx*), and FGS writes *file:///data/brev.docx* for
    what lies in the package.
    """
    name = unquote(href.strip()).replace("\\", "/")
    scheme, colon, rest = name.partition(":")
    if colon and scheme.lower() == "file":
        name = rest.lstrip("/")
    elif colon and "/" not in scheme and rest.startswith("//"):
        return None
    return within(folder, name)
