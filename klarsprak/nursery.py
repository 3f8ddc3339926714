"""Worker processes forked from one that has prepared what they all need: the nursery.

A worker that starts by itself loads the rules, for two seconds of processor time and into 200 MB that are its own.
One that is forked from a process which has them is ready in some milliseconds and shares most of that memory.  Only
Linux both forks without harm and names a process by a descriptor, so that a number which the system has given to
another process since is never taken for the worker's.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from struct import Struct
from typing import Any, Protocol, TypeVar

from klarsprak.processes import STOPPING, deaf_to
from klarsprak.startup import trimmed

CAN_FORK = sys.platform == "linux" and hasattr(os, "pidfd_open")
"""Whether this system has what a nursery takes."""
_FEWEST = 2
"""One worker by itself takes less memory than one and its nursery."""
_NUMBER = Struct("!Q")
_ASK = b"w"

Prepared = TypeVar("Prepared")


class Process(Protocol):
    """What whoever has started a worker does with it, as ``multiprocessing`` has it too."""

    @property
    def pid(self) -> int | None:
        """Its number."""
        ...

    def is_alive(self) -> bool:
        """Whether it still runs."""
        ...

    def kill(self) -> None:
        """End it at once."""
        ...

    def join(self) -> None:
        """Wait for its end."""
        ...


class Forked:
    """A worker that a nursery has forked: its number, and the descriptor that means it and no other."""

    def __init__(self, pid: int, descriptor: int) -> None:
        self.pid = pid
        self._descriptor = descriptor
        self._ended = select.poll()
        self._ended.register(descriptor, select.POLLIN)

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._descriptor >= 0 and not self._ended.poll(0)

    def kill(self) -> None:
        """End it at once; what has ended is left alone."""
        if self._descriptor >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)

    def join(self) -> None:
        """Wait for its end, after which nothing more can be asked of it."""
        if self._descriptor >= 0:
            self._ended.poll()
            os.close(self._descriptor)
            self._descriptor = -1


class Unborn:
    """A worker that could not be forked: it is gone from the start."""

    pid = None

    def is_alive(self) -> bool:
        """Never."""
        return False

    def kill(self) -> None:
        """Nothing is there."""

    def join(self) -> None:
        """Nothing is there."""


class Nursery:
    """Forks workers, which call ``serve`` with a descriptor of their own and with what ``prepare`` made.

    ``prepare`` is called once, in a process of its own that starts with the first worker; both are functions of a
    module.  A nursery that has died since is replaced, and its workers live on.  ``seconds`` is how long it may take
    to prepare.  Any thread may ask.
    """

    def __init__(
        self, prepare: Callable[[], Prepared], serve: Callable[[int, Prepared], None], seconds: float
    ) -> None:
        self._prepare = prepare
        self._serve = serve
        self._seconds = seconds
        self._asking = threading.Lock()
        self._channel: socket.socket | None = None
        self._process: Any = None
        self._is_stopped = False

    def worker(self, descriptor: int) -> Process:
        """A new worker that has a copy of a descriptor, the one end of a channel."""
        with self._asking:
            # One that was there already may have died long ago.
            for _ in range(1 if self._channel is None else 2):
                if not self._is_stopped:
                    with suppress(OSError, EOFError):
                        return self._forked(descriptor)
                    self._end()
        return Unborn()

    def stop(self) -> None:
        """End the nursery, but none of its workers; nobody has to wait any more for one that is on its way."""
        self._is_stopped = True
        process = self._process
        if process is not None:
            process.kill()
        with self._asking:
            self._end()

    def _forked(self, descriptor: int) -> Forked:
        """Ask the nursery for a worker; raises ``OSError`` or ``EOFError`` where it is gone or takes too long."""
        channel = self._channel or self._begun()
        socket.send_fds(channel, [_ASK], [descriptor])
        number, descriptors, _, _ = socket.recv_fds(channel, _NUMBER.size, 1)
        if not descriptors:
            raise EOFError
        return Forked(_NUMBER.unpack(number)[0], descriptors[0])

    def _begun(self) -> socket.socket:
        """The channel to a nursery that has just been started."""
        self._channel, theirs = socket.socketpair()
        self._channel.settimeout(self._seconds)
        with theirs:
            arguments = (theirs, self._prepare, self._serve)
            process = get_context("spawn").Process(target=_nurse, args=arguments, daemon=True)
            with deaf_to(STOPPING):
                process.start()
            self._process = process  # not before: who stops us in another thread can kill what has started alone
        return self._channel

    def _end(self) -> None:
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def nursery(
    workers: int, prepare: Callable[[], Prepared], serve: Callable[[int, Prepared], None], seconds: float
) -> Nursery | None:
    """One for so many workers; None where that spares nothing, or the system can't fork."""
    return Nursery(prepare, serve, seconds) if workers >= _FEWEST and CAN_FORK else None


def _nurse(channel: socket.socket, prepare: Callable[[], Prepared], serve: Callable[[int, Prepared], None]) -> None:
    """What the nursery does: it prepares, and forks a worker whenever it is asked to, until nobody is there."""
    prepared = prepare()
    # What a collector writes into what stays anyway would make each worker a copy of its own.
    gc.collect()
    gc.freeze()
    trimmed()  # what is free here each worker would hold too, as soon as anything beside it is written
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody here waits for the end of a worker
    with suppress(OSError):
        while descriptor := _asked(channel):
            number = os.fork()
            if number == 0:
                try:
                    signal.signal(signal.SIGCHLD, before)
                    channel.close()
                    serve(descriptor, prepared)
                finally:
                    os._exit(0)
            os.close(descriptor)
            _tell(channel, number)


def _asked(channel: socket.socket) -> int:
    """The descriptor that a new worker is to have; 0 when there is nobody who asks."""
    _, descriptors, _, _ = socket.recv_fds(channel, len(_ASK), 1)
    return descriptors[0] if descriptors else 0


def _tell(channel: socket.socket, number: int) -> None:
    """Say which process the worker is; one that has died already has no descriptor."""
    descriptors: list[int] = []
    with suppress(ProcessLookupError):
        descriptors.append(os.pidfd_open(number))
    try:
        socket.send_fds(channel, [_NUMBER.pack(number)], descriptors)
    finally:
        for each in descriptors:
            os.close(each)
