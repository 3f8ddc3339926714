"""What the checks of verbs ask of a clause: whether it has its verb already, and which verb comes next.

The list of verbs tells forms, since the tagger takes a wrong form for a right one; the tagger decides only where a
form may be another word: *svar, vara*.
"""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.grammar.clauses import VERBS, SentenceForms, is_any, is_finite, opens_clause
from klarsprak.language.verbs.words import forms_as, is_only_verb, readings, slots
from klarsprak.language.words_at import WordsAt

SUBJECTS = frozenset("jag du han hon hen vi ni man".split())
"""Pronouns that are subjects and nothing else."""
VERBS_SIDE_BY_SIDE = frozenset((one, other) for one in VERBS for other in VERBS)
"""The parts of speech of two verbs."""
ADVERBS = frozenset(
    "inte ej aldrig alltid ofta också även bara endast ännu redan nog ju väl då nu här där sedan därför dessutom "
    "gärna kanske fortfarande snart därmed därefter alltså istället antingen dock faktiskt verkligen däremot normalt "
    "vanligtvis oftast själv själva tyvärr således till exempel direkt inom kort t.ex. naturligtvis givetvis "
    "eventuellt möjligen troligen förmodligen samtidigt ibland helst lätt lättare enkelt".split()
)
"""What may stand between an auxiliary and its verb."""
FINITE = frozenset({"prs", "prt"})
INFINITIVE = frozenset({"inf", "imp"})
"""Many infinitives are imperatives too: *betala*."""
NOT_INFINITIVE = FINITE | {"imp"}
"""What stands where an infinitive should: *att gör* is a present and an imperative."""
_MAY_FOLLOW = SUBJECTS | {"det", "den", "de"}
"""Pronouns that may be the subject after a finite verb."""
_TAGGED = {
    "inf": "VerbForm=Inf",
    "sup": "VerbForm=Sup",
    "prs": "Tense=Pres",
    "prt": "Tense=Past",
    "imp": "Mood=Imp",
}
"""What the tagger calls the slots."""


def places(words: WordsAt, forms: frozenset[str]) -> list[int]:
    """Where one of the forms stands, but for the last token: something comes after it."""
    among = words.block.words[words.start : words.end - 1]
    return [i for i, form in enumerate(among, words.start) if form in forms]


def next_after(words: WordsAt, verb: int) -> int:
    """The next token after a finite verb that is neither its subject, a pronoun, nor an adverb.

    *kan* **söka**, *kan du inte* **söka**; the end where none is.
    """
    forms = words.block.words
    i = verb + 1
    if i < words.end and _is_subject_after(words, verb):
        i += 1
    while i < words.end and forms[i] in ADVERBS:
        i += 1
    return i


def _is_subject_after(words: WordsAt, verb: int) -> bool:
    """Whether the pronoun after the verb is its subject, which no other stands before the verb."""
    block = words.block
    if block.words[verb + 1] not in _MAY_FOLLOW or block.tags[verb + 1] == "DET":
        return False
    return verb == words.start or block.words[verb - 1] not in _MAY_FOLLOW


def can_only_be(words: WordsAt, i: int, wanted: frozenset[str]) -> bool:
    """Whether the word is a verb in one of the forms wanted and nothing else.

    A word that may be another one as well must be tagged as a verb in one of these forms; a name is none.
    """
    if i >= words.end:
        return False
    form = words.block.words[i]
    found = slots(form)
    if not found or not found <= wanted or _is_name(words, i) or _is_attribute(words, i):
        return False
    return is_only_verb(form) or is_tagged(words, i, wanted)


def _is_name(words: WordsAt, i: int) -> bool:
    """Whether a capital stands within the sentence: *Ebba*, which *ebba* is not."""
    return i > words.start and words.block.written(i, i + 1) != words.block.words[i]


def _is_attribute(words: WordsAt, i: int) -> bool:
    """Whether the word may be a participle, as *ökade* of *har ökade kostnader* and *ska den ej använda tiden*."""
    block = words.block
    if is_person_by_participle(words, i):
        return True
    if not block.words[i].endswith(("ade", "ades")):
        return False
    if block.tags[i] not in VERBS or _follows_article(words, i):
        return True
    return i + 1 < words.end and block.tags[i + 1] in ("NOUN", "ADJ") and "Definite=Def" not in block.features[i + 1]


def is_person_by_participle(words: WordsAt, i: int) -> bool:
    """Whether somebody is called by what was done: *har* **den dömde** *båt*, *ska* **den anställdes** *chef*."""
    block = words.block
    return block.words[i].endswith(("de", "des")) and i > words.start and block.words[i - 1] == "den"


_ARTICLES = frozenset({"den", "det", "de"})


def _follows_article(words: WordsAt, i: int) -> bool:
    """*den* **använda**, *den ej* **använda**."""
    before = i - 2 if words.block.words[i - 1] in ("ej", "inte") else i - 1
    return before >= words.start and words.block.words[before] in _ARTICLES


def is_tagged(words: WordsAt, i: int, wanted: frozenset[str]) -> bool:
    """Whether the tagger calls the word a verb in one of the forms."""
    block = words.block
    if block.tags[i] not in VERBS or "VerbForm=Part" in block.features[i]:
        return False
    return any(_TAGGED[slot] in block.features[i] for slot in wanted)


def is_finite_verb(words: WordsAt, i: int) -> bool:
    """Whether the word is a finite verb by list and tagger both."""
    if i >= words.end or not slots(words.block.words[i]) & FINITE or _is_attribute(words, i):
        return False
    return is_tagged(words, i, FINITE)


def may_be_infinitive(words: WordsAt, i: int) -> bool:
    """Whether the word is an infinitive where no finite verb can stand: *skickas*, which is a present as well."""
    if can_only_be(words, i, INFINITIVE):
        return True
    form = words.block.words[i] if i < words.end else ""
    return is_only_verb(form) and any(reading.is_passive and reading.slot == "inf" for reading in readings(form))


def in_place_of(words: WordsAt, first: int, last: int, slot: str) -> tuple[str, ...]:
    """The words from ``first`` to ``last`` with the last of them, a verb, in another form.

    *kan inte bli* for *kan inte blir*; nobody writes *skola* for *ska*.
    """
    block = words.block
    before = block.written(first, last) + " " if last > first else ""
    return tuple(before + form for form in forms_as(block.words[last], slot) if form != "skola")


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
    has_main = has_clause = False
    waiting = 0
    for i in range(last + 1 - words.start):
        if _opens(sentence, i):
            waiting += 1
            has_clause = True
        elif not _serves_as_verb(sentence, i, waiting):
            continue
        elif waiting:
            waiting -= 1
        elif not (has_clause and not has_main and _is_joined(sentence, i)):
            has_main = True
    return Clauses(has_main, waiting)


def _serves_as_verb(sentence: SentenceForms, i: int, waiting: int) -> bool:
    """Whether the word is a clause's finite verb, or the supine that stands for it in a subordinate one."""
    if waiting and _lacks_have(sentence, i):
        return True
    form = sentence.forms[i]
    return is_finite(sentence, i) or (is_only_verb(form) and slots(form) <= FINITE)


_HAVE = frozenset("har hade ha haft".split())
_REACH = 5


def _lacks_have(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a supine without *har*, as subordinate clauses may have: *att rollen* **förändrats**."""
    if "VerbForm=Sup" not in sentence.features[i]:
        return False
    return _HAVE.isdisjoint(sentence.forms[max(0, i - _REACH) : i])


_JOINERS = frozenset({"och", "eller", "samt"})


def _is_joined(sentence: SentenceForms, i: int) -> bool:
    """Whether the verb goes on with a clause: *om du söker och (du) får*."""
    return not _JOINERS.isdisjoint(sentence.forms[max(0, i - 2) : i])


_ALSO_OPEN = frozenset("vilken vilket vilka vad hur varför vem vems vart ju desto ifall oavsett".split())


def _opens(sentence: SentenceForms, i: int) -> bool:
    """Whether a subordinate clause begins at the word."""
    if opens_clause(sentence, i):
        return True
    if i == 0:
        return False
    if sentence.forms[i] in _ALSO_OPEN:
        return sentence.tags[i] != "DET" and not is_any(sentence, i + 1)
    return opens_without_word(sentence, i)


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NEW_PHRASE = frozenset({"PRON", "DET", "PROPN"})
_MEASURES = frozenset("mycket fort långt länge allt".split())


def is_choice(tags: list[str], i: int) -> bool:
    """Whether an adjective stands for one of several: *den* **senaste** *vi har*, *det* **bästa** *du kan göra*."""
    return i > 0 and tags[i] == "ADJ" and tags[i - 1] == "DET"


def opens_without_word(sentence: SentenceForms, i: int) -> bool:
    """Whether a relative clause begins whose *som* is left out: *det* **du** *får*, *hjälpen* **kommunen** *ger*."""
    before = sentence.tags[i - 1]
    if sentence.forms[i] in SUBJECTS and is_choice(sentence.tags, i - 1):
        return True
    if sentence.forms[i - 1] == "§" or (before not in _NOMINAL and sentence.forms[i - 1] not in _MEASURES):
        return False
    if sentence.forms[i] in SUBJECTS:
        return sentence.forms[i - 1] not in SUBJECTS
    if before != "NOUN":
        return False
    is_definite = sentence.tags[i] == "NOUN" and "Definite=Def" in sentence.features[i]
    return is_definite or sentence.tags[i] in _NEW_PHRASE
