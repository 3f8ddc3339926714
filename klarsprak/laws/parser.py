"""Reads references: a place within a law (see ``locators``) and a law (see ``names``), in either order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from klarsprak.laws.locators import Locator, Locators
from klarsprak.laws.memory import Memory
from klarsprak.laws.naming import LawPhrase, law_phrase, unknown_law
from klarsprak.laws.register import Act
from klarsprak.laws.tokens import Token
from klarsprak.lazy_regex import LazyRegex


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
_TO_LAW = LazyRegex(
    r"\s*(?:,?\s*(?:i|ur|av|enligt)\s+(?:den\s+|EU:s\s+|kommunens\s+|allmänna\s+|\d{4} års\s+)?)?(?:allmänna\s+)?"
    r"(?:(?:europaparlamentets och rådets|kommissionens|rådets)\s+)?(?:\w*direktiv(?:et)?\s+)?"
)
_MAKER = LazyRegex(r"\s*(?:i\s+)?europaparlamentets och rådets\s")
_FROM_LAW = LazyRegex(r"[\s,:]*\(?\s*", r"\s+(?:i\s+)?(?:dess\s+)?")
# Sections of contracts, by-laws, minutes: no law.
_OTHER_PAPER = LazyRegex(
    r"[\s,]*(?:i|ur|av|enligt)\s+(?:\w+\s+){0,2}?\w*(?:avtal|stadgar|protokoll|kontrakt|policy|reglement|delegation|"
    r"ordning(?:en|s)|tax[ao]|instruktion|detaljplan|beslut|villkor|riktlinje|föreskrift)\w*",
    r"\s+\w*(?:avtalet|stadgarna|protokollet|kontraktet|reglementet|(?<!för)ordningen|taxan|policyn|instruktionen)\b",
    r"\s+(?:i\s+)?\w+s\s+(?:allmänna\s+)?föreskrifter",
)
_MINUTES = LazyRegex(
    r"(?:\b[A-ZÅÄÖ]{2,6}|[Pp]rotokoll\w*|[Bb]eslut|[Nn]ämnd\w*|[Uu]tskott\w*|\w*styrelse\w*|\w*fullmäktige\w*|ärende)[\s,:]*$",
    r"(?:[Dd]nr\.?|\d{4}-\d\d-\d\d|\d{4})[\s,:]*$",
    r"(?:avtal|stadga|kontrakt|taxa|policy|reglemente|(?<!för)ordning|föreskrift)(?:er|en|et|n|r)?(?:na|s)?"
    r"[\s,:]*\(?(?:se )?$",
    flags=0,
)
_IN_ANNEX = LazyRegex(r"\bbil(?:\.|aga|agan)\s+\w+[^.;]{0,15}$")
# A chapter alone: *enligt 36 kap.*, but not *boken har 12 kap.*
_OF_A_LAW = LazyRegex(r"\b(?:enligt|i|av|till|se|jfr|kapitel och)\s+$")
# *Artikel 5 i tidningen* is no law, wherever it stands.
_OF_SOMETHING_ELSE = LazyRegex(r"\s+i\s+(?!förordningen|direktivet|konventionen|samma\b|den\b)")
_SENTENCE_END = LazyRegex(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n", flags=0)


def _is_eu(act: Act | None) -> bool:
    return act is not None and (act.is_eu or act.name.endswith("konventionen"))


class Parser(Locators):
    """Reads the references in those stretches of a text; ``memory`` goes on from text to text of a letter."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]], memory: Memory) -> None:
        super().__init__(text, stretches)
        self.memory = memory
        self.named_at = -1
        """Where in this text the law last named ends."""

    def references(self) -> Iterator[Reference]:
        """The references in order; they don't overlap."""
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
        alone = law.alone or law.source == "local" or law.short in self.memory.shorts - {""}
        if (law.act is not None or law.sfs) and (alone or chain):
            self._remember(law, chain[-1].chapter if chain else None)
        if not chain:
            return [self._bare(law)] if alone else [], i
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
        following = self._law_after(chain[-1].end, after)
        return following is None or self._has_own_place(*following)

    def _has_own_place(self, law: LawPhrase, i: int) -> bool:
        """*SoL 11 kap. 1 §, FL 25 §*: whether the law has a place of its own after it, and so not before it."""
        return bool(self.adjacent(law.end, i) and self.chain(i, after_law=True)[0])

    def _remember(self, law: LawPhrase, chapter: str | None) -> None:
        self.memory.remember(law, chapter)
        self.named_at = law.end

    def _locator_first(self, i: int) -> tuple[list[Reference], int]:
        chain, after = self.chain(i, after_law=False)
        if not chain:
            return [], i + 1
        last = chain[-1]
        if (found := self._law_after(last.end, after)) is not None:
            law, after = found
            self._remember(law, last.chapter)
            last.end = law.end
            after = self.details_after_law(last, after)
            return [self._reference(locator, law) for locator in chain], after
        if self.kind(after) == "ANAPHOR" and self.between(_TO_LAW, last.end, after):
            last.end = self.tokens[after].end
            meant = self._meant_by(self.tokens[after])
            return [self._inherit(locator, meant) for locator in chain], after + 1
        alone = [locator for locator in chain if self._stands_alone(locator)]
        return [self._inherit(self._in_chapter(locator), self._unnamed(locator)) for locator in alone], after

    def _in_chapter(self, locator: Locator) -> Locator:
        """*Enligt 7 kap. 16 § miljöbalken …. Enligt 18 § …*: a section of the chapter named last in the same text."""
        if locator.chapter is not None:
            self.memory.chapter = locator.chapter
        elif locator.sections and not locator.article and self.named_at >= 0:
            locator.chapter = self.memory.chapter
        return locator

    def _unnamed(self, locator: Locator) -> LawPhrase | None:
        """The law last named, if it is divided as the place is: the EU's into articles, Swedish law into sections."""
        law = self.memory.law
        return law if law is not None and (law.source == "eu" or _is_eu(law.act)) is locator.article else None

    def _anaphor(self, token: Token) -> list[Reference]:
        """*samma lag* means the law last named; *denna bestämmelse* and the like mean the letter's own words."""
        words = token.text.lower()
        law = self._meant_by(token)
        of_law = words.endswith(("lag", "förordning", "balk", "kapitel"))
        if (of_law and law is None) or (words.startswith("denna") and words.endswith("bestämmelse")):
            return []
        return [self._inherit(Locator(token.start, token.end), law)]

    def _meant_by(self, token: Token) -> LawPhrase | None:
        """The law that *samma lag* or the like means: in a statute *denna förordning* means itself."""
        law, words = self.memory.law, token.text.lower()
        if law is None or (words.startswith("denna") and self.named_at >= 0 and self._same_sentence(token)):
            return None
        head = next((head for head in ("lag", "förordning", "balk") if words.endswith(head)), None)
        return law if head is None or law.act is None or head in law.act.name.split(" ")[0] else None

    def _same_sentence(self, token: Token) -> bool:
        return _SENTENCE_END.search(self.text, self.named_at, token.start) is None

    def _stands_alone(self, locator: Locator) -> bool:
        """Whether sections with no law beside them are a reference at all."""
        if locator.article:
            return self._unnamed(locator) is not None and not _OF_SOMETHING_ELSE.match(self.text, locator.end)
        if locator.colon:
            return False
        if not locator.sections:
            return self._is_chapter_of_law(locator)
        if _OTHER_PAPER.match(self.text, locator.end):
            return False
        if locator.chapter is not None:
            return True
        before = max(0, locator.start - 40)
        return not locator.sign_first and _MINUTES.search(self.text, before, locator.start) is None

    def _is_chapter_of_law(self, locator: Locator) -> bool:
        written = self.text[locator.start : locator.end]
        before = max(0, locator.start - 20)
        return written.endswith("kap.") and _OF_A_LAW.search(self.text, before, locator.start) is not None

    def _law(self, i: int) -> tuple[LawPhrase, int] | None:
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        phrase = law_phrase(self.text, self.tokens[i], following)
        return None if phrase is None else (self.memory.meant(phrase), self.token_at(phrase.end, i + 1))

    def _law_after(self, end: int, i: int) -> tuple[LawPhrase, int] | None:
        """The law that the locator ending at ``end`` is followed by."""
        if (maker := _MAKER.match(self.text, end)) is not None:
            i = self.token_at(maker.end(), i)
        if self.is_comma(i) and self.kind(i + 1) in ("SHORT", "NAME") and self.adjacent(end, i) and self.joined(i):
            found = self._law(i + 1)  # *4 kap. 1 §, SoL*
            return None if found is None or self._has_own_place(*found) else found
        if not self.between(_TO_LAW, end, i) or self._is_note(i):
            return None
        return self._law(i) or self._unknown_law(i)

    def _unknown_law(self, i: int) -> tuple[LawPhrase, int] | None:
        phrase = unknown_law(self.text, self.tokens[i])
        return None if phrase is None else (phrase, self.token_at(phrase.end, i + 1))

    def _is_note(self, i: int) -> bool:
        """*… enligt 21 kap. Lag (1970:1001).*: what statutes put after a paragraph to tell when it was changed."""
        token = self.tokens[i]
        before = self.text[max(0, token.start - 5) : token.start].rstrip()
        return token.text in ("Lag", "Förordning", "Kungörelse") and before.endswith(".")

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

    def _inherit(self, locator: Locator, law: LawPhrase | None) -> Reference:
        return replace(self._reference(locator, law or LawPhrase(0, 0, None)), named=(), inherited=True)

    def _bare(self, law: LawPhrase) -> Reference:
        annex = (law.annex,) if law.annex else ()
        return self._reference(Locator(law.start, law.end, sections=annex, article=bool(annex)), law)
