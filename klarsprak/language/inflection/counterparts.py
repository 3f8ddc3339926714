"""A word in the form that another one stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from klarsprak.language.inflection.choice import (
    Reading,
    fold,
    is_present_participle,
    modern_text,
    readings_of,
)
from klarsprak.language.inflection.model import INVARIABLE, Paradigm, ParadigmSlot, only, parse_features
from klarsprak.language.inflection.passive import is_passive, takes_passive
from klarsprak.language.inflection.phrases import paradigm

_NOMINAL = frozenset({"Definite", "Degree", "Case"})
_VERBS = frozenset({"VERB", "AUX"})
_DEPONENT = "~Voice=Pass"
"""How the slots of a verb end that has s-forms only: the tagger may take them for active or passive."""


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

    >>> same_form("erhölls", "erhålla", "VERB", "ta emot"), same_form("erhölls", "erhålla", "VERB", "få")
    ('togs emot', None)
    """
    given = frozenset((features or {}).items())
    return _same_form(fold(found), word, pos, instead, instead_pos or pos, given)


@lru_cache(maxsize=20_000)  # letters use the same words again
def _same_form(
    found: str, word: str, pos: str, instead: str, instead_pos: str, features: frozenset[tuple[str, str]]
) -> str | None:
    given = _normal(dict(features), pos)
    target = paradigm(instead, instead_pos)
    slots = _slots_of(found, word, pos, given)
    return only({_counterpart(slot, target, word, instead, instead_pos, given) for slot in slots})


def noun_slot(found: str, word: str, features: Mapping[str, str]) -> ParadigmSlot | None:
    """The one slot that a form of a noun stands in; None where there are several.

    >>> noun_slot("breven", "brev", {}), noun_slot("brev", "brev", {}), noun_slot("brev", "brev", {"Number": "Plur"})
    ('pl.def.nom', None, 'pl.ind.nom')
    """
    slots = _slots_of(found, word, "NOUN", features)
    return slots[0] if len(slots) == 1 else None


def _normal(features: Mapping[str, str], pos: str) -> Mapping[str, str]:
    """A participle that the tagger takes for an adjective or noun is none the less no finite verb.

    >>> _normal({"Number": "Plur", "Degree": "Pos"}, "VERB")
    {'Number': 'Plur', 'Degree': 'Pos', 'VerbForm': 'Part'}
    """
    if pos not in _VERBS or "VerbForm" in features:
        return features
    is_nominal = not _NOMINAL.isdisjoint(features)
    return {**features, "VerbForm": "Part"} if is_nominal else features


def _slots_of(found: str, word: str, pos: str, given: Mapping[str, str]) -> list[ParadigmSlot]:
    """The slots that ``found`` may stand in: today's, those that agree with what is given, no masculines, if any.

    >>> _slots_of("sökande", "söka", "VERB", {}), _slots_of("skickas", "skicka", "VERB", {"VerbForm": "Inf"})
    (['prp'], ['inf.pass'])
    """
    modern = _prefer(readings_of(found, word, pos), lambda reading: reading.is_modern)
    fitting = _prefer(modern, lambda reading: _agrees(reading, given))
    likely = _prefer(fitting, lambda reading: not reading.slot.endswith("masc"))
    return [reading.slot for reading in likely]


def _prefer(readings: list[Reading], is_better: Callable[[Reading], bool]) -> list[Reading]:
    """Those that are better; all where none is."""
    better = list(filter(is_better, readings))
    return better or readings


def _agrees(reading: Reading, given: Mapping[str, str]) -> bool:
    """Whether the reading has no feature that is given otherwise."""
    ignored = "Voice" if reading.slot.endswith(_DEPONENT) else ""
    shared = given.keys() & reading.features.keys() - {ignored}
    return all(given[name] == reading.features[name] for name in shared)


def _counterpart(
    slot: ParadigmSlot, target: Paradigm, word: str, instead: str, pos: str, given: Mapping[str, str]
) -> str | None:
    """The text of ``target`` that stands in the same slot, if it may be suggested.

    >>> _counterpart("prt.act", {"prt.act": ("fick",), "sup.act": ("fått",)}, "erhålla", "få", "VERB", {})
    'fick'
    """
    base, _, extra = slot.partition("~")
    if base == INVARIABLE:
        return instead if INVARIABLE in target else None
    if is_present_participle(base):
        return None
    wanted = _with_voice(base, word, instead) if pos in _VERBS else base
    have = {**given, **_features_in(extra)}
    return only({modern_text(target[name]) for name in _matching(wanted, target, pos, have)})


def _with_voice(base: ParadigmSlot, word: str, instead: str) -> ParadigmSlot:
    """The slot to look for in a verb; none ("") where subject and object would change places or have none.

    >>> _with_voice("prs.pass", "erfordra", "behövas"), _with_voice("prs.pass", "erfordra", "behöva")
    ('prs.act', 'prs.pass')
    >>> _with_voice("prs.pass", "erhålla", "få"), _with_voice("ptc.com", "erhålla", "få")
    ('', '')
    """
    if takes_passive(word) and is_passive(instead):
        active = base.removesuffix(".pass") + ".act"
        return active if base.endswith(".pass") else ""
    return base if _can_have_voice(base, word, instead) else ""


def _can_have_voice(base: ParadigmSlot, word: str, instead: str) -> bool:
    """Whether ``instead`` has a passive where the slot is one, past participles counted in."""
    if base.endswith(".pass"):
        return takes_passive(word) and takes_passive(instead)
    return takes_passive(instead) or not base.startswith("ptc")


def _matching(base: ParadigmSlot, target: Paradigm, pos: str, have: Mapping[str, str]) -> Iterator[ParadigmSlot]:
    """The slots of ``target`` like ``base``; a participle's is like an adjective's.

    >>> list(_matching("neut", {"ptc.neut": ("erhållet",), "neut": ("nytt",)}, "ADJ", {}))
    ['neut']
    >>> list(_matching("ptc.neut", {"neut": ("nytt",)}, "ADJ", {}))
    ['neut']
    """
    bare = base.removeprefix("ptc.")
    wanted = (base, f"ptc.{bare}" if pos in _VERBS else bare)
    for slot in target:
        name, _, extra = slot.partition("~")
        if name in wanted and _has_needed(extra, have):
            yield slot


def _has_needed(extra: str, have: Mapping[str, str]) -> bool:
    """Whether the reflexive and the agreement of a slot are those asked for; a deponent's voice isn't.

    >>> _has_needed("Reflex=dig", {"Reflex": "dig"}), _has_needed("Reflex=dig", {}), _has_needed("Voice=Pass", {})
    (True, False, True)
    """
    needed = _features_in(extra).items() - {("Voice", "Pass")}
    return needed <= have.items()


@cache
def _features_in(extra: str) -> dict[str, str]:
    """*Reflex=dig|Number=Plur* by name."""
    return dict(parse_features(extra))
