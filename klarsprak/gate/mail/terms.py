"""What the parts of the mail gate agree on; light, since the process that talks to the mail system loads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

SYSEXITS = range(64, 79)
"""The codes that mail systems know, besides 0."""
HELD = 69
"""``EX_UNAVAILABLE``: the message goes back to its sender."""
LATER = 75
"""``EX_TEMPFAIL``: the mail system keeps the message and tries again."""
ATTEMPTS = 8
"""Postfix tries so many times in four or five hours."""


class LaterError(Exception):
    """The message can't be decided on now; the text is Swedish, without words from the message."""


class FailedError(LaterError):
    """The check failed, which may lie in the message: it is given up after some attempts."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How messages are checked.

    ``config`` names the configuration, None for the one that is found from the current folder.  ``quote`` lets the
    notice to the sender hold words from the message, ``advice`` ends it.  ``time_limit`` is in seconds.
    ``attempts`` are those after which a message that we fail at is held, 0 for any number; ``state`` is the folder
    that they are counted in, None for our own.
    """

    config: Path | None = None
    quote: bool = False
    advice: str = ""
    time_limit: float = 120.0
    attempts: int = ATTEMPTS
    state: Path | None = None


class Decision(NamedTuple):
    """Whether a message passes; if not, the notice to its sender, and the report on it if it was asked for."""

    passes: bool
    notice: str = ""
    page: bytes = b""
