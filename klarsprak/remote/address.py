"""Where a server is: on this machine, or over a connection that nobody can listen to."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from klarsprak.loopback import is_loopback

_EXAMPLE = "Skriv den så här: http://127.0.0.1:8010 eller https://klarsprak.kommunen.se."
_PORTS = {"http": 80, "https": 443}


class AddressError(Exception):
    """No address of a server that letters may be sent to; the text is one Swedish line."""


class Address(NamedTuple):
    """A server's address; ``path`` is what stands before those that the server knows, or nothing."""

    text: str
    host: str
    port: int
    is_encrypted: bool
    path: str = ""


def address_of(text: str) -> Address:
    """The address in a text; raises ``AddressError``.

    >>> address_of("https://klarsprak.ekvalla.se/")
    Address(text='https://klarsprak.ekvalla.se', host='klarsprak.ekvalla.se', port=443, is_encrypted=True, path='')
    """
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port if parts.port is not None else _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise AddressError(f"”{text}” är ingen adress till en server. {_EXAMPLE}") from None
    if not host or port == 0 or parts.query or parts.fragment or not text.isprintable():
        raise AddressError(f"”{text}” är ingen adress till en server. {_EXAMPLE}")
    if "@" in parts.netloc:
        raise AddressError("--server: skriv nyckeln i en fil (--token-file), inte i adressen.")
    if parts.scheme == "http" and not is_loopback(host):
        raise AddressError(f"{host} är inte den här datorn. Breven skickas bara krypterat dit: skriv https://.")
    return Address(text.rstrip("/"), host, port, parts.scheme == "https", parts.path.rstrip("/"))
