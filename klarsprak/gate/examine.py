"""A file's content → reports and verdict, by the organisation's choices; what goes wrong there holds the letter."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Timer

from klarsprak import readers
from klarsprak.bounds import TooSlowError, in_time
from klarsprak.checker import Checker
from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.faults import where
from klarsprak.finding import Report
from klarsprak.gate.verdict import Verdict, decide

_NOT_CHECKED = 2
_LAST_RESORT = 5.0
"""Seconds."""
_FIRST = """\
2026-03-02

Beslut om bygglov

Hej!

Nämnden avslår din ansökan enligt 9 kap. 31 b § plan- och bygglagen (2010:900), m.m. Sökanden/byggherren ska \
inkomma med ett yttrande senast den 3 april 2026. Ett föreläggande (vite) kan bli aktuellt.

Med vänlig hälsning

Kim Ek
Handläggare, Stadsbyggnadskontoret
Box 1, 123 45 Ekvalla
Telefon: 031-390 06 00
"""
"""A letter with something for every kind of rule."""
TOO_LARGE = "Brevet tar för mycket minne att granska. Det är inte granskat."


@dataclass(frozen=True, slots=True)
class Examined:
    """What is said of a file; ``fault`` is where our own program failed, if it did."""

    reports: list[Report]
    verdict: Verdict
    fault: str = ""

    @property
    def is_unreadable(self) -> bool:
        """Whether the letter, or one attached to it, could not be read: it is held, and nobody knows what it says."""
        return any(report.error is not None for report in self.reports)


class Examiner:
    """Examines letter after letter by one configuration.

    ``path`` names it; else it is the one that holds for ``folder``.  Raises ``FileError``.
    """

    def __init__(self, path: Path | None, folder: Path) -> None:
        chosen = path or find_config(folder)
        config = load_config(chosen) if chosen else Config()
        self._checker = Checker.ready(config)
        self._choices = config.gate
        self.memory = config.limits.memory_in_bytes
        """What the process may hold that examines."""

    def warm(self) -> Examined:
        """Load all that the first letter would have to wait for; what is said of a letter of our own."""
        from klarsprak.language import parsing  # for those that are forked: each would load it anew

        parsing.load()
        readers.load_all()
        return self.examine(_FIRST.encode(), "brev.txt")

    def examine(self, data: bytes, source: str) -> Examined:
        """The reports on the letters in a file, and whether it may go."""
        try:
            with in_time(self._checker.limits.seconds):
                reports = [self._checker.check(letter) for letter in readers.read_stream(BytesIO(data), source)]
            return Examined(reports, decide(reports, self._choices))
        except TooSlowError as error:
            return unreadable(source, str(error))
        except MemoryError:
            return unreadable(source, TOO_LARGE)
        except Exception as error:
            return failed(error, source)


def failed(error: Exception, source: str) -> Examined:
    """A letter that our own program fails at is held; the error's own text may quote the letter and is left out."""
    reason = f"Programmet klarade inte brevet ({type(error).__name__})."
    return unreadable(source, reason, where(error))


def unreadable(source: str, reason: str, fault: str = "") -> Examined:
    """A letter that can't be examined."""
    return Examined([Report(source, None, error=reason)], Verdict((reason,)), fault)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends the whole process, with a traceback and code 2, if the block takes longer.

    The letter's own budget is spent long before: this is for what it can't stop, such as a library that waits.
    """
    watch = Timer(seconds, _end)
    watch.daemon = True
    # Where a library in C lets no other thread come to its turn, only this comes through, with a code of its own.
    faulthandler.dump_traceback_later(seconds + _LAST_RESORT, exit=True, file=2)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        faulthandler.cancel_dump_traceback_later()


def _end() -> None:
    """End the process as one that could not check a letter."""
    faulthandler.dump_traceback(2)
    os._exit(_NOT_CHECKED)
