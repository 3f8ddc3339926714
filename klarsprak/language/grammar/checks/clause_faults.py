"""Clauses without a finite verb, or with another form in its place: *du betala*, *vi fått*, *jag glad*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import FINITE, SUBJECTS, can_only_be, places
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.verbs.words import forms_as, is_only_verb, readings, slots
from klarsprak.language.words_at import WordsAt

_ATT = frozenset({"att"})
_AND = frozenset({"och"})
_INFINITIVE = frozenset({"inf", "imp"})
_OPENERS = frozenset("att om när eftersom innan medan hur ifall".split())
_BEFORE_SUBJECT = _OPENERS | {"och", "men", "så", "för", "vad", ",", ":", "•", "–"}
_AUXILIARIES = frozenset(
    "ska skall skulle kan kunde måste bör borde vill ville får fick låt låter lär må låta behöver hinner orkar vågar "
    "brukar slipper".split()
)
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP"})
_TIMES = frozenset("dag dagar dagen vecka veckor veckan månad månader månaden år året gång gånger tid sätt vis del".split())
"""Nouns that may be no subject before a verb: *att varje dag betala*."""
_MOST_OF_PHRASE = 6


def _infinitive_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Du betala avgiften*, *om vi stänga*, *att kommunen betala*: a subject and an infinitive, and no auxiliary."""
    forms, tags = words.block.words, words.block.tags
    infinitives = [i for i in range(words.start + 1, words.end) if tags[i] in VERBS and slots(forms[i]) <= _INFINITIVE]
    for i in infinitives:
        if can_only_be(words, i, _INFINITIVE):
            first = _subject_before(words, i)
            if first is not None:
                start = words.block.written(first, i)
                yield Mistake(first, i + 1, tuple(f"{start} {form}" for form in forms_as(forms[i], "prs")))


def _subject_before(words: WordsAt, verb: int) -> int | None:
    """Where the subject straight before the verb begins, if that begins a clause and no auxiliary waits for a verb."""
    forms = words.block.words
    last = verb - 1
    while last > words.start and forms[last] in _BETWEEN:
        last -= 1
    if forms[last] in SUBJECTS:
        before = forms[last - 1] if last > words.start else ","
        return last if before in _BEFORE_SUBJECT and _is_free(words, last) else None
    if forms[last] in ("det", "de"):
        return last if _follows_opener(words, last) else None
    if last < verb - 1 or not is_only_verb(forms[verb]):
        return None
    first = _phrase_before(words, verb)
    return first if first < verb and _follows_opener(words, first) else None


_BETWEEN = frozenset("inte alltid också aldrig fortfarande ofta redan".split())


def _is_free(words: WordsAt, subject: int) -> bool:
    """Whether no auxiliary before the subject may be the verb's: *ska du betala och* **jag** *vänta*."""
    forms = words.block.words
    return _follows_opener(words, subject) or _AUXILIARIES.isdisjoint(forms[words.start : subject])


def _follows_opener(words: WordsAt, subject: int) -> bool:
    if subject == words.start or words.block.words[subject - 1] not in _OPENERS:
        return False
    return words.block.words[subject] in SUBJECTS or not _is_preposition(words, subject - 1)


def _is_preposition(words: WordsAt, i: int) -> bool:
    """Whether *om* or *innan* belongs to the noun after it: *ska i fråga* **om** *bidrag lämna*."""
    if words.block.words[i] not in ("om", "innan") or i == words.start:
        return False
    return words.block.words[i - 1] not in ("även", "men", "och")


def _phrase_before(words: WordsAt, verb: int) -> int:
    """Where the noun phrase that ends before the verb begins; the verb itself where none does."""
    block = words.block
    last = block.words[verb - 1]
    if block.tags[verb - 1] not in ("NOUN", "PROPN") or slots(last):
        return verb
    first = verb - 1
    while first > words.start and verb - first <= _MOST_OF_PHRASE and block.tags[first - 1] in _PHRASE:
        first -= 1
    has_time = not _TIMES.isdisjoint(block.words[first:verb])
    return verb if has_time or block.tags[first] == "ADP" else first


_NO_INFINITIVE = _AUXILIARIES | {"att", "kunna", "vilja", "hjälper", "hjälpa", "börjar", "ser", "hör", "kommer", "tänker"}


def _infinitive_after_and(words: WordsAt) -> Iterator[Mistake]:
    """*Vi läser ansökan och besluta*: what *och* joins to a finite verb is finite too."""
    block = words.block
    if not _NO_INFINITIVE.isdisjoint(block.words[words.start : words.end]) or not _is_statement(words):
        return
    for i in places(words, _AND):
        if block.tags[i + 1] in VERBS and is_only_verb(block.words[i + 1]):
            if can_only_be(words, i + 1, _INFINITIVE) and "inf" in slots(block.words[i + 1]):
                joined = block.written(i, i + 1)
                yield Mistake(i, i + 2, tuple(f"{joined} {form}" for form in forms_as(block.words[i + 1], "prs")))


def _is_statement(words: WordsAt) -> bool:
    """Whether the sentence begins with a subject and a present."""
    forms = words.block.words
    return forms[words.start] in SUBJECTS and words.start + 1 < words.end and slots(forms[words.start + 1]) == {"prs"}


def _supine_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Vi fått din ansökan*: *har* is missing, and a main clause can't do without it."""
    block, first = words.block, words.start
    if block.words[first] in ("och", "men"):
        first += 1
    if first + 1 >= words.end or block.words[first] not in SUBJECTS | {"de"}:
        return
    supine = block.words[first + 1]
    if slots(supine) == {"sup"} and is_only_verb(supine):
        yield Mistake(first, first + 2, (f"{block.written(first, first + 1)} har {supine}",))


def _att_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*vi att betala*: the subject's verb is missing, which mostly is *kommer*."""
    forms = words.block.words
    for att in places(words, _ATT):
        if att == words.start or not can_only_be(words, att + 1, _INFINITIVE):
            continue
        subject = att - 1
        while subject > words.start and forms[subject] in ("alltid", "inte", "också", "aldrig"):
            subject -= 1
        if forms[subject] in SUBJECTS and _begins_clause(words, subject):
            said = words.block.written(subject, att)
            yield Mistake(subject, att + 1, (f"{said} kommer att",))


def _begins_clause(words: WordsAt, subject: int) -> bool:
    """Whether the pronoun there can only be the subject of what comes."""
    before = words.block.words[subject - 1] if subject > words.start else ""
    return before in _OPENERS | {"", "och", "men", "så"}


def _same_verb_twice(words: WordsAt) -> Iterator[Mistake]:
    """*ta tagit del*, *skickar skickade*: two forms of one verb."""
    block = words.block
    verbs = [i for i, tag in enumerate(block.tags[words.start : words.end - 1], words.start) if tag in VERBS]
    for i in verbs:
        if block.tags[i + 1] in VERBS and _is_same(block.words[i], block.words[i + 1]):
            yield Mistake(i, i + 2, (block.written(i, i + 1), block.written(i + 1, i + 2)))


_MAY_MEET_THEMSELVES = frozenset({"ha", "komma", "kunna", "få", "vara"})
"""*har haft*, *kommer komma*."""


def _is_same(one: str, other: str) -> bool:
    if one == other or not is_only_verb(one) or not is_only_verb(other):
        return False
    verbs = {reading.verb for reading in readings(one)} & {reading.verb for reading in readings(other)}
    return not verbs <= _MAY_MEET_THEMSELVES


_OPENING = SUBJECTS | {"det", "den"}
_LEAST = 4
_STOPS = frozenset({".", "!"})


def _no_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Jag glad över det.*, *Det inte svårt.*: a subject, what is said of it, and no finite verb at all."""
    block = words.block
    forms = block.words[words.start : words.end]
    if len(forms) < _LEAST or forms[0] not in _OPENING or forms[-1] not in _STOPS:
        return
    if (_is_said_of(words, words.start + 1) and _has_no_verb(words)) or _is_valued(words):
        subject, said = block.written(words.start, words.start + 1), block.written(words.start + 1, words.start + 2)
        yield Mistake(words.start, words.start + 2, (f"{subject} är {said}",))


def _is_said_of(words: WordsAt, i: int) -> bool:
    """*inte*, or an adjective that doesn't belong to a noun: *glad* of *jag glad*."""
    block = words.block
    if block.words[i] == "inte":
        return True
    return block.tags[i] == "ADJ" and "Definite=Ind" in block.features[i] and block.tags[i + 1] not in ("NOUN", "ADJ")


def _has_no_verb(words: WordsAt) -> bool:
    """Whether neither list nor tagger knows a finite verb in the sentence."""
    block = words.block
    if any(slots(form) & FINITE and is_only_verb(form) for form in block.words[words.start : words.end]):
        return False
    return not any("VerbForm=Fin" in features for features in block.features[words.start : words.end])


_VALUES = frozenset("bättre bäst viktigt viktigare svårt lätt möjligt omöjligt roligt bra nödvändigt tråkigt".split())


def _is_valued(words: WordsAt) -> bool:
    """*Det bättre att vänta*, *det inte svårt att hitta*: what comes after *att* is what is valued."""
    forms = words.block.words[words.start : words.start + 4]
    if forms[0] != "det":
        return False
    value = 2 if forms[1] == "inte" else 1
    return forms[value] in _VALUES and forms[value + 1] == "att"


INFINITIVE_FOR_FINITE = Check(_infinitive_for_finite, SUBJECTS | _OPENERS)
ATT_FOR_FINITE = Check(_att_for_finite, _ATT)
INFINITIVE_AFTER_AND = Check(_infinitive_after_and, _AND)
SAME_VERB_TWICE = Check(_same_verb_twice)
NO_FINITE = Check(_no_finite, _OPENING)
SUPINE_FOR_FINITE = Check(_supine_for_finite, SUBJECTS)
