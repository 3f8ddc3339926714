"""Reads references: a place within a law (see ``locators``) and a law (see ``naming``), in either order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.laws.alone import stands_alone
from klarsprak.laws.anaphora import can_mean, means_own_rule, names_chapter, points_to_law, says_this
from klarsprak.laws.beside import LawReader
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.locators import read_chain, read_details_after_law
from klarsprak.laws.memory import LawMemory
from klarsprak.laws.model import LawPhrase, Locator, Reference, refer, refer_back, refer_to_law
from klarsprak.laws.register import Register
from klarsprak.laws.tokens import LawToken
from klarsprak.lazy_regex import LazyRegex
from klarsprak.swedish import SENTENCE_END

_IN_ANNEX = LazyRegex(r"\bbil(?:\.|aga|agan)\s+\w+[^.;]{0,15}$")
_ANNEX_REACH = 30
# What a section of the text itself goes on with: *3 § Under perioden …*
_OWN_TEXT = LazyRegex(r"\s+[A-ZÅÄÖ][a-zåäö]*\s+[a-zåäö]", flags=0)
_ANNEX_PARTS = ("KAP", "POINT", "NUM")
_SENTENCE_END = LazyRegex(rf"{SENTENCE_END}|\n", flags=0)

References = tuple[list[Reference], int]
"""References, and the number of the token after them."""


class ReferenceParser:
    """Reads the references in those stretches of a text; ``memory`` goes on from text to text of a letter."""

    def __init__(
        self, text: str, stretches: Sequence[tuple[int, int]], memory: LawMemory, register: Register
    ) -> None:
        self.text = text
        self.memory = memory
        self.cursor = TokenCursor(text, stretches)
        self.laws = LawReader(self.cursor, memory, register)
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
        """The references that begin at token ``i``, if any do.

        Dates, times and sums are passed over.
        """
        token = self.cursor.tokens[i]
        if token.kind == "SKIP" or self._is_in_annex(token):
            return [], i + 1
        if token.kind == "SOURCE":
            return [self._refer_to_source(token)], i + 1
        if token.kind == "ANAPHOR":
            return self._read_anaphor(token), i + 1
        named = self.laws.read(i)
        if named is not None:
            return self._read_law_first(*named)
        return self._read_place_first(i)

    def _is_in_annex(self, token: LawToken) -> bool:
        """Whether the token is *kap. IX p. 5* of an annex, which belongs to the act that follows."""
        if token.kind not in _ANNEX_PARTS:
            return False
        reach = max(0, token.start - _ANNEX_REACH)
        return _IN_ANNEX.search(self.text, reach, token.start) is not None

    def _refer_to_source(self, token: LawToken) -> Reference:
        """*prop. 2016/17:180 s. 32*, *NJA 2015 s. 899*."""
        return refer(self.text, Locator(token.start, token.end), LawPhrase(0, 0, None, source="other"))

    # -- the law first

    def _read_law_first(self, law: LawPhrase, i: int) -> References:
        """*SoL 4 kap. 1 §*, *förvaltningslagen (25 §)*, or the law alone; token ``i`` is the one after it."""
        chain, after = read_chain(self.cursor, self.cursor.after_comma(i), after_law=True)
        if chain and self.laws.owns(law, chain, after):
            return self._refer_to_chain(law, chain), after
        return self._refer_to_law(law), i

    def _refer_to_chain(self, law: LawPhrase, chain: list[Locator]) -> list[Reference]:
        """The places that follow the law; the first reference begins with the law's name.

        The last one ends with the bracket that was opened: *förvaltningslagen (25 §)*.
        """
        first, last = chain[0], chain[-1]
        self._remember_known(law, last.chapter)
        first.start = law.start
        is_open = "(" in self.text[law.end : first.end]
        if is_open and self.text.startswith(")", last.end):
            last.end += 1
        return [refer(self.text, locator, law) for locator in chain]

    def _refer_to_law(self, law: LawPhrase) -> list[Reference]:
        """The law with no section beside it, if its words mean a law then.

        *LSS* and *de lokala ordningsföreskrifterna* do, and *FL* once the letter has said *förvaltningslagen (FL)*.
        """
        is_used = law.short in self.memory.shorts
        is_law = law.alone or is_used or law.source == "local"
        if not is_law:
            return []
        self._remember_known(law, None)
        return [refer_to_law(self.text, law)]

    def _remember_known(self, law: LawPhrase, chapter: str | None) -> None:
        """Keeps the law in mind, unless nothing but its name is known: *hittepålagen*."""
        if law.is_known:
            self._remember(law, chapter)

    def _remember(self, law: LawPhrase, chapter: str | None) -> None:
        """Keeps the law in mind, with the chapter beside it, and where the text has named it."""
        self.memory.remember(law, chapter)
        self.named_at = law.end

    # -- the place first

    def _read_place_first(self, i: int) -> References:
        """*4 kap. 1 § SoL*, *5 § samma lag*, or a place of the law last named."""
        chain, after = read_chain(self.cursor, i, after_law=False)
        if not chain:
            return [], i + 1
        end = chain[-1].end
        named = self.laws.read_after(end, after)
        if named is not None:
            return self._refer_with_law(chain, *named)
        if self.laws.is_anaphor_beside(end, after):
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
        """*5 § samma lag*, *5 § i samma kapitel*."""
        chain[-1].end = anaphor.end
        if names_chapter(anaphor.text):
            for locator in chain:
                locator.chapter = locator.chapter or self.memory.chapter
        self.memory.chapter = chain[-1].chapter or self.memory.chapter
        law = self._law_meant_by(anaphor)
        return [refer_back(self.text, locator, law) for locator in chain]

    def _refer_alone(self, chain: list[Locator]) -> list[Reference]:
        """*Det följer också av 18 §*: places of the law last named, where they are places of a law at all.

        In a statute they are its own.
        """
        if self._is_own_section(chain[0]):
            self.memory.is_statute = True
            return []
        references = []
        for locator in filter(self._stands_alone, chain):
            self._take_chapter(locator)
            law = self.memory.law_divided_into(articles=locator.article)
            references.append(refer_back(self.text, locator, law))
        return references

    def _is_own_section(self, locator: Locator) -> bool:
        """Whether a section of the text itself begins there: *3 § Under perioden ska …* in a statute or by-laws."""
        if self.text[: locator.start].strip() or locator.sign_first:
            return False
        return self.memory.is_statute or _OWN_TEXT.match(self.text, locator.end) is not None

    def _stands_alone(self, locator: Locator) -> bool:
        """Whether a place with no law beside it is a reference.

        Sections are unless they are another paper's, articles only if the EU's law was named before.
        """
        if locator.article and self.memory.law_divided_into(articles=True) is None:
            return False
        return stands_alone(self.text, locator)

    def _take_chapter(self, locator: Locator) -> None:
        """*Enligt 7 kap. 16 § miljöbalken …. Enligt 18 § …*: a section of the chapter named last in the same text.

        A place with a chapter of its own is the next one's: *8 kap. 3 § … 4 §*.
        """
        is_law_named = self.named_at >= 0
        if locator.chapter is not None:
            self.memory.chapter = locator.chapter
        elif is_law_named and not locator.article:
            locator.chapter = self.memory.chapter

    # -- back to a law that was named before

    def _read_anaphor(self, token: LawToken) -> list[Reference]:
        """*samma lag* means the law last named; *denna bestämmelse* and the like mean the letter's own words.

        Nothing where no law has been named that the words can mean.
        """
        words, law = token.text.lower(), self._law_meant_by(token)
        is_unknown = law is None and points_to_law(words)
        if is_unknown or means_own_rule(words):
            return []
        return [refer_back(self.text, Locator(token.start, token.end), law)]

    def _law_meant_by(self, token: LawToken) -> LawPhrase | None:
        """The law that *samma lag* or the like means, None where it isn't known.

        In a statute *denna lag* means itself, not the law that the same sentence has named: *Bestämmelserna i
        skollagen gäller inte verksamhet enligt denna lag.*
        """
        law, words = self.memory.law, token.text.lower()
        if law is None or not can_mean(words, law):
            return None
        if says_this(words) and self._is_named_in_sentence(token):
            return None
        return law

    def _is_named_in_sentence(self, token: LawToken) -> bool:
        """Whether the law last named stands in the token's own sentence."""
        if self.named_at < 0:
            return False
        return _SENTENCE_END.search(self.text, self.named_at, token.start) is None
