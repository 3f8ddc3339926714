"""Workers that are forked from a process which has prepared what they need."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from klarsprak.nursery import CAN_FORK, Nursery, Process
from tests.waiting import wait_for

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="the system has no descriptors of processes")


def prepare() -> int:
    return os.getpid()


def die() -> int:
    os._exit(9)


def tell(descriptor: int, prepared: int) -> None:
    """Say who has prepared, what *true* ends with, and how often a line comes."""
    with socket.socket(fileno=descriptor) as end:
        while end.recv(1):
            end.sendall(f"{prepared} {os.getppid()} {subprocess.call([sys.executable, '-c', 'exit(3)'])}".encode())


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery(prepare, tell, 60)
    yield made
    made.stop()


def born(nursery: Nursery) -> tuple[Process, socket.socket]:
    ours, theirs = socket.socketpair()
    with theirs:
        return nursery.worker(theirs.fileno()), ours


def asked(end: socket.socket) -> list[int]:
    end.sendall(b"?")
    return list(map(int, end.recv(100).split()))


def test_workers_share_what_was_prepared_once_and_see_how_their_own_children_end(nursery: Nursery) -> None:
    told = [asked(end) for _, end in (born(nursery), born(nursery))]
    assert told[0] == told[1] == [told[0][0], told[0][0], 3]
    assert told[0][0] != os.getpid()


def test_a_worker_is_killed_alone_and_known_to_be_gone(nursery: Nursery) -> None:
    (first, gone), (second, end) = born(nursery), born(nursery)
    first.kill()
    first.join()
    assert (first.is_alive(), second.is_alive(), gone.recv(1)) == (False, True, b"")
    first.kill()
    assert asked(end)[2] == 3


def test_workers_outlive_a_nursery_that_is_killed_and_another_forks_the_next(nursery: Nursery) -> None:
    _, end = born(nursery)
    killed = asked(end)[0]
    os.kill(killed, signal.SIGKILL)
    _, later = born(nursery)
    assert asked(end)[0] == killed != asked(later)[0]


def test_a_worker_ends_when_nobody_is_there_to_ask_it(nursery: Nursery) -> None:
    worker, end = born(nursery)
    end.close()
    wait_for(lambda: not worker.is_alive())


def test_where_nothing_can_be_prepared_the_worker_is_gone_from_the_start() -> None:
    worker, end = born(Nursery(die, tell, 60))
    assert (worker.is_alive(), end.recv(1)) == (False, b"")
    worker.kill()
    worker.join()
