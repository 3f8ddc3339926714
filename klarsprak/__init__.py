"""Plain-language checking of outgoing Swedish letters.

from klarsprak import check, check_text

for finding in check_text("Du erhåller bidraget.").findings:
    print(finding.text, finding.message)
for report in check("brev.docx"):
    print(report.file, report.verdict)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klarsprak.version import __version__

if TYPE_CHECKING:
    from klarsprak.checker import Checker
    from klarsprak.config.model import Config, ConfigError
    from klarsprak.files.errors import FileError
    from klarsprak.finding import Finding, Report
    from klarsprak.letter import Letter, Unreadable

_HOMES = {
    "Checker": "checker",
    "Config": "config.model",
    "ConfigError": "config.model",
    "FileError": "files.errors",
    "Finding": "finding",
    "Report": "finding",
    "Letter": "letter",
    "Unreadable": "letter",
    "as_remarks": "reports.remarks",
    "load_config": "config.model",
}

__all__ = [
    "Checker",
    "Config",
    "ConfigError",
    "FileError",
    "Finding",
    "Letter",
    "Report",
    "Unreadable",
    "__version__",
    "as_remarks",
    "check",
    "check_text",
    "load_config",
    "read",
]


def read(path: str | Path) -> Iterator[Letter | Unreadable]:
    """The letter in a file, and those attached to it.  Raises ``TypeError`` for what is no path."""
    from klarsprak.files.given import as_path
    from klarsprak.readers import read_file

    return read_file(as_path(path, "path"))


def check(path: str | Path, *, config: str | Path | None = None) -> Iterator[Report]:
    """The reports on the letter in a file, and on those attached to it, or on the letters in a folder.

    By the ``klarsprak.yml`` at ``config``, else by the one found from each letter's folder.  A file that can't be
    read gives a report with ``error``; this program's own copies and reports in a folder are passed over.  Raises
    ``TypeError`` for what is no path.
    """
    from klarsprak.checkers import CheckersByFolder
    from klarsprak.files.given import as_path
    from klarsprak.readers import find_letters

    checkers = CheckersByFolder(as_path(config, "config") if config else None)
    return checkers.check(find_letters([str(as_path(path, "path"))]))


def check_text(text: str, *, checker: Checker | None = None, whole: bool = False) -> Report:
    """The report on a piece of a letter: a paragraph, what is written in a field.

    What a letter as a whole lacks, such as a signature, is asked only of one that is ``whole``.  ``checker`` is one
    with rules or choices of your own; without it one with the rules that ship is made, once.  Where a finding's words
    stand is in its ``place``: by line and column of the text, both from 1.  Raises ``TypeError`` for what is no text.
    """
    from klarsprak.files.given import wrong
    from klarsprak.readers import read_bytes

    if not isinstance(text, str):
        raise wrong(text, "text ska vara en sträng (str)", "En fil granskar du med klarsprak.check.")
    letter = next(read_bytes(_as_utf8(text), "text.txt"))
    report = (checker or _shipped()).check(letter)
    if not whole:
        report.findings = [finding for finding in report.findings if finding.place is not None]
        report.score = None
    return report


def _as_utf8(text: str) -> bytes:
    """The text as a file would hold it; half a character, which no file can, is told of as one that is lost."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if "\ud800" <= sign <= "\udfff" else sign for sign in text
        ).encode()


@cache
def _shipped() -> Checker:
    """The checker with the rules that ship; loading them takes a second."""
    from klarsprak.checker import Checker
    from klarsprak.config.model import Config

    return Checker.ready(Config())


def __getattr__(name: str) -> Any:
    """The library's face, each part imported when it is first used: the language library takes half a second."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"klarsprak.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """What the library offers, loaded or not."""
    return sorted({*globals(), *__all__})
