"""A gate's way with files: whenever it is killed, the next one knows from the folders alone what was done.

A letter goes through these steps, each of which is one rename:

1. claimed: ``in/.klarsprak/GATE/ATTEMPT-TOKEN/letter.docx``; no other gate sees it any more.
2. decided: ``pass/.klarsprak/TOKEN/1/`` (or ``hold/…``) holds a copy of the bytes that were checked, and the papers
   that go with it, called by their endings.  Until all is there it is called ``TOKEN.tmp`` and counts for nothing.
   From here on the letter is never checked again.  The 1 is the number that its name gets, if the name is taken.
3. the claimed file is removed.
4. published: the papers and then the letter are renamed into the folder itself.

The letter is copied rather than moved, so that a program that still has the claimed file open can't change what has
been checked, and so that the folders may lie on different file systems.

A gate holds a lock for as long as it lives; what a gate whose lock is free has left is taken over.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from klarsprak.gate.moves import copy_whole, numbered, rename_new, split_name, sync_folder, write_whole

WORK = ".klarsprak"
"""The gate's own folder in each of the three; nothing else looks there."""
_RECORD = "folders.json"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where letters come from and where they go."""

    incoming: Path
    passed: Path
    held: Path


@dataclass(frozen=True, slots=True)
class Claim:
    """A letter that the gate has taken; ``attempt`` counts the gates that have tried it, from 1."""

    folder: Path

    @property
    def attempt(self) -> int:
        """How many gates have tried the letter."""
        return int(self.folder.name.partition("-")[0])

    @property
    def token(self) -> str:
        """The letter's name on its way."""
        return self.folder.name.partition("-")[2]

    @property
    def letter(self) -> Path | None:
        """The claimed file, None when it has been removed."""
        return next(self.folder.iterdir(), None)


class Desk:
    """One gate's claims, and the lock that says that it lives."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._targets = (folders.passed, folders.held)
        self._work = folders.incoming / WORK
        self._own = self._work / _token()
        self._lock = FileLock(_lock_of(self._own))
        self._changes = FileLock(self._work / "lock")
        """Held while gates come, go, or look for those that are gone."""

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Be a living gate; raises ``OSError`` where a folder can't be written to."""
        for folder in (self.folders.incoming, *self._targets):
            (folder / WORK).mkdir(exist_ok=True)
        with self._changes:
            self._lock.acquire()
            self._own.mkdir()
            record = [str(folder.absolute()) for folder in self._targets]
            write_whole(self._own / _RECORD, json.dumps(record).encode(), 0o600)
        try:
            yield
        finally:
            self._leave()

    def _leave(self) -> None:
        for claim in self.claims():
            with suppress(OSError):  # the next gate takes over what is left
                if self._stage(claim) is None:
                    self.put_back(claim)
        with self._changes:
            empty = not self.claims()
            if empty:
                _remove_place(self._own)
            self._lock.release()
            if empty:
                _lock_of(self._own).unlink(missing_ok=True)

    def claims(self) -> list[Claim]:
        """The letters that this gate has taken and not seen to their end."""
        return _claims(self._own)

    def claim(self, path: Path) -> Claim | None:
        """Take a letter; None if another gate was faster.  Raises ``OSError`` where it can't be moved."""
        claim = Claim(self._own / f"1-{_token()}")
        claim.folder.mkdir()
        try:
            path.rename(claim.folder / path.name)
        except FileNotFoundError:
            claim.folder.rmdir()
            return None
        except OSError:
            claim.folder.rmdir()
            raise
        return claim

    def put_back(self, claim: Claim) -> None:
        """Let the letter come in anew, under a number if its name has been taken meanwhile."""
        for target in self._targets:
            shutil.rmtree(_half(target, claim), ignore_errors=True)
        if claim.letter is not None:
            _put_back(claim.letter, self.folders.incoming)
        claim.folder.rmdir()

    def stage(self, claim: Claim, letter: Path, target: Path, papers: Mapping[str, bytes]) -> bytes:
        """Copy the letter and write its papers, by their endings, where ``target`` will take them from.

        Returns the SHA-256 of the copy; nothing has been decided before ``decide``.
        """
        half = _half(target, claim)
        shutil.rmtree(half, ignore_errors=True)
        # No parents: where a drive is no longer mounted, nothing must be written below its mount point.
        half.mkdir()
        place = half / "1"
        place.mkdir()
        for ending, data in papers.items():
            write_whole(place / ending, data, letter.stat().st_mode)
        digest = copy_whole(letter, place / letter.name)
        sync_folder(place)
        sync_folder(half)
        return digest

    def decide(self, claim: Claim, target: Path) -> None:
        """From here on the letter goes to ``target``, whatever happens."""
        _half(target, claim).rename(_whole(target, claim))
        sync_folder(target / WORK)

    def finish(self, claim: Claim) -> bool:
        """See a letter that has been decided to its end; False if it has not."""
        target = self._stage(claim)
        if target is None:
            return False
        _finish(claim, target, self.folders.incoming)
        claim.folder.rmdir()
        return True

    def _stage(self, claim: Claim) -> Path | None:
        """The folder that a decided letter is on its way to."""
        return next((t for t in self._targets if _whole(t, claim).exists()), None)

    def take_over(self) -> list[OSError]:
        """Finish what gates that are gone had decided, and claim what they had claimed.

        Where the folders of such a gate can't be reached, its letters stay where they are: the errors say why.
        """
        errors = []
        with self._changes:
            for path in self._work.glob("*.lock"):
                place = path.with_suffix("")
                if place != self._own and (lock := _locked(path)):
                    try:
                        self._take_over_from(place)
                    except OSError as error:
                        errors.append(error)
                        lock.release()
                    else:
                        lock.release()
                        path.unlink(missing_ok=True)
        return errors

    def _take_over_from(self, place: Path) -> None:
        targets = _recorded(place)
        for claim in _claims(place):
            for target in targets:
                shutil.rmtree(_half(target, claim), ignore_errors=True)
                if _whole(target, claim).exists():
                    _finish(claim, target, self.folders.incoming)
            if claim.letter is None:
                claim.folder.rmdir()
            else:
                claim.folder.rename(self._own / f"{claim.attempt + 1}-{_token()}")
        _remove_place(place)


def _lock_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.lock")


def _locked(path: Path) -> FileLock | None:
    """The lock, if no living gate holds it."""
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def _token() -> str:
    return uuid4().hex[:12]  # short, since paths on Windows are


def _half(target: Path, claim: Claim) -> Path:
    return target / WORK / f"{claim.token}.tmp"


def _whole(target: Path, claim: Claim) -> Path:
    return target / WORK / claim.token


def _claims(place: Path) -> list[Claim]:
    return [Claim(path) for path in sorted(place.iterdir()) if path.name != _RECORD] if place.exists() else []


def _recorded(place: Path) -> list[Path]:
    """The pass and hold folders of a gate; none if it was killed before it could claim anything."""
    try:
        targets = [Path(name) for name in json.loads((place / _RECORD).read_bytes())]
    except (FileNotFoundError, ValueError):
        return []
    for target in targets:
        target.stat()
    return targets


def _remove_place(place: Path) -> None:
    (place / _RECORD).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        place.rmdir()


def _put_back(letter: Path, incoming: Path) -> None:
    _, ending = split_name(letter.name)
    number = 1
    while True:
        try:
            return rename_new(letter, incoming / numbered(letter.name, number, ending))
        except FileExistsError:
            number += 1


def _finish(claim: Claim, target: Path, incoming: Path) -> None:
    stage = _whole(target, claim)
    staged = next((path for place in stage.iterdir() for path in place.iterdir() if not _is_paper(path)), None)
    source = claim.letter
    if source is not None and staged is not None:
        if filecmp.cmp(source, staged, shallow=False):
            source.unlink()
        else:  # somebody went on writing: what was checked goes on, the new text comes in as a letter of its own
            _put_back(source, incoming)
    _publish(stage, target)


def _publish(stage: Path, target: Path) -> None:
    """Rename the papers and then the letter into the folder, under the first number that is free for all."""
    while place := next(stage.iterdir(), None):
        number = int(place.name)
        moves = [(path, target / name) for path, name in _names(place, number)]
        for path, new in moves:
            if new.exists() and new.samefile(path):  # killed between the two steps of ``rename_new``
                path.unlink()
                moves = [each for each in moves if each[0] != path]
        if any(os.path.lexists(new) for _, new in moves):
            place.rename(stage / str(number + 1))
            continue
        with suppress(FileExistsError):  # somebody else has just taken the name
            for path, new in moves:
                rename_new(path, new)
            sync_folder(target)
            shutil.rmtree(place)
    stage.rmdir()


def _is_paper(path: Path) -> bool:
    """Whether it is a paper, which is called by its ending; no letter's name begins with a full stop."""
    return path.name.startswith(".")


def _names(place: Path, number: int) -> Iterator[tuple[Path, str]]:
    """What is left to publish, the letter last, and the names that it gets."""
    left = sorted(place.iterdir(), key=_is_paper, reverse=True)
    for path in left:
        ending = path.name if _is_paper(path) else split_name(path.name)[1]
        yield path, numbered(left[-1].name, number, ending)
