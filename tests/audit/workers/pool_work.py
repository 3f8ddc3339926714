"""Work for the tests of the workers: what a task's content tells it to do."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from threading import Event

import psutil

from klarsprak.audit.letter.results import LetterResult
from klarsprak.audit.workers.serving import Results, Task, Work
from klarsprak.processes import MEMORY_LIMIT
from klarsprak.stages import Stages


def prepared() -> Work:
    return work


def broken() -> Work:
    raise ValueError("Reglerna går inte att läsa.")


def telling_collections() -> Work:
    return _tell_collections


def _tell_collections(task: Task) -> Stages[Results]:
    """So many new objects are there before garbage is collected, as words; 0 where that looks through all rules."""
    yield
    return (LetterResult("text", None, words=gc.get_threshold()[0] if gc.get_freeze_count() else 0),)


def _hang() -> None:
    """Wait for what never comes."""
    Event().wait()


def work(task: Task) -> Stages[Results]:
    yield
    what, _, where = task.data.decode().partition(" ")
    if what == "hang":
        _hang()
    if what == "die":
        os._exit(9)
    if what == "die-once" and not Path(where).exists():
        Path(where).touch()
        os._exit(9)
    if what == "die-with-host":
        psutil.Process().parent().parent().kill()
        _hang()
    if what == "fail":
        raise ValueError(where)
    if what == "swell":
        bytes(2 * MEMORY_LIMIT)
    return (LetterResult("text", None, words=len(task.data)),)
