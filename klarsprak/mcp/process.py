"""What the whole process does: it logs nothing, and ends when it is told to."""

from __future__ import annotations

import logging
import signal
import sys


def log_nothing() -> None:
    """Turn off logging: what libraries log of a fault may hold the text that somebody had checked."""
    logging.disable(logging.CRITICAL)


def end_when_told() -> None:
    """Make SIGTERM an orderly end, also while the rules are loaded."""
    signal.signal(signal.SIGTERM, _end)


def _end(*_: object) -> None:
    sys.exit(0)
