"""What the commands share that read one letter and write another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.target import check_target

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.letter import Letter


ANNOTATED, MENDED = "granskad", "rättad"
"""What stands before the suffix of the copies that ``annotate`` and ``fix`` make beside a letter."""


def read_and_check(
    path: Path, formats: dict[str, str], config: Path | None, select: list[str], ignore: list[str]
) -> tuple[bytes, Letter, Report]:
    """The file's bytes, its letter and the report on it; raises ``UsageError`` for what can't be used.

    ``formats`` are those that the command can write, and what people call them.
    """
    from klarsprak.checkers import CheckersByFolder
    from klarsprak.letter import Letter
    from klarsprak.readers import read_file

    letter = next(read_file(path))
    if not isinstance(letter, Letter):
        raise UsageError(f"{path}: {letter.reason}")
    _check_name(path, letter)
    if letter.format not in formats:
        names = " och ".join(formats.values())
        raise UsageError(f"{path}: kommandot klarar bara {names}. Använd klarsprak check för andra brev.")
    report = CheckersByFolder(config, select, ignore).for_folder(path.parent).check(letter)
    if report.error is not None:
        raise UsageError(f"{path}: {report.error}")
    for note in report.notes:
        say(f"{path}: {note}")
    return path.read_bytes(), letter, report


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
    if path.is_dir():
        raise UsageError(f"{path}: Det är en mapp, inte en fil.")
    chosen = output or path.with_name(f"{path.stem}.{word}{path.suffix}")
    if path.suffix.lower() in _MARKED_UP and chosen.suffix.lower() != path.suffix.lower():
        raise UsageError(f"{chosen}: filen får samma format som brevet. Låt namnet sluta på {path.suffix}.")
    check_target(chosen, force, [path])
    return chosen


_MARKED_UP = (".docx", ".docm", ".dotx", ".pdf")
"""Files that are more than text: what is in them follows the letter's, whatever they are called."""


def spare_files(files: Mapping[Path, bytes]) -> None:
    """Raises ``UsageError`` for a file that is there and says something else than what would be written."""
    for path, data in files.items():
        if path.exists() and path.read_bytes() != data:
            raise UsageError(f"{path}: filen finns redan. Lägg till --force om den ska skrivas över.")


def save(path: Path, data: bytes) -> None:
    """Write the file whole; raises ``UsageError``."""
    from klarsprak.files.errors import reason
    from klarsprak.files.whole import bytes_written_whole

    try:
        with bytes_written_whole(path) as stream:
            stream.write(data)
    except OSError as error:
        raise UsageError(f"{path}: filen går inte att skriva ({reason(error)}).") from None
