"""Reads legal acts of the EU by number: *förordning (EU) 2016/679*, *bilaga II till direktiv 2006/123/EG*."""

from __future__ import annotations

from klarsprak.laws.acts import Act
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.model import LawPhrase
from klarsprak.laws.register import Register
from klarsprak.lazy_regex import LazyRegex

# *bilaga II till …*, *bilagan 2 kap. 3 p. 5 i …*
_ANNEX = LazyRegex(
    r"\bbil(?:\.|aga|agan)\s+(\w+)(?:,?\s+(?:kap\.?|kapitel|avsnitt)\s+\w+)?(?:,?\s+(?:p\.?|punkt)\s+\d+)?"
    r"\s+(?:i|till)\s+$"
)
# *Europaparlamentets och rådets förordning …*, *kommissionens genomförandeförordning …*
_EU_BEFORE = LazyRegex(
    r"(?:europaparlamentets och rådets |kommissionens |rådets )?"
    r"(?:\w+-\s?)?\w*(?:förordning(?:en)?|direktiv(?:et)?)\s+$"
)
_MAKER = LazyRegex(r"(EU|EG|EEG)(?:, ?Euratom)? (.*)", flags=0)
_BEFORE_REACH = 80
_ANNEX_REACH = 50


def read_eu_law(cursor: TokenCursor, i: int, register: Register) -> LawPhrase:
    """The legal act whose number token ``i`` is, with what it is called before that, and the annex meant."""
    token = cursor.tokens[i]
    start = _start(cursor.text, token.start)
    annex = _ANNEX.search(cursor.text, max(0, start - _ANNEX_REACH), start)
    number = _spell(token.text)
    act = _find(number, register)
    return LawPhrase(
        annex.start() if annex else start,
        token.end,
        act,
        sfs=act.sfs if act else number,
        source="eu",
        annex=f"bilaga {annex[1]}" if annex else "",
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
