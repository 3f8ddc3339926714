"""Errors made in right Swedish by program: slips of fingers, torn words, wrong forms, words left out or twice.

They follow the tagger and plain endings, not the lists that the checks ask: what these lack is to be seen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.spelling.automaton import JOINT
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.verbs.words import forms_as, slots
from tools.keys import beside

_LEXICON = Lexicon()
_SHORT, _LONG = 4, 9
_NO_WORDS = frozenset({"ingen", "enhet"})
"""Ends of other words that look like nouns: *placer-ingen*."""
_PREPOSITIONS = frozenset("för under genom före över ut in upp till".split())


class Error(NamedTuple):
    """An error: the code points of a block's text that it takes the place of, and what stands there then."""

    sort: str
    start: int
    end: int
    wrong: str


class Place(NamedTuple):
    """A sentence in a block."""

    block: AnalysedBlock
    start: int
    end: int

    def error(self, sort: str, first: int, last: int, wrong: str) -> Error:
        """An error in place of some tokens, with the capital of the first."""
        start, end = self.block.chars(first, last)
        right = self.block.text[start:end]
        if right[:1].isupper() and not right.isupper():
            wrong = wrong[:1].upper() + wrong[1:]
        return Error(sort, start, end, wrong)


_Maker = Callable[[Place, int, random.Random], Iterator[Error]]


def made_at(place: Place, chance: random.Random) -> Iterator[Error]:
    """The errors that may be made in a sentence, at most one of a sort at each word."""
    for i in range(place.start, place.end):
        if not place.block.words[i][0].isalpha():
            continue
        for maker in _MAKERS:
            yield from maker(place, i, chance)


def _slipped(word: str, chance: random.Random) -> str:
    """The word with one slip of the fingers: a letter left out, swapped, doubled or beside the right key."""
    at = chance.randrange(len(word))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    kind = chance.choice("drop swap double key halve".split())
    if kind == "swap" and after:
        return before + after[0] + letter + after[1:]
    if kind == "double":
        return before + letter + letter + after
    if kind == "key":
        return before + chance.choice(beside(letter) or letter) + after
    if kind == "halve" and any(one == other for one, other in pairwise(word)):
        double = next(k for k in range(len(word) - 1) if word[k] == word[k + 1])
        return word[:double] + word[double + 1 :]
    return before + after


def _typo(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """A slip in a word: no name's, nor one that makes another word."""
    block, word = place.block, place.block.words[i]
    if len(word) < 2 or not word.isalpha() or block.tags[i] == "PROPN" or block.written(i, i + 1)[1:] != word[1:]:
        return
    wrong = _slipped(word, chance)
    if wrong == word:
        return
    is_word = len(wrong) == 1 or _LEXICON.lists(wrong)
    yield place.error(f"typo: {'makes a word' if is_word else _class(place, i)}", i, i + 1, wrong)


def _class(place: Place, i: int) -> str:
    word = place.block.words[i]
    if place.block.written(i, i + 1)[0].isupper():
        return "capital"
    if len(word) <= _SHORT:
        return f"{len(word)} letters"
    if _joint(word):
        return "compound"
    return "long" if len(word) >= _LONG else "5–8 letters"


def _joint(word: str) -> int:
    """Where the last part of a compound begins; 0 for no compound."""
    automaton = _LEXICON.automaton
    state, found = automaton.root, 0
    last_root = automaton.step(automaton.root, JOINT)
    for cut in range(1, len(word) - 2):
        state = automaton.step(state, word[cut - 1])
        if not state:
            break
        rest = word[cut:]
        if cut < 3 or len(rest) < _SHORT or rest in _NO_WORDS or not automaton.step(state, JOINT):
            continue
        if (automaton.band(automaton.walk(last_root, rest)) or 0) >= 1 and (_LEXICON.band(rest) or 0) >= 3:
            found = cut
    return found


_TORN = frozenset({"NOUN", "ADJ"})


def torn_at(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*mat lådor*, *rörelse hindrade*."""
    word = place.block.words[i]
    cut = _joint(word) if place.block.tags[i] in _TORN and word.isalpha() else 0
    if cut:
        first = word[:cut]
        kind = "bound" if not _LEXICON.lists(first) else "with s" if word[cut - 1] == "s" else "plain"
        kind = "preposition" if first in _PREPOSITIONS else kind
        kind = "adjective" if place.block.tags[i] == "ADJ" else kind
        yield place.error(f"split: {kind}", i, i + 1, f"{word[:cut]} {word[cut:]}")


_OTHER_DETERMINER = {
    "en": "ett", "ett": "en", "din": "ditt dina", "ditt": "din dina", "dina": "din ditt", "min": "mitt",
    "mitt": "min",
    "vår": "vårt våra", "vårt": "vår våra", "våra": "vår vårt", "den": "det", "det": "den", "denna": "detta",
    "detta": "denna", "ingen": "inget", "inget": "ingen", "någon": "något", "något": "någon", "er": "ert",
    "ert": "er",
    "annan": "annat", "annat": "annan", "alla": "all", "varje": "varja", "vilken": "vilket", "vilket": "vilken",
}  # fmt: skip


def _determiner(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*en beslut*, *din grannar*."""
    others = _OTHER_DETERMINER.get(place.block.words[i])
    if others and i + 1 < place.end and place.block.tags[i + 1] in ("NOUN", "ADJ") and place.block.tags[i] == "DET":
        yield place.error("form: determiner", i, i + 1, chance.choice(others.split()))


def _adjective(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*ett stor hus*, *besluten är fattat*."""
    block, word = place.block, place.block.words[i]
    is_participle = "VerbForm=Part" in block.features[i]
    if block.tags[i] != "ADJ" and not is_participle:
        return
    others = [form for form in _other_forms(word) if _LEXICON.lists(form)]
    if not others or i + 1 >= place.end:
        return
    if block.tags[i + 1] == "NOUN":
        has_determiner = i > place.start and block.tags[i - 1] == "DET"
        yield place.error(
            f"form: adjective {'in phrase' if has_determiner else 'alone'}", i, i + 1, chance.choice(others)
        )
    elif not {"är", "blir", "var", "vara", "bli", "blev"}.isdisjoint(block.words[max(place.start, i - 3) : i]):
        yield place.error("form: predicative", i, i + 1, chance.choice(others))


_FORM_ENDINGS = {
    "ade": ("ad", "at"),
    "ad": ("ade", "at"),
    "at": ("ad", "ade"),
    "na": ("en", "et"),
    "en": ("na", "et"),
    "et": ("en", "na"),
    "a": ("", "t"),
    "t": ("", "a"),
    "": ("t", "a"),
}
"""Plain endings of adjectives, the longest first, and those of the other forms."""


def _other_forms(word: str) -> list[str]:
    """Forms of the adjective by plain endings."""
    ending = next(ending for ending in _FORM_ENDINGS if word.endswith(ending))
    return [word.removesuffix(ending) + other for other in _FORM_ENDINGS[ending]]


_WITHOUT_ENDING = frozenset("en ett din ditt vår ert er denna detta något någon".split())
_WITH_ENDING = frozenset("den det här där".split())
_ENDINGS = ("en", "et", "arna", "erna", "ar", "er", "or", "n", "t")


def _noun(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*din beslutet*, *den här fråga*, *två ansökan*."""
    block, word = place.block, place.block.words[i]
    if block.tags[i] != "NOUN" or i == place.start or "Case=Gen" in block.features[i]:
        return
    before = i - 1
    while before > place.start and block.tags[before] == "ADJ":
        before -= 1
    if block.words[before] in _WITHOUT_ENDING:
        forms = [("with ending", word + ending) for ending in ("en", "et", "n", "t")]
    elif block.words[before] in _WITH_ENDING or block.tags[before] == "NUM":
        sort = "without ending" if block.words[before] in _WITH_ENDING else "of many"
        forms = [(sort, word.removesuffix(ending)) for ending in _ENDINGS if word.endswith(ending)]
    else:
        return
    found = next(((sort, form) for sort, form in forms if _LEXICON.lists(form)), None)
    if found is not None:
        yield place.error(f"form: noun {found[0]}", i, i + 1, found[1])


_MODALS = frozenset("kan ska måste bör vill får behöver skulle kunde".split())


def _verb(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*kan betalar*, *har skicka*, *att skickar*, *du skicka*."""
    block, word = place.block, place.block.words[i]
    if block.tags[i] not in ("VERB", "AUX") or i == place.start or not slots(word):
        return
    before = block.words[max(place.start, i - 4) : i]
    if "VerbForm=Inf" in block.features[i]:
        sort = "modal" if not _MODALS.isdisjoint(before) else "att" if before[-1] == "att" else "och"
        yield from _as(place, i, f"verb: after {sort}", chance.choice(["prs", "prs", "sup", "prt"]))
    elif "VerbForm=Sup" in block.features[i] and not {"har", "hade"}.isdisjoint(before):
        yield from _as(place, i, "verb: after har", chance.choice(["inf", "prt", "prs"]))
    elif "Tense=Pres" in block.features[i] and word not in ("är", "ska", "kan", "har", "måste", "bör"):
        yield from _as(place, i, "verb: finite", chance.choice(["inf", "inf", "sup"]))


def _as(place: Place, i: int, sort: str, slot: str) -> Iterator[Error]:
    word = place.block.words[i]
    forms = [form for form in forms_as(word, slot) if form != word]
    if forms:
        yield place.error(sort, i, i + 1, forms[0])


_DROPPED = frozenset("att och som är har kan ska inte till av en ett om vi du det i på för".split())


def _dropped(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """A word left out: *natten* *du ringa*."""
    block, word = place.block, place.block.words[i]
    if word not in _DROPPED or i == place.start or i + 1 >= place.end or not block.words[i + 1][0].isalnum():
        return
    start, end = block.chars(i - 1, i + 2)
    wrong = f"{block.written(i - 1, i)} {block.written(i + 1, i + 2)}"
    yield Error(f"dropped: {word}", start, end, wrong)


def _twice(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*vi vi*, *vi har vi*, *i kommunen i*."""
    block, word = place.block, place.block.words[i]
    written = block.written(i, i + 1)
    if i + 2 >= place.end or block.tags[i] in ("PROPN", "NUM"):
        return
    start = block.chars(i, i + 1)[0]
    if chance.random() < 0.2:
        yield Error("twice: at once", start, block.chars(i, i + 1)[1], f"{written} {word}")
    if block.words[i + 1][0].isalpha() and chance.random() < 0.2:
        following = block.written(i + 1, i + 2)
        yield Error("twice: a word between", start, block.chars(i, i + 2)[1], f"{written} {following} {word}")


_CONFUSED = dict(
    pair.split(":")
    for pair in (
        "de:dem,dom dem:de,dom att:och,at och:att,oc än:en en:än var:vart vart:var enda:ända ända:enda men:med "
        "med:men,me för:får får:för ditt:dit dit:ditt innan:före ligger:lägger ligga:lägga lägger:ligger sitta:sätta "
        "via:vi hans:han sin:hans sitt:hans när:nära så:sa eller:elle vad:va vilka:vilket mycket:mycke vilket:vilken "
        "era:er er:era någon:nån sedan:sen själva:själv både:båda"
    ).split()
)
"""Words, and those that are written in their place, with commas between."""


def _confused(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """A word for another that is like it."""
    word = place.block.words[i]
    wrong = chance.choice(_CONFUSED.get(word, word).split(","))
    if wrong != word:
        yield place.error(f"confused: {word}", i, i + 1, wrong)


_SIGNS = frozenset({".", ","})


def _signs(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """A stop or comma left out, put in, or with a space before it."""
    block = place.block
    end = block.chars(i, i + 1)[1]
    after = block.text[end : end + 1]
    if after == "." and i + 2 == place.end:
        is_last = place.end == len(block.words)
        yield Error(f"sign: no stop {'at the end' if is_last else 'between sentences'}", end, end + 1, "")
    if after == ",":
        yield Error("sign: space before", end, end, " ")
        if block.text[end + 1 : end + 2] == " ":
            yield Error("sign: no space after", end, end + 2, ",")
    if i + 2 < place.end and block.tags[i] == "NOUN" and "VerbForm=Fin" in block.features[i + 1]:
        yield Error("sign: comma before the verb", end, end, ",")


def _case(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*på Förskolan*, *i ekvalla*, *. vi*."""
    block, word = place.block, place.block.words[i]
    start, end = block.chars(i, i + 1)
    written = block.text[start:end]
    if i == place.start:
        if place.start and written[0].isupper() and written[1:] == word[1:]:
            yield Error("case: small first", start, end, word)
    elif block.tags[i] == "PROPN" and written.istitle():
        yield Error("case: small name", start, end, word)
    elif block.tags[i] == "NOUN" and written == word and chance.random() < 0.1:
        yield Error("case: capital within", start, end, word.capitalize())


def _order(place: Place, i: int, chance: random.Random) -> Iterator[Error]:
    """*Därför vi stänger*, *att vi har inte*."""
    block = place.block
    if i + 2 >= place.end:
        return
    pair = f"{block.words[i + 1]} {block.words[i]}"
    is_pronoun = block.words[i + 1] in ("vi", "du", "jag", "ni", "han", "hon")
    if i > place.start and "VerbForm=Fin" in block.features[i] and is_pronoun:
        yield place.error("order: subject before verb", i, i + 2, pair)
    if block.words[i] == "inte" and "VerbForm=Fin" in block.features[i + 1]:
        yield place.error("order: inte after verb", i, i + 2, pair)


_MAKERS: tuple[_Maker, ...] = (
    _typo, torn_at, _determiner, _adjective, _noun, _verb, _dropped, _twice, _confused, _signs, _case, _order,
)  # fmt: skip
