"""Reads what follows a section: paragraphs (*stycken*), points and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from klarsprak.laws.cursor import Cursor
from klarsprak.laws.tokens import number
from klarsprak.lazy_regex import LazyRegex


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


ORDINALS = {
    word: str(i)
    for i, word in enumerate("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde".split(), 1)
}
_MOST_POINTS = 99
_MOST = 40
"""No law is cited with more numbers in a row; a table of figures may have thousands."""
# A number after the section sign is no point where it counts something: *inom 44 § 3 veckor*.
_COUNTS = LazyRegex(
    r"\s*(?:veck|dag|kr\b|kron|månad|år\b|procent|%|person|timm|minut|meter|kvm|st\b(?!\.?\s\d)|gång|barn\b)",
    r"\s*(?:jan|feb|mars|april|maj|juni|juli|aug|sept|okt|nov|dec|[.:,]\d)",
)
_MORE_LETTERS = LazyRegex(r"\s(?:och|eller|samt)\s([a-h])(?=\s(?!kap|§))", flags=0)


class Details(Cursor):
    """The reading of details; a method that reads returns the number of the token after what it read."""

    def details(self, locator: Locator, i: int) -> int:
        """Reads what follows the section; the token after it."""
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
            numbers, after = self.numbers(i + 1)
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
        return ORDINALS.get(word, word)

    def _numbered(self, locator: Locator, i: int) -> int:
        numbers, after = self.numbers(i, points=True)
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

    def numbers(self, i: int, points: bool = False) -> tuple[tuple[str, ...], int]:
        """*3*, *3 och 5*, *1, 3 och 5*, *1–3*; as points only the *2* of *9 § 2 och 10 §*."""
        if self.kind(i) != "NUM":
            return (), i
        found, after = [number(self.tokens[i].text)], i + 1
        last = i + 2 * _MOST
        while after < last and self.joined(after - 1) and self.joined(after) and self.kind(after + 1) == "NUM":
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
        last = i + _MOST
        while i < last and self.kind(i) in ("NUM", "JOIN", "THROUGH") and self.joined(i):
            i += 1
        return self.kind(i) in ("SECT", "KAP")
