"""What a rule of the kind ``expect`` may say: what to look for, where, and in which letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from klarsprak.files.meant import did_you_mean
from klarsprak.files.validation import LevelName, Strings, listed
from klarsprak.kinds.base import Rule
from klarsprak.language.pipeline import Need
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.prose.letter_type import LetterType, LetterTypes


class Sought(BaseModel):
    """What to look for, where, and in which letters, as far as it may differ between them."""

    letter: Strings = listed("Gäller bara dessa brevtyper. Tomt: alla brev.")
    also_letter: Strings = listed("Gäller bara brev som också är av en av dessa typer.")
    not_letter: Strings = listed("Gäller inte dessa brevtyper.")
    not_format: Strings = listed("Gäller inte dessa filformat, till exempel email.")
    find: Patterns = listed("Mönster som brevet ska ha minst ett av.")
    find_letter: Strings = listed("Som find, men med det som visar att brevet är av dessa typer.")
    find_unless: Patterns = listed("En mening med något av dessa räknas inte för find.")
    passage_unless: Patterns = listed(
        "Det som följer på något av dessa i ett stycke räknas inte, och inte heller stycket under en sådan rubrik."
    )
    near: Patterns = listed("Mönstret ska stå i en mening med något av dessa, eller i nästa.")
    near_letter: Strings = listed("Som near, men med det som visar att brevet är av dessa typer.")
    near_unless: Patterns = listed("En mening med något av dessa räknas inte för near.")
    near_each: bool = Field(default=False, description="Med near: i varje sådan mening eller nästa, inte bara i en.")
    find_before: Patterns = listed("Mönster som med near räcker i någon av de tre meningarna före också.")
    within: int | None = Field(default=None, description="Bara i brevets så här många första meningar.", ge=1)
    within_words: int | None = Field(
        default=None, description="Med within: också bara bland brevets så här många första ord.", ge=1
    )
    below_heading: Patterns = listed(
        "Med within: en rubrik på ett eller två ord med något av dessa räcker, om den står under löpande text."
    )
    min_words: int = Field(default=0, description="Kortare brev prövas inte.")

    @property
    def named_types(self) -> Iterator[str]:
        """The types of letters that it names, for whatever reason."""
        yield from (*self.letter, *self.also_letter, *self.not_letter, *self.near_letter, *self.find_letter)


class Case(Sought):
    """Letters of which the rule asks the same in another way; keys that it doesn't give are those of the rule.

    *Beslutet* must stand first in a decision, *svaret* in an answer.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid")

    level: LevelName | None = Field(default=None, description="Nivån i de breven.")
    message: str = Field(default="", description="Meddelandet i de breven.")
    why: str = Field(default="", description="Skälet i de breven.")

    def of(self, rule: ExpectRule) -> ExpectRule:
        """The rule as it is for those letters."""
        return rule.model_copy(update={name: getattr(self, name) for name in self.model_fields_set})


class ExpectRule(Sought, Rule):
    """What to look for, where, and in which letters."""

    kind: Literal["expect"]
    letters: LetterTypes = Field(default={}, description="Brevtyper, var och en med mönster som skiljer ut den.")
    head: bool = Field(default=False, description="Gäller bara brev som har sitt brevhuvud med sig.")
    appendix: bool = Field(default=False, description="Gäller också bilagor.")
    regex: Strings = listed("Reguljära uttryck; ett av dem ska finnas i brevet, sidhuvudet inräknat.")
    signature: list[Literal["name", "title", "unit", "address", "phone"]] = Field(
        default=[], description="Delar av underskriften. Har brevet alla dem räcker det."
    )
    in_view: int | None = Field(
        default=None,
        description="Bara i stycken och listpunkter med högst så många ord, eller i början av längre.",
        ge=1,
    )
    subheadings: int = Field(default=0, description="Brevet ska ha minst så många mellanrubriker.", ge=0)
    cases: list[Case] = Field(
        default=[], description="Andra brev som ska säga samma sak på ett annat sätt. Det första som saknas anmärks."
    )
    placeholders = frozenset[str]()
    is_seldom = False

    @model_validator(mode="after")
    def _known_letters(self) -> ExpectRule:
        """A type that the rule names is described in it, and it looks for something."""
        for rule in self.variants:
            for name in rule.named_types:
                if name not in self.letters:
                    meant = did_you_mean(name, self.letters)
                    raise ValueError(
                        f"brevtypen ”{name}” finns inte.{meant} Beskriv den under letters, eller hämta den med uses"
                    )
        if not self.find and not self.regex and not self.subheadings:
            raise ValueError("regeln ska ha find, regex eller subheadings")
        return self

    @property
    def variants(self) -> list[ExpectRule]:
        """The rule itself, and as it is in the letters of each of its cases."""
        return [self, *(case.of(self) for case in self.cases)]

    @property
    def letter_types(self) -> Mapping[str, LetterType]:
        """The types of letters that the rule tells apart, by name."""
        return self.letters

    @property
    def patterns(self) -> Iterator[str]:
        """All that the rule looks for, those that make it count for nothing too."""
        yield from (*self.find, *self.find_unless, *self.find_before)
        yield from (*self.near, *self.near_unless, *self.passage_unless, *self.below_heading)

    def need(self) -> Need:
        """The analysis that the patterns look at.

        Those that tell the letter's type and those that look for what it must say.
        """
        need = super().need()
        for rule in self.variants:
            for pattern in rule.patterns:
                need |= as_slots(pattern).need
        for letter_type in self.letters.values():
            need |= letter_type.need()
        return need


def letter_types(rules: Iterable[Rule]) -> dict[str, list[LetterType]]:
    """All types of letters that the rules know, by name; packs may describe a type each in its own way.

    *avslag* of one pack and *avslag* of another are two ways to be one.
    """
    types: dict[str, list[LetterType]] = {}
    for rule in rules:
        for name, letter_type in rule.letter_types.items():
            known = types.setdefault(name, [])
            if letter_type not in known:
                known.append(letter_type)
    return types
