"""What the command line says on standard error, in Swedish."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

from klarsprak.files.errors import FileError, reason
from klarsprak.files.validation import did_you_mean

FINDINGS = 1
NOT_CHECKED = 2
_UNKNOWN_COMMAND = re.compile(r"No such command '([^']*)'")
_TOO_MUCH = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)


class UsageError(Exception):
    """A command that can't be run as it was given; the text is one Swedish line."""


def say(text: str) -> None:
    """One line on standard error; of a file with several faults a line for each."""
    for line in text.splitlines():
        print(f"klarsprak: {line}", file=sys.stderr)


def one_of(option: str, value: str, choices: Iterable[str]) -> str:
    """The value, if it is one of the option's; raises ``UsageError``."""
    if value in choices:
        return value
    raise UsageError(
        f"{option}: ”{value}” finns inte.{did_you_mean(value, choices)} Välj bland {', '.join(choices)}."
    )


def describe_unwritten(error: Exception) -> str | None:
    """The Swedish line for an answer that standard output can't take, None for any other error."""
    if not isinstance(error, OSError) or error.errno not in (errno.ENOSPC, errno.EIO):
        return None
    if error.filename is not None:
        return None
    sys.stdout = None  # what is left in the buffer can't be written at exit either
    return f"svaret går inte att skriva till standard ut ({reason(error)})."


def describe_misuse(error: Exception) -> str | None:
    """The Swedish line for an error in how the command was given, None for any other error."""
    if isinstance(error, UsageError | FileError):
        return str(error)
    if not hasattr(error, "format_message"):
        return None
    describe = _BY_TYPE.get(type(error).__name__, _describe_other)
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "klarsprak"
    return f"{describe(error)} Skriv ”{command} --help” så ser du vad som går."


def _describe_unknown_option(error: Any) -> str:
    """*check --fromat json*."""
    nearest = did_you_mean(error.option_name, error.possibilities or ())
    return f"Alternativet {error.option_name} finns inte.{nearest}"


def _describe_missing(error: Any) -> str:
    """*rules show*."""
    name = getattr(error.param, "metavar", None) or _name(error.param)
    return f"{name} saknas."


def _describe_no_value(error: Any) -> str:
    """*check --format* and nothing after it."""
    return f"Alternativet {error.option_name} behöver ett värde."


def _describe_bad_value(error: Any) -> str:
    """*audit run --jobs många*."""
    return f"Värdet för {_name(error.param)} går inte att använda.{_describe_wanted(str(error))}"


def _describe_other(error: Any) -> str:
    """Errors that the library has no type for: *init mapp annan-mapp*, *chek brev.txt*."""
    if too_much := _TOO_MUCH.search(str(error)):
        return f"”{too_much[1]}” är för mycket. Ta bort det, eller kör kommandot en gång för vart och ett."
    if unknown := _UNKNOWN_COMMAND.search(str(error)):
        commands = error.ctx.command.commands if error.ctx else ()
        return f"Kommandot {unknown[1]} finns inte.{did_you_mean(unknown[1], commands)}"
    return "Kommandot går inte att tolka."


_BY_TYPE: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _describe_unknown_option,
    "MissingParameter": _describe_missing,
    "BadOptionUsage": _describe_no_value,
    "BadParameter": _describe_bad_value,
}
"""By the names of the errors of the library that parses the command line."""


def _name(parameter: Any) -> str:
    """What an option is called by who writes it; an argument has no name there."""
    name = parameter.opts[0] if parameter else ""
    return str(name) if name.startswith("-") else "argumentet"


def _describe_wanted(said: str) -> str:
    """What is wrong, or what to write instead, with a space before it; nothing where the library doesn't tell."""
    for pattern, says in _WANTED:
        if match := pattern.search(said):
            return f" {says.format(*match.groups())}"
    return ""


_WANTED = (
    (re.compile("not readable"), "Du har inte rätt att läsa filen."),
    (re.compile(r"(?:greater than or equal to |x>=)([\d.]+)"), "Skriv ett tal som är minst {}."),
    (re.compile("integer"), "Skriv ett heltal."),
    (re.compile("number|float"), "Skriv ett tal, med punkt före decimalerna."),
)
"""What the library says of a value that can't be used, and what we say."""
