"""*De* and *dem*: who does something, and whom something is done to."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import is_finite_verb
from klarsprak.language.grammar.lexicon import is_adjective, noun_forms
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_PREPOSITIONS = frozenset("av från för hos med mellan mot om på till under ur vid åt bland utan efter".split())
_NO_NOUN_FOLLOWS = frozenset({".", "!", "?", "och", "att"})
_OPENERS = frozenset({"att", "när", "eftersom", "innan", "medan"})
_OTHER_SUBJECTS = frozenset({"PRON", "PROPN"})
_FINITE = frozenset({"VERB", "AUX"})


def _them_as_subject(words: WordsAt) -> Iterator[Mistake]:
    """*Dem* first in a clause with its verb after it: *dem har fått svar*."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.words[i] != "dem":
            continue
        if _is_antecedent(words, i) or (_is_clause_start(words, i) and _has_verb(words, i + 1)):
            yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), "de"),))


_ALSO_PLURAL = frozenset("fel barn krav mål svar papper ställen".split())
"""Plurals that may be other words too."""


def _them_before_noun(words: WordsAt) -> Iterator[Mistake]:
    """*Dem* before the noun that it belongs to: *dem fel som ni ser, dem nya reglerna*; not *vi ger dem pengar*."""
    block = words.block
    for i in range(words.start, words.end - 2):
        if block.words[i] == "dem" and _begins_phrase(words, i) and _has_noun(words, i + 1):
            yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), "de"),))


def _begins_phrase(words: WordsAt, i: int) -> bool:
    """Whether the word stands first, or where it can hardly be an object."""
    return i == words.start or words.block.words[i - 1] in _BEFORE_PHRASE


_BEFORE_PHRASE = _PREPOSITIONS | frozenset("och att är i mellan inom , under vuxna ser när om alla".split())
_COUNTING = frozenset(
    "två tre fyra fem sex sju åtta nio tio tolv andra första sista senaste närmaste båda flesta".split()
)
_WRITTEN = frozenset({"de", "dem"})
_SPOKEN = frozenset({"dom"})
_AUXILIARIES = frozenset("får kan ska måste bör vill har är var blir behöver kommer hade fick kunde skulle".split())


def _anywhere(words: WordsAt) -> Iterator[Mistake]:
    """*någon dem känner*, *skicka de till oss*, *dem senaste åren*: by what stands around."""
    yield from _by_place(words, _WRITTEN)


def _spoken(words: WordsAt) -> Iterator[Mistake]:
    """*ser dom till att*, *dom senaste åren*."""
    yield from _by_place(words, _SPOKEN)


def _by_place(words: WordsAt, wrong: frozenset[str]) -> Iterator[Mistake]:
    """Each of the forms that another belongs in the place of."""
    block = words.block
    for i in range(words.start, words.end - 1):
        form = block.words[i]
        if form not in wrong or not block.written(i, i + 1)[1:].islower():
            continue
        right = _right_by_place(words, i)
        if right is not None and right != form:
            yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), right),))


def _right_by_place(words: WordsAt, i: int) -> str | None:
    """*de* where it counts something or acts, *dem* where something is done to them; None where either may be."""
    form, after = words.block.words[i], words.block.words[i + 1]
    is_counted = after in _COUNTING and _begins_phrase(words, i)
    if form != "de" and is_counted and not (_is_both_of_them(words, i) or _ends_before_time(words, i)):
        return "de"
    if form != "de" and _is_subject(words, i):
        return "de"
    if form == "dom" and _is_spoken_subject(words, i):
        return "de"
    is_object = form != "dem" and (_is_object(words, i) or (form == "dom" and _is_spoken_object(words, i)))
    return "dem" if is_object else None


def _is_both_of_them(words: WordsAt, i: int) -> bool:
    """Whether *båda* says no more than that all are meant: *en avgift för* **dem båda**."""
    block = words.block
    if block.words[i] != "dem" or block.words[i + 1] != "båda" or block.words[i - 1] not in _PREPOSITIONS:
        return False
    return i + 2 >= words.end or block.tags[i + 2] not in ("NOUN", "ADJ", "NUM")


_TIMES = frozenset("dag dagar dygn vecka veckor månad månader år timme timmar minuter gånger".split())


def _ends_before_time(words: WordsAt, i: int) -> bool:
    """Whether what follows the pronoun tells when or how often: *tar del av* **dem** *två veckor senare*.

    Not where a clause says which days they are: *av* **de** *två veckor som är kvar*.
    """
    forms = words.block.words
    if forms[i - 1] not in _PREPOSITIONS or i + 2 >= words.end or forms[i + 2] not in _TIMES:
        return False
    return forms[i + 3 : i + 4] != ["som"]


# What a court does with a judgment, which is a *dom* too.
_OF_COURTS = frozenset(
    "meddela meddelar avkunna avkunnar överklaga överklagar överklagade få får fick fått vinner".split()
)
_BEFORE_SUBJECT = frozenset("utan men att när eftersom så för innan tills och".split())


def _is_spoken_subject(words: WordsAt, i: int) -> bool:
    """*utan* **dom** *får hämtas*, *kan* **dom** *sälja båten*."""
    block = words.block
    if i == words.start:
        return False
    before = block.words[i - 1]
    if before in _BEFORE_SUBJECT:
        return block.words[i + 1] in _AUXILIARIES
    return before in _AUXILIARIES and before not in _OF_COURTS and block.tags[i + 1] in _FINITE


def _is_spoken_object(words: WordsAt, i: int) -> bool:
    """*Vakten kan hämta* **dom.**"""
    block = words.block
    if i == words.start or block.tags[i + 1] != "PUNCT" or block.words[i - 1] in _OF_COURTS:
        return False
    return is_finite_verb(words, i - 1) or block.tags[i - 1] in _FINITE


def _is_subject(words: WordsAt, i: int) -> bool:
    """Whether the verb follows after what opens a clause, or stands before and nothing else acts.

    *om* **dem** *tror*, *någon* **dem** *känner.*
    """
    block = words.block
    if i > words.start + 1 and block.words[i - 2] in _BEFORE_TURNED and is_finite_verb(words, i - 1):
        return block.words[i + 1] != "som" and block.tags[i + 1] != "PUNCT" and block.words[i - 1] not in _SAID
    if i > words.start and block.words[i - 1] in ("om", "hur", "vad", "som", "så", "där", "någon", "alla", "vilka"):
        if _is_about(words, i - 1):
            return False
        is_free = i + 2 >= words.end or block.tags[i + 2] not in _OTHER_SUBJECTS
        return is_finite_verb(words, i + 1) and is_free and block.words[i - 1] != "som"
    if block.words[i] != "dom" or i == words.start:
        return block.words[i] == "dom" and _has_verb(words, i + 1) and block.tags[i] == "PRON"
    return is_finite_verb(words, i - 1) and block.tags[i + 1] in ("ADP", "ADV", "PART") and _acts_first(words, i - 1)


def _is_about(words: WordsAt, om: int) -> bool:
    """Whether *om* tells what the noun before it is about, before any verb: *Uppgifterna* **om** *dem finns*."""
    block = words.block
    if block.words[om] != "om" or om == words.start or block.tags[om - 1] != "NOUN":
        return False
    return _FINITE.isdisjoint(block.tags[words.start : om])


_BEFORE_TURNED = frozenset("så då därefter därför dessutom annars".split())
"""Words after which the verb comes before its subject: *så hjälper* **de** *dig*."""
_SAID = frozenset("är var blir".split())


def _acts_first(words: WordsAt, verb: int) -> bool:
    """Whether the verb stands before its subject: first, or after an adverb, or a sentence's first phrase."""
    block = words.block
    if verb == words.start or block.tags[verb - 1] in ("ADV", "PUNCT"):
        return True
    return block.tags[words.start] == "ADP" and block.tags[verb - 1] == "NOUN" and verb - words.start <= 3


_SUBJECTS = frozenset("vi jag du ni man han hon".split())
_DONE_TO = frozenset("hjälper kontaktar ringer informerar bjuder skickar frågar erbjuder stöttar stödjer ber".split())
_HANDLED = frozenset("skicka lämna ta ring lägg ställ släpp skriv hämta fyll spara låt skickar lämnar".split())


def _is_object(words: WordsAt, i: int) -> bool:
    """Whether somebody is told to do something with them: *skicka* **de** *till oss*."""
    block = words.block
    if i > words.start + 1 and block.words[i - 2] in _SUBJECTS and block.words[i - 1] in _DONE_TO:
        return block.words[i + 1] in ("med", "till", "så", ".", "att")
    if i == words.start or block.words[i - 1] not in _HANDLED:
        return False
    return block.tags[i + 1] in ("ADP", "PUNCT") or block.words[i + 1] in ("inte", "stå", "ligga", "senast")


def _has_noun(words: WordsAt, i: int) -> bool:
    """Whether a plural noun follows, before *som*, or an adjective and a definite plural."""
    block = words.block
    if block.words[i + 1] == "som":
        is_plural = any(noun.number == "Plur" for noun in noun_forms(block.words[i]))
        return is_plural or (i - 1 == words.start and block.words[i] in _ALSO_PLURAL)
    if not is_adjective(block.words[i]) or not block.words[i].endswith("a"):
        return False
    nouns = noun_forms(block.words[i + 1])
    return bool(nouns) and all(noun.is_definite and noun.number == "Plur" for noun in nouns)


_BE = frozenset({"är", "var", "blir", "blev"})


def _is_antecedent(words: WordsAt, i: int) -> bool:
    """Whether a clause says who they are, and they are subject or predicate: *Dem som bor där*, *det är dem som*."""
    forms = words.block.words
    if forms[i + 1] != "som":
        return False
    return i == words.start or forms[i - 1] in _BE


def _is_clause_start(words: WordsAt, i: int) -> bool:
    """Whether the word stands where a subject does."""
    return i == words.start or words.block.words[i - 1] in _OPENERS


def _has_verb(words: WordsAt, i: int) -> bool:
    """Whether the verb follows, with no other subject after it: *dem har vi skickat*."""
    block = words.block
    if block.tags[i] not in _FINITE or "VerbForm=Fin" not in block.features[i]:
        return False
    after = i + 1
    if after >= words.end or block.words[after] == "sig":
        return True
    return block.tags[after] not in _OTHER_SUBJECTS and not (i - 1 == words.start and _is_known(words, after))


def _is_known(words: WordsAt, i: int) -> bool:
    """Whether a noun of something known follows, which acts as often as it is acted on: *Dem betalar kommunen*."""
    return words.block.tags[i] == "NOUN" and "Definite=Def" in words.block.features[i]


def _they_as_object(words: WordsAt) -> Iterator[Mistake]:
    """*De* after a preposition with no noun to come: *vi har talat med de*."""
    block = words.block
    for i in range(words.start + 1, words.end - 1):
        if block.words[i] == "de" and block.words[i - 1] in _PREPOSITIONS and block.words[i + 1] in _NO_NOUN_FOLLOWS:
            yield Mistake(i, i + 1, ("dem",))


THEM_BY_PLACE = Check(_anywhere, _WRITTEN)
THEM_SPOKEN = Check(_spoken, _SPOKEN)
THEM_BEFORE_NOUN = Check(_them_before_noun, frozenset({"dem"}))
THEM = Check(_them_as_subject, frozenset({"dem"}))
THEY = Check(_they_as_object, frozenset({"de"}))
