"""Reads references: a place within a law (see ``locators``) and a law (see ``naming``), in either order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.laws.alone import stands_alone
from klarsprak.laws.anaphora import can_mean, means_own_rule, points_to_law, says_this
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.locators import LAW_NAMES, read_chain, read_details_after_law
from klarsprak.laws.memory import LawMemory
from klarsprak.laws.model import LawPhrase, Locator, Reference, refer, refer_back, refer_to_law
from klarsprak.laws.naming import read_law, read_unknown_law
from klarsprak.laws.register import Register
from klarsprak.laws.tokens import LawToken
from klarsprak.lazy_regex import LazyRegex

# What may stand between the section and its law: *i*, *enligt den*, *i Europaparlamentets och rådets direktiv*.
_TO_LAW = LazyRegex(
    r"\s*(?:,?\s*(?:i|ur|av|enligt)\s+(?:den\s+|EU:s\s+|kommunens\s+|allmänna\s+|\d{4} års\s+)?)?(?:allmänna\s+)?"
    r"(?:(?:europaparlamentets och rådets|kommissionens|rådets)\s+)?(?:\w*direktiv(?:et)?\s+)?"
)
_MAKER = LazyRegex(r"\s*(?:i\s+)?europaparlamentets och rådets\s")
# What may stand between the law and its section.
_FROM_LAW = LazyRegex(r"[\s,:]*\(?\s*", r"\s+(?:i\s+)?(?:dess\s+)?")
_IN_ANNEX = LazyRegex(r"\bbil(?:\.|aga|agan)\s+\w+[^.;]{0,15}$")
_ANNEX_REACH = 30
_ANNEX_PARTS = ("KAP", "POINT", "NUM")
_SENTENCE_END = LazyRegex(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n", flags=0)
_NOTE_HEADS = ("Lag", "Förordning", "Kungörelse")
_NOTE_REACH = 5

NamedLaw = tuple[LawPhrase, int]
"""A law that is named in the text, and the number of the token after it."""
References = tuple[list[Reference], int]
"""References, and the number of the token after them."""


class ReferenceParser:
    """Reads the references in those stretches of a text; ``memory`` goes on from text to text of a letter."""

    def __init__(
        self, text: str, stretches: Sequence[tuple[int, int]], memory: LawMemory, register: Register
    ) -> None:
        self.text = text
        self.cursor = TokenCursor(text, stretches)
        self.memory = memory
        self.register = register
        self.named_at = -1
        """Where in this text the law last named ends."""

    def references(self) -> Iterator[Reference]:
        """The references in order; they don't overlap."""
        i = 0
        while i < self.cursor.count:
            found, after = self._read_at(i)
            yield from found
            i = max(after, i + 1)

    def _read_at(self, i: int) -> References:
        """The references that begin at token ``i``, if any do."""
        token = self.cursor.tokens[i]
        if token.kind == "SKIP" or self._is_in_annex(token):
            return [], i + 1
        if token.kind == "SOURCE":
            return [self._refer_to_source(token)], i + 1
        if token.kind == "ANAPHOR":
            return self._read_anaphor(token), i + 1
        named = self._read_law(i)
        return self._read_place_first(i) if named is None else self._read_law_first(*named)

    def _is_in_annex(self, token: LawToken) -> bool:
        """Whether the token is *kap. IX p. 5* of an annex, which belongs to the act that follows."""
        if token.kind not in _ANNEX_PARTS:
            return False
        return _IN_ANNEX.search(self.text, max(0, token.start - _ANNEX_REACH), token.start) is not None

    def _refer_to_source(self, token: LawToken) -> Reference:
        """*prop. 2016/17:180 s. 32*, *NJA 2015 s. 899*."""
        return refer(self.text, Locator(token.start, token.end), LawPhrase(0, 0, None, source="other"))

    # -- the law first

    def _read_law_first(self, law: LawPhrase, i: int) -> References:
        """*SoL 4 kap. 1 §*, *förvaltningslagen (25 §)*, or the law alone; token ``i`` is the one after it."""
        chain, after = read_chain(self.cursor, self.cursor.after_comma(i), after_law=True)
        if chain and self._belongs(chain, law, after):
            return self._refer_to_chain(law, chain), after
        return self._refer_to_law(law), i

    def _refer_to_chain(self, law: LawPhrase, chain: list[Locator]) -> list[Reference]:
        """The places that follow the law; the first reference begins with the law's name."""
        self._remember_known(law, chain[-1].chapter)
        chain[0].start = law.start
        is_open = "(" in self.text[law.end : chain[0].end]
        if is_open and self.text.startswith(")", chain[-1].end):
            chain[-1].end += 1
        return [refer(self.text, locator, law) for locator in chain]

    def _refer_to_law(self, law: LawPhrase) -> list[Reference]:
        """The law with no section beside it, if its words mean a law then: *LSS*, *BAB* once it is explained."""
        is_law = law.alone or law.source == "local" or law.short in self.memory.shorts
        if not is_law:
            return []
        self._remember_known(law, None)
        return [refer_to_law(self.text, law)]

    def _remember_known(self, law: LawPhrase, chapter: str | None) -> None:
        if law.is_known:
            self._remember(law, chapter)

    def _remember(self, law: LawPhrase, chapter: str | None) -> None:
        self.memory.remember(law, chapter)
        self.named_at = law.end

    def _belongs(self, chain: list[Locator], law: LawPhrase, after: int) -> bool:
        """Whether the sections after a law are that law's: not those of *skollagen, 25 § förvaltningslagen*."""
        first = chain[0]
        if not _FROM_LAW.fits(self.text, law.end, first.start):
            return False
        if first.colon:
            return not _is_time_of_day(law, first)
        following = self._read_law_after(chain[-1].end, after)
        return following is None or self._has_own_place(*following)

    def _has_own_place(self, law: LawPhrase, i: int) -> bool:
        """*SoL 11 kap. 1 §, FL 25 §*: whether the law has a place of its own after it, and so not before it."""
        if not self.cursor.is_adjacent(law.end, i):
            return False
        chain, _ = read_chain(self.cursor, i, after_law=True)
        return bool(chain)

    # -- the place first

    def _read_place_first(self, i: int) -> References:
        """*4 kap. 1 § SoL*, *5 § samma lag*, or a place of the law last named."""
        chain, after = read_chain(self.cursor, i, after_law=False)
        if not chain:
            return [], i + 1
        end = chain[-1].end
        named = self._read_law_after(end, after)
        if named is not None:
            return self._refer_with_law(chain, *named)
        if self.cursor.kind(after) == "ANAPHOR" and self.cursor.is_between(_TO_LAW, end, after):
            return self._refer_with_anaphor(chain, self.cursor.tokens[after]), after + 1
        return self._refer_alone(chain), after

    def _refer_with_law(self, chain: list[Locator], law: LawPhrase, i: int) -> References:
        """*3 och 5 §§ LSS, första stycket*: the last reference holds the law and the details after it."""
        last = chain[-1]
        self._remember(law, last.chapter)
        last.end = law.end
        after = read_details_after_law(self.cursor, last, i)
        return [refer(self.text, locator, law) for locator in chain], after

    def _refer_with_anaphor(self, chain: list[Locator], anaphor: LawToken) -> list[Reference]:
        """*5 § samma lag*."""
        chain[-1].end = anaphor.end
        law = self._law_meant_by(anaphor)
        return [refer_back(self.text, locator, law) for locator in chain]

    def _refer_alone(self, chain: list[Locator]) -> list[Reference]:
        """*Det följer också av 18 §*: places of the law last named, where they are places of a law at all."""
        references = []
        for locator in filter(self._stands_alone, chain):
            self._take_chapter(locator)
            law = self.memory.law_divided_into(articles=locator.article)
            references.append(refer_back(self.text, locator, law))
        return references

    def _stands_alone(self, locator: Locator) -> bool:
        """Whether a place with no law beside it is a reference: articles are if the EU's law was named before."""
        if locator.article and self.memory.law_divided_into(articles=True) is None:
            return False
        return stands_alone(self.text, locator)

    def _take_chapter(self, locator: Locator) -> None:
        """*Enligt 7 kap. 16 § miljöbalken …. Enligt 18 § …*: a section of the chapter named last in the same text."""
        if locator.chapter is not None:
            self.memory.chapter = locator.chapter
        elif not locator.article and self.named_at >= 0:
            locator.chapter = self.memory.chapter

    # -- back to a law that was named before

    def _read_anaphor(self, token: LawToken) -> list[Reference]:
        """*samma lag* means the law last named; *denna bestämmelse* and the like mean the letter's own words."""
        words, law = token.text.lower(), self._law_meant_by(token)
        is_unknown = law is None and points_to_law(words)
        if is_unknown or means_own_rule(words):
            return []
        return [refer_back(self.text, Locator(token.start, token.end), law)]

    def _law_meant_by(self, token: LawToken) -> LawPhrase | None:
        """The law that *samma lag* or the like means: in a statute *denna förordning* means itself."""
        law, words = self.memory.law, token.text.lower()
        if law is None or not can_mean(words, law):
            return None
        return None if says_this(words) and self._is_named_in_sentence(token) else law

    def _is_named_in_sentence(self, token: LawToken) -> bool:
        """Whether the law last named stands in the token's own sentence."""
        return self.named_at >= 0 and _SENTENCE_END.search(self.text, self.named_at, token.start) is None

    # -- the law beside the place

    def _read_law(self, i: int) -> NamedLaw | None:
        """The law that token ``i`` begins, with the act that it means here."""
        law = read_law(self.cursor, i, self.register)
        return None if law is None else (self.memory.with_act_meant(law), self.cursor.token_at(law.end, i + 1))

    def _read_law_after(self, end: int, i: int) -> NamedLaw | None:
        """The law that the place ending at ``end`` is followed by; token ``i`` is the one after the place."""
        maker = _MAKER.match(self.text, end)
        if maker is not None:
            i = self.cursor.token_at(maker.end(), i)
        if self._is_after_comma(end, i):
            return self._read_law_after_comma(i + 1)
        if not self.cursor.is_between(_TO_LAW, end, i) or self._is_note(self.cursor.tokens[i]):
            return None
        return self._read_law(i) or self._read_unknown_law(i)

    def _is_after_comma(self, end: int, i: int) -> bool:
        """*4 kap. 1 §, SoL*: whether token ``i`` is a comma with a law after it."""
        is_comma = self.cursor.after_comma(i) > i
        return is_comma and self.cursor.next_kind(i) in LAW_NAMES and self.cursor.is_adjacent(end, i)

    def _read_law_after_comma(self, i: int) -> NamedLaw | None:
        named = self._read_law(i)
        return None if named is None or self._has_own_place(*named) else named

    def _read_unknown_law(self, i: int) -> NamedLaw | None:
        law = read_unknown_law(self.cursor, i)
        return None if law is None else (law, self.cursor.token_at(law.end, i + 1))

    def _is_note(self, token: LawToken) -> bool:
        """*… enligt 21 kap. Lag (1970:1001).*: what statutes put after a paragraph to tell when it was changed."""
        before = self.text[max(0, token.start - _NOTE_REACH) : token.start]
        return token.text in _NOTE_HEADS and before.rstrip().endswith(".")


def _is_time_of_day(law: LawPhrase, locator: Locator) -> bool:
    """*KL 9:30* is half past nine, not a section of the Local Government Act."""
    is_local_government_act = law.act is not None and law.act.short == "KL"
    return is_local_government_act and len(locator.sections[0]) == 2
