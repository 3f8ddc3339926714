"""Commands and groups of commands whose help is in Swedish."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_SWEDISH = {
    "[default: .]": "[annars: mappen där du står]",
    "Usage:": "Så skriver du:",
    "Options:": "Alternativ:",
    "Arguments:": "Argument:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[ALTERNATIV]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[default:": "[annars:",
    " <list[str]>": " " * 12,
    " <path>": " " * 7,
    " <str>": " " * 6,
    "[required]": "[måste anges]",
}


_PATTERNS = {
    re.compile(r"\{(\w+)…?\}\.\.\."): r"\1 …",
    re.compile(r"\{(\w+)\}"): r"\1",
    re.compile(r"\[\[(\w+)\]\]"): r"[\1]",
    re.compile(r"\[(\w+)…\]\.\.\."): r"[\1 …]",
    re.compile(r"\[annars: (\d+)\.0"): r"[annars: \1",
    re.compile(r";(\s+)x>=(\d+(?:\.[1-9])?)(?:\.0)?\]"): r",\1minst \2]",
}
"""What several arguments, and numbers that must not be too small, look like."""


def _swedish(text: str) -> str:
    for english, swedish in _SWEDISH.items():
        text = text.replace(english, swedish)
    for pattern, swedish in _PATTERNS.items():
        text = pattern.sub(swedish, text)
    return text


EXIT_CODES = (
    "Slutkoder: 0 inget att anmärka på, eller bara sådant som är under nivån i --fail-on; 1 anmärkningar; "
    "2 något gick inte att läsa, eller kommandot är fel skrivet; 130 avbrutet."
)
"""What ``check`` answers a script."""


class Command(TyperCommand):
    """A command whose help is in Swedish throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help with the library's own words in Swedish."""
        return _swedish(super().get_help(ctx))


_COMPLETION = {
    "install_completion": "Låt kommandoraden fylla i kommandon och alternativ med tabb.",
    "show_completion": "Visa skriptet som gör det, om du vill spara det själv.",
}
"""What the library's own options do."""


class Group(TyperGroup):
    """A group of commands whose help is in Swedish throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help with the library's own words in Swedish."""
        for parameter in self.params:
            if parameter.name in _COMPLETION:
                parameter.help = _COMPLETION[parameter.name]  # type: ignore[attr-defined]  # an option has help
        return _swedish(super().get_help(ctx))
