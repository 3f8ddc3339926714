"""What makes a sentence heavy, counted from word forms and morphology.

A parser would tell more, but it costs as much as all the rest of the analysis; where a clause begins and which verb
is the main clause's, Swedish word order tells well enough.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from klarsprak.language.grammar.apart import ARTICLES, AUXILIARIES, modifiers, split_verb
from klarsprak.language.grammar.chains import LINKS, chain
from klarsprak.language.grammar.clauses import (
    BEFORE_NOUN,
    QUESTIONS,
    SUBORDINATORS,
    SentenceForms,
    is_finite,
    lacks_have,
    main_verb,
    opens_clause,
)
from klarsprak.language.grammar.counting import (
    Measured,
    count_words,
    is_row_of_sections,
    nothing,
    of_whole,
    words_between,
)
from klarsprak.language.grammar.main_clauses import undivided
from klarsprak.language.grammar.nesting import nested, openers_in_a_row
from klarsprak.language.grammar.opening import before_verb, first_clause, has_verb_untold
from klarsprak.language.grammar.rows import prepositions, series
from klarsprak.language.grammar.splices import splices
from klarsprak.language.grammar.tails import TAILS, tail
from klarsprak.language.words_at import WordsAt

Measure = Literal[
    "words",
    "undivided",
    "clauses",
    "tangled",
    "nested",
    "before_verb",
    "first_clause",
    "distance",
    "split_verb",
    "modifiers",
    "prepositions",
    "chain",
    "series",
    "negations",
    "splices",
    "tail",
]
FORMS_ONLY = frozenset({"words"})
"""The measures that need no morphology."""
_NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "knappast", "varken"})
_PREPOSITIONS = frozenset(
    "av bland efter emot enligt framför från för före genom hos i inför inom inklusive kring kontra längs med mellan "
    "mot nära om omkring ovanför per på rörande samt sedan till trots under ur utan utanför utom utöver vid via å åt "
    "över avseende angående beträffande gällande bakom bortom bredvid emellan innan inpå intill jämte liksom "
    "oavsett som såsom tack till".split()
)
_HEADS = frozenset({"NOUN", "PROPN"})
_NOUNS_AND_PRONOUNS = _HEADS | {"PRON"}
_LONGEST_LABEL = 5
"""Tokens of a label before a sentence, its colon among them."""
_WHO = frozenset("den de dem alla vi ni du".split())
"""With *som* and a verb they stand for a noun: *den som söker*."""
_LISTED = frozenset({"när", "om", "hur", "vad", "var", "vem", "varför"})
"""Words that begin each item of a list of clauses."""
_BETWEEN = frozenset({",", "och", "eller"})
_TANGLED = 3
"""Subordinate clauses from which a sentence of some length is tangled."""
_PRONOUNS = frozenset("den det de vi du ni jag han hon man".split())
_EMPTY_VERBS = frozenset({"gör", "gjorde", "är", "var"})
_ENDS = frozenset({".", ",", "!", "?", "och", ")"})


def measured(measure: Measure, sentence: SentenceForms) -> Measured:
    """The sentence's value of that measure."""
    return _MEASURES[measure](sentence)


def measured_again(measure: Measure, words: WordsAt, found: Measured) -> Measured:
    """What the parser makes of a sentence that is beyond a limit by its forms; ``found`` where forms tell enough."""
    return nested(words, found[0]) if measure == "nested" else found


def least(measure: Measure, limit: int) -> tuple[frozenset[str], float]:
    """Words of which a sentence has more than so many if it is beyond the limit; none where words don't tell."""
    signs, share = _SIGNS.get(measure, (frozenset[str](), 0.0))
    return signs, limit * share


def _words(sentence: SentenceForms) -> Measured:
    """The number of words; 0 of a row of sections, which is no easier to read as two sentences."""
    return nothing(sentence) if is_row_of_sections(sentence) else of_whole(count_words(sentence.forms), sentence)


def _negations(sentence: SentenceForms) -> Measured:
    """The number of negations: *vi kan inte neka någon som inte …*.

    *aldrig så många* denies nothing, *inte heller* goes on with what is denied, and *inte … utan* says what holds
    instead.
    """
    forms = sentence.forms
    negations = sum(map(_NEGATIONS.__contains__, forms))
    innocent = sum(pair in _NO_NEGATIONS for pair in pairwise(forms))
    return of_whole(negations - innocent - _has_contrast(sentence), sentence)


_NO_NEGATIONS = {("aldrig", "så"), ("inte", "heller"), ("ej", "heller")}


def _has_contrast(sentence: SentenceForms) -> bool:
    """*inte vi* **utan** *staten*; not *inte bygga utan lov*."""
    forms = sentence.forms
    if "inte" not in forms or "utan" not in forms:
        return False
    return sentence.tags[forms.index("utan")] != "ADP"


def _clauses(sentence: SentenceForms) -> Measured:
    """The number of subordinate clauses: words that open one and have a finite verb to follow.

    *att*, *som* and *om* without a verb of their own open none: *allt som behövs* does, *som vanligt* doesn't.  Items
    of a list are one: *när du söker, när du får svar*; and *som den gör* is a turn of speech.
    """
    opened = closed = 0
    for i in range(len(sentence.forms)):
        if opens_clause(sentence, i) and not _goes_on_with_list(sentence, i) and not _is_who(sentence, i):
            opened += 1
        elif closed < opened and (is_finite(sentence, i) or lacks_have(sentence, i)):
            closed += 1
    return of_whole(closed - _turns_of_speech(sentence), sentence)


def _tangled(sentence: SentenceForms) -> Measured:
    """The number of words of a sentence with three subordinate clauses or more; nothing of a straighter one."""
    clauses, _, _ = _clauses(sentence)
    return _words(sentence) if clauses >= _TANGLED else nothing(sentence)


def _is_who(sentence: SentenceForms, i: int) -> bool:
    """Whether the clause only says who or what: *den* **som** *söker*, *vad* **som** *gäller*.

    It stands for a noun, *den sökande*, and is as easy to keep in mind.
    """
    if i < 1 or sentence.forms[i] != "som" or sentence.forms[i - 1] not in _WHO:
        is_listed = sentence.forms.count("vad") > 1  # *vad som fungerar, vad som är svårt*
        return is_listed and sentence.forms[i - 1 : i + 1] == ["vad", "som"]
    verb = i + 2 if sentence.forms[i + 1 : i + 2] == ["inte"] else i + 1
    return verb < len(sentence.forms) and is_finite(sentence, verb)


def _goes_on_with_list(sentence: SentenceForms, i: int) -> bool:
    """Whether the clause is the next one of a list of the same kind: **när** *…, när …*.

    Its comma and word are all that tells: *att … och att …* are as many things to keep in mind, where no third says
    that it is a list: *att …, att … och att …*.
    """
    forms = sentence.forms
    if forms[i] == "att" and i > 1 and forms[i - 1] in (",", "och"):
        pairs = list(pairwise(forms))
        return (",", "att") in pairs and ("och", "att") in pairs and "att" in forms[: i - 1]
    before = forms[max(0, i - 1)]
    if forms[i] not in _LISTED or before not in _BETWEEN or forms[i] not in forms[: i - 1]:
        return False
    return before == "," or ("," in forms[: i - 1])


def _turns_of_speech(sentence: SentenceForms) -> int:
    """How many clauses only say *som den gör*, *som de är*: the verb ends them, with nothing after it."""
    forms = sentence.forms
    places = range(len(forms) - 3)
    return sum(forms[i] == "som" and forms[i + 1] in _PRONOUNS and _ends_turn(sentence, i + 2) for i in places)


def _ends_turn(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is *gör* or *är* and its clause ends after it."""
    return sentence.forms[i] in _EMPTY_VERBS and sentence.forms[i + 1] in _ENDS


def _distance(sentence: SentenceForms) -> Measured:
    """The words between the noun or pronoun that the sentence begins with and the main clause's finite verb.

    *Ansökan om bygglov för huset vid sjön beviljas*: six, from *Ansökan* to *beviljas*.
    """
    head = _first_head(sentence)  # the cheaper of the two, and many sentences begin with none
    if head is None:
        return nothing(sentence)
    verb = main_verb(sentence)
    if verb is None or head >= verb or has_verb_untold(sentence, verb):
        return nothing(sentence)
    before = sentence.forms[head:verb]
    if _is_aside(before) or _holds_clause(before):
        return nothing(sentence)
    return words_between(sentence, head, verb)


def _holds_clause(before: list[str]) -> bool:
    """Whether a clause ends before the verb, which is another's: *Tunnor som står inne tas inte, och … debiteras*."""
    return any(sign == "," and word == "och" for sign, word in pairwise(before))


def _is_aside(before: list[str]) -> bool:
    """Whether the verb stands in brackets or after a colon, where it is not the sentence's own."""
    return ":" in before or before.count("(") != before.count(")")


def _first_head(sentence: SentenceForms) -> int | None:
    """The head of the noun phrase, or the pronoun, that the sentence begins with: *Den nya planen för …*.

    *Anna Berg*: *Berg*.  *Inom en vecka …* begins with no such phrase; *Krav 8: Uppgiften …* begins after its label.
    """
    for i in range(_after_label(sentence), len(sentence.tags)):
        tag = sentence.tags[i]
        if tag in _NOUNS_AND_PRONOUNS:
            if not _is_noun(sentence, i + 1):  # of *Anna Berg* the last name is the head
                return i
        elif tag not in BEFORE_NOUN:
            return None
    return None


def _after_label(sentence: SentenceForms) -> int:
    """Where the sentence begins after a short label with a colon; 0 where it has none."""
    label = sentence.forms[:_LONGEST_LABEL]
    return label.index(":") + 1 if ":" in label else 0


def _is_noun(sentence: SentenceForms, i: int) -> bool:
    """Whether a noun or name stands there; nothing does after the last word.

    *Anna* before *Berg* is followed by one.
    """
    if i == len(sentence.tags):
        return False
    return sentence.tags[i] in _HEADS


_MEASURES: dict[Measure, Callable[[SentenceForms], Measured]] = {
    "words": _words,
    "undivided": undivided,
    "clauses": _clauses,
    "tangled": _tangled,
    "nested": openers_in_a_row,
    "before_verb": before_verb,
    "first_clause": first_clause,
    "distance": _distance,
    "split_verb": split_verb,
    "modifiers": modifiers,
    "prepositions": prepositions,
    "chain": chain,
    "series": series,
    "splices": splices,
    "tail": tail,
    "negations": _negations,
}
_SIGNS: dict[Measure, tuple[frozenset[str], float]] = {
    "clauses": (SUBORDINATORS | QUESTIONS, 1),
    "nested": (SUBORDINATORS | QUESTIONS, 1),
    "first_clause": (SUBORDINATORS | QUESTIONS, 0),
    "chain": (LINKS, 0.5),
    "splices": (frozenset({","}), 0),
    "tail": (TAILS, 0),
    "split_verb": (AUXILIARIES, 0),
    "modifiers": (ARTICLES, 0),
    "prepositions": (_PREPOSITIONS, 1),
    "series": (frozenset({","}), 0.5),
    "negations": (_NEGATIONS, 1),
}
"""Words that a sentence needs, and how many of them for each unit of the limit, to be beyond it."""
