"""Files that the server hands out as they are, each at an address of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
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
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}
"""What every answer carries: nothing is kept."""
_FOR_READERS = re.compile(
    r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n"  # comments on lines of their own
    r"|^[ \t]*//[^\n]*\n"
    r"|/\*\*(?:(?!\*/)[^\n])*\*/ ?"  # types among the code
    r"|^[ \t]+|^\n",
    re.MULTILINE | re.DOTALL,
)
"""A third of our scripts is said to those who read them: no browser needs to load it."""


def static_routes(
    package: str,
    address: str,
    headers: Mapping[str, str],
    without: Collection[str] = (),
    rewritten: Callable[[bytes], bytes] = bytes,
) -> list[BaseRoute]:
    """A route under the address for each file in the package's folder ``static``; nothing else is ever looked for.

    HTML may be ``rewritten``.
    """
    found = ((name, file) for name, file in _files(files(package) / "static") if name not in without)
    return [
        content_route(f"{address}/{name}", _as_sent(name, file.read_bytes(), rewritten), headers)
        for name, file in found
    ]


def _as_sent(name: str, content: bytes, rewritten: Callable[[bytes], bytes]) -> bytes:
    """The file's content as browsers get it."""
    match PurePath(name).suffix:
        case ".html":
            return rewritten(content)
        case ".js" | ".css":
            return without_comments(content.decode()).encode()
    return content


def without_comments(code: str) -> str:
    """A script or a style sheet of ours without comments and indentation.

    It knows our own way of writing, no language: comments stand on lines of their own or say a type, and no string
    goes on over a line's end.
    """
    return _FOR_READERS.sub("", code)


def file_route(address: str, file: Traversable, headers: Mapping[str, str]) -> Route:
    """The file at its address, read once."""
    return content_route(address, file.read_bytes(), headers, _TYPES[PurePath(file.name).suffix])


def content_route(address: str, content: bytes, headers: Mapping[str, str], media_type: str = "") -> Route:
    """The content at its address; its type is told by how the address ends where it isn't given."""
    media_type = media_type or _TYPES[PurePath(address).suffix]

    async def answer(request: Request) -> Response:
        return Response(content, headers=headers, media_type=media_type)

    return Route(address, answer, methods=["GET"])


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files in a folder and those in it, by their paths: *js/app.js*."""
    for entry in folder.iterdir():
        name = above + entry.name
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif PurePath(name).suffix in _TYPES:
            yield name, entry
