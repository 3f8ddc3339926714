"""Two words that could be one and meet by chance: *ett* **barn hem** *till er*, *avstämning* **dag** *60*."""

from __future__ import annotations

from klarsprak.language.grammar.checks.clause_verbs import FINITE, SUBJECTS
from klarsprak.language.grammar.checks.torn_evidence import Pair
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_DAYS = frozenset("dagen kvällen natten morgonen veckan månaden året timmen helgen terminen sommaren".split())
_NUMBERED = frozenset("nummer dag vecka nivå steg etapp rum klass grupp avdelning zon".split())
"""What a number tells apart: *avstämning* **dag** *60*."""
_BEFORE_OR_AFTER = frozenset("innan före efter därpå därefter dessförinnan".split())
"""A time and how it lies: *tappa upp vatten till disk* **dagen innan**."""


_SOMEBODY = frozenset(
    "myndighet kommun region nämnd domstol organ förening skola person elev barn vän granne kund patient hyresgäst "
    "medlem sökande part företag bolag stad styrelse anställd".split()
)
_GOT = frozenset(
    "hjälp stöd möjlighet tillstånd uppgift uppgifter rätt tid bidrag ersättning besked råd ansvar förslag tillgång "
    "tillfälle frågor svar skydd företräde information".split()
)
"""What somebody is given or asks for."""


def gets_something(words: WordsAt, i: int) -> bool:
    """Whether somebody gets or asks for what follows: *ge en* **region möjlighet** *att svara, får en elev frågor*.

    *En region* goes with the article before it, as *en annan myndighet* does.
    """
    block = words.block
    if block.words[i] not in _SOMEBODY or block.words[i + 1] not in _GOT or i == words.start:
        return False
    return block.words[i - 1] in _ONES or block.tags[i - 1] == "ADJ"


def is_governed(words: WordsAt, i: int, pair: Pair) -> bool:
    """Whether the first is a preposition before a phrase: **för enkla** *bolag*, *, en* **för lek** *och bad*."""
    block, after = words.block, i + 2
    if "first: preposition" not in pair.evidence or after >= words.end:
        return False
    if block.tags[i + 1] == "ADJ" and block.tags[after] == "NOUN":
        return "Number=Plur" in block.features[after]
    return block.words[after] == "och" and i - 2 >= words.start and block.words[i - 2] == ","


def is_said_of_first(words: WordsAt, i: int) -> bool:
    """Whether the second is the verb of the first: *enligt denna* **lag förs** *talan*, *har* **köp slutits**."""
    block = words.block
    if i == words.start or block.tags[i + 1] not in ("VERB", "AUX"):
        return False
    if block.words[i - 1] in ("har", "hade", "ha"):
        return "VerbForm=Sup" in block.features[i + 1]
    if block.words[i - 1] == "inte":  # *då behöver inte* **betyg sättas**
        return block.words[i + 1].endswith("s")
    return block.words[i - 1] in ("denna", "detta") and "VerbForm=Fin" in block.features[i + 1]


_ONES = frozenset("en ett den det annan annat någon något varje ingen inget denna detta".split())


def goes_home(words: WordsAt, i: int) -> bool:
    """Whether something is taken home: *Elsa har med sig ett* **blad hem** *på fredag*."""
    return words.block.words[i + 1] == "hem" and bool(noun_forms(words.block.words[i]))


def comes_home(words: WordsAt, i: int) -> bool:
    """Whether somebody or something comes home to others: *det kommer ett* **barn hem till** *er*."""
    return words.block.words[i + 1 : i + 3] in (["hem", "till"], ["hem", "från"])


def opens_sentence(words: WordsAt, pair: Pair) -> bool:
    """Whether the two are what a sentence begins with, and no word.

    A preposition, **För ändringar** *söker du lov*; what is done and the verb, **Betyg sätter** *läraren*.
    """
    if "first: preposition" in pair.evidence:
        return True
    i = words.start + 1
    is_verb = words.block.tags[i] == "VERB" and bool(slots(words.block.words[i]) & FINITE)
    return is_verb and not noun_forms(words.block.words[i])


def leads_on(words: WordsAt, second: int) -> bool:
    """Whether the second belongs to the next: *Akuta* **fel anmäler** *du till oss*, **lägenhet nummer** *4*."""
    if second + 1 >= words.end:
        return False
    form, following = words.block.words[second : second + 2]
    if form in _NUMBERED:
        return following[0].isdigit() or not following.strip("ivx")
    if form == "fast":  # *en räkning på* **vatten fast** *du har betalat*
        return words.block.tags[second + 1] == "PRON"
    return following in SUBJECTS and not slots(form).isdisjoint(FINITE)


def is_time_before_or_after(words: WordsAt, i: int) -> bool:
    """Whether a time stands at the token, *dagen* **innan**, which belongs to no noun before it."""
    following = words.block.words[i : min(i + 2, words.end)]
    return following[0] in _DAYS and following[-1] in _BEFORE_OR_AFTER


def meet_by_chance(words: WordsAt, i: int, pair: Pair) -> bool:
    """Whether any of these tells that the two are no word, listed or not."""
    if is_time_before_or_after(words, i + 1) or leads_on(words, i + 1) or comes_home(words, i):
        return True
    if is_governed(words, i, pair) or is_said_of_first(words, i) or gets_something(words, i):
        return True
    return i == words.start and opens_sentence(words, pair)
