"""Whether a verb is what a sentence says, not what a clause adds."""

from __future__ import annotations

from klarsprak.language.grammar.clauses import (
    SUBJECTS,
    SentenceForms,
    is_finite,
    is_joined,
    lacks_have,
    opens_clause,
)
from klarsprak.language.words_at import WordsAt


def stands_in_main_clause(verb: WordsAt) -> bool:
    """Whether the verb, with its auxiliary, is what the sentence says, not what *om*, *när*, *som* or *att* adds.

    *Beslutet* **skickas** *till dig*; but *sju dagar efter att beslutet* **skickades**.
    """
    whole = verb.sentence
    sentence = SentenceForms.of(WordsAt(verb.block, whole.start, whole.end))
    last = verb.end - 1 - whole.start
    finite = _finite_verb(sentence, last)
    if finite is None or lacks_have(sentence, last):  # *intyget säger att stolen inte* **prövats**
        return False
    return _is_before_subject(sentence, finite) or is_in_main_clause(sentence, finite)


def _is_before_subject(sentence: SentenceForms, verb: int) -> bool:
    """*Innan ledningarna täckes* **skall** *de besiktigas*: only a main clause has its subject after the verb."""
    return sentence.forms[verb + 1 : verb + 2] != [] and sentence.forms[verb + 1] in SUBJECTS


def _finite_verb(sentence: SentenceForms, verb: int) -> int | None:
    """The verb itself, or the nearest finite one before it: *har* of *har inte* **lämnats**."""
    for i in range(verb, -1, -1):
        if is_finite(sentence, i):
            return i
    return None


def is_in_main_clause(sentence: SentenceForms, verb: int) -> bool:
    """Whether the finite verb at ``verb`` is a main clause's, the first or a later one.

    *Vi avslår ansökan, och pengarna* **betalas** *tillbaka*: both are; but not *sju dagar efter att brevet*
    **skickades**, nor what goes on from there: *om du söker och* **beviljas** *bidrag*.
    """
    waiting = 0
    is_main = True
    for i in range(verb + 1):
        if opens_clause(sentence, i):
            waiting += 1
        elif waiting and lacks_have(sentence, i):  # *för de båtar som ej* **hämtats** *debiteras en avgift*
            waiting -= 1
            is_main = False
        elif is_finite(sentence, i):
            if waiting:
                waiting -= 1
                is_main = False
            elif is_main or not is_joined(sentence, i):
                is_main = True
    return is_main
