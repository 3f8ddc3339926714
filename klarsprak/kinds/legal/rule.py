"""The rules of kind ``legal``: what to check of each reference to law."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from klarsprak.kinds.base import Rule
from klarsprak.language.pipeline import Need
from klarsprak.laws.plain import sections

Check = Literal[
    "unexplained",
    "half_explained",
    "unexplained_rules",
    "unexplained_act",
    "repealed",
    "wrong_number",
    "renumbered",
    "no_such_section",
    "unknown",
    "subject",
    "in_the_way",
    "many",
]


class LegalRule(Rule):
    """What to check of each reference."""

    kind: Literal["legal"]
    check: Check = Field(
        description="Vad som prövas. unexplained: att brevet säger vad paragrafen betyder. half_explained: att det "
        "säger hela regeln, inte bara en del. unexplained_rules: att "
        "det säger vad en myndighets föreskrift kräver. unexplained_act: att det säger vad en hel lag kräver. "
        "repealed: att lagen gäller. wrong_number: att namn och nummer hör ihop. renumbered: att paragrafen inte har "
        "numret från en äldre lag. no_such_section: att kapitlet och paragrafen finns. unknown: att numret kan "
        "finnas. subject: att meningen inte börjar med en paragraf. in_the_way: att en paragraf som är förklarad "
        "inte står före det som gäller. many: antalet paragrafer i en mening."
    )
    max: int = Field(default=2, description="Högsta antal hänvisningar i en mening som går an (many).", ge=1)
    placeholders = frozenset({"text", "suggestion", "law", "successor", "explain", "date", "count"})

    @property
    def notes(self) -> Sequence[str]:
        """How many sections have a plain sentence, and where it is shown."""
        if self.check != "unexplained":
            return ()
        acts = {key.sfs for key in sections()}
        return [
            f"Programmet har en enkel mening för {len(sections())} paragrafer och punkter i {len(acts)} lagar. "
            "Anmärkningen föreslår den och säger vilken lydelse av lagen den bygger på. Sidan, Word och Outlook "
            "har en knapp som tar med den. ”klarsprak laws show” visar alla för en lag."
        ]

    def need(self) -> Need:
        """Where a sentence has its verb takes morphology to tell.

        The other checks look at numbers and names.
        """
        if self.check in ("subject", "many"):
            return super().need() | Need.MORPHOLOGY
        return super().need()
