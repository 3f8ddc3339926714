"""What the command line says on standard error, in Swedish."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from klarsprak.files.errors import FileError, reason
from klarsprak.files.meant import did_you_mean
from klarsprak.swedish import harmless_line
from klarsprak.telling import tell

FINDINGS = 1
NOT_CHECKED = 2


class UsageError(Exception):
    """A command that can't be run as it was given; the text is one Swedish line."""


class ReaderGoneError(Exception):
    """Whoever read our output has gone: *klarsprak rules list | head -1*."""


def say(*lines: str) -> None:
    """Lines on standard error, whatever they name: one, or one for each fault of a file; never raises."""
    for line in lines:
        tell(f"klarsprak: {harmless_line(line)}")


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


def describe_forbidden(error: Exception) -> str | None:
    """The Swedish line for a file or a folder on the way to one that the user has no right to, None for any other."""
    if not isinstance(error, PermissionError) or error.filename is None:
        return None
    return f"{error.filename}: {reason(error)}."


def with_hint(said: str, context: Any) -> str:
    """What is wrong, and where to see what goes; ``context`` is the command's, or None."""
    command = context.command_path if context is not None else "klarsprak"
    return f"{said} Skriv ”{command} --help” så ser du vad som går."


@contextmanager
def said_of_command(context: Any) -> Iterator[None]:
    """In the block, errors in how a command was given know which command that was."""
    try:
        yield
    except Exception as error:
        if getattr(error, "ctx", context) is None:
            error.ctx = context  # type: ignore[attr-defined]  # looked at just now
        raise


def describe_misuse(error: Exception) -> str | None:
    """The Swedish line for an error in how the command was given, None for any other error."""
    if isinstance(error, UsageError | FileError):
        return str(error)
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_TYPE:
            said = _BY_TYPE[kind.__name__](error)
            return with_hint(said, getattr(error, "ctx", None))
    return None


def _describe_unknown_option(error: Any) -> str:
    """*check --fromat json*."""
    nearest = did_you_mean(error.option_name, error.possibilities or ())
    return f"Alternativet {error.option_name} finns inte.{nearest}"


def _describe_missing(error: Any) -> str:
    """*rules show*."""
    return f"{_name(error.param)} saknas."


def _describe_wrong_option(error: Any) -> str:
    """*check --format* and nothing after it, *check --quiet=ja*."""
    parameters = error.ctx.command.params if error.ctx is not None else ()
    switches = (each for each in parameters if getattr(each, "is_flag", False))
    if any(error.option_name in each.opts for each in switches):
        return f"Alternativet {error.option_name} tar inget värde."
    return f"Alternativet {error.option_name} behöver ett värde."


def _describe_bad_value(error: Any) -> str:
    """*audit run --jobs många*."""
    return f"Värdet för {_name(error.param)} går inte att använda.{_describe_wanted(error)}"


def _describe_unopened(error: Any) -> str:
    """A file that the library was to open."""
    return f"{error.filename}: filen går inte att öppna."


def _describe_other(error: Any) -> str:
    """Errors that are not known by their type."""
    return "Kommandot går inte att tolka."


_BY_TYPE: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _describe_unknown_option,
    "MissingParameter": _describe_missing,
    "BadOptionUsage": _describe_wrong_option,
    "BadParameter": _describe_bad_value,
    "FileError": _describe_unopened,
    "ClickException": _describe_other,
}
"""By the names of the errors of the library that parses the command line, those that they are made from too."""


def _name(parameter: Any) -> str:
    """What an option is called by who writes it, and an argument in the help."""
    if parameter is None:
        return "argumentet"
    name = str(parameter.opts[0])
    return name if name.startswith("-") else str(parameter.metavar or "argumentet")


def _describe_wanted(error: Any) -> str:
    """What to write instead, with a space before it; nothing where it was not pydantic that looked at the value.

    By the name of pydantic's error: *greater_than_equal*, *int_parsing*.
    """
    if not hasattr(error.__cause__, "errors"):
        return ""
    invalid = error.__cause__.errors()[0]
    limits = invalid.get("ctx", {})
    for limit, says in (("ge", "minst"), ("le", "högst")):
        if limit in limits:
            return f" Skriv ett tal som är {says} {limits[limit]:g}."
    return _WANTED.get(invalid["type"].partition("_")[0], "")


_WANTED = {"int": " Skriv ett heltal.", "float": " Skriv ett tal, med punkt före decimalerna."}
"""By how the names of pydantic's errors begin."""
