"""What the checker says, for a person or a program: one module a format, each with ``write(reports, out)``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from klarsprak.plugins import Group, Plugin, found
from klarsprak.reports import plugin
from klarsprak.reports.plugin import Writer

__all__ = ["FORMATS", "Writer", "format_names", "writer"]

FORMATS = {
    "console": "klarsprak.reports.console",
    "html": "klarsprak.reports.html",
    "json": "klarsprak.reports.json",
    "sarif": "klarsprak.reports.sarif",
    "junit": "klarsprak.reports.junit",
    "github": "klarsprak.reports.github",
    "csv": "klarsprak.reports.csv",
}
"""The modules of the formats, by the name that the user gives."""


def format_names() -> list[str]:
    """The formats that the user may name, those that plugins add last; raises ``PluginError``."""
    return [*FORMATS, *_added()]


def writer(name: str) -> Writer:
    """The format's ``write``; raises ``KeyError`` for a format that there is none of, and ``PluginError``."""
    added = _added().get(name)
    if added is not None:
        return plugin.writer(added)
    write: Writer = import_module(FORMATS[name]).write
    return write


def _added() -> Mapping[str, Plugin]:
    """The formats that plugins add, by name; raises ``PluginError``.

    *txt* is taken too: files that end so hold what the console shows.
    """
    return found(Group.REPORTS, frozenset([*FORMATS, "txt"]))
