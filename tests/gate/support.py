"""Folders, letters and gates for the tests."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from threading import Event

from klarsprak.gate.examine import Examined, Examiner
from klarsprak.gate.folder.claims import Folders
from klarsprak.gate.folder.gate import ATTEMPTS, Examine, Gate, Tally
from klarsprak.gate.folder.steps import WORK

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
SIGNATURE = """
Med vänlig hälsning

Mirjam Ekeroth
Färdtjänsthandläggare
Socialförvaltningen, Ekvalla kommun
Box 115, 123 21 Ekvalla
"""
CLEAN = f"Du får färdtjänst till och med den 31 december.\n{SIGNATURE}Telefon 0980-319 245\n".encode()
FLAWED = f"Du får färdtjänst till och med den 31 december.\n{SIGNATURE}".encode()
UNREADABLE = b"PK\x03\x04 half a Word document"


def folders(place: Path) -> Folders:
    """The three folders, made."""
    made = Folders(place / "in", place / "ut", place / "stopp")
    for folder in (made.incoming, made.passed, made.held):
        folder.mkdir()
    return made


@cache
def examiner() -> Examiner:
    """One with the default choices; loading takes a second, so all tests share it."""
    shared = Examiner(None, LETTERS)
    shared.warm()
    return shared


def examine(data: bytes, source: str) -> Examined:
    return examiner().examine(data, source)


def run(place: Folders, told: list[str] | None = None, examine: Examine = examine, attempts: int = ATTEMPTS) -> Tally:
    """A gate that deals with all that lies in the folder."""
    lines = told if told is not None else []
    return Gate(place, examine, lines.append, settle=0.02, attempts=attempts).run(Event(), watch=False)


def names(folder: Path) -> set[str]:
    """What a user sees in the folder."""
    return {path.name for path in folder.iterdir() if path.name != WORK}


def letters(folder: Path) -> Counter[bytes]:
    """The contents of the letters in a folder, without the attachments beside them."""
    return Counter(path.read_bytes() for path in folder.iterdir() if path.name != WORK and not is_attachment(path))


def is_attachment(path: Path) -> bool:
    return path.name.endswith(".rapport.html") or path.stem.endswith(".granskad")


def left_over(place: Folders) -> set[str]:
    """What the gates have left in their own folders, but for the lock that they share."""
    own = [folder / WORK for folder in (place.incoming, place.passed, place.held)]
    return {path.name for folder in own for path in folder.rglob("*")} - {"lock"}
