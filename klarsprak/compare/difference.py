"""What two texts differ in, and how that is told."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from klarsprak.compare.fact import FactKind


class Change(StrEnum):
    """What happened to a fact on the way from draft to rewrite."""

    LOST = "lost"
    ADDED = "added"
    CHANGED = "changed"


class Difference(NamedTuple):
    """A fact that isn't the same: the words of either text, and the sentences that they stand in.

    What a text lacks is "".
    """

    kind: FactKind
    change: Change
    old: str = ""
    new: str = ""
    old_sentence: str = ""
    new_sentence: str = ""

    @property
    def message(self) -> str:
        """One plain sentence or two that say what differs and what to do."""
        return _MESSAGES.get((self.kind, self.change), _USUAL[self.change]).format(
            label=self.kind.label.capitalize(), old=self.old, new=self.new
        )


_USUAL = {
    Change.LOST: "{label}: ”{old}” står i utkastet men inte i den nya texten.",
    Change.ADDED: "{label}: ”{new}” står i den nya texten men inte i utkastet.",
    Change.CHANGED: "{label}: ”{old}” i utkastet har blivit ”{new}”.",
}
_MESSAGES = {
    (FactKind.NEGATION, Change.LOST): "Ett nej är borta: utkastet säger ”{old}”. Kontrollera att meningen betyder "
    "samma sak.",
    (FactKind.NEGATION, Change.ADDED): "Ett nej har kommit till: den nya texten säger ”{new}”. Kontrollera att "
    "meningen betyder samma sak.",
    (FactKind.ONLY, Change.LOST): "En inskränkning är borta: utkastet säger ”{old}”.",
    (FactKind.ONLY, Change.ADDED): "En inskränkning har kommit till: den nya texten säger ”{new}”.",
    (FactKind.LIMIT, Change.CHANGED): "Gränsen är en annan: ”{old}” i utkastet har blivit ”{new}”.",
    (FactKind.MODALITY, Change.CHANGED): "Kravet är ett annat: ”{old}” i utkastet har blivit ”{new}”.",
}
