"""The drop folder: letters that come in go on if they pass, else to where somebody looks at them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from itertools import chain, permutations
from pathlib import Path
from threading import Event

from klarsprak.bounds import TooSlowError, in_time
from klarsprak.files.errors import FileError, reason, why_no_folder
from klarsprak.files.there import is_folder
from klarsprak.gate.attachments import attachments, printable_name
from klarsprak.gate.examine import Examined, failed, time_limit, unreadable
from klarsprak.gate.folder import steps
from klarsprak.gate.folder.claims import Claims, Folders
from klarsprak.gate.folder.incoming import Incoming, State, state
from klarsprak.gate.folder.steps import Claim
from klarsprak.readers import LARGEST_FILE

Examine = Callable[[bytes, str], Examined]
"""What ``Examiner.examine`` does."""
Task = tuple[str, Callable[[], None]]
"""The name of a letter, or of its claim, and what to do about it."""
LONGEST = 120.0
"""Seconds for a letter."""
ATTEMPTS = 2
"""A letter that so many gates have died over is held: it may be what kills them."""
PAPERS = 60.0
"""Seconds for the report on a letter that is held, and for the copy with the findings in it."""
_PATIENCE = 60.0
"""Seconds that a letter which a gate has died over waits for others at most, however many come."""
_POLL = 1.0
_AGAIN = 30.0
"""Seconds between attempts at what the system refuses, and between looks for gates that are gone."""


@dataclass(slots=True)
class Tally:
    """What became of the letters."""

    passed: int = 0
    held: int = 0
    unreadable: int = 0
    """Of those held, the ones that could not be read, or with an attached letter that could not."""
    failed: int = 0
    """Letters that the system didn't let us open or move, and that are still there."""


def check_folders(folders: Folders) -> None:
    """Raise ``FileError`` where a folder isn't there, or two are the same, or one lies in another."""
    by_option = {"--in": folders.incoming, "--pass": folders.passed, "--hold": folders.held}
    for option, folder in by_option.items():
        if not is_folder(folder):
            raise FileError(f"{option}: {folder}: {why_no_folder(folder, ' Skapa den först.')}")
    for (option, folder), (other, above) in permutations(by_option.items(), 2):
        if folder.resolve().is_relative_to(above.resolve()):
            raise FileError(f"{option} och {other}: välj två mappar där den ena inte ligger i den andra.")


class Gate:
    """Lets letters through or holds them, one at a time, and says so through ``tell``, which never raises.

    ``settle`` is how many seconds a file must stay the same before it counts as finished.
    """

    def __init__(
        self,
        folders: Folders,
        examine: Examine,
        tell: Callable[[str], None],
        settle: float = 2.0,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._claims = Claims(folders)
        self._folders = folders
        self._examine = examine
        self._tell = tell
        self._incoming = Incoming(folders.incoming, settle)
        self._poll = min(_POLL, settle / 2)
        self._attempts = attempts
        self._refused: dict[str, float] = {}
        """When to try again what the system has refused, by the names of files and claims."""
        self._looked = float("-inf")
        self._began = time.monotonic()
        self._tally = Tally()

    def run(self, stop: Event, *, watch: bool) -> Tally:
        """Deal with all letters, or with ``watch`` with those that come until ``stop`` is set.

        Raises ``FileError`` where a folder can't be written to.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(self._claims.at_work())
            except OSError as error:
                raise FileError(f"{error.filename}: går inte att skriva ({reason(error)}).") from None
            self._work(stop, watch=watch)
        return self._tally

    def _work(self, stop: Event, *, watch: bool) -> None:
        """Look for letters and deal with them until nothing is left to wait for, or until ``stop`` is set."""
        while True:
            self._take_over()
            self._deal_with(chain(self._claimed(), self._finished(), self._suspected()), stop)
            is_done = not watch and not self._has_more()
            if is_done or stop.wait(self._poll):
                return

    def _deal_with(self, tasks: Iterable[Task], stop: Event) -> None:
        """Do one after the other until ``stop`` is set: a letter at hand is seen to its end."""
        for name, act in tasks:
            if stop.is_set():
                return
            self._try(name, act)

    def _claimed(self) -> Iterator[Task]:
        """Letters that were claimed before and are still here, but for those that a gate has died over."""
        for claim in self._claims.claims():
            if claim.attempt == 1:
                yield claim.folder.name, partial(self._handle, claim)

    def _suspected(self) -> Iterator[Task]:
        """Letters that a gate has died over: they may end this gate too, and come when no other one is waiting."""
        if self._has_more() and time.monotonic() - self._began < _PATIENCE:
            return
        for claim in self._claims.claims():
            if claim.attempt > 1:
                yield claim.folder.name, partial(self._handle, claim)

    def _finished(self) -> Iterator[Task]:
        """Letters to claim."""
        try:
            found = self._incoming.finished()
        except OSError as error:
            self._refuse(str(self._folders.incoming), error)
            return
        for path, seen in found:
            yield path.name, partial(self._take, path, seen)

    def _has_more(self) -> bool:
        """Whether there is anything that is worth waiting for."""
        return not self._incoming.names.issubset(self._refused)

    def _take_over(self) -> None:
        """Look now and then for what gates that are gone have left."""
        if time.monotonic() - self._looked >= _AGAIN:
            for error in self._claims.take_over():
                self._tell(f"det som en tidigare körning lämnade ligger kvar: {error.filename} ({reason(error)}).")
            self._looked = time.monotonic()

    def _try(self, name: str, act: Callable[[], None]) -> None:
        """Do it, unless the system has just refused it."""
        if self._refused.get(name, 0.0) > time.monotonic():
            return
        try:
            act()
        except OSError as error:
            self._refuse(name, error)
        else:
            self._refused.pop(name, None)

    def _refuse(self, name: str, error: OSError) -> None:
        """Say once that the system doesn't let us, and try again later."""
        if name not in self._refused:
            self._tally.failed += 1
            file = self._letter_of(name) or Path(name).name
            self._tell(f"{printable_name(file)}: går inte att läsa eller flytta ({reason(error)}).")
        self._refused[name] = time.monotonic() + _AGAIN

    def _letter_of(self, name: str) -> str | None:
        """What the letter of a claim is called, None where ``name`` is no claim's."""
        with suppress(OSError):
            for claim in self._claims.claims():
                if claim.folder.name == name and claim.letter is not None:
                    return claim.letter.name
        return None

    def _take(self, path: Path, seen: State) -> None:
        """Claim a letter that is finished, and handle it if it still is as it was when it was looked at."""
        claim = self._claims.claim(path)
        if claim is None or claim.letter is None:
            return
        if state(claim.letter) == seen:
            self._try(claim.folder.name, partial(self._handle, claim))
        else:
            self._claims.put_back(claim)

    def _handle(self, claim: Claim) -> None:
        """Check a letter and let it go on; raises ``OSError``, and then the claim can be handled again."""
        letter = claim.letter
        if self._claims.finish(claim) or letter is None:
            return
        before = state(letter)
        with letter.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
        examined, beside = self._examined(claim, data, letter.name)
        target = self._folders.passed if examined.verdict.passes else self._folders.held
        copied = steps.stage(claim, letter, target, beside)
        if state(letter) != before or (len(data) <= LARGEST_FILE and copied != sha256(data).digest()):
            self._tell(f"{printable_name(letter.name)}: ändrades medan det granskades. Granskas igen.")
            self._claims.put_back(claim)
            return
        steps.decide(claim, target)
        self._claims.finish(claim)
        self._count(letter.name, examined)

    def _examined(self, claim: Claim, data: bytes, name: str) -> tuple[Examined, dict[str, bytes]]:
        """What is said of a letter, and the attachments to lie beside it, if it is held."""
        if claim.attempt > self._attempts:
            examined = unreadable(name, "Programmet har stannat flera gånger när det läste brevet.")
            return examined, attachments(data, examined, name, datetime.now())
        with time_limit(LONGEST):
            examined = self._examine(data, str(self._folders.incoming / name))
            return (examined, {}) if examined.verdict.passes else _with_papers(data, examined, name)

    def _count(self, name: str, examined: Examined) -> None:
        """Say what became of a letter, and count it."""
        if examined.verdict.passes:
            self._tally.passed += 1
            self._tell(f"{printable_name(name)}: släppt.")
        else:
            self._tally.held += 1
            self._tally.unreadable += examined.is_unreadable
            fault = f" [{examined.fault}]" if examined.fault else ""
            self._tell(f"{printable_name(name)}: stoppat. {' '.join(examined.verdict.reasons)}{fault}")


def _with_papers(data: bytes, examined: Examined, name: str) -> tuple[Examined, dict[str, bytes]]:
    """What is said of a letter that is held, and the attachments to lie beside it; one that fails is said so of."""
    try:
        with in_time(PAPERS):
            return examined, attachments(data, examined, name, datetime.now())
    except TooSlowError:
        examined = unreadable(name, "Rapporten om brevet tog för lång tid att skriva.")
    except Exception as error:
        examined = failed(error, name)
    return examined, attachments(data, examined, name, datetime.now())
