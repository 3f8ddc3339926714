"""*att* before an infinitive: with a wrong form after it, twice, or where none belongs."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    ADVERBS,
    FINITE,
    INFINITIVE,
    NOT_INFINITIVE,
    SUBJECTS,
    can_only_be,
    in_place_of,
    may_be_infinitive,
    next_after,
    places,
)
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_ATT = frozenset({"att"})
_EXTRACTED = frozenset("som vem vad vilken vilket vilka".split())
"""These may be the subject of a clause further on: *det som vi tror att gäller*."""
_SAY = frozenset(
    "tycker tyckte tror trodde anser ansåg säger sa sade menar hoppas vet visar betyder innebär bedömer påstår "
    "märker ser hör fann finner så därför gör gjorde medför".split()
)
"""Before *att* they lead to a clause, whose subject then is missing: *jag tror att är bra*."""
_IMPERSONAL = frozenset("är finns fanns".split())
"""What often has *det* as its subject."""


def _finite_after_att(words: WordsAt) -> Iterator[Mistake]:
    """*att blir*, *för att inte har*."""
    for att, verb in _finite_places(words):
        instead = in_place_of(words, att, verb, "inf")
        if instead and not _leads_to_clause(words, att) and words.block.words[verb] not in _IMPERSONAL:
            yield Mistake(att, verb + 1, instead)


def _clause_without_subject(words: WordsAt) -> Iterator[Mistake]:
    """*jag tycker att är viktigt*: *det* is missing, or *vara* is meant."""
    block = words.block
    for att, verb in _finite_places(words):
        leads = _leads_to_clause(words, att)
        if leads or block.words[verb] in _IMPERSONAL:
            with_subject = f"{block.written(att, att + 1)} det {block.written(att + 1, verb + 1)}"
            infinitives = () if leads else in_place_of(words, att, verb, "inf")
            yield Mistake(att, verb + 1, (with_subject, *infinitives))


def _finite_places(words: WordsAt) -> Iterator[tuple[int, int]]:
    """Each *att* and the finite verb, or imperative, next after it."""
    for att in places(words, _ATT):
        verb = _after_adverbs(words, att)
        if not can_only_be(words, verb, NOT_INFINITIVE) or _is_first_of_many(words, verb):
            continue
        if _is_subject_of_supine(words, verb):
            continue
        if not _is_condition(words, verb) and not _has_subject_before(words, att):
            yield att, verb


def _is_first_of_many(words: WordsAt, i: int) -> bool:
    """Whether the word may be a noun, and another follows it: *att* **cyklar** *och kärror inte får stå där*."""
    block = words.block
    nouns = noun_forms(block.words[i])
    if i + 2 >= words.end or not any(noun.number == "Plur" for noun in nouns):
        return False
    return block.words[i + 1] in _JOINERS and block.tags[i + 2] in ("NOUN", "ADJ")


def _is_subject_of_supine(words: WordsAt, i: int) -> bool:
    """Whether the word may be a noun, and a supine without *har* follows: *att* **får** *angripits i hagen*."""
    block = words.block
    if i + 1 >= words.end or "VerbForm=Sup" not in block.features[i + 1]:
        return False
    return bool(noun_forms(block.words[i]))


_JOINERS = frozenset({"och", "eller", "samt", ","})
_BEFORE_CLAUSE = frozenset("på om i troligt sannolikt säkert klart viktigt meningen tanken".split())


def _has_subject_before(words: WordsAt, att: int) -> bool:
    """Whether *som* or *vad* further on before may be the verb's subject: *det som vi tror att gäller*."""
    before = words.block.words[words.start : att]
    if _EXTRACTED.isdisjoint(before):
        return False
    return before[-1] in _BEFORE_CLAUSE or _leads_to_clause(words, att)


def _after_adverbs(words: WordsAt, i: int) -> int:
    """The next token that is no adverb."""
    i += 1
    while i < words.end and words.block.words[i] in ADVERBS:
        i += 1
    return i


def _leads_to_clause(words: WordsAt, att: int) -> bool:
    """Whether a verb such as *tycker* stands before *att*, adverbs passed by."""
    before = att - 1
    while before > words.start and words.block.words[before] in ADVERBS:
        before -= 1
    return before >= words.start and words.block.words[before] in _SAY


_OBJECTS = frozenset("det den de detta denna dessa din ditt dina er ert era".split())
_OFTEN_CONDITIONS = frozenset(
    "har hade är var blir får kan vill ska skulle måste behöver kommer går finns råkar".split()
)
_REACH = 10


def _is_condition(words: WordsAt, verb: int) -> bool:
    """*att får du avslag …*, *att har en månad gått …*: a condition without *om*."""
    form = words.block.words[verb]
    after = words.block.words[verb + 1 : min(words.end, verb + _REACH)]
    if after[:1] and (after[0] in SUBJECTS or (after[0] in _OBJECTS and form in _OFTEN_CONDITIONS)):
        return True
    return form in ("har", "hade") and any(slots(later) == {"sup"} for later in after[1:])


def _double_att(words: WordsAt) -> Iterator[Mistake]:
    """*att att*, unless an infinitive is what the clause is about: *jag vet att att sova är bra*."""
    forms = words.block.words
    for i in places(words, _ATT):
        if forms[i + 1] == "att" and i + 2 < words.end and not _is_subject(words, i + 2):
            yield Mistake(i, i + 2, (words.block.written(i, i + 1),))


def _is_subject(words: WordsAt, i: int) -> bool:
    """Whether the infinitive there is followed by a finite verb, whose subject it may be."""
    if not slots(words.block.words[i]) & INFINITIVE:
        return False
    return any(slots(form) and slots(form) <= FINITE for form in words.block.words[i + 1 : words.end])


_MODALS = frozenset(
    "ska skall skulle kan kunde måste bör borde kunna vill ville brukar brukade får fick behöver".split()
)
"""Auxiliaries that no *att* and infinitive follow; a clause may: *vill att du kommer*."""
_BETWEEN = ADVERBS | {"i", "stället"}


def _att_after_modal(words: WordsAt) -> Iterator[Mistake]:
    """*ska istället att vända*, *måste att betala*; not *det enda vi kan är att …*."""
    block = words.block
    for i in places(words, _MODALS):
        att = next_after(words, i)
        while att < words.end and block.words[att] in _BETWEEN:
            att += 1
        if block.words[att : att + 1] == ["att"] and may_be_infinitive(words, att + 1) and not _is_able(words, i):
            verb = block.written(att + 1, att + 2)
            instead = [f"{block.written(i, att)} {verb}"]
            if block.words[i] == "får" and att == i + 1:  # *för* is a slip of the finger away
                instead.append(f"för att {verb}")
            yield Mistake(i, att + 2, tuple(instead), {"auxiliary": block.written(i, i + 1)})


def _is_able(words: WordsAt, modal: int) -> bool:
    """*lätt för den som* **kan** *att hjälpa*, *vi gör vad vi* **kan** *att hjälpa*: the verb stands alone."""
    forms = words.block.words
    if forms[modal] not in ("kan", "kunde", "vill", "ville", "behöver"):
        return False
    return not _EXTRACTED.isdisjoint(forms[max(words.start, modal - 2) : modal])


FINITE_AFTER_ATT = Check(_finite_after_att, _ATT)
CLAUSE_WITHOUT_SUBJECT = Check(_clause_without_subject, _ATT)
DOUBLE_ATT = Check(_double_att, _ATT)
ATT_AFTER_MODAL = Check(_att_after_modal, _ATT, frozenset({"auxiliary"}))
