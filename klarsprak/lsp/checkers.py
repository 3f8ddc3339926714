"""A checker for each ``klarsprak.yml``, made anew when that, or what it names, has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.live.checking import LiveChecker
from klarsprak.rulebook.packs import read_for

_MOST = 4
"""So many are kept: each holds all rules."""
_Stamp = tuple[tuple[Path, int, int], ...]


class Configured(NamedTuple):
    """A checker, and what is wrong with the configuration that it should have had."""

    checker: LiveChecker
    path: Path | None
    """The ``klarsprak.yml``; None where there is none."""
    problem: str | None = None
    """One line for each fault, in Swedish; the checker is then what it was before, or without a configuration."""


class _Known(NamedTuple):
    configured: Configured
    files: list[Path]
    stamp: _Stamp


class LiveCheckers:
    """Finds the configuration that holds in a folder.  For one thread."""

    def __init__(self) -> None:
        self._known: dict[Path | None, _Known] = {}

    def for_folder(self, folder: Path) -> Configured:
        """The checker for documents in a folder."""
        path = config_of(folder)
        known = self._known.pop(path, None)
        if known is None or known.stamp != _stamp(known.files):
            known = self._read(path, known)
        self._known[path] = known  # the last that was asked for stands last
        for oldest in list(self._known)[:-_MOST]:
            del self._known[oldest]
        return known.configured

    def retry(self) -> None:
        """Read configurations with faults again: they may lie in a file that nobody knows of yet."""
        for path, known in self._known.items():
            if known.configured.problem is not None:
                self._known[path] = known._replace(stamp=())

    def _read(self, path: Path | None, before: _Known | None) -> _Known:
        files = [path] if path else []
        stamp = _stamp(files)
        try:
            config = load_config(path) if path else Config()
            files = list(_files(config))
            stamp = _stamp(files)
            configured = Configured(LiveChecker(config), path)
        except FileError as error:
            usable = before.configured if before else self._without_config()
            configured = usable._replace(path=path, problem=str(error))
        return _Known(configured, files, stamp)

    def _without_config(self) -> Configured:
        """What holds where there is no configuration."""
        if None not in self._known:
            self._known[None] = self._read(None, None)
        return self._known[None].configured


def config_of(folder: Path) -> Path | None:
    """The ``klarsprak.yml`` that holds in a folder; none for a name that leads nowhere."""
    try:
        return find_config(folder)
    except (OSError, ValueError, RuntimeError):
        return None


def _files(config: Config) -> Iterator[Path]:
    """The files that a configuration is made of."""
    if config.layers[0].keys:
        yield from (layer.path for layer in config.layers)
    for pack in config.packs():
        yield pack
        yield from pack.rglob("*.y*ml")
        yield from read_for(pack)
    for name in filter(None, (config.baseline, config.law_register)):
        yield config.folder / name


def _stamp(files: Iterable[Path]) -> _Stamp:
    """What changes when one of the files does."""
    return tuple(_file_stamp(path) for path in files)


def _file_stamp(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size
