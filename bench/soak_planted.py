"""Faults for the soak to find: ``python -m bench.soak --planted``.

Each is a mistake of the kind that kills bring to light: one step before another, half a step, a step twice.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.soak import HOUSE, House, Server, soak
from klarsprak.audit.ledger.ledger import Ledger
from klarsprak.gate.folder import steps
from klarsprak.gate.folder.claims import Claims
from klarsprak.gate.folder.gate import Gate
from klarsprak.gate.mail import message
from klarsprak.gate.mail.terms import Decision
from klarsprak.pool.pool import WorkerPool

MOMENT = 0.02
"""Seconds between two steps that belong together: what a slow disk takes."""
HOUSES = 4
"""So many houses, at most, in which a fault must be found."""


def _moved_before_it_is_claimed() -> Any:
    """The letter is taken out of the folder before there is a place where another gate finds it."""
    claim = Claims.claim

    def wrong(self: Claims, path: Path) -> Any:
        data, seen = path.read_bytes(), path.stat()
        path.unlink()
        time.sleep(MOMENT)
        path.write_bytes(data)
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        return claim(self, path)

    return patch.object(Claims, "claim", wrong)


def _published_before_its_claim_is_given_up() -> Any:
    """The letter stands in its folder while another gate may still take it over."""

    def wrong(claim: Any, target: Path, incoming: Path) -> None:
        steps._publish(claim.whole(target), target)
        time.sleep(MOMENT)
        if claim.letter is not None:
            claim.letter.unlink()

    return patch.object(steps, "finish", wrong)


def _taken_over_and_passed() -> Any:
    """What another gate had claimed is taken for checked."""
    examined = Gate._examined

    def wrong(self: Gate, claim: Any, data: bytes, name: str) -> Any:
        said, papers = examined(self, claim, data, name)
        if claim.attempt > 1:
            object.__setattr__(said, "verdict", type(said.verdict)(()))
            papers = {}
        return said, papers

    return patch.object(Gate, "_examined", wrong)


def _tried_before_and_passed() -> Any:
    """A mail that comes again is taken for checked."""
    decide = message._decide

    def wrong(data: bytes, terms: Any, attempts: Any, *, with_page: bool) -> Decision:
        if attempts.begin() > 1:
            return Decision(True)
        return decide(data, terms, attempts, with_page=with_page)

    return patch.object(message, "_decide", wrong)


def _given_on_twice() -> Any:
    """A mail that comes again has perhaps not gone on, and is given on twice to be sure."""
    begin, pass_on = message.Attempts.begin, message.pass_on
    tries: list[int] = []

    def counted(self: Any) -> int:
        tries.append(begin(self))
        return tries[-1]

    def wrong(data: bytes, command: Sequence[str]) -> int:
        return max(pass_on(data, command) for _ in range(2 if tries[-1] > 1 else 1))

    stack = ExitStack()
    stack.enter_context(patch.object(message.Attempts, "begin", counted))
    stack.enter_context(patch.object(message, "pass_on", wrong))
    return stack


def _half_a_letter_is_kept() -> Any:
    """The ledger says that it knows a letter before it knows what is said of it."""
    numbered = Ledger._numbered

    def wrong(self: Ledger, key: bytes, given_up: float | None) -> int:
        number = numbered(self, key, given_up)
        self.commit()
        time.sleep(MOMENT)
        self._begin()
        return number

    return patch.object(Ledger, "_numbered", wrong)


def _written_twice() -> Any:
    """An audit that goes on writes what it finds twice."""
    add = Ledger.add

    def wrong(self: Ledger, key: bytes, letters: Any) -> int:
        number = add(self, key, letters)
        if self.run > 1:
            of = "letter IN (SELECT id FROM letter WHERE content = ?)"
            self._database.execute(f"INSERT INTO finding SELECT * FROM finding WHERE {of}", (number,))
        return number

    return patch.object(Ledger, "add", wrong)


def answers_for_another() -> None:
    """From now on, once a worker has been replaced, whoever asks gets the answer to the question before."""
    ask = WorkerPool.ask
    answers: list[Any] = []

    async def wrong(self: WorkerPool, *question: Any) -> Any:
        answers.append(await ask(self, *question))
        return answers[-2 if self.numbers()["replaced"] and len(answers) > 1 else -1]

    WorkerPool.ask = wrong  # type: ignore[method-assign, assignment]


def _answered_for_another() -> Any:
    planted = "from bench.soak_planted import answers_for_another as a; from klarsprak import cli; a(); cli.main()"
    return patch.object(Server, "program", ("-c", planted))


PLANTED: dict[str, list[Callable[[], Any]]] = {
    "gate": [_moved_before_it_is_claimed, _published_before_its_claim_is_given_up, _taken_over_and_passed],
    "mail": [_tried_before_and_passed, _given_on_twice],
    "audit": [_half_a_letter_is_kept, _written_twice],
    "server": [_answered_for_another],
}


def not_found(only: Sequence[str], seed: int) -> list[str]:
    """The faults that were put in and that the soak didn't see; says of each what was seen."""
    missed = []
    for part, planted in ((each, plant) for each in only for plant in PLANTED[each]):
        name = planted.__name__.strip("_").replace("_", " ")
        with planted():
            for number in range(HOUSES):
                faults = soak([House(part, HOUSE, seed + number)], 600.0)
                if faults:
                    break
        print(f"{part}, {name}: {faults[0] if faults else 'NOT FOUND'}", flush=True)
        missed += [] if faults else [name]
    return missed
