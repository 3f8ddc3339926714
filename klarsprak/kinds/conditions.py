"""``when`` and ``unless``: what must, or must not, stand around the words that a rule has found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from klarsprak.analysis import Analysis
from klarsprak.files.small import SmallModel
from klarsprak.files.validation import Strings, as_list, listed
from klarsprak.language.analysed import AnalysedBlock, RequiredForms, holds
from klarsprak.language.grammar.doers import is_told_before
from klarsprak.language.grammar.passive import has_agent
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.fields import START, Patterns, as_slots
from klarsprak.matching.slots import Slot, Slots
from klarsprak.prose.addressed import usual_pronoun
from klarsprak.prose.addressee import addressee
from klarsprak.prose.antecedents import may_mean_another
from klarsprak.prose.mixed_address import breaks_address

REACH = 12
"""How many words before or after are looked at."""
Check = Callable[[WordsAt, Analysis], bool]
"""Whether one key of a condition holds."""
Reader = Literal["person", "persons", "organisation"]
Readers = Annotated[list[Reader], BeforeValidator(as_list, json_schema_input_type=Reader | list[Reader])]


class Condition(SmallModel):
    """All the keys that are given must hold; for each key, one of its alternatives is enough."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    pos: Strings = listed("Ordklass hos det första ordet som flaggas, till exempel VERB.")
    features: Strings = listed("Drag hos det första ordet som flaggas, till exempel Voice=Pass.")
    followed_by: Patterns = listed("Mönster som följer direkt efter orden.")
    preceded_by: Patterns = listed("Mönster som står direkt före, eller start.")
    sentence_has: Patterns = listed("Mönster som finns i samma mening.")
    paragraph_has: Patterns = listed("Mönster som finns i samma stycke, till exempel i nästa mening.")
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
    may_mean_another: bool = Field(
        default=False,
        description="Meningarna närmast före nämner någon annan än läsaren, som orden kan syfta på: Din granne har …",
    )
    names_doer: bool | Literal["before"] = Field(
        default=False,
        description="Bredvid orden, ett verb i passiv, står den som gör det. before: i meningen före.",
    )
    can_be_reached: bool | None = Field(
        default=None, description="Om brevet har ett telefonnummer eller en e-postadress någonstans, eller inte."
    )

    def may_hold(self, forms: frozenset[str]) -> bool:
        """Whether the forms, of a sentence or more, have the words that its patterns can't do without.

        Quick, and for most words no: asked before anything is made for them.
        """
        for anchors in self._nearby:  # noqa: SIM110 - ``all`` takes twice as long
            if not any(holds(forms, each) for each in anchors):
                return False
        return True

    @cached_property
    def _nearby(self) -> list[list[RequiredForms]]:
        """Of each key about the sentence's words the anchors of its patterns."""
        keys = [key for key in (self.preceded_by, self.sentence_has) if key and START not in key]
        return [[slots.anchors for slots in _compiled(key)] for key in keys]

    def need(self) -> Need:
        """How much of the analysis the condition looks at.

        A pattern of one plain word needs none of it: *followed_by: att*.
        """
        own = Need.MORPHOLOGY if self.pos or self.features or self.names_doer or self.may_mean_another else Need.FORMS
        patterns = chain(self.followed_by, self.preceded_by, self.sentence_has, self.paragraph_has, self.letter_has)
        needs = (slots.need for slots in _compiled(patterns))
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
        if self.can_be_reached not in (None, analysis.signature.tells_how_to_reach):
            return False
        return not self.letter_has or letter_has(_compiled(self.letter_has), analysis)

    def _kept(self) -> dict[str, Any]:
        """What goes with the rule to another process: the keys, without what was made of them here."""
        return {name: value for name, value in self.__dict__.items() if name in _KEYS}

    @cached_property
    def _checks(self) -> list[Check]:
        """The keys that are given, the cheapest first: most conditions have one."""
        makers: tuple[tuple[list[str], Callable[[list[str]], Check]], ...] = (
            (self.pos, _has_tag),
            (self.features, _has_feature),
            (self.followed_by, _is_followed),
            (self.preceded_by, _is_preceded),
            (self.sentence_has, _is_with),
            (list(self.addressed_to), _is_addressed),
            ([self.usually_says] if self.usually_says else [], _is_called),
            (["breaks_address"] if self.breaks_address else [], _breaks_address),
            (["may_mean_another"] if self.may_mean_another else [], _may_mean_another),
            ([str(self.names_doer)] if self.names_doer else [], _names_doer),
            (self.paragraph_has, _is_in_paragraph),
            (self.letter_has, _is_in_letter),
        )
        checks = [make(given) for given, make in makers if given]
        return checks if self.can_be_reached is None else [*checks, self._is_as_reachable]

    def _is_as_reachable(self, _: WordsAt, analysis: Analysis) -> bool:
        """``can_be_reached: false``."""
        return analysis.signature.tells_how_to_reach is self.can_be_reached


_KEYS = frozenset(Condition.model_fields)

Conditions = Annotated[list[Condition], BeforeValidator(as_list, json_schema_input_type=Condition | list[Condition])]
"""One condition or a list of them, of which one is enough."""


def _compiled(patterns: Iterable[str]) -> list[Slots]:
    """The patterns, read once for all letters."""
    return list(map(as_slots, patterns))


def _compiled_as_few(patterns: Iterable[str]) -> list[Slots]:
    """The patterns, those of one plain word each made one: *[att, om, till]* is *(att|om|till)*."""
    compiled = _compiled(patterns)
    one_word = [slots for slots in compiled if slots.is_one_of]
    if len(one_word) < 2:
        return compiled
    forms = frozenset().union(*(slots.is_one_of for slots in one_word))
    others = [slots for slots in compiled if not slots.is_one_of]
    return [Slots((Slot(forms=forms),), 0, 1, (forms,)), *others]


def letter_has(patterns: Iterable[Slots], analysis: Analysis) -> bool:
    """Whether one of the patterns stands anywhere in the writer's text; asked once a letter and pattern.

    Conditions of many rules ask the same: whether the letter says *du*.
    """
    return any(analysis.once(slots.stand_in) for slots in patterns)


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


def _has_tag(tags: list[str]) -> Check:
    """``pos: VERB``."""
    wanted = frozenset(tags)
    return lambda words, _: words.block.tags[words.start] in wanted


def _has_feature(features: list[str]) -> Check:
    """``features: Voice=Pass``."""
    wanted = frozenset(features)
    return lambda words, _: not wanted.isdisjoint(words.block.features[words.start])


def _names_doer(where: list[str]) -> Check:
    """``names_doer: true``, or ``before``."""
    is_named = is_told_before if "before" in where else has_agent
    return lambda words, _: is_named(words)


def _is_followed(patterns: list[str]) -> Check:
    """``followed_by: infinitive``."""
    compiled = _compiled_as_few(patterns)

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns begins where the words end.

        At most twelve words on, and into the next sentence: a pattern says itself where it ends.
        """
        block, first = words.block, words.end
        last = min(first + REACH, len(block.words))
        if first == last:
            return False
        return any(slots.opens(block, first, last) for slots in compiled)

    return check


def _is_preceded(patterns: list[str]) -> Check:
    """``preceded_by: [start, inte]``."""
    compiled = _compiled_as_few(pattern for pattern in patterns if pattern != START)
    may_begin = START in patterns

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns ends where the words begin, or these begin the sentence and may.

        A list of both, *[start, inte]*, is met by either.
        """
        if may_begin and words.is_first_in_sentence:
            return True
        return any(_ends_before(words, slots) for slots in compiled)

    return check


def _ends_before(words: WordsAt, slots: Slots) -> bool:
    """Whether a match of the pattern ends where the words begin; one that ends before is another's.

    *inte* before *beviljas* in *kan inte beviljas*. A match may hide another that begins inside it, so each is tried.
    """
    block, start, _ = words
    first = max(0, start - REACH)
    while first < start:
        matches = list(slots.within(block, first, start))
        if not matches:
            return False
        if any(end == start for _, end in matches):
            return True
        first = matches[0][0] + 1
    return False


def _is_with(patterns: list[str]) -> Check:
    """``sentence_has: beslut*``."""
    compiled = _compiled_as_few(patterns)

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns stands in the words' sentence, before or after them."""
        return _any_within(compiled, words.block, words.sentence.start, words.sentence.end)

    return check


def _is_in_paragraph(patterns: list[str]) -> Check:
    """``paragraph_has: (ring|mejla) oss``: the next sentence may say what the rule would ask for."""
    compiled = _compiled_as_few(patterns)
    return lambda words, _: _any_within(compiled, words.block, 0, len(words.block.words))


def _any_within(compiled: Iterable[Slots], block: AnalysedBlock, first: int, last: int) -> bool:
    """Whether one of the patterns stands among the tokens; of a match nothing but that it is there counts."""
    for slots in compiled:
        for _match in slots.within(block, first, last):
            return True
    return False


def _is_in_letter(patterns: list[str]) -> Check:
    """``letter_has: överklag*``."""
    compiled = _compiled(patterns)
    return lambda _, analysis: letter_has(compiled, analysis)


def _is_addressed(readers: list[str]) -> Check:
    """``addressed_to: organisation``; of a letter with neither address nor name nothing holds."""
    return lambda _, analysis: analysis.once(addressee) in readers


def _breaks_address(_: list[str]) -> Check:
    """``breaks_address: true``: *ni* in a letter that says *du*, or the other way."""
    return breaks_address


def _may_mean_another(_: list[str]) -> Check:
    """``may_mean_another: true``: *Din granne har sökt bygglov. Sökanden vill …*."""
    return may_mean_another


def _is_called(pronouns: list[str]) -> Check:
    """``usually_says: ni``; of a letter that says both *du* and *ni* all through nothing holds."""
    return lambda _, analysis: analysis.once(usual_pronoun) in pronouns
