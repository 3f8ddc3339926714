"""Compounds written as two words: *kontakt person, slam brunnen, en oros anmälan*.

``torn_evidence`` tells what speaks for and against it, and here the evidence is weighed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import fsum
from pathlib import Path

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.torn_by_chance import goes_home, meet_by_chance
from klarsprak.language.grammar.checks.torn_evidence import (
    POSSESSIVES,
    TOLD_BY_ARTICLE,
    UNSEEN,
    Pair,
    of_place,
    of_words,
)
from klarsprak.language.grammar.checks.torn_owners import begins_no_compound, owns_next
from klarsprak.language.grammar.checks.torn_words import ADVERBIALS, NEVER_LAST
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt
from klarsprak.swedish import MONTHS

WEIGHTS = Path(__file__).with_name("torn.json")
_SHORTEST = 3
_FIRST_TAGS = frozenset("NOUN ADJ VERB PROPN X ADP ADV AUX INTJ".split())
_SECOND_TAGS = frozenset("NOUN ADJ VERB PROPN ADV".split())
_SURE = 1.2
"""What the evidence weighs together where the words are one beyond doubt: of 430,000 right words 22 pairs;"""
_LIKELY = 0.4
"""and where they probably are: 24 more."""
_LISTED = frozenset(f"whole: {band}{rest}" for band in range(4) for rest in ("", ", begins compounds"))
_OF_TWO = frozenset({"first: adjective", "first: plural"})
"""How no word begins that nobody has listed: *tre* **grupper människor**."""
_ARTICLES_OF_FIRST = frozenset({"article: first's, second's", "article: first's, not second's"})
_OTHER_GENDER = "article: first's, not second's"
"""The owner goes with the first word alone: *behöver ditt* **barn omsorg**."""
_IN_USE = frozenset(name for name in _LISTED if name.startswith(("whole: 2", "whole: 3")))
_NEVER_LIKELY, _NEVER = "first: preposition", "first: agrees"
"""Nothing is said but beyond doubt of *för middag*, and nothing at all of *en lång promenad*."""
_COLOURS = frozenset({"blå", "grå"})
"""These have one form for most nouns, and the lists don't tell how they agree: *era* **blå kort**."""
_SHORT_FORMS = frozenset("sms mms pdf usb gps sfi bvc mvc kbt adhd hiv dna csn lss nfc".split())
"""Short forms in small letters."""
_POINTING = frozenset("den det de all allt vilken vilket".split())
_NEVER_FIRST = frozenset(
    "samt eller annan andra något vad den det dessa detta allt ens nya man hon han mig dig sig som och att tack vice "
    "många båda alla också även inte bra nog lika ovan nedan höger vänster tolv tänk framför hel halv del egen "
    "intern extern rätte ordning allmänhet enhet given väl får har kan ska vill".split()
).union(MONTHS)
"""Words that seem to begin compounds, and are words of their own before anything."""
_BEFORE_FOR = frozenset(
    "till tack tackar tackat tackade tacksam tacksamt tacksamma ansvar ansvarar ansvarig ansvariga ansvaret "
    "grund skäl utrymme underlag förslag plats tid svarar svarade bra dålig viktig viktigt viktiga avgörande gäller "
    "krävs skälen behövs används avsedd avsett avsedda skydd stöd krav villkor regler".split()
)
"""What *för* belongs to, whatever follows: *vi är tacksamma* **för svar**."""
_NUMBERS = frozenset("tretton fjorton femton sexton sjutton arton nitton tjugo trettio".split())
_COUNTED = frozenset({"Definite=Def", "Number=Plur"})
"""What follows a number that counts it: *fjorton* **föreningar**; but *en femton åring*."""
_INNOCENT_PAIRS = frozenset(
    {
        ("lös", "egendom"),
        ("enkel", "resa"),
        ("intern", "kontroll"),
        ("intern", "revision"),
        ("tredje", "land"),
        ("varm", "korv"),
        ("summa", "pengar"),
        ("militär", "tjänst"),
        ("sluten", "vård"),
        ("kommunal", "myndighet"),
        ("under", "tiden"),
        ("för", "tiden"),
        ("för", "undersökning"),
        ("under", "bar"),
        ("genom", "brott"),
        ("genom", "brottet"),
        ("före", "nämnda"),
        ("militär", "övning"),
        ("central", "myndighet"),
        ("smält", "metall"),
        ("tid", "ersättning"),
        ("lag", "stadgar"),
        ("enkel", "biljett"),
        ("svensk", "undervisning"),
        ("barn", "boende"),
    }
)
"""What two words mean by themselves, though together they are one too."""


def _sure(words: WordsAt) -> Iterable[Mistake]:
    """The pairs that are one word beyond doubt."""
    return [mistake for score, mistake in _found(words) if score >= _SURE]


def _likely(words: WordsAt) -> Iterable[Mistake]:
    """Those that probably are."""
    return [mistake for score, mistake in _found(words) if score < _SURE]


def _found(words: WordsAt) -> list[tuple[float, Mistake]]:
    """What both rules look at: all that is at least likely."""
    return words.block.once((_found, words.start), lambda: [each for each in _scored(words) if each[0] >= _LIKELY])


def _scored(words: WordsAt) -> Iterator[tuple[float, Mistake]]:
    """Each pair that may be one word, with what the evidence of it weighs."""
    for i, pair in pairs(words):
        score = weigh(pair.evidence)
        is_unlikely = _NEVER_LIKELY in pair.evidence or words.block.words[i] in _COLOURS
        if _NEVER in pair.evidence or (score < _SURE and is_unlikely):
            continue
        yield score, Mistake(i, i + 2, (match_case(words.block.written(i, i + 1), _joined(words, i, pair)),))


def _joined(words: WordsAt, i: int, pair: Pair) -> str:
    """The one word; a short form keeps a hyphen: *sms-tjänst*."""
    first, second = words.block.words[i : i + 2]
    return f"{first}-{second}" if first in _SHORT_FORMS else pair.whole


def weigh(evidence: Iterable[str]) -> float:
    """What pieces of evidence weigh together.

    Summed exactly, since a set has no order and rounding depends on it: a pair is over the limit in every run or
    in none.
    """
    weights = _weights()
    return fsum([weights["always"], *map(weights.__getitem__, weights.keys() & evidence)])


def pairs(words: WordsAt) -> Iterator[tuple[int, Pair]]:
    """The pairs of words that may be one, by the first one's token, and all that is known of each."""
    block, start, end = words
    tags = enumerate(pairwise(block.tags[start:end]), start)
    for i in [i for i, (tag, next_tag) in tags if tag in _FIRST_TAGS and next_tag in _SECOND_TAGS]:
        first, second = block.words[i : i + 2]
        if not _may_be_halves(first, second):
            continue
        # Looked at before the words around, since most that stand beside each other make no word.
        pair = of_words(first, second, block.tags[i] == block.tags[i + 1] == "NOUN")
        if pair is None or not _may_stand_beside(words, i) or _may_be_two(words, i, pair):
            continue
        if _is_of_next(words, i) or _ends_row(words, i):
            continue
        evidence = pair.evidence.union(of_place(words, i, pair.evidence))
        if not _is_genitive(evidence) and (UNSEEN not in evidence or TOLD_BY_ARTICLE in evidence):
            yield i, pair._replace(evidence=evidence)


def _is_genitive(evidence: frozenset[str]) -> bool:
    """Whether the first word owns the second, as its article tells: *en* **aktivitets nivå**, of no listed word."""
    if "first: bare genitive" not in evidence or evidence & _LISTED:
        return False
    return not evidence.isdisjoint(_ARTICLES_OF_FIRST)


def may_meet(words: WordsAt, i: int) -> bool:
    """Whether both words are in letters, small ones but for the sentence's first, and neither innocent."""
    return _may_be_halves(*words.block.words[i : i + 2]) and _may_stand_beside(words, i)


def _may_be_halves(first: str, second: str) -> bool:
    """Whether both words are in letters and neither innocent: asked of most words."""
    if len(first) < _SHORTEST or len(second) < _SHORTEST or first in _NEVER_FIRST or second in NEVER_LAST:
        return False
    return first.isalpha() and second.isalpha() and (first, second) not in _INNOCENT_PAIRS


def _may_stand_beside(words: WordsAt, i: int) -> bool:
    """Whether the words around let two be one, and both are in small letters but for the sentence's first."""
    block = words.block
    first = block.words[i]
    if i > words.start and _belongs_to(block.words[i - 1], first):
        return False
    if begins_no_compound(first) or (first in _NUMBERS and _COUNTED & block.features[i + 1]):
        return False
    if owns_next(words, i):
        return False
    rest = block.written(i, i + 2)[1:] if i == words.start else block.written(i, i + 2)
    return rest.islower()


def _belongs_to(before: str, first: str) -> bool:
    """Whether the first word is done with the one before it: *i* **regel**, *tacksam* **för**."""
    return (before, first) in ADVERBIALS or (first == "för" and before in _BEFORE_FOR)


def _may_be_two(words: WordsAt, i: int, pair: Pair) -> bool:
    """Whether the words meet by chance: *Släck,* **stäng fönstren**, *får din* **pappa hjälp**."""
    if _goes_with_first_alone(words, i) or meet_by_chance(words, i, pair):
        return True
    if not pair.evidence & _LISTED and (pair.evidence & _OF_TWO or _go_on_as_two(words, i) or goes_home(words, i)):
        return True
    if i == words.start or words.block.tags[i - 1] in ("PUNCT", "CCONJ"):
        return "first: imperative" in pair.evidence
    if "Definite=Def" in words.block.features[i + 1]:
        return _is_clause_after(words, i)
    return _is_of_person(words, i, pair)


def _is_of_person(words: WordsAt, i: int, pair: Pair) -> bool:
    """Whether the first is somebody's, who gets or does the second: *får din* **pappa hjälp**."""
    if i - 2 < words.start or words.block.words[i - 1] not in POSSESSIVES:
        return False
    if pair.evidence & _IN_USE and _OTHER_GENDER not in of_place(words, i, pair.evidence):
        return False
    return words.block.tags[i - 2] in ("VERB", "AUX", "SCONJ")


def _ends_row(words: WordsAt, i: int) -> bool:
    """Whether the first word is the last of several that say how something is: *trygg* **och prisvärd** *el*."""
    block = words.block
    if i - 2 < words.start or block.words[i - 1] != "och":
        return False
    return block.tags[i] == "ADJ" and block.tags[i - 2] == "ADJ"


def _is_of_next(words: WordsAt, i: int) -> bool:
    """Whether a line leaves out the preposition after what is done: **Komplettering ansökan** *maj*.

    Where a compound is torn its *s* stays with the first word: *kompletterings ansökan*.
    """
    if i > words.start or not words.block.words[i].endswith("ing"):
        return False
    return not any("VerbForm=Fin" in features for features in words.block.features[words.start : words.end])


def _goes_with_first_alone(words: WordsAt, i: int) -> bool:
    """Whether the words before the first ask for it and not for the second.

    *I kristen* **etik förlåtelsen**, *en nyanserad* **information impulser**: no adjective of one thing goes with the
    second.  *När valet är* **slut förs** *urnorna ut*: a clause is at its end.
    """
    block = words.block
    if i == words.start:
        return False
    tag, before, second = block.tags[i - 1], block.features[i - 1], block.features[i + 1]
    if tag == "ADJ":
        is_of_one = "Definite=Ind" in before and "Number=Sing" in before
        return is_of_one and not second.isdisjoint({"Definite=Def", "Number=Plur"})
    return tag == "AUX" and "VerbForm=Fin" in second


_OTHERS = frozenset("denna detta annan annat".split())
"""What stands before a noun that needs no more: *i* **denna** *kungörelse transport av båtar*."""


def _go_on_as_two(words: WordsAt, i: int) -> bool:
    """Whether what follows tells that two words in no list are two.

    Two things and a third, *lockar med färg och* **doft honan** *till sig*; a clause without *som*, *för* **språk
    personen** *har kunskap om*; a list that lost its comma, **datum månad** *och tid*; *byggt på* **gemenskap
    människor** *emellan*.
    """
    block, after = words.block, i + 2
    if i - 1 > words.start and block.words[i - 1] in _OTHERS and block.tags[i - 2] in ("ADP", "CCONJ"):
        return True
    if after >= words.end:
        return False
    if block.words[after] in ("emellan", "sinsemellan"):
        return True
    is_definite = "Definite=Def" in block.features[i + 1]
    if is_definite and i - 2 >= words.start and block.tags[i - 2 : i + 1] == ["NOUN", "CCONJ", "NOUN"]:
        return True
    if block.tags[after] == "CCONJ":
        return not is_definite and block.tags[i] == "NOUN"
    return is_definite and i > words.start and block.tags[i - 1] == "ADP" and block.tags[after] in ("VERB", "AUX")


def _is_clause_after(words: WordsAt, i: int) -> bool:
    """Whether a clause about the first word begins with the second: *den* **myndighet regeringen** *bestämmer*.

    *Det bestämda* **gods avtalet** *avser*: adjectives may stand between.
    """
    block, after, before = words.block, i + 2, i - 1
    while before > words.start and block.tags[before] == "ADJ":
        before -= 1
    if block.words[before] not in _POINTING or after >= words.end:
        return False
    return block.tags[after] in ("VERB", "AUX")


@cache
def _weights() -> dict[str, float]:
    """What each piece of evidence weighs, found by ``python -m tools.torn_weights``."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


TORN = Check(_sure, holds_in_phrases=True)
TORN_MAYBE = Check(_likely, holds_in_phrases=True)
