"""Plugins: readers, kinds of rules and reports that other installed packages add.

A package names what it adds among its entry points.  The names alone are looked at until something is asked for: no
line of a package runs before that.  ``KLARSPRAK_PLUGINS=off`` in the environment turns all of them off; it is no key
of ``klarsprak.yml``, which lies beside the letters and is read after some of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from klarsprak.faults import where
from klarsprak.files.errors import FileError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

SWITCH = "KLARSPRAK_PLUGINS"
"""The environment variable: *off* is no plugin at all; *on*, or nothing, is all that are installed."""
_NAME = re.compile(r"[a-z0-9åäö_-]+")
_ADVICE = f"Uppdatera eller avinstallera det, eller stäng av alla tillägg med {SWITCH}=off."


FAILURES = (Exception, SystemExit)
"""What a plugin may raise; one that ends the program would let a letter pass that nobody has checked."""


class PluginError(FileError):
    """A plugin that can't be used; the text is one Swedish line that names its package."""


class Group(StrEnum):
    """The groups of entry points; the value is the group's name in the package's ``pyproject.toml``."""

    READERS = "klarsprak.readers"
    KINDS = "klarsprak.kinds"
    REPORTS = "klarsprak.reports"

    def call(self, name: str) -> str:
        """What a person calls a plugin of that name: *läsaren ”md”*."""
        return f"{_CALLED[self]} ”{name}”"


_CALLED = {Group.READERS: "läsaren", Group.KINDS: "regelsorten", Group.REPORTS: "svarsformatet"}


class Plugin(NamedTuple):
    """One thing that a package adds, loaded or not."""

    package: str
    """The package and its version: *klarsprak-exempel 1.0*."""
    group: Group
    name: str
    entry: EntryPoint

    @property
    def called(self) -> str:
        """What a person calls it: *läsaren ”md”*."""
        return self.group.call(self.name)

    def load(self) -> Any:
        """What the entry point leads to; raises ``PluginError`` if it can't be imported."""
        try:
            return self.entry.load()
        except FAILURES as error:
            why = " ".join(f"{type(error).__name__}: {error}".split())
            raise self.fault(f"{self.called} går inte att läsa in ({why}).") from error

    def fault(self, what: str) -> PluginError:
        """The error that says what is wrong with the plugin and what to do."""
        return PluginError(f"Tillägget {self.package}: {what} {_ADVICE}")

    def failed(self, work: str, error: BaseException) -> PluginError:
        """The error that says at what the plugin failed; what ``error`` says may quote the letter and is left out."""
        return self.fault(f"{self.called} {work} ({where(error)}).")

    @contextmanager
    def blamed(self, work: str) -> Iterator[None]:
        """Let whatever is raised meanwhile be a ``PluginError`` that says at what work the plugin failed.

        Whoever ends the program without having done the work has failed too.
        """
        try:
            yield
        except FAILURES as error:
            raise self.failed(work, error) from error


def are_off() -> bool:
    """Whether the environment turns plugins off; raises ``PluginError`` for a value that says neither on nor off.

    *KLARSPRAK_PLUGINS=nej* must not let them run.
    """
    value = os.environ.get(SWITCH, "").strip().lower()
    if value not in ("", "on", "off"):
        raise PluginError(f"Miljövariabeln {SWITCH} är ”{value}”. Skriv on eller off.")
    return value == "off"


def found(group: Group, reserved: frozenset[str]) -> Mapping[str, Plugin]:
    """The plugins of a group by name; none where they are turned off.

    ``reserved`` are the names of what the program has itself.  Raises ``PluginError`` for one that takes such a name,
    or a name that another has taken: which of them were meant, nobody could tell.
    """
    return {} if are_off() else _by_name(group, reserved)


@cache
def _by_name(group: Group, reserved: frozenset[str]) -> Mapping[str, Plugin]:
    by_name: dict[str, Plugin] = {}
    for plugin in installed():
        if plugin.group is group:
            _check_name(plugin, reserved)
            _check_untaken(plugin, by_name.get(plugin.name))
            by_name[plugin.name] = plugin
    return by_name


def _check_name(plugin: Plugin, reserved: frozenset[str]) -> None:
    """Raise ``PluginError`` for a name that nobody could write, such as *.md*, or that the program has itself."""
    if not _NAME.fullmatch(plugin.name):
        raise plugin.fault(f"{plugin.called} ska ha ett namn av små bokstäver och siffror, utan punkt.")
    if plugin.name in reserved:
        raise plugin.fault(f"{plugin.called} har ett namn som hör till programmet självt.")


def _check_untaken(plugin: Plugin, other: Plugin | None) -> None:
    """Raise ``PluginError`` if another plugin has the name already."""
    if other is not None:
        what = f"Tilläggen {other.package} och {plugin.package} har båda {plugin.called}."
        raise PluginError(f"{what} Avinstallera ett av dem, eller stäng av alla tillägg med {SWITCH}=off.")


@cache
def installed() -> tuple[Plugin, ...]:
    """What the installed packages add, turned off or not, by package, group and name."""
    from importlib.metadata import entry_points  # takes a fifth of the time in which the program says its version

    every = entry_points()
    plugins = [_plugin(entry, group) for group in Group for entry in every.select(group=group.value)]
    return tuple(sorted(plugins, key=lambda plugin: plugin[:3]))


def _plugin(entry: EntryPoint, group: Group) -> Plugin:
    """The plugin behind an entry point; one that says no package has none that could be named."""
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
    return Plugin(package, group, entry.name, entry)


def packages_in_use() -> tuple[str, ...]:
    """The packages that add something, each with its version and once; none where plugins are turned off."""
    return () if are_off() else _packages()


def _packages() -> tuple[str, ...]:
    return tuple(dict.fromkeys(plugin.package for plugin in installed()))


def describe() -> Iterator[str]:
    """Lines that say which plugins are in use or turned off; none where none is installed."""
    packages = _packages()
    if packages and are_off():
        yield f"Tillägg som är avstängda ({SWITCH}=off): {', '.join(packages)}"
    elif packages:
        yield "Tillägg:"
        yield from map(_describe_package, packages)


def hint() -> str:
    """What to add, with a space before it, where a name isn't known: that some plugin may have it that is off."""
    return f" Installerade tillägg är avstängda ({SWITCH}=off)." if _packages() and are_off() else ""


def _describe_package(package: str) -> str:
    """*klarsprak-exempel 1.0: läsaren ”md”, regelsorten ”upprepning”*."""
    added = ", ".join(plugin.called for plugin in installed() if plugin.package == package)
    return f"  {package}: {added}"
