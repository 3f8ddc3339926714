"""Letters sent to a server one after the other over one connection, and the reports that come back.

What is wrong with the server, the key or the answer stops everything with one line: a letter that nobody has checked
is never called clean.  What is wrong with one letter is told of that letter, as where it is checked here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Timer
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import quote

from klarsprak.finding import Report
from klarsprak.loopback import is_loopback
from klarsprak.remote.address import Address
from klarsprak.reports.complete import IncompleteError, from_data
from klarsprak.swedish import harmless_line
from klarsprak.version import __version__

_NAME = "brev"
"""What each letter is called there: its own name tells of people, and stays here."""
_CONNECTING = 5.0
_ANSWER = 180.0
"""Seconds: servers stop a letter after 30, or as long as their configuration says."""
_LARGEST = 200_000_000
"""Bytes of an answer."""
_PIECE = 1 << 16
_ATTEMPTS = 4
"""How often a letter is sent to a server that has too much to do."""
_LONGEST_PAUSE = 5.0
_LATE = "svarar inte. Starta om den, eller granska utan --server"
_LONGEST_LINE = 300
"""Signs of what a server says of an error that are passed on."""
_ABOUT_THE_LETTER = frozenset({413, 422, 500, 503})
"""Statuses that tell of one letter: it is too large, can't be read, makes a worker fail, or takes too long."""


class RemoteError(Exception):
    """The server can't be asked, or its answer can't be used; the text is one Swedish line."""


class _Answer(NamedTuple):
    status: int
    body: bytes
    again: float | None
    """Seconds after which the server has time, where it has not now."""


class Client:
    """A server that checks letters; raises ``RemoteError`` whenever it doesn't."""

    def __init__(self, address: Address, token: str | None = None) -> None:
        self._address = address
        self._headers = {"Content-Type": "application/octet-stream"}
        if token is not None:
            self._headers["Authorization"] = f"Bearer {token}"
        self._connection = _connection(address)
        self._watch: _Watch | None = None
        """On the request that is on its way."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(TimeoutError):
            self._stop_watch()
        self._connection.close()

    def send(self, data: bytes, suffix: str) -> None:
        """Send a letter ahead of its ``check``, so that the server works while this program does something else."""
        where = f"{self._address.path}/api/1/check?complete=true&name={_NAME}{quote(suffix, errors='replace')}"
        with self._failures_told():
            self._watch = _Watch(self._connect())
            self._connection.request("POST", where, data, self._headers)

    def check(self, data: bytes, name: str, suffix: str) -> Iterator[Report]:
        """The reports on the letter in a file's content and on those attached to it; ``name`` is shown in them."""
        answer = self._answered(data, suffix)
        if answer.status != 200:
            yield Report(name, None, error=self._about_letter(answer))
            return
        sent = _NAME + suffix
        for report in self._reports(answer.body):
            yield replace(report, file=name + report.file.removeprefix(sent))

    def _answered(self, data: bytes, suffix: str) -> _Answer:
        """The server's answer; where it has too much to do, it is asked again."""
        for _ in range(_ATTEMPTS - 1):
            answer = self._asked(data, suffix)
            if answer.again is None:
                return answer
            time.sleep(min(answer.again, _LONGEST_PAUSE))
        return self._asked(data, suffix)

    def _asked(self, data: bytes, suffix: str) -> _Answer:
        """The server's answer to one request, which may be on its way; raises ``RemoteError`` without a whole one."""
        if self._watch is None:
            self.send(data, suffix)
        with self._failures_told():
            with self._connection.getresponse() as response:
                body = self._body(response)
            self._stop_watch()
        return _Answer(response.status, body, _seconds(response.getheader("Retry-After")))

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        """Raises ``RemoteError`` where no answer comes, or not in time, or not the whole of it."""
        try:
            yield
        except (HTTPException, OSError) as error:
            is_late = isinstance(error, TimeoutError) or (self._watch is not None and self._watch.is_late)
            raise self._error(_LATE if is_late else _why_away(error)) from None

    def _stop_watch(self) -> None:
        """Let the next request have its own time; raises ``TimeoutError`` where this one's is up."""
        watch, self._watch = self._watch, None
        if watch is not None and watch.stop():
            raise TimeoutError

    def _connect(self) -> socket:
        """Connect where that isn't done; a name of this machine must lead to this machine."""
        connection = self._connection
        if connection.sock is not None:
            return connection.sock
        connection.connect()
        made: socket = connection.sock  # type: ignore[assignment]  # typeshed has it as None
        made.settimeout(_ANSWER)
        if not self._address.is_encrypted and not is_loopback(str(made.getpeername()[0])):
            raise self._error(
                "finns inte på den här datorn. Breven skickas bara krypterat till andra: skriv https://"
            )
        return made

    def _body(self, response: HTTPResponse) -> bytes:
        """The whole body; raises ``HTTPException`` for half of one, and ``RemoteError``."""
        body = bytearray()
        while piece := response.read1(_PIECE):
            body += piece
            if len(body) > _LARGEST:
                raise self._error("skickar ett svar utan slut")
        expected = response.getheader("Content-Length")
        if expected is not None and expected != str(len(body)):
            raise HTTPException
        return bytes(body)

    def _reports(self, body: bytes) -> list[Report]:
        """The reports in an answer; raises ``RemoteError`` for what is none."""
        data = _as_json(body)
        with suppress(IncompleteError):
            reports = from_data(data)
            if reports:
                return reports
        version = data.get("version") if isinstance(data, dict) else None
        if isinstance(version, str):
            theirs = harmless_line(version)[:20]
            both = f"{theirs}; här är {__version__}"
            raise self._error(f"är av en annan version ({both}). Uppdatera den ena, eller granska utan --server")
        raise self._error("svarade med något annat än en rapport. Är det klarsprak serve som svarar där?")

    def _about_letter(self, answer: _Answer) -> str:
        """What an answer says of one letter; raises ``RemoteError`` for one that says something of all."""
        said = _said(answer.body)
        if answer.status in _ABOUT_THE_LETTER and said and answer.again is None:
            return said
        if answer.again is not None:
            raise self._error("har för mycket att göra. Försök igen om en stund")
        told = {
            401: "vill ha en annan nyckel. Skriv --token-file och filen med nyckeln",
            403: f"släpper inte in klarsprak. {said}".rstrip(". "),
            404: "är inte klarsprak serve, eller en äldre version",
        }
        if 300 <= answer.status < 400:
            raise self._error("visar till en annan adress. Skriv den adressen själv, om du litar på den")
        raise self._error(told.get(answer.status, f"svarade inte som klarsprak serve (status {answer.status})"))

    def _error(self, what: str) -> RemoteError:
        """*Servern http://127.0.0.1:8010 svarar inte.*"""
        stop = "" if what.endswith(("?", ".", "!")) else "."
        return RemoteError(f"Servern {self._address.text} {what}{stop}")


class _Watch:
    """Shuts a connection down where the whole of a request and its answer takes longer than one may.

    The time limit of a connection starts anew with each byte, and a server may send some for ever: lines that say
    that it goes on, a header without an end, an answer by drops.
    """

    def __init__(self, connection: socket) -> None:
        self.is_late = False
        self._connection = connection
        self._timer = Timer(_ANSWER, self._end)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> bool:
        """Let the connection be, and say whether it was too late already."""
        self._timer.cancel()
        return self.is_late

    def _end(self) -> None:
        self.is_late = True
        with suppress(OSError):  # it is closed already
            self._connection.shutdown(SHUT_RDWR)


def _connection(address: Address) -> HTTPConnection:
    """A connection that is made when it is needed, straight to the server whatever proxies the environment names."""
    if not address.is_encrypted:
        return HTTPConnection(address.host, address.port, timeout=_CONNECTING)
    import ssl

    return HTTPSConnection(address.host, address.port, timeout=_CONNECTING, context=ssl.create_default_context())


def _why_away(error: HTTPException | OSError) -> str:
    """What to do where there is no connection, or no whole answer."""
    if isinstance(error, HTTPException):
        return "svarade inte helt. Är det klarsprak serve som svarar där?"
    if type(error).__name__ == "SSLCertVerificationError":
        return "har ett certifikat som den här datorn inte litar på"
    return "går inte att nå. Starta den med ”klarsprak serve”, eller granska utan --server"


def _as_json(body: bytes) -> object:
    """The JSON; None for what is none."""
    try:
        data: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return data


def _said(body: bytes) -> str:
    """What the server says of an error, as one line; nothing where it says nothing."""
    data = _as_json(body)
    said = data.get("error") if isinstance(data, dict) else None
    return harmless_line(said)[:_LONGEST_LINE] if isinstance(said, str) else ""


def _seconds(header: str | None) -> float | None:
    """The time in the header; None where there is none."""
    return float(header) if header is not None and header.isascii() and header.isdigit() else None
