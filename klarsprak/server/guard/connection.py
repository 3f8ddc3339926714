"""A connection that waits a while for a request, and not for ever; and that lets a client hear why it hangs up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

LINGER = 2.0
"""Seconds in which a client may hear the last answer before the connection is gone."""
_LATE = (
    "HTTP/1.1 408 Request Timeout\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n\r\n"
    "Error: Frågan kom inte fram i tid."
).encode()


class LingeringTransport:
    """A transport that is closed in two steps.

    A system that is told to close a connection from which something is unread drops what it has not sent yet, too:
    a client that is still sending 100 MB would never hear that they are too many.
    """

    def __init__(self, transport: asyncio.Transport, is_heard_out: Callable[[], bool]) -> None:
        self._transport = transport
        self._is_heard_out = is_heard_out
        self.is_lingering = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        """Whether nothing more is to be said."""
        return self.is_lingering or self._transport.is_closing()

    def close(self) -> None:
        """Say that this was all, and listen a little longer."""
        if self.is_closing():
            return
        if self._is_heard_out():
            self._transport.close()
            return
        self.is_lingering = True
        if self._transport.can_write_eof():
            self._transport.write_eof()
        self._transport.resume_reading()
        asyncio.get_running_loop().call_later(LINGER, self._transport.close)


class PatientOnce(H11Protocol):
    """uvicorn waits for the end of a request's head as long as a client likes; here, ``header_time`` seconds."""

    header_time = 10.0

    @classmethod
    def with_header_time(cls, seconds: float) -> type[PatientOnce]:
        """The protocol with another patience."""
        return type("PatientOnce", (cls,), {"header_time": seconds})

    def __init__(self, *args: Any, **others: Any) -> None:
        super().__init__(*args, **others)
        self._impatience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        lingering: Any = LingeringTransport(transport, self._is_heard_out)
        super().connection_made(lingering)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take in what came, and wait no longer once a request's head is whole."""
        if self.transport.is_closing():
            return
        if self._impatience is None and self._is_between_requests():
            self._wait()
        super().data_received(data)
        if not self._is_between_requests():
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _is_between_requests(self) -> bool:
        """Whether the client has a request's head left to send."""
        return self.conn.their_state is h11.IDLE

    def _is_heard_out(self) -> bool:
        """Whether the client has sent a whole request and nothing after it."""
        return self.conn.their_state in (h11.DONE, h11.MUST_CLOSE, h11.CLOSED)

    def _wait(self) -> None:
        self._impatience = self.loop.call_later(self.header_time, self._lose_patience)

    def _stop_waiting(self) -> None:
        if self._impatience is not None:
            self._impatience.cancel()
            self._impatience = None

    def _lose_patience(self) -> None:
        self._impatience = None
        if not self.transport.is_closing():
            self.transport.write(_LATE)
            self.transport.close()
