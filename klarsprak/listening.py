"""What programs that others connect to have in common: an address, a certificate, a log without content."""

from __future__ import annotations

import logging
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StartError(Exception):
    """The program can't start; the text is one Swedish line."""


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


def tls_with(cert: Path, key: Path | None) -> ssl.SSLContext:
    """What is shown to clients; raises ``StartError``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(cert, key)
    except (OSError, ValueError):
        raise StartError(
            f"{cert}: certifikatet eller dess nyckel går inte att läsa. De ska vara i PEM och höra ihop."
        ) from None
    return context


def unreadable_certificates(path: Path | None) -> StartError:
    """The error for a file of certificates to trust."""
    return StartError(f"{path}: certifikaten går inte att läsa. De ska vara i PEM.")


def write_log(log: logging.Logger, *quiet: str) -> None:
    """Write the log to standard error, a line an entry; loggers that may quote what was sent are ``quiet``."""
    for name in quiet:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    log.setLevel(logging.INFO)
    log.propagate = False
    log.handlers = [handler]
