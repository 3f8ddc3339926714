"""The organisation's choices that rules look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from klarsprak.finding import SIGNATURE_PARTS, Occasion


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What ``klarsprak.yml`` says to the rules, in the form that they use.

    ``allowed`` holds words and abbreviations that are never flagged, lower case; ``terms`` maps a term, lower case,
    to the organisation's own explanation of it; ``switchboards`` are telephone numbers that are nobody's own.
    """

    allowed: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)
    signature_parts: Mapping[Occasion, tuple[str, ...]] = field(
        default_factory=lambda: dict.fromkeys(Occasion, SIGNATURE_PARTS)
    )
    """What the signature must hold, by what the letter is."""
    visiting_address: bool = False
    """Whether a visiting address is enough."""
    organisation: str = ""
    switchboards: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    law_register: Path | None = None
    """The register of acts that the organisation has imported."""
    known: Collection[str] = ()
    """Words that have rules of their own, lower case, whether these apply or not."""
