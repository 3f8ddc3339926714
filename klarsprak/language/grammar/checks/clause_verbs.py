"""What the checks of verbs ask of a clause: whether it has its verb already, and which verb comes next.

The list of verbs tells forms, since the tagger takes a wrong form for a right one; the tagger decides only where a
form may be another word: *svar, vara*.
"""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.grammar.clauses import VERBS, SentenceForms, is_finite, opens_clause
from klarsprak.language.grammar.verbs.words import is_only_verb, slots
from klarsprak.language.words_at import WordsAt

SUBJECTS = frozenset("jag du han hon hen vi ni man".split())
"""Pronouns that are subjects and nothing else."""
_AFTER_VERB = SUBJECTS | {"det", "den", "de"}
ADVERBS = frozenset(
    "inte ej aldrig alltid ofta också även bara endast ännu redan nog ju väl då nu här där sedan därför dessutom gärna "
    "kanske fortfarande snart därmed därefter alltså istället antingen dock faktiskt verkligen däremot normalt "
    "vanligtvis oftast själv själva tyvärr således till exempel direkt inom kort t.ex. naturligtvis givetvis eventuellt "
    "möjligen troligen förmodligen samtidigt ibland helst lätt lättare enkelt".split()
)
"""What may stand between an auxiliary and its verb."""
FINITE = frozenset({"prs", "prt"})
NOT_INFINITIVE = FINITE | {"imp"}
"""What stands where an infinitive should: *att gör* is a present and an imperative."""
_HAVE = frozenset("har hade ha haft".split())
_REACH = 5
_JOINERS = frozenset({"och", "eller", "samt"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NEW_PHRASE = frozenset({"PRON", "DET", "PROPN"})
_ALSO_OPEN = frozenset("vilken vilket vilka vad hur varför vem vems vart ju desto ifall oavsett".split())


class Clauses(NamedTuple):
    """How far the clauses of a sentence have come at a word."""

    has_main: bool
    """Whether the main clause has its finite verb."""
    waiting: int
    """How many subordinate clauses wait for theirs."""

    @property
    def all_have_verbs(self) -> bool:
        """Whether one more finite verb would be one too many."""
        return self.has_main and not self.waiting


def clauses_until(words: WordsAt, last: int) -> Clauses:
    """How far the clauses have come after the token ``last`` of the sentence.

    *Om du vill* waits for the main clause's verb; *jag vet att du vill* for none.
    """
    sentence = SentenceForms.of(words)
    has_main = False
    waiting = 0
    for i in range(last + 1 - words.start):
        if opens_clause(sentence, i) or _opens_without_word(sentence, i):
            waiting += 1
        elif waiting and _lacks_have(sentence, i):
            waiting -= 1
        elif not _is_finite(sentence, i):
            continue
        elif waiting:
            waiting -= 1
        elif has_main or not _is_joined(sentence, i) or not _has_opener(sentence, i):
            has_main = True
    return Clauses(has_main, waiting)


def _is_finite(sentence: SentenceForms, i: int) -> bool:
    """*kan*, *blir*; where list and tagger differ the word counts, unless it may be something else."""
    if is_finite(sentence, i):
        return True
    form = sentence.forms[i]
    return is_only_verb(form) and slots(form) <= FINITE


def _lacks_have(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a supine without *har*, as subordinate clauses may have: *att rollen* **förändrats**."""
    if "VerbForm=Sup" not in sentence.features[i]:
        return False
    return _HAVE.isdisjoint(sentence.forms[max(0, i - _REACH) : i])


def _has_opener(sentence: SentenceForms, i: int) -> bool:
    return any(opens_clause(sentence, before) for before in range(i))


def _is_joined(sentence: SentenceForms, i: int) -> bool:
    """Whether the verb goes on with a clause: *om du söker och (du) får*."""
    return not _JOINERS.isdisjoint(sentence.forms[max(0, i - 2) : i])


def _opens_without_word(sentence: SentenceForms, i: int) -> bool:
    """Whether a relative clause begins whose *som* is left out: *det* **du** *får*, *hjälpen* **kommunen** *ger*."""
    if i == 0:
        return False
    form, tag, before = sentence.forms[i], sentence.tags[i], sentence.tags[i - 1]
    if form in _ALSO_OPEN and not opens_clause(sentence, i):
        return tag != "DET"
    if before not in _NOMINAL and sentence.forms[i - 1] not in ("mycket", "fort", "långt", "länge", "allt"):
        return False
    if form in SUBJECTS:
        return sentence.forms[i - 1] not in SUBJECTS
    return before == "NOUN" and (tag in _NEW_PHRASE or (tag == "NOUN" and "Definite=Def" in sentence.features[i]))


def places(words: WordsAt, forms: frozenset[str]) -> list[int]:
    """Where one of the forms stands, but for the last token: something comes after it."""
    among = words.block.words[words.start : words.end - 1]
    return [i for i, form in enumerate(among, words.start) if form in forms]


def next_after(words: WordsAt, verb: int) -> int:
    """The next token after a finite verb that is neither its subject, a pronoun, nor an adverb; the end where none is.

    *kan* **söka**, *kan du inte* **söka**.
    """
    forms = words.block.words
    i = verb + 1
    if i < words.end and forms[i] in _AFTER_VERB and words.block.tags[i] != "DET" and (verb == words.start or forms[verb - 1] not in _AFTER_VERB):
        i += 1
    while i < words.end and forms[i] in ADVERBS:
        i += 1
    return i


def can_only_be(words: WordsAt, i: int, wanted: frozenset[str]) -> bool:
    """Whether the word is a verb in one of the forms wanted and nothing else.

    A word that may be another one as well must be tagged as a verb in one of these forms; a name is none.
    """
    if i >= words.end:
        return False
    form = words.block.words[i]
    found = slots(form)
    if not found or not found <= wanted or (i > words.start and words.block.written(i, i + 1) != form):
        return False
    if form.endswith("ade") and (words.block.tags[i] not in VERBS or _is_before_noun(words, i)):
        return False
    return is_only_verb(form) or is_tagged(words, i, wanted)


def _is_before_noun(words: WordsAt, i: int) -> bool:
    """Whether the word may be an attribute, as *ökade* of *har ökade kostnader*."""
    return i + 1 < words.end and words.block.tags[i + 1] in ("NOUN", "ADJ")


_TAGGED = {
"inf": "VerbForm=Inf", "sup": "VerbForm=Sup", "prs": "Tense=Pres", "prt": "Tense=Past", "imp": "Mood=Imp"}


def is_tagged(words: WordsAt, i: int, wanted: frozenset[str]) -> bool:
    """Whether the tagger calls the word a verb in one of the forms."""
    block = words.block
    if block.tags[i] not in VERBS or "VerbForm=Part" in block.features[i]:
        return False
    return any(_TAGGED[slot] in block.features[i] for slot in wanted)


def in_place_of(words: WordsAt, first: int, last: int, new: str) -> str:
    """The words from ``first`` with another one instead of ``last``: *kan inte bli* for *kan inte blir*."""
    block = words.block
    return f"{block.written(first, last)} {new}" if last > first else new
