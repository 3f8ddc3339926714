"""The organisation's choices that rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from klarsprak.finding import SIGNATURE_PARTS


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``klarsprak.yml`` says to the rules, in the form that they use.

    ``allowed`` holds words and abbreviations that are never flagged, lower case; ``terms`` maps a term, lower case,
    to the organisation's own explanation of it; ``switchboards`` are telephone numbers that are nobody's own.
    """

    allowed: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)
    signature_parts: tuple[str, ...] = SIGNATURE_PARTS
    switchboards: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
