"""Paradigms of phrases made from that of the word that inflects: what stands around it, and what doesn't inflect."""

from __future__ import annotations

from klarsprak.language.inflection.model import Paradigm, ParadigmSlot, surround

PREPOSITIONS = frozenset(
    "av för från i inom med om mot på till under ur ut utan vid åt över efter mellan hos genom bland enligt".split()
)
CLAUSE_OPENERS = frozenset("som att där hur när om vad".split())


def as_phrases(text: str) -> frozenset[str]:
    """The phrases of a list with commas.

    >>> sorted(as_phrases("i gång, till vara"))
    ['i gång', 'till vara']
    """
    return frozenset(map(str.strip, text.split(",")))


def wrap(forms: Paradigm, before: str = "", after: str = "") -> Paradigm:
    """The paradigm with fixed words around every text.

    >>> wrap({"inf.act": ("ta", "*taga")}, after=" del av")
    {'inf.act': ('ta del av', '*taga del av')}
    """
    wrapped: Paradigm = {}
    for slot, texts in forms.items():
        wrapped[slot] = tuple(surround(text, before, after) for text in texts)
    return wrapped


def with_features(forms: Paradigm, features: str) -> Paradigm:
    """The paradigm with further features, if any, in every slot.

    >>> with_features({"inf.act": ("åta dig",)}, "Reflex=dig")
    {'inf.act~Reflex=dig': ('åta dig',)}
    """
    if not features:
        return forms
    return {_extended(slot, features): texts for slot, texts in forms.items()}


def _extended(slot: ParadigmSlot, features: str) -> ParadigmSlot:
    """*inf.act* to *inf.act~Reflex=dig*, that to *inf.act~Reflex=dig|Number=Plur*."""
    separator = "|" if "~" in slot else "~"
    return slot + separator + features
