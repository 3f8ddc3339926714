"""Small words without their dots or rings, or with a letter too few: *pa, fran, for att, ta up*.

The speller leaves words of fewer than four letters alone, and *for* is a form of *fara*.
"""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.inflection import match_case
from klarsprak.language.verbs.words import is_only_verb
from klarsprak.language.words_at import WordsAt

_ALWAYS = {"pa": "på", "fran": "från", "sma": "små", "nar": "när", "gor": "gör", "fore": "före"}
_BEFORE = {
    "for": ("för", frozenset("att dig oss er mig dem den det denna ett en din ditt alla barn närvarande".split())),
    "sa": ("så", frozenset("snart fort lätt svårt kallad kallade".split())),
}
"""What is meant before one of the words: *for att, sa snart*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each small word that can't be meant as it stands."""
    block = words.block
    for i in range(words.start, words.end - 1):
        right = _meant(words, i)
        if right and block.written(i, i + 1)[1:].islower():
            yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), right),))


def _meant(words: WordsAt, i: int) -> str | None:
    """What the word should be; None for one that is right."""
    forms = words.block.words
    form = forms[i]
    if form in _ALWAYS:
        return _ALWAYS[form]
    if form == "up":
        return "upp" if i > words.start and is_only_verb(forms[i - 1]) else None
    right, after = _BEFORE.get(form, (None, frozenset()))
    return right if forms[i + 1] in after else None


UNMARKED = Check(_find, frozenset(_ALWAYS) | frozenset(_BEFORE) | {"up"})
