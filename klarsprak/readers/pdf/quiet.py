"""Silence while a PDF is read or written: what libraries log of a damaged one quotes its words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LIBRARIES = ("pdfminer", "pypdf")
_LOCK = Lock()
_levels: dict[str, int] = {}
_inside = 0
"""How many blocks are silent just now, in all threads: the last one to end gives the loggers their levels back."""


@contextmanager
def quiet() -> Iterator[None]:
    """In the block pdfminer and pypdf log nothing; what matters to the reader becomes a note or an error."""
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside
    with _LOCK:
        if not _inside:
            for name in _LIBRARIES:
                _levels[name] = logging.getLogger(name).level
                logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        _inside += 1


def _leave() -> None:
    global _inside
    with _LOCK:
        _inside -= 1
        if not _inside:
            for name, level in _levels.items():
                logging.getLogger(name).setLevel(level)
