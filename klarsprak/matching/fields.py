"""Types of YAML values that several kinds share."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from klarsprak.files.validation import AS_LIST
from klarsprak.matching.patterns import NAMED, SlotError, compile_slots
from klarsprak.matching.slots import Slots
from klarsprak.matching.word_sets import spelled_out

START = "start"
"""Stands for the beginning of the sentence."""


def as_slots(pattern: str) -> Slots:
    """The pattern compiled; a bare name such as ``infinitive`` stands for a word of that sort.

    Raises ``SlotError`` for a pattern that can't be read.
    """
    in_full = f"<{pattern}>" if pattern in NAMED else pattern
    return compile_slots(in_full)


def _readable(pattern: str, info: ValidationInfo) -> str:
    """The pattern with its sets spelled out; the pack's sets are the context of the validation.

    Raises ``ValueError``, as pydantic wants it, for a pattern that can't be read.
    """
    if pattern == START:
        return pattern
    try:
        in_full = spelled_out(pattern, info.context or {}) if "@" in pattern else pattern
        as_slots(in_full)
    except SlotError as error:
        raise ValueError(str(error)) from None
    return in_full


Patterns = Annotated[list[Annotated[str, AfterValidator(_readable)]], AS_LIST]
"""One pattern (see ``slots``) or a list of them."""
