"""Phrases in a row: prepositional ones, and the items of a series."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.clauses import JOINERS, SentenceForms, is_finite, opens_clause
from klarsprak.language.grammar.counting import Measured, greatest, of_whole

_HEADS = frozenset({"NOUN", "PROPN"})
_INSIDE_PHRASE = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN"})
_STOPS = frozenset([*":;()–", "men"])
_LONGEST_ITEM = 8
"""Tokens from one comma to the next: *, ett kvitto på avgiften för maj,*."""
_EXAMPLES = frozenset({"t.ex", "t.ex.", "exempel", "exempelvis", "bl.a.", "annat"})
"""After these come examples, which belong to the sentence."""
_POSTCODE = [3, 2]
"""Figures of its two parts."""
_SUBJECTS = frozenset({"jag", "du", "han", "hon", "vi", "ni"})
"""These begin a clause, not another item."""


def prepositions(sentence: SentenceForms) -> Measured:
    """The most prepositional phrases in a row, each with a noun: *i planen för området vid sjön*."""
    return greatest(_rows_of_phrases(sentence), sentence)


def _rows_of_phrases(sentence: SentenceForms) -> Iterator[Measured]:
    """The rows, told anew at each noun: the number of phrases so far, from the first preposition.

    *i planen för området*: 1 at *planen*, 2 at *området*.
    """
    first = length = 0
    wants_noun = False
    for i, tag in enumerate(sentence.tags):
        if tag == "ADP" and not wants_noun:
            if length == 0:
                first = i
            length += 1
            wants_noun = True
        elif tag not in _INSIDE_PHRASE:
            length = 0
            wants_noun = False
        elif tag in _HEADS or not wants_noun:
            wants_noun = False
            yield length, first, i + 1


def series(sentence: SentenceForms) -> Measured:
    """The number of items in the longest series of words and phrases: *intyg, kvitton, ritningar och foton*."""
    longest = max(_lengths_of_series(sentence), default=0)
    return of_whole(longest, sentence)


def _lengths_of_series(sentence: SentenceForms) -> Iterator[int]:
    """The number of items up to each *och* that commas stand before.

    Two commas part three items, and the one after *och* is the fourth.  A long stretch between commas is no item.
    """
    commas = last = 0
    for i, form in enumerate(sentence.forms):
        if form == ",":
            commas = commas + 1 if i - last <= _LONGEST_ITEM else 1
            last = i
        elif _breaks_series(sentence, i):
            commas = 0
        elif commas and form in JOINERS:
            yield commas + 2


def _breaks_series(sentence: SentenceForms, i: int) -> bool:
    """Whether the word belongs to a clause, so that the commas before it were no series' ones.

    *Om du söker, och …*: the comma parts clauses.
    """
    form = sentence.forms[i]
    if form in _STOPS or form in _EXAMPLES:
        return True
    if form in _SUBJECTS:
        return True
    if _is_postcode(sentence, i) or _is_figure_after_comma(sentence, i):
        return True
    if is_finite(sentence, i):
        return True
    return opens_clause(sentence, i)


def _is_figure_after_comma(sentence: SentenceForms, i: int) -> bool:
    """Whether figures alone are told one after another, as days are: *den 2,* **5**, *9 och 12 juni*."""
    forms = sentence.forms
    return forms[i].isdecimal() and i > 1 and forms[i - 1] == "," and forms[i - 2].isdecimal()


def _is_postcode(sentence: SentenceForms, i: int) -> bool:
    """Whether a postcode begins there, as in the address *Kyrkogatan 2,* **331 02** *Ekvalla*."""
    figures = sentence.forms[i : i + 2]
    return [len(form) for form in figures] == _POSTCODE and all(form.isdecimal() for form in figures)
