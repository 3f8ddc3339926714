"""What a worker process does: it does one job after the other, and never lets a text harm more than itself."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Any, NamedTuple

from klarsprak.faults import where
from klarsprak.pool.channel import WorkersEnd
from klarsprak.pool.checks import CheckError, Job
from klarsprak.processes import MEMORY_LIMIT, STOPPING, ended_after, ignore, limit_memory
from klarsprak.startup import seldom

if TYPE_CHECKING:
    from klarsprak.live.checking import LiveChecker

TOO_LARGE = "Texten tar för mycket minne att granska. Skicka en del i taget."
_FIRST = """\
Beslut om bygglov

Hej! Vi har erhållit din ansökan enligt 9 kap. 31 b § plan- och bygglagen (2010:900), m.m. Sökanden/byggherren ska \
inkomma med ett yttrande senast den 3 april 2026.

Kim Ek
Handläggare
"""
"""A text with something for most kinds of rules."""


class Message(NamedTuple):
    """A job on its way to a worker; ``seconds`` is what it may take."""

    job: Job[Any, Any]
    question: Any
    seconds: float


class Outcome(NamedTuple):
    """What comes back: the job's answer, or the error that it raised."""

    answer: Any = None
    error: Exception | None = None


class FailedError(Exception):
    """A job failed where nobody expected it; the text is where, and quotes nothing of what was checked."""


def prepare(path: Path | None) -> LiveChecker:
    """A checker by the organisation's choices that has checked a text already: the first one takes a while."""
    from klarsprak import readers
    from klarsprak.config.model import Config, load_config
    from klarsprak.language import parsing
    from klarsprak.live.checking import LiveChecker

    readers.load_all()
    parsing.load()
    config = load_config(path) if path else Config()
    limit_memory(config.limits.memory_in_bytes)
    checker = LiveChecker(config)
    for whole in (True, False):
        checker.check(_FIRST, whole=whole)
    return checker


Prepare = Callable[[Path | None], object]
"""Called with the path of the organisation's choices; jobs get what it makes."""


class Prepared(NamedTuple):
    """What jobs get, or why there can be none."""

    checker: object
    reason: str | None = None


def prepared(prepare: Prepare, path: Path | None) -> Prepared:
    """What a process does before its first job, or before it forks those that do jobs."""
    ignore(STOPPING)
    limit_memory(MEMORY_LIMIT)
    seldom()
    try:
        checker = prepare(path)
    except Exception as error:
        return Prepared(None, f"{error}")
    gc.freeze()  # what stays anyway is never looked through again
    return Prepared(checker)


def serve(end: socket, prepare: Prepare, path: Path | None) -> None:
    """What a worker does that nobody has prepared anything for."""
    _serve(end, prepared(prepare, path))


def serve_forked(descriptor: int, ready: Prepared) -> None:
    """What a worker does that is forked from a process which is prepared."""
    _serve(socket(fileno=descriptor), ready)


def _serve(end: socket, ready: Prepared) -> None:
    """Say None when ready, or why it can't be; then do jobs until the channel closes."""
    channel = WorkersEnd(end)
    with suppress(EOFError, OSError):
        channel.send(ready.reason)
        while ready.reason is None:
            message: Message = channel.receive()
            with ended_after(message.seconds + 10):
                channel.send(_outcome(ready.checker, message))


def _outcome(checker: object, message: Message) -> Outcome:
    """What becomes of a job.  Errors that say what is wrong with a question come back as they are."""
    try:
        return Outcome(message.job(checker, message.question))
    except MemoryError:
        return Outcome(error=CheckError(TOO_LARGE))
    except Exception as error:
        return Outcome(error=error if _is_told(error) else FailedError(where(error)))


def _is_told(error: Exception) -> bool:
    """Whether the error was raised to be told, and can be: one of ours, no bug's, which may quote the letter."""
    if not type(error).__module__.startswith("klarsprak."):
        return False
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True
