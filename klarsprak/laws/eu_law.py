"""Reads legal acts of the EU by number: *förordning (EU) 2016/679*, *bilaga II till direktiv 2006/123/EG*."""

from __future__ import annotations

from klarsprak.laws.acts import Act
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.model import LawPhrase
from klarsprak.laws.register import Register
from klarsprak.lazy_regex import LazyRegex

_CHAPTER = r"(?:kap\.?|kapitel|avsnitt)\s+{number}(?:,?\s+(?:p\.?|punkt(?:en)?)\s+\d+(?:\s[a-h]\b)?)?"
_ROMAN = _CHAPTER.format(number=r"[IVX]+")
_ANY = _CHAPTER.format(number=r"\w+")
# *bilaga II till …*, *bilagan 2 kap. 3 p. 5 i …*, *kap. IX p. 5 och kap. I p. 1 i bilaga II till …*
_ANNEX = LazyRegex(
    rf"(?:\b{_ROMAN}(?:(?:,|\s+och|\s+samt)\s+{_ROMAN})*\s+i\s+)?"
    rf"\bbil(?:\.|aga|agan)\s+(\w+)(?:,?\s+{_ANY})?\s+(?:i|till)\s+$"
)
# *…, bilaga II, kap. I p. 1 och kap. V p. 1 a*
_ANNEX_AFTER = LazyRegex(
    rf",?\s+(?:\(\s?)?bil(?:\.|aga)\s+([IVX]+|\d+)\b(?:,?\s+{_ANY}(?:(?:,|\s+och|\s+samt)\s+{_ANY})*)?"
)
# *Europaparlamentets och rådets förordning …*, *kommissionens genomförandeförordning …*
_EU_BEFORE = LazyRegex(
    r"(?:europaparlamentets och rådets |kommissionens |rådets )?"
    r"(?:\w+-\s?)?\w*(?:förordning(?:en)?|direktiv(?:et)?)\s+$"
)
_MAKER = LazyRegex(r"(EU|EG|EEG)(?:, ?Euratom)? (.*)", flags=0)
_BEFORE_REACH = 80
_ANNEX_REACH = 90


def read_eu_law(cursor: TokenCursor, i: int, register: Register) -> LawPhrase:
    """The legal act whose number token ``i`` is, with what it is called before that, and the annex meant."""
    token = cursor.tokens[i]
    start = _start(cursor.text, token.start)
    annex = _ANNEX.search(cursor.text, max(0, start - _ANNEX_REACH), start)
    after = None if annex else _ANNEX_AFTER.match(cursor.text, token.end)
    named = annex or after
    number = _spell(token.text)
    act = _find(number, register)
    return LawPhrase(
        annex.start() if annex else start,
        after.end() if after else token.end,
        act,
        sfs=act.sfs if act else number,
        source="eu",
        annex=f"bilaga {named[1]}" if named else "",
    )


def _start(text: str, number: int) -> int:
    """Where *kommissionens förordning (EU) nr 517/2014* begins, whose number stands at the place ``number``."""
    before = _EU_BEFORE.search(text, max(0, number - _BEFORE_REACH), number)
    return before.start() if before else number


def _spell(written: str) -> str:
    """The number as the register spells it: *EU 2016/679* → *(EU) 2016/679*, *2006/123/EG* as it is."""
    bare = " ".join(written.strip("()").replace(")", "").split())
    maker = _MAKER.match(bare)
    return f"({maker[1]}) {maker[2]}" if maker else bare


def _find(number: str, register: Register) -> Act | None:
    """The act with the number, which may be written with *nr* or without, and without *(EU)*."""
    for spelling in (number, number.replace(" nr ", " "), number.replace(") ", ") nr "), f"(EU) {number}"):
        if spelling in register.cited:
            return register.cited[spelling]
    return None
