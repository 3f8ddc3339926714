"""What goes between the event loop and a worker: pickled messages, each after its size.

A socket at both ends, and not a pipe of ``multiprocessing``: that one blocks whoever reads it.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
from struct import Struct
from typing import Any

_SIZE = Struct("!Q")
_AHEAD = 1024 * 1024
"""Bytes that are read before anybody asks for them."""


def packed(message: object) -> bytes:
    """A message as it travels."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _SIZE.pack(len(data)) + data


class WorkersEnd:
    """The end that waits: a worker has nothing else to do."""

    def __init__(self, end: socket.socket) -> None:
        self._stream = end.makefile("rwb")

    def send(self, message: object) -> None:
        """Send a message; raises ``OSError`` where nobody is there."""
        self._stream.write(packed(message))
        self._stream.flush()

    def receive(self) -> Any:
        """The next message; raises ``EOFError`` or ``OSError`` where nobody is there."""
        return pickle.loads(self._read(_SIZE.unpack(self._read(_SIZE.size))[0]))

    def _read(self, size: int) -> bytes:
        data = self._stream.read(size)
        if len(data) < size:
            raise EOFError
        return data


class LoopsEnd:
    """The end that the event loop listens to, among other things."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def of(cls, end: socket.socket) -> LoopsEnd:
        """Listen to a socket."""
        return cls(*await asyncio.open_connection(sock=end, limit=_AHEAD))

    def send(self, data: bytes) -> None:
        """Send a packed message; whoever waits for the answer learns that nobody is there."""
        self._writer.write(data)

    async def receive(self) -> Any:
        """The next message; raises ``EOFError`` or ``OSError`` where nobody is there."""
        (size,) = _SIZE.unpack(await self._reader.readexactly(_SIZE.size))
        return pickle.loads(await self._reader.readexactly(size))

    def close(self) -> None:
        """Listen no more."""
        self._writer.close()
