"""*inte* on the wrong side of the verb: *att han har inte*, *Vi inte kan*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import FINITE, SUBJECTS, can_only_be, is_finite_verb, places
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_NOT = frozenset({"inte", "ej", "aldrig"})
_PRONOUNS = SUBJECTS | {"det", "den", "de", "dom", "detta", "dessa"}
_STRICT = frozenset("som om när eftersom innan medan ifall fastän".split())
"""After these *inte* stands before the verb."""
_LOOSE = frozenset({"att", "då"})
"""After these it should, but when people talk the order is freer."""


def _after_verb_strict(words: WordsAt) -> Iterator[Mistake]:
    """*om vi kan inte komma*, *barn som har inte plats*."""
    return _after_verb(words, _STRICT)


def _after_verb_loose(words: WordsAt) -> Iterator[Mistake]:
    """*att han har inte tid*."""
    return _after_verb(words, _LOOSE)


def _after_verb(words: WordsAt, openers: frozenset[str]) -> Iterator[Mistake]:
    """The verb and the *inte* after it, in a clause that one of the words opens."""
    for i in places(words, _NOT):
        if i < words.start + 2 or not is_finite_verb(words, i - 1) or _belongs_to_next(words, i):
            continue
        opener = _opener_before(words, i - 1, openers)
        if opener is not None and (_comes_first(words, opener) or not _negates_later(words, i)):
            turned = f"{words.block.written(i, i + 1)} {words.block.written(i - 1, i)}"
            yield Mistake(i - 1, i + 1, (turned,))


_PART_OF_PHRASE = frozenset("bara endast minst mindre ens heller utan längre enbart helt alls så alla".split())
"""After *inte* they say that it belongs to them: *som gäller inte bara barn*."""
_OPINIONS = frozenset(
    "anses ansågs ansetts bedöms bedömdes beräknas beräknades tycks tycktes verkar verkade väntas antas "
    "antogs".split()
)
"""After these *inte* may belong to the infinitive: *att bron anses* **inte** *hålla*."""
_NEGATED_TAGS = frozenset({"NUM", "CCONJ", "SCONJ"})


def _belongs_to_next(words: WordsAt, i: int) -> bool:
    """Whether *inte* negates the word after it."""
    block = words.block
    if block.words[i + 1] in _PART_OF_PHRASE or block.tags[i + 1] in _NEGATED_TAGS:
        return True
    if block.words[i - 1] in _OPINIONS and "VerbForm=Inf" in block.features[i + 1]:
        return True
    return block.tags[i + 1] == "ADP" and "utan" in block.words[i + 1 : words.end]


_MOST_OF_SUBJECT = 3


def _opener_before(words: WordsAt, verb: int, openers: frozenset[str]) -> int | None:
    """Where an opener stands, with only a subject between it and the verb: *som*, *om vi*, *eftersom barnet*."""
    forms = words.block.words
    if forms[verb - 1] == "som":
        return verb - 1 if "som" in openers and _is_relative(words, verb - 1) else None
    first = verb - 1
    while first > words.start and verb - first < _MOST_OF_SUBJECT and _may_be_subject(words, first):
        if forms[first - 1] in openers and _opens(words, first - 1):
            return first - 1
        first -= 1
    return None


_BEFORE_RELATIVE = frozenset({"NOUN", "PROPN", "PRON", "PUNCT", "DET", "ADJ"})


def _is_relative(words: WordsAt, som: int) -> bool:
    """Whether *som* opens a clause that says more of the word before it."""
    tags = words.block.tags
    return tags[som] == "PRON" and som > words.start and tags[som - 1] in _BEFORE_RELATIVE


def _may_be_subject(words: WordsAt, i: int) -> bool:
    """A pronoun, a noun or what stands before one."""
    return words.block.words[i] in _PRONOUNS or words.block.tags[i] in ("NOUN", "PROPN", "DET", "ADJ")


_MAIN_BEFORE_ATT = frozenset({"för", "därför", "så"})
"""*för att*, *därför att* and *så att* lead to main clauses too."""
_ALSO_PREPOSITIONS = frozenset({"om", "innan"})


def _opens(words: WordsAt, i: int) -> bool:
    """Whether the word opens a clause there: *om* and *innan* are prepositions too."""
    forms = words.block.words
    if forms[i] == "att":
        return i == words.start or forms[i - 1] not in _MAIN_BEFORE_ATT
    if forms[i] == "som":
        return False
    if forms[i + 1] in SUBJECTS or forms[i] == "ifall":
        return True
    if forms[i] in _ALSO_PREPOSITIONS:
        return words.block.tags[i] == "SCONJ" and i == words.start
    return words.block.tags[i] in ("SCONJ", "ADV")


def _comes_first(words: WordsAt, opener: int) -> bool:
    """Whether the clause comes first: *Om du* **kan** *inte komma måste du ringa*."""
    forms = words.block.words
    return forms[opener] != "som" and (opener == words.start or forms[opener - 1] in ("men", "och", ","))


_NEXT = 3
"""A finite verb so near after *inte* is the one that it negates: *det som åberopas* **inte** *redan har prövats*."""


def _negates_later(words: WordsAt, i: int) -> bool:
    """Whether *inte* may belong to a finite verb soon after it."""
    return any(slots(form) & FINITE for form in words.block.words[i + 1 : min(words.end, i + 1 + _NEXT)])


def _before_verb(words: WordsAt) -> Iterator[Mistake]:
    """*Vi inte kan betala*: in a main clause *inte* stands after the verb."""
    block, first = words.block, words.start
    if block.words[first] in ("och", "men"):
        first += 1
    if first + 2 >= words.end or block.words[first] not in _PRONOUNS or block.words[first + 1] not in _NOT:
        return
    if can_only_be(words, first + 2, FINITE):
        subject, verb = block.written(first, first + 1), block.written(first + 2, first + 3)
        yield Mistake(first, first + 3, (f"{subject} {verb} {block.words[first + 1]}",))


NOT_AFTER_VERB = Check(_after_verb_strict, _NOT)
NOT_AFTER_VERB_LOOSE = Check(_after_verb_loose, _NOT)
NOT_BEFORE_VERB = Check(_before_verb, _NOT)
