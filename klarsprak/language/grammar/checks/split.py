"""Compounds written as two words: *kontakt person, jätte bra*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.lexicon import is_adjective, is_listed_noun, noun_forms
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.words_at import WordsAt

_STRENGTHENING = frozenset({"jätte"})
_ACTIONS = ("ande", "ende")
"""What nouns end in that look like participles: *en* **genomförande** *plan*, where *avgörande roll* is no word."""
_BOUND = ("nings", "tions", "sions")
"""What the first part of a compound ends in, and a word by itself hardly."""
_MEASURES = frozenset(
    "del morgon kväll natt typ grad grupp par kopp glas flaska dag miljon massa mängd vänster höger".split()
)
"""Nouns that stand before another one: *en del ämnen*."""
_CLOCK = "klockan"
"""*På torsdag klockan tio* is a day and an hour."""
_ARTICLES = frozenset("en ett min mitt din ditt sin sitt vårt ingen inget".split())
_LINKED = ("ing", "ion", "het", "skap", "tet", "dom")
"""Nouns that have an s before the next part of a compound: *informationsmöte*."""
_TORN_OFF = frozenset({"NOUN", "ADJ"})
_NOUNS = frozenset({"NOUN"})
_TIMES = frozenset("dygnet dagen året natten".split())
LINKED = tuple(f"{ending}s" for ending in _LINKED)
_PARTS_OF_DAY = frozenset("morgon förmiddag eftermiddag kväll natt".split())
"""*fredag kväll* is a time of a day."""
_OWNERS = frozenset("min din sin vår er en".split())
_OF_THINGS = (*LINKED, "orgs", "nads", "ads")
"""How genitives end of what owns nothing: *omsorgs, kostnads, bostads*."""
_SHORTEST = 3
_DETERMINERS = frozenset({"DET", "ADJ", "PRON", "NUM", "PROPN"})


def _strengthened(words: WordsAt) -> Iterator[Mistake]:
    """*jätte bra*, which is one word."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.words[i] in _STRENGTHENING and block.tags[i + 1] in ("ADJ", "ADV") and block.words[i + 1].isalpha():
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _nouns(words: WordsAt) -> Iterator[Mistake]:
    """Two nouns that are one in the list: *kontakt person*."""
    block = words.block
    for i in pairs(words, _TORN_OFF, _NOUNS):
        first, second = block.words[i : i + 2]
        if not _is_one_word(first, second) or not may_be_last(block.written(i + 1, i + 2)):
            continue
        if block.words[i - 1] != "per" and (may_be_first(first) or _is_bare(words, i)):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + second,))


_GIVING = frozenset("ge ger gav gett ges erbjuda erbjuder visa visar lämna lämnar".split())
_VERBS = frozenset({"VERB", "AUX"})


def _before_definite(words: WordsAt) -> Iterator[Mistake]:
    """A bare noun, after a verb, before a definite one: *byta vatten mätaren*; not *ge barn maten*."""
    block = words.block
    for i in pairs(words, _NOUNS, _NOUNS):
        if i == words.start or not _may_govern(words, i - 1):
            continue
        if "Definite=Def" in block.features[i + 1] and _are_parts(words, i) and not _is_clause_after(words, i + 2):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _may_govern(words: WordsAt, i: int) -> bool:
    """Whether the word has one object: a preposition, or a verb that nobody is given something by."""
    block = words.block
    is_first = i == words.start and block.tags[i] == "PROPN"  # *Ring*, which may be a name
    return (block.tags[i] in ("VERB", "ADP") or is_first) and block.words[i] not in _GIVING


def _are_parts(words: WordsAt, i: int) -> bool:
    """Whether other compounds begin with the first word and end in the second."""
    first, second = words.block.words[i : i + 2]
    if second == _CLOCK or first in _MEASURES or not may_be_last(words.block.written(i + 1, i + 2)):
        return False
    if not _is_bare(words, i):
        return False
    return listed_words().is_compound(first + second, 2)


def _is_clause_after(words: WordsAt, i: int) -> bool:
    """Whether the second noun is the subject of a clause: *den har vatten kommunen levererar*."""
    return i < words.end and words.block.tags[i] in _VERBS


def pairs(words: WordsAt, first: frozenset[str], second: frozenset[str]) -> Iterator[int]:
    """The tokens of one of the first parts of speech that one of the second ones follows."""
    tags = words.block.tags
    for i in range(words.start, words.end - 1):
        if tags[i + 1] in second and tags[i] in first:
            yield i


def _is_bare(words: WordsAt, i: int) -> bool:
    """Whether the word has no ending, though the list lacks it or it may be plural: *narkotika brott, ord förråd*."""
    form, features = words.block.words[i], words.block.features[i]
    if len(form) < _SHORTEST or form in _MEASURES or is_adjective(form) or words.block.tags[i] != "NOUN":
        return False
    return "Definite=Def" not in features and "Case=Gen" not in features and not form.endswith("s")


def _is_one_word(first: str, second: str) -> bool:
    """Whether the words are one in a list: the nouns', or the speller's for those that are used."""
    if second in _PARTS_OF_DAY:
        return False
    band = band_of_pair(first, second)
    return band > 0 or (band == 0 and is_listed_noun(first + second))


@lru_cache(maxsize=20_000)
def band_of_pair(first: str, second: str) -> int:
    """How common the word is that the two are together; *-1* where there is none.

    >>> band_of_pair("kontakt", "person"), band_of_pair("ny", "person")
    (3, -1)
    """
    band = listed_words().band(first + second)
    return -1 if band is None else band


@cache
def listed_words() -> Lexicon:
    """The words that ship, to be asked which of them are one."""
    return Lexicon()


def may_be_first(form: str) -> bool:
    """Whether the word is a noun in dictionary form, and no measure or adjective."""
    if len(form) < _SHORTEST or form in _MEASURES or is_adjective(form):
        return False
    nouns = noun_forms(form)
    return bool(nouns) and not any(noun.is_definite or noun.number == "Plur" for noun in nouns)


def may_be_last(written: str) -> bool:
    """Whether the word is one in small letters that doesn't say when."""
    return len(written) >= _SHORTEST and written.isalpha() and written.islower() and written not in _TIMES


def _bound(words: WordsAt) -> Iterator[Mistake]:
    """A first part by itself: *utbildnings aktiviteter*; not *en utbildnings innehåll*."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if not block.words[i].endswith("s") or block.tags[i + 1] != "NOUN":
            continue
        if _is_first_part(words, i) and may_be_last(block.written(i + 1, i + 2)):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _is_first_part(words: WordsAt, i: int) -> bool:
    """Whether the word looks like one: by its ending, or where it is one with the next: *din fasta omsorgs kontakt*.

    A genitive has its article or ending, but may have *din* before it too: *din utbildnings innehåll*.
    """
    block = words.block
    if i == words.start or block.tags[i - 1] not in _DETERMINERS:
        return block.words[i].endswith(_BOUND)
    first, second = block.words[i : i + 2]
    owner = i - 2 if block.tags[i - 1] == "ADJ" and i - 2 >= words.start else i - 1
    least = 1 if block.words[owner] == "en" else 0
    return block.words[owner] in _OWNERS and first.endswith(_OF_THINGS) and band_of_pair(first, second) >= least


def _by_gender(words: WordsAt) -> Iterator[Mistake]:
    """Two nouns of which only the last goes with the article: *ett servicesedel daghem*."""
    block = words.block
    for i in range(words.start, words.end - 2):
        if block.words[i] not in _ARTICLES or block.tags[i + 2] != "NOUN" or block.tags[i + 1] not in _TORN_OFF:
            continue
        first, second = block.words[i + 1 : i + 3]
        if _is_torn(block.words[i], first, second) and may_be_last(block.written(i + 2, i + 3)):
            link = "s" if first.endswith(_LINKED) else ""
            yield Mistake(i + 1, i + 3, (block.written(i + 1, i + 2) + link + second,))


def _is_torn(article: str, first: str, second: str) -> bool:
    """Whether the article is that of the second noun and not of the first."""
    if first.endswith(_ACTIONS) and band_of_pair(first, second) > 0:
        return not article.endswith("t")
    if not may_be_first(first) or first.endswith("s"):
        return False
    gender = "Neut" if article.endswith("t") else "Com"
    seconds = {noun.gender for noun in noun_forms(second) if noun.number == "Sing" and not noun.is_definite}
    return gender in seconds and all(noun.gender != gender for noun in noun_forms(first))


STRENGTHENED = Check(_strengthened, _STRENGTHENING, holds_in_phrases=True)
SPLIT_NOUNS = Check(_nouns, holds_in_phrases=True)
SPLIT_DEFINITE = Check(_before_definite, holds_in_phrases=True)
SPLIT_BOUND = Check(_bound)
SPLIT_BY_GENDER = Check(_by_gender, _ARTICLES, holds_in_phrases=True)
