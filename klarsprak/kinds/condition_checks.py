"""The checks that conditions are made of: each key of ``when`` and ``unless`` by its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, Sentence, holds
from klarsprak.language.grammar.doers import is_told_before
from klarsprak.language.grammar.passive import has_agent
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.fields import START, as_slots
from klarsprak.matching.slot import Slot
from klarsprak.matching.slots import Slots
from klarsprak.prose.addressed import usual_pronoun
from klarsprak.prose.addressee import addressee
from klarsprak.prose.antecedents import may_mean_another
from klarsprak.prose.code_lines import is_named_in_line
from klarsprak.prose.kind_of_name import says_kind_of_name
from klarsprak.prose.mixed_address import breaks_address, switches_address
from klarsprak.prose.nearby import sentences_nearby
from klarsprak.prose.offers_talk import offers_talk
from klarsprak.prose.reached import is_reached_elsewhere, signs_by_name
from klarsprak.prose.reads_for import reads_for_another
from klarsprak.prose.told_above import is_told_above

REACH = 12
"""How many words before or after are looked at."""
Check = Callable[[WordsAt, Analysis], bool]
"""Whether one key of a condition holds."""


def compiled(patterns: Iterable[str]) -> list[Slots]:
    """The patterns, read once for all letters."""
    return list(map(as_slots, patterns))


def _compiled_as_few(patterns: Iterable[str]) -> list[Slots]:
    """The patterns, those of one plain word each made one: *[att, om, till]* is *(att|om|till)*."""
    every = compiled(patterns)
    one_word = [slots for slots in every if slots.is_one_of]
    if len(one_word) < 2:
        return every
    forms = frozenset().union(*(slots.is_one_of for slots in one_word))
    others = [slots for slots in every if not slots.is_one_of]
    return [Slots((Slot(forms=forms),), 0, 1, (forms,)), *others]


def letter_has(patterns: Iterable[Slots], analysis: Analysis) -> bool:
    """Whether one of the patterns stands anywhere in the writer's text; asked once a letter and pattern.

    Conditions of many rules ask the same: whether the letter says *du*.
    """
    return any(analysis.once(slots.stand_in) for slots in patterns)


def has_tag(tags: list[str]) -> Check:
    """``pos: VERB``."""
    wanted = frozenset(tags)
    return lambda words, _: words.block.tags[words.start] in wanted


def has_feature(features: list[str]) -> Check:
    """``features: Voice=Pass``."""
    wanted = frozenset(features)
    return lambda words, _: not wanted.isdisjoint(words.block.features[words.start])


def names_doer(where: list[str]) -> Check:
    """``names_doer: true``, ``before`` or ``above``."""
    if "above" in where:
        return is_told_above
    is_named = is_told_before if "before" in where else has_agent
    return lambda words, _: is_named(words)


def is_followed(patterns: list[str]) -> Check:
    """``followed_by: infinitive``."""
    wanted = _compiled_as_few(patterns)

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns begins where the words end.

        At most twelve words on, and into the next sentence: a pattern says itself where it ends.
        """
        block, first = words.block, words.end
        last = min(first + REACH, len(block.words))
        if first == last:
            return False
        for slots in wanted:  # noqa: SIM110 - ``any`` takes twice as long
            if slots.opens(block, first, last):
                return True
        return False

    return check


def is_preceded(patterns: list[str]) -> Check:
    """``preceded_by: [start, inte]``."""
    wanted = _compiled_as_few(pattern for pattern in patterns if pattern != START)
    may_begin = START in patterns

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns ends where the words begin, or these begin the sentence and may.

        A list of both, *[start, inte]*, is met by either.
        """
        if may_begin and words.is_first_in_sentence:
            return True
        for slots in wanted:  # noqa: SIM110 - ``any`` takes twice as long
            if _ends_before(words, slots):
                return True
        return False

    return check


def _ends_before(words: WordsAt, slots: Slots) -> bool:
    """Whether a match of the pattern ends where the words begin; one that ends before is another's.

    *inte* before *beviljas* in *kan inte beviljas*. A match may hide another that begins inside it, so each is tried.
    """
    block, start, _ = words
    if slots.alone is not None:
        return start > 0 and slots.alone.fits(block, start - 1)
    first = max(0, start - REACH)
    if not (start and holds(block.forms, slots.anchors) and slots.may_end_with(block, start - 1)):
        return False
    while first < start:
        matches = list(slots.matches(block, first, start))
        if not matches:
            return False
        if any(end == start for _, end in matches):
            return True
        first = matches[0][0] + 1
    return False


def is_with(patterns: list[str]) -> Check:
    """``sentence_has: beslut*``."""
    wanted = _compiled_as_few(patterns)

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns stands in the words' sentence, before or after them."""
        return _any_within(wanted, words.block, words.sentence)

    return check


def is_in_paragraph(patterns: list[str]) -> Check:
    """``paragraph_has: (ring|mejla) oss``: the next sentence may say what the rule would ask for."""
    wanted = _compiled_as_few(patterns)

    def check(words: WordsAt, _: Analysis) -> bool:
        """Whether one of the patterns stands in the words' block, over its sentences' ends."""
        block = words.block
        return any(slots.occurs(block, 0, len(block.words), block.forms) for slots in wanted)

    return check


def is_nearby(patterns: list[str]) -> Check:
    """``nearby_has: $väg-dit``: the sentences around may say it, under the heading or in the list."""
    wanted = _compiled_as_few(patterns)
    return lambda words, analysis: any(
        _any_within(wanted, block, sentence) for block, sentence in sentences_nearby(words, analysis)
    )


def _any_within(wanted: Iterable[Slots], block: AnalysedBlock, sentence: Sentence) -> bool:
    """Whether one of the patterns stands in the sentence; of a match nothing but that it is there counts."""
    first, last, _, forms = sentence
    for slots in wanted:  # noqa: SIM110 - ``any`` takes twice as long
        if slots.occurs(block, first, last, forms):
            return True
    return False


def is_in_letter(patterns: list[str]) -> Check:
    """``letter_has: överklag*``."""
    wanted = compiled(patterns)
    return lambda _, analysis: letter_has(wanted, analysis)


def is_addressed(readers: list[str]) -> Check:
    """``addressed_to: organisation``; of a letter with neither address nor name nothing holds."""
    return lambda _, analysis: analysis.once(addressee) in readers


def is_stray_address(_: list[str]) -> Check:
    """``breaks_address: true``: *ni* in a letter that says *du*, or the other way."""
    return breaks_address


def is_switch_of_address(_: list[str]) -> Check:
    """``switches_address: true``: *du* after *ni* in a letter to one person, or the other way."""
    return switches_address


def may_be_another(_: list[str]) -> Check:
    """``may_mean_another: true``: *Din granne har sökt bygglov. Sökanden vill …*."""
    return may_mean_another


def is_read_for(_: list[str]) -> Check:
    """``reads_for_another: true``: *Du är god man för Anna Ek.*."""
    return lambda _, analysis: analysis.once(reads_for_another)


def offers_reader_talk(_: list[str]) -> Check:
    """``offers_talk: true``: *Ring mig om det inte går.*."""
    return lambda _, analysis: analysis.once(offers_talk)


def is_known_from_letter(how: list[str]) -> Check:
    """``known_from_letter: reached``: *kontakta expeditionen*, and its number stands last in the letter."""
    if "line" in how:
        return is_named_in_line
    if "kind" in how:
        return says_kind_of_name
    if "name" in how:
        return lambda words, analysis: is_reached_elsewhere(words, analysis) or signs_by_name(words, analysis)
    return is_reached_elsewhere


def is_called(pronouns: list[str]) -> Check:
    """``usually_says: ni``; of a letter that says both *du* and *ni* all through nothing holds."""
    return lambda _, analysis: analysis.once(usual_pronoun) in pronouns
