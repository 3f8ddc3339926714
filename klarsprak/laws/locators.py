"""Reads the place within a law: chapter, sections, paragraph and points.

The grammar, over the tokens of ``tokens.py``::

    chain    = element {(JOIN | THROUGH) element} ;
    element  = [chapter] sections {detail} | chapter | COLON {detail} | ARTICLE numbers ;
    chapter  = numbers KAP | ORD KAP | KAP NUM ;
    sections = numbers SECT | SECT numbers ;
    detail   = numbers | ORD STYCKE | NUM STYCKE | POINT numbers | numbers POINT | ORD MENING ;
    numbers  = NUM {(JOIN | THROUGH) NUM} ;
"""

from __future__ import annotations

from klarsprak.laws.articles import articles
from klarsprak.laws.details import ORDINALS, Details, Locator
from klarsprak.laws.tokens import number

__all__ = ["Locator", "Locators"]


class Locators(Details):
    """The reading of locators.

    A method that reads takes the number of a token and returns what it read with the number of the token after it.
    """

    def chain(self, i: int, after_law: bool) -> tuple[list[Locator], int]:
        """Locators that share a law; *§ 25* without a chapter counts only after one (``after_law``)."""
        first, i = self._element(i, None, after_law)
        if first is None:
            return [], i
        chain = [first]
        while self.kind(i) in ("JOIN", "THROUGH") and self.adjacent(chain[-1].end, i):
            start = i + 1
            if self.kind(start) == "JOIN":  # *, och*
                start += 1
            following, after = self._element(start, chain[-1].chapter, after_law)
            if following is None or following.colon or not self.adjacent(self.tokens[start - 1].end, start):
                break
            chain.append(following)
            i = after
        return chain, i

    def details_after_law(self, locator: Locator, i: int) -> int:
        """*9 § LSS, första stycket*, *9 § LSS punkt 2*: the token after them, or ``i`` where there are none."""
        start = i + 1 if self.is_comma(i) else i
        if not locator.sections and locator.chapter is not None and self.adjacent(self.tokens[i - 1].end, i):
            return self._sections_after_law(locator, i)
        if self.kind(start) not in ("ORD", "POINT") or not self.adjacent(self.tokens[start - 1].end, start):
            return i
        before = locator.end
        locator.end = self.tokens[start].start
        after = self.details(locator, start)
        if after == start:
            locator.end = before
        return after if after > start else i

    def _sections_after_law(self, locator: Locator, i: int) -> int:
        """*9 kap. PBL 30 §*."""
        sections, after = self._sections(i, loose=False)
        if not sections or self.kind(after) in ("NAME", "SHORT"):
            return i
        locator.sections, locator.end = sections, self.tokens[after - 1].end
        return self.details(locator, after)

    # -- the parts of the grammar

    def _element(self, i: int, chapter: str | None, after_law: bool) -> tuple[Locator | None, int]:
        kind = self.kind(i)
        if kind == "ARTICLE":
            return self._article(i)
        if kind == "COLON":
            return self._colon(i)
        if kind not in ("NUM", "ORD", "KAP", "SECT"):
            return None, i
        found, after = self._chapter(i)
        start = self.tokens[i].start
        if found is not None:
            locator = Locator(start, self.tokens[after - 1].end, found)
            i = after
        else:
            locator = Locator(start, start, chapter)
        sections, after = self._sections(i, loose=after_law or found is not None)
        if not sections:
            return (locator, i) if found is not None else (None, i)
        locator.sign_first = found is None and self.kind(i) == "SECT"
        locator.sections = sections
        locator.end = self.tokens[after - 1].end
        if locator.chapter is None and self.kind(after) == "NUM" and self.joined(after - 1):
            after = self._chapter_last(locator, after)
        return locator, self.details(locator, after)

    def _chapter_last(self, locator: Locator, i: int) -> int:
        """*32 § 10 kap. skollagen*: the chapter after the section, unless it begins a place of its own."""
        found, after = self._chapter(i)
        if found is None or self.kind(after) in ("NUM", "SECT"):
            return i
        locator.chapter, locator.end = found, self.tokens[after - 1].end
        return after

    def _colon(self, i: int) -> tuple[Locator, int]:
        token = self.tokens[i]
        chapter, _, section = number(token.text).partition(":")
        locator = Locator(token.start, token.end, chapter, (section,), colon=True)
        return locator, self.details(locator, i + 1)

    def _article(self, i: int) -> tuple[Locator | None, int]:
        read = articles(self.text, self.tokens[i].end)
        if read is None:
            return None, i
        return Locator(self.tokens[i].start, read[1], None, read[0], article=True), self.token_at(read[1], i + 1)

    def _chapter(self, i: int) -> tuple[str | None, int]:
        if self.kind(i) == "KAP" and self.joined(i) and self.kind(i + 1) == "NUM":
            numbers, after = self.numbers(i + 1)
            if len(numbers) == 1 or self.kind(after) not in ("SECT", "KAP"):
                return ", ".join(numbers), after
            return number(self.tokens[i + 1].text), i + 2
        if self.kind(i) == "ORD" and self.joined(i) and self.kind(i + 1) == "KAP":
            return ORDINALS.get(self.tokens[i].text.lower()), i + 2
        numbers, after = self.numbers(i)
        if numbers and self.kind(after) == "KAP" and self.joined(after - 1):
            return ", ".join(numbers), after + 1
        return None, i

    def _sections(self, i: int, loose: bool) -> tuple[tuple[str, ...], int]:
        """Numbers and the section sign; where ``loose`` and just before a law, the sign may be missing."""
        if i and loose and self.kind(i - 1) == "KAP" and not self.joined(i - 1):
            return (), i
        if self.kind(i) == "SECT" and self.joined(i):
            numbers, after = self.numbers(i + 1)
            return (numbers, after) if numbers else ((), i)
        numbers, after = self.numbers(i)
        if not numbers or not self.joined(after - 1):
            return (), i
        if self.kind(after) == "SECT":
            return numbers, after + 1
        return (numbers, after) if loose and self.kind(after) in ("NAME", "SHORT") else ((), i)
