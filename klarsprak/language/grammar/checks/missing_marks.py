"""*att* left out before an infinitive: *för skicka*, *kan komma behövas*, *kommer göra*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    INFINITIVE,
    can_only_be,
    is_tagged,
    may_be_infinitive,
    next_after,
    places,
)
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.lexicon.nouns import is_listed_noun
from klarsprak.language.verbs.words import is_only_verb, slots
from klarsprak.language.words_at import WordsAt

_COME = frozenset({"kommer"})
_TO_COME = frozenset({"komma"})
_OPENERS = frozenset("när om då innan".split())
"""What opens a clause that the main clause follows."""
_SUBJECT_TAGS = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_MAY = frozenset("kan kunde kunna ska skulle lär torde".split())
_REACH = 4
"""How many words before *komma* its auxiliary stands at most."""
_TAGGED_INFINITIVE = frozenset({"inf"})


def _after_come(words: WordsAt) -> Iterator[Mistake]:
    """*kommer skickas*, *kommer inte göra*."""
    for i in places(words, _COME):
        verb = next_after(words, i)
        if _is_subject_noun(words, verb):
            verb = _after_subject(words, i, verb)
        if may_be_infinitive(words, verb) and not _opens_main_clause(words, i, verb):
            yield _with_att(words, i, verb)


def _is_subject_noun(words: WordsAt, i: int) -> bool:
    """Whether the token is a noun in the definite, which may be the subject: *kommer* **simhallen** *vara stängd*."""
    block = words.block
    return i < words.end and block.tags[i] == "NOUN" and "Definite=Def" in block.features[i]


def _after_subject(words: WordsAt, come: int, noun: int) -> int:
    """Where the infinitive stands after the noun; the noun's own place where none is sure, or *kommer* ends a clause.

    *När vakten kommer* **lyfter** *båten* has no infinitive, *kommer bussen* **gå** has.
    """
    verb = next_after(words, noun)
    is_sure = verb < words.end and is_tagged(words, verb, _TAGGED_INFINITIVE)
    return verb if is_sure and _OPENERS.isdisjoint(words.block.words[words.start : come]) else noun


def _opens_main_clause(words: WordsAt, come: int, verb: int) -> bool:
    """Whether a clause ends with *kommer*, and the next begins without a comma: *när båten kommer* **töms** *den*.

    A passive is a present too.  Its subject follows it there, and an object hardly does after *kommer att tömmas*.
    """
    block = words.block
    if verb != come + 1 or can_only_be(words, verb, INFINITIVE):
        return False
    if _OPENERS.isdisjoint(block.words[words.start : come]):
        return False
    return verb + 1 < words.end and block.tags[verb + 1] in _SUBJECT_TAGS


def _after_may_come(words: WordsAt) -> Iterator[Mistake]:
    """*kan komma behövas*."""
    for i in places(words, _TO_COME):
        before = words.block.words[max(words.start, i - _REACH) : i]
        if not _MAY.isdisjoint(before) and words.block.words[i + 1].endswith("s") and may_be_infinitive(words, i + 1):
            yield _with_att(words, i, i + 1)


def _with_att(words: WordsAt, first: int, verb: int) -> Mistake:
    """The words with *att* before the verb."""
    block = words.block
    return Mistake(first, verb + 1, (f"{block.written(first, verb)} att {block.written(verb, verb + 1)}",))


_PREPOSITIONS = frozenset("för genom utan efter på till om av i med från vid mot över".split())
_NEGATIONS = frozenset("inte ej icke inget ingen inga aldrig".split())
_PREPOSITION_TAGS = frozenset({"ADP", "SCONJ", "CCONJ"})
_SEEN_AS_INFINITIVES = VERBS | {"ADV"}
"""What the tagger takes infinitives for after a preposition: see ``_is_seen_so``."""


def _after_preposition(words: WordsAt) -> Iterator[Mistake]:
    """*för skicka*, *genom betala*."""
    for i in places(words, _PREPOSITIONS):
        if _is_but(words, i) or words.block.tags[i] not in _PREPOSITION_TAGS:
            continue
        if _is_named_by_letter(words, i + 1):
            continue
        if _is_sure_infinitive(words, i + 1) and not _waits(words, i) and not _is_stranded(words, i):
            yield _with_att(words, i, i + 1)


def _is_named_by_letter(words: WordsAt, i: int) -> bool:
    """Whether a letter or a number tells which one it is, as of a thing: *för* **brygga** *A*, *för* **bro** *2*."""
    name = words.block.written(i + 1, i + 2).rstrip(".") if i + 1 < words.end else ""
    return name.isdigit() or (len(name) == 1 and name.isupper())


def _is_stranded(words: WordsAt, i: int) -> bool:
    """Whether the preposition ends a clause, and a passive follows: *varje dag som du betalar* **för** *räknas*."""
    block = words.block
    if not block.words[i + 1].endswith("s"):
        return False
    return not {"som", "den", "det", "varje"}.isdisjoint(block.words[words.start : i])


def _is_but(words: WordsAt, i: int) -> bool:
    """Whether *utan* stands against a negation before it: *tas inte bort* **utan** *markeras som gammal*."""
    if words.block.words[i] != "utan":
        return False
    return not _NEGATIONS.isdisjoint(words.block.words[words.start : i])


_SET_PHRASES = frozenset(
    ("till känna", "till väga", "till spilla", "till fånga", "till vara", "till handa", "utan böra", "i stå")
)
"""Prepositions with an old form of a noun that looks like an infinitive: *gå* **till väga**, *gå* **till spilla**."""
_PURPOSE = frozenset({"för", "genom", "utan"})


def _is_sure_infinitive(words: WordsAt, i: int) -> bool:
    """Whether list and tagger both see an infinitive, and no set phrase; *logga* of *genom logga in* is one too."""
    block = words.block
    if not may_be_infinitive(words, i) or not _is_seen_so(words, i):
        return False
    if is_only_verb(block.words[i]) and slots(block.words[i]) <= INFINITIVE:
        return not _is_set_phrase(words, i) and not _is_likelier_noun(words, i)
    if block.words[i - 1] not in _PURPOSE or block.words[i] == "vara" or _is_noun_phrase(words, i):
        return False
    return block.tags[i + 1 : i + 2] != ["NOUN"]


def _is_set_phrase(words: WordsAt, i: int) -> bool:
    """Whether the word and the preposition before it are one: *till* **väga**."""
    return " ".join(words.block.words[i - 1 : i + 1]) in _SET_PHRASES


def _is_likelier_noun(words: WordsAt, i: int) -> bool:
    """Whether the word may be a noun and the preposition hardly leads to an infinitive: *besvär av* **hosta**."""
    return words.block.words[i - 1] not in _PURPOSE and is_listed_noun(words.block.words[i])


def _is_noun_phrase(words: WordsAt, i: int) -> bool:
    """Whether a word that may be a noun is one, as the verb comes next: *undantag för* **brygga** *avslås*.

    Or another noun is joined to it: *dispens för* **brygga** *och bastu*.
    """
    block = words.block
    if i + 1 >= words.end or not is_listed_noun(block.words[i]):
        return False
    following = block.words[i + 1]
    if following in ("och", "eller", "samt") and block.tags[i + 2 : i + 3] == ["NOUN"]:
        return True
    return is_only_verb(following) and not slots(following).isdisjoint(FINITE)


def _is_seen_so(words: WordsAt, i: int) -> bool:
    """Whether the tagger takes the word for an infinitive, or after *för* for no noun at least: *för se hur*."""
    if is_tagged(words, i, _TAGGED_INFINITIVE):
        return True
    block = words.block
    if block.words[i - 1] not in _PURPOSE:
        return False
    return block.tags[i] == "VERB" or (block.words[i].endswith("a") and block.tags[i] == "ADV")


_AUXILIARIES = frozenset(
    "ska skall skulle kan kunde måste bör borde kunna vill ville brukar brukade får fick behöver att få behöva vilja "
    "låter låt hinner".split()
)
_NEAR = 3


def _waits(words: WordsAt, i: int) -> bool:
    """Whether an auxiliary stands before, whose verb this may be: *kan du till en början betala*, *ska i vart fall*.

    Not where it has another one already: *bör hjälpas åt för skydda*.
    """
    before = words.block.words[max(words.start, i - _NEAR) : i]
    if words.block.words[i] in _PURPOSE or _AUXILIARIES.isdisjoint(before):
        return False
    return not any("inf" in slots(form) and form not in _AUXILIARIES for form in before)


_NEEDS_ATT = frozenset(
    "bättre bäst lättare svårare enklare lätt svårt viktigt viktigare roligt roligare omöjligt dags förbjudet bra "
    "skönt tryggare säkrare".split()
)
_BE = frozenset("är var blir blev".split())


def _after_adjective(words: WordsAt) -> Iterator[Mistake]:
    """*det är bättre vänta*: the infinitive is what is better, and needs *att*.

    *Syftet är att* **bättre förstå** has it already.
    """
    for i in places(words, _NEEDS_ATT):
        before = words.block.words[max(words.start, i - _NEAR) : i]
        if not _BE.isdisjoint(before) and _AUXILIARIES.isdisjoint(before) and can_only_be(words, i + 1, INFINITIVE):
            yield _with_att(words, i, i + 1)


_RIGHTS = frozenset("rätt rätten möjlighet möjligheten skyldighet skyldigheten tillfälle chans skyldig".split())
_MAY_GOVERN = _AUXILIARIES | {"må", "lär", "kunna"}


def _after_noun(words: WordsAt) -> Iterator[Mistake]:
    """*du har rätt överklaga*: what one has the right to needs *att*."""
    block = words.block
    for i in places(words, _RIGHTS):
        if i == words.start or block.words[i + 1].endswith("s") or not may_be_infinitive(words, i + 1):
            continue
        if _MAY_GOVERN.isdisjoint(block.words[words.start : i]):
            yield _with_att(words, i, i + 1)


_GOES = frozenset({"går", "gick"})


def _after_go(words: WordsAt) -> Iterator[Mistake]:
    """*locket går lyfta av*: what is possible to do needs *att*."""
    block = words.block
    for i in places(words, _GOES):
        verb = next_after(words, i)
        if verb >= words.end or not block.words[verb].endswith("a") or "inf" not in slots(block.words[verb]):
            continue
        is_seen = block.tags[verb] == "VERB" and "VerbForm=Part" not in block.features[verb]
        if is_seen and block.words[i - 1 : i] != ["i"] and not _is_set_phrase(words, verb):
            yield _with_att(words, i, verb)


BARE_AFTER_GO = Check(_after_go, _GOES)
BARE_AFTER_NOUN = Check(_after_noun, _RIGHTS)
BARE_AFTER_COME = Check(_after_come, _COME)
BARE_AFTER_MAY_COME = Check(_after_may_come, _TO_COME)
BARE_AFTER_PREPOSITION = Check(
    _after_preposition,
    _PREPOSITIONS,
    neighbours=frozenset((before, after) for before in _PREPOSITION_TAGS for after in _SEEN_AS_INFINITIVES),
)
BARE_AFTER_ADJECTIVE = Check(_after_adjective, _NEEDS_ATT)
