"""A polite client: one question at a time, pauses, bounds on size and time, and no way to another host."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from klarsprak.version import __version__

AGENT = f"klarsprak/{__version__} (laws fetch)"
LARGEST = 64 * 1024**2
"""Bytes of an answer."""
LONGEST_WAIT = 300.0
"""Seconds that a server may ask for; one that wants more is left alone until the next time."""
_TRIES = 3
_CHUNK = 1 << 16
_LATER = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class FetchError(Exception):
    """One answer that can't be used; the text is Swedish."""


class StopError(Exception):
    """A server that is not to be asked any more now; the text is Swedish."""


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows redirects within the host that was asked, and none elsewhere."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if not _is_same_host(req.full_url, newurl):
            raise FetchError("servern skickar vidare till en annan server. Det följs inte")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_same_host(before: str, after: str) -> bool:
    """Whether both addresses are of one server; the second may be the first one's by HTTPS."""
    old, new = urlsplit(before), urlsplit(after)
    is_secured = (old.scheme, new.scheme) == ("http", "https") and old.port is None and new.port is None
    if is_secured:
        return old.hostname == new.hostname
    return (old.scheme, old.netloc) == (new.scheme, new.netloc)


@dataclass(slots=True)
class Client:
    """Asks one server, whose address is ``base``, with a pause between questions, in seconds."""

    base: str
    pause: float = 1.0
    timeout: float = 30.0
    """Seconds to wait for each part of an answer."""
    longest: float = 120.0
    """Seconds that a whole answer may take."""
    say: Callable[[str], None] = lambda line: None
    _asked: float | None = None
    _robots: RobotFileParser | None = None
    _opener: urllib.request.OpenerDirector = field(default_factory=lambda: urllib.request.build_opener(_SameHost))

    def get(self, path: str, since: float | None = None) -> bytes | None:
        """The answer, None where it hasn't changed since that time; raises ``FetchError`` or ``StopError``."""
        headers = {}
        if since is not None:
            headers["If-Modified-Since"] = format_datetime(datetime.fromtimestamp(since, UTC), usegmt=True)
        return self._ask(path, None, headers)

    def post(self, path: str, question: bytes) -> bytes:
        """The answer to a question in JSON; raises ``FetchError`` or ``StopError``."""
        return self._ask(path, question, {"Content-Type": "application/json"}) or b""

    def _ask(self, path: str, data: bytes | None, headers: dict[str, str]) -> bytes | None:
        self._obey_robots(path)
        for tries_left in reversed(range(_TRIES)):
            try:
                return self._ask_once(path, data, headers)
            except urllib.error.HTTPError as error:
                with error:
                    if error.code == HTTPStatus.NOT_MODIFIED:
                        return None
                    wait = self._wait_for(error)
                    if wait is None or not tries_left:
                        raise FetchError(_describe_code(error.code)) from None
            except (OSError, http.client.HTTPException) as error:
                if not tries_left:
                    raise FetchError(_describe(error)) from None
                wait = self.pause
            time.sleep(wait)
        raise AssertionError("unreachable")

    def _wait_for(self, error: urllib.error.HTTPError) -> float | None:
        """Seconds to wait before the same is asked again, None where that would change nothing."""
        if error.code not in _LATER:
            return 2 * self.pause if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR else None
        wait = _retry_after(error.headers.get("Retry-After"))
        if wait is None:
            return 10 * self.pause
        if wait > LONGEST_WAIT:
            raise StopError(f"servern vill inte ha fler frågor på {wait / 60:.0f} minuter.")
        if wait > self.pause:
            self.say(f"Servern ber oss vänta {wait:.0f} sekunder.")
        return max(wait, self.pause)

    def _ask_once(self, path: str, data: bytes | None, headers: dict[str, str]) -> bytes:
        """The answer; raises ``OSError`` or ``HTTPException`` for none, or half a one."""
        self._rest()
        request = urllib.request.Request(self.base + path, data, {"User-Agent": AGENT, **headers})
        end = time.monotonic() + self.longest
        with self._opener.open(request, timeout=self.timeout) as answer:
            return _read(answer, end)

    def _rest(self) -> None:
        """Wait until the pause since the last question is over."""
        if self._asked is not None:
            time.sleep(max(0.0, self._asked + self.pause - time.monotonic()))
        self._asked = time.monotonic()

    def _obey_robots(self, path: str) -> None:
        """Raise ``StopError`` where the server's robots.txt asks programs not to fetch the path."""
        if self._robots is None:
            self._robots = self._read_robots()
            delay = self._robots.crawl_delay(AGENT)
            self.pause = max(self.pause, min(float(delay or 0), LONGEST_WAIT))
        if not self._robots.can_fetch(AGENT, self.base + path):
            raise StopError("servern ber program att inte hämta därifrån (robots.txt).")

    def _read_robots(self) -> RobotFileParser:
        """What robots.txt says; a server without one lets all be fetched, one that can't answer nothing."""
        robots = RobotFileParser()
        try:
            text = self._ask_once("/robots.txt", None, {}).decode("utf-8", "replace")
            robots.parse([] if text.lstrip().startswith("<") else text.splitlines())
        except urllib.error.HTTPError as error:
            with error:
                if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise StopError(f"{_describe_code(error.code)}.") from None
            robots.parse([])
        except (OSError, http.client.HTTPException) as error:
            raise StopError(f"{_describe(error)}.") from None
        return robots


def _read(answer: Any, end: float) -> bytes:
    """The answer's bytes, within the bounds of size and time; raises ``FetchError`` beyond them."""
    parts = []
    size = 0
    while part := answer.read1(_CHUNK):  # what has come so far: a server may send a byte at a time
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise FetchError(f"svaret är större än {LARGEST // 1024**2} MB")
        if time.monotonic() > end:
            raise FetchError("svaret tog för lång tid")
    length = answer.headers.get("Content-Length")
    if length is not None and length.isdigit() and size < int(length):
        raise http.client.IncompleteRead(b"", int(length) - size)
    return b"".join(parts)


def _retry_after(header: str | None) -> float | None:
    """The seconds that *Retry-After* asks for, as a number or a day; None where it doesn't say."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(until.tzinfo)).total_seconds())


def _describe_code(code: int) -> str:
    if code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return "servern har den inte"
    return f"servern svarar med fel {code}"


def _describe(error: Exception) -> str:
    """Why there was no answer, in words of our own: the system's may name a proxy and its password."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    for kind, words in _CAUSES.items():
        if isinstance(cause, kind):
            return words
    return "det går inte att ansluta till servern"


_CAUSES: dict[type, str] = {
    http.client.IncompleteRead: "svaret bröts på mitten",
    ssl.SSLCertVerificationError: "serverns certifikat godkänns inte",
    socket.gaierror: "serverns namn går inte att slå upp",
    TimeoutError: "servern svarade inte i tid",
    ConnectionRefusedError: "servern tar inte emot",
    http.client.HTTPException: "svaret bröts på mitten",
    ConnectionError: "svaret bröts på mitten",
}
