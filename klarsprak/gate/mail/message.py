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
from klarsprak.gate.mail.attempts import Attempts
from klarsprak.gate.mail.check import check, give_up
from klarsprak.gate.mail.hold import keep
from klarsprak.gate.mail.passing import pass_on
from klarsprak.gate.mail.signals import Stopped, stopped_by_signals
from klarsprak.gate.mail.terms import HELD, LATER, Decision, FailedError, LaterError, Terms

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
            envelope = None if sender is None else os.fsencode(sender)
            if exemption(envelope, data):
                return pass_on(data, way.then)
            # To other receivers, who stand in the next command, it is another mail with attempts of its own.
            attempts = Attempts(terms.state, [data, envelope or b"", *map(os.fsencode, way.then)])
            return _check_and_pass_on(data, terms, way, attempts)
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


def _check_and_pass_on(data: bytes, terms: Terms, way: Way, attempts: Attempts) -> int:
    """Pass the message on, or hold it and say why; raises ``LaterError``."""
    decision = _decide(data, terms, attempts, with_page=way.hold is not None)
    if decision.passes:
        attempts.forget()
        return pass_on(data, way.then)
    if way.hold is not None:
        keep(way.hold, data, decision.page)
    attempts.forget()
    print(decision.notice, file=sys.stderr, flush=True)
    return HELD


def _decide(data: bytes, terms: Terms, attempts: Attempts, *, with_page: bool) -> Decision:
    """Whether the message passes; it counts as an attempt from the start, since a message may end us.

    Raises ``LaterError``: an attempt that says nothing of the message, because we were stopped or our configuration
    can't be used, isn't counted.
    """
    if not terms.attempts:
        return check(data, terms, with_page=with_page)
    if attempts.begin() > terms.attempts:
        return give_up(terms, with_page=with_page)
    try:
        return check(data, terms, with_page=with_page)
    except FailedError:
        raise
    except BaseException:
        attempts.take_back()
        raise


def _later(reason: str) -> int:
    """Say why the mail system is to try again."""
    # A mail system may have closed its end: the code is what counts.
    try:
        print(f"klarsprak: mejlet väntar: {reason}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        sys.stderr = None
    return LATER
