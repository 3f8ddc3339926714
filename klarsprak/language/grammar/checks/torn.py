"""Words torn in two whose whole is a word that the speller lists: *sjuk intyg, bygg lov, arbets plats*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.split import (
    LINKED,
    band_of_pair,
    listed_words,
    may_be_first,
    may_be_last,
    pairs,
)
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.grammar.verbs.words import slots
from klarsprak.language.spelling.automaton import JOINT
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
_LONG = 4
_USED = 1
"""How common a word is that two may be the halves of;"""
_COMMON = 2
"""and where the first half is a word too, or looks like one."""
_DETERMINERS = frozenset({"DET", "ADJ", "PRON", "NUM", "PROPN", "NOUN"})
_FIXED = frozenset({("huvud", "taget"), ("lös", "egendom")})
"""Words that stand apart and may be one word too."""
_TIMES = frozenset("år dag natt vecka månad land stat".split())
_OTHERS = frozenset(
    "inrikes utrikes till inom över under mellan efter före emot utan både samt eller vänster höger annan egen hela "
    "ena själv var vart andra halv".split()
)
"""Words of other kinds that compounds begin with too."""
_FIRST_TAGS = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
_SECOND_TAGS = frozenset({"NOUN", "ADJ"})
_LIKE_NOUNS = frozenset({"NOUN", "VERB", "PROPN"})
_IMPERATIVE = frozenset({"imp"})


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pair that is one word in the list, where the first half has no other place in the sentence."""
    block = words.block
    for i in pairs(words, _FIRST_TAGS, _SECOND_TAGS):
        band = _band(words, i)
        if band >= 0 and _may_be_torn(words, i) and _is_half(words, i, band):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _band(words: WordsAt, i: int) -> int:
    """How common the word is that the pair would be; 0 for one that is only made of known parts, -1 for none.

    Such a one counts after an article that tells: *ett kostnads förslag*.
    """
    first, second = words.block.words[i : i + 2]
    band = band_of_pair(first, second)
    if band < 0 and _has_other_gender(words, i) and listed_words().is_compound(first + second, 2):
        return 0
    return band


def _may_be_torn(words: WordsAt, i: int) -> bool:
    """Whether both words are in letters, the second in small ones, and they are no set phrase."""
    block = words.block
    pair = (block.words[i], block.words[i + 1])
    if len(pair[0]) < _SHORTEST or not pair[0].isalpha() or pair in _FIXED:
        return False
    return may_be_last(block.written(i + 1, i + 2)) and not block.written(i, i + 1).isupper()


def _is_half(words: WordsAt, i: int, band: int) -> bool:
    """Whether the first word of the pair is half a word: none by itself, or none that goes with the second."""
    first = words.block.words[i]
    if _has_other_gender(words, i) or (_may_be_no_adjective(words, i) and _is_no_word(first)):
        return True
    return band >= _USED and _is_half_of_used(words, i, band)


def _is_half_of_used(words: WordsAt, i: int, band: int) -> bool:
    """The same of a pair that is a word in use."""
    first, second = words.block.words[i : i + 2]
    if words.block.tags[i + 1] == "ADJ":
        return words.block.tags[i] == "NOUN" and may_be_first(first)
    if first.endswith("s"):
        return _is_bound(first) or (
            _is_bare_genitive(words, i) and (first.endswith(LINKED) or band >= _COMMON or _begins_compounds(first))
        )
    return _is_bound(first) or _disagrees(first, second) or (i > words.start and slots(first) == _IMPERATIVE)


def _may_be_no_adjective(words: WordsAt, i: int) -> bool:
    """Whether an adjective would stand in another form there: **skol** *skjutsen*, but *intern kontroll*."""
    block = words.block
    if block.tags[i + 1] == "ADJ":
        return False
    if block.tags[i] == "ADJ":
        return "Definite=Def" in block.features[i + 1] and not block.words[i].endswith(("a", "e"))
    return block.tags[i] in _LIKE_NOUNS


_NEUTERS = frozenset("ett ditt mitt sitt vårt ert inget något".split())


def _has_other_gender(words: WordsAt, i: int) -> bool:
    """Whether the word is a genitive that the article before doesn't go with: *ett* **kostnads** *förslag*.

    Only *ett* and its like tell: *en* may be the number of what comes after.
    """
    first = words.block.words[i]
    if i == words.start or not first.endswith("s") or words.block.words[i - 1] not in _NEUTERS:
        return False
    nouns = noun_forms(first.removesuffix("s"))
    return bool(nouns) and all(noun.gender == "Com" for noun in nouns) and _begins_compounds(first)


def _is_bound(first: str) -> bool:
    """Whether the word only begins others: *försörjnings*."""
    return not listed_words().lists(first) and _begins_compounds(first)


def _is_no_word(first: str) -> bool:
    """Whether the word, which a list of words in use has, is no noun, adjective or verb: *läkar*."""
    is_known = noun_forms(first) or noun_forms(first.removesuffix("s")) or adjective_of(first) or slots(first)
    return not is_known and len(first) >= _LONG and _begins_compounds(first) and first not in _OTHERS


def _begins_compounds(first: str) -> bool:
    """Whether compounds begin so; *läkar* is *läkare* there."""
    if first.endswith("ar") and noun_forms(f"{first}e"):
        return True
    automaton = listed_words().automaton
    return bool(automaton.step(automaton.walk(automaton.root, first), JOINT))


def _is_bare_genitive(words: WordsAt, i: int) -> bool:
    """Whether the word is the genitive of a noun that would need an article then: *bostads bidrag*."""
    noun = words.block.words[i].removesuffix("s")
    if noun in _TIMES or not any(each.number == "Sing" and not each.is_definite for each in noun_forms(noun)):
        return False
    return i == words.start or words.block.tags[i - 1] not in _DETERMINERS


def _disagrees(first: str, second: str) -> bool:
    """Whether the word is an adjective in another form than the noun wants: *sjuk intyg*, not *sjuk personal*."""
    nouns = noun_forms(second)
    if adjective_of(first) != first or not nouns:
        return False
    wanted = {adjective_in(first, noun.gender, noun.number, "Def" if noun.is_definite else "Ind") for noun in nouns}
    return first not in wanted and None not in wanted


TORN = Check(_find, holds_in_phrases=True)
