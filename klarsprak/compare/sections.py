"""References to law, by the parser of laws: *4 kap. 1 § SoL* and *4 kap. 1 § socialtjänstlagen* are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klarsprak.compare.fact import FactKind, Mention
from klarsprak.laws.model import Reference
from klarsprak.laws.references import references_in
from klarsprak.laws.register import Register


class Provision(NamedTuple):
    """A section of a law, or the law alone; "" where a part isn't said or known."""

    law: str
    chapter: str = ""
    section: str = ""

    def says(self, other: Provision) -> bool:
        """Whether it tells at least what ``other`` does: *9 § LSS* tells of *LSS*."""
        if self.law and other.law and self.law != other.law:
            return False
        if not other.section and not other.chapter:
            return True
        return self.chapter == other.chapter and other.section in ("", self.section)


def find_sections(texts: Sequence[str], register: Register) -> dict[int, list[Mention]]:
    """The references of a letter's texts, by the number of the text."""
    found = references_in(texts, register)
    return {number: [*_mentions(references)] for number, references in found.items()}


def _mentions(references: Sequence[Reference]) -> Iterator[Mention]:
    for reference in references:
        for provision in _provisions(reference):
            is_soft = not reference.is_place and (reference.inherited or reference.source != "sfs")
            yield Mention(FactKind.SECTION, provision, reference.start, reference.end, is_soft)


def _provisions(reference: Reference) -> Iterator[Provision]:
    """One for each section: of *17 och 20 §§* two."""
    law = _law(reference)
    chapter = reference.chapter or ""
    for section in reference.sections or ("",):
        yield Provision(law, chapter, section)


def _law(reference: Reference) -> str:
    """The act's number, where words beside the section tell it; "" where these only point back, else the words."""
    if reference.law is not None and not reference.inherited:
        return reference.law.sfs
    if reference.sfs:
        return reference.sfs
    return "" if reference.inherited or reference.is_place else reference.text.lower()
