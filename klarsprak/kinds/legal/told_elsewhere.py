"""Whether a letter says much of what a section means, in a sentence that needn't be near the section."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis

_WORD = re.compile(r"\b(?!\w*(?:lag|lagen|balken|förordningen)\b)\w{4,}")
"""What may tell what a text is about: the name of a law doesn't."""
_STEM = 5
"""Signs of a word that count: *bostaden* and *bostad*, *svårigheter* and *svårighet* are one."""
_LEAST_SHARED = 3
_LEAST_SHARE = 0.4
"""What a sentence of the letter shares, at least, with the one that tells what the section says."""
_EMPTY = frozenset(
    "alla andra annan annat behöver beslut beslutet bland blev blir dess dessa detta dina ditt eller enligt exempel "
    "finns från följa följande följas följer genom gäller gör göra göras hans inom innan inte kommunen kunna mycket "
    "måste myndigheten någon något några nämnden oftast också själv sina skulle särskild särskilt under utan vara "
    "över".split()
)
"""Words that tell nothing of what a sentence is about."""


def says_much_of(meaning: str, analysis: Analysis) -> bool:
    """Whether a sentence of the letter has much in common with ``meaning``, what a section says in plain words.

    *Bidrag lämnas för det som är nödvändigt för att bostaden ska fungera …* has, with *Bidraget betalar ändringar
    i bostaden som är nödvändiga …*; "" has nothing in common with any.
    """
    sought = _stems(meaning)
    least = max(_LEAST_SHARED, _LEAST_SHARE * len(sought))
    if len(sought) < least:
        return False
    return any(len(sought & stems) >= least for stems in analysis.once(_stems_by_sentence))


def shares_word(one: str, other: str) -> bool:
    """Whether a word that tells what it is about stands in both texts."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems_by_sentence(analysis: Analysis) -> list[frozenset[str]]:
    """Of each sentence of the letter the words that tell what it is about."""
    return [_stems(" ".join(sentence.forms)) for _, sentence in analysis.sentences]


def _stems(text: str) -> frozenset[str]:
    """The words that tell what a text is about, cut short."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY)
