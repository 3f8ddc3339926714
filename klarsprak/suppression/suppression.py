"""Findings that the organisation doesn't want to be told: of some rules in some folders, and what it knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from klarsprak.config.model import Config
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.rulebook.selection import names, renamed
from klarsprak.suppression import baseline

_WILD = re.compile(r"(\*\*/|\*\*|\*|\?)")
_MEANS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Suppression:
    """What ``path_ignores`` and ``baseline`` in a configuration leave out of a report.

    Raises ``FileError`` for a baseline that can't be used.
    """

    def __init__(self, config: Config, rules: Sequence[Rule]) -> None:
        self._folder = config.folder
        self._paths = [(glob(pattern), frozenset(ignored)) for pattern, ignored in config.path_ignores.items()]
        self._names = {rule.name: names(rule) for rule in rules} if self._paths else {}
        self.baseline = _baseline(config, rules) if config.baseline else None

    def apply(self, report: Report) -> None:
        """Take out of the report what is not to be told, and count what the baseline hides."""
        ignored = self._ignored(report.file) if self._paths else frozenset()
        if ignored:
            report.findings = [each for each in report.findings if ignored.isdisjoint(self._names[each.rule])]
        if self.baseline is not None:
            self.baseline.hide(report)

    def _ignored(self, file: str) -> frozenset[str]:
        path = Path(file).resolve()
        folder = self._folder.resolve()
        inside = path.relative_to(folder) if path.is_relative_to(folder) else path
        name = normalize("NFC", inside.as_posix())
        return frozenset[str]().union(*(ignored for pattern, ignored in self._paths if pattern.fullmatch(name)))


def glob(pattern: str) -> re.Pattern[str]:
    """A pattern for paths with ``/``: ``*`` stays within a name, ``**`` crosses folders, capitals don't matter.

    What names a folder holds for all in it, and a name without ``/`` wherever it is found, as in ``.gitignore``.
    """
    plain = normalize("NFC", pattern).replace("\\", "/").removeprefix("./").rstrip("/")
    if "/" not in plain:
        plain = f"**/{plain}"
    translated = "".join(_MEANS.get(part) or re.escape(part) for part in _WILD.split(plain))
    # An attachment is called ``mail.eml#attachment.docx``.
    return re.compile(rf"{translated}(?:[/#].*)?", re.IGNORECASE | re.DOTALL)


def _baseline(config: Config, rules: Sequence[Rule]) -> baseline.Baseline:
    path = config.folder / config.baseline
    if not path.is_file():
        missing = f"filen med kända anmärkningar, ”{path}”, finns inte. Skriv den med klarsprak baseline."
        raise config.fault("baseline", config.baseline, missing)
    return baseline.load(path, renamed(rules))
