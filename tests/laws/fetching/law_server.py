"""A server that answers as the two databases of law do, and as ill as servers can."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.laws.statute_forms import government, parliament, search_answer, spell

NUMBERS = ("2019:310", "2019:311", "2019:312")


@dataclass
class LawServer:
    """What the server is to do with each act by its number, and what it was asked."""

    address: str = ""
    acts: list[str] = field(default_factory=lambda: list(NUMBERS))
    ill: dict[str, list[str]] = field(default_factory=dict)
    """Ways to answer of an act, or of *robots*, one after the other; then it answers well."""
    robots: str = "User-agent: *\nDisallow: /privat\n"
    asked: Counter[str] = field(default_factory=Counter)
    headers: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    changed: str = "2026-11-01"
    """The day of the entries, and of what *If-Modified-Since* is held against: an act is never newer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    law: LawServer
    counted: bool = False
    """Whether the request is among those that are being answered."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        if path.path == "/robots.txt":
            self._answer("robots", self.law.robots.encode(), "text/plain")
        elif path.path == "/dokumentlista/":
            self._answer("list", spell(self._page(parse_qs(path.query))).encode())
        else:
            number = unquote(path.path).removeprefix("/dokument/sfs-").removesuffix(".json").replace("-", ":", 1)
            known = number in self.law.acts
            title = f"Lag ({number}) om lekparker"
            self._answer(number, spell(parliament(beteckning=number, titel=title)).encode() if known else None)

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["json"]
        first = question["query"]["bool"]["must"][0]["term"]
        number = first.get("beteckning.keyword")
        if number is None:
            hits = search_answer(*({"beteckning": each} for each in self.law.acts))
            for place, hit in enumerate(hits["hits"]["hits"]):
                hit["sort"] = [place]
            self._answer("list", spell(hits).encode())
            return
        title = f"Lag ({number}) om lekparker"
        found = [government(beteckning=number, rubrik=title)] if number in self.law.acts else []
        self._answer(number, spell(search_answer(*found)).encode())

    def _page(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """A page of the list of all acts: one act each."""
        page = int(query["p"][0])
        entry = {"beteckning": self.law.acts[page - 1], "systemdatum": f"{self.law.changed} 04:41:04"}
        return {"dokumentlista": {"@sida": str(page), "@sidor": str(len(self.law.acts)), "dokument": [entry]}}

    def _answer(self, what: str, body: bytes | None, kind: str = "application/json") -> None:
        law = self.law
        law.asked[what] += 1
        law.headers.append(dict(self.headers))
        law.at_once += 1
        self.counted = True
        law.most_at_once = max(law.most_at_once, law.at_once)
        try:
            ways = law.ill.get(what, [])
            way = ways.pop(0) if ways else ""
            self._answer_ill(way, body or b"") if way else self._answer_well(body, kind)
        finally:
            self._is_answered()

    def _is_answered(self) -> None:
        """Count the request no more; before its last byte goes, for then the next one may come."""
        if self.counted:
            self.law.at_once -= 1
            self.counted = False

    def _answer_well(self, body: bytes | None, kind: str) -> None:
        if body is None:
            self._send(404, b"<html>Dokumentet finns inte</html>")
        elif self.headers["If-Modified-Since"] and kind == "application/json":
            self._send(304, b"")
        else:
            self._send(200, body, kind)

    def _answer_ill(self, way: str, body: bytes) -> None:
        code, _, more = way.partition(" ")
        bodies = {
            "html": b"<!doctype html><title>Underh\xc3\xa5ll</title>",
            "other": spell(parliament(beteckning="1999:1")).encode(),
            "empty": b"{}",
            "large": b" " * (1 << 20),
        }
        if code in bodies:
            self._send(200, bodies[code])
        elif code == "cut":
            self._send(200, body[:-100], length=len(body))
            self.close_connection = True
        elif code == "slow":
            self._drip()
        else:
            header = "Location" if code.startswith("3") else "Retry-After"
            self._send(int(code), b"", headers={header: more} if more else {})

    def _drip(self) -> None:
        """A byte at a time, and never to the end."""
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        stop = threading.Event()
        try:
            for _ in range(200):
                self.wfile.write(b" ")
                self.wfile.flush()
                stop.wait(0.02)
        except OSError:
            pass
        self.close_connection = True

    def _send(
        self,
        code: int,
        body: bytes,
        kind: str = "application/json",
        length: int | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if not body:
            self._is_answered()
        self.end_headers()
        self.wfile.write(body[:-1])
        self._is_answered()
        self.wfile.write(body[-1:])


@contextmanager
def law_server() -> Iterator[LawServer]:
    """The server, on a port of its own."""
    law = LawServer()
    handler = type("Handler", (_Handler,), {"law": law})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        law.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield law
        finally:
            server.shutdown()
            thread.join()
