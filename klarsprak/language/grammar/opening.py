"""What stands before the main clause: words before its verb, a clause that is longer than what the sentence says."""

from __future__ import annotations

from functools import lru_cache

from klarsprak.language.grammar.clauses import SentenceForms, is_finite, main_verb, opens_clause
from klarsprak.language.grammar.counting import Measured, count_words, nothing, of_beginning, weigh
from klarsprak.language.grammar.lexicon import is_adjective, noun_forms
from klarsprak.language.verbs.words import is_only_verb, slots

_CONDITIONS = frozenset({"om", "när"})
_SHORT_CONDITION = 16
"""Words of a condition that are no burden before the main clause."""
_LAST_OPENER = 3
"""A clause begins with one of the first words: *Om*, *Även om*, *Under förutsättning att*."""
_FEWEST_IN_CLAUSE = 3
"""*Om du vill* **får** *du platsen*."""
_NO_RELATIVES = frozenset({"som", "vilken", "vilket", "vilka", "vars", "där"})
_SUBJECTS = frozenset({"jag", "du", "han", "hon", "vi", "ni", "man"})
_FIRST = frozenset({"ADP", "ADV"})
_BEFORE_OPENER = _FIRST | {"NOUN", "PRON", "DET"}
_AFTER_VERB = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV", "PART", "ADP"})


def before_verb(sentence: SentenceForms) -> Measured:
    """The words before the main clause's finite verb: *Alla som bor i huset* before *får*."""
    verb = main_verb(sentence)
    if not verb or has_verb_untold(sentence, verb):
        return nothing(sentence)
    before = sentence.forms[:verb]
    if before.count("(") != before.count(")"):  # a verb in brackets is not the sentence's own
        return nothing(sentence)
    opening = before[_after_heading(before) :]
    words = weigh(opening)
    if words <= _SHORT_CONDITION and _is_condition(opening):
        return nothing(sentence)
    return of_beginning(words, sentence, verb)


def _is_condition(opening: list[str]) -> bool:
    """Whether the sentence begins with when it holds, as one says it: *Om ingen är hemma när vi kommer*."""
    first = opening[1:2] if opening[:1] == ["men"] else opening[:1]
    return not _CONDITIONS.isdisjoint(first)


def _after_heading(before: list[str]) -> int:
    """Where the sentence begins after what it is about, *Nyckel till källaren:*, and after an item's number, *2.*."""
    if ":" in before:
        return len(before) - before[::-1].index(":")
    return 2 if before[:1] and before[0].isdigit() and before[1:2] == ["."] else 0


def first_clause(sentence: SentenceForms) -> Measured:
    """The words of a subordinate clause that comes first and is longer than the rest; else 0.

    *Om du inte har lämnat in alla handlingar före den 3 mars* before *avslår vi ansökan*.
    """
    end = _end_of_first_clause(sentence)
    if end is None:
        return nothing(sentence)
    clause, rest = count_words(sentence.forms[:end]), count_words(sentence.forms[end:])
    return (clause, 0, _without_comma(sentence, end)) if clause > rest else nothing(sentence)


def _without_comma(sentence: SentenceForms, end: int) -> int:
    """The end of the clause, where the comma after it is none of its words."""
    return end - 1 if sentence.forms[end - 1] == "," else end


def _end_of_first_clause(sentence: SentenceForms) -> int | None:
    """Where the clause ends that the sentence begins with: at the main clause's verb; None where it has no such."""
    if not _begins_with_clause(sentence):
        return None
    verb = main_verb(sentence)
    if verb is not None:
        verb = _inverted(sentence, verb) or verb
    if verb is None or verb + 1 >= len(sentence.forms) or sentence.tags[verb + 1] not in _AFTER_VERB:
        return None
    is_clause = any(is_finite(sentence, i) for i in range(verb))
    return _before_answer(sentence, verb) if is_clause else None


def _inverted(sentence: SentenceForms, before: int) -> int | None:
    """The first verb with its subject behind it, which no clause's own has: *Medan båten gled* **tänkte** *jag*.

    Looked for before the verb that seems to be the main clause's.
    """
    finite = (i for i in range(_FEWEST_IN_CLAUSE, before) if is_finite(sentence, i))
    return next((i for i in finite if sentence.forms[i + 1] in _SUBJECTS), None)


def _before_answer(sentence: SentenceForms, verb: int) -> int:
    """The verb's place, or that of *så* or *då* before it: *Om du ringer* **så** *svarar vi*."""
    return verb - 1 if sentence.forms[verb - 1] in ("så", "då") else verb


def _begins_with_clause(sentence: SentenceForms) -> bool:
    """*Om du …*, *Även om du …*, *I de fall då du …*; not *Den som …*."""
    for i in range(min(_LAST_OPENER + 1, len(sentence.forms))):
        if opens_clause(sentence, i):
            return sentence.forms[i] not in _NO_RELATIVES
        if sentence.tags[i] not in (_BEFORE_OPENER if i else _FIRST):
            return False
    return False


def has_verb_untold(sentence: SentenceForms, end: int) -> bool:
    """Whether a word before ``end`` is a verb's and nothing else, though the tagger says otherwise.

    *Kommunen* **genomför** *årligen …*: then the main clause's verb may be another.  So may it after **Glöm** *inte
    att …*, first in the sentence.
    """
    if _is_order_alone(sentence):
        return True
    return any(_is_verb_alone(sentence.forms[i]) for i in range(end) if sentence.tags[i] in _MISTAKEN)


def _is_order_alone(sentence: SentenceForms) -> bool:
    """Whether the sentence begins with an imperative that can be no other word, after the sign of a list's item."""
    first = int(sentence.forms[0] in _ITEMS and len(sentence.forms) > 1)
    form = sentence.forms[first]
    return sentence.tags[first] in _MISTAKEN and "imp" in slots(form) and is_only_verb(form)


_ITEMS = frozenset("•·*–-")
"""What an item of a list begins with."""
_MISTAKEN = frozenset({"ADV", "NOUN", "PROPN", "ADJ", "X"})
"""What the tagger may take a verb for."""
_SHORTEST_VERB = 5


@lru_cache(maxsize=4096)
def _is_verb_alone(form: str) -> bool:
    """*genomför*; not *fråga*, which is a noun too."""
    return len(form) >= _SHORTEST_VERB and "prs" in slots(form) and not noun_forms(form) and not is_adjective(form)
