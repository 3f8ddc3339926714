"""Reads the law beside a place: *4 kap. 1 § **i socialtjänstlagen***, *5 §**, SoL***."""

from __future__ import annotations

from klarsprak.laws.acts import fold
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.finnish import with_finnish_number
from klarsprak.laws.locators import LAW_NAMES, read_chain
from klarsprak.laws.memory import LawMemory
from klarsprak.laws.model import LawPhrase, Locator
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
_BARE_WORDS = frozenset({"lagen", "balken", "förordningen"})
_NOTE_HEADS = ("Lag", "Förordning", "Kungörelse")
_NOTE_REACH = 5

NamedLaw = tuple[LawPhrase, int]
"""A law that is named in the text, and the number of the token after it."""


class LawReader:
    """Reads the laws that a text names, each with the act that it means there, and tells which place is whose."""

    def __init__(self, cursor: TokenCursor, memory: LawMemory, register: Register) -> None:
        self.cursor = cursor
        self.memory = memory
        self.register = register

    def read(self, i: int) -> NamedLaw | None:
        """The law that token ``i`` begins."""
        law = read_law(self.cursor, i, self.register)
        if law is None:
            return None
        meant = with_finnish_number(self.cursor.text, self.memory.with_act_meant(law))
        return meant, self.cursor.token_at(meant.end, i + 1)

    def read_after(self, end: int, i: int) -> NamedLaw | None:
        """The law that the place ending at ``end`` is followed by; token ``i`` is the one after the place.

        *4 kap. 1 § i socialtjänstlagen*, *4 kap. 1 §, SoL*
        """
        start = self._after_maker(end, i)
        if self._is_comma_before_law(end, start):
            return self._read_after_comma(start + 1)
        is_beside = self.cursor.is_between(_TO_LAW, end, start)
        if not is_beside or self._is_note(self.cursor.tokens[start]):
            return None
        return self.read(start) or self._read_unknown(start)

    def is_anaphor_beside(self, end: int, i: int) -> bool:
        """Whether token ``i`` says which law the place ending at ``end`` is of: *5 § i samma lag*, *5 § i lagen*."""
        if self.cursor.kind(i) != "ANAPHOR" and not self._is_bare_word(i):
            return False
        return self.cursor.is_between(_TO_LAW, end, i)

    def _is_bare_word(self, i: int) -> bool:
        """Whether the token is only a word for a law: the *förordningen* of *5 § i förordningen*."""
        return self.cursor.kind(i) == "NAME" and fold(self.cursor.tokens[i].text) in _BARE_WORDS

    def _after_maker(self, end: int, i: int) -> int:
        """The token after *i Europaparlamentets och rådets*, whose *och* would begin another place."""
        maker = _MAKER.match(self.cursor.text, end)
        if maker is None:
            return i
        return self.cursor.token_at(maker.end(), i)

    def _is_comma_before_law(self, end: int, i: int) -> bool:
        """Whether token ``i`` is the comma of *4 kap. 1 §, SoL*.

        ``end`` is where the place before it ends.
        """
        if self.cursor.after_comma(i) == i or not self.cursor.is_adjacent(end, i):
            return False
        return self.cursor.next_kind(i) in LAW_NAMES

    def _read_after_comma(self, i: int) -> NamedLaw | None:
        """The law after a comma, unless it has a place of its own: *25 §, SoL 11 kap. 1 §*."""
        named = self.read(i)
        if named is None or self.has_own_place(*named):
            return None
        return named

    def _read_unknown(self, i: int) -> NamedLaw | None:
        """*lagen om något*: a law that the register lacks."""
        law = read_unknown_law(self.cursor, i)
        if law is None:
            return None
        meant = with_finnish_number(self.cursor.text, law)
        return meant, self.cursor.token_at(meant.end, i + 1)

    def _is_note(self, token: LawToken) -> bool:
        """Whether the law tells when a paragraph was changed, as in statutes: *… enligt 21 kap. Lag (1970:1001).*"""
        if token.text not in _NOTE_HEADS:
            return False
        before = self.cursor.text[max(0, token.start - _NOTE_REACH) : token.start]
        return before.rstrip().endswith(".")

    def has_own_place(self, law: LawPhrase, i: int) -> bool:
        """Whether the law has a place of its own after it, and so not before it: *SoL 11 kap. 1 §, FL 25 §*."""
        if not self.cursor.is_adjacent(law.end, i):
            return False
        chain, _ = read_chain(self.cursor, i, after_law=True)
        return bool(chain)

    def owns(self, law: LawPhrase, chain: list[Locator], after: int) -> bool:
        """Whether the places after a law are that law's: not those of *skollagen, 25 § förvaltningslagen*.

        Token ``after`` is the one after the places.
        """
        first, last = chain[0], chain[-1]
        if not _FROM_LAW.fits(self.cursor.text, law.end, first.start):
            return False
        if first.colon:
            return not _is_time_of_day(law, first)
        following = self.read_after(last.end, after)
        return following is None or self.has_own_place(*following)


def _is_time_of_day(law: LawPhrase, locator: Locator) -> bool:
    """Whether *KL 9:30* is half past nine, not a section of the Local Government Act."""
    if law.act is None or law.act.short != "KL":
        return False
    (section,) = locator.sections
    return len(section) == 2
