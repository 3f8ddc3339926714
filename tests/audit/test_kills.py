"""Killed at any time, an audit ends in the ledger that an undisturbed one would have made."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from klarsprak.audit import run
from klarsprak.audit.ledger import ledger
from klarsprak.audit.run import Plan, audit
from klarsprak.audit.sources.archive import Names
from klarsprak.audit.tally import Tally
from klarsprak.audit.version import Rules
from klarsprak.audit.workers import pool
from tests.audit.sources.packing import DATA, Handling, in_tar, package
from tests.audit.support import UNTAGGED, content, letter, save

pytestmark = [
    pytest.mark.usefixtures("_warm"),
    pytest.mark.skipif(sys.platform != "linux", reason="looks for the workers in /proc"),
]
LETTERS = 150
KILLS = 15
MOST_DONE = 2 * LETTERS // KILLS
"""So many letters, at most, are done between two kills: all kills together reach through the whole audit."""
PACKED = 3
"""A package is gone through from its beginning by each new audit: there, letters and kills are a third as many."""
STATEMENTS = 15
"""What an audit has the database do for a letter, about: a kill comes after any of them."""
_LETTER, _STATEMENT = b"l", b"s"
NAMES = Names(["arkiv"])


def plan(path: str) -> Plan:
    return Plan(Path(path), Path("klarsprak.yml"), jobs=2)


@pytest.fixture
def _warm(archive: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits and workers that are forked from here have model and rules already: a hundred starts take minutes."""
    config = Path("klarsprak.yml")
    save("prov.yml", UNTAGGED)
    rules = Rules.load(config)
    ready = run.prepared(config, False, rules.version(False))
    monkeypatch.setattr(Rules, "load", lambda path: rules)
    monkeypatch.setattr(run, "prepared", lambda *_: ready)
    monkeypatch.setattr(pool, "START", "fork")
    monkeypatch.setattr(pool, "ATTEMPTS", KILLS + 1)  # no letter is to blame for its worker's death here
    monkeypatch.setattr(ledger, "COMMIT_EVERY", 0.005)


class Audit:
    """An audit in a process of its own."""

    def __init__(self) -> None:
        self._said, said = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            try:
                _say_statements(said)
                audit(NAMES, plan("dödad.sqlite"), partial(_say_letters, said, Tally()))
            finally:
                os._exit(0)
        os.close(said)

    def wait(self, letters: int, statements: int) -> None:
        """Until so many letters more are done, and then so many statements begun, or the audit has ended."""
        self._hear(letters, _LETTER)
        self._hear(statements, _STATEMENT)

    def _hear(self, number: int, sort: bytes) -> None:
        while number > 0 and (heard := os.read(self._said, 1)):
            number -= heard == sort

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(child) for child in children.read_text().split()]

    def kill(self) -> None:
        """Kill the audit, and the workers that it leaves."""
        for each in (self.process, *self.workers()):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._said)


def _say_letters(pipe: int, before: Tally, now: Tally) -> None:
    """Say each letter that has been checked in this run."""
    os.write(pipe, _LETTER * (now.checked - before.checked))
    before.checked = now.checked


def _say_statements(pipe: int) -> None:
    """From now on, say each statement of a database in this process as it begins."""
    connect = sqlite3.connect

    def connect_and_trace(*arguments: Any, **options: Any) -> sqlite3.Connection:
        database = connect(*arguments, **options)
        database.set_trace_callback(lambda statement: os.write(pipe, _STATEMENT))
        return database

    sqlite3.connect = connect_and_trace


def lie_in_folders(number_of: int) -> None:
    for number in range(number_of):
        save(f"arkiv/{number}.txt", letter(number))


def lie_in_a_package(number_of: int) -> None:
    """As records that went out, among others that came in."""
    letters = {f"{number}.txt": letter(number).encode() for number in range(2 * number_of)}
    cases = {
        f"KS {number}": [Handling((f"{DATA}/{number}.txt",), ("outgoing", "incoming")[number % 2])]
        for number in range(2 * number_of)
    }
    Path("arkiv").mkdir()
    in_tar(package(letters, cases), Path("arkiv/paket.tar.gz"))


@pytest.mark.parametrize(
    ("lie", "letters", "kills"),
    [(lie_in_folders, LETTERS, KILLS), (lie_in_a_package, LETTERS // PACKED, KILLS // PACKED)],
)
def test_kills_of_the_audit_or_a_worker(lie: Callable[[int], None], letters: int, kills: int) -> None:
    lie(letters)
    chance = random.Random(7)
    running = Audit()
    for _ in range(kills):
        running.wait(chance.randrange(MOST_DONE), chance.randrange(STATEMENTS))
        victims = running.workers()
        if victims and chance.random() < 0.5:
            os.kill(chance.choice(victims), signal.SIGKILL)
        else:
            running.kill()
            running = Audit()
    running.kill()
    audit(NAMES, plan("dödad.sqlite"))
    audit(NAMES, plan("ostörd.sqlite"))
    assert content("dödad.sqlite") == content("ostörd.sqlite")
    assert len(content("dödad.sqlite")["source"]) == letters
