"""Passives that the network gives the wrong one of two forms that look alike: *att husen numera* **nyttjas**.

Most passives are alike in the infinitive and the present.  An infinitive stands after *att*, or in a clause that has
another verb; where a clause has words for its subject and no other verb, the form is its finite verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from klarsprak.language.tokens import Tokens
from klarsprak.language.verbs.words import slots

_INFINITIVE = "POS=VERB|VerbForm=Inf|Voice=Pass"
_PRESENT = "Mood=Ind|POS=VERB|Tense=Pres|VerbForm=Fin|Voice=Pass"
_TAKERS = frozenset({"VerbForm=Fin", "VerbForm=Inf"})
_ALIKE = frozenset({"inf", "prs"})
_TO = "att"
_WHICH = "som"
"""Is the subject, and opens its clause."""
_MODALS = frozenset("bör borde brukar får fick kan kunde lär måste må ska skall skulle vill ville".split())
_TAKE_SUPINES = frozenset({"har", "hade", "ha"})
_SUPINES_THAT_TAKE = frozenset(
    "fått kunnat velat måst behövt börjat slutat tänkt hunnit brukat försökt vågat önskat låtit begärt beslutat "
    "undvikit ämnat orkat riskerat hört sett".split()
)
"""*har kunnat* **lämnas**."""
_OPEN_CLAUSES = frozenset({"där", "här", "då", "nu"})
"""Adverbs that a finite verb may follow after *att* too: *jag vet att där* **uträttas** *mycket*."""
_JOINERS = frozenset({"och", "eller", "samt"})
_ENDS_CLAUSE = frozenset({",", ":", ";", "(", ")", "–", "att", "som", "hur", "när", "där", "dit", "då", "vad", "var"})


def _with_parts(labels: Sequence[str], *parts: str) -> frozenset[int]:
    """The numbers of the labels of those parts of speech."""
    wanted = {f"POS={part}" for part in parts}
    return frozenset(number for number, label in enumerate(labels) if wanted & set(label.split("|")))


def _is_alike(form: str) -> bool:
    """Whether the lower-case form is both: *nyttjas*, *finansieras*, not *byggas* or *byggs*."""
    return form.endswith("eras") or slots(form) >= _ALIKE


def _is_sign(text: str) -> bool:
    """Whether the token is a stop, a dash, a bracket or the like."""
    return all(category(sign).startswith("P") for sign in text)


class UntoldPassives:
    """Puts right the numbers of a text's labels; ``labels`` are all that the network knows, in their order."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._infinitive = labels.index(_INFINITIVE)
        self._present = labels.index(_PRESENT)
        self._nominals = _with_parts(labels, "NOUN", "PROPN", "PRON", "NUM")
        self._adverbials = _with_parts(labels, "ADV", "PART")
        self._openers = _with_parts(labels, "SCONJ")
        self._verbs = _with_parts(labels, "VERB", "AUX")
        self._takers = {number for number in self._verbs if not _TAKERS.isdisjoint(labels[number].split("|"))}
        self._infinitives = {number for number in self._verbs if "VerbForm=Inf" in labels[number].split("|")}

    def mend(self, tokens: Tokens, numbers: list[int]) -> None:
        """Give those passives their other form, in place; ``numbers`` holds a label for each token."""
        for i, number in enumerate(numbers):
            if number == self._infinitive:
                if _is_alike(tokens.words[i]) and self._is_finite(tokens, numbers, i):
                    numbers[i] = self._present
            elif number == self._present and self._is_taken(tokens, numbers, i) and _is_alike(tokens.words[i]):
                numbers[i] = self._infinitive

    def _is_finite(self, tokens: Tokens, numbers: Sequence[int], verb: int) -> bool:
        """Whether the clause has words before the verb and no verb or *att* that takes an infinitive."""
        if self._follows_to(tokens, numbers, verb):
            return False
        has_subject = False
        for i in range(verb - 1, -1, -1):
            form = tokens.words[i]
            if form in _SUPINES_THAT_TAKE or (numbers[i] in self._takers and form not in _TAKE_SUPINES):
                return False
            if form == _WHICH:  # not *ska* **som** *tidigare prövas*
                return i > 0 and (numbers[i - 1] in self._nominals or _is_sign(tokens.texts[i - 1]))
            has_subject = has_subject or numbers[i] in self._nominals
            if numbers[i] in self._openers or form == _TO or tokens.opens_sentence(i):
                break
        return has_subject

    def _is_taken(self, tokens: Tokens, numbers: Sequence[int], verb: int) -> bool:
        """Whether *att*, a modal verb of the clause or an infinitive joined to it makes the verb an infinitive."""
        if tokens.opens_sentence(verb):
            return False
        if self._follows_to(tokens, numbers, verb):
            return True
        if verb > 1 and tokens.words[verb - 1] in _JOINERS and numbers[verb - 2] in self._infinitives:
            return True
        for i in range(verb - 1, -1, -1):
            form = tokens.words[i]
            if numbers[i] in self._verbs:
                # Not *Får vi inget svar* **prövas** *saken ändå*.
                return form in _MODALS and not tokens.opens_sentence(i)
            if numbers[i] in self._openers or form in _ENDS_CLAUSE or tokens.opens_sentence(i):
                break
        return False

    def _follows_to(self, tokens: Tokens, numbers: Sequence[int], verb: int) -> bool:
        """Whether *att* stands before the verb, with nothing but adverbs between."""
        words, before = tokens.words, verb - 1
        while before >= 0 and numbers[before] in self._adverbials and words[before] not in (_TO, *_OPEN_CLAUSES):
            before -= 1
        return before >= 0 and words[before] == _TO
