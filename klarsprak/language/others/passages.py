"""Which language a passage is in, where it isn't Swedish.

Told over passages of 40 characters or more: shorter ones hold too little.  A passage is another language's only where
few of its words are words that hold Swedish together, and its trigrams fit the other language clearly better: a
Swedish passage that is taken for another one would never be checked.
"""

from __future__ import annotations

import re
import unicodedata

from klarsprak.language.others.trigrams import LANGUAGES, fit

SHORTEST = 40
"""Characters of a passage that is long enough to tell."""
FEWEST_WORDS = 5
UNKNOWN = "ett annat språk"
OTHER_SCRIPT = "ett språk med ett annat alfabet"
NO_LANGUAGE = "med bara siffror eller kod"
"""What a passage is *in* that holds no words: base64, hexadecimal digits, a long row of figures."""

_WORD = re.compile(r"[^\W\d_]+")
# What Word writes for a reference that leads nowhere (*Error! Reference source not found.*), addresses of pages and
# mail, names of files and of fields (*careUnitId*), tags: words of no language.
_NO_PROSE = re.compile(r"Error! [^.]*\.|\S*[@/\\<>_=]\S*|\S*\w\.\w\S*|\b\w*[a-zåäö][A-ZÅÄÖ]\w*\b|\S*\d\S*")
_RUN = re.compile(r"(?=[^\s_./@-]*\d)(?=[^\s_./@-]*[A-Za-z])[A-Za-z0-9+/=]{32,}|[A-Za-z0-9+/]{76,}={0,2}")
"""A run that only a machine writes: *SGVqISBEZXR0YSDDpHIgZXR0IGJyZXY=*; long words have no digits in them."""
_HEX = re.compile(r"(?:[0-9a-f]{2}|[0-9A-F]{2}){1,8}")
_FEWEST_PAIRS = 16
_LONG_ROW = 120
"""Characters of a row of figures that is no mere telephone number, account or sum."""
_FEW_LETTERS = 0.1
SWEDISH = frozenset("och att är från inte ett när också mycket här även samt genom enligt bör ska då".split())
"""Words that Swedish can't do without and that its neighbours spell otherwise."""
_SWEDISH_SHARE = 0.04
"""From such a share of these words on, a passage is Swedish, whatever it quotes: half of what Swedish prose has."""
_MARGIN = 0.25
"""How much better another language must fit, in mean log probability a trigram."""
_NEIGHBOURS = frozenset({"nb", "da"})
_NEIGHBOURLY = frozenset("og til fra ikke jeg hvis hver enhver etter ble blev noe noen nogen uten uden hvor".split())
_NEIGHBOURS_LETTER = re.compile("[æø]")
_CODES = {name: code for code, name in LANGUAGES.items()}
_LEAST_FIT = -8.4
"""Below this no language fits that we know: texts in their own language lie above it."""


def other_language(text: str) -> str | None:
    """What language the passage is in, in Swedish (*engelska*); None for Swedish and for what can't be told."""
    if len(text) < SHORTEST:
        return None
    if _is_without_language(text):
        return NO_LANGUAGE
    words = _words(text)
    if len(words) < FEWEST_WORDS or _is_swedish(words):
        return None
    if _is_in_other_script(words):
        return OTHER_SCRIPT
    return _best_fit(words)


def fits_better(text: str, language: str) -> bool:
    """Whether a text of any length fits the language, told by its Swedish name, better than Swedish.

    A weak sign, for a heading or a greeting beside a passage that is known to be in that language.
    """
    words = _words(text)
    code = _CODES.get(language)
    if not words or _is_swedish(words):
        return False
    if code is None:
        return language == OTHER_SCRIPT and _is_in_other_script(words)
    fits = fit(words)
    return fits[code] - fits["sv"] > _MARGIN


def _is_without_language(text: str) -> bool:
    """Whether most of it is base64 or hexadecimal digits, or it is a long row with hardly a letter."""
    if 2 * sum(map(len, _RUN.findall(text))) > len(text):
        return True
    tokens = text.split()
    if len(tokens) >= _FEWEST_PAIRS and _is_hexadecimal(tokens):
        return True
    return len(text) >= _LONG_ROW and sum(map(str.isalpha, text)) < _FEW_LETTERS * len(text)


def _is_hexadecimal(tokens: list[str]) -> bool:
    """Whether three tokens of four are hexadecimal digits and enough of them no decimal ones.

    *5 kap. 10, 11 och 12 §§* is no such row.
    """
    digits = list(filter(_HEX.fullmatch, tokens))
    return 4 * len(digits) >= 3 * len(tokens) and 8 * sum(not token.isdigit() for token in digits) >= len(digits)


def _words(text: str) -> list[str]:
    """The words of prose, lower case."""
    return [word.lower() for word in _WORD.findall(_NO_PROSE.sub(" ", text))]


def _is_swedish(words: list[str]) -> bool:
    """Whether as many words as in any Swedish text are words that hold it together."""
    return sum(word in SWEDISH for word in words) >= _SWEDISH_SHARE * len(words)


def _is_in_other_script(words: list[str]) -> bool:
    """Whether most words are in other letters than Latin ones: *Решение*, *القرار*."""
    others = sum(not unicodedata.name(word[0], "").startswith("LATIN") for word in words)
    return 2 * others > len(words)


def _is_near(language: str, words: list[str]) -> bool:
    """Whether the language is so near to Swedish that trigrams tell too little, and no word tells it apart.

    *medger en liten avvikelse* fits Norwegian better than Swedish, but holds nothing that Swedish doesn't have.
    """
    return language in _NEIGHBOURS and not any(
        word in _NEIGHBOURLY or _NEIGHBOURS_LETTER.search(word) for word in words
    )


def _best_fit(words: list[str]) -> str | None:
    """The language whose trigrams fit best, if that is clearly not Swedish."""
    fits = fit(words)
    best = max(fits, key=fits.__getitem__)
    if fits[best] - fits["sv"] <= _MARGIN or _is_near(best, words):
        return None
    return LANGUAGES[best] if fits[best] >= _LEAST_FIT else UNKNOWN
