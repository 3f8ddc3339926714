"""The mail gate, the whole way of a message: read, checked, then passed on unchanged, held, or left for later.

A mail system's pipe understands the codes of ``sysexits``: with 0 the message has gone on, with ``HELD`` it goes back
to its sender with what we wrote to standard error, with ``LATER`` the mail system keeps it and tries again.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from klarsprak.faults import where
from klarsprak.gate.exempt import exemption
from klarsprak.gate.mail.check import check
from klarsprak.gate.mail.hold import keep
from klarsprak.gate.mail.passing import pass_on
from klarsprak.gate.mail.signals import Stopped, stopped_by_signals
from klarsprak.gate.mail.terms import HELD, LATER, LaterError, Terms

_LARGEST_MESSAGE = 1024**3
"""Bytes that we take into memory; what the readers take is less, and what lies between is held as too large."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where messages go.

    ``then`` is the command that gets a message that passes, empty for standard output.  ``hold`` is the folder that
    keeps those that don't, None to keep nothing.
    """

    then: tuple[str, ...] = ()
    hold: Path | None = None


def handle(stream: BinaryIO, sender: str | None, terms: Terms, way: Way) -> int:
    """Deal with the message in the stream; returns the exit code and never raises.

    ``sender`` is the envelope's, None if unknown.  What the mail proxy passes unread, passes unread here too:
    bounces, automatic answers and other mail that can't be sent back, encrypted and signed mail.
    """
    try:
        with stopped_by_signals():
            data = _read(stream)
            is_exempt = exemption(None if sender is None else os.fsencode(sender), data)
            return pass_on(data, way.then) if is_exempt else _check_and_pass_on(data, terms, way)
    except LaterError as error:
        return _later(str(error))
    except Stopped:
        return _later("granskningen avbröts.")
    except Exception as error:
        return _later(f"programmet klarade inte mejlet ({where(error)}).")


def _read(stream: BinaryIO) -> bytes:
    """The whole message; raises ``LaterError`` for none, or for one that is too large to take into memory."""
    data = stream.read(_LARGEST_MESSAGE + 1)
    if not data:
        raise LaterError("inget mejl kom på standard in.")
    if len(data) > _LARGEST_MESSAGE:
        raise LaterError(f"mejlet är större än {_LARGEST_MESSAGE // 1024**2} MB.")
    return data


def _check_and_pass_on(data: bytes, terms: Terms, way: Way) -> int:
    """Pass the message on, or hold it and say why; raises ``LaterError``."""
    decision = check(data, terms, with_page=way.hold is not None)
    if decision.passes:
        return pass_on(data, way.then)
    if way.hold is not None:
        keep(way.hold, data, decision.page)
    print(decision.notice, file=sys.stderr, flush=True)
    return HELD


def _later(reason: str) -> int:
    """Say why the mail system is to try again."""
    # A mail system may have closed its end: the code is what counts.
    try:
        print(f"klarsprak: mejlet väntar: {reason}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        sys.stderr = None
    return LATER
