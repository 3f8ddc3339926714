"""One thread for matrix products, as long as anybody multiplies."""

from __future__ import annotations

from functools import cache
from threading import Lock

from threadpoolctl import ThreadpoolController


class _OneThread:
    """A context in which products take one thread; what was set before comes back when the last one leaves it.

    A letter's matrices are small: threads that wait for each other make them ten times slower.  The number is the
    whole process's, so that two who set it and set it back, each by itself, would leave it wrong.
    """

    def __init__(self) -> None:
        self._controller = ThreadpoolController()
        self._lock = Lock()
        self._inside = 0

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._limit = self._controller.limit(limits=1, user_api="blas")
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._limit.restore_original_limits()


@cache
def one_thread() -> _OneThread:
    """The process's one."""
    return _OneThread()
