"""Clauses without a finite verb, or with another form in its place: *du betala*, *vi fått*, *jag glad*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    INFINITIVE,
    SUBJECTS,
    VERBS_SIDE_BY_SIDE,
    can_only_be,
    is_person_by_participle,
    places,
)
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.verbs.words import forms_as, is_only_verb, readings, slots
from klarsprak.language.words_at import WordsAt

_ATT = frozenset({"att"})
_AND = frozenset({"och"})
_OPENERS = frozenset("att om när eftersom innan medan hur ifall".split())
_BEFORE_PRONOUN = _OPENERS | frozenset("som varför där vad vilka vilken vilket".split())
_BEFORE_SUBJECT = _BEFORE_PRONOUN | frozenset("och men så för , : • –".split())
"""What stands before the subject that begins a clause."""
_AUXILIARIES = frozenset(
    "ska skall skulle kan kunde måste bör borde vill ville får fick låt låter lär må låta behöver hinner orkar vågar "
    "brukar slipper".split()
)
_BETWEEN = frozenset("inte alltid också aldrig fortfarande ofta redan".split())
"""What may stand between a subject and its verb."""


def _infinitive_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Du betala avgiften*, *om vi stänga*, *att kommunen betala*: a subject, an infinitive, and no auxiliary."""
    for i in _tagged_verbs(words, words.start + 1):
        if not slots(words.block.words[i]) <= INFINITIVE or not can_only_be(words, i, INFINITIVE):
            continue
        first = _subject_before(words, i)
        if first is not None:
            subject = words.block.written(first, i)
            yield Mistake(first, i + 1, tuple(f"{subject} {form}" for form in forms_as(words.block.words[i], "prs")))


def _tagged_verbs(words: WordsAt, first: int) -> list[int]:
    """The tokens from ``first`` that the tagger takes for verbs."""
    return [i for i, tag in enumerate(words.block.tags[first : words.end], first) if tag in VERBS]


def _subject_before(words: WordsAt, verb: int) -> int | None:
    """Where the subject straight before the verb begins, if it begins a clause and no auxiliary waits for a verb."""
    forms = words.block.words
    last = verb - 1
    while last > words.start and forms[last] in _BETWEEN:
        last -= 1
    if forms[last] in SUBJECTS:
        return last if _begins_clause(words, last) and _is_free(words, last) else None
    if forms[last] in ("det", "de"):
        return last if _follows_opener(words, last) else None
    if last < verb - 1 or not is_only_verb(forms[verb]):
        return None
    first = _phrase_before(words, verb)
    return first if first < verb and _follows_opener(words, first) else None


def _begins_clause(words: WordsAt, subject: int) -> bool:
    """Whether nothing but what may begin a clause stands before the pronoun: no verb, as in *kan du*."""
    return subject == words.start or words.block.words[subject - 1] in _BEFORE_SUBJECT


def _is_free(words: WordsAt, subject: int) -> bool:
    """Whether no auxiliary before the subject may be the verb's: *ska du betala och* **jag** *vänta*."""
    forms = words.block.words
    return _follows_opener(words, subject) or _AUXILIARIES.isdisjoint(forms[words.start : subject])


def _follows_opener(words: WordsAt, subject: int) -> bool:
    """Whether what opens a subordinate clause stands before the subject."""
    forms = words.block.words
    if subject == words.start:
        return False
    if forms[subject] in SUBJECTS:
        return forms[subject - 1] in _BEFORE_PRONOUN
    return forms[subject - 1] in _OPENERS and not _is_preposition(words, subject - 1)


def _is_preposition(words: WordsAt, i: int) -> bool:
    """Whether *om* or *innan* belongs to the noun after it: *ska i fråga* **om** *bidrag lämna*."""
    if words.block.words[i] not in ("om", "innan") or i == words.start:
        return False
    return words.block.words[i - 1] not in ("även", "men", "och")


_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP"})
_MOST_OF_PHRASE = 6
_TIMES = frozenset(
    "dag dagar dagen vecka veckor veckan månad månader månaden år året gång gånger tid sätt vis del".split()
)
"""Nouns that may be no subject before a verb: *att varje dag betala*."""


_ADVERB_ENDINGS = ("ligen", "vis", "ur")
"""*att* **muntligen** *anmäla*, *att* **därur** *få*, which the tagger may take for nouns."""


def _phrase_before(words: WordsAt, verb: int) -> int:
    """Where the noun phrase that ends before the verb begins; the verb itself where none does."""
    block = words.block
    last = block.words[verb - 1]
    if last.endswith(("ande", "ende")) and not noun_forms(last):  # *att omgående betala*
        return verb
    if block.tags[verb - 1] not in ("NOUN", "PROPN") or slots(last) or last.endswith(_ADVERB_ENDINGS):
        return verb
    first = verb - 1
    while first > words.start and verb - first <= _MOST_OF_PHRASE and block.tags[first - 1] in _PHRASE:
        first -= 1
    has_time = not _TIMES.isdisjoint(block.words[first:verb])
    return verb if has_time or block.tags[first] == "ADP" else first


_OTHERS_GOVERN = _AUXILIARIES | frozenset("att kunna vilja hjälper hjälpa börjar ser hör kommer tänker".split())


def _infinitive_after_and(words: WordsAt) -> Iterator[Mistake]:
    """*Vi läser ansökan och besluta*: what *och* joins to a finite verb is finite too."""
    block = words.block
    if not _is_statement(words) or not _OTHERS_GOVERN.isdisjoint(block.words[words.start : words.end]):
        return
    for i in places(words, _AND):
        form = block.words[i + 1]
        if any(can_only_be(words, before, INFINITIVE) for before in range(words.start, i)):
            return  # *Jag har bett honom köra saktare och lägga snön på andra sidan.*
        if block.tags[i + 1] in VERBS and is_only_verb(form) and can_only_be(words, i + 1, INFINITIVE):
            yield Mistake(i, i + 2, tuple(f"{block.written(i, i + 1)} {right}" for right in forms_as(form, "prs")))


def _is_statement(words: WordsAt) -> bool:
    """Whether the sentence begins with a subject and a present."""
    forms = words.block.words
    return forms[words.start] in SUBJECTS and slots(forms[words.start + 1]) == {"prs"}


_SUPINES_SUBJECTS = SUBJECTS | {"de"}


def _supine_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Vi fått din ansökan*: *har* is missing, and a main clause can't do without it."""
    block, first = words.block, words.start
    if block.words[first] in ("och", "men"):
        first += 1
    if first + 1 >= words.end or block.words[first] not in _SUPINES_SUBJECTS:
        return
    supine = block.words[first + 1]
    if slots(supine) == {"sup"} and is_only_verb(supine):
        yield Mistake(first, first + 2, (f"{block.written(first, first + 1)} har {supine}",))


def _att_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*vi att betala*: the subject's verb is missing, which mostly is *kommer*."""
    forms = words.block.words
    for att in places(words, _ATT):
        if att == words.start or not can_only_be(words, att + 1, INFINITIVE):
            continue
        subject = att - 1
        while subject > words.start and forms[subject] in _BETWEEN:
            subject -= 1
        if forms[subject] in SUBJECTS and _begins_clause(words, subject):
            yield Mistake(subject, att + 1, (f"{words.block.written(subject, att)} kommer att",))


def _same_verb_twice(words: WordsAt) -> Iterator[Mistake]:
    """*ta tagit del*, *skickar skickade*: two forms of one verb."""
    block = words.block
    beside = enumerate(pairwise(block.tags[words.start : words.end]), words.start + 1)
    for i in [i for i, (one, other) in beside if one in VERBS and other in VERBS]:
        if _are_of_one_verb(block.words[i - 1], block.words[i]) and not is_person_by_participle(words, i - 1):
            yield Mistake(i - 1, i + 1, (block.written(i - 1, i), block.written(i, i + 1)))


_MAY_MEET_THEMSELVES = frozenset({"ha", "komma", "kunna", "få", "vara"})
"""*har haft*, *kommer komma*."""


def _are_of_one_verb(one: str, other: str) -> bool:
    """Whether the words are different forms of a verb, and nothing else."""
    if one == other or not is_only_verb(one) or not is_only_verb(other):
        return False
    verbs = {reading.verb for reading in readings(one)} & {reading.verb for reading in readings(other)}
    return not verbs <= _MAY_MEET_THEMSELVES


_OPENING = SUBJECTS | {"det", "den"}
_LEAST = 4
_STOPS = frozenset({".", "!"})


def _no_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Jag glad över det.*, *Det inte svårt.*: a subject and what is said of it, without a verb."""
    block, first = words.block, words.start
    if block.words[first] not in _OPENING or words.end - first < _LEAST:
        return
    if _is_valued(words) or (_is_said_of(words, first + 1) and _has_no_verb(words)):
        instead = f"{block.written(first, first + 1)} är {block.written(first + 1, first + 2)}"
        yield Mistake(first, first + 2, (instead,))


_VALUES = frozenset("bättre bäst viktigt viktigare svårt lätt möjligt omöjligt roligt bra nödvändigt tråkigt".split())


def _is_valued(words: WordsAt) -> bool:
    """*Det bättre att vänta*, *det inte svårt att hitta*: what comes after *att* is what is valued."""
    forms = words.block.words[words.start : words.start + _LEAST]
    value = 2 if forms[1] == "inte" else 1
    return forms[0] == "det" and forms[value] in _VALUES and forms[value + 1] == "att"


def _is_said_of(words: WordsAt, i: int) -> bool:
    """*inte*, or an adjective that doesn't belong to a noun: *glad* of *jag glad*."""
    block = words.block
    if block.words[i] == "inte":
        return True
    return block.tags[i] == "ADJ" and "Definite=Ind" in block.features[i] and block.tags[i + 1] not in ("NOUN", "ADJ")


def _has_no_verb(words: WordsAt) -> bool:
    """Whether it is a sentence, with a stop, in which neither list nor tagger knows a finite verb."""
    block, forms = words.block, words.block.words[words.start : words.end]
    if forms[-1] not in _STOPS or any(slots(form) & FINITE and is_only_verb(form) for form in forms):
        return False
    return not any("VerbForm=Fin" in features for features in block.features[words.start : words.end])


INFINITIVE_FOR_FINITE = Check(_infinitive_for_finite, SUBJECTS | _OPENERS)
INFINITIVE_AFTER_AND = Check(_infinitive_after_and, _AND)
SUPINE_FOR_FINITE = Check(_supine_for_finite, _SUPINES_SUBJECTS)
ATT_FOR_FINITE = Check(_att_for_finite, _ATT)
SAME_VERB_TWICE = Check(_same_verb_twice, neighbours=VERBS_SIDE_BY_SIDE)
_DAYS = frozenset("måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen".split())
_LEAST_WORDS = 5


def _no_verb_before_day(words: WordsAt) -> Iterator[Mistake]:
    """*Mötet torsdagen den 4 december klockan 15.30.*: a sentence that says when, and has no verb at all."""
    block, day = words.block, words.start + 1
    if words.end - day < _LEAST_WORDS or block.words[day] not in _DAYS or block.words[words.end - 1] != ".":
        return
    if "Definite=Def" not in block.features[day - 1] or not VERBS.isdisjoint(block.tags[words.start : words.end]):
        return
    yield Mistake(day - 1, day + 1, (f"{block.written(day - 1, day)} är {block.written(day, day + 1)}",))


NO_VERB_BEFORE_DAY = Check(_no_verb_before_day, _DAYS)
NO_FINITE = Check(_no_finite, _OPENING)
