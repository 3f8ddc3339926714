"""Answers of SMTP: the next hop's, which are given as they are, and our own."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(rb"(\d{3})([- ]?)([^\r\n]*)\r?\n")
"""*250-SIZE 10240000*, *250 2.0.0 Ok: queued as 4F1B2*, *354*."""
CLOSING = 421
LATER = 451


class Reply(NamedTuple):
    """A code, and the lines of text after it: *250 2.0.0 Ok*."""

    code: int
    lines: tuple[bytes, ...]

    @property
    def accepts(self) -> bool:
        """Whether what was asked is done."""
        return 200 <= self.code < 300

    @property
    def wire(self) -> bytes:
        """As it is sent, but for the last line's end."""
        code = b"%d" % self.code
        *first, last = self.lines or (b"",)
        return b"\r\n".join([*(code + b"-" + line for line in first), code + b" " + last])

    @property
    def to_client(self) -> Reply:
        """As our client is told it: that the next hop closes its connection doesn't mean that we close ours."""
        return Reply(LATER, self.lines) if self.code == CLOSING else self


def reply(text: str) -> Reply:
    """One of our own: *451 4.3.0 Try again later*."""
    return Reply(int(text[:3]), (text[4:].encode(),))


def parsed(line: bytes) -> tuple[int, bool, bytes] | None:
    """Code, whether it is the last line, and text; None for what is no answer."""
    match = _LINE.fullmatch(line)
    return (int(match[1]), match[2] != b"-", match[3]) if match else None


AWAY = reply("451 4.4.1 The next hop can't be reached, try again later")
LOST = reply("451 4.4.2 The connection to the next hop was lost, try again later")
UNCHECKED = reply("451 4.3.0 The message could not be checked, try again later")
BUSY = reply("451 4.3.2 Too many messages at a time, try again later")
FAILED = reply("451 4.3.0 Local error, try again later")
TOO_LARGE = reply("552 5.3.4 The message is too large")
BARE = reply("554 5.5.2 The message has bare <CR> or <LF>, which SMTP does not allow")
HELD = reply("250 2.7.1 Held and given back to its sender")
UNTOLD = reply("550 5.7.1 Mejlet stoppades av klarsprak, och beskedet om det gick inte fram")
"""Read by a sender, in what the mail system before us makes of it; an answer can't hold å, ä and ö."""
SYNTAX = reply("501 5.5.4 Syntax error in the address or its parameters")
NOT_IN_ORDER = reply("503 5.5.1 Not at this point")
NO_SENDER = reply("503 5.5.1 There is no sender yet")
NO_RECIPIENT = reply("554 5.5.1 There is no recipient")
NO_EXTENSION = reply("555 5.5.4 A parameter is not known here")
NOT_NOW = reply("455 4.5.1 The next hop does not take such a parameter at the moment")
UTF8_UNDECLARED = reply("553 5.6.7 An address that is not ASCII needs SMTPUTF8")
UNKNOWN = reply("502 5.5.1 There is no such command here")
MAYBE = reply("252 2.5.0 Send some mail, and it will be seen")
DONE = reply("250 2.0.0 Ok")
GO_ON = reply("354 End with <CR><LF>.<CR><LF>")
GOODBYE = reply("421 4.3.2 Shutting down, try again later")
SILENT = reply("421 4.4.2 Nothing has been heard for too long")
