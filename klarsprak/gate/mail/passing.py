"""A message that passes → the next command, or standard output, byte for byte."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from subprocess import Popen, TimeoutExpired
from typing import BinaryIO

from klarsprak.files.errors import reason
from klarsprak.gate.mail.signals import forward_signals
from klarsprak.gate.mail.terms import SYSEXITS, LaterError

LONGEST = 300.0
"""Seconds for the next command; a mail system waits longer for the answer to a whole message (RFC 5321, 4.5.3.2)."""
_GRACE = 5.0
_STANDARD_OUTPUT = 1
_OWN_GROUP = 0 if hasattr(os, "killpg") else None
"""What the command starts ends with it: a mail system waits for all who may still write to it."""


def pass_on(data: bytes, command: Sequence[str]) -> int:
    """Pass the message on; returns the command's code.

    Raises ``LaterError`` where that can't be done, or the code means nothing to a mail system.
    """
    if not command:
        _write(data)
        return 0
    code = _run(data, command)
    if code == 0 or code in SYSEXITS:
        return code
    died = f"signal {-code}" if code < 0 else f"slutkod {code}"
    raise LaterError(f"{command[0]}: kommandot misslyckades ({died}).")


def _write(data: bytes) -> None:
    """Past all buffers: what stands in one when we fail would still come out, or change our code, at exit."""
    left = memoryview(data)
    try:
        while left:
            left = left[os.write(_STANDARD_OUTPUT, left) :]
    except OSError as error:
        raise LaterError(f"standard ut går inte att skriva till ({reason(error)}).") from None


def _run(data: bytes, command: Sequence[str]) -> int:
    """The command's code.

    It reads from a file that is whole before it starts: from a pipe it would take half a message for a whole one if
    we were killed.
    """
    with _unnamed_file() as file:
        file.write(data)
        file.seek(0)
        forward_to = forward_signals()
        try:
            process = Popen(command, stdin=file, process_group=_OWN_GROUP)
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else type(error).__name__
            raise LaterError(f"{command[0]}: kommandot går inte att köra ({why}).") from None
        forward_to(process)
        try:
            return process.wait(LONGEST)
        except TimeoutExpired:
            _end(process)
            raise LaterError(f"{command[0]}: kommandot blev inte klart på {LONGEST:g} sekunder.") from None


def _end(process: Popen[bytes]) -> None:
    """Ask the command and all that it has started to end, and then make them."""
    _send(process, signal.SIGTERM)
    with suppress(TimeoutExpired):
        process.wait(_GRACE)
    _send(process, getattr(signal, "SIGKILL", signal.SIGTERM))
    process.wait()


def _send(process: Popen[bytes], number: int) -> None:
    """Send a signal to the command's group, or to itself where the system knows no groups."""
    if _OWN_GROUP is None:
        process.send_signal(number)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)


def _unnamed_file() -> BinaryIO:
    """In memory where the system can: a message leaves no trace on the disk."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("mejl"), "w+b")
    return tempfile.TemporaryFile()
