"""What the rules of every kind have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field

from klarsprak.analysis import Analysis
from klarsprak.files.folded import FoldedModel
from klarsprak.files.validation import LevelName, listed
from klarsprak.finding import Category, Level
from klarsprak.kinds.conditions import Conditions, any_holds
from klarsprak.kinds.example import Example
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressed import has_reader, is_between_offices, is_letter
from klarsprak.prose.letter_type import LetterType

_SLIPS = frozenset({Category.SPRAKFEL, Category.SKRIVREGLER, Category.MALLREST, Category.SIGNATUR})
"""What is as wrong in any text."""
_UNTOLD: set[str] = set()
"""Stands for the keys that a rule was given, where nobody asks for them any more."""
_NOTHING: list[Any] = []
"""Stands for the lists that a rule leaves empty, as most do with most: nobody changes a rule."""


IN_FORM_OF_WORDS = frozenset({"läsaren", "läsarna", "avsändaren"})
"""Placeholders for a pronoun in the form that the flagged words have, which is told by their morphology."""
PRONOUNS = IN_FORM_OF_WORDS | {"du", "dig"}
"""Placeholders for the reader's pronoun, or the sender's, as it suits the letter."""
EVERY_RULES = PRONOUNS | {"a_verb"}
"""Placeholders that every rule's message may have; the verb is that of the noun in the words."""


class Rule(FoldedModel):
    """The keys that every rule has, whatever its kind; a pack's own keys are defaults for its rules."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    id: str = Field(description="Regelns namn inom sitt paket.", pattern=r"^[\wåäöéÅÄÖ.+-]+$")
    pack: str = Field(default="", exclude=True)
    kind: str
    category: Category
    level: LevelName
    aliases: list[str] = listed("Regelns tidigare namn.")
    why: str = Field(description="Ett skäl som en handläggare godtar.")
    source: str = Field(default="", description="Varifrån regeln kommer.")
    message: str
    once: bool | Literal["passage"] = Field(
        default=False, description="Flagga bara den första gången i ett brev; passage: i ett stycke."
    )
    letters_only: bool | None = Field(
        default=None,
        description="Gäller bara det som är skrivet till någon, inte specifikationer och register. Annars gäller det "
        "regler på nivån info som handlar om ord, ton och struktur, och fackord gäller bara texter som talar till "
        "läsaren.",
    )
    everywhere: bool = Field(
        default=False, description="Flagga också text inom citattecken och i fält som mallen vill ha ifyllda."
    )
    unless_told: list[str] = listed("Regeln gäller inte i ett brev där någon av de här reglerna säger något.")
    unless_told_within: list[str] = listed(
        "Regeln gäller inte där någon av de här reglerna säger något om ett av orden."
    )
    safe: bool | None = Field(
        default=None,
        description="true: det första förslaget kan sättas in utan att resten av meningen ändras (klarsprak fix). "
        "false: det kan det inte. Annars kan det om regeln inte har nivån info och bara har en ersättning och ett "
        "exempel med fix.",
    )
    safe_unless: Conditions = listed(
        "När detta stämmer visas förslaget, men klarsprak fix sätter inte in det; av flera räcker ett."
    )
    when: Conditions = listed("Regeln gäller bara när detta stämmer; av flera räcker ett.")
    unless: Conditions = listed("Regeln gäller inte när detta stämmer; av flera räcker ett.")
    examples: list[Example] = Field(min_length=1)

    placeholders: ClassVar[frozenset[str]] = frozenset({"text", "suggestion"})
    derived: ClassVar[frozenset[str]] = frozenset()
    """Keys that a rule must have but may take from what another key says."""

    @property
    def name(self) -> str:
        """The rule's identity: ``pack.id``."""
        return f"{self.pack}.{self.id}"

    @property
    def listed_words(self) -> Sequence[str]:
        """The words and phrases that the rule is about, where it lists any."""
        return ()

    @property
    def looked_for(self) -> Iterable[str]:
        """The forms of those words that the rule looks for, lower case.

        *erhåller* and *erhållit* of *erhålla*.
        """
        return map(str.lower, self.listed_words)

    @property
    def written_out(self) -> Sequence[str]:
        """What the rule's abbreviations stand for."""
        return ()

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead, in dictionary form, the best first."""
        return ()

    @property
    def explanations(self) -> Sequence[str]:
        """The sentences that explain the rule's words, each once.

        Only terms have any.
        """
        return ()

    @property
    def notes(self) -> Sequence[str]:
        """What else the rule has to tell of itself, a sentence or two each: where it gets what it offers."""
        return ()

    @property
    def letter_types(self) -> Mapping[str, LetterType]:
        """The types of letters that the rule tells apart, by name.

        Only rules that expect something of some letters have any.
        """
        return {}

    @property
    def fault(self) -> str:
        """What of a sentence the rule measures, where its category has several things to say of one: *words*."""
        return ""

    @property
    def gives_way_to(self) -> frozenset[str]:
        """Kinds of rules that say more of the same words: what they flag, this rule doesn't."""
        return frozenset()

    @property
    def is_for_labels(self) -> bool:
        """Whether what the rule offers fits into lines without sentences too: *Tfn:* is *Telefon:*."""
        return False

    def without_words(self, allowed: AbstractSet[str]) -> Self | None:
        """The rule without those of its words that are allowed, lower case; None if none is left."""
        return self

    def at_level(self, level: Level) -> Self:
        """The rule with another level, as an organisation chooses it."""
        return self.model_copy(update={"level": level})

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the first suggestion can be put in without rebuilding the sentence.

        A rule with several replacements leaves the choice to the writer, even where only one of them fits the form.
        One whose examples show no sentence put right (``fix``) has not shown that its replacement fits in any.
        One of the level *info* can't tell the guilty use from the innocent: only a person can.
        """
        if self.safe is not None:
            return self.safe and bool(suggestions)
        if self.level is Level.INFO or len(suggestions) != 1:
            return False
        return self._has_one_shown

    @property
    def _has_one_shown(self) -> bool:
        """Whether the rule has one replacement and an example that shows it in a sentence."""
        offered = (*self.replacements, *self.written_out)
        if len(offered) != 1:
            return False
        return any(example.fix for example in self.examples)

    def is_about(self, block: AnalysedBlock, start: int, end: int) -> bool:
        """Whether the rule has anything to say of the words there: none of them quoted or a prompt.

        Asked of every hit.
        """
        return self.everywhere or block.is_own_words(start, end)

    def lean(self) -> Self:
        """The rule as one who checks letters needs it: a third of its memory holds what nobody asks for then.

        Of its examples it has the one that shows how a sentence is put right, if there is any.
        """
        examples = [example for example in self.examples if example.fix][:1]
        said = {name: said or _NOTHING for name, said in self if isinstance(said, list)}
        lean = self.model_copy(update=said | {"examples": examples or _NOTHING})
        # Which keys stood in the file; a set for each rule, and larger than what is in it.
        object.__setattr__(lean, "__pydantic_fields_set__", _UNTOLD)
        return lean

    @property
    def is_for_letters(self) -> bool:
        """Whether the rule is about what is written to somebody, and no other text.

        What is only worth a thought, and no slip, helps who gets a letter, and nobody who reads a specification or a
        newspaper: they know *behörighet*.
        """
        if self.letters_only is not None:
            return self.letters_only
        return self.level is Level.INFO and self.category not in _SLIPS

    @property
    def has_conditions(self) -> bool:
        """Whether the rule says beside which words it applies and where not.

        Most don't: asked before anybody looks for the words around.
        """
        return bool(self.when or self.unless)

    def is_for(self, analysis: Analysis) -> bool:
        """Whether the text is one that the rule is about.

        Jargon stops whoever is spoken to, in a brochure too; those who write for their own trade have agreed on it.
        """
        is_jargon = self.category is Category.FACKORD
        if self.is_for_letters:
            return analysis.once(is_letter) and not (is_jargon and analysis.once(is_between_offices))
        return not is_jargon or self.letters_only is False or analysis.once(has_reader)

    def holds(self, words: WordsAt | None, analysis: Analysis) -> bool:
        """Whether the rule's conditions are met for the words that it found; for the letter, where there are none.

        Of several conditions one is enough: to let the rule apply (``when``), and to keep it from that (``unless``).
        """
        if not self.is_for(analysis):
            return False
        if self.when and not any_holds(self.when, words, analysis):
            return False
        return not any_holds(self.unless, words, analysis)

    def may_hold_in(self, analysis: Analysis) -> bool:
        """Whether the rule's conditions may be met anywhere in the letter: asked before its words are looked at."""
        when = self.when
        return not when or any(condition.may_hold_in(analysis) for condition in when)

    def need(self) -> Need:
        """How much of the language analysis the rule asks for.

        Where its suggestion may be put in unseen, morphology tells sentences from labels, which aren't changed.
        """
        has_form = any(f"{{{name}}}" in self.message for name in IN_FORM_OF_WORDS)
        need = Need.MORPHOLOGY if has_form or self.is_safe(("x",)) else Need.FORMS
        for condition in (*self.when, *self.unless, *self.safe_unless):
            need |= condition.need()
        return need


class WordsRule(Rule):
    """A rule that lists its words."""

    words: list[str]

    @property
    def listed_words(self) -> Sequence[str]:
        """The words and phrases that the rule is about."""
        return self.words

    def without_words(self, allowed: AbstractSet[str]) -> Self | None:
        """The rule without those of its words that are allowed, lower case; None if none is left.

        The rule itself where no word goes: most rules of a pack are untouched by what an organisation allows.
        """
        left = [word for word in self.words if word.lower() not in allowed]
        if len(left) == len(self.words):
            return self
        if not left:
            return None
        return self.model_copy(update={"words": left})
