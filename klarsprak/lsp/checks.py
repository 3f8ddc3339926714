"""When documents are checked: a moment after the last change, one at a time, in a thread of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import NamedTuple, TypeVar

from klarsprak.lsp.checked import Checked
from klarsprak.lsp.documents import Document

T = TypeVar("T")


class _Waiting(NamedTuple):
    """A check to come."""

    document: Document
    hurry: asyncio.Event
    """Set where somebody waits for it."""
    task: asyncio.Task[None]


class Checks:
    """Runs ``check`` for documents, and hands what it gives to ``publish``, unless the document has changed since.

    What ``check`` raises goes to ``failed``.  All is called in the loop's thread, and ``check`` in another.
    """

    def __init__(
        self,
        check: Callable[[Document], Checked],
        publish: Callable[[Checked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._check = check
        self._publish = publish
        self._failed = failed
        # One: the language model is not made for several, and a processor has nothing to gain by them.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._waiting: dict[str, _Waiting] = {}
        self._latest: dict[str, Checked] = {}

    def soon(self, document: Document, delay: float) -> None:
        """Check a document when ``delay`` seconds have gone without another change to it."""
        self._cancel(document.uri)
        hurry = asyncio.Event()
        task = asyncio.get_running_loop().create_task(self._run(document, delay, hurry))
        self._waiting[document.uri] = _Waiting(document, hurry, task)

    def forget(self, uri: str) -> None:
        """Leave a document alone that has been closed."""
        self._cancel(uri)
        self._latest.pop(uri, None)

    async def latest(self, document: Document, *, hurry: bool = False) -> Checked | None:
        """What is said of the document as it stands, once it is checked; None if it changes first.

        With ``hurry`` it is checked without delay.
        """
        waiting = self._waiting.get(document.uri)
        if waiting is not None and waiting.document is document:
            if hurry:
                waiting.hurry.set()
            await asyncio.wait([waiting.task])
        checked = self._latest.get(document.uri)
        return checked if checked is not None and checked.document is document else None

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Do what needs the language model, between two checks."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def stop(self) -> None:
        """Begin no check any more."""
        for uri in list(self._waiting):
            self._cancel(uri)
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _cancel(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.task.cancel()

    async def _run(self, document: Document, delay: float, hurry: asyncio.Event) -> None:
        """Wait, check, publish; cancelled by the next change, at whichever of them it is."""
        with suppress(TimeoutError):
            await asyncio.wait_for(hurry.wait(), delay)
        try:
            checked = await self.in_thread(lambda: self._check(document))
            self._latest[document.uri] = checked
            self._publish(checked)
        except Exception as error:
            self._failed(error)
        self._waiting.pop(document.uri)
