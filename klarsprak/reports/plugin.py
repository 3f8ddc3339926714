"""Reports that other packages add, by entry points of the group ``klarsprak.reports``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TextIO, runtime_checkable

from klarsprak.finding import Report
from klarsprak.plugins import FAILURES, Plugin

Writer = Callable[[Iterable[Report], TextIO], None]


@runtime_checkable
class ReportFormat(Protocol):
    """What the entry point leads to: a module or an object with this function.

    The entry point's name is what the user writes after ``--format``, and the ending of files (``-o``) that are
    written so.
    """

    def write(self, reports: Iterable[Report], out: TextIO) -> None:
        """Write all that is to be said of the letters, in their order.

        ``reports`` can be gone through once: each letter is checked when its report is asked for.  ``out`` takes
        text; the program opens and closes it.
        """


def writer(plugin: Plugin) -> Writer:
    """What writes the plugin's report; what goes wrong in it is a ``PluginError``.

    Raises ``PluginError`` itself for a plugin that can't be used.
    """
    report = plugin.load()
    if not isinstance(report, ReportFormat):
        raise plugin.fault(f"{plugin.called} saknar funktionen write(reports, out).")
    return _Writer(plugin, report)


class _Writer:
    """Writes with a plugin; an error of the program's own, or of the stream, is never taken for the plugin's."""

    def __init__(self, plugin: Plugin, report: ReportFormat) -> None:
        self._plugin = plugin
        self._report = report

    def __call__(self, reports: Iterable[Report], out: TextIO) -> None:
        """Write the reports, and have every letter checked even if the plugin stops before the last.

        The exit code tells of all letters, and of what went wrong with one, whatever the plugin made of it.
        """
        watched = _Watched(reports)
        every = iter(watched)
        try:
            self._report.write(every, out)
        except FAILURES as error:
            if watched.error is None and not _is_of_stream(error):
                raise self._plugin.failed("kunde inte skriva svaret", error) from error
            raise
        if watched.error is not None:
            raise watched.error
        for _ in every:
            pass


class _Watched:
    """The reports as they come; keeps the error that checking a letter raised."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = reports
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[Report]:
        try:
            yield from self._reports
        except Exception as error:
            self.error = error
            raise


def _is_of_stream(error: BaseException) -> bool:
    """Whether standard output or the file can't take more: such an error names no file."""
    return isinstance(error, OSError) and error.filename is None
