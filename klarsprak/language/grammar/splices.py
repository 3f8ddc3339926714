"""Two main clauses with nothing but a comma between them: *Ett intyg saknas, du måste skicka in det*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.grammar.apart import AUXILIARIES
from klarsprak.language.grammar.clauses import (
    JOINERS,
    QUESTIONS,
    SUBORDINATORS,
    VERBS,
    SentenceForms,
    is_finite,
    main_verb,
    opens_clause,
)
from klarsprak.language.grammar.counting import Measured, count_words, greatest
from klarsprak.language.verbs.words import slots

_SUBJECTS = frozenset("jag du han hon vi ni man det den detta denna denne dessa".split())
"""Pronouns that begin a main clause where a finite verb follows at once."""
_ADVERBS = frozenset("därför därefter dessutom sedan nu samtidigt däremot alltså".split())
"""After these the verb comes before its subject: *därför behöver vi*."""
_PERSONS = frozenset("jag du han hon vi ni man det den".split())
_AFTER_DET = frozenset(
    "är var blir blev finns fanns kan ska måste bör får går gäller har behövs krävs saknas tar räcker innebär beror "
    "står kommer kostar framgår skulle kunde hade".split()
)
"""After other verbs *det* may be the object: *det förstår alla*."""
_OPENERS = QUESTIONS | frozenset("vilken vilket vilka och eller men utan samt så för ty".split())
"""Words that don't begin a main clause that stands alone."""
_BEFORE_NOUN = frozenset({"DET", "ADJ"})
_KNOWN = frozenset("ansökan anmälan begäran överklagan".split())
"""Nouns that the tagger may not know as such: *överklagan skickas till oss*."""
_TAILS = frozenset("varför varvid varefter varjämte vartill varigenom varpå varmed varunder varifrån varav".split())
"""Words that hang a clause on the one before, of which ``tails`` tells."""
_WRITTEN = ("det", "står")
_WHERE = frozenset("i på under".split())
"""*det står i avtalet* says where to read; *det står att* what somebody says."""
_CONTRASTED = frozenset({"det", "den", "han", "hon"})
_TO_BE = frozenset({"är", "var"})
_SAYING = frozenset(
    "säger sade sa säg tycker tyckte tror trodde anser ansåg menar menade skriver skrev svarar svarade "
    "frågar frågade undrar undrade "
    "tänker tänkte vet visste hoppas förmodar lyder konstaterar förklarar berättar betyder står "
    "hävdar hävdade påpekar påstår".split()
)
"""Verbs beside which the other clause is what somebody says."""
_ANSWERED = _SAYING | {"ju", "bara", "så", "dels", "antingen", "vare", "ty"}
"""Words that the other clause answers: *inte bara …, du ska också*."""
_ANSWERS = frozenset({"ja", "nej", "jo"})
"""An answer and what it means belong together: *svaret är nej, vi säljer inte*."""
_NO_PROSE = frozenset({":", ";", "*", "•", "–", "-", "—", "...", "…", "”", "“", '"', "»", "?", "/", "'"})
_FEWEST = 3
"""A clause of fewer words may stand beside another with a comma: *Han kom, han såg*."""
_FEWEST_OF_BOTH = 7


def splices(sentence: SentenceForms) -> Measured:
    """1 where there are such two, shown from the word before the comma to the verb after it; else 0."""
    return greatest(_spliced(sentence), sentence)


def _spliced(sentence: SentenceForms) -> Iterator[Measured]:
    """The one comma that parts two main clauses; where there are more, they part a list of clauses."""
    forms = sentence.forms
    if not _NO_PROSE.isdisjoint(forms) or count_words(forms) < _FEWEST_OF_BOTH:
        return
    commas = [i for i, form in enumerate(forms) if form == "," and i > 0 and _begins_clause(sentence, i + 1)]
    if len(commas) != 1:
        return
    comma = commas[0]
    if forms[comma - 1] in _ANSWERS:
        return
    before, after = part(sentence, 0, comma), part(sentence, comma + 1, len(forms))
    if _is_whole(before) and _is_alone(after) and not _contrasts(before, after) and not _is_pair(before, after):
        yield 1, comma - 1, comma + 3


def part(sentence: SentenceForms, first: int, last: int) -> SentenceForms:
    """The words from ``first`` up to, not including, ``last``."""
    forms, tags, features = sentence
    return SentenceForms(forms[first:last], tags[first:last], features[first:last])


def _begins_clause(sentence: SentenceForms, i: int) -> bool:
    """Whether a main clause begins there: *du behöver*, *handlingarna saknas*, *därför måste du*."""
    verb = _subject_end(sentence, i)
    if verb is None or verb >= len(sentence.forms) or not is_finite(sentence, verb):
        return _is_inverted(sentence, i) or _is_bidding(sentence, i) or _lacks_subject(sentence, i)
    return sentence.forms[i] != "det" or sentence.forms[verb] in _AFTER_DET


def _subject_end(sentence: SentenceForms, i: int) -> int | None:
    """Where the subject that begins there ends: a pronoun, or a noun with what stands before it."""
    forms, tags = sentence.forms, sentence.tags
    if i >= len(forms) or forms[i] in SUBORDINATORS or forms[i] in _TAILS:
        return None
    if forms[i] in _SUBJECTS and is_finite_at(sentence, i + 1):
        return i + 1
    while i < len(forms) - 1 and _is_before_noun(sentence, i):
        i += 1
    if forms[i] in _KNOWN:
        return i + 1
    if tags[i] == "NOUN" and "Case=Nom" in sentence.features[i] and forms[i] not in _OPENERS:
        return i + 1
    return None


def is_finite_at(sentence: SentenceForms, i: int) -> bool:
    """Whether a finite verb stands there; nothing does after the last word."""
    return i < len(sentence.forms) and is_finite(sentence, i)


def _is_before_noun(sentence: SentenceForms, i: int) -> bool:
    """*din*, *det*, *nya*, *tidigare* before *medgivna*."""
    if sentence.tags[i] == "ADV" and "VerbForm=Part" in sentence.features[i + 1]:
        return True
    return sentence.tags[i] in _BEFORE_NOUN or "Poss=Yes" in sentence.features[i]


def _is_bidding(sentence: SentenceForms, i: int) -> bool:
    """*meddela om du vill*, *ring oss*: what the reader is to do.

    *se bilaga 2* and *jfr 12 kap.* only say where to read, and after *att* it may be one more infinitive.
    """
    forms = sentence.forms
    if i + 1 >= len(forms) or forms[0] in SUBORDINATORS:
        return False
    if forms[i] in _PLEASE:
        return sentence.tags[i + 1] == "VERB" and not is_finite(sentence, i + 1)
    if "Mood=Imp" not in sentence.features[i] or forms[i] in _POINTING:
        return False
    if "imp" not in slots(forms[i]):  # *Sulvik,* **Högvalta** *och Sande*: a name that the tagger doesn't know
        return False
    return not forms[i].endswith("a") or _BEFORE_INFINITIVES.isdisjoint(forms[:i])


_PLEASE = frozenset({"vänligen"})
_POINTING = frozenset("se jfr jämför läs".split())
_BEFORE_INFINITIVES = frozenset("att ska skall kan måste bör får vill behöver brukar".split())


def _lacks_subject(sentence: SentenceForms, i: int) -> bool:
    """*Nyckeln hämtas i kiosken,* **kostar** *200 kronor*: a verb in the present, with no subject on either side."""
    if not is_finite_at(sentence, i) or "Tense=Pres" not in sentence.features[i] or sentence.forms[i] in _SAYING:
        return False
    before, after = sentence.forms[: i - 1], sentence.forms[i:]
    if len(before) > _SHORT or not _NOT_PLAIN.isdisjoint(before) or not JOINERS.isdisjoint(after):
        return False
    return len(after) > 1 and sentence.tags[i + 1] not in _AFTER_TURNED


_SHORT = 10
"""A sentence of more words before the comma may have a subject that its verb waits for after it."""
_NOT_PLAIN = SUBORDINATORS | QUESTIONS | JOINERS | {",", "både", "jämte", "liksom"}
_AFTER_TURNED = frozenset({"PRON", "PROPN", "DET", "NOUN", "ADJ"})
"""What a subject after its verb begins with."""


def _is_inverted(sentence: SentenceForms, i: int) -> bool:
    """*därför behöver vi*."""
    forms = sentence.forms
    if i + 2 >= len(forms) or forms[i] not in _ADVERBS:
        return False
    return is_finite(sentence, i + 1) and forms[i + 2] in _PERSONS


def _is_whole(before: SentenceForms) -> bool:
    """Whether the words before the comma are a main clause that says something of its own: subject, then verb."""
    forms = before.forms
    if forms[0] in _OPENERS or is_finite(before, 0) or not _ANSWERED.isdisjoint(forms):
        return False
    if before.tags[-1] == "AUX" or _has_clause_in_clause(before) or _is_open(before) or _waits_for_verb(forms):
        return False
    return bool(main_verb(before))


def _is_open(sentence: SentenceForms) -> bool:
    """Whether a clause waits for its verb when the words end: *den rätt inom vars område*."""
    for i in range(len(sentence.forms) - 1, -1, -1):
        if opens_clause(sentence, i):
            return True
        if sentence.tags[i] in VERBS:
            return False
    return False


def _waits_for_verb(forms: list[str]) -> bool:
    """Whether a clause is put in right after an auxiliary: *kan, om isen håller*, of which the verb comes last."""
    return any(one in AUXILIARIES and after == "," for one, after in pairwise(forms))


def _has_clause_in_clause(sentence: SentenceForms) -> bool:
    """*att om du söker*: what comes after the comma may go on from *att*."""
    return any(opens_clause(sentence, i) and opens_clause(sentence, i - 1) for i in range(1, len(sentence.forms)))


def _is_alone(after: SentenceForms) -> bool:
    """Whether the words after the comma are one clause, with no *och* to a third, and nobody's words."""
    forms = after.forms
    if count_words(forms) < _FEWEST or "," in forms[:_FEWEST]:
        return False
    if not _SAYING.isdisjoint(forms[:3]) and not (tuple(forms[:2]) == _WRITTEN and forms[2] in _WHERE):
        return False
    return not any(_goes_on(after, i) for i in range(len(forms)))


def _goes_on(after: SentenceForms, i: int) -> bool:
    """Whether a third clause begins there, *och beslutet skickas*, or who says it: *, sade hon*."""
    form = after.forms[i]
    if form == ",":
        return is_finite_at(after, i + 1) and after.forms[i + 1] not in _POINTING
    return form in JOINERS and bool(main_verb(part(after, i + 1, len(after.forms))))


def _is_pair(before: SentenceForms, after: SentenceForms) -> bool:
    """Whether the second is short and says the same of another: *Damlaget har tre tider, herrlaget har tre*.

    The verb tells, or a figure in both: *Bryggan fick 61 poäng, gränsen hamnade på 68*.
    """
    if count_words(after.forms) > _SHORTEST_AFTER:
        return False
    verbs = {form for i, form in enumerate(after.forms) if is_finite(after, i)}
    is_same = not verbs.isdisjoint(before.forms) or (verbs <= _TO_BE and not _TO_BE.isdisjoint(before.forms))
    return is_same or all("NUM" in clause.tags for clause in (before, after))


_SHORTEST_AFTER = 4


def _contrasts(before: SentenceForms, after: SentenceForms) -> bool:
    """*Det är inte ett krav, det är ett råd*: the comma stands for *utan*."""
    return "inte" in before.forms and after.forms[0] in _CONTRASTED and after.forms[1] in _TO_BE
