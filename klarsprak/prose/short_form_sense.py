"""Whether a letter says what a thing with a short name is, without writing that out."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt
from klarsprak.prose.explained import way_explained

_WAYS = frozenset({"meant", "put otherwise", "apposition", "defined", "told by clause", "told next"})
_TELLS_NO_SENSE = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:bestämmer|avgör|säger|menar|visar|beskriver|gör)\b"
    r"|\s+är\s+(?:det|de|att|när|om|här|alltså|den\s+som|lov|dagen|tiden)\b",
    re.IGNORECASE,
)
"""What somebody does, or what is so by a law: *FK* **avgör om**, *I PBL* **är det** *byggherren som …*."""
_AT_THE_END = re.compile(r"[^,;:()]{0,25}$")
"""Nothing more than the end of the sentence, which the next one can point back to."""
_IT_IS = re.compile(
    r"(?:det|den|detta)\s+(?:är\s+(?:en|ett|namnet|lagen|kommunens)|betyder|står\s+för)\s", re.IGNORECASE
)
_IT_IS_SUCH = re.compile(
    r"(?:det|den|detta)\s+(?:är\s+(?:en|ett|den|det)\s+(?:\w+\s+)?\w*"
    r"(?:lag|myndighet|nämnd|bolag|plan|system|mottagning)(?:en|et)?"
    r"|betyder|står\s+för)\s",
    re.IGNORECASE,
)
_GOVERNED = re.compile(r"\b(?:enligt|till|från|av|hos|med|via|på)\s+$", re.IGNORECASE)
"""After these the next sentence may be about another thing: *beslutet* **till** *FK. Det är en kopia*."""


def says_what_it_is(words: WordsAt) -> bool:
    """*SIP är en plan för hur du får hjälp*; *Vi skriver en SIP. Det är en plan …*; a cut word is no name."""
    if not words.text[:1].isupper() or "." in words.text:
        return False
    block, (_, last) = words.block, words.characters
    after = block.text[last : words.sentence.characters[1]]
    if _TELLS_NO_SENSE.match(after):
        return False
    way = way_explained(words)
    if way != "told next":
        return way in _WAYS
    then = block.text[words.sentence.characters[1] :].strip()
    it_is = _IT_IS_SUCH if _GOVERNED.search(block.text[: words.characters[0]]) else _IT_IS
    return _AT_THE_END.match(after) is not None and it_is.match(then) is not None


def says_what_compound_is(words: WordsAt) -> bool:
    """*PKU-provet är taget. Det är ett stick i hälen*; but *Din LSS-insats drogs in. Det är en fråga för nämnden*."""
    way = way_explained(words)
    if way == "put otherwise":
        return True
    then = words.block.text[words.sentence.characters[1] :]
    return way == "told next" and _ASKS.match(then) is None and says_what_it_is(words)


_ASKS = re.compile(r"\s*det\s+är\s+(?:en|ett)\s+(?:\w+\s+)?(?:fråga|sak|beslut|fel|misstag|problem)\b", re.IGNORECASE)
