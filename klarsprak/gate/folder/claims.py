"""What a gate has claimed: its letters, and the lock that it holds for as long as it lives.

What a gate whose lock is free has left claimed is taken over by another.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from klarsprak.files.moves import write_whole
from klarsprak.files.there import exists
from klarsprak.gate.folder import steps
from klarsprak.gate.folder.steps import WORK, Claim

_RECORD = "folders.json"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where letters come from and where they go."""

    incoming: Path
    passed: Path
    held: Path


class Claims:
    """One gate's claims and its lock."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._targets = (folders.passed, folders.held)
        self._devices: dict[Path, int] = {}
        """The file systems that those folders lay on when the gate began."""
        self._work = folders.incoming / WORK
        self._own = self._work / _token()
        self._lock = FileLock(_lock_of(self._own))
        self._changes = FileLock(self._work / "lock")
        """Held while gates come, go, or look for those that are gone."""

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Be a living gate; raises ``OSError`` where a folder can't be written to."""
        for folder in self._targets:
            (folder / WORK).mkdir(exist_ok=True)
            self._devices[folder] = folder.stat().st_dev
        self._come()
        try:
            yield
        finally:
            self._leave()

    def _come(self) -> None:
        """Take a place for claims, and the lock that tells others that it is in use."""
        self._work.mkdir(exist_ok=True)
        with self._changes:
            self._lock.acquire()
            self._own.mkdir()
            record = [str(folder.absolute()) for folder in self._targets]
            write_whole(self._own / _RECORD, json.dumps(record).encode(), 0o600)

    def _come_anew(self) -> None:
        """Take another place: the folder is there, but came back empty.

        Should the old one come back too, its lock is free, and what is claimed there is taken over.
        """
        self._lock.release()
        self._own = self._work / _token()
        self._lock = FileLock(_lock_of(self._own))
        self._come()

    def _leave(self) -> None:
        """Leave nothing claimed, or what the next gate takes over."""
        for claim in self.claims():
            with suppress(OSError):
                if not self.finish(claim):
                    self.put_back(claim)
        if not exists(self._work):  # the lock would make the folders that it is to lie in
            self._lock.release()
            return
        with self._changes:
            left = self.claims()
            if not left:
                _remove_place(self._own)
            self._lock.release()
            if not left:
                _lock_of(self._own).unlink(missing_ok=True)

    def claims(self) -> list[Claim]:
        """The letters that this gate has taken and not seen to their end."""
        return _claims(self._own)

    def claim(self, path: Path) -> Claim | None:
        """Take a letter; None if another gate was faster.  Raises ``OSError`` where it can't be moved."""
        claim = self._new_claim()
        try:
            path.rename(claim.folder / path.name)
        except FileNotFoundError:
            claim.folder.rmdir()
            return None
        except OSError:
            claim.folder.rmdir()
            raise
        return claim

    def _new_claim(self) -> Claim:
        """A claim, still empty, in a place of ours.

        Only now that there is a letter to claim, a folder that came back empty is written to: else it may be but the
        mount point of a drive that is gone.
        """
        with suppress(FileNotFoundError):
            return _made(self._own)
        self._come_anew()
        return _made(self._own)

    def put_back(self, claim: Claim) -> None:
        """Let the letter come in anew, under a number if its name has been taken meanwhile."""
        for target in self._targets:
            shutil.rmtree(claim.half(target), ignore_errors=True)
        if claim.letter is not None:
            steps.put_back(claim.letter, self.folders.incoming)
        claim.folder.rmdir()

    def finish(self, claim: Claim) -> bool:
        """See a letter that has been decided to its end; False if it has not.

        Raises ``OSError`` where the folders can't be reached, and then nobody knows.
        """
        target = self._target_of(claim)
        if target is not None:
            steps.finish(claim, target, self.folders.incoming)
        elif claim.letter is not None:
            return False
        claim.folder.rmdir()
        return True

    def _target_of(self, claim: Claim) -> Path | None:
        """The folder that a letter is on its way to, if it has been decided."""
        self._take_into_use()
        _check_reached(self._targets)
        for target in self._targets:
            if exists(claim.whole(target)):
                return target
        return None

    def _take_into_use(self) -> None:
        """Make our place anew in a folder that came back empty, now that there is a letter for it.

        On another file system than before it may be but the mount point of a drive that is gone, and is let be.
        """
        for folder, device in self._devices.items():
            if not exists(folder / WORK) and folder.stat().st_dev == device:
                (folder / WORK).mkdir(exist_ok=True)

    def take_over(self) -> list[OSError]:
        """Finish what gates that are gone had decided, and claim what they had claimed.

        Where the folders of such a gate can't be reached, its letters stay where they are: the errors say why.
        """
        try:
            if not exists(self._work):  # the lock would make the folders that it is to lie in
                return []
            with self._changes:
                return self._taken_over()
        except OSError as error:
            return [error]

    def _taken_over(self) -> list[OSError]:
        """The same, while no other gate comes, goes or does so too."""
        errors = []
        for path in self._work.glob("*.lock"):
            place = path.with_suffix("")
            if place != self._own and (lock := _try_lock(path)):
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
        """Finish what that gate had decided, and claim the rest; raises ``OSError``."""
        targets = _recorded_targets(place)
        for claim in _claims(place):
            for target in targets:
                shutil.rmtree(claim.half(target), ignore_errors=True)
                if exists(claim.whole(target)):
                    steps.finish(claim, target, self.folders.incoming)
            if claim.letter is None:
                claim.folder.rmdir()
            else:
                claim.folder.rename(self._own / f"{claim.attempt + 1}-{_token()}")
        _remove_place(place)


def _lock_of(place: Path) -> Path:
    """The file whose lock a gate holds as long as it lives; it lies beside the gate's own folder."""
    return place.with_name(f"{place.name}.lock")


def _try_lock(path: Path) -> FileLock | None:
    """The lock, taken, if no living gate holds it."""
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def _token() -> str:
    return uuid4().hex[:12]  # short, since paths on Windows are


def _made(place: Path) -> Claim:
    """A first claim in that place."""
    claim = Claim(place / f"1-{_token()}")
    claim.folder.mkdir()
    return claim


def _claims(place: Path) -> list[Claim]:
    """What a gate has claimed, in the same order each time; nothing where it has left."""
    if not exists(place):
        return []
    folders = sorted(path for path in place.iterdir() if path.name != _RECORD)
    return list(map(Claim, folders))


def _recorded_targets(place: Path) -> list[Path]:
    """The pass and hold folders of a gate; none if it was killed before it could claim anything."""
    try:
        targets = list(map(Path, json.loads((place / _RECORD).read_bytes())))
    except (FileNotFoundError, ValueError):
        return []
    _check_reached(targets)
    return targets


def _check_reached(targets: Iterable[Path]) -> None:
    """Raise ``OSError`` where a folder is gone, or is but the mount point of a drive that is."""
    for target in targets:
        (target / WORK).stat()


def _remove_place(place: Path) -> None:
    """Take away a gate's own folder, which holds no letters any more."""
    (place / _RECORD).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        place.rmdir()
