"""Message → decision, in a process of its own: one that hangs, crashes or eats all memory can't harm the message."""

from __future__ import annotations

import os
import sys
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.faults import where
from klarsprak.gate.mail.signals import default_signals, delayed
from klarsprak.gate.mail.terms import Decision, FailedError, LaterError, Terms
from klarsprak.processes import MEMORY_LIMIT, limit_memory
from klarsprak.swedish import counted

if TYPE_CHECKING:
    from klarsprak.gate.examine import Examined, Examiner

_NAME = "mejl.eml"


def check(data: bytes, terms: Terms, *, with_page: bool) -> Decision:
    """Decide on a message; raises ``FailedError`` where we fail at it, ``LaterError`` for other failures of ours."""
    # A fork costs nothing here, where no thread runs; macOS has it but its own libraries don't stand it.
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, data, terms, with_page), daemon=True)
    try:
        with delayed():
            process.start()
        theirs.close()
        if not ours.poll(terms.time_limit):
            raise FailedError(f"granskningen tog mer än {terms.time_limit:g} sekunder.")
        answer = ours.recv()
    except EOFError:
        process.join()
        raise FailedError(f"granskningen dog (kod {process.exitcode}).") from None
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        ours.close()
    if isinstance(answer, LaterError):
        raise answer
    assert isinstance(answer, Decision)
    return answer


def give_up(terms: Terms, *, with_page: bool) -> Decision:
    """The decision on a message that can't be decided on: it goes back, and its sender learns that nobody looked."""
    from klarsprak.gate.examine import unreadable
    from klarsprak.gate.mail.notice import notice

    times = counted(terms.attempts, "försök", "försök")
    examined = unreadable(_NAME, f"Programmet klarar inte att granska mejlet. Det har gjort {times}.")
    return Decision(False, notice(examined, terms), _page(b"", examined) if with_page else b"")


@cache
def examiner(config: Path | None, folder: Path) -> Examiner:
    """The examiner for messages dealt with in a folder; one that is there before a fork is not made again."""
    from klarsprak.gate.examine import Examiner

    return Examiner(config, folder)


def _serve(pipe: Connection, data: bytes, terms: Terms, with_page: bool) -> None:
    """Send a ``Decision``, or the error that says why there is none."""
    _quiet()
    limit_memory(MEMORY_LIMIT)
    try:
        pipe.send(_decision(data, terms, with_page))
    except LaterError as error:
        pipe.send(error)
    except ImportError as error:  # half an upgrade is no message's fault
        pipe.send(LaterError(f"granskningen misslyckades ({where(error)})."))
    except Exception as error:
        pipe.send(FailedError(f"granskningen misslyckades ({where(error)})."))


def _quiet() -> None:
    """Nothing that a library says may get into the message or the notice."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    default_signals()


def _decision(data: bytes, terms: Terms, with_page: bool) -> Decision:
    """Examine the message; raises ``LaterError``."""
    from klarsprak.files.errors import FileError
    from klarsprak.gate.mail.notice import notice

    try:
        chosen = examiner(terms.config, Path.cwd())
        limit_memory(chosen.memory)
        examined = chosen.examine(data, _NAME)
    except FileError as error:
        raise LaterError(str(error)) from None
    if examined.fault:
        raise FailedError(f"granskningen misslyckades ({examined.fault}).")
    if examined.verdict.passes:
        return Decision(True)
    return Decision(False, notice(examined, terms), _page(data, examined) if with_page else b"")


def _page(data: bytes, examined: Examined) -> bytes:
    """The report on the message, to look at."""
    from datetime import datetime

    from klarsprak.gate.attachments import attachments

    made = attachments(data, examined, _NAME, datetime.now())
    return next(content for ending, content in made.items() if ending.endswith(".html"))
