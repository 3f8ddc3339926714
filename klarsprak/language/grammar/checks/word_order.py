"""Words in an order that the clause doesn't allow: *att han har inte*, *Dessutom det finns*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import FINITE, SUBJECTS, can_only_be, clauses_until, is_tagged, places
from klarsprak.language.grammar.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_NOT = frozenset({"inte", "ej", "aldrig"})
_PRONOUNS = SUBJECTS | {"det", "den", "de", "dom", "detta", "dessa", "jag"}
_OPENERS = frozenset("som om när eftersom innan medan ifall tills trots fastän".split())
"""After these *inte* stands before the verb; *för att* and *därför att* lead to main clauses too when people talk."""
_LOOSE_OPENERS = frozenset({"att", "då"})
_PART_OF_PHRASE = frozenset("bara endast minst mindre ens heller utan längre enbart helt alls så alla".split())
"""After *inte* they say that it belongs to them: *som gäller inte bara barn*."""
_MOST_OF_SUBJECT = 3


def _not_after_verb(words: WordsAt, openers: frozenset[str]) -> Iterator[Mistake]:
    """*om vi kan inte komma*: the verb and the *inte* after it, in a clause that one of the words opens."""
    for i in places(words, _NOT):
        if i < words.start + 2 or not _is_finite(words, i - 1) or _belongs_to_next(words, i):
            continue
        opener = _opener_before(words, i - 1, openers)
        if opener is not None and (_comes_first(words, opener) or not _negates_later(words, i)):
            turned = f"{words.block.written(i, i + 1)} {words.block.written(i - 1, i)}"
            yield Mistake(i - 1, i + 1, (turned,))


def _is_finite(words: WordsAt, i: int) -> bool:
    """Whether the word is a finite verb by list and tagger."""
    return bool(slots(words.block.words[i]) & FINITE) and is_tagged(words, i, FINITE)


def _belongs_to_next(words: WordsAt, i: int) -> bool:
    """Whether *inte* negates a word after it, or is the last word of a question."""
    after = words.block.words[i + 1 : words.end]
    return not after or after[0] in _PART_OF_PHRASE or words.block.tags[i + 1] in ("NUM", "ADP", "CCONJ", "SCONJ")


def _comes_first(words: WordsAt, opener: int) -> bool:
    """Whether the clause comes first: *Om du* **kan** *inte komma måste du ringa*."""
    forms = words.block.words
    return forms[opener] != "som" and (opener == words.start or forms[opener - 1] in ("men", "och", ","))


def _negates_later(words: WordsAt, i: int) -> bool:
    """Whether *inte* may belong to a finite verb soon after it."""
    return any(slots(form) & FINITE for form in words.block.words[i + 1 : min(words.end, i + 1 + _NEXT)])


_NEXT = 3
"""A finite verb so near after *inte* is the one that it negates: *det som åberopas* **inte** *redan har prövats*."""


def _opener_before(words: WordsAt, verb: int, openers: frozenset[str]) -> int | None:
    """Where an opener stands, with nothing but a subject between it and the verb: *som*, *om vi*, *eftersom barnet*."""
    forms = words.block.words
    if forms[verb - 1] == "som":
        return verb - 1 if "som" in openers and words.block.tags[verb - 1] == "PRON" and _is_relative(words, verb - 1) else None
    first = verb - 1
    while first > words.start and verb - first < _MOST_OF_SUBJECT and _may_be_subject(words, first):
        if forms[first - 1] in openers and _opens(words, first - 1):
            return first - 1
        first -= 1
    return None


def _is_relative(words: WordsAt, som: int) -> bool:
    return som > words.start and words.block.tags[som - 1] in ("NOUN", "PROPN", "PRON", "PUNCT", "DET", "ADJ")


def _may_be_subject(words: WordsAt, i: int) -> bool:
    """A pronoun, a noun or what stands before one."""
    form, tag = words.block.words[i], words.block.tags[i]
    return form in _PRONOUNS or tag in ("NOUN", "PROPN", "DET", "ADJ")


def _opens(words: WordsAt, i: int) -> bool:
    """Whether the word opens a clause there: *om* and *innan* are prepositions too."""
    form = words.block.words[i]
    if form == "att":
        before = words.block.words[i - 1] if i > words.start else ""
        return before not in ("för", "därför", "så")
    if form in ("trots", "tills", "som"):
        return False
    if words.block.words[i + 1] in SUBJECTS:
        return True
    return form not in ("om", "innan", "sedan") and words.block.tags[i] in ("SCONJ", "ADV")


def _strict(words: WordsAt) -> Iterator[Mistake]:
    return _not_after_verb(words, _OPENERS)


def _loose(words: WordsAt) -> Iterator[Mistake]:
    return _not_after_verb(words, _LOOSE_OPENERS)


_FRONTED = frozenset(
    "dessutom därför idag igår ibland därefter därmed således exempelvis avslutningsvis slutligen imorgon dessvärre "
    "tyvärr däremot samtidigt numera annars".split()
)
"""Adverbs that are nothing but adverbs: first in a sentence they have the verb next to them."""
_FRONTED_PHRASES = (
    ("till", "exempel"),
    ("med", "andra", "ord"),
    ("för", "det", "första"),
    ("för", "det", "andra"),
    ("för", "det", "tredje"),
    ("just", "nu"),
    ("i", "dag"),
    ("i", "går"),
    ("i", "morgon"),
    ("på", "så", "sätt"),
    ("på", "det", "sättet"),
    ("trots", "detta"),
    ("förra", "veckan"),
    ("förra", "året"),
    ("en", "gång"),
    ("först", "och", "främst"),
    ("sist", "men", "inte", "minst"),
    ("å", "andra", "sidan"),
    ("i", "sverige"),
    ("en", "dag"),
)
_CLAUSES = frozenset({"om", "när", "eftersom"})
_TURNED_SUBJECTS = SUBJECTS | {"det", "den", "de", "detta"}
_MOST_OF_PHRASE = 6
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ"})


def _verb_not_second(words: WordsAt) -> Iterator[Mistake]:
    """*Dessutom det finns*, *I dag kommunen har*."""
    first = _after_fronted(words)
    if first is None:
        return
    verb = _verb_after_subject(words, first)
    if verb is None or _is_question_or_other(words, verb):
        return
    block = words.block
    yield Mistake(first, verb + 1, (f"{block.written(verb, verb + 1)} {block.written(first, verb)}",))


def _after_fronted(words: WordsAt) -> int | None:
    """The token after the adverb or phrase with which the sentence begins."""
    forms = words.block.words[words.start : words.end]
    start = 1 if forms[:1] == ["och"] or forms[:1] == ["men"] else 0
    if forms[start : start + 1] and forms[start] in _FRONTED:
        return words.start + start + 1
    for phrase in _FRONTED_PHRASES:
        if tuple(forms[start : start + len(phrase)]) == phrase:
            return words.start + start + len(phrase)
    return None


def _verb_after_subject(words: WordsAt, first: int) -> int | None:
    """The finite verb after a pronoun, or after a noun phrase, at ``first``."""
    block = words.block
    if first + 1 >= words.end:
        return None
    if block.words[first] in _TURNED_SUBJECTS:
        return first + 1 if _is_finite(words, first + 1) or can_only_be(words, first + 1, FINITE) else None
    i = first
    while i < words.end and i - first < _MOST_OF_PHRASE and block.tags[i] in _PHRASE:
        i += 1
    if i in (first, words.end) or block.tags[first] in ("ADP", "CCONJ") or block.tags[i - 1] not in ("NOUN", "PROPN"):
        return None
    return i if _is_finite(words, i) else None


def _is_question_or_other(words: WordsAt, verb: int) -> bool:
    """Whether the order may be right: a heading-like line without a stop, or another verb's subject after it."""
    forms = words.block.words
    after = forms[verb + 1 : verb + 2]
    return not after or after[0] in SUBJECTS


_SUBORDINATE = frozenset({"om", "när", "eftersom", "innan", "medan"})


def _verb_not_after_clause(words: WordsAt) -> Iterator[Mistake]:
    """*Om du har frågor, du kan ringa oss*: after the clause comes the verb."""
    block = words.block
    if block.words[words.start] not in _SUBORDINATE:
        return
    commas = [i for i in range(words.start, words.end) if block.words[i] == ","]
    if len(commas) != 1 or commas[0] + 2 >= words.end:
        return
    subject = commas[0] + 1
    if block.words[subject] not in _TURNED_SUBJECTS or not can_only_be(words, subject + 1, FINITE):
        return
    if clauses_until(words, commas[0]) == (False, 0) and not _has_turned_verb(words, subject + 2):
        turned = f"{block.written(subject + 1, subject + 2)} {block.written(subject, subject + 1)}"
        yield Mistake(subject, subject + 2, (turned,))


def _has_turned_verb(words: WordsAt, first: int) -> bool:
    """Whether a verb with its subject after it comes later: *…, du är sjuk och har feber får du stanna hemma*."""
    forms = words.block.words
    return any(slots(forms[i]) & FINITE and forms[i + 1] in _TURNED_SUBJECTS for i in range(first, words.end - 1))


def _not_before_verb(words: WordsAt) -> Iterator[Mistake]:
    """*Vi inte kan betala*: in a main clause *inte* stands after the verb."""
    block, first = words.block, words.start
    if block.words[first] in ("och", "men"):
        first += 1
    if first + 2 >= words.end or block.words[first] not in _TURNED_SUBJECTS or block.words[first + 1] not in _NOT:
        return
    if can_only_be(words, first + 2, FINITE):
        turned = (block.written(first, first + 1), block.written(first + 2, first + 3), block.words[first + 1])
        yield Mistake(first, first + 3, (" ".join(turned),))


_NEVER_TURNED = frozenset({"som", "eftersom", "innan", "medan"})


def _turned_clause(words: WordsAt) -> Iterator[Mistake]:
    """*ett brev som kan du läsa*: in a clause the subject comes before the verb."""
    forms = words.block.words
    for i in places(words, _NEVER_TURNED):
        if i + 2 < words.end and forms[i + 2] in SUBJECTS and _is_finite(words, i + 1):
            if forms[i] != "som" or _is_relative(words, i):
                yield _turned(words, i + 1)


_QUESTIONS = frozenset({"hur", "vad", "varför", "vem"})
_ASKING = frozenset("vet veta undrar undra frågar fråga förstår förstå ser se beskriv beskriva berätta berättar på om".split())


def _turned_question(words: WordsAt) -> Iterator[Mistake]:
    """*vi vet inte hur ska vi svara*: within a sentence the subject comes before the verb."""
    forms = words.block.words
    for i in places(words, _QUESTIONS):
        if i + 2 >= words.end or forms[i + 2] not in _TURNED_SUBJECTS or not _is_finite(words, i + 1):
            continue
        asking = i - 2 if forms[i - 1] == "inte" else i - 1
        if asking >= words.start and forms[asking] in _ASKING:
            yield _turned(words, i + 1)


def _turned(words: WordsAt, verb: int) -> Mistake:
    """The verb and the pronoun after it in the other order."""
    block = words.block
    return Mistake(verb, verb + 2, (f"{block.written(verb + 1, verb + 2)} {block.written(verb, verb + 1)}",))


NOT_AFTER_VERB = Check(_strict, _NOT)
NOT_AFTER_VERB_LOOSE = Check(_loose, _NOT)
VERB_NOT_SECOND = Check(_verb_not_second, _FRONTED | {phrase[-1] for phrase in _FRONTED_PHRASES})
VERB_AFTER_CLAUSE = Check(_verb_not_after_clause, _SUBORDINATE)
NOT_BEFORE_VERB = Check(_not_before_verb, _NOT)
TURNED_CLAUSE = Check(_turned_clause, _NEVER_TURNED)
TURNED_QUESTION = Check(_turned_question, _QUESTIONS)
