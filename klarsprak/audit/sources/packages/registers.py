"""A package's register of cases, in each of the shapes that are read."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.audit.sources.packages import erms, fgs
from klarsprak.audit.sources.packages.filed import Filed


def is_register(data: bytes) -> bool:
    """Whether an XML file is a register of cases."""
    return erms.is_register(data) or fgs.is_register(data)


def records(data: bytes) -> Iterator[Filed]:
    """The records of a register; raises ``BrokenXmlError`` where it is broken, after those before that place."""
    return erms.records(data) if erms.is_register(data) else fgs.records(data)
