"""The help of a command in Swedish, made of what its arguments and options say of themselves.

Typer writes it in English, and only the headings and two of the remarks go through ``gettext``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

USAGE = "Så skriver du: "
OPTIONS = "[ALTERNATIV]"
SHOW_HELP = "Visa den här hjälpen."


def arguments(parameters: Iterable[Any]) -> list[Any]:
    """Those of a command's parameters that have no name on the command line."""
    return [each for each in parameters if each.param_type_name == "argument"]


def options(parameters: Iterable[Any]) -> list[Any]:
    """Those that have."""
    return [each for each in parameters if each.param_type_name == "option"]


def in_usage(argument: Any) -> str:
    """An argument on the line that shows how a command is written: *BREV …*, *[MAPP]*."""
    name = str(argument.metavar)
    if argument.nargs != 1:
        name = f"{name.removesuffix('…')} …"
    return name if argument.required else f"[{name}]"


def argument_row(argument: Any) -> tuple[str, str]:
    """An argument's name and what it is."""
    return str(argument.metavar), _with_remarks(argument)


def option_row(option: Any) -> tuple[str, str]:
    """An option's names, with what stands after them, and what it does."""
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}", _with_remarks(option)


def write_section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    """Rows under a heading; nothing where there are none."""
    if not rows:
        return
    with formatter.section(heading):
        formatter.write_dl(rows)


def _with_remarks(parameter: Any) -> str:
    """*Längsta tid för ett brev.  [annars: 30, minst 0.1]*"""
    remarks = ", ".join(_remarks(parameter))
    return f"{parameter.help}  [{remarks}]" if remarks else str(parameter.help)


def _remarks(parameter: Any) -> Iterator[str]:
    """What holds when nothing is given, the least and the greatest number, and whether something must be given."""
    default = _shown(parameter.default)
    if default:
        yield f"annars: {default}"
    for limit, says in (("min", "minst"), ("max", "högst")):
        number = getattr(parameter, limit, None)
        if number is not None:
            yield f"{says} {number:g}"
    if parameter.required:
        yield "måste anges"


def _shown(default: object) -> str:
    """A default value as a person would write it; nothing for a switch, and where there is none."""
    if isinstance(default, bool):
        return ""
    if default == Path():
        return "mappen där du står"
    if isinstance(default, int | float):
        return f"{default:g}"
    return str(default) if isinstance(default, str | Path) else ""
