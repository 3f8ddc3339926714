"""The page's addresses: its files, each with headers that keep all else out."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_PAGES = {"/": "index.html", "/tillganglighet": "tillganglighet.html"}
"""Addresses that people see; the rest stands under ``/sidan``."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}
"""What every answer carries: nothing from elsewhere is run or asked, and nothing is kept."""


def routes() -> list[BaseRoute]:
    """A route for each of the page's files: what isn't one of them is never looked for."""
    static = files("klarsprak.server.page") / "static"
    found = {f"/sidan/{name}": content for name, content in _files(static)}
    addresses = {**{path: static / name for path, name in _PAGES.items()}, **found}
    return [_route(path, content) for path, content in addresses.items()]


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files in a folder and those in it, by their paths: *js/app.js*."""
    for entry in folder.iterdir():
        name = above + entry.name
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif entry.name not in _PAGES.values() and PurePath(name).suffix in _TYPES:
            yield name, entry


def _route(path: str, file: Traversable) -> Route:
    """The file at its address, read once."""
    content = file.read_bytes()
    media_type = _TYPES[PurePath(file.name).suffix]

    async def answer(request: Request) -> Response:
        return Response(content, headers=HEADERS, media_type=media_type)

    return Route(path, answer, methods=["GET"])
