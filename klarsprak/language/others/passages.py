"""Which language a passage is in, where it isn't Swedish.

Told over passages of 40 characters or more: shorter ones hold too little.  Names, quotations and what is no prose
don't count.  A passage is another language's only where

1. few of its words are words that hold Swedish together,
2. some hold the other language together, or there are many words and none of them Swedish,
3. its trigrams fit the other language clearly better.

A Swedish passage that is taken for another one would never be checked.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection

from klarsprak.language.others.function_words import languages_of
from klarsprak.language.others.trigrams import LANGUAGES, fit
from klarsprak.language.unbroken import cut
from klarsprak.swedish import MONTHS

SHORTEST = 40
"""Characters of a passage that is long enough to tell."""
FEWEST_WORDS = 4
UNKNOWN = "ett annat språk"
OTHER_SCRIPT = "ett språk med ett annat alfabet"
NO_LANGUAGE = "med bara siffror eller kod"
"""What a passage is *in* that holds no words: base64, hexadecimal digits, a long row of figures."""

_WORD = re.compile(r"[^\W\d_]+")
# What Word writes for a reference that leads nowhere (*Error! Reference source not found.*), addresses of pages and
# mail, names of files and of fields (*careUnitId*, *care-unit-id*), tags: words of no language.
_NO_PROSE = re.compile(
    r"Error! [^.]*\.|\S*\w-\w+-\S*|\S*[@/\\<>_=]\S*|\S*\w\.\w\S*|\b\w*[a-zåäö][A-ZÅÄÖ]\w*\b|\S*\d\S*"
)
_NOT_LATIN = re.compile("[^\\W\\d_\u0000-\u024f]")
_QUOTED = re.compile(r"”[^”\n]*”|“[^“”\n]*[“”]|\"[^\"\n]*\"|»[^»«\n]*«|«[^»«\n]*»")
_TITLE = re.compile(r"\b[A-Z]\w+(?: (?:of|the|and|to|in|for|a))+ [A-Z]\w+")
_NAME = re.compile(r"(?<=[^.!?\s])\s+[^\W\d_a-zåäö]\w*")
"""A capital within a sentence: *Lee* in *av Harper Lee*."""
_RUN = re.compile(
    r"(?<![A-Za-z0-9+=])(?=[A-Za-z0-9+/=]{32})(?=[^\s_./@-]{0,300}\d)(?=[^\s_./@-]{0,300}[A-Za-z])[A-Za-z0-9+/=]{32,}"
    r"|[A-Za-z0-9+/]{76,}={0,2}"
)
"""A run that only a machine writes: *SGVqISBEZXR0YSDDpHIgZXR0IGJyZXY=*; long words have no digits in them."""
_HEX = re.compile(r"(?:[0-9a-f]{2}|[0-9A-F]{2}){1,8}")
_FEWEST_PAIRS = 16
_MANY_LETTERS = 100
"""So many letters by themselves, in a row, are no words: *a, b, c*."""
_LONGEST_LETTER = 3
_LONG_ROW = 120
"""Characters of a row of figures that is no mere telephone number, account or sum."""
_FEW_LETTERS = 0.1
SWEDISH = frozenset("och att är från inte ett när också mycket här även samt genom enligt bör ska då".split())
"""Words that Swedish can't do without and that its neighbours spell otherwise."""
COMMON_SWEDISH = SWEDISH | set(
    "i på som av med för till den det de en om du dig din ditt dina vi oss vår har får kan måste eller efter".split()
)
"""Words that any Swedish prose holds, many of which its neighbours have too."""
_SWEDISH_SHARE = 0.04
"""From such a share of ``SWEDISH`` on, a passage is Swedish, whatever it quotes: half of what Swedish prose has."""
COMMON_SHARE = 0.1
"""From such a share of ``COMMON_SWEDISH`` on, a passage is in no language that nothing tells apart."""
_MARGIN = 0.25
"""How much better another language must fit, in mean log probability a trigram."""
_NEIGHBOURS = frozenset({"nb", "da"})
_NEIGHBOURS_LETTER = re.compile("[æø]")
_MARGIN_OF_NEIGHBOURS = 0.05
"""The same where words or letters that Swedish hasn't tell Norwegian or Danish already."""
_CODES = {name: code for code, name in LANGUAGES.items()}
_LEAST_FIT = -8.4
"""Below this no language fits that we know: texts in their own language lie above it."""
_ENOUGH_WORDS = 1000
"""Of a longer passage no more words than that are looked at one by one, from its beginning to its end."""
_MANY_WORDS = 7
"""Different words of a passage in a language of which no word is known; plants in a list are fewer."""
_FOREIGN_LETTER = re.compile("[^\\W\\d_a-zåäöéèüàáæø]")
_FOREIGN_SHARE = 0.2
"""From such a share of words with letters that no Swedish word has, a passage is foreign: *oažžu, vuosttaš*."""


def other_language(text: str) -> str | None:
    """What language the passage is in, in Swedish (*engelska*); None for Swedish and for what can't be told."""
    if len(text) < SHORTEST:
        return None
    if _is_without_language(text):
        return NO_LANGUAGE
    if _NOT_LATIN.search(text) and _is_in_other_script(_words(text)):
        return OTHER_SCRIPT
    words = _words_of_prose(text)
    if len(words) < FEWEST_WORDS or _is_swedish(words):
        return None
    known = languages_of(words)
    if known or _may_be_unknown(words):
        return _best_fit(words, known)
    return None


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
    """Whether most of it is base64, hexadecimal digits or letters one by one, or a long row with hardly a letter."""
    if 2 * sum(map(len, _RUN.findall(text))) > len(text):
        return True
    tokens = text.split()
    if len(tokens) >= _FEWEST_PAIRS and _is_hexadecimal(tokens):
        return True
    if len(tokens) >= _MANY_LETTERS and 10 * sum(map(_is_letter, tokens)) >= 9 * len(tokens):
        return True
    return len(text) >= _LONG_ROW and sum(map(str.isalpha, text)) < _FEW_LETTERS * len(text)


def _is_letter(token: str) -> bool:
    """Whether a letter stands there by itself, with signs at most: *a,*."""
    return len(token) <= _LONGEST_LETTER and sum(map(str.isalpha, token)) == 1


def _is_hexadecimal(tokens: list[str]) -> bool:
    """Whether three tokens of four are hexadecimal digits and enough of them no decimal ones.

    *5 kap. 10, 11 och 12 §§* is no such row.
    """
    digits = list(filter(_HEX.fullmatch, tokens))
    return 4 * len(digits) >= 3 * len(tokens) and 8 * sum(not token.isdigit() for token in digits) >= len(digits)


def _words(text: str) -> list[str]:
    """The words, lower case, without what is no prose."""
    return [word.lower() for word in _WORD.findall(_NO_PROSE.sub(" ", cut(text)))]


def _words_of_prose(text: str) -> list[str]:
    """The same without quotations, titles of works, months, and capitals within sentences, which are names.

    In a text of capitals throughout all count: *YOUR LETTER*.

    >>> _words_of_prose("Boken ”To Kill a Bird” av Harper Lee finns. Läs The Lord of the Rings hos oss.")
    ['boken', 'av', 'finns', 'läs', 'hos', 'oss']
    """
    cleaned = _NO_PROSE.sub(" ", _TITLE.sub(" ", _QUOTED.sub(" ", cut(text))))
    if cleaned.isupper():
        return _WORD.findall(cleaned.lower())
    words = map(str.lower, _WORD.findall(_NAME.sub(" ", cleaned)))
    return [word for word in words if word not in MONTHS]


def _is_swedish(words: list[str]) -> bool:
    """Whether as many words as in any Swedish text are words that hold it together."""
    return sum(word in SWEDISH for word in words) >= _SWEDISH_SHARE * len(words)


def _is_in_other_script(words: list[str]) -> bool:
    """Whether most words are in other letters than Latin ones: *Решение*, *القرار*."""
    others = sum(not unicodedata.name(word[0], "").startswith("LATIN") for word in words)
    return 2 * others > len(words)


def _may_be_unknown(words: list[str]) -> bool:
    """Whether the words may be in a language of which we know none: they are many, and hardly one is Swedish.

    >>> _may_be_unknown("mtoto wako amepata nafasi katika shule ya chekechea".split())
    True
    >>> _may_be_unknown("pendula aucuparia robur excelsior platanoides".split())
    False
    """
    if len(set(words)) < _MANY_WORDS:
        return False
    common = sum(word in COMMON_SWEDISH for word in words)
    return common < COMMON_SHARE * len(words)


def _has_foreign_letters(words: list[str]) -> bool:
    """Whether many words have letters that no Swedish word has.

    >>> _has_foreign_letters("oažžu saji mánáidgárddis vuosttaš".split()), _has_foreign_letters("ett café".split())
    (True, False)
    """
    foreign = sum(_FOREIGN_LETTER.search(word) is not None for word in words)
    return foreign >= _FOREIGN_SHARE * len(words)


def _margin(language: str, words: list[str], known: Collection[str]) -> float:
    """How much better than Swedish the language must fit; infinitely, if it is near and no word tells it apart.

    *medger en liten avvikelse* fits Norwegian better than Swedish, but holds nothing that Swedish doesn't have.
    """
    if language not in _NEIGHBOURS:
        return _MARGIN
    told = not _NEIGHBOURS.isdisjoint(known) or any(map(_NEIGHBOURS_LETTER.search, words))
    return _MARGIN_OF_NEIGHBOURS if told else math.inf


def _best_fit(words: list[str], known: Collection[str]) -> str | None:
    """The language whose trigrams fit best, of those ``known`` by their words if one of them fits."""
    fits = fit(words[:: 1 + len(words) // _ENOUGH_WORDS])
    for candidates in (known, fits):
        best = max(candidates, key=fits.__getitem__, default="sv")
        if fits[best] - fits["sv"] > _margin(best, words, known):
            return LANGUAGES[best] if fits[best] >= _LEAST_FIT else UNKNOWN
    return UNKNOWN if _has_foreign_letters(words) else None
