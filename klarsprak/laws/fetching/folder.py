"""Acts from a database into a folder, a file each: what lies there already is asked for again when it is old."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from klarsprak.files.errors import FileError, reason
from klarsprak.files.whole import bytes_written_whole
from klarsprak.laws.fetching.client import Client, FetchError, StopError
from klarsprak.laws.fetching.databases import Database
from klarsprak.laws.sources import NotAnActError, read_json

_DAY = 86_400.0
_MOST_FAILED = 5
"""So many acts in a row that can't be fetched are no fault of the acts."""


@dataclass(slots=True)
class Fetched:
    """How many acts were fetched, hadn't changed, or lay there already, and a line for each that wasn't fetched."""

    fetched: int = 0
    unchanged: int = 0
    there: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many acts lie in the folder now, of those that were asked for."""
        return self.fetched + self.unchanged + self.there


def fetch(
    numbers: Iterable[str],
    folder: Path,
    database: Database,
    client: Client,
    max_age: float,
    result: Fetched,
) -> None:
    """Fetch the acts whose files aren't there, or are older than ``max_age`` days, each file whole or not at all.

    ``result`` tells how it goes.  Raises ``FileError`` where the folder can't be written in, and ``StopError`` where
    the server is not to be asked any more; what has been fetched lies in the folder, and the same call goes on from
    there.
    """
    failed = 0
    for number in numbers:
        path = folder / file_name(number)
        age = _age(path)
        if age is not None and age < max_age * _DAY:
            result.there += 1
            continue
        try:
            _fetch_one(number, path, database, client, result)
            failed = 0
        except FetchError as error:
            result.faults.append(f"{number}: {error}.")
            failed += 1
        if failed >= _MOST_FAILED:
            raise StopError(f"{failed} lagar i rad gick inte att hämta. Den senaste: {result.faults[-1]}")


def file_name(number: str) -> str:
    """*sfs-2025-400.json.gz*."""
    return f"sfs-{number.replace(':', '-').replace(' ', '_')}.json.gz"


def _age(path: Path) -> float | None:
    """Seconds since the file was fetched, None where it isn't there."""
    try:
        return max(0.0, time.time() - path.stat().st_mtime)
    except OSError:
        return None


def _fetch_one(number: str, path: Path, database: Database, client: Client, result: Fetched) -> None:
    """Fetch an act, or note that it hasn't changed; raises ``FetchError`` for an answer that is no such act."""
    age = _age(path)
    answer = database.act(number, client, None if age is None else time.time() - age)
    if answer is None:
        os.utime(path)
        result.unchanged += 1
        return
    _check(number, answer)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with bytes_written_whole(path) as stream:
            stream.write(gzip.compress(answer, mtime=0))
    except OSError as error:
        raise FileError(f"{path}: filen går inte att skriva ({reason(error)}).") from None
    result.fetched += 1


def _check(number: str, answer: bytes) -> None:
    """Raise ``FetchError`` where the answer isn't that act."""
    try:
        statutes = read_json(answer.decode("utf-8-sig"), date.today())
    except UnicodeDecodeError:
        raise FetchError("svaret är inte i UTF-8") from None
    except NotAnActError as error:
        raise FetchError(str(error).rstrip(".")) from None
    if [statute.act.sfs for statute in statutes] != [number]:
        raise FetchError("svaret är en annan lag")
