"""The command line: one module a command, no logic in it."""

from __future__ import annotations

import sys

from klarsprak.cli.app import app
from klarsprak.cli.errors import NOT_CHECKED, say, usage_error

INTERRUPTED = 130


def main() -> None:
    """Run the command that stands in ``sys.argv`` and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may lack a sign of the letter: a question mark there is better than a stop.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; known failures are one line on standard error."""
    try:
        return int(app(arguments, prog_name="klarsprak", standalone_mode=False) or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; what is left in the buffer can't be written at exit either.
        sys.stdout = None
        return INTERRUPTED
    except Exception as error:
        if type(error).__name__ == "Abort":
            return INTERRUPTED
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error, file=sys.stderr)
            return NOT_CHECKED
        line = usage_error(error)
        if line is None:
            raise
        say(line)
        return NOT_CHECKED
