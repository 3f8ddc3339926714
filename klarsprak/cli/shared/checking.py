"""What ``klarsprak check`` does once its command line is read, by whomever.

A server that is asked gets the first letter before what shows its answer is loaded: both go on at the same time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.cli.shared.choices import LEVELS, format_of, split_names
from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.letters import ExitStatus, check_letters, files_of
from klarsprak.cli.shared.remote import check_there, refuse_own_choices, refuse_without_server
from klarsprak.cli.shared.target import check_target, config_files, files_read, out_to
from klarsprak.finding import Level
from klarsprak.reports import FORMATS, format_names, writer
from klarsprak.reports.cleaned import cleaned

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.reports import Writer

_OWN_CHOICES = ("config", "select", "ignore", "baseline", "time_limit", "show_settings")
"""Options that a server decides itself."""
_COLOURS = {"auto": None, "always": True, "never": False}


class CheckOptions(NamedTuple):
    """The letters, and each option by its name without dashes: ``fail_on`` is *--fail-on*."""

    paths: list[str]
    format: str | None = None
    output: Path | None = None
    force: bool = False
    level: str = "info"
    fail_on: str = "warning"
    select: list[str] | None = None
    ignore: list[str] | None = None
    config: Path | None = None
    baseline: str | None = None
    quiet: bool = False
    details: bool = False
    statistics: bool = False
    show_files: bool = False
    show_settings: bool = False
    color: str = "auto"
    exit_zero: bool = False
    time_limit: float | None = None
    stdin_filename: str = "-"
    server: str | None = None
    token_file: Path | None = None


def check_as_asked(asked: CheckOptions) -> int:
    """Check the letters, show what is found, and return the exit code; raises ``UsageError``."""
    _refuse_what_does_not_go_together(asked)
    if asked.show_files or asked.show_settings:
        return _show(asked)
    lowest = Level.parse(one_of("--level", asked.level, LEVELS))
    verdict = ExitStatus(Level.parse(one_of("--fail-on", asked.fail_on, LEVELS)))
    one_of("--color", asked.color, _COLOURS)
    form = _format(asked)
    if asked.output is not None:
        known = Path(asked.baseline) if asked.baseline else None
        check_target(asked.output, asked.force, chain([known], config_files(asked.config), files_read(asked.paths)))
    every = _reports(asked)
    shown = _every_finding if asked.statistics else _one_a_place
    write = _writer(form, asked)
    with out_to(asked.output) as stream:
        write(map(cleaned, shown(lowest, verdict, every)), stream)
    if asked.output is not None:
        print(f"Svaret står i {asked.output}.")
    return verdict.code(asked.exit_zero)


def _refuse_what_does_not_go_together(asked: CheckOptions) -> None:
    if asked.server is None:
        refuse_without_server(asked.token_file)
    else:
        given = {name: getattr(asked, name) for name in _OWN_CHOICES}
        given |= {name: split_names(given[name]) for name in ("select", "ignore")}
        refuse_own_choices({f"--{name.replace('_', '-')}": value for name, value in given.items()})


def _reports(asked: CheckOptions) -> Iterable[Report]:
    """The reports on the letters, checked here or by a server."""
    if asked.server is not None:
        return check_there(asked.paths, asked.server, asked.token_file, asked.stdin_filename)
    names = split_names(asked.select), split_names(asked.ignore)
    return check_letters(asked.paths, asked.config, *names, asked.baseline, asked.stdin_filename, asked.time_limit)


def _show(asked: CheckOptions) -> int:
    """Tell which files would be checked, or by what settings."""
    from klarsprak.cli.shared.settings_in_use import describe_settings

    found = files_of(asked.paths)
    lines = describe_settings(found, asked.config) if asked.show_settings else map(str, found)
    for line in lines:
        print(line)
    return 0


def _every_finding(lowest: Level, verdict: ExitStatus, every: Iterable[Report]) -> Iterator[Report]:
    """The reports with what is to be shown; what isn't, doesn't count."""
    from klarsprak.suppression.level import hide_below

    return verdict.watch(hide_below(lowest, every))


def _one_a_place(lowest: Level, verdict: ExitStatus, every: Iterable[Report]) -> Iterator[Report]:
    """The same for somebody who mends the letter: each place has one remark."""
    from klarsprak.reports.remarks import as_remarks

    return map(as_remarks, _every_finding(lowest, verdict, every))


def _format(asked: CheckOptions) -> str:
    """The format that is given, or that the file's name tells; raises ``UsageError`` and ``PluginError``."""
    if asked.statistics:
        from klarsprak.reports import statistics

        return format_of(asked.format, asked.output, statistics.FORMATS, "console")
    try:
        return format_of(asked.format, asked.output, FORMATS, "console")
    except UsageError:  # one that a plugin adds, or none: which plugins there are is looked up for nobody else
        return format_of(asked.format, asked.output, format_names(), "console")


def _writer(form: str, asked: CheckOptions) -> Writer:
    """What writes the reports in the format."""
    if asked.statistics:
        from klarsprak.reports import statistics

        return partial(statistics.write, format=form)
    if form != "console":
        return writer(form)
    from klarsprak.reports import console

    format_names()  # of plugins that take each other's names nothing is shown, whatever is asked for

    return partial(console.write, style=console.Style(_COLOURS[asked.color], asked.quiet, asked.details))
