"""Finds references to law in Swedish text.

A reference is a place within a law (see ``locators``) and a law (see ``names``), in either order.  Several places can
share a law (*4 kap. 1 § och 11 kap. 2 § SoL*); each becomes a reference of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from klarsprak.laws.locators import Locator, Locators
from klarsprak.laws.names import LawPhrase, law_phrase
from klarsprak.laws.patterns import Pattern
from klarsprak.laws.register import Act
from klarsprak.laws.tokens import Token


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a text that points to law.

    ``law`` is the act meant, the one in force where the words alone could mean several; ``sfs`` the number that the
    text gives.  ``chapter``, ``sections``, ``paragraphs`` (*stycken*) and ``points`` are spelt *9*, *31b*, *1–3*.
    ``named`` are all acts that the name in the text can mean.  ``inherited`` tells that the law was taken from an
    earlier reference (*samma lag*, *och 5 §*).  ``source`` is ``sfs``, ``eu``, ``local`` (a municipality's own
    rules) or ``other`` (government bills, cases, agencies' regulations).  ``article`` tells that ``sections`` are
    articles or annexes.
    """

    start: int
    end: int
    text: str
    law: Act | None = None
    sfs: str | None = None
    chapter: str | None = None
    sections: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    named: tuple[Act, ...] = ()
    source: str = "sfs"
    inherited: bool = False
    article: bool = False


# What may stand between the section and its law, and between the law and its section.
_TO_LAW = Pattern(
    r"\s*(?:,?\s*(?:i|ur|av|enligt)\s+(?:den\s+|EU:s\s+|kommunens\s+)?)?"
    r"(?:(?:europaparlamentets och rådets|kommissionens|rådets)\s+)?"
)
_MAKER = Pattern(r"\s*(?:i\s+)?europaparlamentets och rådets\s")
_FROM_LAW = Pattern(r"[\s,:]*\(?\s*", r"\s+(?:i\s+)?(?:dess\s+)?")
# Sections of contracts, by-laws, minutes: no law.
_OTHER_PAPER = Pattern(
    r"[\s,]*(?:i|ur|av|enligt)\s+(?:\w+\s+){0,2}?\w*(?:avtal|stadgar|protokoll|kontrakt|policy|reglement|delegation|"
    r"ordning(?:en|s)|tax[ao]|instruktion|detaljplan|beslut|villkor|riktlinje|föreskrift)\w*"
)
_MINUTES = Pattern(
    r"(?:\b[A-ZÅÄÖ]{2,6}|[Pp]rotokoll\w*|[Bb]eslut|[Nn]ämnd\w*|[Uu]tskott\w*|\w*styrelse\w*|\w*fullmäktige\w*|ärende)[\s,:]*$",
    r"(?:[Dd]nr\.?|\d{4}-\d\d-\d\d|\d{4})[\s,:]*$",
    flags=0,
)
_IN_ANNEX = Pattern(r"\bbil(?:\.|aga|agan)\s+\w+[^.;]{0,15}$")


def find_references(text: str) -> list[Reference]:
    """All references to law in ``text``, in order; they don't overlap."""
    return list(_Parser(text).references())


class _Parser(Locators):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.law: LawPhrase | None = None
        """The law last named, which *samma lag* means."""

    def references(self) -> Iterator[Reference]:
        i = 0
        while i < len(self.tokens):
            found, after = self._at(i)
            yield from found
            i = max(after, i + 1)

    def _at(self, i: int) -> tuple[list[Reference], int]:
        token = self.tokens[i]
        if token.kind == "SKIP" or self._in_annex(token):
            return [], i + 1
        if token.kind == "SOURCE":
            return [self._reference(Locator(token.start, token.end), LawPhrase(0, 0, None, source="other"))], i + 1
        if token.kind == "ANAPHOR":
            return self._anaphor(token), i + 1
        if (law := self._law(i)) is not None:
            return self._law_first(*law)
        return self._locator_first(i)

    def _in_annex(self, token: Token) -> bool:
        """Whether the token is *kap. IX p. 5* of an annex, which belongs to the act that follows."""
        if token.kind not in ("KAP", "POINT", "NUM"):
            return False
        return _IN_ANNEX.search(self.text, max(0, token.start - 30), token.start) is not None

    def _law_first(self, law: LawPhrase, i: int) -> tuple[list[Reference], int]:
        chain, after = self.chain(i + 1 if self.is_comma(i) else i, after_law=True)
        if chain and not self._belongs(chain, law, after):
            chain = []
        if law.act is not None or law.sfs:
            self.law = law
        if not chain:
            return [self._bare(law)] if law.alone or law.source == "local" else [], i
        chain[0].start = law.start
        opened = "(" in self.text[law.end : chain[0].end]
        if opened and self.text.startswith(")", chain[-1].end):
            chain[-1].end += 1
        return [self._reference(locator, law) for locator in chain], after

    def _belongs(self, chain: list[Locator], law: LawPhrase, after: int) -> bool:
        """Whether the sections after a law are that law's: not those of *skollagen, 25 § förvaltningslagen*."""
        first = chain[0]
        if not _FROM_LAW.fits(self.text, law.end, first.start):
            return False
        if first.colon:  # *KL 9:30* is half past nine, not a section of the Local Government Act
            return law.act is None or law.act.short != "KL" or len(first.sections[0]) != 2
        return self._law_after(chain[-1].end, after) is None

    def _locator_first(self, i: int) -> tuple[list[Reference], int]:
        chain, after = self.chain(i, after_law=False)
        if not chain:
            return [], i + 1
        last = chain[-1]
        if (found := self._law_after(last.end, after)) is not None:
            self.law, after = found
            last.end = self.law.end
            after = self.details_after_law(last, after)
            return [self._reference(locator, self.law) for locator in chain], after
        if self.kind(after) == "ANAPHOR" and self.between(_TO_LAW, last.end, after):
            last.end = self.tokens[after].end
            return [self._inherit(locator) for locator in chain], after + 1
        return [self._inherit(locator) for locator in chain if self._stands_alone(locator)], after

    def _anaphor(self, token: Token) -> list[Reference]:
        """*samma lag* means the law last named; *denna bestämmelse* and the like mean the letter's own words."""
        words = token.text.lower()
        of_law = words.endswith(("lag", "förordning", "balk", "kapitel"))
        if (of_law and self.law is None) or (words.startswith("denna") and words.endswith("bestämmelse")):
            return []
        return [self._inherit(Locator(token.start, token.end))]

    def _stands_alone(self, locator: Locator) -> bool:
        """Whether sections with no law beside them are a reference at all."""
        if locator.colon or locator.article or not locator.sections:
            return False
        if _OTHER_PAPER.match(self.text, locator.end):
            return False
        if locator.chapter is not None:
            return True
        before = max(0, locator.start - 40)
        return not locator.sign_first and _MINUTES.search(self.text, before, locator.start) is None

    def _law(self, i: int) -> tuple[LawPhrase, int] | None:
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        phrase = law_phrase(self.text, self.tokens[i], following)
        return None if phrase is None else (phrase, self.token_at(phrase.end, i + 1))

    def _law_after(self, end: int, i: int) -> tuple[LawPhrase, int] | None:
        """The law that the locator ending at ``end`` is followed by."""
        if (maker := _MAKER.match(self.text, end)) is not None:
            i = self.token_at(maker.end(), i)
        if self.is_comma(i) and self.kind(i + 1) == "SHORT" and self.adjacent(end, i) and self.joined(i):
            return self._law(i + 1)  # *4 kap. 1 §, SoL*
        return self._law(i) if self.between(_TO_LAW, end, i) else None

    # -- results

    def _reference(self, locator: Locator, law: LawPhrase) -> Reference:
        return Reference(
            locator.start,
            locator.end,
            " ".join(self.text[locator.start : locator.end].split()),
            law.act,
            law.sfs,
            locator.chapter,
            locator.sections,
            tuple(locator.paragraphs),
            tuple(locator.points),
            law.named,
            law.source,
            article=locator.article,
        )

    def _inherit(self, locator: Locator) -> Reference:
        law = self.law or LawPhrase(0, 0, None)
        return replace(self._reference(locator, law), named=(), inherited=True)

    def _bare(self, law: LawPhrase) -> Reference:
        annex = (law.annex,) if law.annex else ()
        return self._reference(Locator(law.start, law.end, sections=annex, article=bool(annex)), law)
