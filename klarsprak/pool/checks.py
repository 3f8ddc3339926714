"""Who does the checking: the event loop asks, and a worker that has loaded the rules answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")
Job = Callable[[Any, Question], Answer]
"""A top-level function of a module, which gets what the worker has prepared, such as a checker, and a question.

Question and answer are plain data: both cross to another process.
"""


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

    def __init__(self, checker: object) -> None:
        self._checker = checker
        self._lock = asyncio.Lock()

    async def ask(self, job: Job[Question, Answer], question: Question, lane: Lane = Lane.SHORT) -> Answer:
        """The job's answer, from a thread."""
        async with self._lock:
            return await asyncio.to_thread(job, self._checker, question)
