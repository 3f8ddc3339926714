"""Types of YAML values that several kinds share."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from klarsprak.files.validation import AS_LIST
from klarsprak.matching.patterns import NAMED, SlotError, compile_slots
from klarsprak.matching.slots import Slots

START = "start"
"""Stands for the beginning of the sentence."""


def as_slots(pattern: str) -> Slots:
    """The pattern compiled; a bare name such as ``infinitive`` stands for a word of that sort."""
    return compile_slots(f"<{pattern}>" if pattern in NAMED else pattern)


def _readable(pattern: str) -> str:
    """The pattern, if it can be read; raises ``ValueError`` with what is wrong.

    Pydantic tells the place in the pack.
    """
    if pattern != START:
        try:
            as_slots(pattern)
        except SlotError as error:
            raise ValueError(str(error)) from None
    return pattern


Patterns = Annotated[list[Annotated[str, AfterValidator(_readable)]], AS_LIST]
"""One pattern (see ``slots``) or a list of them."""
