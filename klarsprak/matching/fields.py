"""Types of YAML values that several kinds share."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from klarsprak.files.validation import AS_LIST
from klarsprak.matching.names import LIST_SIGN, NO_NAMES, Names, check_list_name, with_lists
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
    """The pattern with its sets spelled out; what the pack names is the context of the validation.

    The name of a list of patterns is left as it is, so that what stands below it keeps its number in the file.
    Raises ``ValueError``, as pydantic wants it, for a pattern that can't be read.
    """
    if pattern == START:
        return pattern
    names: Names = info.context or NO_NAMES
    try:
        if pattern[:1] == LIST_SIGN:
            check_list_name(pattern, names.patterns)
            return pattern
        in_full = spelled_out(pattern, names.sets) if "@" in pattern else pattern
        as_slots(in_full)
    except SlotError as error:
        raise ValueError(str(error)) from None
    return in_full


def _with_lists(patterns: list[str], info: ValidationInfo) -> list[str]:
    """The patterns with those of the lists that they name; each has been read."""
    for pattern in patterns:  # of ten thousand lists a few name one: no call for each
        if pattern[:1] == LIST_SIGN:
            names: Names = info.context or NO_NAMES
            return with_lists(patterns, names.patterns or {})
    return patterns


Patterns = Annotated[list[Annotated[str, AfterValidator(_readable)]], AS_LIST, AfterValidator(_with_lists)]
"""One pattern (see ``slots``) or a list of them."""
