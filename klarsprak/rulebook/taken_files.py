"""Which files packs take from by their key ``uses``: those without rules, which name what packs share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from klarsprak.files.errors import FileError
from klarsprak.files.there import is_folder
from klarsprak.files.yaml import read_mapping
from klarsprak.rulebook import ahead

SORTS: Mapping[str, str] = {"sets": "ordlistan", "patterns": "mönsterlistan", "letters": "brevtypen"}
"""The keys that name something, and what that is called."""
_MOST_LOOKED_AT = 1000
"""Files that it is known of whether they take from others, or others from them."""


def is_without_rules(keys: Mapping[str, Any]) -> bool:
    """Whether a file with these keys is no pack, but names what packs take."""
    return keys.keys().isdisjoint(("pack", "rules")) and not keys.keys().isdisjoint(SORTS)


def taken_by(path: Path) -> list[Path]:
    """The file, and those that it takes from."""
    taken = chain.from_iterable(files_meant(path.parent / name) for name in _facts(path).uses)
    return list(dict.fromkeys([path, *taken]))


def read_for(path: Path) -> list[Path]:
    """The file, those that it takes from and those that these take from: all that it is made of."""
    found = {path: None}
    left = [path]
    looked: set[str] = set()
    """What has been looked into: many files take from one folder."""
    while left:
        each = left.pop()
        for target in {os.path.normpath(each.parent / name) for name in _facts(each).uses} - looked:
            looked.add(target)
            new = [other for other in files_meant(Path(target)) if other not in found]
            found |= dict.fromkeys(new)
            left += new
    first, *others = found
    return [first, *sorted(others)]


def stamp(path: Path) -> str:
    """What tells the file, and all that it takes, from how they were before.

    Of those that it takes by their size and day: they are looked at for each file that takes them.
    """
    _, *taken = read_for(path)
    return f"{ahead.digest(path.read_bytes())}{list(map(_status, taken))}"


def forget() -> None:
    """Let go of what is known of files."""
    _facts_once.cache_clear()


class _Facts(NamedTuple):
    """What is asked of a file before it is made."""

    is_without_rules: bool = False
    uses: tuple[str, ...] = ()


def _facts(path: Path) -> _Facts:
    """Whether packs may take from the file, and from which it takes.

    Most packs take nothing, and needn't be read for that.  What is wrong in one that can't be read is told by whoever
    takes from it, and not that it isn't there.
    """
    try:
        return _facts_once(path, *_status(path))
    except OSError:
        return _Facts()
    except FileError:
        return _Facts(is_without_rules=True)


def _status(path: Path) -> tuple[int, int]:
    """The file's day and size."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_MOST_LOOKED_AT)
def _facts_once(path: Path, _day: int, _size: int) -> _Facts:
    source = path.read_bytes()
    if b"uses" not in source and b"rules:" in source:
        return _Facts()
    keys = ahead.read(path) or read_mapping(path)
    return _Facts(is_without_rules(keys), tuple(uses_of(keys)))


def files_meant(path: Path) -> list[Path]:
    """The file that packs may take from, or all such in the folder and below it; none where there is none."""
    plain = Path(os.path.normpath(path))
    files = sorted(plain.rglob("*.yml")) if is_folder(plain) else [plain]
    return [file for file in files if _facts(file).is_without_rules]


def uses_of(keys: Mapping[str, Any]) -> Iterator[str]:
    """What stands under ``uses``, as far as it can be a file."""
    written = keys.get("uses", [])
    for name in written if isinstance(written, list) else [written]:
        if isinstance(name, str):
            yield name
