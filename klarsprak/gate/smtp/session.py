"""A client's connection.

aiosmtpd reads the commands and speaks TLS.  What it does with addresses, parameters and content is done here instead:
it takes addresses apart, knows no DSN, and refuses long lines.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections import defaultdict
from typing import Any

from aiosmtpd.smtp import SMTP

from klarsprak.faults import where
from klarsprak.gate.smtp import reply as replies
from klarsprak.gate.smtp.conversation import Conversation
from klarsprak.gate.smtp.door import Door
from klarsprak.gate.smtp.envelope import Argument
from klarsprak.gate.smtp.handling import LOG, Handling, Outcome
from klarsprak.gate.smtp.reply import Reply
from klarsprak.gate.smtp.wire import TooLargeError, has_bare_ends, read_content

_IDLE = 300.0
"""Seconds that a client may be silent (RFC 5321, 4.5.3.2.7)."""
_AT_WORK = 1800.0
"""Seconds after which a connection is closed although we owe it an answer: more than all that it waits for."""
_LONGEST_COMMAND = 4096


class Tls:
    """What is shown to clients and asked of the next hop; None for an unencrypted way."""

    def __init__(self, to_clients: ssl.SSLContext | None, to_next: ssl.SSLContext | None) -> None:
        self.to_clients = to_clients
        self.to_next = to_next


class _Faults:
    """What aiosmtpd asks when a command fails."""

    async def handle_exception(self, error: Exception) -> str:
        """Say nothing of the error but that there was one; note where, and nothing of what was being done."""
        LOG.error("%s", where(error))
        return replies.FAILED.wire.decode()


class ProxySession(SMTP):
    """One client, with a connection of its own to the next hop."""

    line_length_limit = _LONGEST_COMMAND
    command_size_limit = _LONGEST_COMMAND

    def __init__(self, handling: Handling, door: Door, tls: Tls) -> None:
        settings = handling.settings
        super().__init__(
            _Faults(),
            data_size_limit=settings.largest,
            enable_SMTPUTF8=True,
            hostname=settings.hostname,
            ident="klarsprak",
            tls_context=tls.to_clients,
            require_starttls=settings.must_be_encrypted,
            timeout=_IDLE,
            loop=asyncio.get_running_loop(),
        )
        self.command_size_limits = defaultdict(lambda: _LONGEST_COMMAND)
        self._handling = handling
        self._door = door
        self._conversation = Conversation(settings, tls.to_next)
        self._is_busy = False
        self._is_to_end = False

    # From the first moment to the last

    async def _handle_client(self) -> None:
        """Let the client in, and leave the next hop when it goes."""
        assert self.session is not None
        peer: Any = self.session.peer
        refusal = self._door.refusal(peer[0])
        if refusal is not None:
            self._leave(refusal)
            return
        with self._door.let_in(self):
            try:
                await super()._handle_client()
            finally:
                self._conversation.abort()

    def end(self) -> None:
        """Say goodbye, after the message that is under way."""
        self._is_to_end = True
        if not self._is_busy:
            self._leave(replies.GOODBYE)

    def _timeout_cb(self) -> None:
        self._leave(replies.SILENT)

    def _leave(self, last: Reply) -> None:
        if self.transport is not None:
            self._writer.write(last.wire + b"\r\n")
            self.transport.close()

    async def _say(self, answer: Reply) -> None:
        await self.push(answer.wire)
        if self.transport is not None:
            self._reset_timeout()

    # Commands

    async def smtp_HELO(self, hostname: str) -> None:  # noqa: N802
        """Greet a client that knows no extensions."""
        self._conversation.without_extensions()
        await self._greet(hostname, [])

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        """Greet a client, and tell it what we and the next hop can do."""
        self._reset_timeout(_AT_WORK)
        extensions = await self._conversation.extensions()
        starttls = ["STARTTLS"] if self.tls_context and not self._tls_protocol else []
        await self._greet(hostname, [*extensions, *starttls])

    async def _greet(self, hostname: str, extensions: list[str]) -> None:
        assert self.session is not None
        if not hostname:
            await self._say(replies.SYNTAX)
            return
        await self._conversation.reset()
        self.session.host_name = hostname
        self.session.extended_smtp = bool(extensions)
        await self._say(Reply(250, tuple(line.encode() for line in (self.hostname, *extensions))))

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802
        """Encrypt; the client greets us anew, and nothing that it has said before holds."""
        if self._tls_protocol:
            await self._say(replies.NOT_IN_ORDER)
            return
        await self._conversation.reset()
        await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        """Nobody logs in here: addresses tell who may come."""
        await self._say(replies.UNKNOWN)

    async def smtp_VRFY(self, arg: str) -> None:  # noqa: N802
        """Ask nobody."""
        await self._say(replies.MAYBE)

    async def smtp_XFORWARD(self, arg: str) -> None:  # noqa: N802
        """Tell the next hop who handed the message in."""
        await self._say(await self._conversation.attributes("XFORWARD", arg or ""))

    async def smtp_XCLIENT(self, arg: str) -> None:  # noqa: N802
        """Have the next hop take the client for another."""
        assert self.session is not None
        answer = await self._conversation.attributes("XCLIENT", arg or "")
        if answer.code == 220:
            self.session.host_name = None
        await self._say(answer)

    async def smtp_RSET(self, arg: str) -> None:  # noqa: N802
        """Forget the envelope."""
        await self._conversation.reset()
        await self._say(replies.DONE)

    async def smtp_QUIT(self, arg: str) -> None:  # noqa: N802
        """Take leave, there too."""
        await self._conversation.quit()
        await super().smtp_QUIT("")

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        """Ask the next hop to take a message from that sender."""
        assert self.session is not None
        if not self.session.host_name or self._conversation.sender is not None:
            await self._say(replies.NOT_IN_ORDER)
            return
        self._reset_timeout(_AT_WORK)
        await self._say(await self._conversation.mail(arg or ""))

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        """Ask the next hop to take the message for that recipient."""
        self._reset_timeout(_AT_WORK)
        await self._say(await self._conversation.rcpt(arg or ""))

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Take the content and deal with it."""
        sender = self._conversation.sender
        if arg or sender is None:
            await self._say(replies.NOT_IN_ORDER)
        elif not self._conversation.recipients:
            await self._say(replies.NO_RECIPIENT)
        else:
            await self._take(sender)

    async def _take(self, sender: Argument) -> None:
        self._is_busy = True
        try:
            await self._data(sender)
        finally:
            self._is_busy = False
        if self._is_to_end:
            self._leave(replies.GOODBYE)

    async def _data(self, sender: Argument) -> None:
        """Our answer follows the next hop's without a pause: whoever dies in between sends the message twice."""
        await self._say(replies.GO_ON)
        content, start = b"", time.perf_counter()
        try:
            content = await read_content(self._reader, self._handling.settings.largest, self._reset_timeout)
            start = time.perf_counter()
            outcome = await self._outcome(sender, content)
        except TooLargeError:
            outcome = Outcome(replies.TOO_LARGE, "refused")
        await self._say(outcome.reply)
        self._note(outcome, len(content), time.perf_counter() - start)
        await self._conversation.reset()

    async def _outcome(self, sender: Argument, content: bytes) -> Outcome:
        hop = self._conversation.hop
        if has_bare_ends(content):
            return Outcome(replies.BARE, "refused")
        if hop is None:
            return Outcome(replies.LOST, "later")
        self._reset_timeout(_AT_WORK)
        return await self._handling.outcome(sender, content, hop)

    def _note(self, outcome: Outcome, size: int, seconds: float) -> None:
        """Neither addresses nor words of the message."""
        LOG.info(
            "%s %s, %s mottagare, %s byte, %.0f ms",
            *(outcome.word, outcome.reply.code, self._conversation.recipients, size, seconds * 1000),
        )
