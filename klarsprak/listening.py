"""Where programs on this machine, or on others, connect to."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A bound socket for asyncio to listen to; raises ``OSError``, or ``OverflowError`` for a port that is none.

    It is TCP by its own word.  Of one that only happens to be, asyncio doesn't ask the system to send small pieces at
    once, and an answer in two waits for the first one's receipt: 40 milliseconds.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.setblocking(False)
        yield listener


def is_loopback(host: str) -> bool:
    """Whether only this machine gets there; a name other than *localhost* may stand for any address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
