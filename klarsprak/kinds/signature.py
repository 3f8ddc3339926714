"""``signature``: the parts of the signature block that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.finding import SignaturePart
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.signature import SignatureBlock, propose_block


class SignatureRule(Rule):
    """One part that a letter's signature must hold, or the writer's own number where there is only a shared one."""

    kind: Literal["signature"]
    part: SignaturePart | Literal["own_phone"] = Field(
        description="Den del som ska finnas; own_phone: ett eget nummer där brevet bara har växelns."
    )
    placeholders = frozenset({"hint"})

    def is_missing(self, found: SignatureBlock) -> bool:
        """Whether the letter lacks the part; no number at all and only a shared one are two things."""
        if self.part == "own_phone":
            return found.phone is None and found.shared is not None
        return getattr(found, self.part) is None and not (self.part == "phone" and found.shared)

    @property
    def demand(self) -> str:
        """The part that must be demanded for the rule to apply."""
        return "phone" if self.part == "own_phone" else self.part


class SignatureKind(Kind[SignatureRule]):
    """Compares what the signature holds with what it must hold."""

    rule_type = SignatureRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each missing part that the organisation asks such a letter for.

        The suggestion is the whole block as it should look.
        """
        found = analysis.signature
        demanded = self.settings.signature_parts[found.occasion]
        missing = [rule for rule in self.rules if rule.demand in demanded and rule.is_missing(found)]
        if not missing:
            return
        settings = self.settings
        block = propose_block(
            found,
            demanded,
            organisation=settings.organisation,
            units=settings.units,
            addresses=settings.addresses,
        )
        for rule in missing:
            yield Hit(rule, suggestions=(block,), values={"hint": found.why.get(rule.demand, "")})
