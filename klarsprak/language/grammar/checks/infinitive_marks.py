"""*att* before an infinitive: with a wrong form after it, twice, where none belongs, or left out."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    ADVERBS,
    FINITE,
    NOT_INFINITIVE,
    SUBJECTS,
    can_only_be,
    clauses_until,
    in_place_of,
    is_tagged,
    next_after,
    places,
)
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.verbs.words import forms_as, is_only_verb, readings, slots
from klarsprak.language.words_at import WordsAt

_ATT = frozenset({"att"})
_INFINITIVE = frozenset({"inf", "imp"})
_EXTRACTED = frozenset("som vem vad vilken vilket vilka".split())
"""These may be the subject of a clause further on: *det som vi tror att gäller*."""
_SAY = frozenset(
    "tycker tyckte tror trodde anser ansåg säger sa sade menar hoppas vet visar betyder innebär bedömer påstår märker "
    "ser hör fann finner så därför gör gjorde medför".split()
)
"""Before *att* they lead to a clause, whose subject then is missing: *jag tror att är bra*."""
_AFTER_VERB = SUBJECTS | {"det", "den", "de", "detta", "denna", "dessa", "din", "ditt", "dina", "er", "ert", "era"}


def _finite_after_att(words: WordsAt) -> Iterator[Mistake]:
    """*att blir*, *för att inte har*."""
    for att, verb in _finite_places(words):
        if not _lacks_subject(words, att, verb):
            forms = forms_as(words.block.words[verb], "inf")
            instead = tuple(in_place_of(words, att, verb, form) for form in forms)
            if instead:
                yield Mistake(att, verb + 1, instead)


def _clause_without_subject(words: WordsAt) -> Iterator[Mistake]:
    """*jag tycker att är viktigt*: *det* is missing, or *vara* is meant."""
    for att, verb in _finite_places(words):
        if _lacks_subject(words, att, verb):
            with_subject = f"{words.block.written(att, att + 1)} det {words.block.written(att + 1, verb + 1)}"
            infinitives = () if _says(words, att) else forms_as(words.block.words[verb], "inf")
            yield Mistake(att, verb + 1, (with_subject, *(in_place_of(words, att, verb, form) for form in infinitives)))


def _finite_places(words: WordsAt) -> Iterator[tuple[int, int]]:
    """Each *att* and the finite verb next after it."""
    forms = words.block.words
    for att in places(words, _ATT):
        if not _EXTRACTED.isdisjoint(forms[words.start : att]):
            continue
        verb = _after_adverbs(words, att)
        if can_only_be(words, verb, NOT_INFINITIVE) and not _is_condition(words, verb):
            yield att, verb


_IMPERSONAL = frozenset("är finns fanns".split())
"""What often has *det* as its subject."""


def _lacks_subject(words: WordsAt, att: int, verb: int) -> bool:
    """Whether a clause is meant, or may be, not an infinitive."""
    return _says(words, att) or words.block.words[verb] in _IMPERSONAL


def _says(words: WordsAt, att: int) -> bool:
    """Whether a verb such as *tycker* stands before *att*."""
    before = att - 1
    while before > words.start and words.block.words[before] in ADVERBS:
        before -= 1
    return before >= words.start and words.block.words[before] in _SAY


def _after_adverbs(words: WordsAt, i: int) -> int:
    """The next token that is no adverb."""
    i += 1
    while i < words.end and words.block.words[i] in ADVERBS:
        i += 1
    return i


def _is_condition(words: WordsAt, verb: int) -> bool:
    """*att får du avslag …*, *att har en månad gått …*: a condition without *om*."""
    after = words.block.words[verb + 1 : min(words.end, verb + _REACH)]
    if after and after[0] in _AFTER_VERB:
        return True
    return words.block.words[verb] in ("har", "hade") and any(slots(form) == {"sup"} for form in after)


_REACH = 10


def _double_att(words: WordsAt) -> Iterator[Mistake]:
    """*att att*, unless an infinitive is what the clause is about: *jag vet att att sova är bra*."""
    forms = words.block.words
    for i in places(words, _ATT):
        if forms[i + 1] == "att" and i + 2 < words.end and not _is_subject(words, i + 2):
            yield Mistake(i, i + 2, (words.block.written(i, i + 1),))


def _is_subject(words: WordsAt, i: int) -> bool:
    """Whether the infinitive there is followed by a finite verb with no clause of its own."""
    if not slots(words.block.words[i]) & _INFINITIVE:
        return False
    return any(slots(form) and slots(form) <= FINITE for form in words.block.words[i + 1 : words.end])


_NO_ATT = frozenset("ska skall skulle kan kunde måste bör borde kunna".split())
"""Auxiliaries that no *att* follows."""
_NO_ATT_ALSO = frozenset("vill ville brukar brukade".split())
"""After these an infinitive has no *att*, but a clause may: *vill att du kommer*."""
_BETWEEN = ADVERBS | {"istället", "i", "stället", "alltid"}


def _att_after_modal(words: WordsAt) -> Iterator[Mistake]:
    """*ska istället att vända*, *måste att betala*; not *det enda vi kan är att …*."""
    forms = words.block.words
    for i in places(words, _NO_ATT | _NO_ATT_ALSO):
        att = next_after(words, i)
        while att < words.end and forms[att] in _BETWEEN:
            att += 1
        if att + 1 >= words.end or forms[att] != "att" or not can_only_be(words, att + 1, _INFINITIVE):
            continue
        if forms[i] == "kunna" or clauses_until(words, i).all_have_verbs:
            verb = words.block.written(att + 1, att + 2)
            yield Mistake(i, att + 2, (in_place_of(words, i, att, verb),), {"auxiliary": words.block.written(i, i + 1)})


_COME = frozenset({"kommer"})


def _bare_after_come(words: WordsAt) -> Iterator[Mistake]:
    """*kommer skickas*, *kommer inte göra*."""
    forms = words.block.words
    for i in places(words, _COME):
        verb = next_after(words, i)
        if can_only_be(words, verb, _INFINITIVE) or _is_passive_infinitive(words, verb):
            yield _with_att(words, i, verb)


def _is_passive_infinitive(words: WordsAt, i: int) -> bool:
    """*skickas*, which is a present as well."""
    return i < words.end and any(reading.is_passive and reading.slot == "inf" for reading in readings(words.block.words[i]))


def _with_att(words: WordsAt, first: int, verb: int) -> Mistake:
    right = f"att {words.block.written(verb, verb + 1)}"
    return Mistake(first, verb + 1, (in_place_of(words, first, verb, right),))


_TO_COME = frozenset({"komma"})
_MAY = frozenset("kan kunde kunna ska skulle lär torde".split())


def _bare_after_may_come(words: WordsAt) -> Iterator[Mistake]:
    """*kan komma behövas*."""
    forms = words.block.words
    for i in places(words, _TO_COME):
        if _MAY.isdisjoint(forms[max(words.start, i - 4) : i]):
            continue
        if _is_passive_infinitive(words, i + 1):
            yield _with_att(words, i, i + 1)


_PREPOSITIONS = frozenset("för genom utan efter på till om av i med från vid mot över".split())


def _bare_after_preposition(words: WordsAt) -> Iterator[Mistake]:
    """*för skicka*, *genom betala*, *dags att … på skriva*."""
    forms, tags = words.block.words, words.block.tags
    for i in places(words, _PREPOSITIONS):
        if tags[i + 1] not in VERBS or tags[i] not in ("ADP", "SCONJ", "CCONJ") or not is_only_verb(forms[i + 1]):
            continue
        if can_only_be(words, i + 1, _INFINITIVE) and is_tagged(words, i + 1, frozenset({"inf"})):
            if not _waits(words, i) and forms[i + 1] not in _SET_PHRASES:
                yield _with_att(words, i, i + 1)


_SET_PHRASES = frozenset("känna böra kunna ha se".split())
"""*ge till känna*, *utan böra*."""


_WAITING = _NO_ATT | _NO_ATT_ALSO | {"får", "fick", "behöver", "att", "få", "behöva", "vilja", "låter", "låt", "hinner"}


def _waits(words: WordsAt, i: int) -> bool:
    """Whether an auxiliary stands before, whose verb this may be: *kan du till en början betala*, *ska i vart fall*."""
    return not _WAITING.isdisjoint(words.block.words[max(words.start, i - 3) : i])


_NEEDS_ATT = frozenset(
    "bättre bäst lättare svårare enklare lätt svårt viktigt viktigare roligt roligare omöjligt dags förbjudet bra skönt "
    "tryggare säkrare".split()
)
_BE = frozenset("är var blir blev".split())


def _bare_after_adjective(words: WordsAt) -> Iterator[Mistake]:
    """*det är bättre vänta*: the infinitive is what is better, and needs *att*."""
    forms = words.block.words
    for i in places(words, _NEEDS_ATT):
        if not _BE.isdisjoint(forms[max(words.start, i - 3) : i]):
            if can_only_be(words, i + 1, _INFINITIVE) and is_only_verb(forms[i + 1]):
                yield _with_att(words, i, i + 1)


FINITE_AFTER_ATT = Check(_finite_after_att, _ATT)
CLAUSE_WITHOUT_SUBJECT = Check(_clause_without_subject, _ATT)
DOUBLE_ATT = Check(_double_att, _ATT)
ATT_AFTER_MODAL = Check(_att_after_modal, _NO_ATT | _NO_ATT_ALSO, frozenset({"auxiliary"}))
BARE_AFTER_COME = Check(_bare_after_come, _COME)
BARE_AFTER_MAY_COME = Check(_bare_after_may_come, _TO_COME)
BARE_AFTER_PREPOSITION = Check(_bare_after_preposition, _PREPOSITIONS)
BARE_AFTER_ADJECTIVE = Check(_bare_after_adjective, _NEEDS_ATT)
