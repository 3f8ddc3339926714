"""What the command line says on standard error, in Swedish."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterable

from klarsprak.files.errors import FileError, reason
from klarsprak.files.validation import did_you_mean

FINDINGS = 1
NOT_CHECKED = 2
_UNKNOWN_COMMAND = re.compile(r"No such command '([^']*)'")
_TOO_MUCH = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_LEAST = re.compile(r"(?:greater than or equal to |x>=)([\d.]+)")


class UsageError(Exception):
    """A command that can't be run as it was given; the text is one Swedish line."""


def say(line: str) -> None:
    """One line on standard error."""
    print(f"klarsprak: {line}", file=sys.stderr)


def one_of(option: str, value: str, choices: Iterable[str]) -> str:
    """The value, if it is one of the option's; raises ``UsageError``."""
    if value in choices:
        return value
    raise UsageError(
        f"{option}: ”{value}” finns inte.{did_you_mean(value, choices)} Välj bland {', '.join(choices)}."
    )


def unwritten(error: Exception) -> str | None:
    """The Swedish line for an answer that standard output can't take, None for any other error."""
    if not isinstance(error, OSError) or error.filename is not None or error.errno not in (errno.ENOSPC, errno.EIO):
        return None
    sys.stdout = None  # what is left in the buffer can't be written at exit either
    return f"svaret går inte att skriva till standard ut ({reason(error)})."


def usage_error(error: Exception) -> str | None:
    """The Swedish line for an error in how the command was given, None for any other error."""
    if isinstance(error, UsageError | FileError):
        return str(error)
    if not hasattr(error, "format_message"):
        return None
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "klarsprak"
    return f"{_told(kind, error)} Skriv ”{command} --help” så ser du vad som går."


def _told(kind: str, error: Exception) -> str:
    parameter = getattr(error, "param", None)
    name = parameter.opts[0] if parameter is not None and parameter.opts[0].startswith("-") else "argumentet"
    if kind == "NoSuchOption":
        wrong = error.option_name  # type: ignore[attr-defined]
        return f"Alternativet {wrong} finns inte.{did_you_mean(wrong, getattr(error, 'possibilities', None) or ())}"
    if kind == "MissingParameter":
        human = getattr(parameter, "metavar", None) or name
        return f"{human} saknas."
    if kind == "BadOptionUsage":
        return f"Alternativet {error.option_name} behöver ett värde."  # type: ignore[attr-defined]
    if kind == "BadParameter":
        return f"Värdet för {name} går inte att använda.{_wanted(str(error))}"
    too_much = _TOO_MUCH.search(str(error))
    if too_much:
        return f"”{too_much[1]}” är för mycket. Ta bort det, eller kör kommandot en gång för vart och ett."
    unknown = _UNKNOWN_COMMAND.search(str(error))
    if unknown:
        commands = getattr(getattr(error, "ctx", None), "command", None)
        return f"Kommandot {unknown[1]} finns inte.{did_you_mean(unknown[1], getattr(commands, 'commands', ()))}"
    return "Kommandot går inte att tolka."


def _wanted(said: str) -> str:
    """What is wrong, or what to write instead, with a space before it; nothing where the library doesn't tell."""
    if "not readable" in said:
        return " Du har inte rätt att läsa filen."
    least = _LEAST.search(said)
    if least:
        return f" Skriv ett tal som är minst {least[1]}."
    if "integer" in said:
        return " Skriv ett heltal."
    return " Skriv ett tal, med punkt före decimalerna." if "number" in said or "float" in said else ""
