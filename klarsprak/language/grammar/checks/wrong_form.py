"""Verbs whose form has no place where they stand: *måste du lämnat, då fråga vi, alla som arbeta, att fått*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import ADVERBS, SUBJECTS, can_only_be, is_finite_verb
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.verbs.words import forms_as, is_only_verb, slots
from klarsprak.language.words_at import WordsAt

_SUPINE = frozenset({"sup"})
_PRESENT = frozenset({"prs"})
_INFINITIVE = frozenset({"inf", "imp"})
_SURE_MODALS = frozenset("kan ska skall måste bör behöver".split())
"""No *får*, *vill* or *skulle*: *får betalt, vill ha sagt, skulle kunnat*."""
_GOVERNING = frozenset(
    "ska skall skulle kan kunde måste bör borde vill ville får fick låt låter lär må låta behöver hinner orkar "
    "vågar brukar slipper att kunna vilja hjälper hjälpa börjar ser såg hör hörde kommer tänker såsom än som behöva "
    "bruka få böra lät väljer undvik undvika försöker börja sluta försöka tänkte hoppas verkar "
    "tycks anses beräknas".split()
)
"""After one of these an infinitive may come, however far."""
_NOUN_PHRASE = frozenset({"DET", "ADJ", "NOUN"})
_MOST = 4
_SUBJECTS_AFTER = SUBJECTS | {"det", "den", "de"}


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each such verb."""
    block, second = words.block, words.start + 1
    beside = zip(block.words[words.start : words.end], block.tags[second : words.end], strict=False)
    for i in [i for i, (before, tag) in enumerate(beside, second) if tag in VERBS or before in SUBJECTS]:
        right = _right_slot(words, i, slots(block.words[i]))
        if right is not None:
            forms = forms_as(block.words[i], right)
            if not forms or forms == (block.words[i],):
                continue
            if right == "prs" and block.words[i - 1] in SUBJECTS:
                yield Mistake(i - 1, i + 1, tuple(f"{block.written(i - 1, i)} {form}" for form in forms))
            elif right == "inf" and block.words[max(words.start, i - 2) : i - 1] == ["kommer"]:
                yield Mistake(i, i + 1, tuple(f"att {form}" for form in forms))  # *kommer vi* **ordnar**
            else:
                yield Mistake(i, i + 1, forms)


def _right_slot(words: WordsAt, i: int, found: frozenset[str]) -> str | None:
    """The slot that the verb should be in; None for a verb that may be right."""
    if found == _SUPINE:
        return "inf" if _is_bare_supine(words, i) and can_only_be(words, i, _SUPINE) else None
    if found == _PRESENT:
        return "inf" if _waits_for_infinitive(words, i) and can_only_be(words, i, _PRESENT) else None
    if not _may_lack_finite(words.block.words[i]) or not _needs_finite(words, i):
        return None
    is_after_subject = words.block.words[i - 1] in SUBJECTS and words.block.tags[i] in ("ADJ", "VERB")
    return "prs" if is_after_subject or can_only_be(words, i, _INFINITIVE) else None


def _is_bare_supine(words: WordsAt, i: int) -> bool:
    """*måste du* **lämnat**, *för att* **fått**: no *ha* before."""
    block, before = words.block, i - 1
    if (
        i + 1 < words.end and block.tags[i + 1] in VERBS and "inf" in slots(block.words[i + 1])
    ):  # *kan förenklat beskrivas*
        return False
    if i + 1 < words.end and block.tags[i + 1] in ("NOUN", "ADJ"):
        return False
    while before > words.start and block.words[before] in ADVERBS:
        before -= 1
    if block.words[before] == "att":
        return before == i - 1 and block.tags[i] in VERBS
    if block.words[before] in SUBJECTS and before > words.start:
        before -= 1
    return block.words[before] in _SURE_MODALS and "ha" not in block.words[before:i]


def _waits_for_infinitive(words: WordsAt, i: int) -> bool:
    """*kommer vi* **ordnar**, *kan arvode* **utgår**."""
    block, before = words.block, i - 1
    if block.words[before] not in SUBJECTS and block.tags[before] != "NOUN":
        return False
    if i + 1 < words.end and block.words[i + 1] in _SUBJECTS_AFTER:
        return False
    if block.words[before] in SUBJECTS:
        return before > words.start and block.words[before - 1] == "kommer" and _is_turned(words, before - 1)
    first = before
    while first > words.start and before - first < _MOST and block.tags[first] in _NOUN_PHRASE:
        first -= 1
    if first == before or block.words[first] not in ("kan", "ska", "måste", "bör"):
        return False
    return _is_turned(words, first) and "att" not in block.words[words.start : first]


def _is_turned(words: WordsAt, verb: int) -> bool:
    """Whether the verb stands before its subject: first, or after an adverb or a clause; not after *när* or *som*."""
    if verb == words.start:
        return True
    block = words.block
    form = block.words[verb - 1]
    if form in SUBJECTS or block.tags[verb - 1] in ("SCONJ", "PRON", "DET", "ADP"):
        return False
    return form not in ("när", "om", "innan", "som", "då", "hur", "det", "den", "de", "fort", "snart", "länge", "vi")


def _needs_finite(words: WordsAt, i: int) -> bool:
    """*då* **fråga** *vi*, *alla som* **arbeta**, *under natten du* **ringa**, *hyresvärden* **heta**."""
    block = words.block
    form = block.words[i - 1]
    if i + 1 < words.end and block.words[i + 1] in SUBJECTS:
        may_be = _begins_turned(words, i)
    elif form == "som":
        may_be = i - 2 >= words.start and block.tags[i - 2] in ("NOUN", "PRON")
    elif form in SUBJECTS:
        may_be = _is_subject_here(words, i - 1)
    else:
        may_be = _is_subject_first(words, i) and is_only_verb(block.words[i])
    return may_be and _GOVERNING.isdisjoint(_before(words, i))


def _before(words: WordsAt, i: int) -> list[str]:
    """What stands before the verb in its sentence, without the *som* straight before."""
    forms = words.block.words[words.start : i]
    return forms[:-1] if forms and forms[-1] == "som" else forms


def _begins_turned(words: WordsAt, i: int) -> bool:
    """Whether an adverb or *så* that begins a clause stands before the verb: *Då fråga vi*."""
    block = words.block
    form = block.words[i - 1]
    is_adverb = block.tags[i - 1] == "ADV" or form in ("så", "då", "sedan", "nu", "där", "här")
    return is_adverb and (i - 1 == words.start or block.tags[i - 2] == "PUNCT")


def _is_subject_here(words: WordsAt, i: int) -> bool:
    """Whether the pronoun begins a clause, or no verb stands before it that may be its own."""
    block = words.block
    if i == words.start:
        return False  # *Du betala*: ``infinitive_for_finite``
    return block.tags[i - 1] in ("NOUN", "ADV", "PROPN") and not slots(block.words[i - 1])


def _is_subject_first(words: WordsAt, i: int) -> bool:
    """Whether a definite noun with what belongs to it begins the sentence and ends before the verb."""
    block = words.block
    if block.tags[i] not in VERBS or block.tags[i - 1] != "NOUN" or "Definite=Def" not in block.features[i - 1]:
        return False
    if any(block.tags[k] not in ("DET", "ADJ", "NOUN") for k in range(words.start, i)) or slots(block.words[i - 1]):
        return False
    return not any(is_finite_verb(words, k) for k in range(i + 1, words.end))


def _may_lack_finite(form: str) -> bool:
    """Whether the word is an infinitive that can be no finite verb: the others want an auxiliary before them."""
    found = slots(form)
    return "inf" in found and found <= _INFINITIVE


WRONG_FORM = Check(_find, _SURE_MODALS | {"att", "kommer"}, is_sign=_may_lack_finite)
