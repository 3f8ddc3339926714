"""Compounds written as two words, told by the lists alone: *fasad ritning, slam brunnen, en oros anmälan*.

The tagger takes a first part for an adjective, a verb or a name as often as for a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.split import LINKED, band_of_pair, listed_words, may_be_last
from klarsprak.language.grammar.lexicon import is_adjective, noun_forms
from klarsprak.language.grammar.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
_OFTEN = 2
_USED = 1
"""How common a compound is that is in use."""
_IMPERATIVE = frozenset({"imp"})
_FIRST_TAGS = frozenset({"NOUN", "ADJ", "VERB", "PROPN", "X"})
_MEASURES = frozenset(
    "del morgon förmiddag eftermiddag kväll natt typ grad grupp par kopp glas flaska dag miljon miljard massa mängd "
    "vänster höger antal sorts slags rad hälften klass hekto kilo gram liter meter kvadratmeter kilometer ton burk "
    "bit låda påse skål hög tusen dussin stycken tack tid fred år vecka månad procent form ansvarig kapitel artikel "
    "nummer paragraf moment punkt tabell figur sida mitten slutet början fall brist mat stor ung hem heltid deltid "
    "chef professor doktor kung rektor minister statsminister president kapten herr fru fröken".split()
)
"""Nouns and others that stand before another noun: *en del ämnen, ett glas vatten, kapitel ett, i fall beslut*."""
_NOT_LAST = frozenset(
    "dag kväll natt morgon år tid gång man sätt vis håll del sida slag sort fall läge förmiddag eftermiddag klockan "
    "dygnet dagen året natten veckan månaden gången mannen månad lördagen söndagen måndagen tisdagen onsdagen "
    "torsdagen fredagen antal resten skull saker school flakes".split()
)
"""Nouns that say when or how, and stand beside others so: *varje mandat år*."""
_OWNERS = frozenset(
    "år dag dags natt vecka månad minut timme sekund land stat ort gång stad kommun region myndighet tid mor far "
    "person elev barn förening bolag företag livstid".split()
)
"""Nouns whose genitive goes before anything: *ett års arbete, Åbo stads enheter*."""
_NO_ADJECTIVE = frozenset("sjuk slut plan special civil skol rikt kart".split())
"""Before a noun these adjectives are hardly any: *sjuk* is said of the living, and begins the name of a thing."""
_MAY_MEET = frozenset("till om av på ut in upp ned fram".split())
"""Prepositions and particles that another preposition may follow: *till för barn*."""
_ARTICLES = frozenset("en ett flera annan alla dessa din ditt er vår".split())
_NOT_FIRST = frozenset(
    "huvud stycke tur kvarts åter inrikes utrikes till inom över under mellan efter före emot utan både samt eller "
    "annan egen hela ena själv var vart halv första andra tredje lös stället inte också även alla båda många något "
    "vad vem när där här norra södra västra östra inre yttre övre nedre sista lika senare max smart privat separat "
    "exempel princip regel fjärde femte sjätte sjunde åttonde elva tolv den det dessa detta allt rätt bra nog ens "
    "nya sin man hon han mig dig sig som med för och att".split()
)
"""Other words that compounds begin with, or seem to."""
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_BEFORE_DEFINITE = frozenset({"ADP", "VERB", "AUX"})
_POSSESSIVES = frozenset("min din sin vår er mitt ditt sitt vårt ert".split())
_GENDERS = {"en": "Com", "ett": "Neut"}
_OF_ONE = frozenset("varje någons ens ett vars vilkens".split())
_GIVEN = frozenset("till i på av vilken vilket detta denna egen var en ett flesta vart samma".split())
"""After these a noun may be whole by itself before another: *till exempel smör, i regel kallelse*."""
_VOWELS = ("a", "e", "i", "o", "u", "y")
_NOUN_ENDINGS = ("en", "et", "n", "men", "met", "nen", "net")
_LIKE_ADJECTIVES = (
    "ande",
    "ende",
    "en",
    "ad",
    "t",
    "ig",
    "lig",
    "ell",
    "iv",
    "erad",
    "vis",
    "re",
    "aste",
    "isk",
    "a",
)


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pair that is one word."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.tags[i + 1] != "NOUN":
            continue
        is_torn = _is_torn_off if block.words[i] in _PARTICLES else _is_one
        if (block.tags[i] in _FIRST_TAGS or is_torn is _is_torn_off) and _may_be_pair(words, i) and is_torn(words, i):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


def _may_be_pair(words: WordsAt, i: int) -> bool:
    """Whether both are plain words that may be parts: no measures, names or codes."""
    return _may_be_first(words, i) and _may_be_second(words, i)


def _may_be_first(words: WordsAt, i: int) -> bool:
    """Whether a compound may begin with the word: in small letters, but for the first of a sentence."""
    form, written = words.block.words[i], words.block.written(i, i + 1)
    if len(form) < _SHORTEST or not form.isalpha():
        return False
    if (form in _MEASURES or form in _NOT_FIRST) and form not in _PARTICLES:
        return False
    return written == form or (i == words.start and written[1:] == form[1:])


def _may_be_second(words: WordsAt, i: int) -> bool:
    """Whether a compound may end in the second word: a noun, and no language, as in *läser barn engelska*."""
    block = words.block
    first, second = block.words[i : i + 2]
    if not may_be_last(block.written(i + 1, i + 2)) or not (block.tags[i + 1] == "NOUN" or noun_forms(second)):
        return False
    if second == "skull" or (second in _NOT_LAST and not first.endswith(LINKED)):
        return False
    if second.endswith("ska") and is_adjective(second):
        return False
    return len(second) > _SHORTEST or band_of_pair(first, second) >= _OFTEN


def _is_one(words: WordsAt, i: int) -> bool:
    """Whether the pair is a compound in use, or one made as others are, and can't be two words there."""
    first, second = words.block.words[i : i + 2]
    band = band_of_pair(first, second)
    if band < 0 and not (_may_be_made(words, i) and listed_words().is_compound(first + second, 2)):
        return False
    if band < _OFTEN and _may_act(words, i):
        return False
    if first.endswith("s") and (noun_forms(first[:-1]) or first.endswith(LINKED)):
        return not slots(first) and not _is_owned(words, i, band)
    return _is_bare_noun(words, i, band)


def _may_act(words: WordsAt, i: int) -> bool:
    """Whether the first word may be who gets or does something: *får din pappa hjälp, har ditt barn plats*."""
    block = words.block
    if i - 2 < words.start or block.words[i - 1] not in _POSSESSIVES:
        return False
    return block.tags[i - 2] in _VERBS or block.tags[i - 2] in ("SCONJ", "ADV")


def _may_be_made(words: WordsAt, i: int) -> bool:
    """Whether the words are nouns by tagger and lists both, and no clause begins with the second one.

    *vilken* **roll funktionen** *spelar*.
    """
    block = words.block
    first, second = block.words[i : i + 2]
    if block.tags[i] not in _NOUNS or block.tags[i + 1] != "NOUN" or slots(second) - _IMPERATIVE:
        return False
    if not first.endswith("s") and (not _is_noun(first) or block.tags[i] not in ("NOUN", "ADJ")):
        return False
    if i == words.start:
        return True
    if "Definite=Def" in block.features[i + 1]:
        is_free = not _has_verb_after(words, i + 2) or (block.tags[i - 1] == "ADP" and block.tags[i + 2] == "AUX")
        return _may_precede_definite(words, i - 1) and is_free
    return block.words[i - 1] not in _GIVEN or _is_article_of(words, i - 1, second)


def _is_noun(form: str) -> bool:
    """Whether the word is a noun by the list, or by its other forms, *slammet, inkassot*, and no adjective."""
    lists = listed_words().lists
    if noun_forms(form):
        return True
    endings = (*_NOUN_ENDINGS, "t") if form.endswith(_VOWELS) else _NOUN_ENDINGS
    return any(lists(form + ending) for ending in endings) and not lists(f"{form}a")


def _may_precede_definite(words: WordsAt, i: int) -> bool:
    """Whether a definite noun may come after the word: *på, byta, nya*."""
    tag = words.block.tags[i]
    return tag in _BEFORE_DEFINITE or (tag == "ADJ" and "Definite=Def" in words.block.features[i])


def _is_article_of(words: WordsAt, i: int, noun: str) -> bool:
    """Whether the article goes with the noun: *en* **dusch plats**, but *ett paket smörgåsar*."""
    gender = _GENDERS.get(words.block.words[i])
    forms = noun_forms(noun)
    return bool(forms) and all((each.gender, each.number) == (gender, "Sing") for each in forms)


def _has_verb_after(words: WordsAt, i: int) -> bool:
    return i < words.end and words.block.tags[i] in _VERBS


def _is_owned(words: WordsAt, i: int, band: int) -> bool:
    """Whether the genitive has an article or the like of its own: *varje elevs rätt, sin mors kropp*."""
    block = words.block
    is_owner = block.words[i][:-1] in _OWNERS
    if i == words.start:
        return is_owner and band < _OFTEN
    if block.words[i - 1] in _OF_ONE or (is_owner and (band < _OFTEN or block.tags[i - 1] not in _BEFORE_DEFINITE)):
        return True
    if block.tags[i - 1] in ("DET", "PRON", "NUM", "PROPN"):
        return band < _USED
    return block.tags[i - 1] == "ADJ" and band < 0 and not block.words[i].endswith(LINKED)


def _is_bare_noun(words: WordsAt, i: int, band: int) -> bool:
    """Whether the first word is a noun without ending and nothing else."""
    first = words.block.words[i]
    if first in _NO_ADJECTIVE:
        return band >= _USED
    if _may_be_adjective(words, i, band) or slots(first) - _IMPERATIVE:
        return False
    if slots(first) and (i == words.start or words.block.tags[i - 1] in ("PUNCT", "CCONJ")):
        return False
    nouns = noun_forms(first)
    return not any(noun.is_definite or (noun.number == "Plur" and noun.noun != first) for noun in nouns)


def _may_be_adjective(words: WordsAt, i: int, band: int) -> bool:
    """Whether the word is an adjective: it has the endings of one, *intern, internt, interna*."""
    form = words.block.words[i]
    if is_adjective(form) and not (form.endswith("ad") and noun_forms(form)):
        return True
    is_noun = bool(noun_forms(form)) and words.block.tags[i] != "ADJ"
    lists = listed_words().lists
    has_neuter, has_plural = lists(f"{form}t"), lists(f"{form}a")
    if band >= _USED:
        return has_neuter and has_plural and not is_noun and slots(form) != _IMPERATIVE
    if not noun_forms(form) and _is_noun(form):
        return False
    return has_neuter or has_plural or (form.endswith(_LIKE_ADJECTIVES) and not noun_forms(form))


_PARTICLES = frozenset("för genom under över bak".split())
_BEFORE_PARTICLE = frozenset({"ADP", "DET", "ADJ"})
_NO_PREPOSITION = 3
"""How common a compound is whose preposition has no place by itself where it stands."""
_REACH = 3


def _is_torn_off(words: WordsAt, i: int) -> bool:
    """Whether a preposition stands where none can, and begins the next word: *i* **för väg**, *vid* **genom gång**.

    Not *en för föräldrar viktig fråga*, nor *är till för barn*.
    """
    block = words.block
    if i == words.start or block.tags[i - 1] not in _BEFORE_PARTICLE or block.words[i - 1] in _MAY_MEET:
        return False
    if band_of_pair(*block.words[i : i + 2]) < _NO_PREPOSITION:
        return False
    if block.tags[i - 1] == "ADP":
        return True
    after = block.tags[i + 2 : min(words.end, i + 2 + _REACH)]
    return block.words[i - 1] in _ARTICLES and not {"ADJ", "NOUN", "VERB"} & set(after[:1]) and "ADJ" not in after


JOINED = Check(_find, holds_in_phrases=True)
