"""The passive of the present as it was written before: *avgiften höjes, intyget beställes*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.lexicon import is_listed_noun
from klarsprak.language.inflection import match_case
from klarsprak.language.verbs.words import forms_as, readings
from klarsprak.language.words_at import WordsAt

_ENDING = "es"
_LEAST = 5
"""Letters of the shortest: *köpes* is one, *ses* and *anes* are none."""
_LEAST_UNLISTED = 8
"""And of those that no list of verbs has: *återlämnes*, but not *makes* or *dödes*, which are nouns' more often."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each old form, with today's: *höjs* for *höjes*."""
    block = words.block
    for i, form in enumerate(block.words[words.start : words.end], words.start):
        if _is_old(form) and block.tags[i] != "PROPN":
            yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), _today(form)),))


def _is_old(form: str) -> bool:
    """Whether the word is such a form."""
    return form.endswith(_ENDING) and len(form) >= _LEAST and _today(form) != ""


def _today(form: str) -> str:
    """Today's form of an old present passive; empty for other words, and for *läses*, which is today's.

    *Användes* may be a past tense, and *yrkes* is of *yrke*.
    """
    known = readings(form)
    if any(reading.slot != "prs" or not reading.is_passive for reading in known):
        return ""
    if not known and len(form) < _LEAST_UNLISTED:
        return ""
    if is_listed_noun(form) or is_listed_noun(form[:-1]):
        return ""
    today = forms_as(f"{form.removesuffix(_ENDING)}as", "prs")
    return today[0] if len(today) == 1 and today[0] != form else ""


OLD_PASSIVE = Check(_find, is_sign=_is_old, holds_in_phrases=True, gives_way_to=frozenset({"replace"}))
