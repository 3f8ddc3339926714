"""Whether words spell out a short form by their initials: *HSA-policytillämpning för brukarorganisation*, HPTB."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?()\n]|\blag(?:en)?\b")
"""What ends a row of words; a law too: nobody puts its short form together who isn't told it beside the name."""
_SMALL = frozenset("och för av i om på med till från vid den det de en ett som mellan inom".split())
"""Words that a short form has no letter for."""
_LONGEST = 6
"""Words besides those that a short form may stand for."""
_SHORTEST_ALONE = 3
"""Letters of a short form that may be told by words that stand apart from it; two letters begin any two words."""


def begin_with(text: str, short: str) -> bool:
    """Whether the text, lower case, begins with words that spell out the short form.

    >>> begin_with("hsa-policytillämpning för brukarorganisation ska finnas", "hptb"), begin_with("ett hus", "hptb")
    (True, False)
    """
    words = [word for word in _WORD.findall(text)[: 2 * _LONGEST] if word not in _SMALL]
    return any(_spell(words[:count], short) for count in range(1, len(words) + 1))


def end_with(text: str, short: str) -> bool:
    """Whether the text, lower case, ends with words that spell out the short form.

    >>> end_with("enligt vår hsa-policytillämpning för brukarorganisation", "hptb"), end_with("i vårt hus", "hptb")
    (True, False)
    """
    words = [word for word in _WORD.findall(text)[-2 * _LONGEST :] if word not in _SMALL]
    return any(_spell(words[first:], short) for first in range(len(words)))


def hold(text: str, short: str) -> bool:
    """Whether neighbouring words in a sentence of the text, lower case, begin with its letters, one each.

    >>> hold("fråga vårt råd för stöd och trygghet i dag", "rst"), hold("fråga vårt råd. stöd och trygghet", "rst")
    (True, False)
    """
    if len(short) < _SHORTEST_ALONE or short not in _initials(text):  # most texts need not be divided
        return False
    return any(short in _initials(sentence) for sentence in _STOP.split(text))


def _initials(text: str) -> str:
    """The first letters of the words in the text that a short form may have letters for."""
    return "".join([word[0] for word in _WORD.findall(text) if word not in _SMALL])


def _spell(words: list[str], short: str) -> bool:
    """Whether each of the words gives its first letter, and their letters in order all of the short form's."""
    if not words or words[0][0] != short[0]:
        return False
    initials = "".join(word[0] for word in words)
    together = "".join(words)
    return len(together) > 2 * len(short) and _has_in_order(short, initials) and _has_in_order(together, short)


def _has_in_order(text: str, letters: str) -> bool:
    """Whether the letters stand in the text in that order, with others between.

    >>> _has_in_order("patientdatalagen", "pdl"), _has_in_order("patientdatalagen", "dpl")
    (True, False)
    """
    place = -1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return False
    return True
