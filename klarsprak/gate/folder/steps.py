"""The steps of a letter through a gate: whenever the gate is killed, the folders alone tell which were taken.

1. claimed: ``in/.klarsprak/GATE/ATTEMPT-TOKEN/letter.docx``; no other gate sees it any more.
2. decided: ``pass/.klarsprak/TOKEN/1/`` (or ``hold/…``) holds a copy of the checked bytes, and the attachments that
   go with it, called by their endings.  Until all is there it is called ``TOKEN.tmp`` and counts for nothing.
   From here on the letter is never checked again.  The 1 is the number that its name gets, if the name is taken.
3. the claimed file is removed.
4. published: the attachments and then the letter are renamed into the folder itself.

Each step is one rename or removal.  The letter is copied rather than moved, so that a program that still has the
claimed file open can't change what has been checked, and so that the folders may lie on different file systems.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from klarsprak.files.moves import copy_whole, numbered, rename_new, split_name, sync_folder, write_whole

WORK = ".klarsprak"
"""The gate's own folder in each of the three; nothing else looks there."""
_READERS = 0o660
"""Who may read what is said of a letter: its owner and its group, as far as they may read the letter itself."""


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

    def half(self, target: Path) -> Path:
        """Where the copy and the attachments are until all is there."""
        return target / WORK / f"{self.token}.tmp"

    def whole(self, target: Path) -> Path:
        """Where they are when the letter is decided."""
        return target / WORK / self.token


def stage(claim: Claim, letter: Path, target: Path, attachments: Mapping[str, bytes]) -> bytes:
    """Copy the letter and write its attachments, by their endings, where ``target`` will take them from.

    Returns the SHA-256 of the copy; nothing has been decided before ``decide``.
    """
    half = claim.half(target)
    shutil.rmtree(half, ignore_errors=True)
    # No parents: where a drive is no longer mounted, nothing must be written below its mount point.
    half.mkdir()
    place = half / "1"
    place.mkdir()
    for ending, data in attachments.items():
        write_whole(place / ending, data, letter.stat().st_mode & _READERS)
    digest = copy_whole(letter, place / letter.name)
    sync_folder(place)
    sync_folder(half)
    return digest


def decide(claim: Claim, target: Path) -> None:
    """From here on the letter goes to ``target``, whatever happens."""
    claim.half(target).rename(claim.whole(target))
    sync_folder(target / WORK)


def finish(claim: Claim, target: Path, incoming: Path) -> None:
    """See a letter that has been decided to its end."""
    decided = claim.whole(target)
    copy = _unpublished(decided)
    source = claim.letter
    if source is not None and copy is not None:
        if filecmp.cmp(source, copy, shallow=False):
            source.unlink()
        else:  # somebody went on writing: what was checked goes on, the new text comes in as a letter of its own
            put_back(source, incoming)
    _publish(decided, target)


def _unpublished(decided: Path) -> Path | None:
    """The copy of the letter, None once it is published."""
    for place in decided.iterdir():
        for path in place.iterdir():
            if not _is_attachment(path):
                return path
    return None


def put_back(letter: Path, incoming: Path) -> None:
    """Let a letter come in anew, under a number if its name has been taken meanwhile."""
    _, ending = split_name(letter.name)
    number = 1
    while True:
        try:
            return rename_new(letter, incoming / numbered(letter.name, number, ending))
        except FileExistsError:
            number += 1


def _publish(decided: Path, target: Path) -> None:
    """Rename the attachments and then the letter into the folder, under the first number that is free for all."""
    while place := next(decided.iterdir(), None):
        number = int(place.name)
        moves = _moves(place, number, target)
        if any(map(os.path.lexists, moves.values())):
            place.rename(decided / str(number + 1))
            continue
        with suppress(FileExistsError):  # somebody else has just taken the name
            for path, new in moves.items():
                rename_new(path, new)
            sync_folder(target)
            shutil.rmtree(place)
    decided.rmdir()


def _moves(place: Path, number: int, target: Path) -> dict[Path, Path]:
    """What is left to publish, the letter last, and where it goes."""
    moves = {path: target / name for path, name in _names(place, number)}
    for path, new in list(moves.items()):
        if new.exists() and new.samefile(path):  # killed between the two steps of ``rename_new``
            path.unlink()
            del moves[path]
    return moves


def _is_attachment(path: Path) -> bool:
    """Whether it is an attachment, which is called by its ending; no letter's name begins with a full stop."""
    return path.name.startswith(".")


def _names(place: Path, number: int) -> Iterator[tuple[Path, str]]:
    """The attachments and then the letter, with the names that they get: *brev (2).txt.rapport.html*."""
    left = sorted(place.iterdir(), key=_is_attachment, reverse=True)
    for path in left:
        ending = path.name if _is_attachment(path) else split_name(path.name)[1]
        yield path, numbered(left[-1].name, number, ending)
