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

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from klarsprak.laws.articles import articles
from klarsprak.laws.patterns import Pattern
from klarsprak.laws.tokens import Token, number, tokens


@dataclass(slots=True)
class Locator:
    """A place within a law and in the text.

    ``colon`` tells that it is written *9:30*, ``article`` that ``sections`` are articles, ``sign_first`` that the
    section sign stands before the number, as it does in minutes.
    """

    start: int
    end: int
    chapter: str | None = None
    sections: tuple[str, ...] = ()
    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    colon: bool = False
    article: bool = False
    sign_first: bool = False


_ORDINALS = {
    word: str(i)
    for i, word in enumerate("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde".split(), 1)
}
_MOST_POINTS = 99
# A number after the section sign is no point where it counts something: *inom 44 § 3 veckor*.
_COUNTS = Pattern(
    r"\s*(?:veck|dag|kr\b|kron|månad|år\b|procent|%|person|timm|minut|meter|kvm|st\b(?!\.?\s\d)|gång|barn\b)",
    r"\s*(?:jan|feb|mars|april|maj|juni|juli|aug|sept|okt|nov|dec|[.:,]\d)",
)
_MORE_LETTERS = Pattern(r"\s(?:och|eller|samt)\s([a-h])(?=\s(?!kap|§))", flags=0)


class Locators:
    """The tokens of a text, and the reading of locators among them.

    A method that reads takes the number of a token and returns what it read with the number of the token after it.
    """

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.tokens: list[Token] = tokens(text, stretches)

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
        after = self._details(locator, start)
        if after == start:
            locator.end = before
        return after if after > start else i

    def _sections_after_law(self, locator: Locator, i: int) -> int:
        """*9 kap. PBL 30 §*."""
        sections, after = self._sections(i, loose=False)
        if not sections or self.kind(after) in ("NAME", "SHORT"):
            return i
        locator.sections, locator.end = sections, self.tokens[after - 1].end
        return self._details(locator, after)

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
        return locator, self._details(locator, after)

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
        return locator, self._details(locator, i + 1)

    def _article(self, i: int) -> tuple[Locator | None, int]:
        read = articles(self.text, self.tokens[i].end)
        if read is None:
            return None, i
        return Locator(self.tokens[i].start, read[1], None, read[0], article=True), self.token_at(read[1], i + 1)

    def _chapter(self, i: int) -> tuple[str | None, int]:
        if self.kind(i) == "KAP" and self.joined(i) and self.kind(i + 1) == "NUM":
            numbers, after = self._numbers(i + 1)
            if len(numbers) == 1 or self.kind(after) not in ("SECT", "KAP"):
                return ", ".join(numbers), after
            return number(self.tokens[i + 1].text), i + 2
        if self.kind(i) == "ORD" and self.joined(i) and self.kind(i + 1) == "KAP":
            return _ORDINALS.get(self.tokens[i].text.lower()), i + 2
        numbers, after = self._numbers(i)
        if numbers and self.kind(after) == "KAP" and self.joined(after - 1):
            return ", ".join(numbers), after + 1
        return None, i

    def _sections(self, i: int, loose: bool) -> tuple[tuple[str, ...], int]:
        """Numbers and the section sign; where ``loose`` and just before a law, the sign may be missing."""
        if i and loose and self.kind(i - 1) == "KAP" and not self.joined(i - 1):
            return (), i
        if self.kind(i) == "SECT" and self.joined(i):
            numbers, after = self._numbers(i + 1)
            return (numbers, after) if numbers else ((), i)
        numbers, after = self._numbers(i)
        if not numbers or not self.joined(after - 1):
            return (), i
        if self.kind(after) == "SECT":
            return numbers, after + 1
        return (numbers, after) if loose and self.kind(after) in ("NAME", "SHORT") else ((), i)

    def _details(self, locator: Locator, i: int) -> int:
        while i < len(self.tokens) and (after := self._detail(locator, i)) > i:
            locator.end = self.tokens[after - 1].end
            i = after
        return i

    def _detail(self, locator: Locator, i: int) -> int:
        if not self.adjacent(locator.end, i):
            return i
        kind = self.kind(i)
        if kind == "JOIN":
            return self._more_details(locator, i)
        if kind == "ORD":
            return self._ordinal(locator, i)
        if kind in ("POINT", "STYCKE") and self.joined(i):
            numbers, after = self._numbers(i + 1)
            (locator.points if kind == "POINT" else locator.paragraphs).extend(numbers)
            return after if numbers else i
        if kind in ("NUM", "SECT"):
            return self._numbered(locator, i + 1 if kind == "SECT" and self.joined(i) else i)
        return i

    def _more_details(self, locator: Locator, i: int) -> int:
        """*första stycket och andra stycket*, *punkt 1 och punkt 2*, *, 2 st.*: but never a new section."""
        numbered = self.kind(i + 1) == "NUM" and self.kind(i + 2) in ("STYCKE", "POINT") and self.joined(i + 1)
        if not self.joined(i) or (self.kind(i + 1) not in ("ORD", "POINT") and not numbered):
            return i
        before = locator.end
        locator.end = self.tokens[i + 1].start
        after = self._detail(locator, i + 1)
        locator.end = before
        return after if after > i + 1 else i

    def _ordinal(self, locator: Locator, i: int) -> int:
        ordinals = [self._order(i)]
        after = i + 1
        while self.kind(after) in ("JOIN", "THROUGH") and self.kind(after + 1) == "ORD":
            through = self.kind(after) == "THROUGH"
            ordinals.append(f"{ordinals.pop()}–{self._order(after + 1)}" if through else self._order(after + 1))
            after += 2
        if not self.joined(after - 1) or self.kind(after) not in ("STYCKE", "POINT", "MENING"):
            return i
        if self.kind(after) != "MENING":
            part = locator.paragraphs if self.kind(after) == "STYCKE" else locator.points
            part.extend(ordinals)
        return after + 1

    def _order(self, i: int) -> str:
        word = self.tokens[i].text.lower()
        return _ORDINALS.get(word, word)

    def _numbered(self, locator: Locator, i: int) -> int:
        numbers, after = self._numbers(i, points=True)
        if not numbers:
            return i
        kind = self.kind(after) if self.joined(after - 1) else ""
        if kind in ("STYCKE", "POINT"):
            (locator.points if kind == "POINT" else locator.paragraphs).extend(numbers)
            return after + 1
        if kind == "MENING":
            return after + 1
        first = int(re.findall(r"\d+", numbers[0])[0])
        counts = _COUNTS.match(self.text, self.tokens[after - 1].end)
        if kind in ("KAP", "SECT") or counts or first > _MOST_POINTS:
            return i
        locator.points.extend(numbers)
        more = _MORE_LETTERS.match(self.text, self.tokens[after - 1].end) if numbers[-1][-1].isalpha() else None
        if more is None:
            return after
        locator.points.append(numbers[-1][:-1] + more[1])
        after = self.token_at(more.end(), after)
        self.tokens[after - 1] = self.tokens[after - 1]._replace(end=more.end())
        return after

    def _numbers(self, i: int, points: bool = False) -> tuple[tuple[str, ...], int]:
        """*3*, *3 och 5*, *1, 3 och 5*, *1–3*; as points only the *2* of *9 § 2 och 10 §*."""
        if self.kind(i) != "NUM":
            return (), i
        found, after = [number(self.tokens[i].text)], i + 1
        while self.joined(after - 1) and self.joined(after) and self.kind(after + 1) == "NUM":
            kind, text = self.kind(after), number(self.tokens[after + 1].text)
            if kind not in ("JOIN", "THROUGH"):
                break
            if points and kind == "JOIN" and self._leads_to_section(after + 1):
                break
            if kind == "THROUGH":
                found[-1] = f"{found[-1]}–{text}"
            else:
                found.append(text)
            after += 2
        return tuple(found), after

    def _leads_to_section(self, i: int) -> bool:
        while self.kind(i) in ("NUM", "JOIN", "THROUGH") and self.joined(i):
            i += 1
        return self.kind(i) in ("SECT", "KAP")

    # -- tokens

    def kind(self, i: int) -> str:
        """The kind of token ``i``, "" after the last one."""
        return self.tokens[i].kind if i < len(self.tokens) else ""

    def is_comma(self, i: int) -> bool:
        """Whether token ``i`` is a comma."""
        return i < len(self.tokens) and self.tokens[i].text == ","

    def joined(self, i: int) -> bool:
        """Whether only blanks stand between token ``i`` and the next one."""
        return i + 1 < len(self.tokens) and self.adjacent(self.tokens[i].end, i + 1)

    def adjacent(self, end: int, i: int) -> bool:
        """Whether only blanks stand between the place ``end`` and token ``i``."""
        if i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        return end == start or (end < start and self.text[end:start].isspace())

    def between(self, pattern: Pattern, end: int, i: int) -> bool:
        """Whether what stands between the place ``end`` and token ``i`` fits the pattern."""
        if i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        return end <= start and pattern.fits(self.text, end, start)

    def token_at(self, place: int, i: int) -> int:
        """The first token from ``i`` on that begins at ``place`` or later."""
        while i < len(self.tokens) and self.tokens[i].start < place:
            i += 1
        return i
