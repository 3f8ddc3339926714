"""Who does the checking: the event loop asks, and a worker that has loaded the rules answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # the event loop, and a worker that is about to start, can do without the language model
    from klarsprak.live.checking import LiveChecker

Question = TypeVar("Question")
Answer = TypeVar("Answer")
Job = Callable[["LiveChecker", Question], Answer]
"""A function on the top level of a module, which takes and gives plain data: both cross to another process."""


class Lane(StrEnum):
    """Two queues, so that a long file doesn't stop paragraphs."""

    SHORT = "short"
    LONG = "long"


class CheckError(Exception):
    """No answer came; the text is one Swedish line, fit for the one who asked."""


class OverloadedError(CheckError):
    """The queue is full: asked again in a while, it goes better."""


class TimeLimitError(CheckError):
    """The text took longer than the limit."""


class Checks(Protocol):
    """Takes a job to a worker and its answer back."""

    async def ask(self, job: Job[Question, Answer], question: Question, lane: Lane = Lane.SHORT) -> Answer:
        """The job's answer; raises ``CheckError``, and what the job itself raises."""
        ...


class InThread:
    """A single checker in this process, one job at a time: for tests, and to try things out."""

    def __init__(self, checker: LiveChecker) -> None:
        self._checker = checker
        self._lock = asyncio.Lock()

    async def ask(self, job: Job[Question, Answer], question: Question, lane: Lane = Lane.SHORT) -> Answer:
        """The job's answer, from a thread."""
        async with self._lock:
            return await asyncio.to_thread(job, self._checker, question)
