"""What the commands share that read one letter and write another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.target import check_target
from klarsprak.files.there import exists, is_folder

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.letter import Letter
    from klarsprak.readers.sniff import Format


WORD, OPENDOCUMENT = "Word-dokument (.docx och .doc)", "LibreOffice-dokument (.odt)"
CONVERTED = ("doc", "rtf")
"""Formats that are written as a docx, which LibreOffice makes of them and turns back."""


def read_and_check(
    path: Path, formats: dict[str, str], config: Path | None, select: list[str], ignore: list[str]
) -> tuple[bytes, Letter, Report]:
    """The bytes to write into, the letter and the report on it; raises ``UsageError`` for what can't be used.

    The bytes are the file's own, but for one that LibreOffice has converted: they are those of the docx then, and
    ``save_document`` leads back.  ``formats`` are those that the command can write, and what people call them.
    """
    from klarsprak.checkers import CheckersByFolder
    from klarsprak.swedish import listed

    data, letter = _read(path)
    _check_name(path, letter)
    if letter.format not in formats:
        names = listed(list(dict.fromkeys(formats.values())))
        raise UsageError(f"{path}: kommandot klarar bara {names}. Använd klarsprak check för andra brev.")
    report = CheckersByFolder(config, select, ignore).for_folder(path.parent).check(letter)
    if report.error is not None:
        raise UsageError(f"{path}: {report.error}")
    for note in report.notes:
        say(f"{path}: {note}")
    return data, letter, report


def _read(path: Path) -> tuple[bytes, Letter]:
    """The bytes to write into, and the letter; raises ``UsageError``."""
    from klarsprak.letter import ReadError
    from klarsprak.readers import read_file
    from klarsprak.readers.office import convert, read_converted
    from klarsprak.readers.own import own_letter
    from klarsprak.readers.sniff import Format

    kind = _find_converted_format(path)
    try:
        if kind is not None:
            document = convert(path.read_bytes(), kind, Format.DOCX)
            return document, read_converted(document, str(path), kind)
        letter = own_letter(read_file(path), str(path))
        return path.read_bytes(), letter
    except ReadError as error:
        raise UsageError(f"{path}: {error.reason}") from None


def _find_converted_format(path: Path) -> Format | None:
    """The file's format if LibreOffice must convert it; None for others, and for what can't be read at all."""
    from klarsprak.files.odd import is_odd
    from klarsprak.letter import ReadError
    from klarsprak.readers import LARGEST_FILE
    from klarsprak.readers.sniff import sniff

    if is_odd(path):
        return None
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None
        kind = sniff(path.read_bytes(), path.name)
    except (OSError, ValueError, ReadError):
        return None
    return kind if str(kind) in CONVERTED else None


def _check_name(path: Path, letter: Letter) -> None:
    """Raises ``UsageError`` where the name says another format: a copy beside it would be called as wrongly."""
    from klarsprak.readers.misnamed import describe_misnamed

    misnamed = describe_misnamed(letter.format, path.name)
    if misnamed is not None:
        raise UsageError(f"{path}: {misnamed}")


def choose_target(path: Path, output: Path | None, word: str, force: bool) -> Path:
    """The file to write: ``output``, or one beside the letter with ``word`` in its name.

    Raises ``UsageError`` if it is the letter itself, or is there already, unless ``force``.
    """
    if is_folder(path):
        raise UsageError(f"{path}: Det är en mapp, inte en fil.")
    chosen = output or path.with_name(f"{path.stem}.{word}{path.suffix}")
    if path.suffix.lower() in _MARKED_UP and chosen.suffix.lower() != path.suffix.lower():
        raise _other_format(chosen, path.suffix)
    check_target(chosen, force, [path])
    return chosen


_SUFFIXES = {
    "docx": (".docx", ".docm", ".dotx"),
    "pdf": (".pdf",),
    "odt": (".odt", ".ott"),
    "doc": (".doc", ".dot"),
    "rtf": (".rtf",),
    "text": (".txt",),
}
"""What files of a format that can be written are called; a text may be called anything that says no other format."""
_MARKED_UP = frozenset(chain.from_iterable(_SUFFIXES.values())) - {".txt"}
"""Files that are more than text: what is in them follows the letter's, whatever they are called."""


def check_format(path: Path, chosen: Path, letter_format: str) -> None:
    """Raises ``UsageError`` where the name of what is written says another format: Word opens no text called .docx.

    ``letter_format`` is that of the letter at ``path``, and of what is written.
    """
    from klarsprak.readers import SUFFIXES

    own = (path.suffix.lower(), *_SUFFIXES[letter_format])
    suffix = chosen.suffix.lower()
    if suffix in SUFFIXES | _MARKED_UP and suffix not in own:
        raise _other_format(chosen, path.suffix or own[1])


def _other_format(chosen: Path, suffix: str) -> UsageError:
    """The error for a name that says another format than the letter's; ``suffix`` is what it may end in."""
    return UsageError(f"{chosen}: filen får samma format som brevet. Låt namnet sluta på {suffix}.")


def spare_files(files: Mapping[Path, bytes]) -> None:
    """Raises ``UsageError`` for a file that is there and says something else than what would be written."""
    for path, data in files.items():
        if exists(path) and path.read_bytes() != data:
            raise UsageError(f"{path}: filen finns redan. Lägg till --force om den ska skrivas över.")


def save(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write the file whole, a copy open to nobody that the letter ``like`` it is closed to; raises ``UsageError``."""
    from klarsprak.files.errors import reason
    from klarsprak.files.whole import bytes_written_whole

    try:
        with bytes_written_whole(path, like=like) as stream:
            stream.write(data)
    except OSError as error:
        raise UsageError(f"{path}: filen går inte att skriva ({reason(error)}).") from None


def save_document(path: Path, data: bytes, letter_format: str, letter: Path) -> None:
    """Write what has become of the letter's bytes, in its format; a docx is converted back if it came so.

    Raises ``ReadError`` where LibreOffice fails, and ``UsageError``.
    """
    check_format(letter, path, letter_format)
    if letter_format not in CONVERTED:
        save(path, data, letter)
        return
    from klarsprak.readers.office import convert
    from klarsprak.readers.sniff import Format

    save(path, convert(data, Format.DOCX, Format(letter_format)), letter)
    say(f"{path}: LibreOffice har skrivit filen. Jämför utseendet med originalet.")
