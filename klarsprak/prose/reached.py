"""Whether a letter tells elsewhere how to reach somebody, or who it is: *Expeditionen, telefon 0980-319 245*.

*Kontakta expeditionen* asks for nothing where the letter's head, foot or signature has the office with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from klarsprak.analysis import Analysis, PlacedSentence
from klarsprak.language.words_at import WordsAt
from klarsprak.signature.phones import find_numbers

_SHORTEST = 4
"""Letters of a word that names somebody: *chef*."""
_SHORTEST_LAST_PART = 7
"""Letters of a word that may be the end of the one beside the number: *expedition* in *skolexpeditionen*."""
_ABOVE = 2
"""Lines above a number that it belongs to: a name, and a title or a unit."""
_LONGEST_LINE = 6
"""Tokens of such a line."""
_DEFINITE = re.compile(r"(?<=[a-zåäö]{3})(?:en|et|n|t)$")


def is_reached_elsewhere(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the last word names somebody whom another sentence or line has with a number or an address.

    *expeditionen*, and below the letter *Kulturskolans expedition*, *Tel. 0980-319 245*.
    """
    named = _named_by(words)
    return bool(named) and any(_is_called(named, word) for word in analysis.once(_words_by_a_number))


def signs_by_name(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the last word is the title of whoever signs: *kontakta rektor*, and *Anna Ek*, *rektor* below."""
    signature = analysis.signature
    named = _named_by(words)
    if not named or signature.name is None or signature.title is None:
        return False
    return any(_is_called(named, word) for word in signature.title.text.lower().split())


def _named_by(words: WordsAt) -> str:
    """The last word that is long enough to name somebody; empty without any."""
    forms = reversed(words.block.words[words.start : words.end])
    return next((form for form in forms if form.isalpha() and len(form) >= _SHORTEST), "")


def _is_called(named: str, word: str) -> bool:
    """Whether both are the same word, be one of them in the definite form, or the end of the other."""
    bare = _DEFINITE.sub("", named)
    return any(_is_or_ends_as(form, part) for form in (word, _DEFINITE.sub("", word)) for part in (named, bare))


def _is_or_ends_as(form: str, part: str) -> bool:
    """*expedition* and *expedition*, *skolexpedition*; of a shorter word only the whole counts: not *förskola*."""
    return form == part or (len(part) >= _SHORTEST_LAST_PART and form.endswith(part))


def _words_by_a_number(analysis: Analysis) -> frozenset[str]:
    """The words of each sentence with a number or an address of mail, and of the short lines above it."""
    found: set[str] = set()
    for number, placed in enumerate(analysis.sentences):
        if _has_contact(placed):
            for block, sentence in (placed, *_lines_above(number, analysis)):
                found.update(block.words[sentence.start : sentence.end])
    return frozenset(found)


def _lines_above(number: int, analysis: Analysis) -> Iterator[PlacedSentence]:
    """The short lines right above the sentence: *Anna Ek*, *rektor*."""
    above = reversed(analysis.sentences[max(0, number - _ABOVE) : number])
    for placed in islice(above, _ABOVE):
        _, sentence = placed
        if sentence.end - sentence.start > _LONGEST_LINE:
            return
        yield placed


def _has_contact(placed: PlacedSentence) -> bool:
    """Whether a telephone number or an address of mail stands in the sentence."""
    block, sentence = placed
    start, end = block.chars(sentence.start, sentence.end)
    text = block.text[start:end]
    return "@" in text or (any(map(str.isdigit, text)) and bool(find_numbers(text, labelled=False)))
