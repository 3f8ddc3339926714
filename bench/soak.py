"""Whoever is killed at whatever moment, no letter is lost, doubled, or passed unchecked: ``make soak``.

``python -m bench.soak [--kills N] [--seed N] [--seconds N] [--only gate mail audit server]``

Four parts share the kills: the gate of a folder, the pipe of a mail system, an audit, and a server with its workers.
All check with the real rules.  The first three are forked from a process that has those loaded, and killed by
``SIGKILL`` at any moment; the server is a process of its own, and mostly its workers are killed.  A fault is printed
with the seed that showed it, and then the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from threading import Event
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil

from bench.server import paragraphs, serving, workers
from klarsprak.audit import run as audits
from klarsprak.audit.ledger import ledger as ledgers
from klarsprak.audit.run import Plan
from klarsprak.audit.sources.archive import Names
from klarsprak.audit.version import Rules
from klarsprak.audit.workers import pool
from klarsprak.gate import attachments
from klarsprak.gate.examine import Examiner
from klarsprak.gate.folder.claims import Folders
from klarsprak.gate.folder.gate import Gate
from klarsprak.gate.folder.steps import WORK
from klarsprak.gate.mail.check import examiner
from klarsprak.gate.mail.message import Way, handle
from klarsprak.gate.mail.terms import HELD, LATER, Terms
from tests.gate.support import SIGNATURE

PHONE = "Telefon 0980-319 245\n"
_GOOD, _BAD = "god", "dålig"


def letter(number: int, *, good: bool) -> str:
    """A letter that passes, or that lacks a telephone number; each says who it is."""
    text = f"Du får färdtjänst till och med den 31 december. Ditt ärende är {_GOOD if good else _BAD} {number}.\n"
    return f"{text}{SIGNATURE}{PHONE if good else ''}"


def forked(act: Callable[[], object]) -> int:
    """The number of a copy of this process that does it and ends."""
    process = os.fork()
    if process == 0:
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(nowhere, descriptor)
            code = act()
            os._exit(code if isinstance(code, int) else 0)
        finally:
            os._exit(99)
    return process


def kill_after(process: int, seconds: float) -> int | None:
    """Kill it when the time has passed; its code if it had ended by then, None if it was killed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


def to_its_end(act: Callable[[], object]) -> int:
    """The code of a copy of this process that nobody kills."""
    return os.waitstatus_to_exitcode(os.waitpid(forked(act), 0)[1])


def differences(what: str, expected: Counter[str], found: Counter[str]) -> Iterator[str]:
    """What is missing, and what is there too often."""
    for text, number in (expected - found).items():
        yield f"{what}: {number} missing of {text.splitlines()[0]!r}"
    for text, number in (found - expected).items():
        yield f"{what}: {number} too many of {text.splitlines()[0]!r}"


class FolderGate:
    """Letters come into a folder, and gate after gate is killed over them."""

    name = "gate"

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._place = Folders(place / "in", place / "ut", place / "stopp")
        for folder in (self._place.incoming, self._place.passed, self._place.held):
            folder.mkdir()
        self._examiner = Examiner(None, place)
        attachments.warm(self._examiner.warm())
        self._sent: dict[str, Counter[str]] = {_GOOD: Counter(), _BAD: Counter()}

    def kill(self, number: int) -> bool:
        """Two letters more, and a gate that is killed; whether it was."""
        for copy in range(2):
            good = self._chance.random() < 0.5
            text = letter(2 * number + copy, good=good)
            self._sent[_GOOD if good else _BAD][text] += 1
            half = self._place.incoming / "half.part"
            half.write_text(text, encoding="utf-8")
            half.rename(self._place.incoming / f"brev {number}-{copy}.txt")
        return kill_after(forked(self._work), self._chance.random() * 0.6) is None

    def _work(self) -> None:
        # Kills fall on letters that are to blame for none of them.
        Gate(self._place, self._examiner.examine, lambda line: None, settle=0.02, attempts=10**6).run(
            Event(), watch=False
        )

    def faults(self) -> Iterator[str]:
        """What became of the letters is wrong."""
        if to_its_end(self._work) != 0:
            yield "gate: the last run failed"
        for folder, kind in ((self._place.passed, _GOOD), (self._place.held, _BAD)):
            found = [path for path in folder.iterdir() if path.name != WORK and path.suffix == ".txt"]
            texts = Counter(path.read_text("utf-8") for path in found)
            yield from differences(f"gate, {kind}", self._sent[kind], texts)
        yield from (f"gate: {path.name} is left" for path in self._place.incoming.iterdir() if path.name != WORK)


class MailPipe:
    """A mail system gives one mail after the other to a pipe that is killed, and tries again."""

    name = "mail"

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._out = place / "ut"
        self._out.mkdir()
        self._terms = Terms(state=place / "state", attempts=10**6)
        script = f'cat > "{place}/half.$$" && mv "{place}/half.$$" "{self._out}/$$.$(date +%N)"'
        self._way = Way(("sh", "-c", script))
        self._sent: list[tuple[str, bool]] = []
        self._told: Counter[int | None] = Counter()
        self._may_be_twice: set[str] = set()
        examiner(None, Path.cwd()).warm()

    def kill(self, number: int) -> bool:
        """A mail more, whose pipe is killed, and tried until it says what became of it; whether it was killed."""
        good = self._chance.random() < 0.5
        head = f"From: mirjam@ekvalla.example\nTo: bo@example.org\nSubject: Färdtjänst {number}\n\n"
        text = head + letter(number, good=good)
        self._sent.append((text, good))
        process = forked(lambda: self._deal(text))
        code = kill_after(process, self._chance.random() * 0.3)
        was_killed = code is None
        if was_killed:
            self._wait_for_the_next_command()
            if any(path.read_text("utf-8") == text for path in self._out.iterdir()):
                self._may_be_twice.add(text)  # it had gone on before anybody could say so
        for _ in range(20):
            if code in (0, HELD):
                break
            code = to_its_end(lambda: self._deal(text))
        if code != (0 if good else HELD):
            self._told[code] += 1
        return was_killed

    def _deal(self, text: str) -> int:
        return handle(BytesIO(text.encode()), "mirjam@ekvalla.example", self._terms, self._way)

    def _wait_for_the_next_command(self) -> None:
        """It goes on where the pipe was killed over it."""
        end = time.monotonic() + 10
        while any(self._out.parent.glob("half.*")) and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.05)

    def faults(self) -> Iterator[str]:
        """What became of the mails is wrong."""
        yield from (f"mail: {number} mails ended with code {code}" for code, number in self._told.items())
        found = Counter(path.read_text("utf-8") for path in self._out.iterdir())
        allowed = Counter(text for text in self._may_be_twice if found[text] > 1)
        yield from differences("mail", Counter(text for text, good in self._sent if good), found - allowed)


class Archive:
    """An audit is killed, or one of its workers, and begun again."""

    name = "audit"
    letters = 300

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._place = place
        (place / "brev").mkdir()
        for number in range(self.letters):
            (place / "brev" / f"{number}.txt").write_text(letter(number, good=number % 2 == 0), "utf-8")
        rules = Rules.load(None)
        ready = audits.prepared(None, False, rules.version(False))
        # A thousand starts of workers that load the rules would take hours.
        Rules.load = lambda path: rules  # type: ignore[method-assign, assignment]
        audits.prepared = lambda *_: ready  # type: ignore[assignment]
        pool.START = "fork"  # type: ignore[assignment]
        pool.ATTEMPTS = 10**6  # no letter is to blame
        ledgers.COMMIT_EVERY = 0.02

    def kill(self, number: int) -> bool:
        """An audit that is killed, with its workers, or loses one of them; a new one goes on from there."""
        process = forked(lambda: self._audit("dödad.db"))
        seconds = self._chance.random() * 0.5
        if self._chance.random() < 0.3:
            time.sleep(seconds)
            victims = self._workers(process)
            with suppress(ProcessLookupError):
                os.kill(self._chance.choice(victims or [process]), signal.SIGKILL)
            seconds = 0.3
        left = self._workers(process)
        was_killed = kill_after(process, seconds) is None
        for each in left:
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        if not was_killed:
            (self._place / "dödad.db").unlink(missing_ok=True)  # it came to its end: from the beginning
        return was_killed

    def _workers(self, process: int) -> list[int]:
        with suppress(psutil.Error):
            return [each.pid for each in psutil.Process(process).children()]
        return []

    def _audit(self, name: str) -> None:
        audits.audit(Names([str(self._place / "brev")]), Plan(self._place / name, None, jobs=2))

    def faults(self) -> Iterator[str]:
        """The ledger differs from one of an audit that nobody disturbed."""
        for name in ("dödad.db", "ostörd.db"):
            if to_its_end(lambda name=name: self._audit(name)) != 0:  # type: ignore[misc]
                yield f"audit: the last run of {name} failed"
        yield from differences("audit", self._content("ostörd.db"), self._content("dödad.db"))

    def _content(self, name: str) -> Counter[str]:
        """What the ledger says of each file."""
        with closing(sqlite3.connect(self._place / name)) as database:
            rows = database.execute(
                "SELECT source.name, letter.words, letter.phone, rule.name, finding.block, finding.start FROM source"
                " LEFT JOIN letter ON letter.content = source.content LEFT JOIN finding ON finding.letter = letter.id"
                " LEFT JOIN rule ON rule.id = finding.rule"
            ).fetchall()
        return Counter(repr(row) for row in rows)


class Server:
    """A server answers, and its workers are killed over the questions, now and then the server itself."""

    name = "server"
    of_server = 0.1

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._texts = paragraphs(10**9, chance.randrange(10**6))
        self._serving = serving()
        self._port, self._server = self._serving.__enter__()
        self._faults: list[str] = []

    def kill(self, number: int) -> bool:
        """A question that somebody is killed over, asked until it is answered, and rightly."""
        text, offset = next(self._texts)
        asking = forked(lambda: self._ask(text, offset))
        time.sleep(self._chance.random() * 0.05)
        whole = self._chance.random() < self.of_server
        victims = [self._server.pid] if whole else workers(self._server)
        killed = False
        with suppress(ProcessLookupError):
            if victims:
                os.kill(self._chance.choice(victims), signal.SIGKILL)
                killed = True
        _, status = os.waitpid(asking, 0)
        if os.waitstatus_to_exitcode(status) not in (0, LATER):
            self._faults.append(f"server: a wrong answer to {text!r}")
        if whole:
            self._serving.__exit__(None, None, None)
            self._serving = serving()
            self._port, self._server = self._serving.__enter__()
        if to_its_end(lambda: self._ask(text, offset, tries=200)) != 0:
            self._faults.append(f"server: no answer to {text!r}")
        return killed

    def _ask(self, text: str, offset: int, tries: int = 1) -> int:
        """0 for the right answer, 1 for a wrong one, ``LATER`` for none."""
        data = urlencode({"language": "sv", "text": text}).encode()
        for _ in range(tries):
            with suppress(URLError, OSError, ValueError):
                with urlopen(f"http://127.0.0.1:{self._port}/v2/check", data, timeout=60) as answer:
                    found = [match["offset"] for match in json.load(answer)["matches"]]
                return 0 if found == [offset] else 1
            time.sleep(0.2)
        return LATER

    def faults(self) -> Iterator[str]:
        """What was answered wrongly, or not at all."""
        self._serving.__exit__(None, None, None)
        yield from self._faults


PARTS = {each.name: each for each in (FolderGate, MailPipe, Archive, Server)}


def soak(kills: int, seed: int, seconds: float, only: Sequence[str]) -> list[str]:
    """All faults after so many kills, or as many as there was time for; prints what is done."""
    faults = []
    for name in only:
        end = time.monotonic() + seconds / len(only)
        with tempfile.TemporaryDirectory(prefix="soak-") as folder:
            part = PARTS[name](Path(folder), random.Random(seed))
            killed = tries = 0
            while killed < kills // len(only) and time.monotonic() < end:
                killed += part.kill(tries)
                tries += 1
            found = list(part.faults())
        print(f"{name}: {killed} kills in {tries} tries, {len(found)} faults", flush=True)
        faults += found
    return faults


def main() -> int:
    """Print the faults; exit code 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=3600.0, help="as long as it may take at most")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    wanted = parser.parse_args()
    faults = soak(wanted.kills, wanted.seed, wanted.seconds, wanted.only)
    print(*(f"seed {wanted.seed}: {fault}" for fault in faults), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
