"""Whoever is killed at whatever moment, no letter is lost, doubled, or passed unchecked: ``make soak``.

``python -m bench.soak [--kills N] [--seed N] [--seconds N] [--only gate mail audit server] [--planted]``

Four parts share the kills: the gate of a folder, the pipe of a mail system, an audit, and a server with its workers.
All check with the real rules.  Each part is done in houses of some kills, two side by side, each in a folder and a
process of its own, forked from one that has the rules loaded; what has become of the letters is looked at after each
house.  Gates, pipes and audits are forked too, and ``SIGKILL`` comes at any moment between their start and the end of
their work; now and then it is the program itself, from its first line on, that is started and killed.  The server
always is: its workers are killed, the process that forks them, and the server.  A fault is printed with the seed of
its house, and then the exit code is 1.  ``--planted`` puts faults in, one at a time: each must be found.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import NamedTuple, Protocol
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
from klarsprak.gate.folder.claims import Folders
from klarsprak.gate.folder.gate import Gate
from klarsprak.gate.folder.steps import WORK
from klarsprak.gate.mail.check import examiner
from klarsprak.gate.mail.message import Way, handle
from klarsprak.gate.mail.terms import HELD, LATER, Terms
from tests.gate.support import SIGNATURE

PHONE = "Telefon 0980-319 245\n"
HOUSE = 25
"""Kills until all is looked at."""
SIDE_BY_SIDE = 2
PROGRAM = 0.04
"""Of the kills, so many fall on the program itself and not on a fork: it takes two seconds to load."""
PROGRAM_SECONDS = 4.0
"""Within which the program has come to its work and to its end, if nothing else goes on."""
_ANY = 10**6
"""Kills over a letter, of which it is to blame for none: any number, where two would hold it."""
_INIT = 1
"""The parent of who has lost its own: nobody waits any more for what a house says."""
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


def program(*arguments: str | Path) -> Callable[[], object]:
    """What makes of a fork the program itself, started anew."""
    command = [sys.executable, "-m", "klarsprak", *map(str, arguments)]
    return lambda: os.execv(sys.executable, command)


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


class Moments:
    """When to kill: at any moment of the time that the same took when it was left alone."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._whole = 0.5

    def undisturbed(self, act: Callable[[], object]) -> int:
        """The code of what is done once without being killed; from now on a kill falls within that time."""
        began = time.monotonic()
        code = to_its_end(act)
        self._whole = time.monotonic() - began
        return code

    def next(self) -> float:
        """Seconds until the next kill."""
        return self._chance.random() * self._whole

    def killed(self, act: Callable[[], object], itself: Callable[[], object]) -> int | None:
        """What becomes of it, or now and then of the program ``itself``: its code, None if it was killed."""
        if self._chance.random() < PROGRAM:
            return kill_after(forked(itself), self._chance.random() * PROGRAM_SECONDS)
        return kill_after(forked(act), self.next())


class Part(Protocol):
    """One of those that are killed."""

    name: str

    def __init__(self, place: Path, chance: random.Random) -> None: ...

    @staticmethod
    def warm() -> None:
        """Load once what each house uses."""

    def kill(self, number: int) -> bool:
        """Give it something to do, and kill it; whether it was killed, and not done before."""

    def faults(self) -> Iterator[str]:
        """What is wrong with what became of all that it had to do."""


class FolderGate:
    """Letters come into a folder, and gate after gate is killed over them."""

    name = "gate"
    copies = 2
    """Letters that come before each kill."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._moments = Moments(chance)
        self._place = Folders(place / "in", place / "ut", place / "stopp")
        for folder in (self._place.incoming, self._place.passed, self._place.held):
            folder.mkdir()
        self._sent: dict[str, Counter[str]] = {_GOOD: Counter(), _BAD: Counter()}
        self._bring("först")
        self._moments.undisturbed(self._work)

    @staticmethod
    def warm() -> None:
        """Load the rules, and what the papers on a held letter take."""
        attachments.warm(examiner(None, Path.cwd()).warm())

    def kill(self, number: int) -> bool:
        """Two letters more, and a gate that is killed."""
        self._bring(str(number))
        folders = ("--in", self._place.incoming, "--pass", self._place.passed, "--hold", self._place.held)
        itself = program("gate", *folders, "--settle", "0.1", "--attempts", str(_ANY))
        return self._moments.killed(self._work, itself) is None

    def _bring(self, name: str) -> None:
        for copy in range(self.copies):
            good = self._chance.random() < 0.5
            text = letter(sum(map(len, self._sent.values())), good=good)
            self._sent[_GOOD if good else _BAD][text] += 1
            half = self._place.incoming / "half.part"
            half.write_text(text, encoding="utf-8")
            half.rename(self._place.incoming / f"brev {name}-{copy}.txt")

    def _work(self) -> None:
        # Kills fall on letters that are to blame for none of them.
        examine = examiner(None, Path.cwd()).examine
        Gate(self._place, examine, lambda line: None, settle=0.02, attempts=_ANY).run(Event(), watch=False)

    def faults(self) -> Iterator[str]:
        """What became of the letters is wrong."""
        if to_its_end(self._work) != 0:
            yield "gate: the last run failed"
        for folder, kind in ((self._place.passed, _GOOD), (self._place.held, _BAD)):
            found = [path for path in folder.iterdir() if path.name != WORK and path.suffix == ".txt"]
            texts = Counter(path.read_text("utf-8") for path in found)
            yield from differences(f"gate, {kind}", self._sent[kind], texts)
            yield from (f"gate: {path.name} is left half done" for path in (folder / WORK).iterdir())
        yield from (f"gate: {path.name} is left" for path in self._place.incoming.iterdir() if path.name != WORK)
        yield from (f"gate: {path.name} is still claimed" for path in self._place.incoming.glob(f"{WORK}/*/*/*"))
        papers = Counter(path.name.partition(".txt")[0] for path in self._place.held.glob("*.html"))
        letters = Counter(path.name.partition(".txt")[0] for path in self._place.held.glob("*.txt"))
        yield from differences("gate, papers", letters, papers)


class MailPipe:
    """A mail system gives one mail after the other to a pipe that is killed, and tries again."""

    name = "mail"

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._moments = Moments(chance)
        self._out = place / "ut"
        self._out.mkdir()
        self._terms = Terms(state=place / "state", attempts=_ANY)
        script = f'cat > "{place}/half.$$" && mv "{place}/half.$$" "{self._out}/$$.$(date +%N)"'
        self._way = Way(("sh", "-c", script))
        self._sent: list[tuple[str, bool]] = []
        self._told: Counter[int | None] = Counter()
        self._may_be_twice: set[str] = set()
        text, _ = self._mail(-1, good=True)
        self._moments.undisturbed(lambda: self._deal(text))

    @staticmethod
    def warm() -> None:
        """Load the rules."""
        FolderGate.warm()

    def kill(self, number: int) -> bool:
        """A mail more, whose pipe is killed, and tried until it says what became of it."""
        text, good = self._mail(number, good=self._chance.random() < 0.5)
        code = self._moments.killed(lambda: self._deal(text), lambda: self._deal_by_program(text))
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

    def _mail(self, number: int, *, good: bool) -> tuple[str, bool]:
        head = f"From: mirjam@ekvalla.example\nTo: bo@example.org\nSubject: Färdtjänst {number}\n\n"
        self._sent.append((head + letter(number, good=good), good))
        return self._sent[-1]

    def _deal(self, text: str) -> int:
        return handle(BytesIO(text.encode()), "mirjam@ekvalla.example", self._terms, self._way)

    def _deal_by_program(self, text: str) -> None:
        """Become the program, with the mail as a file on standard input."""
        with tempfile.TemporaryFile() as file:
            file.write(text.encode())
            file.seek(0)
            os.dup2(file.fileno(), 0)
        state = ("--state", self._terms.state or "", "--attempts", str(self._terms.attempts))
        program("gate", "mail", "--from", "mirjam@ekvalla.example", *state, "--then", *self._way.then)()

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
        # Once more than it should: more often than that, it was given on without having been killed over it.
        allowed = Counter(text for text in self._may_be_twice if found[text] > 1)
        yield from differences("mail", Counter(text for text, good in self._sent if good), found - allowed)


class Archive:
    """An audit is killed, or one of its workers, and begun again."""

    name = "audit"
    letters = 60
    worker_alone = 0.3

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._moments = Moments(chance)
        self._place = place
        self._faults: list[str] = []
        (place / "brev").mkdir()
        for number in range(self.letters):
            (place / "brev" / f"{number}.txt").write_text(letter(number, good=number % 2 == 0), "utf-8")
        if self._moments.undisturbed(lambda: self._audit("ostörd.db")) != 0:
            self._faults.append("audit: the one that nobody disturbed failed")
        self._undisturbed = self._content("ostörd.db")

    @staticmethod
    def warm() -> None:
        """Load the rules; what is forked from here takes them as they are."""
        rules = Rules.load(None)
        ready = audits.prepared(None, False, rules.version(False))
        Rules.load = lambda path: rules  # type: ignore[method-assign, assignment]
        audits.prepared = lambda *_: ready  # type: ignore[assignment]
        pool.START = "fork"  # type: ignore[assignment]
        pool.ATTEMPTS = 10**6  # no letter is to blame
        ledgers.COMMIT_EVERY = 0.02

    def kill(self, number: int) -> bool:
        """An audit that is killed, with its workers, or loses one of them; a new one goes on from there."""
        itself = self._chance.random() < PROGRAM
        whole = PROGRAM_SECONDS if itself else None
        process = forked(self._itself() if itself else lambda: self._audit("dödad.db"))
        os.setpgid(process, process)  # its workers are of its group
        was_killed = False
        if self._chance.random() < self.worker_alone:
            time.sleep(self._moment(whole))
            was_killed = _killed(self._chance, _below(process))
        code = self._kill_all(process, self._moment(whole))
        if code is not None:
            self._look(code)
        return was_killed or code is None

    def _moment(self, whole: float | None) -> float:
        return self._moments.next() if whole is None else self._chance.random() * whole

    def _kill_all(self, process: int, seconds: float) -> int | None:
        """Kill it and all that it has started after a time; its code if it had ended by then."""
        time.sleep(max(0.0, seconds))
        done, status = os.waitpid(process, os.WNOHANG)
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        if not done:
            _, status = os.waitpid(process, 0)
        return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)

    def _itself(self) -> Callable[[], object]:
        names = (self._place / "brev", "--ledger", self._place / "dödad.db", "--jobs", "2")
        return program("audit", "run", *names)

    def _audit(self, name: str) -> None:
        audits.audit(Names([str(self._place / "brev")]), Plan(self._place / name, None, jobs=2))

    def _look(self, code: int) -> None:
        """An audit that has come to its end: its ledger must be as if nobody had disturbed it; then a new one."""
        if code != 0:
            self._faults.append(f"audit: it failed with code {code}")
        self._faults += differences("audit", self._undisturbed, self._content("dödad.db"))
        for path in self._place.glob("dödad.db*"):
            path.unlink()

    def faults(self) -> Iterator[str]:
        """A ledger differs from one of an audit that nobody disturbed."""
        self._look(to_its_end(lambda: self._audit("dödad.db")))
        yield from self._faults

    def _content(self, name: str) -> Counter[str]:
        """What the ledger says of each file."""
        with closing(sqlite3.connect(self._place / name)) as database:
            rows = database.execute(
                "SELECT source.name, letter.words, letter.phone, rule.name, finding.block, finding.start FROM source"
                " LEFT JOIN letter ON letter.content = source.content LEFT JOIN finding ON finding.letter = letter.id"
                " LEFT JOIN rule ON rule.id = finding.rule"
            ).fetchall()
        return Counter(repr(row) for row in rows)


def _below(process: int) -> list[int]:
    """The numbers of the processes that it has started, and those that they have."""
    with suppress(psutil.Error):
        return [each.pid for each in psutil.Process(process).children(recursive=True)]
    return []


def _killed(chance: random.Random, processes: Sequence[int]) -> bool:
    """Kill one of them; whether there was one to be killed."""
    with suppress(ProcessLookupError):
        if processes:
            os.kill(chance.choice(processes), signal.SIGKILL)
            return True
    return False


class Server:
    """A server answers, and its workers are killed over the questions, now and then the server itself."""

    name = "server"
    of_server = 0.08
    of_nursery = 0.04
    program = ("-m", "klarsprak")
    at_once = 3
    """Questions that are under way when somebody is killed."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._chance = chance
        self._texts = paragraphs(10**9, chance.randrange(10**6))
        self._faults: list[str] = []
        self._start()

    @staticmethod
    def warm() -> None:
        """The server is a program of its own."""

    def _start(self) -> None:
        self._serving = serving(self.program)
        self._port, self._server = self._serving.__enter__()

    def kill(self, number: int) -> bool:
        """Questions that somebody is killed over, asked until they are answered, and rightly."""
        asked = [next(self._texts) for _ in range(self.at_once)]
        asking = [forked(lambda each=each: self._ask(*each)) for each in asked]  # type: ignore[misc]
        time.sleep(self._chance.random() * 0.05)
        moment = self._chance.random()
        killed = self._kill(moment)
        for process, (text, _) in zip(asking, asked, strict=True):
            code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            if code not in (0, LATER):
                self._faults.append(f"server: a wrong answer to {text!r}")
        if moment < self.of_server:
            self._serving.__exit__(None, None, None)
            self._start()
        if to_its_end(lambda: self._ask(*asked[0], tries=2000)) != 0:
            self._faults.append(f"server: no answer to {asked[0][0]!r}")
        return killed

    def _kill(self, moment: float) -> bool:
        """Kill the server, what forks its workers, or a worker."""
        if moment < self.of_server:
            left = _below(self._server.pid)
            self._server.kill()
            self._faults += (f"server: process {each} outlives it" for each in left if not _ends(each))
            return True
        at_work = workers(self._server)
        if moment < self.of_server + self.of_nursery:
            parents = {psutil.Process(each).ppid() for each in at_work} - {self._server.pid}
            return _killed(self._chance, sorted(parents))
        return _killed(self._chance, at_work)

    def _ask(self, text: str, offset: int, tries: int = 1) -> int:
        """0 for the right answer, 1 for a wrong one, ``LATER`` for none."""
        data = urlencode({"language": "sv", "text": text}).encode()
        for _ in range(tries):
            with suppress(URLError, OSError, ValueError):
                with urlopen(f"http://127.0.0.1:{self._port}/v2/check", data, timeout=60) as answer:
                    found = [match["offset"] for match in json.load(answer)["matches"]]
                return 0 if found == [offset] else 1
            time.sleep(0.02)
        return LATER

    def faults(self) -> Iterator[str]:
        """What was answered wrongly, or not at all."""
        self._serving.__exit__(None, None, None)
        yield from self._faults


def _ends(process: int) -> bool:
    """Whether a process whose parent is gone ends by itself."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if not psutil.pid_exists(process) or psutil.Process(process).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.01)
    return False


PARTS: dict[str, type[Part]] = {each.name: each for each in (FolderGate, MailPipe, Archive, Server)}


class House(NamedTuple):
    """What is to be done in a folder and a process of its own."""

    part: str
    kills: int
    seed: int


class Done(NamedTuple):
    """What came of a house."""

    kills: int
    seconds: float
    faults: list[str]


def live_in(house: House) -> Done:
    """Kill so often as the house is for, and look at what has become of the letters."""
    began = time.monotonic()
    memory = Path("/dev/shm")  # killing takes no disk
    with tempfile.TemporaryDirectory(prefix="soak-", dir=memory if memory.is_dir() else None) as folder:
        part = PARTS[house.part](Path(folder), random.Random(house.seed))
        killed = tries = 0
        while killed < house.kills and os.getppid() != _INIT:
            killed += part.kill(tries)
            tries += 1
        faults = list(part.faults())
    return Done(killed, time.monotonic() - began, faults)


def moved_in(house: House) -> int:
    """The end of a pipe that says what came of a house, as JSON; nothing if the process dies that lives in it."""
    ours, theirs = os.pipe()
    if os.fork() == 0:
        try:
            os.close(ours)
            os.write(theirs, json.dumps(live_in(house)).encode())
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(99)
    os.close(theirs)
    return ours


def heard(said: int) -> Done | None:
    """What a house says, or None where it has died."""
    with os.fdopen(said, "rb") as pipe:
        text = pipe.read()
    os.wait()
    return Done(*json.loads(text)) if text else None


def plan(kills: int, seed: int, only: Sequence[str]) -> list[House]:
    """The houses, the parts by turns; together they have as many kills as are asked for."""
    shares = {part: kills // len(only) + (number < kills % len(only)) for number, part in enumerate(only)}
    houses = []
    while any(shares.values()):
        for part in only:
            if shares[part]:
                houses.append(House(part, min(HOUSE, shares[part]), seed * 1_000 + len(houses)))
                shares[part] -= houses[-1].kills
    return houses


def soak(houses: Sequence[House], seconds: float) -> list[str]:
    """All faults in so many houses, or in as many as there was time for; says what is done as it goes on."""
    end = time.monotonic() + seconds
    waiting = list(reversed(houses))
    lived_in: dict[int, House] = {}
    faults: list[str] = []
    while lived_in or (waiting and time.monotonic() < end):
        while waiting and len(lived_in) < SIDE_BY_SIDE and time.monotonic() < end:
            house = waiting.pop()
            lived_in[moved_in(house)] = house
        for said in select.select(list(lived_in), [], [])[0]:
            faults += _told(lived_in.pop(said), heard(said))
    return faults


def _told(house: House, done: Done | None) -> list[str]:
    """Say what came of a house; its faults, each with what shows it again."""
    if done is None:
        done = Done(0, 0.0, [f"{house.part}: the house itself has fallen down"])
    print(
        f"{house.part} {house.seed}: {done.kills} kills in {done.seconds:.0f} s, {len(done.faults)} faults",
        flush=True,
    )
    TOTAL[house.part] += done.kills
    return [f"{house.part}, {house.kills} kills, seed {house.seed}: {fault}" for fault in done.faults]


TOTAL: Counter[str] = Counter()
"""The kills of each part so far."""


def warm(only: Sequence[str]) -> None:
    """Load all that the houses use, which are forked from here."""
    for part in only:
        PARTS[part].warm()
    gc.collect()
    gc.freeze()


def main() -> int:
    """Print the faults; exit code 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1800.0, help="as long as houses are begun at most")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--planted", action="store_true", help="find faults that are put in")
    wanted = parser.parse_args()
    warm(wanted.only)
    if wanted.planted:
        from bench.soak_planted import not_found

        return 1 if not_found(wanted.only, wanted.seed) else 0
    began = time.monotonic()
    faults = soak(plan(wanted.kills, wanted.seed, wanted.only), wanted.seconds)
    kills = sum(TOTAL.values())
    each = (time.monotonic() - began) / max(1, kills)
    print(f"{kills} kills ({dict(TOTAL)}), {each:.2f} s each, {len(faults)} faults")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
