"""Forms of words, and a word in the form that another one stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from klarsprak.language.inflection.model import ARCHAIC, Features, Form, Paradigm, Slot, slot_features, texts
from klarsprak.language.inflection.passive import is_passive, takes_passive
from klarsprak.language.inflection.phrases import INVARIABLE, gender_of, paradigm
from klarsprak.language.inflection.spelled import known

_NOMINAL = frozenset({"Definite", "Degree", "Case"})
_VERBS = frozenset({"VERB", "AUX"})
PRESENT_PARTICIPLE = "prp"
"""How the slots of a present participle begin."""


def forms(word: str, pos: str) -> list[Form]:
    """All inflected forms of a word or phrase in dictionary form, old ones included."""
    return [Form(text, features) for _, text, features in _analyses(word, pos)]


def spellings(word: str, pos: str, *, present_participles: bool = False) -> set[str]:
    """What the word's forms look like, lower case, old ones included.

    A present participle is nearly always a noun or adjective of its own (*medgivande, verkställande direktör*).
    """
    listed = None if present_participles else known(word, pos)
    return inflected(word, pos, present_participles) if listed is None else set(listed)


def inflected(word: str, pos: str, present_participles: bool = False) -> set[str]:
    """``spellings`` without a look in the table of words whose forms are listed."""
    return {
        text.lower()
        for slot, text, _ in texts(paradigm(word, pos))
        if present_participles or not slot.startswith(PRESENT_PARTICIPLE)
    }


def features_of(found: str, word: str, pos: str) -> list[Features]:
    """The features that ``found`` can have as a form of ``word``; empty where it is none."""
    wanted = _fold(found)
    return [features for _, text, features in _analyses(word, pos) if text.lower() == wanted]


def inflect(word: str, pos: str, features: Mapping[str, str]) -> str | None:
    """Today's form of ``word`` that has all of ``features``; None where none has, or several that differ."""
    found = set()
    more = _more(word, pos)
    for slot, variants in paradigm(word, pos).items():
        own = slot_features(slot, more)
        if all(own.get(name) == value for name, value in features.items()):
            found.add(_modern(variants))
    return found.pop() if len(found) == 1 else None


def same_form(
    found: str,
    word: str,
    pos: str,
    instead: str,
    instead_pos: str | None = None,
    features: Mapping[str, str] | None = None,
) -> str | None:
    """``instead`` in the form that ``found`` has of ``word``; None where that form isn't known for sure.

    ``features`` is the tagger's view of the (first) word found, and ``Reflex`` where the subject's pronoun is known.
    """
    given = frozenset((features or {}).items())
    return _same_form(_fold(found), word, pos, instead, instead_pos or pos, given)


@lru_cache(maxsize=20_000)  # letters use the same words again
def _same_form(
    found: str, word: str, pos: str, instead: str, instead_pos: str, features: frozenset[tuple[str, str]]
) -> str | None:
    given = _normal(dict(features), pos)
    target = paradigm(instead, instead_pos)
    slots = _slots_of(found, word, pos, given)
    results = {_counterpart(slot, target, word, instead, instead_pos, given) for slot in slots}
    return results.pop() if len(results) == 1 else None


def noun_slot(found: str, word: str, features: Mapping[str, str]) -> Slot | None:
    """The one slot that a form of a noun stands in; None where there are several."""
    slots = _slots_of(_fold(found), word, "NOUN", features)
    return slots[0] if len(slots) == 1 else None


def match_case(found: str, suggestion: str) -> str:
    """``suggestion`` with a capital, or all in capitals, as ``found`` is."""
    letters = [letter for letter in found if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return suggestion.upper()
    if letters and letters[0].isupper():
        return suggestion[:1].upper() + suggestion[1:]
    return suggestion


def put_between(suggestion: str, words: str) -> str:
    """*sattes i gång* and *inte* to *sattes inte i gång*: what follows a finite verb goes before its particle."""
    verb, _, rest = suggestion.partition(" ")
    return " ".join(filter(None, (verb, words, rest)))


def _fold(text: str) -> str:
    return " ".join(text.lower().split())


def _more(word: str, pos: str) -> str:
    gender = gender_of(word) if pos in ("NOUN", "PROPN") else None
    return f"Gender={gender}" if gender else ""


@cache
def _analyses(word: str, pos: str) -> tuple[tuple[Slot, str, Features], ...]:
    more = _more(word, pos)
    old = f"{more}|Style=Arch" if more else "Style=Arch"
    return tuple(
        (slot, text, slot_features(slot, old if archaic else more))
        for slot, text, archaic in texts(paradigm(word, pos))
    )


def _normal(features: Mapping[str, str], pos: str) -> Mapping[str, str]:
    """A participle that the tagger takes for an adjective or noun is none the less no finite verb."""
    if pos in _VERBS and "VerbForm" not in features and _NOMINAL & features.keys():
        return {**features, "VerbForm": "Part"}
    return features


def _slots_of(found: str, word: str, pos: str, given: Mapping[str, str]) -> list[Slot]:
    """The slots that ``found`` may stand in: those that agree with what is given, if any do."""
    analyses = [(slot, features) for slot, text, features in _analyses(word, pos) if text.lower() == found]
    modern = [pair for pair in analyses if "Style" not in pair[1]] or analyses
    fitting = [pair for pair in modern if _fits(pair[0], pair[1], given)] or modern
    slots = [slot for slot, _ in fitting]
    return [slot for slot in slots if not slot.endswith("masc")] or slots


def _fits(slot: Slot, features: Features, given: Mapping[str, str]) -> bool:
    deponent = slot.endswith("~Voice=Pass")
    return all(
        features.get(name, value) == value for name, value in given.items() if not (deponent and name == "Voice")
    )


def _counterpart(
    slot: Slot, target: Paradigm, word: str, instead: str, pos: str, given: Mapping[str, str]
) -> str | None:
    """The text of ``target`` that stands in the same slot, if it may be suggested."""
    base, _, extra = slot.partition("~")
    if base == INVARIABLE or base.startswith(PRESENT_PARTICIPLE):
        return instead if base == INVARIABLE and INVARIABLE in target else None
    if pos in _VERBS:
        base = _voiced(base, word, instead)
    have = {**given, **_pairs(extra)}
    found = {_modern(target[name]) for name in _matching(base, target, pos, have)}
    return found.pop() if len(found) == 1 else None


def _voiced(base: Slot, word: str, instead: str) -> Slot:
    """The slot to look for in a verb; none ("") where subject and object would change places or have none."""
    if is_passive(instead) and takes_passive(word):
        return base.replace(".pass", ".act") if base.endswith(".pass") else ""
    if base.endswith(".pass") and not (takes_passive(word) and takes_passive(instead)):
        return ""
    if base.startswith("ptc") and not takes_passive(instead):
        return ""
    return base


def _matching(base: Slot, target: Paradigm, pos: str, have: Mapping[str, str]) -> Iterator[Slot]:
    bare = base.removeprefix("ptc.")
    wanted = (base, bare) if pos not in _VERBS else (base, f"ptc.{bare}")
    for slot in target:
        name, _, extra = slot.partition("~")
        needed = {key: value for key, value in _pairs(extra).items() if key != "Voice"}
        if name in wanted and all(have.get(key) == value for key, value in needed.items()):
            yield slot


@cache
def _pairs(extra: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in extra.split("|") if pair)


def _modern(variants: tuple[str, ...]) -> str | None:
    return None if variants[0].startswith(ARCHAIC) else variants[0]
