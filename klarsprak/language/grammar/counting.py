"""Words counted in a stretch of a sentence, and where it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import filterfalse
from operator import itemgetter

from klarsprak.language.analysed import has_letters
from klarsprak.language.grammar.clauses import SentenceForms
from klarsprak.swedish import MONTHS

Measured = tuple[int, int, int]
"""A measure's value, and first and last-plus-one of the words that make it so."""


def count_words(forms: list[str]) -> int:
    """How many of the forms are words or numbers: signs are tokens too, but nobody reads them."""
    # Most are all letters, which tells fastest.
    return sum(map(str.isalnum, forms)) + sum(map(has_letters, filterfalse(str.isalnum, forms)))


def weigh(forms: list[str]) -> int:
    """How many words they are; those of a time alone a reader takes in at a glance: *Natten till tisdag 3 juni*."""
    others = [form for form in forms if form not in _OF_DAYS and not form[:1].isdigit()]
    number = count_words(forms)
    return count_words(others) if count_words(others) * 2 < number else number


_OF_DAYS = frozenset(MONTHS) | frozenset(
    "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen "
    "söndagen klockan kl kl.".split()
)


_OF_LAW = re.compile(
    r"\d[\d.:/–-]*|[ivx]+|kap|kap\.|art|art\.|artikel|bilaga|punkt|p|p\.|stycket|nr|eg|eu|och|samt|[a-zåäö]?"
    r"|\w*(?:lag|lagen|balken|förordning|förordningen)|samma|balk|pbl|sol|lss|osl"
)
"""Words of a reference to law."""
_FEW = 12
"""Other words of a sentence that says no more than which sections something rests on."""


def is_row_of_sections(sentence: SentenceForms) -> bool:
    """*Beslutet fattas med stöd av 26 kap. 9, 14 och 15 §§ miljöbalken …*: hardly a word but those of references."""
    if _SECTIONS.isdisjoint(sentence.forms):
        return False
    words = [form for form in sentence.forms if has_letters(form) or form.isalnum()]
    others = sum(_OF_LAW.fullmatch(form) is None for form in words)
    return others <= min(_FEW, len(words) // 2)


_SECTIONS = frozenset({"§", "§§", "artikel", "art", "art."})


def words_between(sentence: SentenceForms, first: int, last: int) -> Measured:
    """The number of words between two others, shown from the first of these to the last."""
    return count_words(sentence.forms[first + 1 : last]), first, last + 1


def greatest(found: Iterable[Measured], sentence: SentenceForms) -> Measured:
    """The first of those with the highest value; 0 of the whole sentence where no value is above that."""
    candidates = [nothing(sentence), *found]
    return max(candidates, key=itemgetter(0))


def nothing(sentence: SentenceForms) -> Measured:
    """The value 0 of the whole sentence."""
    return 0, 0, len(sentence.forms)


def of_whole(value: int, sentence: SentenceForms) -> Measured:
    """The value of the whole sentence."""
    return of_beginning(value, sentence, len(sentence.forms))


def of_beginning(value: int, sentence: SentenceForms, end: int) -> Measured:
    """The value of the words up to ``end``, shown without white space before and after these.

    At least one word is shown.
    """
    forms = sentence.forms
    start = 0
    while start < end - 1 and forms[start].isspace():
        start += 1
    while end > start + 1 and forms[end - 1].isspace():
        end -= 1
    return value, start, end
