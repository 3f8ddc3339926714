"""Which words may be told to be misspelt: the writer's own Swedish words, no names, codes or halves of words."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.spelling.conjugated import conjugated
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.other_language import is_in_other_language
from klarsprak.prose.own_words import is_foreign

_ENGLISH = frozenset({"with", "for", "from"})
"""One of these words, too, tells that the sentence isn't Swedish;"""
_PARTED_BEFORE = re.compile(r"\w[-—–]\s$|[\w.@/\\_=<-]$")
_PARTED_AFTER = re.compile(r"[-—–]|[@/\\_=>]|[.:]\w")
"""What stands beside half a word, an address on the web or a code."""
_CODE = re.compile(r"_|[a-zåäö][A-ZÅÄÖ]|://|www\.|</")
_NEAR = 24
"""Characters on each side of a word in which a code tells that the word is one too."""
_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZÅÄÖÉ][\wåäöé-]+")
_NAME_AFTER = re.compile(r" [A-ZÅÄÖ][a-zåäö]| (?:AB|HB|KB)(?!\w)")
"""What follows a first name, or the name of a company."""


def names_in(analysis: Analysis) -> frozenset[str]:
    """The words that stand with a capital within a sentence somewhere in the letter, its head and foot too.

    Lower case, genitives without their *s* too: *Svanåns stränder* tells that *Svanån* is a name.
    """
    found = {match.group().lower() for match in _CAPITAL.finditer(analysis.whole_text)}
    return frozenset(found | {name.removesuffix("s") for name in found})


def may_be_misspelt(words: WordsAt, names: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the word is the writer's own and Swedish; ``names`` are names in the letter, lower case."""
    if words.text.lower() in names or not _has_case_of_word(words, lexicon):
        return False
    if _is_beside_sign(words) or _is_near_code(words) or _is_broken(words, lexicon):
        return False
    return not (is_in_other_language(words, _ENGLISH) or is_foreign(words))


def _has_case_of_word(words: WordsAt, lexicon: Lexicon) -> bool:
    """Small letters, or a capital that begins a sentence and is no name's."""
    text = words.text
    if text.islower():
        return True
    if not text[1:].islower() or not words.is_first_in_sentence:
        return False
    if _NAME_AFTER.match(words.block.text, words.characters[1]):
        return False
    return not lexicon.is_name(text.lower())


def _is_beside_sign(words: WordsAt) -> bool:
    """Whether a sign tells that it is half a word, or part of an address on the web or of a code."""
    start, end = words.characters
    text = words.block.text
    if _PARTED_BEFORE.search(text[max(0, start - 3) : start]):
        return True
    return _PARTED_AFTER.match(text, end) is not None


def _is_near_code(words: WordsAt) -> bool:
    """Whether a name of a field or an address on the web stands beside the word."""
    start, end = words.characters
    return _CODE.search(words.block.text[max(0, start - _NEAR) : end + _NEAR]) is not None


_COMMON = 5
"""How common a word is that stands by itself, and is no half of the next."""


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return (lexicon.band(word) or 0) >= _COMMON


def _is_broken(words: WordsAt, lexicon: Lexicon) -> bool:
    """Whether the word and the one beside it are one in two pieces, as layout leaves it: *ofördröj ligen*.

    A verb with another's ending is whole: *skickte brevet*.
    """
    word = words.text.lower()
    if conjugated(word) is not None:
        return False
    joined = [
        *(before + word for before in words.before[-1:] if not _is_common(before, lexicon)),
        *(word + after for after in words.after[:1] if not _is_common(after, lexicon)),
    ]
    return any(each.isalpha() and (lexicon.lists(each) or lexicon.is_compound(each)) for each in joined)
