"""A progress bar on standard error, for a person who waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
MANY = 5
"""Fewer files than this are soon done."""


def with_progress(items: Sequence[T], doing: str = "Granskar brev") -> Iterator[T]:
    """The items one by one, with a progress bar that says what is done, where standard error is a terminal."""
    if len(items) < MANY or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=doing, console=Console(stderr=True), transient=True)
