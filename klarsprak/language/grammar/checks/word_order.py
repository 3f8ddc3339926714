"""A verb and its subject in an order that the clause doesn't allow: *Dessutom det finns*, *som kan du läsa*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    SUBJECTS,
    can_only_be,
    clauses_until,
    is_finite_verb,
    places,
)
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_FRONTED = frozenset(
    "dessutom därför idag igår ibland därefter därmed således exempelvis avslutningsvis slutligen imorgon dessvärre "
    "tyvärr däremot samtidigt numera annars här nu först därifrån härifrån hit".split()
)
"""Adverbs that are nothing but adverbs: first in a sentence they have the verb next to them."""
_ALSO_OPENERS = frozenset({"sedan", "då"})
"""These open clauses too: *Sedan vi flyttade hit har vi trivts*."""
_PHRASES = (
    "till exempel, med andra ord, för det första, för det andra, för det tredje, just nu, i dag, i går, i morgon, "
    "på så sätt, på det sättet, trots detta, förra veckan, förra året, en gång, en dag, först och främst, "
    "sist men inte minst, å andra sidan, i sverige"
)
_FRONTED_PHRASES = tuple(phrase.split() for phrase in _PHRASES.split(", "))
_PRONOUNS = SUBJECTS | {"det", "den", "de", "detta"}


def _verb_not_second(words: WordsAt) -> Iterator[Mistake]:
    """*Dessutom det finns*, *I dag kommunen har*."""
    first = _after_fronted(words)
    if first is None or first + 1 >= words.end or _is_place_in_text(words, first):
        return
    verb = _verb_after_subject(words, first)
    if verb is None or verb + 1 >= words.end or words.block.words[verb + 1] in SUBJECTS:
        return
    if words.block.words[first - 1] not in _ALSO_OPENERS or _is_alone(words, first, verb):
        yield _turned(words, first, verb)


def _is_place_in_text(words: WordsAt, first: int) -> bool:
    """Whether the adverb says where something is written: **Här angivna** *uppgifter behöver du inte lämna*."""
    return words.block.words[first - 1] == "här" and words.block.tags[first] == "ADJ"


def _is_alone(words: WordsAt, first: int, verb: int) -> bool:
    """Whether the subject is a pronoun and no other finite verb comes, whose clause the first words could open."""
    forms = words.block.words
    return forms[first] in SUBJECTS and not any(slots(form) & FINITE for form in forms[verb + 1 : words.end])


def _after_fronted(words: WordsAt) -> int | None:
    """The token after the adverb or phrase with which the sentence begins."""
    first = words.start
    if words.block.words[first] in ("och", "men"):
        first += 1
    forms = words.block.words[first : words.end]
    if forms[:1] and forms[0] in _FRONTED | _ALSO_OPENERS:
        return first + 1
    for phrase in _FRONTED_PHRASES:
        if forms[: len(phrase)] == phrase:
            return _after_times(words, first + len(phrase))
    return None


def _after_times(words: WordsAt, i: int) -> int:
    """The token after the times that say more of a day: *i går* **kväll** *ringde hon*, *i dag* **onsdag**."""
    while i < words.end and words.block.words[i] in _TIMES_OF_DAY:
        i += 1
    return i


_TIMES_OF_DAY = frozenset(
    "morse bitti morgon förmiddag lunch middag eftermiddag kväll natt måndag tisdag onsdag torsdag fredag lördag "
    "söndag sommar höst vinter vår".split()
)
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ"})
_MOST_OF_PHRASE = 6


def _verb_after_subject(words: WordsAt, first: int) -> int | None:
    """The finite verb after a pronoun, or after a noun phrase, at ``first``."""
    block = words.block
    if block.words[first] in _PRONOUNS:
        return first + 1 if is_finite_verb(words, first + 1) or can_only_be(words, first + 1, FINITE) else None
    last = first
    while last < min(words.end, first + _MOST_OF_PHRASE) and block.tags[last] in _PHRASE:
        last += 1
    if last == first or block.tags[first] in ("ADP", "CCONJ") or block.tags[last - 1] not in ("NOUN", "PROPN"):
        return None
    return last if is_finite_verb(words, last) else None


def _turned(words: WordsAt, first: int, verb: int) -> Mistake:
    """The verb put before its subject, which begins at ``first``."""
    block = words.block
    return Mistake(first, verb + 1, (f"{block.written(verb, verb + 1)} {block.written(first, verb)}",))


_SUBORDINATE = frozenset({"om", "när", "eftersom", "innan", "medan"})


def _verb_after_clause(words: WordsAt) -> Iterator[Mistake]:
    """*Om du har frågor, du kan ringa oss*: after the clause comes the verb."""
    block = words.block
    if block.words[words.start] not in _SUBORDINATE or block.words[words.start : words.end].count(",") != 1:
        return
    comma = block.words.index(",", words.start)
    verb = comma + 2
    if verb >= words.end or block.words[comma + 1] not in _PRONOUNS or not can_only_be(words, verb, FINITE):
        return
    if clauses_until(words, comma) == (False, 0) and not _has_turned_verb(words, verb + 1):
        yield _turned(words, comma + 1, verb)


_SURE_END = frozenset({"NOUN", "PROPN", "ADV"})
"""What a clause may end in where no comma tells."""
_NOT_AFTER = frozenset("och men att som om när så eller än innan där".split())


def _verb_after_bare_clause(words: WordsAt) -> Iterator[Mistake]:
    """*När du har badat klart du ska lämna nyckeln*: the same without the comma."""
    block = words.block
    if block.words[words.start] not in _SUBORDINATE or "," in block.words[words.start : words.end]:
        return
    for i in range(words.start + _LEAST_CLAUSE, words.end - 2):
        if _may_begin_main(words, i) and clauses_until(words, i - 1) == (False, 0):
            if not _has_turned_verb(words, i + 1):
                yield _turned(words, i, i + 1)
            return


_LEAST_CLAUSE = 3


def _may_begin_main(words: WordsAt, i: int) -> bool:
    """Whether a subject and its verb stand there, after what a clause may end in."""
    block = words.block
    if block.words[i] not in SUBJECTS or not is_finite_verb(words, i + 1):
        return False
    may_end = block.tags[i - 1] in _SURE_END or "VerbForm=Inf" in block.features[i - 1]
    return may_end and block.words[i - 1] not in _NOT_AFTER


def _has_turned_verb(words: WordsAt, first: int) -> bool:
    """Whether a verb with its subject after it comes later: *…, du är sjuk och har feber får du stanna hemma*."""
    forms = words.block.words
    return any(slots(forms[i]) & FINITE and forms[i + 1] in _PRONOUNS for i in range(first, words.end - 1))


_NEVER_TURNED = frozenset({"som", "eftersom", "innan", "medan"})
_TIMES = frozenset("dagen kvällen natten veckan månaden året helgen terminen sommaren hösten vintern våren".split())
_BEFORE_RELATIVE = frozenset({"NOUN", "PROPN", "PRON", "PUNCT", "DET", "ADJ"})


def _turned_clause(words: WordsAt) -> Iterator[Mistake]:
    """*ett brev som kan du läsa*: in a clause the subject comes before the verb.

    *Året innan* **betalade du** *mindre* begins with a time, and no clause.
    """
    block = words.block
    for i in places(words, _NEVER_TURNED):
        if i + 2 >= words.end or block.words[i + 2] not in SUBJECTS or not is_finite_verb(words, i + 1):
            continue
        if block.words[i] == "innan" and i > words.start and block.words[i - 1] in _TIMES:
            continue
        if block.words[i] != "som" or (block.tags[i] == "PRON" and block.tags[i - 1] in _BEFORE_RELATIVE):
            yield _straightened(words, i + 1)


_QUESTIONS = frozenset({"hur", "vad", "varför", "vem"})
_ASKING = frozenset(
    "vet veta undrar undra frågar fråga förstår förstå ser se beskriv beskriva berätta berättar på om".split()
)


def _turned_question(words: WordsAt) -> Iterator[Mistake]:
    """*vi vet inte hur ska vi svara*: within a sentence the subject comes before the verb.

    *Om den ökar utan att du vet varför* **kan du** *ha en läcka*: there the main clause begins.
    """
    forms = words.block.words
    if forms[words.start] in _SUBORDINATE:
        return
    for i in places(words, _QUESTIONS):
        if i + 2 >= words.end or forms[i + 2] not in _PRONOUNS or not is_finite_verb(words, i + 1):
            continue
        asking = i - 2 if forms[i - 1] == "inte" else i - 1
        if asking >= words.start and forms[asking] in _ASKING:
            yield _straightened(words, i + 1)


def _straightened(words: WordsAt, verb: int) -> Mistake:
    """The verb and the pronoun after it in the other order."""
    block = words.block
    return Mistake(verb, verb + 2, (f"{block.written(verb + 1, verb + 2)} {block.written(verb, verb + 1)}",))


def _verb_after_phrase(words: WordsAt) -> Iterator[Mistake]:
    """*Efter bytet ni måste använda en ny adress*: no other verb than this can be the sentence's own.

    *I det fall ni önskar en båt* opens a clause that tells which case is meant.
    """
    block, first = words.block, words.start
    if block.tags[first] != "ADP" or block.words[words.end - 1] == "?" or words.end - first < _LEAST_OF_SENTENCE:
        return
    subject = first + 1
    while subject < words.end and block.tags[subject] in _OF_PHRASE:
        subject += 1
    if subject + 1 >= words.end or block.tags[subject - 1] != "NOUN" or block.words[subject] not in SUBJECTS:
        return
    if block.words[first + 1] in _POINTING and "Definite=Ind" in block.features[subject - 1]:
        return
    later = range(subject + 2, words.end)
    if is_finite_verb(words, subject + 1) and not any(slots(block.words[i]) & FINITE for i in later):
        yield _turned(words, subject, subject + 1)


_POINTING = frozenset({"det", "den", "de"})
"""Before *fall* and *mån* they say that what follows tells which; before *fallet* they don't."""
_OF_PHRASE = frozenset({"DET", "ADJ", "NOUN", "NUM"})
_LEAST_OF_SENTENCE = 6
VERB_AFTER_PHRASE = Check(_verb_after_phrase, SUBJECTS)
VERB_NOT_SECOND = Check(_verb_not_second, _FRONTED | _ALSO_OPENERS | {phrase[-1] for phrase in _FRONTED_PHRASES})
VERB_AFTER_CLAUSE = Check(_verb_after_clause, _SUBORDINATE)
VERB_AFTER_BARE_CLAUSE = Check(_verb_after_bare_clause, _SUBORDINATE)
TURNED_CLAUSE = Check(_turned_clause, _NEVER_TURNED)
TURNED_QUESTION = Check(_turned_question, _QUESTIONS)
