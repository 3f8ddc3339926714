"""Verbs in a form that the verb before them doesn't allow: *kan blir*, *har gick*, *hade velat gjort*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    INFINITIVE,
    NOT_INFINITIVE,
    SUBJECTS,
    can_only_be,
    clauses_until,
    in_place_of,
    is_tagged,
    next_after,
    opens_without_word,
    places,
)
from klarsprak.language.grammar.checks.noun_phrase import PLURAL_POSSESSIVES, POSSESSIVES
from klarsprak.language.grammar.clauses import VERBS, SentenceForms
from klarsprak.language.verbs.words import is_only_verb, slots
from klarsprak.language.words_at import WordsAt

_MODALS = frozenset(
    "kan kunde ska skall skulle måste bör borde vill ville får fick behöver behövde brukar brukade slipper slapp "
    "hinner".split()
)
_BARE = frozenset("kunna böra vilja behöva bruka".split())
"""Infinitives that another one follows: *att kunna göra*."""
_GOVERN_INFINITIVE = _MODALS | _BARE
_HAVE = frozenset({"har", "hade"})
_ALL_HAVE = _HAVE | {"ha", "haft"}
_WISHED = frozenset("kunnat velat behövt fått brukat".split())
_OF_ONESELF = frozenset(
    "väntat stått gått suttit legat levt bott åkt rest kommit stannat flyttat börjat slutat sovit arbetat jobbat "
    "deltagit medverkat ringt cyklat haft varit blivit vetat lärt tagit använt valt".split()
)
"""Only what one does oneself is a slip after *fått*: *fått* **väntat**; one has things done, *fått* **avslaget**."""
_SUPINE = frozenset({"sup"})
_NOT_SUPINE = frozenset({"inf", "imp", "prs", "prt"})
_PRESENT = frozenset({"prs"})
_IMPERATIVE = frozenset({"imp"})
_AUXILIARY = frozenset({"auxiliary"})
_ANIMALS = frozenset({"får", "skall"})
_ONE = frozenset({"ett", "inget"})
_SO_MUCH = frozenset("lite litet mycket inget något mer mindre ett".split())
_NOUNS_TOO = frozenset({"skjuts", "frys", "mys"})
"""Nouns that look like nothing but verbs: *barnet behöver* **skjuts**."""


def _after_modal(words: WordsAt) -> Iterator[Mistake]:
    """*kan blir*: every clause has a finite verb, so that the next one is no clause's own."""
    for i in places(words, _GOVERN_INFINITIVE):
        for mistake in _wrong_after(words, i, NOT_INFINITIVE, "inf"):
            verb = mistake.last - 1
            if is_sheep(words, i) or words.block.words[verb] in _NOUNS_TOO:
                continue
            if words.block.words[i] in _BARE or _governs(words, i, verb) or _is_surplus_after(words, i):
                yield _with_other_reading(words, mistake)


def is_sheep(words: WordsAt, i: int) -> bool:
    """Whether *får* or a dog's *skall* is a noun, as the word before tells: *dina* **får**, *så lite* **skall**."""
    block = words.block
    if block.words[i] not in _ANIMALS or i == words.start:
        return False
    if block.words[i - 1] in POSSESSIVES | PLURAL_POSSESSIVES or block.tags[i - 1] == "NUM":
        return True
    if i - 2 >= words.start and block.words[i - 2] in _ONE and block.words[i - 1].endswith("t"):
        return block.tags[i - 1] == "ADJ" or "VerbForm=Part" in block.features[i - 1]  # *Ett jagat* **får**
    return block.words[i] == "skall" and block.words[i - 1] in _SO_MUCH


def _governs(words: WordsAt, modal: int, verb: int) -> bool:
    """Whether the verb is an auxiliary with an infinitive after it, and no subject: *ska* **kan** *ta upp*.

    But not *den som vill* **får** *ta upp det*.
    """
    if words.block.words[verb] not in _MODALS or _relative_before(words, modal) is not None:
        return False
    return can_only_be(words, verb + 1, INFINITIVE)


def _with_other_reading(words: WordsAt, mistake: Mistake) -> Mistake:
    """The mistake with what else may be meant: *ska kan* is *kan* or *ska kunna*, *ska stäng* may be *stängas*."""
    last = words.block.words[mistake.last - 1]
    if last in _MODALS:
        return mistake._replace(instead=(*mistake.instead, last))
    if slots(last) == _IMPERATIVE:
        return mistake._replace(instead=(*mistake.instead, f"{mistake.instead[0]}s"))
    return mistake


def _after_have(words: WordsAt) -> Iterator[Mistake]:
    """*har gick*, *har bo*; but *de uppgifter ni har räcker*."""
    for i in places(words, _ALL_HAVE):
        for mistake in _wrong_after(words, i, _NOT_SUPINE, "sup"):
            if _is_noun(words, mistake.last - 1):
                continue
            if words.block.words[i] not in _HAVE or not _has_object_before(words, i):
                yield mistake


_ALSO_VERBS = frozenset({"var", "vara", "få"})
_SUBJECTS = frozenset("jag du vi ni han hon hen".split())
_PARTICLES = frozenset("ut upp in bort ner ned ihop fram iväg".split())


def _is_noun(words: WordsAt, i: int) -> bool:
    """*har värk*, *har utresa skett*: what one has may look like a verb.

    *har vi* **råka** *ut för* is a verb by its subject before it and its particle after it.
    """
    if i >= words.end:
        return True
    form, tag = words.block.words[i], words.block.tags[i]
    if not is_only_verb(form):
        return not (form in _ALSO_VERBS or _stands_as_verb(words, i)) or tag not in VERBS
    return not slots(form) & FINITE and tag not in VERBS


def _stands_as_verb(words: WordsAt, i: int) -> bool:
    """Whether its subject stands right before the word, and a particle right after it."""
    forms = words.block.words
    return forms[i - 1] in _SUBJECTS and i + 1 < words.end and forms[i + 1] in _PARTICLES


_CLAUSE_STARTS = frozenset("om när att eftersom då innan medan sedan därför men och".split())
_OBJECTS = frozenset("som vad vilka vilken vilket".split())


def _has_object_before(words: WordsAt, have: int) -> bool:
    """Whether what somebody has stands before *har*, which needs no supine then: *de uppgifter ni* **har** *räcker*.

    The *som* of *den som har* is who has it.
    """
    relative = _relative_before(words, have)
    if relative is None:
        return False
    return relative < have - 1 and words.block.tags[relative + 1] not in ("ADV", "PART")


def _relative_before(words: WordsAt, verb: int) -> int | None:
    """Where the verb's clause begins, if that is relative: **som** *du får*, **det** *du får*."""
    forms, sentence = words.block.words, SentenceForms.of(words)
    for i in range(verb - 1, words.start - 1, -1):
        if forms[i] in _OBJECTS:
            return i
        if forms[i] in _CLAUSE_STARTS:
            return None
        if i > words.start and opens_without_word(sentence, i - words.start):
            return i - 1
    return None


def _double_supine(words: WordsAt) -> Iterator[Mistake]:
    """*hade velat gjort*; but *fått godkänt på resan* is something that others do: see ``_OF_ONESELF``."""
    for i in places(words, _WISHED):
        for mistake in _wrong_after(words, i, _SUPINE, "inf"):
            if words.block.words[i] != "fått" or words.block.words[mistake.last - 1] in _OF_ONESELF:
                yield mistake


def _wrong_after(words: WordsAt, first: int, wrong: frozenset[str], right: str) -> Iterator[Mistake]:
    """The verb after ``first``, if it has one of the wrong forms."""
    verb = next_after(words, first)
    if not can_only_be(words, verb, wrong) or _belongs_elsewhere(words, verb) or _is_fixed(words, first, verb):
        return
    instead = in_place_of(words, first, verb, right)
    if instead:
        yield Mistake(first, verb + 1, instead, {"auxiliary": words.block.written(first, first + 1)})


_SUBJECTS_ALONE = SUBJECTS | {"ingen"}
_SUBJECTS_AFTER = SUBJECTS | {"det", "den", "de"}


def _belongs_elsewhere(words: WordsAt, verb: int) -> bool:
    """Whether a subject follows the verb, which then begins a clause: *så fort vi kan* **kommer** *vi*.

    Not a date: *har kom* **den 9** *januari*; nor an object, where the sentence begins with its subject and has no
    clause before: *ingen får använder* **det**.
    """
    block, after = words.block, verb + 1
    if after >= words.end or block.words[after] not in _SUBJECTS_AFTER:
        return False
    if block.words[after] in SUBJECTS:
        return True
    return block.tags[after : after + 2] != ["DET", "NUM"] and block.words[words.start] not in _SUBJECTS_ALONE


_FIXED = [["var", "sin"], ["var", "sitt"], ["var", "sina"], ["var", "för"], ["var", "och"], ["ta", "mig"]]


def _is_fixed(words: WordsAt, first: int, verb: int) -> bool:
    """*fått betalt*, *vi hade var sitt rum*, *har ta mig tusan*, *av fri vilja*."""
    block = words.block
    if (block.words[first] == "vilja" and block.tags[first] == "NOUN") or _is_spoken_past(block.words[verb]):
        return True
    pair = block.words[verb : verb + 2]
    return pair[0] == "betalt" or pair in _FIXED


def _is_spoken_past(form: str) -> bool:
    """Whether the word would be what people say for a past of *lägga*: **påla** is more likely another verb."""
    return form.endswith("la") and form != "la" and slots(form) == {"prt"}


def _is_surplus_after(words: WordsAt, verb: int) -> bool:
    """Whether no clause waits for a finite verb after this one: not after *om du kan*, nor *det belopp du får*.

    Asked last, since it takes the longest.
    """
    if _is_of_who(words, verb):
        return False
    return clauses_until(words, verb).all_have_verbs and not _may_have_object_before(words, verb)


_WHO = frozenset("den de dem alla ingen någon några det ni vi du".split())


def _is_of_who(words: WordsAt, verb: int) -> bool:
    """Whether the verb tells who does what another verb says: *men den* **som vill** *får stanna*."""
    block, who = words.block, verb - 2
    if who < words.start or block.words[who + 1] != "som" or block.words[who] not in _WHO:
        return False
    return who == words.start or block.tags[who - 1] in ("CCONJ", "SCONJ", "PUNCT")


_TRANSITIVE = frozenset("får fick behöver behövde vill ville har hade".split())
_DETERMINERS = frozenset("det den de all allt alla båda".split())
_HAVERS = SUBJECTS | {"de"}


def _may_have_object_before(words: WordsAt, verb: int) -> bool:
    """Whether what somebody gets stands before: *Det belopp varje person* **får** *är summan av …*, *Den vi fick*."""
    block = words.block
    if block.words[verb] not in _TRANSITIVE:
        return False
    if is_of_what_somebody_has(words, verb):
        return True
    return block.words[words.start] in _DETERMINERS and block.tags[words.start + 1] in ("NOUN", "ADJ")


def is_of_what_somebody_has(words: WordsAt, verb: int) -> bool:
    """Whether a pronoun and the verb tell of the word before, without *som*: *den* **vi fick**, *avin* **du har**.

    In a main clause no subject stands between another word and its verb.
    """
    block, subject = words.block, verb - 1
    if subject <= words.start or block.words[subject] not in _HAVERS:
        return False
    return block.words[subject - 1] in _DETERMINERS or block.tags[subject - 1] in ("NOUN", "PROPN")


_OPENERS = frozenset("som när om att vad hur vilka vilken där , : ;".split())
_AND = frozenset({"och"})


def _present_after_imperative(words: WordsAt) -> Iterator[Mistake]:
    """*Fyll i blanketten och skickar den*."""
    block, i = words.block, _joiner(words)
    if i is None or not _is_no_imperative(words, i + 1) or block.words[i + 2 : i + 3] == ["du"]:
        return
    right = in_place_of(words, i, i + 1, "imp")
    if right:
        yield Mistake(i, i + 2, right)


def _joiner(words: WordsAt) -> int | None:
    """The *och* after the imperative that the sentence begins with, and nothing between that has a verb."""
    block = words.block
    if not slots(block.words[words.start]) & _IMPERATIVE or not is_tagged(words, words.start, _IMPERATIVE):
        return None
    for i in range(words.start + 1, words.end - 1):
        if block.words[i] == "och":
            return i
        if block.tags[i] in ("SCONJ", "VERB", "AUX") or block.words[i] in _OPENERS:
            return None
    return None


def _is_no_imperative(words: WordsAt, i: int) -> bool:
    """*skickar*; *dricka*, which isn't *drick*."""
    if can_only_be(words, i, _PRESENT):
        return True
    form = words.block.words[i]
    return is_only_verb(form) and can_only_be(words, i, INFINITIVE - _IMPERATIVE)


AFTER_MODAL = Check(_after_modal, _GOVERN_INFINITIVE, _AUXILIARY)
AFTER_HAVE = Check(_after_have, _ALL_HAVE, _AUXILIARY)
DOUBLE_SUPINE = Check(_double_supine, _WISHED, _AUXILIARY)
PRESENT_AFTER_IMPERATIVE = Check(_present_after_imperative, _AND)
