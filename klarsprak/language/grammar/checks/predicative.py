"""An adjective after *är* or *blir* that doesn't agree with its subject: *besluten är fattat, det är viktig att*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import is_finite_verb
from klarsprak.language.grammar.checks.unbent import PEOPLE, UNBENT
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.grammar.lexicon.participles import participle_in
from klarsprak.language.words_at import WordsAt

_COPULAS = frozenset("är var blir blev vore".split())
_ADVERBS = frozenset(
    "inte också alltid så mycket väldigt ganska redan nu aldrig ofta helt bara fortfarande "
    "då ju mer lite lika".split()
)
"""Words that may stand between the verb and the adjective."""
_ONES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LIKE_DEFINITE = ("sökan", "mälan", "inbjudan")
"""Nouns without an ending that stand for a certain one: *ansökan är godkänd*."""
_ALL = frozenset("alla många flera dessa de inga våra".split())
_BEFORE_VERB = frozenset({"redan", "inte", "också", "ännu", "nu"})
"""Words that stand before the verb of a clause: *glasögon som redan är köpta*."""
_ENDS = frozenset({"ADP", "PUNCT", "SCONJ"})
"""Parts of speech after an adjective that no noun follows."""
_OPENERS = frozenset({"att", "eftersom", "om", "när", "innan", "fast", "så", ",", "och", "men"})
_CLAUSES = frozenset({"att", "eftersom", "när", "medan"})
_MANY = frozenset("vi de dom dessa alla båda många".split())
_IN_SUBJECTS = frozenset({"DET", "ADJ", "NOUN", "NUM"})


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective after a verb that says what the subject is."""
    block = words.block
    for verb in range(words.start + 1, words.end - 1):
        if block.words[verb] not in _COPULAS:
            continue
        adjective = _adjective_after(words, verb)
        if adjective is not None:
            yield from _wrong(words, verb - 1, adjective)


def _adjective_after(words: WordsAt, verb: int) -> int | None:
    """The adjective that the clause ends in."""
    block = words.block
    i = verb + 1
    while i < words.end - 1 and block.words[i] in _ADVERBS:
        i += 1
    if i >= words.end or block.words[i] in UNBENT or not _is_known(block.words[i]):
        return None
    if block.tags[i] in ("NOUN", "PROPN") and (noun_forms(block.words[i]) or block.written(i, i + 1)[0].isupper()):
        return None
    return i if i + 1 == words.end or _ends_after(words, i) else None


def _ends_after(words: WordsAt, i: int) -> bool:
    """Whether no noun follows the word: *besluten är fattade och gäller*, but *det är lugn och ro*."""
    block, after = words.block, i + 1
    if block.tags[after] == "CCONJ":
        return is_finite_verb(words, after + 1)
    return block.tags[after] in _ENDS or block.words[after] == "att"


def _is_known(form: str) -> bool:
    """Whether the word is an adjective, or a participle: *köpt*."""
    return adjective_of(form) is not None or participle_in(form, "Com", "Sing") is not None


def _right(form: str, gender: str, number: str) -> str | None:
    """The form of the word that a subject of that kind wants."""
    if adjective_of(form) is None:
        return participle_in(form, gender, number)
    return adjective_in(form, gender, number, "Ind")


def _wrong(words: WordsAt, subject: int, adjective: int) -> Iterator[Mistake]:
    """The adjective, where the subject wants another form."""
    form = words.block.words[adjective]
    right = [_right(form, gender, number) for gender, number in _agreements(words, subject)]
    if right and form not in right and None not in right and not _is_of_sense(words, subject, form):
        instead = tuple(dict.fromkeys(filter(None, right)))
        yield Mistake(adjective, adjective + 1, instead, {"subject": words.block.written(subject, subject + 1)})


def _is_of_sense(words: WordsAt, subject: int, form: str) -> bool:
    """Whether the adjective goes by what is meant: *personalen är utbildade*, *bilar är dyrt*.

    Of a group its many members are meant, of things in general what is done with them, of a measure the amount.
    """
    noun = words.block.words[subject]
    if noun in PEOPLE:
        return form == _right(form, "Com", "Plur")
    is_in_general = all(one.number == "Plur" and not one.is_definite for one in noun_forms(noun))
    return is_in_general and bool(noun_forms(noun)) and form == _right(form, "Neut", "Sing")


def _agreements(words: WordsAt, subject: int) -> list[tuple[str, str]]:
    """The gender and number of a subject; empty for one that isn't known for sure."""
    while subject > words.start and words.block.words[subject] in _BEFORE_VERB:
        subject -= 1
    form = words.block.words[subject]
    is_first = subject == words.start or words.block.words[subject - 1] in _OPENERS
    if form == "som":
        return _of_many_before(words, subject)
    if form == "det":
        return [("Neut", "Sing")] if is_first else []
    if form in _MANY:
        return [("Com", "Plur")] if is_first else []
    return _of_noun(words, subject)


def _of_many_before(words: WordsAt, som: int) -> list[tuple[str, str]]:
    """Those of a noun that is many, straight before *som*: *reglerna som är svåra*.

    Not where one of them is meant, *en av eleverna som är sjuk*, or what they belong to: *en dator med nya program
    som är avsedd för dig*.
    """
    if som - 1 < words.start or _belongs_to_another(words, som - 1):
        return []
    nouns = noun_forms(words.block.words[som - 1])
    is_many = bool(nouns) and all(noun.number == "Plur" for noun in nouns)
    if som - 1 > words.start and words.block.words[som - 2] in _ALL and any(noun.number == "Plur" for noun in nouns):
        is_many = True
    return [("Com", "Plur")] if is_many and "av" not in words.block.words[words.start : som] else []


def _belongs_to_another(words: WordsAt, noun: int) -> bool:
    """Whether a preposition joins the noun, passing adjectives by, to another: *en dator* **med nya program**."""
    tags, first = words.block.tags, noun - 1
    while first > words.start and tags[first] == "ADJ":
        first -= 1
    return first >= words.start and tags[first] == "ADP" and tags[max(first - 1, 0)] in _ONES


def _of_noun(words: WordsAt, subject: int) -> list[tuple[str, str]]:
    """Those of a noun that is definite or many, and whose phrase begins a clause: *de nya besluten är*.

    An indefinite one may stand for what is done with it: *senap är gott*.
    """
    nouns = noun_forms(words.block.words[subject])
    if not nouns or not _begins_clause(words, subject) or _is_named_after(words, subject):
        return []
    is_letter_matter = words.block.words[subject].endswith(_LIKE_DEFINITE)
    if not is_letter_matter and any(noun.number == "Sing" and not noun.is_definite for noun in nouns):
        return []
    return [(noun.gender, noun.number) for noun in nouns]


def _is_named_after(words: WordsAt, noun: int) -> bool:
    """Whether the noun only tells more of a certain one before it: **antalet** *platser är*, **kravet** *skäl är*."""
    block = words.block
    for i in range(noun - 1, words.start - 1, -1):
        if block.tags[i] not in _IN_SUBJECTS:
            return False
        if block.tags[i] == "NOUN" and any(one.is_definite for one in noun_forms(block.words[i])):
            return not block.words[i].endswith("s")
    return False


def _begins_clause(words: WordsAt, noun: int) -> bool:
    """Whether nothing but words of its own phrase stands between the noun and the beginning of a clause."""
    block = words.block
    for i in range(noun, words.start - 1, -1):
        if block.tags[i] not in _IN_SUBJECTS:
            return i < noun and (block.words[i] in _CLAUSES or _joins_clauses(words, i))
    return True


def _joins_clauses(words: WordsAt, i: int) -> bool:
    """Whether a clause begins after the word: **, och** *vattnet är avstängt*."""
    return words.block.words[i] in ("och", "men") and words.block.words[i - 1] == ","


PREDICATIVE = Check(_find, _COPULAS, frozenset({"subject"}), holds_in_phrases=True)
