"""Plain-language checking of outgoing Swedish letters.

from klarsprak import Checker, read

checker = Checker()
for letter in read("brev.docx"):
    print(checker.check(letter).findings)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klarsprak.version import __version__

if TYPE_CHECKING:
    from klarsprak.checker import Checker
    from klarsprak.finding import Finding, Report
    from klarsprak.letter import Letter, Unreadable

__all__ = ["Checker", "Finding", "Letter", "Report", "Unreadable", "__version__", "read"]

_HOMES = {"Checker": "checker", "Finding": "finding", "Report": "finding", "Letter": "letter", "Unreadable": "letter"}


def read(path: str | Path) -> Iterator[Letter | Unreadable]:
    """The letter in a file, and those attached to it."""
    from klarsprak.readers import read_file

    return read_file(Path(path))


def __getattr__(name: str) -> Any:
    """The library's face, each part imported when it is first used: the language library takes half a second."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"klarsprak.{_HOMES[name]}"), name)
