"""What stands after MAIL and RCPT, taken apart but never changed: *<mirjam@ekvalla.example> SIZE=2048*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_PATH = rb'<(?:"(?:\\[ -~]|[^"\\\x00-\x1f\x7f])*"|[^<>"\x00-\x20\x7f])*>'
"""*<>*, *<bo.ek@example.org>*, *<"bo ek"@example.org>*, *<@relay.example:bo@example.org>*."""
_ARGUMENT = re.compile(rb"(?:FROM|TO):[ \t]*(" + _PATH + rb")((?:[ \t]+[^\x00-\x20\x7f]+)*)[ \t]*", re.I)
_PARAMETER = re.compile(rb"([A-Za-z0-9][A-Za-z0-9-]*)(?:=([^\x00-\x20=\x7f]+))?")
"""*SMTPUTF8*, *SIZE=2048*; ENVID and ORCPT write an equals sign as *+3D*."""
OF_EXTENSION = {
    "SIZE": "SIZE",
    "BODY": "8BITMIME",
    "SMTPUTF8": "SMTPUTF8",
    "RET": "DSN",
    "ENVID": "DSN",
    "NOTIFY": "DSN",
    "ORCPT": "DSN",
}
"""The extension that a parameter belongs to."""
OF_MAIL = frozenset({"SIZE", "BODY", "SMTPUTF8", "RET", "ENVID"})
OF_RCPT = frozenset({"NOTIFY", "ORCPT"})


class Parameter(NamedTuple):
    """*SIZE=2048*: its name in capitals, its value if it has one, and how it was written."""

    name: str
    value: bytes
    written: bytes


class Argument(NamedTuple):
    """An address in its angle brackets, and the parameters after it."""

    path: bytes
    parameters: tuple[Parameter, ...]

    def value(self, name: str) -> bytes | None:
        """A parameter's value, empty where it has none; None where it isn't there."""
        return next((each.value for each in self.parameters if each.name == name), None)

    @property
    def is_ascii(self) -> bool:
        """Whether the address needs no SMTPUTF8."""
        return self.path.isascii()

    def written(self, names: Iterable[str]) -> list[bytes]:
        """The address, and the parameters of these names."""
        return [self.path, *(each.written for each in self.parameters if each.name in names)]


def argument(text: str, keyword: str) -> Argument | None:
    """What was written after the command; None where it is no address, or no parameters."""
    data = text.encode("utf-8", "surrogateescape")
    match = _ARGUMENT.fullmatch(data)
    if match is None or not data.upper().startswith(keyword.encode()):
        return None
    parameters = [_PARAMETER.fullmatch(word) for word in match[2].split()]
    if None in parameters:
        return None
    return Argument(match[1], tuple(_parameter(each) for each in parameters if each))


def _parameter(match: re.Match[bytes]) -> Parameter:
    return Parameter(match[1].decode().upper(), match[2] or b"", match[0])


def mailbox(path: bytes) -> bytes:
    """The address alone, empty for the null sender: *<@relay.example:bo@example.org>* → *bo@example.org*."""
    inner = path[1:-1]
    return inner.partition(b":")[2] if inner.startswith(b"@") else inner
