"""What is made of the shipped rules at each start, kept beside the program by the first, as Python keeps its code.

Reading 6,000 rules and sorting their words takes as long as importing all that a check needs.  What comes of it is
the same as long as program and packs are: the file says which state of both it was made from, by the name, the size
and the day of each file, and another state's is never used.  It lies in the program's own folder: who can write there
can change the program too, so it is trusted as much, and where others than those can write it, not at all.  A
checksum tells what a disk has damaged.  Where nobody may write, each start makes everything anew.
"""

from __future__ import annotations

import os
import pickle
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from hashlib import blake2b, sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from klarsprak.files.folded import FoldedList, FoldedModel, Folds
from klarsprak.files.pieces import Pieces
from klarsprak.startup import uncollected

FOLDER = Path(__file__).with_name("ready")
_PROGRAM = Path(__file__).parents[1]
_RULES = _PROGRAM.parent / "rules"
"""Where the packs lie in a checkout; once the package is built they lie within it."""
_LIBRARIES = ("pydantic", "numpy")
"""What the kept objects are made with."""
_SUM = 32
_PIECE = 1 << 16
_MOST_ORGANISATIONS = 8
"""Organisations whose checkers are kept, of a megabyte for a thousand rules each."""
_DAY = 24 * 60 * 60
_LEFT_OUT = frozenset({"__pycache__", FOLDER.name})


def ready(name: str, make: Callable[[], Any], *, folded: bool = False, choices: bytes = b"") -> Any:
    """What ``make`` makes, or made at an earlier start of the same program with the same packs.

    ``folded``: with models that are read when somebody asks for them, as of few of many.  ``choices`` tell what was
    made for one organisation from what was made for others; a few of these are kept.
    """
    told_apart = f"-{choices.hex()}" if choices else ""
    path = FOLDER / f"{name}{told_apart}.{sys.implementation.cache_tag}.pickle"
    state = _state() + choices
    kept = _read(path, state)
    if kept is None:
        kept = make()
        if choices and not _has_room(path):
            return kept
        _write(path, state, kept, _Folding if folded else _Strings)
    return kept


def _has_room(path: Path) -> bool:
    """Whether one more organisation's may be kept; the oldest goes for it, but for those of today.

    A server for a hundred organisations would else write what nobody reads before it is gone again.
    """
    name = path.name.partition("-")[0]
    with suppress(OSError):
        others = sorted((each.stat().st_mtime, each) for each in FOLDER.glob(f"{name}-*") if each != path)
        if len(others) < _MOST_ORGANISATIONS:
            return True
        day, oldest = others[0]
        if time.time() - day > _DAY:
            oldest.unlink()
            return True
    return False


@uncollected()
def _read(path: Path, state: bytes) -> Any:
    """What the file keeps; None where it isn't there, is of another state or can't be used."""
    # Whatever is wrong with it, all can be made anew.
    with suppress(Exception), path.open("rb") as file:
        if _is_as_guarded(path.parent.stat()) and _is_as_guarded(os.fstat(file.fileno())):
            checksum = file.read(_SUM)
            if checksum == _checksum(state, iter(partial(file.read, _PIECE), b"")):
                file.seek(_SUM)
                return _unpacked(file)
    return None


def _is_as_guarded(kept: os.stat_result) -> bool:
    """Whether nobody may write the file or folder who may not write the program: a loaded pickle can do anything.

    A service may run with an *umask* that leaves what it makes open to all.
    """
    program = _PROGRAM.stat()
    more = kept.st_mode & ~program.st_mode
    if program.st_mode & stat.S_IWGRP and kept.st_gid != program.st_gid:
        more |= kept.st_mode
    return not more & (stat.S_IWGRP | stat.S_IWOTH)


def _checksum(state: bytes, pieces: Iterable[bytes]) -> bytes:
    """What tells both the state and the data from others.

    By the piece: a file that is read at once leaves a gap in the memory that nothing fits into.
    """
    found = blake2b()
    for piece in pieces:
        found.update(piece)
    return sha256(state + found.digest()).digest()


def _write(path: Path, state: bytes, kept: Any, pickler: type[_Strings]) -> None:
    """Keep it for the next start, whole or not at all; where nobody may write, not at all."""
    from klarsprak.files.whole import bytes_written_whole  # only at the first start

    with suppress(OSError, pickle.PicklingError, TypeError, AttributeError):
        data = _packed(kept, pickler)
        path.parent.mkdir(mode=0o755, exist_ok=True)
        with bytes_written_whole(path) as file:
            file.write(_checksum(state, [data]) + data)


class _Strings(pickle.Pickler):
    """Puts each string into a table, which equal ones share."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.numbers: dict[str, int] = {}
        self.pieces = Pieces()

    def persistent_id(self, part: object) -> int | None:
        """The place of a string in the table, 0 for the pieces, which come before it; None for anything else."""
        if type(part) is str:
            return self.numbers.setdefault(part, len(self.numbers) + 1)
        return 0 if part is self.pieces else None


class _Folding(_Strings):
    """Puts each model and each list of values that can be folded so into the file."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self._folds = Folds(self.pieces, {})

    def reducer_override(self, part: object) -> Any:
        """How the part is made again."""
        if isinstance(part, FoldedList) or (isinstance(part, FoldedModel) and part.is_seldom):
            return part.folded(self._folds)
        return NotImplemented


def _packed(kept: Any, kind: type[_Strings]) -> bytes:
    """The table of strings, then what is kept, with the places of its strings, and the pieces that it leads to."""
    import pickletools  # only at the first start

    file = BytesIO()
    pickler = kind(file)
    pickler.dump(kept)
    # Without the places of all that comes only once: the reader's list of them leaves gaps of some megabytes.
    return _table(pickler.numbers) + pickletools.optimize(file.getvalue()) + pickler.pieces.data


def _table(strings: Iterable[str]) -> bytes:
    """The strings, none of which comes twice."""
    file = BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(list(strings))
    return file.getvalue()


def _unpacked(file: BinaryIO) -> Any:
    pieces = Pieces()
    table = [pieces, *pickle.load(file)]
    reader = pickle.Unpickler(file)
    # In C both: a string that comes again is looked up, and stands in memory once.
    reader.persistent_load = table.__getitem__  # type: ignore[method-assign]
    kept = reader.load()
    pieces.lie_in(file)
    return kept


@cache
def _state() -> bytes:
    """What tells the program and its packs from all other states."""
    told = [sys.version, *map(version, _LIBRARIES)]
    for folder in (_PROGRAM, _RULES):
        told += _files(str(folder))
    return sha256("\n".join(told).encode("utf-8", "surrogateescape")).digest()


def _files(folder: str) -> Iterator[str]:
    """Each file in the folder and below it, with its size and its day."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir():
                if entry.name not in _LEFT_OUT:
                    yield from _files(entry.path)
            else:
                facts = entry.stat()
                yield f"{entry.path}\t{facts.st_size}\t{facts.st_mtime_ns}"
