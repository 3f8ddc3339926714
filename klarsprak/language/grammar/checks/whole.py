"""Words after which a noun has its ending or has none: *hela dag, nästa veckan*; and *en av villkoren*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import VALUES, Phrase, phrase_at, phrase_mistake, phrases_after
from klarsprak.language.grammar.lexicon import NounForm
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_WITH_ENDING = frozenset({"hela", "halva", "förra"})
_WITHOUT = frozenset({"nästa", "samma"})
_DEFINITES = frozenset({"DET", "PRON", "NUM", "PROPN", "ADJ", "NOUN"})
_PLURALS = frozenset("de dessa mina dina sina våra era kommunens hans hennes deras".split())
_ONES = ({"Com": "en", "Neut": "ett"}, {"Com": "någon", "Neut": "något"}, {"Com": "ingen", "Neut": "inget"})
"""Words for one of several, or none, by gender."""
_ONES_OF_WORD = {word: pair for pair in _ONES for word in pair.values()}


def _ending(words: WordsAt) -> Iterator[Mistake]:
    """Nouns without their ending after *hela* and *förra*: *hela dag*; not *min hela dag*."""
    for phrase in phrases_after(words, _WITH_ENDING):
        noun = _only(phrase) or _numbered(phrase)
        if noun and not noun.is_definite and not _has_determiner(phrase):
            yield _with(phrase, noun, noun.definite)


def _no_ending(words: WordsAt) -> Iterator[Mistake]:
    """Nouns with the ending after *nästa* and *samma*: *nästa veckan*."""
    for phrase in phrases_after(words, _WITHOUT):
        noun = _only(phrase)
        if noun and noun.is_definite:
            yield _with(phrase, noun, noun.noun)


def _only(phrase: Phrase) -> NounForm | None:
    """The noun straight after the word, where it is singular and there is no doubt of it."""
    readings = phrase.readings
    if len(readings) != 1 or phrase.noun != phrase.determiner + 1 or not phrase.is_whole:
        return None
    if phrase.noun_form in _NAMED_BY_NUMBER and _is_before_number(phrase):
        return None
    return readings[0] if readings[0].number == "Sing" else None


def _numbered(phrase: Phrase) -> NounForm | None:
    """The noun, though it may be plural, where a number says which one is meant: *hela* **läsår** *2025/26*."""
    if phrase.noun_form in _NAMED_BY_NUMBER or not _is_before_number(phrase):
        return None
    forms = [noun for noun in phrase.readings if noun.number == "Sing" and noun.noun == phrase.noun_form]
    return forms[0] if len(forms) == 1 and phrase.noun == phrase.determiner + 1 else None


_NAMED_BY_NUMBER = frozenset(
    "vecka kapitel paragraf avsnitt årskurs etapp våning plan hus rum del sida grupp".split()
)
"""With a number after them they are names: *hela* **vecka** *18*."""


def _is_before_number(phrase: Phrase) -> bool:
    after = phrase.noun + 1
    return after < phrase.words.end and phrase.words.block.words[after][0].isdigit()


_BOTH = frozenset({"båda", "bägge"})
_SET_PAIRS = frozenset("parter sidor händer makar typer sorter varianter".split())
"""Plurals that stand without the ending after *båda* in set phrases: *båda parter*."""
_VERBS = frozenset({"VERB", "AUX"})
_NO_PREDICATES = frozenset({"ADP", "VERB", "PUNCT", "SCONJ", "CCONJ"})
"""After these *båda* begins a phrase; after others it may belong to what stands before: *vi är båda studenter*."""


def _both(words: WordsAt) -> Iterator[Mistake]:
    """Nouns of many without the ending after *båda*: *båda lösningar*; not *båda våra lösningar*."""
    for phrase in phrases_after(words, _BOTH):
        readings = phrase.readings
        if len(readings) != 1 or phrase.noun != phrase.determiner + 1 or phrase.noun_form in _SET_PAIRS:
            continue
        noun, before = readings[0], phrase.determiner - 1
        if before >= words.start and words.block.tags[before] not in _NO_PREDICATES:  # *vi är båda studenter*
            continue
        if before < words.start and _is_set_before(phrase):
            continue
        if "vars" in words.block.words[max(words.start, before - 2) : phrase.determiner]:
            continue  # *barn vars ena eller* **båda föräldrar** *arbetar*
        if noun.number == "Plur" and not noun.is_definite and phrase.is_whole and noun.definite_plural:
            yield _with(phrase, noun, noun.definite_plural)


def _is_set_before(phrase: Phrase) -> bool:
    """Whether the phrase only says what those are who come later: *Båda elever till Ek,* **möttes** *de*."""
    block, end = phrase.words.block, phrase.words.end
    for i in range(phrase.noun + 1, end - 1):
        if block.tags[i] in _VERBS:
            return False
        if block.words[i] == ",":
            return block.tags[i + 1] in _VERBS
    return False


def _has_determiner(phrase: Phrase) -> bool:
    """Whether a word before makes the phrase definite: *min hela familj*."""
    block, before = phrase.words.block, phrase.determiner - 1
    if before < phrase.words.start:
        return False
    return (
        block.tags[before] in _DEFINITES or "Case=Gen" in block.features[before] or block.words[before].endswith("es")
    )


def _with(phrase: Phrase, noun: NounForm, form: str) -> Mistake:
    """The phrase with the noun in another form."""
    first = phrase.words.block.written(phrase.determiner, phrase.determiner + 1)
    return phrase_mistake(phrase, noun, f"{first} {match_case(phrase.noun_form, form)}")


def _one_of(words: WordsAt) -> Iterator[Mistake]:
    """One of several things of the other gender: *en av villkoren, ett av skolorna, något av platserna*."""
    block = words.block
    for i in range(words.start, words.end - 3):
        if block.words[i] not in _ONES_OF_WORD or block.words[i + 1] != "av" or block.words[i + 2] not in _PLURALS:
            continue
        phrase = phrase_at(words, i + 2)
        if phrase and not phrase.has_unknown and phrase.is_whole:
            yield from _of_other_gender(phrase, i)


def _of_other_gender(phrase: Phrase, one: int) -> Iterator[Mistake]:
    """The word *en*, *något* or the like, where the things have the other gender."""
    block = phrase.words.block
    ones = _ONES_OF_WORD[block.words[one]]
    genders = {noun.gender for noun in phrase.readings if noun.number == "Plur"}
    if len(genders) == 1 and len(phrase.readings) == 1 and block.words[one] != ones[next(iter(genders))]:
        right = ones[genders.pop()]
        values = {"noun": phrase.readings[0].noun, "article": right}
        yield Mistake(one, one + 1, (match_case(block.written(one, one + 1), right),), values)


WITH_ENDING = Check(_ending, _WITH_ENDING, VALUES)
WITHOUT_ENDING = Check(_no_ending, _WITHOUT, VALUES)
BOTH = Check(_both, _BOTH, VALUES)
ONE_OF = Check(_one_of, frozenset({"av"}), VALUES)
