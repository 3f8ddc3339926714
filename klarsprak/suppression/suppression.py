"""Findings that the organisation doesn't want to be told: of some rules in some folders, and what it knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from klarsprak.config.model import Config
from klarsprak.files.there import is_there
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.rulebook.selection import names, renamed
from klarsprak.suppression import baseline
from klarsprak.suppression.paths import PathPattern


class Suppression:
    """What ``path_ignores`` and ``baseline`` in a configuration leave out of a report.

    Raises ``FileError`` for a baseline that can't be used.
    """

    def __init__(self, config: Config, rules: Sequence[Rule]) -> None:
        self._paths = list(_compile(config))
        self._names = {rule.name: names(rule) for rule in rules} if self._paths else {}
        self._new_names = renamed(rules) if config.baseline else {}
        self.load(config)

    def load(self, config: Config) -> None:
        """Know what the configuration's baseline holds now.

        Raises ``FileError`` for one that can't be used.
        """
        self.baseline = _load_baseline(config, self._new_names)

    def __getstate__(self) -> dict[str, object]:
        """What a pickle keeps: all but the baseline, which is the organisation's own file."""
        return self.__dict__ | {"baseline": None}

    def apply(self, report: Report) -> None:
        """Take out of the report what is not to be told, and count what the baseline hides."""
        if self._paths:
            self._ignore_by_path(report)
        if self.baseline is not None:
            self.baseline.hide(report)

    def _ignore_by_path(self, report: Report) -> None:
        """Take out the findings of rules that don't hold where the letter lies.

        A rule is named there by itself, its pack or its category.
        """
        ignored = self._ignored(report.file)
        if not ignored:
            return
        report.findings = [each for each in report.findings if ignored.isdisjoint(self._names[each.rule])]

    def _ignored(self, file: str) -> set[str]:
        """The packs, categories and rules that don't hold for a file."""
        path = Path(file).resolve()
        ignored: set[str] = set()
        for folder, pattern, names_there in self._paths:
            if pattern.matches(_path_within(path, folder)):
                ignored.update(names_there)
        return ignored


def _compile(config: Config) -> Iterator[tuple[Path, PathPattern, list[str]]]:
    """Each pattern with the folder that it is counted from, and what it ignores."""
    for folder, pattern, ignored in config.ignored_paths():
        yield folder.resolve(), PathPattern(pattern), ignored


def _path_within(path: Path, folder: Path) -> str:
    """The path counted from the folder, or the whole of it for a file that lies elsewhere.

    So ``*.eml`` holds for every mail that is checked with the configuration.
    """
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return path.as_posix()


def _load_baseline(config: Config, new_names: Mapping[str, str]) -> baseline.Baseline | None:
    """The configuration's baseline, if it has one; raises ``FileError`` at its key for one that can't be used."""
    if not config.baseline:
        return None
    path = config.folder / config.baseline
    if not is_there(path):
        missing = f"filen med kända anmärkningar, ”{path}”, finns inte. Skriv den med klarsprak baseline."
        raise config.fault("baseline", config.baseline, missing)
    with config.told_at("baseline"):
        return baseline.load(path, new_names)
