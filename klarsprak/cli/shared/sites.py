"""Names of servers and websites on the command line, as browsers send them."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from klarsprak.cli.shared.errors import UsageError

_NAME = re.compile(r"[a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\]")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def host_as_sent(given: str, option: str) -> str:
    """A server's name: *intranät.exempel.se* → *xn--intrant-bxa.exempel.se*.

    Raises ``UsageError`` for what can be no server's name: no request would be let in by it.
    """
    try:
        return _in_ascii(given)
    except ValueError:
        raise UsageError(
            f"{option}: ”{given}” är inget namn på en server. Skriv bara namnet, till exempel sprak.exempel.se."
        ) from None


def site_as_sent(given: str, option: str) -> str:
    """A website: *https://intranät.exempel.se/* → *https://xn--intrant-bxa.exempel.se*.

    Raises ``UsageError`` for what can be none: no page would be let in by it.
    """
    try:
        parts = urlsplit(given)
        host = parts.hostname or ""
        name = _in_ascii(f"[{host}]" if ":" in host else host)
        port = f":{parts.port}" if parts.port not in (None, _DEFAULT_PORTS.get(parts.scheme)) else ""
        if not parts.scheme or says_more(parts):
            raise ValueError(given)
    except ValueError:
        raise UsageError(
            f"{option}: ”{given}” är ingen webbplats. Skriv den så här: https://intranät.exempel.se."
        ) from None
    return f"{parts.scheme}://{name}{port}"


def says_more(parts: SplitResult) -> bool:
    """Whether something stands in an address after the server's name, or before it."""
    return bool(parts.path.strip("/") or parts.query or parts.fragment or parts.username)


def _in_ascii(name: str) -> str:
    """A server's name in the letters that the net has; raises ``ValueError`` for what is none."""
    written = name.lower().encode("idna").decode()
    if _NAME.fullmatch(written) is None:
        raise ValueError(name)
    return written
