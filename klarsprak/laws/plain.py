"""What sections say, in plain Swedish."""

from __future__ import annotations

from datetime import date
from functools import cache

from klarsprak.laws.model import Reference
from klarsprak.laws.shipped import read_rows

SectionKey = tuple[str, str, str, str]
"""Act, chapter, section and point, "" where there is none."""


def plain(reference: Reference, written: date | None = None) -> str | None:
    """What the section says, as a sentence to put in the letter, or None where that isn't known for certain.

    ``written`` is the letter's day; a name without a number in an older letter may mean an older act, whose sections
    are numbered in another way.
    """
    law = reference.law
    if law is None or len(reference.sections) != 1:
        return None
    if written is not None and any(reference.others_meant_on(written)):
        return None
    place = (law.sfs, reference.chapter or "", reference.sections[0])
    for point in (*reference.points[:1], ""):
        if (*place, point) in sections():
            return sections()[*place, point]
    return None


@cache
def sections() -> dict[SectionKey, str]:
    """The plain sentence for each section that has one."""
    return {(sfs, chapter, section, point): text for sfs, chapter, section, point, text in read_rows("plain.tsv")}
