"""What sections say, in plain Swedish."""

from __future__ import annotations

from datetime import date
from functools import cache

from klarsprak.laws.parser import Reference
from klarsprak.laws.register import DATA, Act


def plain(reference: Reference, written: date | None = None) -> str | None:
    """What the section says, as a sentence to put in the letter, or None where that isn't known for certain.

    ``written`` is the letter's day; a name without a number in an older letter may mean an older act, whose sections
    are numbered in another way.
    """
    law = reference.law
    if law is None or len(reference.sections) != 1:
        return None
    if reference.sfs is None and written is not None and _older(reference, law, written):
        return None
    section = reference.sections[0]
    keys = [(law.sfs, reference.chapter or "", section, point) for point in reference.points[:1]]
    keys.append((law.sfs, reference.chapter or "", section, ""))
    return next((sections()[key] for key in keys if key in sections()), None)


def _older(reference: Reference, law: Act, written: date) -> bool:
    return any(act.sfs != law.sfs and act.applied(written) for act in reference.named)


@cache
def sections() -> dict[tuple[str, str, str, str], str]:
    """The plain sentence for each section: act, chapter, section and point, "" where there is none."""
    found = {}
    for line in (DATA / "plain.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        sfs, chapter, section, point, text = line.split("\t")
        found[sfs, chapter, section, point] = text
    return found
