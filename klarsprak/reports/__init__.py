"""What the checker says, for a person or a program: one module a format, each with ``write(reports, out)``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TextIO

from klarsprak.finding import Report

Writer = Callable[[Iterable[Report], TextIO], None]

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


def writer(name: str) -> Writer:
    """The format's ``write``; raises ``KeyError`` for a format that there is none of."""
    write: Writer = import_module(FORMATS[name]).write
    return write
