"""The server on standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from klarsprak.lsp.handlers import make_server
from klarsprak.lsp.protocol import log_nothing


def serve() -> None:
    """Answer the editor until it says that it is done, or is gone."""
    log_nothing()
    with _own_output() as out:
        server = make_server()
        try:
            server.start_io(sys.stdin.buffer, out)
        finally:
            server.checks.stop()


@contextmanager
def _own_output() -> Iterator[BinaryIO]:
    """Standard output for the protocol alone: what anything else prints meanwhile goes to standard error."""
    sys.stdout.flush()
    protocol = os.dup(1)
    os.dup2(2, 1)
    try:
        with os.fdopen(protocol, "wb") as out:
            yield out
    finally:
        sys.stdout.flush()
