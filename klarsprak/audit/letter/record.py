"""What an archive's register says of a letter, which its own text needn't tell."""

from __future__ import annotations

from typing import NamedTuple


class Record(NamedTuple):
    """A record (*handling*) of a case: ``date`` is ISO 8601, ``case`` the case's number: *BN 2024-118*.

    ``unit`` and ``type`` are the register's own words: *Byggnadsnämnden*, *Beslut*.
    """

    date: str | None = None
    case: str | None = None
    unit: str | None = None
    type: str | None = None
