"""What is told on standard error, whether or not anybody can be told."""

from __future__ import annotations

import sys
from contextlib import suppress


def tell(text: str) -> None:
    """Print a line on standard error; never raises.

    The log's disk may be full, or its reader gone: the rest is done all the same, with the exit code that it has.
    """
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def drop_untold() -> None:
    """Let go of what standard error could not take: Python would try once more at exit, and make our code its own."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except (OSError, ValueError):
        sys.stderr = None
