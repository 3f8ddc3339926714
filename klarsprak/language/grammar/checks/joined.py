"""Compounds written as two words, told by the lists alone: *fasad ritning, slam brunnen, en oros anmälan*.

The tagger takes a first part for an adjective, a verb or a name as often as for a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.split import LINKED, band_of_pair, listed_words, may_be_last
from klarsprak.language.grammar.lexicon import adjective_of, is_adjective, noun_forms
from klarsprak.language.grammar.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
_USED = 1
"""How common a compound is that is in use."""
_FIRST_TAGS = frozenset({"NOUN", "ADJ", "VERB", "PROPN", "X"})
_MEASURES = frozenset(
    "del morgon förmiddag eftermiddag kväll natt typ grad grupp par kopp glas flaska dag miljon miljard massa mängd "
    "vänster höger antal sorts slags rad hälften klass hekto kilo gram liter meter kvadratmeter kilometer ton burk bit "
    "låda påse skål hög tusen dussin stycken tack tid fred år vecka månad procent form ansvarig kapitel artikel nummer "
    "paragraf moment punkt tabell figur sida mitten slutet början fall brist mat stor ung hem heltid deltid "
    "chef professor doktor kung rektor minister statsminister president kapten herr fru fröken".split()
)
"""Nouns and others that stand before another noun: *en del ämnen, ett glas vatten, kapitel ett, i fall beslut*."""
_NOT_LAST = frozenset(
    "dag kväll natt morgon år tid gång man sätt vis håll del sida slag sort fall läge förmiddag eftermiddag klockan "
    "dygnet dagen året natten veckan månaden gången mannen månad lördagen söndagen måndagen tisdagen onsdagen torsdagen fredagen antal resten skull saker school flakes".split()
)
"""Nouns that say when or how, and stand beside others so: *varje mandat år*."""
_OWNERS = frozenset(
    "år dag dags natt vecka månad minut timme sekund land stat ort gång stad kommun region myndighet tid mor far "
    "person elev barn förening bolag företag".split()
)
"""Nouns whose genitive goes before anything: *ett års arbete, Åbo stads enheter*."""
_NO_ADJECTIVE = frozenset({"sjuk"})
"""Said of the living alone, it begins the name of a thing."""
_NOT_FIRST = frozenset(
    "huvud åter inrikes utrikes till inom över under mellan efter före emot utan både samt eller annan egen hela ena "
    "själv var vart halv första andra tredje lös stället inte också även alla båda många något vad vem när där här "
    "norra södra västra östra inre yttre övre nedre sista lika senare max smart privat separat exempel princip regel "
    "fjärde femte sjätte sjunde åttonde elva tolv den det dessa detta allt rätt bra nog ens nya var sin man hon han mig dig sig som med för och att".split()
)
"""Other words that compounds begin with, or seem to."""
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "VERB"})
_BEFORE_DEFINITE = frozenset({"ADP", "VERB", "AUX"})
_OF_ONE = frozenset("varje någons ens ett vars vilkens".split())
_GIVEN = frozenset("till i på av vilken vilket detta denna egen var en ett flesta vart samma".split())
"""After these a noun may be whole by itself before another: *till exempel smör, i regel kallelse*."""
_LIKE_ADJECTIVES = ("ande", "ende", "en", "ad", "t", "ig", "lig", "ell", "iv", "erad", "vis", "re", "aste", "isk", "a")


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pair that is one word."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.tags[i] in _FIRST_TAGS and _may_be_pair(words, i) and _is_one(words, i):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _may_be_pair(words: WordsAt, i: int) -> bool:
    """Whether both are plain words that may be parts: no measures, names or codes."""
    block = words.block
    first, second = block.words[i : i + 2]
    if len(first) < _SHORTEST or not first.isalpha() or second in _NOT_LAST:
        return False
    if first in _MEASURES or first in _NOT_FIRST or not (block.tags[i + 1] == "NOUN" or noun_forms(second)):
        return False
    if not may_be_last(block.written(i + 1, i + 2)) or len(second) < _SHORTEST + 1:
        return False
    written = block.written(i, i + 1)
    return written == first or (i == words.start and written[1:] == first[1:])


def _is_one(words: WordsAt, i: int) -> bool:
    """Whether the pair is a compound in use, or one made as others are, and can't be two words there."""
    first, second = words.block.words[i : i + 2]
    band = band_of_pair(first, second)
    if band < 0 and not (_may_be_made(words, i) and listed_words().is_compound(first + second, 2)):
        return False
    if first.endswith("s") and (noun_forms(first[:-1]) or first.endswith(LINKED)):
        return first[:-1] not in _OWNERS and not slots(first) and not _is_owned(words, i, band)
    return _is_bare_noun(words, i, band)


def _may_be_made(words: WordsAt, i: int) -> bool:
    """Whether the words are nouns by tagger and lists both, and no clause begins with the second one.

    *vilken* **roll funktionen** *spelar*.
    """
    block = words.block
    first, second = block.words[i : i + 2]
    if block.tags[i] not in _NOUNS or block.tags[i + 1] != "NOUN" or slots(second):
        return False
    if not first.endswith("s") and (not noun_forms(first) or block.tags[i] != "NOUN"):
        return False
    if "Definite=Def" not in block.features[i + 1]:
        return i == words.start or block.words[i - 1] not in _GIVEN
    return i > words.start and block.tags[i - 1] in _BEFORE_DEFINITE and not _has_verb_after(words, i + 2)


def _has_verb_after(words: WordsAt, i: int) -> bool:
    return i < words.end and words.block.tags[i] in _VERBS


def _is_owned(words: WordsAt, i: int, band: int) -> bool:
    """Whether the genitive has an article or the like of its own: *varje elevs rätt, sin mors kropp*."""
    block = words.block
    if i == words.start:
        return False
    if block.words[i - 1] in _OF_ONE:
        return True
    if block.tags[i - 1] in ("DET", "PRON", "NUM", "PROPN"):
        return band < _USED
    return block.tags[i - 1] == "ADJ" and band < 0 and not block.words[i].endswith(LINKED)


def _is_bare_noun(words: WordsAt, i: int, band: int) -> bool:
    """Whether the first word is a noun without ending and nothing else."""
    first = words.block.words[i]
    if first in _NO_ADJECTIVE:
        return band >= _USED
    if _may_be_adjective(first, band) or slots(first) - {"imp"}:
        return False
    nouns = noun_forms(first)
    return not any(noun.is_definite or (noun.number == "Plur" and noun.noun != first) for noun in nouns)


def _may_be_adjective(form: str, band: int) -> bool:
    """Whether the word is an adjective: it has the endings of one, *intern, internt, interna*."""
    if is_adjective(form) or adjective_of(form) is not None or form.endswith(_LIKE_ADJECTIVES):
        return True
    lists = listed_words().lists
    has_neuter, has_plural = lists(f"{form}t"), lists(f"{form}a")
    return has_neuter and has_plural if band >= _USED else has_neuter or has_plural


JOINED = Check(_find, holds_in_phrases=True)
