"""``signature``: the parts of the signature block that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysis import Analysis

SignaturePart = Literal["name", "title", "unit", "address", "phone"]


class SignatureRule(Rule):
    """One part that a letter's signature must hold."""

    kind: Literal["signature"]
    part: SignaturePart = Field(description="Den del som ska finnas.")
    placeholders = frozenset({"hint"})


class SignatureKind(Kind[SignatureRule]):
    """Compares what the signature holds with what it must hold."""

    rule_type = SignatureRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each missing part that the organisation asks for."""
        found = analysis.signature
        for rule in self.rules:
            if rule.part in self.settings.signature_parts and getattr(found, rule.part) is None:
                yield Hit(rule, values={"hint": found.why.get(rule.part, "")})
