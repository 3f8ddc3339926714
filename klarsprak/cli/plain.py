"""Command lines of ``check`` that are plain enough to be read without the library that reads all others.

That library, and what it loads, takes longer than asking a server, and a tenth of the memory of a check.  Whatever is
not plain here, right or wrong, is left to it: *check --fromat json*, *check -qo svar.html*, *check --help*.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from klarsprak.cli.shared.checking import CheckOptions

_COMPLETION = "_KLARSPRAK_COMPLETE"
"""The variable by which a shell asks how a command goes on, instead of running it."""
_SHORT = {"-o": "--output", "-q": "--quiet"}
_SWITCHES = frozenset(
    ["--force", "--quiet", "--details", "--statistics", "--show-files", "--show-settings", "--exit-zero"]
)
_TEXTS = frozenset(["--format", "--level", "--fail-on", "--baseline", "--color", "--stdin-filename", "--server"])
_FILES = frozenset(["--output", "--config", "--token-file"])
_LISTS = frozenset(["--select", "--ignore"])
"""Options that may be repeated."""


class _NotPlainError(Exception):
    """Only the library can tell what the command line means, or what is wrong with it."""


def as_plain(arguments: Sequence[str]) -> CheckOptions | None:
    """The options of a plain command line; None for any other.

    >>> as_plain(["check", "brev.txt", "-q", "--server=http://127.0.0.1:8010"]).server
    'http://127.0.0.1:8010'
    >>> as_plain(["check", "brev.txt", "--quiet=ja"])
    """
    if list(arguments[:1]) != ["check"] or _COMPLETION in os.environ:
        return None
    try:
        given = _given(iter(arguments[1:]))
    except _NotPlainError:
        return None
    return CheckOptions(**given) if "paths" in given else None


def _given(words: Iterator[str]) -> dict[str, Any]:
    """What is said of each option, and last of one that is said again, but for those that may be."""
    given: dict[str, Any] = {}
    for word in words:
        if word == "-" or not word.startswith("-"):
            given.setdefault("paths", []).append(word)
            continue
        name, stop, value = word.partition("=")
        option = _SHORT.get(word, name)
        key = option.removeprefix("--").replace("-", "_")
        if option in _SWITCHES and not stop:
            given[key] = True
        elif option in _LISTS:
            given.setdefault(key, []).append(value if stop else _value(words))
        elif option in _FILES:
            given[key] = Path(value if stop else _value(words))
        elif option in _TEXTS:
            given[key] = value if stop else _value(words)
        else:
            raise _NotPlainError
    return given


def _value(words: Iterator[str]) -> str:
    """The word after an option; one that looks like an option itself isn't plain."""
    value = next(words, "-")
    if value.startswith("-"):
        raise _NotPlainError
    return value
