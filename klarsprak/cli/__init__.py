"""The command line: one module a command, no logic in it."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from klarsprak import kernels
from klarsprak.startup import seldom
from klarsprak.telling import drop_untold, tell

if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED = 130
_NOT_CHECKED = 2


def main() -> None:
    """Run the command that stands in ``sys.argv`` and exit with its code."""
    seldom()
    kernels.choose()
    if sys.stderr is None:  # closed by the caller; ``print`` would go to standard output instead
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None and not _answers_mail_system(sys.argv[1:]):  # who closed it wants the exit code alone
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may lack a sign of the letter: a question mark there is better than a stop.
        if stream is not None:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    code = _run_to_end(sys.argv[1:])
    drop_untold()
    sys.exit(code)


def _run_to_end(arguments: list[str]) -> int:
    """Run a command; what nobody expects is told in full, with the code that says that something was not checked.

    Python's own code would be 1, which is that of findings.
    """
    try:
        return run(arguments)
    except Exception:
        import traceback

        tell(traceback.format_exc().rstrip())
        return _NOT_CHECKED


def run(arguments: list[str]) -> int:
    """Run a command; known failures are one line on standard error.

    ``gate mail`` answers a mail system, which would send the mail back for our own codes: whatever goes wrong there,
    a broken installation too, is a mail for later.
    """
    if not _answers_mail_system(arguments):
        return _run(arguments)
    from klarsprak.gate.mail.terms import LATER, SYSEXITS

    try:
        code = _run(arguments)
    except Exception as error:
        tell(f"klarsprak: mejlet väntar: programmet går inte att köra ({type(error).__name__}).")
        return LATER
    return code if code in (0, *SYSEXITS) else LATER


def _answers_mail_system(arguments: list[str]) -> bool:
    return arguments[:2] == ["gate", "mail"]


def _run(arguments: list[str]) -> int:
    """Run a command; an error that nobody expects is raised."""
    try:
        code = _code(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        known = _code_for(error)
        if known is None:
            raise
        return known


def _code(arguments: list[str]) -> int:
    """Run a command and return its exit code; a plain ``check`` without the library that reads all others."""
    if arguments[:1] == ["check"]:
        from klarsprak.cli.plain import as_plain

        asked = as_plain(arguments)
        if asked is not None:
            from klarsprak.cli.shared.checking import check_as_asked

            return check_as_asked(asked)
    return int(_command()(arguments, prog_name="klarsprak", standalone_mode=False) or 0)


@cache
def _command() -> Callable[..., int | None]:
    """All commands, built once: it takes longer than to run most of them."""
    from typer.main import get_command

    from klarsprak.cli.app import app

    return get_command(app)


def _reader_gone() -> int:
    """The code where nobody reads our output any more; what is left in the buffer can't be written at exit either."""
    sys.stdout = None
    return INTERRUPTED


def _code_for(error: Exception) -> int | None:
    """The exit code for a known failure, once its line has been said; None for any other."""
    from klarsprak.cli.shared import errors
    from klarsprak.files.errors import FileError

    if isinstance(error, errors.ReaderGoneError):
        return _reader_gone()
    kind = type(error).__name__
    if kind == "Abort":
        return INTERRUPTED
    if kind == "NoArgsIsHelpError":
        tell(str(error))
        return errors.NOT_CHECKED
    if isinstance(error, FileError):
        errors.say(*error.faults)
        return errors.NOT_CHECKED
    line = errors.describe_misuse(error) or errors.describe_unwritten(error) or errors.describe_forbidden(error)
    if line is None:
        return None
    errors.say(line)
    return errors.NOT_CHECKED
