"""Finite verbs that the tagger takes for something else: *Glöm ej*, *det du har skrivit själv* **lämnas** *ut*."""

from __future__ import annotations

from collections.abc import Sequence

_TELLING = frozenset({"glöm", "tveka", "missa"})
_NOT = frozenset({"ej", "inte"})
_AFTER_SUPINE = frozenset({"ADV", "ADJ"})
_ASK_FOR_VERB = frozenset(
    "fått kunnat velat måst behövt börjat slutat tänkt hunnit brukat försökt vågat önskat låtit begärt beslutat "
    "undvikit ämnat orkat riskerat".split()
)
"""Supines that an infinitive follows: *har fått* **lämnas**."""


def tells_not_to(forms: Sequence[str]) -> bool:
    """Whether the sentence begins with an imperative and its negation: **Glöm ej** *att skriva ditt namn*.

    ``forms`` are lower case.
    """
    return len(forms) > 1 and forms[0] in _TELLING and forms[1] in _NOT


def is_passive_after_supine(
    forms: Sequence[str], tags: Sequence[str], features: Sequence[frozenset[str]], i: int
) -> bool:
    """Whether the infinitive there is none, since no verb asks for it: *det du har skrivit själv* **lämnas** *ut*.

    ``forms``, ``tags`` and ``features`` are those of a sentence's words.
    """
    if not {"VerbForm=Inf", "Voice=Pass"} <= features[i]:
        return False
    before = i - 1
    while before > 0 and tags[before] in _AFTER_SUPINE:
        before -= 1
    return before >= 0 and "VerbForm=Sup" in features[before] and forms[before] not in _ASK_FOR_VERB
