"""Work that is done a stage at a time, so that several pieces of it can go on side by side.

Letters that are checked one kind of rules at a time, all of them before the next kind, take an eighth less time: each
kind's code and words are near the processor for all of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from klarsprak.bounds import TooSlowError, why_too_slow
from klarsprak.time_budget import OutOfTimeError, time_budget

T = TypeVar("T")
MOST_SIDE_BY_SIDE = 8
"""Of more at a time a letter takes no less."""
Stages: TypeAlias = Generator[None, None, T]
"""Pauses after each stage, and returns what came of them all."""


def few_at_a_time(
    items: Iterable[T], size: Callable[[T], int], room: int, most: int = MOST_SIDE_BY_SIDE
) -> Iterator[list[T]]:
    """The items in order, as many together as there is room for: one that is larger alone.

    Those that came before an error come before it.

    >>> list(few_at_a_time(["a", "b", "cccc", "d"], len, 3))
    [['a', 'b'], ['cccc'], ['d']]
    """
    few: list[T] = []
    held = 0
    try:
        for item in items:
            if few and held + size(item) > room:
                yield few
                few, held = [], 0
            few.append(item)
            held += size(item)
            if len(few) == most:  # at once: who knows when the next one comes
                yield few
                few, held = [], 0
    except Exception:
        if few:
            yield few
        raise
    if few:
        yield few


def finished(stages: Stages[T]) -> T:
    """What comes of the stages, done one after another."""
    while True:
        try:
            next(stages)
        except StopIteration as done:
            answer: T = done.value
            return answer


def in_turns(works: Iterable[Stages[T]]) -> list[T]:
    """What comes of each, in order: a stage of one, a stage of the next; what one raises ends all."""
    going = dict(enumerate(works))
    answers: dict[int, T] = {}
    while going:
        for number, stages in list(going.items()):
            try:
                next(stages)
            except StopIteration as done:
                answers[number] = done.value
                del going[number]
    return [answers[number] for number in sorted(answers)]


class Work(NamedTuple, Generic[T]):
    """Work that is to be done in a time."""

    stages: Stages[T]
    seconds: float
    """What it may take in all."""
    spent: float = 0.0
    """Seconds that have gone before it begins: a letter has been read."""


def side_by_side(works: Iterable[Work[T]]) -> Iterator[T | TooSlowError]:
    """What comes of each, in order: a stage of one, a stage of the next, until all are done.

    What takes longer than it may comes as a ``TooSlowError``.  Where one raises another error it is raised in its
    place, when those before have come; Ctrl-C ends all of them, whatever is done of each.
    """
    runs = list(map(_Run, works))
    going = runs
    while going:
        going = [run for run in going if run.goes_on()]
    for run in runs:
        yield run.told()


class _Run(Generic[T]):
    """One of the works, and the time that it has left."""

    def __init__(self, work: Work[T]) -> None:
        self._stages = work.stages
        self._seconds = work.seconds
        self._left = work.seconds - work.spent
        self._answers: list[T] = []
        """What came of it: one, once it is done."""
        self._error: Exception | None = None

    def goes_on(self) -> bool:
        """Whether there is more to do after the next stage, which is done."""
        began = time.monotonic()
        try:
            self._do_next()
        except StopIteration as done:
            self._answers = [done.value]
            return False
        except OutOfTimeError:
            self._error = TooSlowError(why_too_slow(self._seconds))
            return False
        except Exception as error:
            self._error = error
            return False
        self._left -= time.monotonic() - began
        return True

    def _do_next(self) -> None:
        """Do a stage in the time that is left.

        Where no system tells that it is up, in a thread and on Windows, it is looked at here, before each stage.
        """
        if self._left <= 0:
            raise OutOfTimeError
        with time_budget(self._left):
            next(self._stages)

    def told(self) -> T | TooSlowError:
        """What came of it."""
        if isinstance(self._error, TooSlowError):
            return self._error
        if self._error is not None:
            raise self._error
        return self._answers[0]
