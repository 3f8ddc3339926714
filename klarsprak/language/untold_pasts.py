"""Past tenses that the network takes for participles, which look the same: *och vi* **avropade** *resor*.

Straight after *vi*, *jag* or another word that is nothing but a subject the form is its clause's verb, unless the
clause has one: *har vi avropade resor kvar*, *vi drabbade får inget svar*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from klarsprak.language.tokens import Tokens

_PAST = "Mood=Ind|POS=VERB|Tense=Past|VerbForm=Fin|Voice=Act"
_SUBJECTS = frozenset("jag du han hon vi ni man".split())
_ENDING = "ade"
_ENDS_CLAUSE = frozenset({",", ".", ":", ";", "?", "!", "och", "men", "eller", "som", "att", "när", "om", "där"})


class UntoldPasts:
    """Puts right the numbers of a text's labels; ``labels`` are all that the network knows, in their order."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._past = labels.index(_PAST)
        self._participles = frozenset(n for n, label in enumerate(labels) if "VerbForm=Part" in label.split("|"))
        self._finite = frozenset(n for n, label in enumerate(labels) if "VerbForm=Fin" in label.split("|"))

    def mend(self, tokens: Tokens, numbers: list[int]) -> None:
        """Give those participles their other form, in place; ``numbers`` holds a label for each token."""
        for i, number in enumerate(numbers):
            if number not in self._participles or not tokens.words[i].endswith(_ENDING):
                continue
            if i > 0 and tokens.words[i - 1] in _SUBJECTS and self._is_only_verb(tokens, numbers, i):
                numbers[i] = self._past

    def _is_only_verb(self, tokens: Tokens, numbers: Sequence[int], verb: int) -> bool:
        """Whether no finite verb stands before the subject, nor one after it that is the subject's."""
        subject = verb - 1
        if subject > 0 and not tokens.opens_sentence(subject) and numbers[subject - 1] in self._finite:
            return False
        clause = takewhile(lambda i: tokens.words[i] not in _ENDS_CLAUSE, range(verb + 1, len(numbers)))
        other = next((i for i in clause if numbers[i] in self._finite), None)
        return other is None or not _SUBJECTS.isdisjoint(tokens.words[other + 1 : other + 2])
