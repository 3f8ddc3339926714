"""The next hop: a connection to it, one command after the other.

No library: what there is for this takes addresses and line ends apart and puts them together anew, and here every
byte goes on as it came.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable
from contextlib import suppress

from klarsprak.gate.smtp.reply import Reply, parsed
from klarsprak.gate.smtp.settings import NextTls, ProxySettings
from klarsprak.gate.smtp.wire import stuffed

_TO_CONNECT = 30.0
_FOR_GREETING = 280.0
FOR_COMMAND = 280.0
"""Seconds; RFC 5321, 4.5.3.2, asks for five minutes, but then our own client would have given up before us."""
_FOR_DATA = 120.0
_FOR_BLOCK = 180.0
FOR_END = 360.0
"""Seconds for the answer to a message's end: those of RFC 5321, ten minutes, are shared with the check before it."""
_FOR_REFUSAL = 2.0
"""Seconds for what has been said before a connection was cut."""
_BLOCK = 256 * 1024
_LONGEST_LINE = 64 * 1024
_MOST_LINES = 128
_Problem = (OSError, EOFError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError)


class AwayError(Exception):
    """The next hop can't be reached, or speaks no more."""


class NextHop:
    """A connection that has been greeted.

    ``extensions`` are what it offers: *{"SIZE": "10240000", "DSN": ""}*.
    """

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, hostname: str) -> None:
        self._reader = reader
        self._writer = writer
        self._hostname = hostname.encode()
        self.extensions: dict[str, str] = {}
        self.is_open = True

    @classmethod
    async def connect(cls, settings: ProxySettings, tls: ssl.SSLContext | None) -> NextHop:
        """A connection, encrypted as ``settings`` say; raises ``AwayError``."""
        try:
            async with asyncio.timeout(_TO_CONNECT):
                ends = await asyncio.open_connection(*settings.next, limit=_LONGEST_LINE)
        except (OSError, TimeoutError):
            raise AwayError from None
        hop = cls(*ends, settings.hostname)
        try:
            hop._expect(await hop._answer(_FOR_GREETING), 220)
            await hop.greet()
            if tls is not None:
                await hop._encrypt(tls, settings)
        except BaseException:
            hop.abort()
            raise
        return hop

    async def greet(self) -> None:
        """Say who we are and learn what it offers; raises ``AwayError``."""
        answer = await self.ask(b"EHLO " + self._hostname)
        if not answer.accepts:
            answer = await self.ask(b"HELO " + self._hostname)
            self._expect(answer, 250)
            self.extensions = {}
            return
        words = (line.decode("ascii", "replace").partition(" ") for line in answer.lines[1:])
        self.extensions = {name.upper(): value for name, _, value in words}

    async def ask(self, line: bytes, seconds: float = FOR_COMMAND) -> Reply:
        """The answer to a command; raises ``AwayError``."""
        await self._send(line + b"\r\n", seconds)
        return await self._answer(seconds)

    async def deliver(self, content: bytes) -> Reply:
        """The answer to a message after its recipients.

        It may come before all is sent: *552 5.3.4 too large*.  Raises ``AwayError``: before the end is sent the next
        hop has no message, after that nobody knows.
        """
        answer = await self.ask(b"DATA", _FOR_DATA)
        if answer.code != 354:
            return answer
        whole = asyncio.Event()
        reading = asyncio.create_task(self._read())
        sending = asyncio.create_task(self._send_all(stuffed(content), whole))
        try:
            await asyncio.wait({reading, sending}, return_when=asyncio.FIRST_COMPLETED)
            return await (self._heard(reading, FOR_END) if whole.is_set() else self._early(reading))
        finally:
            for task in (reading, sending):
                task.cancel()
            await asyncio.gather(reading, sending, return_exceptions=True)
            if self._writer.transport.get_write_buffer_size():
                self.abort()

    async def _send_all(self, data: bytes, whole: asyncio.Event) -> None:
        """Send a message in blocks; it is ``whole`` once its end has been handed over, before that nobody has it."""
        for start in range(0, len(data), _BLOCK):
            async with asyncio.timeout(_FOR_BLOCK):
                self._writer.write(data[start : start + _BLOCK])
                if start + _BLOCK >= len(data):
                    whole.set()
                await self._writer.drain()

    async def _early(self, reading: asyncio.Task[Reply]) -> Reply:
        """The refusal of a message that is half sent; the connection is of no more use then."""
        answer = await self._heard(reading, _FOR_REFUSAL)
        self.abort()
        if answer.code < 400:
            raise AwayError
        return answer

    def abort(self) -> None:
        """Leave at once: a message that has not been sent to its end is none."""
        self.is_open = False
        self._writer.transport.abort()

    async def quit(self) -> None:
        """Take leave, if it can be done."""
        if self.is_open:
            with suppress(AwayError):
                await self.ask(b"QUIT", 2)
            self.abort()

    async def _encrypt(self, tls: ssl.SSLContext, settings: ProxySettings) -> None:
        """Go over to TLS where it is offered; raises ``AwayError`` where it must be and isn't."""
        if "STARTTLS" not in self.extensions:
            if settings.next_tls is NextTls.MUST:
                raise AwayError
            return
        self._expect(await self.ask(b"STARTTLS"), 220)
        try:
            async with asyncio.timeout(_TO_CONNECT):
                await self._writer.start_tls(tls, server_hostname=settings.next.host)
        except _Problem:
            raise AwayError from None
        await self.greet()

    async def _send(self, data: bytes, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                self._writer.write(data)
                await self._writer.drain()
        except _Problem:
            self._lost()

    async def _answer(self, seconds: float) -> Reply:
        """The next answer, which may have several lines."""
        return await self._heard(self._read(), seconds)

    async def _heard(self, reading: Awaitable[Reply], seconds: float) -> Reply:
        try:
            async with asyncio.timeout(seconds):
                answer = await reading
        except _Problem:
            self._lost()
        if answer.code == 421:
            self.abort()
        return answer

    async def _read(self) -> Reply:
        lines = []
        for _ in range(_MOST_LINES):
            part = parsed(await self._reader.readuntil(b"\n"))
            if part is None:
                raise ValueError
            code, is_last, text = part
            lines.append(text)
            if is_last:
                return Reply(code, tuple(lines))
        raise ValueError

    def _lost(self) -> None:
        self.abort()
        raise AwayError from None

    def _expect(self, answer: Reply, code: int) -> None:
        """Raise ``AwayError`` for another code."""
        if answer.code != code:
            self._lost()


def tls_to(settings: ProxySettings) -> ssl.SSLContext | None:
    """What we ask of the next hop's certificate; None to go unencrypted.  Raises ``OSError`` or ``ValueError``."""
    if settings.next_tls is NextTls.NONE:
        return None
    context = ssl.create_default_context(cafile=settings.next_ca)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.next_tls is NextTls.MAY:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
