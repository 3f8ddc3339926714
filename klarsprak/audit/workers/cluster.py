"""The workers of an audit on a Dask cluster: letters travel to them in chunks, results come back.

The audit reads the sources and writes the ledger as ever.  The scheduler keeps a chunk until it is done, and gives
it to another worker when one dies.
"""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from math import inf
from queue import Empty, SimpleQueue
from typing import NamedTuple
from uuid import uuid4

import dask
from distributed import Client, Future, KilledWorker
from distributed.versions import VersionMismatchWarning

from klarsprak.audit.letter.results import unreadable
from klarsprak.audit.version import program
from klarsprak.audit.workers.pool import CRASHED, WorkerPoolError
from klarsprak.audit.workers.serving import Prepare, Results, Task, size_of
from klarsprak.audit.workers.subprocess_pool import OTHER_VERSION, Answer
from klarsprak.audit.workers.subprocess_pools import SubprocessPools, check
from klarsprak.stages import few_at_a_time

CHUNK = 32
"""Letters, at most, that travel together: about a second's work."""
CHUNK_BYTES = 2 * 1024**2
MOST_BYTES = 256 * 1024**2
"""So much, at most, is on its way at a time, unless one letter alone is more."""
CONNECT_LIMIT = 15.0
"""Seconds for the scheduler to answer."""
WORKERS_LIMIT = 60.0
"""Seconds that an audit waits for a worker when there is none."""
LOOK_EVERY = 5.0
"""Seconds between two looks at how many workers there are."""


class ClusterPool:
    """The cluster's workers, as ``WorkerPool`` is those of this machine.

    Entering it connects, and raises ``WorkerPoolError``.
    """

    def __init__(self, address: str, prepare: Prepare, time_limit: float) -> None:
        self._address = address
        self._plugin = SubprocessPools(pickle.dumps(prepare), time_limit)
        self._name = f"klarsprak-{uuid4().hex}"
        self._done: SimpleQueue[Future] = SimpleQueue()
        self._open: dict[str, _Sent] = {}
        self._suspects: list[Task] = []
        self._room = 0
        self._looked = -inf
        self._manned = -inf

    def __enter__(self) -> ClusterPool:
        # What Dask logs, or asyncio of what Dask has given up, is for its developers; and a chunk is no large graph,
        # but one large letter.
        for name in ("distributed", "distributed.client", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        warnings.filterwarnings("ignore", category=VersionMismatchWarning)  # of libraries that no result depends on
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        try:
            self._client = Client(self._address, timeout=CONNECT_LIMIT, set_as_default=False)
        except (OSError, ValueError, TypeError):
            keys = " Har Dask de certifikat som tls kräver?" if self._address.startswith("tls://") else ""
            raise WorkerPoolError(
                f"{self._address}: klustret svarar inte. Är adressen rätt, och är schemaläggaren i gång?{keys}"
            ) from None
        try:
            self._wait_for_a_worker()
            with self._connected():
                self._check_versions()
                self._client.register_plugin(self._plugin, name=self._name)
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, CancelledError):
            if self._client.status == "running":
                self._client.cancel([sent.future for sent in self._open.values()])
                self._client.unregister_worker_plugin(self._name)
        self._client.close()

    def _wait_for_a_worker(self) -> None:
        """Raises ``WorkerPoolError`` if none comes."""
        try:
            self._client.wait_for_workers(1, timeout=WORKERS_LIMIT)
        except TimeoutError:
            raise WorkerPoolError(self._unmanned()) from None

    def _check_versions(self) -> None:
        """Other versions of the program would find other things."""
        ours = program()
        if any(theirs != ours for theirs in self._client.run(program, on_error="return").values()):
            raise WorkerPoolError(OTHER_VERSION)

    def results(self, tasks: Iterator[Task]) -> Generator[tuple[bytes, Results], None, None]:
        """The key and the result of every task, as they come; raises ``WorkerPoolError``."""
        chunks = few_at_a_time(tasks, size_of, CHUNK_BYTES, CHUNK)
        while True:
            while self._has_room() and (chunk := next(chunks, None)):
                self._send(chunk)
            if not self._open and self._suspects:
                self._send([self._suspects.pop()])
            if not self._open:
                return
            yield from self._outcome(self._next())

    def _has_room(self) -> bool:
        """Whether more may be on its way; a letter that may have killed a worker travels alone, and harms itself."""
        now = time.monotonic()
        if now - self._looked > LOOK_EVERY:
            self._look(now)
        held = sum(sent.size for sent in self._open.values())
        return not self._suspects and len(self._open) < self._room and held < MOST_BYTES

    def _look(self, now: float) -> None:
        """See how many workers there are; raises ``WorkerPoolError`` if there has been none for too long."""
        with self._connected():
            threads = sum(self._client.nthreads().values())
        if threads or self._looked == -inf:
            self._manned = now
        elif now - self._manned > WORKERS_LIMIT:
            raise WorkerPoolError(self._unmanned())
        self._room, self._looked = max(2, 2 * threads), now

    def _unmanned(self) -> str:
        return f"{self._address}: klustret har inga arbetare (dask worker). Starta dem och kör samma kommando igen."

    def _send(self, chunk: Sequence[Task]) -> None:
        """Send letters on their way; ``_done`` says when their answer is there."""
        with self._connected():
            future = self._client.submit(check, self._name, chunk, pure=False)
        self._open[future.key] = _Sent(future, chunk, sum(map(size_of, chunk)))
        future.add_done_callback(self._done.put)

    def _next(self) -> _Sent:
        """The chunk that is done next."""
        while True:
            try:
                return self._open.pop(self._done.get(timeout=LOOK_EVERY).key)
            except Empty:
                self._look(time.monotonic())

    def _outcome(self, sent: _Sent) -> Iterator[tuple[bytes, Results]]:
        """The results of a chunk; if workers died of it, its letters are tried again, each alone."""
        try:
            answer = self._answered(sent)
        except KilledWorker:
            if len(sent.chunk) > 1:
                self._suspects.extend(sent.chunk)
                return
            answer = [(sent.chunk[0].key, unreadable(CRASHED, given_up=True))]
        yield from answer

    def _answered(self, sent: _Sent) -> Answer:
        """The answer to a chunk that is done: one whose worker left before it was fetched is to be done again."""
        while True:
            with self._connected(), suppress(TimeoutError):
                answer: Answer = sent.future.result(timeout=LOOK_EVERY)
                return answer
            self._look(time.monotonic())

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """In the block, errors of the connection become ``WorkerPoolError``."""
        try:
            yield
        except (CancelledError, OSError):
            raise WorkerPoolError(
                f"{self._address}: kontakten med klustret bröts. Det som är granskat är sparat. "
                "Kör samma kommando igen, så fortsätter granskningen."
            ) from None


class _Sent(NamedTuple):
    """A chunk on its way; ``size`` in bytes."""

    future: Future
    chunk: Sequence[Task]
    size: int
