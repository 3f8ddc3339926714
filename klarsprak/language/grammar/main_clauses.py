"""Sentences of several main clauses, one after another: *Vi kommer på måndag, och då behöver du vara hemma*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.grammar.clauses import SentenceForms, has_finite_verb, is_finite
from klarsprak.language.grammar.counting import Measured, count_words, is_row_of_sections, nothing, of_whole

_COORDINATORS = frozenset({"och", "men", "så", "utan", "eller"})
_VERB_WITHIN = 9
"""Tokens after such a word in which a main clause has its verb: *och på den står*, *men eftersom kvittot saknar*."""
_LONGEST = 22
"""Words of a main clause that a reader takes in at once."""


def undivided(sentence: SentenceForms) -> Measured:
    """The number of words; 0 where a comma and *och* or *men* part it into main clauses as short as good sentences.

    A reader rests at each of them: *Du kan söka nu, men vi svarar i maj*.  Where there are sections of law among the
    words, nobody does.  Words without a verb are no sentence: *BESLUT om plats Beslutsdatum: Sid Besöksadress: …*.
    """
    if not has_finite_verb(sentence) or is_row_of_sections(sentence):
        return nothing(sentence)
    if "§" in sentence.forms:
        return of_whole(count_words(sentence.forms), sentence)
    parts = [sentence.forms[start:end] for start, end in main_clauses(sentence)]
    if len(parts) > 1 and all(count_words(part) <= _LONGEST for part in parts):
        return nothing(sentence)
    return of_whole(count_words(sentence.forms), sentence)


def main_clauses(sentence: SentenceForms) -> Iterator[tuple[int, int]]:
    """Where each of the main clauses begins and ends, with what hangs on it.

    *Du kan söka nu,* and *men vi svarar i maj*.
    """
    forms = sentence.forms
    begins = [i + 1 for i in range(1, len(forms) - 1) if forms[i] == "," and _goes_on(sentence, i + 1)]
    yield from pairwise([0, *begins, len(forms)])


def _goes_on(sentence: SentenceForms, i: int) -> bool:
    """Whether a main clause begins there: a word such as *och*, and a finite verb soon after.

    *en karta, och ett foto* has none; *, så att du hinner* is no main clause, nor is *, och som gäller*.
    """
    forms = sentence.forms
    if forms[i] not in _COORDINATORS or forms[i + 1 : i + 2] in (["att"], ["som"]):
        return False
    end = min(i + _VERB_WITHIN, len(forms))
    return any(is_finite(sentence, j) for j in range(i + 1, end))
