"""Where a command writes: never over a file that it reads, and over another one only when it is asked to."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from klarsprak.cli.shared.errors import UsageError
from klarsprak.files.there import is_existing_file


def check_target(output: Path, force: bool, read: Iterable[Path | None]) -> None:
    """Raises ``UsageError`` where writing ``output`` would lose something.

    That is a file among ``read``, by whatever name (a link, other capitals), with or without ``force``, and any other
    file that is there without it.  A device or a pipe loses nothing.
    """
    if not is_existing_file(output):
        return
    if any(_is_same(output, path) for path in read):
        raise UsageError(f"{output}: kommandot läser den filen. Välj ett annat namn för det som skrivs.")
    if not force:
        raise UsageError(f"{output}: filen finns redan. Lägg till --force om den ska skrivas över.")


def files_read(paths: Iterable[str]) -> Iterator[Path | None]:
    """The letters that would be checked, those given and those in the folders, and the settings for each folder."""
    from klarsprak.config.location import find_config
    from klarsprak.readers import find_letters

    folders = set()
    for found in find_letters(paths):  # not last time's copy or report in a folder, which may be written anew
        if isinstance(found, Path):
            yield found
            if found.parent not in folders:
                folders.add(found.parent)
                yield from config_files(find_config(found.parent))


def config_files(config: Path | None) -> Iterator[Path]:
    """The configuration and the files that it builds on; of one that can't be used the file itself."""
    from klarsprak.config.model import load_config
    from klarsprak.files.errors import FileError

    if config is None:
        return
    yield config
    try:
        for layer in load_config(config).layers[1:]:
            yield layer.path
    except FileError:  # told when letters are checked
        return


def _is_same(output: Path, path: Path | None) -> bool:
    """Whether both names lead to one file; a name that leads nowhere is no file."""
    try:
        return path is not None and output.samefile(path)
    except OSError:
        return False


@contextmanager
def out_to(output: Path | None, binary: bool = False) -> Iterator[Any]:
    """The file, written whole or not at all, or standard output; raises ``UsageError``.

    What is written tells of letters, often by their words: a new file is its writer's alone.
    """
    if output is None:
        yield sys.stdout
        return
    from klarsprak.files.errors import reason
    from klarsprak.files.whole import bytes_written_whole, written_whole

    try:
        with bytes_written_whole(output, private=True) if binary else written_whole(output, private=True) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{output}: filen går inte att skriva ({reason(error)}).") from None
