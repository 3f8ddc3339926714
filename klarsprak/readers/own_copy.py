"""Which files are copies that this program made of letters, and no letters themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

from klarsprak.files.there import is_existing_file, is_there

if TYPE_CHECKING:
    from zipfile import ZipFile

ANNOTATED, MENDED = "granskad", "rättad"
"""What stands before the suffix of the copies that ``annotate`` and ``fix`` make beside a letter."""
AUTHOR = "klarsprak"
"""Who has written our notes and tracked changes, as the file says it."""

_PARTS = ("word/comments.xml", "word/document.xml", "content.xml")
"""Where Word's and LibreOffice's documents keep notes and tracked changes."""
_MARKS = (f'author="{AUTHOR}"'.encode(), f"creator>{AUTHOR}<".encode())
_PDF_MARK = f"/T ({AUTHOR})".encode()
_MOST_BYTES = 16 * 1024**2
"""So much of a file, or of a part of it, is looked through."""


def has_copys_name(path: PurePath) -> bool:
    """Whether a file is called as our copies are: *brev.granskad.docx*, *brev.2.rättad.docx*."""
    word = path.stem.rpartition(".")[2]
    return len(word) < len(path.stem) and normalize("NFC", word) in (ANNOTATED, MENDED)


def originals(path: PurePath) -> Iterator[str]:
    """What the letter may be called that a copy was made of: of *brev.2.granskad.docx* *brev.2.docx* and *brev.docx*.

    None where the file isn't called as our copies are.
    """
    stem = path.stem.rpartition(".")[0] if has_copys_name(path) else ""
    while stem:
        yield f"{stem}{path.suffix}"
        stem = stem.rpartition(".")[0]


def is_own_copy(path: Path) -> bool:
    """Whether a file in a folder is what ``annotate`` or ``fix`` made of a letter.

    It is called so, and the letter lies beside it or notes or changes of ours are in it: of another one called so
    nobody knows that it isn't somebody's own.
    """
    if not has_copys_name(path):
        return False
    try:
        if not is_existing_file(path):  # a pipe would be waited for
            return False
        return any(is_there(path.with_name(name)) for name in originals(path)) or _tells(path)
    except OSError:  # told when it is read as a letter
        return False


def _tells(path: Path) -> bool:
    """Whether notes or tracked changes of ours are in the file; raises ``OSError``."""
    if path.suffix.lower() == ".pdf":
        with path.open("rb") as stream:
            return _PDF_MARK in stream.read(_MOST_BYTES)
    from zipfile import ZipFile

    from klarsprak.readers.zipped import ZIP_ERRORS

    try:
        with ZipFile(path) as package:
            return any(_tells_in(package, name) for name in _PARTS if name in package.NameToInfo)
    except ZIP_ERRORS:  # no such document, or a broken one
        return False


def _tells_in(package: ZipFile, name: str) -> bool:
    """Whether a part of a document has a note or a change of ours."""
    with package.open(name) as stream:
        text = stream.read(_MOST_BYTES)
    return any(mark in text for mark in _MARKS)
