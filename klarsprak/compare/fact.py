"""What a text states that a rewrite must keep: a day, a sum, a section, a name, a no."""

from __future__ import annotations

from collections.abc import Hashable
from enum import StrEnum
from typing import NamedTuple


class FactKind(StrEnum):
    """The kinds of facts that are compared."""

    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    AMOUNT = "amount"
    PERCENT = "percent"
    NUMBER = "number"
    SECTION = "section"
    NAME = "name"
    BODY = "body"
    """A court, an authority, a committee."""
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    CASE_NUMBER = "case_number"
    """A case, a property or a person by number."""
    LIMIT = "limit"
    NEGATION = "negation"
    ONLY = "only"
    MODALITY = "modality"

    @property
    def label(self) -> str:
        """What people call it: *belopp*."""
        return _LABELS[self]


_LABELS = {
    FactKind.DATE: "datum",
    FactKind.WEEKDAY: "veckodag",
    FactKind.TIME: "klockslag",
    FactKind.AMOUNT: "belopp",
    FactKind.PERCENT: "procent",
    FactKind.NUMBER: "tal",
    FactKind.SECTION: "lagrum",
    FactKind.NAME: "namn",
    FactKind.BODY: "myndighet",
    FactKind.PHONE: "telefonnummer",
    FactKind.EMAIL: "e-postadress",
    FactKind.WEB: "webbadress",
    FactKind.CASE_NUMBER: "nummer",
    FactKind.LIMIT: "gräns",
    FactKind.NEGATION: "nekande",
    FactKind.ONLY: "inskränkning",
    FactKind.MODALITY: "krav eller möjlighet",
}


class Mention(NamedTuple):
    """Where a stretch of text states a fact, in code points of the text that was looked at.

    ``key`` is the same however the fact is written: of *den 3 maj 2026* and *2026-05-03* it is (2026, 5, 3).
    """

    kind: FactKind
    key: Hashable
    start: int
    end: int
    is_soft: bool = False
    """Whether it can stand for a fact of the other text, but need not be kept itself: *ett* in *ett beslut*."""


class Fact(NamedTuple):
    """A mention and where it stands: the words, and the number of its statement in the text."""

    kind: FactKind
    key: Hashable
    text: str
    statement: int
    start: int
    """In code points of the statement."""
    end: int
    is_soft: bool = False
