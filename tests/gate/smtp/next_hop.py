"""A next hop that notes every line and answers as a test wants; as a program it keeps what it takes in a folder."""

from __future__ import annotations

import argparse
import asyncio
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

EXTENSIONS = ("PIPELINING", "SIZE 60000000", "8BITMIME", "SMTPUTF8", "DSN", "XFORWARD NAME ADDR", "XCLIENT NAME ADDR")


@dataclass
class Received:
    """A message that was taken: the lines of its envelope, and its content without the dots of the wire."""

    mail: bytes
    rcpts: list[bytes]
    content: bytes
    wire: bytes


@dataclass
class Next:
    """What it offers, what it says instead of yes, and what it got."""

    extensions: tuple[str, ...] = EXTENSIONS
    answers: dict[bytes, bytes] = field(default_factory=dict)
    """By the beginning of a line, or *.* for a message's end."""
    tls: ssl.SSLContext | None = None
    keep: Callable[[Received], None] | None = None
    messages: list[Received] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    connections: int = 0
    silent: bool = False
    """Whether it takes messages and doesn't say so yet."""
    early: bytes = b""
    """What it says when it has read some of a message and wants no more of it."""
    hangs_up: bool = True
    """Whether it goes then; else it reads nothing more."""

    def forget(self) -> None:
        """Be as new for the next test."""
        for noted in (self.messages, self.lines, self.answers):
            noted.clear()
        self.early, self.hangs_up = b"", True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            await self._serve(reader, writer)
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mail, rcpts = b"", []
        writer.write(b"220 next.example ESMTP\r\n")
        while line := (await reader.readline()).removesuffix(b"\r\n"):
            self.lines.append(line)
            verb = line[:4].upper()
            answer = self._answer(line)
            if verb == b"MAIL":
                mail, rcpts = line, []
            elif verb == b"RCPT" and answer.startswith(b"2"):
                rcpts = [*rcpts, line]
            writer.write(answer + b"\r\n")
            if answer.startswith(b"421") or verb == b"QUIT":
                await writer.drain()
                return
            if line == b"STARTTLS" and self.tls is not None:
                await writer.drain()
                await writer.start_tls(self.tls)
            if verb == b"DATA" and answer.startswith(b"354"):
                await self._refuse(reader, writer)
                writer.write(await self._taken(reader, mail, rcpts) + b"\r\n")
            await writer.drain()

    async def _refuse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take no more of a message, if that is wanted, and go."""
        if not self.early:
            return
        await reader.read(1 << 16)
        writer.write(self.early + b"\r\n")
        await writer.drain()
        while not self.hangs_up:
            await asyncio.sleep(0.01)
        raise EOFError

    async def _taken(self, reader: asyncio.StreamReader, mail: bytes, rcpts: list[bytes]) -> bytes:
        wire = await _content(reader)
        answer = self.answers.get(b".", b"250 2.0.0 Ok: queued as 4F1B2")
        if answer.startswith(b"250"):
            content = (b"\r\n" + wire).replace(b"\r\n.", b"\r\n")[2:]
            received = Received(mail, rcpts, content, wire)
            self.messages.append(received)
            if self.keep is not None:
                self.keep(received)
        while self.silent:
            await asyncio.sleep(0.01)
        return answer

    def _answer(self, line: bytes) -> bytes:
        for start, answer in self.answers.items():
            if line.upper().startswith(start.upper()):
                return answer
        if line[:4].upper() == b"EHLO":
            extensions = [*self.extensions, *(["STARTTLS"] if self.tls else [])]
            lines = ["next.example", *extensions]
            return "\r\n".join(f"250{' ' if line is lines[-1] else '-'}{line}" for line in lines).encode()
        usual = {b"DATA": b"354 go on", b"QUIT": b"221 bye", b"STAR": b"220 go on", b"XCLI": b"220 next.example"}
        return usual.get(line[:4].upper(), b"250 2.1.0 Ok")


async def _content(reader: asyncio.StreamReader) -> bytes:
    data = bytearray(b"\r\n")
    while data[-5:] != b"\r\n.\r\n":
        chunk = await reader.read(1 << 20)
        if not chunk:
            raise EOFError
        data += chunk
    return bytes(data[2:-3])


def kept_in(folder: Path) -> Callable[[Received], None]:
    """Keep a message in a file of its own, whole or not at all, before it is answered."""

    def keep(received: Received) -> None:
        half = folder / f".{uuid4().hex}"
        half.write_bytes(b"\n".join([received.mail, *received.rcpts]) + b"\n\n" + received.content)
        half.rename(folder / f"{time.time_ns()}-{half.name[1:]}")

    return keep


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--discard", action="store_true")
    wanted = parser.parse_args()
    hop = Next(keep=None if wanted.discard else kept_in(wanted.folder))
    server = await asyncio.start_server(hop.serve, "127.0.0.1", wanted.port, limit=1 << 20, backlog=200)
    print(server.sockets[0].getsockname()[1], flush=True)
    while True:
        await asyncio.sleep(0.5)
        hop.messages.clear()
        hop.lines.clear()


if __name__ == "__main__":
    asyncio.run(main())
