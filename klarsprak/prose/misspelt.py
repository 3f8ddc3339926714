"""Which words may be told to be misspelt: the writer's own Swedish words, no names, codes or halves of words."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.own_words import is_foreign

_FOREIGN = frozenset("the of to which shall und der le la les des une est et ou qui aux pour and with for from on".split())
"""One of these words in a sentence tells that it isn't Swedish, or holds a name that isn't."""
_PARTED_BEFORE = re.compile(r"\w[-—–]\s$|[\w.@/\\_=<]$")
_PARTED_AFTER = re.compile(r"[-—–]\s|-$|[@/\\_=>]|[.:]\w")
"""What stands beside half a word, an address on the web or a code."""
_CODE = re.compile(r"_|[a-zåäö][A-ZÅÄÖ]|://|www\.|</")
_NEAR = 24
_IN_LANGUAGE = re.compile(r"\bpå (?:latin|\w+ska)\b[^.;)\n]*$")
"""What stands before words of another language: *(på finska*, *heter på latin*."""


_IS_NAME_AFTER = re.compile(r" [A-ZÅÄÖ][a-zåäö]")
"""What follows a first name."""


def names_in(analysis: Analysis) -> frozenset[str]:
    """The words that stand with a capital within a sentence somewhere in the letter, its head and foot too.

    Lower case.
    """
    return frozenset(match.group().lower() for match in _CAPITAL.finditer(analysis.whole_text))


_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZÅÄÖÉ][\wåäöé-]+")


def may_be_misspelt(words: WordsAt, names: frozenset[str]) -> bool:
    """Whether the word is the writer's own and Swedish; ``names`` are names in the letter, lower case."""
    text = words.text
    if not _has_case_of_word(words) or text.lower() in names:
        return False
    if _is_half(words) or _is_near_code(words) or not words.block.is_own_words(*words.characters):
        return False
    if not _FOREIGN.isdisjoint(words.sentence.forms) or _IN_LANGUAGE.search(words.text_before):
        return False
    return not is_foreign(words)


def _has_case_of_word(words: WordsAt) -> bool:
    """Small letters, or a capital that begins a sentence of several words and is no name's."""
    text = words.text
    if text.islower():
        return True
    if not text[1:].islower() or not words.is_first_in_sentence:
        return False
    if words.tag == "PROPN" or _IS_NAME_AFTER.match(words.block.text, words.characters[1]):
        return False
    return not Lexicon().is_name(text.lower())


def _is_half(words: WordsAt) -> bool:
    start, end = words.characters
    text = words.block.text
    return (
        _PARTED_BEFORE.search(text[max(0, start - 3) : start]) is not None
        or _PARTED_AFTER.match(text, end) is not None
    )


def _is_near_code(words: WordsAt) -> bool:
    """Whether a name of a field or an address on the web stands beside the word."""
    start, end = words.characters
    return _CODE.search(words.block.text[max(0, start - _NEAR) : end + _NEAR]) is not None
