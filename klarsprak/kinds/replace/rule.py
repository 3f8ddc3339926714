"""A rule that lists words and the plainer ones to put in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

from pydantic import Field

from klarsprak.files.validation import FilledWords, Words, listed
from klarsprak.kinds.base import WordsRule
from klarsprak.language.inflection import spellings
from klarsprak.language.pipeline import Need
from klarsprak.swedish import TO_ONE, TO_SEVERAL

PartOfSpeech = Literal["VERB", "NOUN", "ADJ", "ADV", "ADP", "CONJ", "PRON"]
INFLECTED = ("VERB", "NOUN", "ADJ")
_READER = TO_ONE | TO_SEVERAL


class ReplaceRule(WordsRule):
    """Words with a plainer word to put in their place."""

    kind: Literal["replace"]
    words: FilledWords = Field(description="Ordet eller frasen i grundform, eller flera med samma ersättning.")
    pos: PartOfSpeech | None = Field(
        default=None,
        description="VERB, NOUN eller ADJ: orden böjs. I en verbfras böjs det första ordet, i en substantivfras det "
        "sista. Utan ordklass gäller bara formen som den står.",
    )
    instead: FilledWords = Field(description="Ersättningar i grundform, den bästa först.")
    but_not: Words = listed(
        "Former som också är andra ord och inte ska flaggas, till exempel företag i regeln för företa.",
    )
    participles: bool = Field(
        default=True, description="false: particip flaggas inte, till exempel avspärrad i regeln för avspärra."
    )
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar med ordet som första eller sista led."
    )

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead, in dictionary form, the best first."""
        return self.instead

    @property
    def looked_for(self) -> Iterable[str]:
        """The forms of each of the words."""
        return chain.from_iterable(map(self.forms_of, self.words))

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the first suggestion can be put in; not one that calls the reader by a name of its own.

        *Om du inte kommer* for *vid utevaro* doesn't fit a letter that says *ni*.
        """
        if not super().is_safe(suggestions):
            return False
        return self.safe is True or _called_in(suggestions[:1]) <= _called_in(self.words)

    def forms_of(self, word: str) -> set[str]:
        """The forms of one of the words to look for, lower case."""
        forms = {word.lower()}
        if self.pos in INFLECTED:
            forms |= spellings(word, self.pos)
        return forms.difference(map(str.lower, self.but_not))

    def need(self) -> Need:
        """Morphology tells which of a form's readings it is.

        *Bestritt* is a past tense or a supine; a preposition has one form.  It tells a phrase's parts too: *bereds*
        **härmed** *tillfälle att*.
        """
        looks = self.pos in INFLECTED or any(" " in word for word in self.words)
        return super().need() | (Need.MORPHOLOGY if looks else Need.FORMS)


def _called_in(texts: Iterable[str]) -> frozenset[str]:
    """The words by which the texts call the reader."""
    return _READER.intersection(chain.from_iterable(text.lower().split() for text in texts))
