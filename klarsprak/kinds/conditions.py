"""``when`` and ``unless``: what must, or must not, stand around the words that a rule has found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from klarsprak.analysis import Analysis
from klarsprak.files.small import SmallModel
from klarsprak.files.validation import Words, as_list, listed
from klarsprak.kinds.condition_checks import (
    Check,
    compiled,
    has_feature,
    has_tag,
    is_addressed,
    is_called,
    is_followed,
    is_in_letter,
    is_in_paragraph,
    is_known_from_letter,
    is_nearby,
    is_preceded,
    is_read_for,
    is_stray_address,
    is_switch_of_address,
    is_with,
    letter_has,
    may_be_another,
    names_doer,
    offers_reader_talk,
)
from klarsprak.language.analysed import RequiredForms, holds
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.fields import START, Patterns
from klarsprak.matching.patterns import PartOfSpeech
from klarsprak.prose.addressed import usual_pronoun
from klarsprak.prose.addressee import addressee
from klarsprak.prose.mixed_address import has_strays, has_switch
from klarsprak.prose.offers_talk import offers_talk

Reader = Literal["person", "persons", "organisation"]
PartsOfSpeech = Annotated[
    list[PartOfSpeech], BeforeValidator(as_list, json_schema_input_type=PartOfSpeech | list[PartOfSpeech])
]
Readers = Annotated[list[Reader], BeforeValidator(as_list, json_schema_input_type=Reader | list[Reader])]


class Condition(SmallModel):
    """All the keys that are given must hold; for each key, one of its alternatives is enough."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    pos: PartsOfSpeech = listed("Ordklass hos det första ordet som flaggas, till exempel VERB.")
    features: Words = listed("Drag hos det första ordet som flaggas, till exempel Voice=Pass.")
    followed_by: Patterns = listed("Mönster som följer direkt efter orden.")
    preceded_by: Patterns = listed("Mönster som står direkt före, eller start.")
    sentence_has: Patterns = listed("Mönster som finns i samma mening.")
    paragraph_has: Patterns = listed("Mönster som finns i samma stycke, till exempel i nästa mening.")
    nearby_has: Patterns = listed(
        "Mönster som finns i samma mening, i den före eller i de två efter, i stycket, under rubriken eller i listan."
    )
    letter_has: Patterns = listed("Mönster som finns någonstans i brevet.")
    addressed_to: Readers = listed(
        "Vem brevet är ställt till, enligt adressen eller hälsningen: person, persons (flera) eller organisation."
    )
    usually_says: Literal["du", "ni", ""] = Field(
        default="", description="Vad brevet säger till läsaren nästan överallt: du eller ni, i minst två meningar."
    )
    breaks_address: bool = Field(
        default=False,
        description="Brevet säger både du och ni till läsaren, och orden är det av dem som det inte borde säga.",
    )
    switches_address: bool = Field(
        default=False,
        description="Brevet går här först över från det av du och ni som det inte borde säga till det andra.",
    )
    may_mean_another: bool = Field(
        default=False,
        description="Meningarna närmast före nämner någon annan än läsaren, som orden kan syfta på: Din granne har …",
    )
    reads_for_another: bool = Field(
        default=False,
        description="Läsaren står för någon annan: vårdnadshavare till ett barn, god man för en huvudman.",
    )
    offers_talk: bool = Field(
        default=False,
        description="Brevet ber läsaren ringa, skriva eller säga till, i vanliga ord: Ring mig om det inte går.",
    )
    names_doer: bool | Literal["before", "above"] = Field(
        default=False,
        description="Bredvid verbet står vem som gör det. before: i meningen före. above: i raden ovanför listan.",
    )
    known_from_letter: Literal["reached", "name", "line", "kind", ""] = Field(
        default="",
        description="Den som orden nämner sist står på ett annat ställe i brevet. reached: med nummer eller "
        "e-postadress, till exempel i underskriften. name: så, eller som befattning under namnet på den som skriver. "
        "line: orden är en kod, och en rad i brevet börjar med den och säger vad den står för: F02 Temperatur. "
        "kind: orden är ett namn, och brevet säger någonstans bredvid det vad som heter så: appen Edlevo.",
    )
    can_be_reached: bool | None = Field(
        default=None, description="Om brevet har ett telefonnummer eller en e-postadress någonstans, eller inte."
    )

    def may_hold(self, forms: frozenset[str]) -> bool:
        """Whether the forms, of a sentence or more, have the words that its patterns can't do without.

        Quick, and for most words no: asked before anything is made for them.
        """
        for anchors in self._nearby:  # no ``all`` and ``any``, which take twice as long
            for each in anchors:
                if holds(forms, each):
                    break
            else:
                return False
        return True

    def may_hold_in(self, analysis: Analysis) -> bool:
        """Whether the letter is as it must be for the condition to hold anywhere in it.

        Asked once for all words that a rule finds there, before anybody looks at them.
        """
        if self.breaks_address and not has_strays(analysis):
            return False
        if self.switches_address and not has_switch(analysis):
            return False
        return self._is_about_words or self.holds_for_letter(analysis)

    @cached_property
    def _is_about_words(self) -> bool:
        """Whether it asks more than ``holds_for_letter`` tells."""
        return any(getattr(self, key) for key in _KEYS - _KEYS_OF_LETTER)

    @cached_property
    def _nearby(self) -> list[list[RequiredForms]]:
        """Of each key about the sentence's words the anchors of its patterns."""
        keys = [key for key in (self.preceded_by, self.sentence_has) if key and START not in key]
        return [[slots.anchors for slots in compiled(key)] for key in keys]

    def need(self) -> Need:
        """How much of the analysis the condition looks at.

        A pattern of one plain word needs none of it: *followed_by: att*.
        """
        own = Need.MORPHOLOGY if self.pos or self.features or self.names_doer or self.may_mean_another else Need.FORMS
        patterns = chain(
            self.followed_by,
            self.preceded_by,
            self.sentence_has,
            self.paragraph_has,
            self.nearby_has,
            self.letter_has,
        )
        needs = (slots.need for slots in compiled(patterns))
        return reduce(or_, needs, own)

    def holds(self, words: WordsAt, analysis: Analysis) -> bool:
        """Whether the condition is met for the words that a rule has found.

        Asked of every hit of a rule with conditions.
        """
        for check in self._checks:  # noqa: SIM110 - ``all`` takes twice as long
            if not check(words, analysis):
                return False
        return True

    def holds_for_letter(self, analysis: Analysis) -> bool:
        """Whether the condition is met for the letter, where no words of it are in question.

        Of its keys only those about the whole letter can be asked then.
        """
        if self.usually_says and analysis.once(usual_pronoun) != self.usually_says:
            return False
        if self.addressed_to and analysis.once(addressee) not in self.addressed_to:
            return False
        if self.offers_talk and not analysis.once(offers_talk):
            return False
        if self.can_be_reached not in (None, analysis.signature.tells_how_to_reach):
            return False
        return not self.letter_has or letter_has(compiled(self.letter_has), analysis)

    def _kept(self) -> dict[str, Any]:
        """What goes with the rule to another process: the keys, without what was made of them here."""
        return {name: value for name, value in self.__dict__.items() if name in _KEYS}

    @cached_property
    def _checks(self) -> list[Check]:
        """The keys that are given, the cheapest first: most conditions have one."""
        makers: tuple[tuple[list[str], Callable[[list[str]], Check]], ...] = (
            (list(self.pos), has_tag),
            (self.features, has_feature),
            (self.followed_by, is_followed),
            (self.preceded_by, is_preceded),
            (self.sentence_has, is_with),
            (list(self.addressed_to), is_addressed),
            ([self.usually_says] if self.usually_says else [], is_called),
            (["breaks_address"] if self.breaks_address else [], is_stray_address),
            (["switches_address"] if self.switches_address else [], is_switch_of_address),
            (["may_mean_another"] if self.may_mean_another else [], may_be_another),
            (["reads_for_another"] if self.reads_for_another else [], is_read_for),
            (["offers_talk"] if self.offers_talk else [], offers_reader_talk),
            ([str(self.names_doer)] if self.names_doer else [], names_doer),
            (self.paragraph_has, is_in_paragraph),
            (self.nearby_has, is_nearby),
            (self.letter_has, is_in_letter),
            ([self.known_from_letter] if self.known_from_letter else [], is_known_from_letter),
        )
        checks = [make(given) for given, make in makers if given]
        return checks if self.can_be_reached is None else [*checks, self._is_as_reachable]

    def _is_as_reachable(self, _: WordsAt, analysis: Analysis) -> bool:
        """``can_be_reached: false``."""
        return analysis.signature.tells_how_to_reach is self.can_be_reached


_KEYS = frozenset(Condition.model_fields)
_KEYS_OF_LETTER = frozenset({"addressed_to", "usually_says", "offers_talk", "letter_has", "can_be_reached"})
"""Those that are the same for all words of a letter, and that may be asked where none are in question."""

Conditions = Annotated[list[Condition], BeforeValidator(as_list, json_schema_input_type=Condition | list[Condition])]
"""One condition or a list of them, of which one is enough."""


def any_holds(conditions: Sequence[Condition], words: WordsAt | None, analysis: Analysis) -> bool:
    """Whether one of the conditions is met for the words; for the letter, where there are none.

    *when: [{pos: VERB}, {preceded_by: att}]*: one of the two is enough.
    """
    if words is None:
        return any(condition.holds_for_letter(analysis) for condition in conditions)
    for condition in conditions:  # noqa: SIM110 - ``any`` takes twice as long
        if condition.holds(words, analysis):
            return True
    return False
