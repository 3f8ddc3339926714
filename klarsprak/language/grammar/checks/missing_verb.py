"""Sentences whose verb was forgotten: *om du tycker att det fel.*, *Valnämnden utsett dig*, *Nu vi räknat om*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import SUBJECTS
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.lexicon import adjective_of
from klarsprak.language.verbs.words import is_only_verb, slots
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_OPENERS = frozenset("att när eftersom tills".split())
_OPENS_SENTENCE = frozenset("nu här där därför idag dessutom".split())
_SUPINE = frozenset({"sup"})
_DOER = "av"
_ENDS = frozenset({".", ",", "att", "!", "?"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN"})
_OWNERS = frozenset("min din vår er mitt ditt vårt ert mina dina våra era".split())
_LEAST = 5
_LIKE_SUPINE = "at"
_VALUES = frozenset("fel rätt bra bäst".split())


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each place where *är* or *har* is missing."""
    yield from _without_is(words)
    if words.block.block.role is Role.PARAGRAPH and words.block.words[words.end - 1] == ".":
        yield from _without_has(words)


def _without_is(words: WordsAt) -> Iterator[Mistake]:
    """*att det jobbigt att vänta*, *när vattnet klart, …*"""
    block = words.block
    among = enumerate(block.words[words.start : max(words.start, words.end - 3)], words.start + 1)
    for i in [i for i, opener in among if opener in _OPENERS]:
        subject, said, end = block.words[i : i + 3]
        if end not in _ENDS:
            continue
        is_known = {"Definite=Def", "Case=Nom"} <= block.features[i]  # not *att* **köparens rätt** *att klaga*
        is_subject = subject == "det" or (block.tags[i] == "NOUN" and is_known)
        if is_subject and not slots(subject) and _is_said(words, i + 1, subject) and not slots(said):
            yield Mistake(i, i + 2, (f"{block.written(i, i + 1)} är {block.written(i + 1, i + 2)}",))


def _is_said(words: WordsAt, i: int, subject: str) -> bool:
    """Whether the word is an adjective in the form that such a subject wants."""
    form = words.block.words[i]
    if form in _VALUES:
        return True
    if form.endswith(_LIKE_SUPINE):  # *på grund av att* **kocken slutat**, where *har* may be left out
        return False
    lemma = adjective_of(form)
    # *eftersom* **kocken slutade**, *efter att* **regnet slutade**: whatever ends so is said of many or of what is
    # known, or is a verb.
    return lemma is not None and (form != lemma or not subject.endswith("t")) and not form.endswith(("a", "de"))


def _without_has(words: WordsAt) -> Iterator[Mistake]:
    """A main clause that begins with its subject, or *nu vi*, and has a supine for its verb."""
    block, supine = words.block, _first_verb(words)
    if supine is None or words.end - words.start < _LEAST or not _is_supine(block.words[supine]):
        return
    if not block.written(supine, supine + 1).islower():  # **Hemtjänsten Öst** is a name
        return
    if not _is_subject_before(words, supine) or "har" in block.words[words.start : supine]:
        return
    yield Mistake(supine - 1, supine + 1, tuple(_with_verb(words, supine)))


def _with_verb(words: WordsAt, supine: int) -> Iterator[str]:
    """*årsräkningen har kommit*, *är kommit*; of what somebody did to it *är* alone: *fattat av nämnden*."""
    block = words.block
    before, form = block.written(supine - 1, supine), block.words[supine]
    if block.words[supine + 1] != _DOER:
        yield f"{before} har {form}"
    yield f"{before} är {form}"


def _first_verb(words: WordsAt) -> int | None:
    """The first verb of the sentence."""
    block = words.block
    for i in range(words.start, words.end):
        if block.tags[i] in VERBS or slots(block.words[i]):
            return i
    return None


def _is_subject_before(words: WordsAt, verb: int) -> bool:
    """Whether nothing but the subject stands before the verb: *Din årsräkning*, *Nu vi*."""
    block = words.block
    if verb - words.start == 2 and block.words[verb - 1] in SUBJECTS:
        return block.words[words.start] in _OPENS_SENTENCE
    first = words.start + 1 if block.words[words.start] in _OWNERS else words.start
    if verb == words.start or any(block.tags[i] not in _PHRASE for i in range(first, verb)):
        return False
    if _has_clause(words, verb):
        return False
    is_definite = "Definite=Def" in block.features[verb - 1] or first > words.start or block.tags[first] == "DET"
    return block.tags[verb - 1] == "NOUN" and is_definite


def _has_clause(words: WordsAt, verb: int) -> bool:
    """Whether a clause without *som* tells of the first noun: *De synpunkter* **grannarna lämnat** *är lästa*."""
    tags = words.block.tags[words.start : verb]
    return tags[:1] == ["DET"] and tags.count("NOUN") > 1


def _is_supine(form: str) -> bool:
    """Whether the word can be but a supine."""
    return slots(form) == _SUPINE and is_only_verb(form)


MISSING_VERB = Check(_find, _OPENERS, is_sign=_is_supine)
