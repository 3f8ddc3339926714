"""Finds references to law in Swedish text.

A reference is a *locator* (chapter, sections, paragraph, points) and a *law*, in either order; several locators can
share a law (*4 kap. 1 § och 11 kap. 2 § SoL*), and each becomes a reference of its own.  The grammar, over the tokens
of ``tokens.py``::

    chain    = element {JOIN element} ;
    element  = [chapter] sections {detail} | chapter | COLON ;
    chapter  = numbers KAP | ORD KAP | KAP NUM ;
    sections = numbers SECT | SECT numbers ;
    detail   = numbers | ORD STYCKE | NUM STYCKE | POINT numbers | numbers POINT | ORD MENING ;
    numbers  = NUM {(JOIN | THROUGH) NUM} ;
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from klarsprak.laws.names import LawPhrase, law_phrase
from klarsprak.laws.register import Act
from klarsprak.laws.tokens import Token, number, tokens


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a text that points to law.

    ``law`` is the act meant, the one in force where the words alone could mean several; ``sfs`` the number that the
    text gives.  ``chapter``, ``sections``, ``paragraphs`` (*stycken*) and ``points`` are spelt *9*, *31b*, *1–3*.
    ``named`` are all acts that the name in the text can mean.  ``inherited`` tells that the law was taken from an
    earlier reference (*samma lag*, *och 5 §*).  ``source`` is ``sfs``, ``eu``, ``local`` (a municipality's own rules) or
    ``other`` (government bills, cases, agencies' regulations).  ``article`` tells that ``sections`` are articles or annexes.
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


@dataclass(slots=True)
class _Locator:
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
_BLANK = re.compile(r"\s*")
_TO_LAW = re.compile(
    r"\s*(?:,?\s*(?:i|ur|av|enligt)\s+(?:den\s+|EU:s\s+|kommunens\s+)?)?"
    r"(?:(?:europaparlamentets och rådets|kommissionens|rådets)\s+)?",
    re.IGNORECASE,
)
_MAKER = re.compile(r"\s*(?:i\s+)?europaparlamentets och rådets\s", re.IGNORECASE)
_FROM_LAW = re.compile(r"[\s,:]*\(?\s*|\s+(?:i\s+)?(?:dess\s+)?")
_NO_POINT = re.compile(
    r"\s*(?:veck|dag|kr\b|kron|månad|år\b|procent|%|person|timm|minut|meter|kvm|st\b(?!\.?\s\d)|gång|barn\b|"
    r"jan|feb|mars|april|maj|juni|juli|aug|sept|okt|nov|dec|[.:,]\d)",
    re.IGNORECASE,
)
_OTHER_PAPER = re.compile(
    r"[\s,]*(?:i|ur|av|enligt)\s+(?:\w+\s+){0,2}?\w*(?:avtal|stadgar|stadgarna|protokoll|kontrakt|policy|reglement|"
    r"delegation|ordning(?:en|s)|tax[ao]|instruktion|detaljplan|beslut|bolagsordning|villkor|riktlinje|arkivreglemente|föreskrift)\w*",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?:\b[A-ZÅÄÖ]{2,6}|protokoll\w*|beslut|nämnd\w*|utskott\w*|styrelse\w*|fullmäktige\w*|ärende|dnr\.?|\d{4}-\d\d-\d\d"
    r"|\d{4})[\s,:]*$",
)
_IN_ANNEX = re.compile(r"\bbil(?:\.|aga|agan)\s+\w+[^.;]{0,15}$", re.IGNORECASE)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.law: LawPhrase | None = None

    def references(self) -> Iterator[Reference]:
        i = 0
        while i < len(self.tokens):
            found, after = self._at(i)
            yield from found
            i = max(after, i + 1)

    def _at(self, i: int) -> tuple[list[Reference], int]:
        token = self.tokens[i]
        if self._in_annex(i):
            return [], i + 1
        if token.kind == "SOURCE":
            return [Reference(token.start, token.end, self._slice(token.start, token.end), source="other")], i + 1
        if token.kind == "ANAPHOR":
            return self._anaphor(token), i + 1
        if (law := self._law(i)) is not None:
            return self._law_first(*law)
        return self._locator_first(i)

    def _in_annex(self, i: int) -> bool:
        """Whether the token is *kap. IX p. 5* of an annex, which belongs to the act that follows."""
        return (
            self.tokens[i].kind in ("KAP", "POINT", "NUM")
            and _IN_ANNEX.search(self.text, max(0, self.tokens[i].start - 30), self.tokens[i].start) is not None
        )

    # -- law and locator in either order

    def _law_first(self, law: LawPhrase, i: int) -> tuple[list[Reference], int]:
        start = i + 1 if self._kind(i) == "JOIN" and self.tokens[i].text == "," else i
        chain, after = self._chain(start, after_law=True)
        if chain and not self._fits(_FROM_LAW, law.end, chain[0].start):
            chain = []
        if chain and not chain[0].colon and self._law_after(chain[-1].end, after) is not None:
            chain = []  # *enligt skollagen, 25 § förvaltningslagen*: the sections belong to what follows
        if chain and chain[0].colon and _is_time(chain[0], law):
            chain = []
        self.law = law if law.act is not None or law.sfs else self.law
        if chain:
            chain[0].start = law.start
            self._close_bracket(law.end, chain)
            return [self._reference(locator, law) for locator in chain], after
        if not law.alone:
            return ([self._bare(law)] if law.source == "local" else []), i
        return [self._bare(law)], i

    def _locator_first(self, i: int) -> tuple[list[Reference], int]:
        chain, after = self._chain(i, after_law=False)
        if not chain:
            return [], i + 1
        law_at = self._law_after(chain[-1].end, after)
        if law_at is not None:
            law, after = law_at
            self.law = law
            chain[-1].end = law.end
            after = self._details_after_law(chain[-1], after)
            return [self._reference(locator, law) for locator in chain], after
        if (
            after < len(self.tokens)
            and self.tokens[after].kind == "ANAPHOR"
            and self._gap(_TO_LAW, chain[-1].end, after)
        ):
            chain[-1].end = self.tokens[after].end
            return [self._inherit(locator) for locator in chain], after + 1
        return [self._inherit(locator) for locator in chain if self._stands_alone(locator)], after

    def _close_bracket(self, law_end: int, chain: list[_Locator]) -> None:
        opened = "(" in self.text[law_end : chain[0].end]
        if opened and self.text.startswith(")", chain[-1].end):
            chain[-1].end += 1

    def _details_after_law(self, locator: _Locator, i: int) -> int:
        """*9 § LSS, första stycket*, *9 § LSS punkt 2*."""
        start = i + 1 if self._kind(i) == "JOIN" and self.tokens[i].text == "," else i
        if self._kind(start) not in ("ORD", "POINT") or not self._adjacent(self.tokens[start - 1].end, start):
            return i
        before = locator.end
        locator.end = self.tokens[start].start
        after = self._details(locator, start)
        if after == start:
            locator.end = before
        return max(after, i) if after > start else i

    def _anaphor(self, token: Token) -> list[Reference]:
        if token.text.lower().endswith(("lag", "förordning", "balk", "kapitel")) and self.law is None:
            return []
        if token.text.lower().startswith("denna") and token.text.lower().endswith("bestämmelse"):
            return []
        return [self._inherit(_Locator(token.start, token.end))]

    def _stands_alone(self, locator: _Locator) -> bool:
        """Whether sections with no law beside them are a reference at all."""
        if locator.colon or locator.article or not locator.sections:
            return False
        if _OTHER_PAPER.match(self.text, locator.end):
            return False
        if locator.chapter is not None:
            return True
        before = self.text[max(0, locator.start - 40) : locator.start]
        return not locator.sign_first and _MINUTES.search(before) is None

    def _reference(self, locator: _Locator, law: LawPhrase) -> Reference:
        return Reference(
            locator.start,
            locator.end,
            self._slice(locator.start, locator.end),
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

    def _inherit(self, locator: _Locator) -> Reference:
        law = self.law or LawPhrase(0, 0, None)
        return replace(self._reference(locator, law), named=(), inherited=True)

    def _bare(self, law: LawPhrase) -> Reference:
        annex = (law.annex,) if law.annex else ()
        return self._reference(_Locator(law.start, law.end, sections=annex, article=bool(annex)), law)

    # -- laws

    def _law(self, i: int) -> tuple[LawPhrase, int] | None:
        token = self.tokens[i]
        phrase = law_phrase(self.text, token, self.tokens[i + 1] if i + 1 < len(self.tokens) else None)
        if phrase is None:
            return None
        after = i + 1
        while after < len(self.tokens) and self.tokens[after].start < phrase.end:
            after += 1
        return phrase, after

    def _law_after(self, end: int, i: int) -> tuple[LawPhrase, int] | None:
        """The law that the locator ending at ``end`` is followed by."""
        if (maker := _MAKER.match(self.text, end)) is not None:
            while i < len(self.tokens) and self.tokens[i].start < maker.end():
                i += 1
        if (
            self._kind(i) == "JOIN"
            and self._kind(i + 1) == "SHORT"
            and self.text[end : end + 1] == ","
            and self._joined(i)
        ):
            return self._law(i + 1)  # *4 kap. 1 §, SoL*
        if i >= len(self.tokens) or not self._gap(_TO_LAW, end, i):
            return None
        return self._law(i)

    # -- locators

    def _chain(self, i: int, after_law: bool) -> tuple[list[_Locator], int]:
        first, i = self._element(i, None, after_law)
        if first is None:
            return [], i
        chain = [first]
        while self._kind(i) in ("JOIN", "THROUGH") and self._adjacent(chain[-1].end, i):
            start = i + 1
            if self._kind(start) == "JOIN":  # *, och*
                start += 1
            following, after = self._element(start, chain[-1].chapter, after_law)
            if following is None or following.colon or not self._adjacent(self.tokens[start - 1].end, start):
                break
            chain.append(following)
            i = after
        return chain, i

    def _element(self, i: int, chapter: str | None, after_law: bool) -> tuple[_Locator | None, int]:
        kind = self._kind(i)
        if kind == "ARTICLE":
            return self._article(i)
        if kind == "COLON":
            token = self.tokens[i]
            first, _, second = number(token.text).partition(":")
            locator = _Locator(token.start, token.end, first, (second,), colon=True)
            return locator, self._details(locator, i + 1)
        if kind not in ("NUM", "ORD", "KAP", "SECT"):
            return None, i
        found, after = self._chapter(i)
        start = self.tokens[i].start
        if found is not None:
            locator = _Locator(start, self.tokens[after - 1].end, found)
            i = after
        else:
            locator = _Locator(start, start, chapter)
        sections, after = self._sections(i, loose=after_law or found is not None)
        if not sections:
            return (locator, i) if found is not None else (None, i)
        locator.sign_first = found is None and self._kind(i) == "SECT"
        locator.sections = sections
        locator.end = self.tokens[after - 1].end
        after = self._details(locator, after)
        return locator, after

    def _chapter(self, i: int) -> tuple[str | None, int]:
        if self._kind(i) == "KAP" and self._joined(i) and self._kind(i + 1) == "NUM":
            return number(self.tokens[i + 1].text), i + 2
        if self._kind(i) == "ORD" and self._joined(i) and self._kind(i + 1) == "KAP":
            return _ORDINALS.get(self.tokens[i].text.lower()), i + 2
        numbers, after = self._numbers(i)
        if numbers and self._kind(after) == "KAP" and self._joined(after - 1):
            return ", ".join(numbers), after + 1
        return None, i

    def _sections(self, i: int, loose: bool) -> tuple[tuple[str, ...], int]:
        """Numbers and the section sign; where ``loose``, the sign may come first."""
        if i and not self._joined(i - 1) and loose and self._kind(i - 1) == "KAP":
            return (), i
        if self._kind(i) == "SECT" and self._joined(i):
            numbers, after = self._numbers(i + 1)
            return (numbers, after) if numbers else ((), i)
        numbers, after = self._numbers(i)
        if numbers and self._kind(after) == "SECT" and self._joined(after - 1):
            return numbers, after + 1
        if loose and numbers and self._kind(after) in ("NAME", "SHORT") and self._joined(after - 1):
            return numbers, after  # *2 kap. 5 kommunallagen*
        return (), i

    def _details(self, locator: _Locator, i: int) -> int:
        while i < len(self.tokens) and (after := self._detail(locator, i)) > i:
            locator.end = self.tokens[after - 1].end
            i = after
        return i

    def _detail(self, locator: _Locator, i: int) -> int:
        if not self._adjacent(locator.end, i):
            comma = self._kind(i) == "JOIN" and self.tokens[i].text == "," and self._kind(i + 1) in ("ORD", "POINT")
            if not (comma and self._adjacent(locator.end, i)):
                return i
        kind = self._kind(i)
        if kind == "JOIN" and self._adjacent(locator.end, i):
            return self._more_details(locator, i)
        if kind == "ORD":
            return self._ordinal(locator, i)
        if kind in ("POINT", "STYCKE") and self._joined(i):
            numbers, after = self._numbers(i + 1)
            (locator.points if kind == "POINT" else locator.paragraphs).extend(numbers)
            return after if numbers else i
        if kind in ("NUM", "SECT"):
            return self._numbered(locator, i + 1 if kind == "SECT" and self._joined(i) else i)
        return i

    def _more_details(self, locator: _Locator, i: int) -> int:
        """*första stycket och andra stycket*, *punkt 1 och punkt 2*: but never a new section."""
        if not self._joined(i) or self._kind(i + 1) not in ("ORD", "POINT"):
            return i
        before = locator.end
        locator.end = self.tokens[i].end
        after = self._detail(locator, i + 1)
        locator.end = before
        return after if after > i + 1 else i

    def _ordinal(self, locator: _Locator, i: int) -> int:
        ordinals = [self.tokens[i].text.lower()]
        after = i + 1
        while self._kind(after) in ("JOIN", "THROUGH") and self._kind(after + 1) == "ORD":
            ordinals.append(self.tokens[after + 1].text.lower())
            after += 2
        if self._kind(after) == "STYCKE" and self._joined(after - 1):
            locator.paragraphs.extend(_ORDINALS.get(word, word) for word in ordinals)
            return after + 1
        if self._kind(after) == "POINT" and self._joined(after - 1):
            locator.points.extend(_ORDINALS.get(word, word) for word in ordinals)
            return after + 1
        return after + 1 if self._kind(after) == "MENING" and self._joined(after - 1) else i

    def _numbered(self, locator: _Locator, i: int) -> int:
        numbers, after = self._numbers(i, points=True)
        if not numbers:
            return i
        if self._kind(after) == "STYCKE" and self._joined(after - 1):
            locator.paragraphs.extend(numbers)
            return after + 1
        if self._kind(after) == "POINT" and self._joined(after - 1):
            locator.points.extend(numbers)
            return after + 1
        end = self.tokens[after - 1].end
        if self._kind(after) in ("KAP", "SECT", "MENING") and self._joined(after - 1):
            return i
        if _NO_POINT.match(self.text, end) or int(re.findall(r"\d+", numbers[0])[0]) > _MOST_POINTS:
            return i
        locator.points.extend(numbers)
        return after

    def _numbers(self, i: int, points: bool = False) -> tuple[tuple[str, ...], int]:
        """*3*, *3 och 5*, *1, 3 och 5*, *1–3*; as points only the *2* of *9 § 2 och 10 §*."""
        if self._kind(i) != "NUM":
            return (), i
        found, after = [number(self.tokens[i].text)], i + 1
        while self._joined(after - 1) and self._joined(after) and self._kind(after + 1) == "NUM":
            kind, text = self._kind(after), number(self.tokens[after + 1].text)
            if points and kind == "JOIN" and self._leads_to_section(after + 1):
                break
            if kind == "THROUGH":
                found[-1] = f"{found[-1]}–{text}"
            elif kind == "JOIN":
                found.append(text)
            else:
                break
            after += 2
        return tuple(found), after

    def _leads_to_section(self, i: int) -> bool:
        while self._kind(i) in ("NUM", "JOIN", "THROUGH") and self._joined(i):
            i += 1
        return self._kind(i) in ("SECT", "KAP")

    def _article(self, i: int) -> tuple[_Locator | None, int]:
        match = _ARTICLES.match(self.text, self.tokens[i].end)
        if match is None:
            return None, i
        after = i + 1
        while after < len(self.tokens) and self.tokens[after].start < match.end():
            after += 1
        sections = tuple(re.sub(r"\s?\(?([a-h])\)?$", r" \1", found) for found in re.findall(_ARTICLE, match.group()))
        return _Locator(self.tokens[i].start, match.end(), None, sections, article=True), after

    # -- small things

    def _kind(self, i: int) -> str:
        return self.tokens[i].kind if i < len(self.tokens) else ""

    def _joined(self, i: int) -> bool:
        """Whether only blanks stand between token ``i`` and the next one."""
        return i + 1 < len(self.tokens) and self._fits(_BLANK, self.tokens[i].end, self.tokens[i + 1].start)

    def _adjacent(self, end: int, i: int) -> bool:
        return i < len(self.tokens) and self._fits(_BLANK, end, self.tokens[i].start)

    def _gap(self, pattern: re.Pattern[str], end: int, i: int) -> bool:
        return self._fits(pattern, end, self.tokens[i].start)

    def _fits(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        return start <= end and pattern.fullmatch(self.text, start, end) is not None

    def _slice(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


_ARTICLE = r"\d{1,3}(?:\.\d{1,2})?(?:\s?\(?[a-h]\)?(?!\w))?"
_ARTICLES = re.compile(
    rf"\s*{_ARTICLE}(?:(?:,\s|\s?[–-]\s?|\s(?:och|eller|samt)\s){_ARTICLE})*"
    r"(?:\s(?:första|andra|tredje)\sstycket|\sled(?:et)?\s[a-h]\b|,?\spunkt\s\d+(?:\s?[a-h]\b)?)*"
)


def _is_time(locator: _Locator, law: LawPhrase) -> bool:
    """*KL 9:30* is half past nine, not a section of the Local Government Act."""
    return law.act is not None and law.act.short == "KL" and len(locator.sections[0]) == 2


def find_references(text: str) -> list[Reference]:
    """All references to law in ``text``, in order; they don't overlap."""
    return list(_Parser(text).references())
