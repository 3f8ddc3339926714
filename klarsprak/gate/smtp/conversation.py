"""A client's session as the next hop hears it: every command of an envelope is asked there, and its answer is ours.

Nothing is promised that the next hop hasn't promised: a recipient that it refuses, for now or for good, is refused in
its own words.
"""

from __future__ import annotations

import re
import ssl
from contextlib import suppress

from klarsprak.gate.smtp import reply as replies
from klarsprak.gate.smtp.envelope import OF_EXTENSION, OF_MAIL, OF_RCPT, Argument, argument
from klarsprak.gate.smtp.handling import most_added
from klarsprak.gate.smtp.next_hop import AwayError, NextHop
from klarsprak.gate.smtp.reply import Reply
from klarsprak.gate.smtp.settings import ProxySettings

_OURS = ("PIPELINING", "ENHANCEDSTATUSCODES")
_PASSED_ON = ("8BITMIME", "SMTPUTF8", "DSN", "XFORWARD", "XCLIENT")
"""What we offer as long as the next hop does."""
_ATTRIBUTES = re.compile(rb"[!-~\x80-\xff][ -~\x80-\xff]*")
"""*NAME=mail.example.org ADDR=192.0.2.7*, without what would end the line."""


class Conversation:
    """One client's connection to the next hop, made when it is needed, and the envelope that is under way."""

    def __init__(self, settings: ProxySettings, tls: ssl.SSLContext | None) -> None:
        self._settings = settings
        self._tls = tls
        self._hop: NextHop | None = None
        self._offered: frozenset[str] = frozenset()
        self.sender: Argument | None = None
        self.recipients = 0

    @property
    def hop(self) -> NextHop | None:
        """The next hop, if we are connected to it."""
        return self._hop if self._hop is not None and self._hop.is_open else None

    async def extensions(self) -> list[str]:
        """What the client is told that can be done, since the next hop can do it too."""
        if self.hop is None:
            with suppress(AwayError):  # it may be there again once there is a message
                await self._connect()
        offered = self.hop.extensions if self.hop is not None else {}
        passed_on = [f"{name} {offered[name]}".rstrip() for name in _PASSED_ON if name in offered]
        self._offered = frozenset({"SIZE", *(line.partition(" ")[0] for line in passed_on)})
        return [*_OURS, f"SIZE {self._largest(offered.get('SIZE', ''))}", *passed_on]

    def without_extensions(self) -> None:
        """The client knows none."""
        self._offered = frozenset()

    async def mail(self, arg: str) -> Reply:
        """The answer to MAIL."""
        sender = argument(arg, "FROM:")
        if sender is None:
            return replies.SYNTAX
        refusal = self._refusal(sender, OF_MAIL, is_utf8=sender.value("SMTPUTF8") is not None)
        if refusal is not None:
            return refusal
        try:
            answer = await self._ask_for_sender(sender)
        except AwayError:
            return replies.AWAY
        if answer.accepts:
            self.sender = sender
        return answer.to_client

    async def rcpt(self, arg: str) -> Reply:
        """The answer to RCPT."""
        recipient = argument(arg, "TO:")
        if self.sender is None:
            return replies.NO_SENDER
        if recipient is None or recipient.path == b"<>":
            return replies.SYNTAX
        refusal = self._refusal(recipient, OF_RCPT, is_utf8=self.sender.value("SMTPUTF8") is not None)
        if refusal is not None:
            return refusal
        answer = await self._ask(b"RCPT TO:" + b" ".join(recipient.written(OF_RCPT)))
        self.recipients += answer.accepts
        return answer

    async def reset(self) -> None:
        """Forget the envelope, there too."""
        if self.sender is not None:
            await self._ask(b"RSET")
        self.sender, self.recipients = None, 0

    async def attributes(self, command: str, arg: str) -> Reply:
        """The answer to XFORWARD or XCLIENT: who the client's own client was."""
        data = arg.encode("utf-8", "surrogateescape")
        if command not in self._offered:
            return replies.UNKNOWN
        if self.sender is not None or not _ATTRIBUTES.fullmatch(data):
            return replies.SYNTAX
        answer = await self._ask(f"{command} ".encode() + data)
        if answer.code == 220 and self.hop is not None:  # all begins anew after XCLIENT
            with suppress(AwayError):
                await self.hop.greet()
        return answer

    async def quit(self) -> None:
        """Take leave."""
        if self.hop is not None:
            await self.hop.quit()

    def abort(self) -> None:
        """Leave at once; half a message is none."""
        if self._hop is not None:
            self._hop.abort()

    async def _ask(self, line: bytes) -> Reply:
        if self.hop is None:
            return replies.LOST
        try:
            return (await self.hop.ask(line)).to_client
        except AwayError:
            return replies.LOST

    async def _connect(self) -> NextHop:
        self._hop = await NextHop.connect(self._settings, self._tls)
        return self._hop

    async def _ask_for_sender(self, sender: Argument) -> Reply:
        """The next hop's answer; one that has closed its connection since the last message is called anew."""
        if self.hop is not None:
            with suppress(AwayError):
                answer = await self.hop.ask(self._mail_line(sender, self.hop))
                if answer.code != replies.CLOSING:
                    return answer
        hop = await self._connect()
        if self._lacks(sender, hop):
            return replies.NOT_NOW
        return await hop.ask(self._mail_line(sender, hop))

    def _mail_line(self, sender: Argument, hop: NextHop) -> bytes:
        names = OF_MAIL - {"SIZE"} if "8BITMIME" in hop.extensions else OF_MAIL - {"SIZE", "BODY"}
        words = sender.written(names)
        size = sender.value("SIZE")
        if size and "SIZE" in hop.extensions:
            words.append(b"SIZE=%d" % (int(size) + most_added(self._settings)))
        return b"MAIL FROM:" + b" ".join(words)

    def _largest(self, theirs: str) -> int:
        """The largest message that both we and the next hop take."""
        ours = self._settings.largest
        most = int(theirs) if theirs.isdigit() else 0
        return min(ours, most - most_added(self._settings)) if most else ours

    def _refusal(self, address: Argument, known: frozenset[str], *, is_utf8: bool) -> Reply | None:
        """Why an address can't be taken whatever the next hop says."""
        for each in address.parameters:
            if each.name not in known or OF_EXTENSION[each.name] not in self._offered:
                return replies.NO_EXTENSION
        if not address.is_ascii and not is_utf8:
            return replies.UTF8_UNDECLARED
        return self._wrong_value(address)

    def _wrong_value(self, address: Argument) -> Reply | None:
        size, body = address.value("SIZE"), address.value("BODY")
        if size is not None and not size.isdigit():
            return replies.SYNTAX
        if size is not None and int(size) > self._settings.largest:
            return replies.TOO_LARGE
        if body is not None and body.upper() not in (b"7BIT", b"8BITMIME"):
            return replies.SYNTAX
        return None

    def _lacks(self, sender: Argument, hop: NextHop) -> bool:
        """Whether a next hop that is new offers less than the one that the client was told of."""
        needed = {OF_EXTENSION[each.name] for each in sender.parameters if each.value.upper() != b"7BIT"} - {"SIZE"}
        return not needed <= hop.extensions.keys()
