"""What sections say, in plain Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from klarsprak.laws.model import Reference
from klarsprak.laws.shipped import read_rows


class SectionKey(NamedTuple):
    """A section, or a point of one, that can have a plain sentence; what it has none of is ""."""

    sfs: str
    chapter: str
    section: str
    point: str


def plain(reference: Reference, written: date | None = None) -> str | None:
    """What the section says, as a sentence to put in the letter, or None where that isn't known for certain.

    ``written`` is the letter's day; a name without a number in an older letter may mean an older act, whose sections
    are numbered in another way.
    """
    key = _key_of(reference)
    if key is None:
        return None
    if written is not None and any(reference.others_meant_on(written)):
        return None
    whole = key._replace(point="")
    return sections().get(key) or sections().get(whole)


def _key_of(reference: Reference) -> SectionKey | None:
    """The section that is meant, with the first of its points; None where several are, or the act isn't known."""
    law = reference.law
    if law is None or len(reference.sections) != 1:
        return None
    (section,) = reference.sections
    point = next(iter(reference.points), "")
    return SectionKey(law.sfs, reference.chapter or "", section, point)


@cache
def sections() -> dict[SectionKey, str]:
    """The plain sentence for each section that has one."""
    sentences = {}
    for *key, text in read_rows("plain.tsv"):
        sentences[SectionKey(*key)] = text
    return sentences


def sections_of(sfs: str) -> Iterator[SectionKey]:
    """The sections of an act that have a plain sentence."""
    for key in sections():
        if key.sfs == sfs:
            yield key
