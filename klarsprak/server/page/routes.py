"""The page's addresses: its files, each with headers that keep all else out."""

from __future__ import annotations

from importlib.resources import files

from starlette.routing import BaseRoute

from klarsprak.server import static
from klarsprak.server.static import file_route, static_routes

_PACKAGE = "klarsprak.server.page"
_PAGES = {"/": "index.html", "/tillganglighet": "tillganglighet.html"}
"""Addresses that people see; the rest stands under ``/sidan``."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = static.HEADERS | {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer carries: nothing from elsewhere is run or asked, and nothing is kept."""


def routes() -> list[BaseRoute]:
    """A route for each of the page's files."""
    folder = files(_PACKAGE) / "static"
    pages = [file_route(path, folder / name, HEADERS) for path, name in _PAGES.items()]
    return [*pages, *static_routes(_PACKAGE, "/sidan", HEADERS, without=_PAGES.values())]
