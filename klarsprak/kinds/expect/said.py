"""Whether a letter says what a rule of the kind ``expect`` looks for, where the rule looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile, islice, takewhile
from typing import NamedTuple

from klarsprak.analysis import Analysis, PlacedSentence
from klarsprak.kinds.condition_checks import letter_has
from klarsprak.kinds.expect.beside_list import beside_list
from klarsprak.kinds.expect.rule import ExpectRule
from klarsprak.language.analysed import holds
from klarsprak.matching.expressions import Expression
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.slots import Slots
from klarsprak.prose.subheadings import subheadings

_BEFORE = 3
"""Sentences back: *Tiden går ut den 3 mars.* is still known when the letter has said which two papers are lacking."""
_SHORT_HEADING = 2
"""Words."""
_OPENING = 12
"""Tokens of a block that a reader sees who only looks it over: *Svara senast den 3 mars, så hinner vi …*."""
_MAIL_HEAD = re.compile(r"(?:från|till|ämne|kopia|datum|skickat|from|to|subject|cc)\s?:", re.IGNORECASE)
"""How the lines above a mail begin that was pasted as text: they are none of what it says first."""


class Said(NamedTuple):
    """What a rule looks for, compiled."""

    rule: ExpectRule
    find: list[Slots]
    find_unless: list[Slots]
    near: list[Slots]
    near_unless: list[Slots]
    find_before: list[Slots]
    passage_unless: list[Slots]
    below_heading: list[Slots]
    expressions: list[Expression]

    @classmethod
    def of(cls, rule: ExpectRule) -> Said:
        """The rule's patterns and expressions."""
        return cls(
            rule,
            find=[*_compiled(rule.find), *_signs(rule, rule.find_letter)],
            find_unless=_compiled(rule.find_unless),
            near=[*_compiled(rule.near), *_signs(rule, rule.near_letter)],
            near_unless=_compiled(rule.near_unless),
            find_before=_compiled(rule.find_before),
            passage_unless=_compiled(rule.passage_unless),
            below_heading=_compiled(rule.below_heading),
            expressions=[Expression(regex, re.MULTILINE) for regex in rule.regex],  # each block is a line
        )

    def stands_in(self, analysis: Analysis) -> bool:
        """Whether the letter says it: in its layout or anywhere, or else where the rule looks."""
        return self._is_shown(analysis) or self._stands_anywhere(analysis) or self._is_written(analysis)

    def _is_shown(self, analysis: Analysis) -> bool:
        """Whether its signature or its headings say it: a name with a telephone number, *Så gör du*."""
        rule = self.rule
        if rule.signature and all(getattr(analysis.signature, part) for part in rule.signature):
            return True
        return 0 < rule.subheadings <= analysis.once(subheadings)

    def _stands_anywhere(self, analysis: Analysis) -> bool:
        """Whether one of the expressions is found in any block, those of the page's head and foot among them.

        A case number (*Dnr*) stands there more often than in the text.

        Looked for in one text, a line a block.
        """
        text, lower = analysis.whole_text, analysis.whole_text_lower
        return any(regex.occurs(text, lower) for regex in self.expressions)

    def _is_written(self, analysis: Analysis) -> bool:
        """Whether one of the patterns stands where the rule looks.

        Anywhere, in the first sentences, in a short block, or near something else.
        """
        rule = self.rule
        if self.near:
            return self._is_said_near(analysis)
        if rule.in_view is not None:
            return self._is_in_view(rule.in_view, analysis)
        if rule.within is not None:
            return self._is_said_first(rule.within, analysis)
        if self.find_unless or self.passage_unless:
            return self._is_said_in_earnest(analysis)
        return letter_has(self.find, analysis)

    def _is_said_in_earnest(self, analysis: Analysis) -> bool:
        """Whether it stands in a sentence that nothing speaks against.

        *Du undrar hur högt huset får vara.* tells nobody whom to ask.
        """
        aside = self._aside(analysis)
        for slots in _possible(self.find, analysis):
            for words in slots.find(analysis):
                placed = (words.block, words.sentence)
                if not aside.holds(placed) and not _has(self.find_unless, placed):
                    return True
        return False

    def _is_in_view(self, longest: int, analysis: Analysis) -> bool:
        """Whether it stands in a block of at most so many tokens, or where a longer one begins.

        *Svara senast den 3 mars.*, not in the middle of a paragraph of ninety words.
        """
        for slots in _possible(self.find, analysis):
            for words in slots.find(analysis):
                if len(words.block.words) <= longest or words.start < _OPENING:
                    return True
        return False

    def _is_said_near(self, analysis: Analysis) -> bool:
        """Whether a sentence that the rule points out says it, or the one that follows, or ``find_before`` before it.

        *Du kan överklaga. Skriv till länsrätten …*: who is told *hur* reads *vart* next.  What stands above or below
        a list is said of each of its items.

        Patterns whose words the letter lacks are left out first.
        """
        near = _possible(self.near, analysis)
        find = _possible(self.find, analysis)
        find_before = _possible(self.find_before, analysis)
        if not near or not (find or find_before):
            return False
        sentences = self._aside(analysis).left_of(analysis.sentences)
        said = (
            self._one_says(find, sentences[number : number + 2])
            or self._one_says(find_before, sentences[max(0, number - _BEFORE) : number])
            or self._one_says(find, beside_list(number, sentences))
            for number in self._pointed_out(near, sentences, analysis)
        )
        # A letter with three demands says when one is due; the others are due *omgående*.
        return all(said) if self.rule.near_each else any(said)

    def _one_says(self, patterns: list[Slots], sentences: Iterable[PlacedSentence]) -> bool:
        """Whether one of the patterns stands in one of the sentences, and nothing there speaks against it.

        *I juli är vi färre.*, after *Vi återkommer.*, is no time.
        """
        return any(_has(patterns, placed) and not _has(self.find_unless, placed) for placed in sentences)

    def _pointed_out(self, near: list[Slots], sentences: list[PlacedSentence], analysis: Analysis) -> Iterator[int]:
        """The numbers of the sentences that the rule points out.

        *Du kan överklaga beslutet.*, before *Skriv då till nämnden.*
        """
        is_whole = len(sentences) == len(analysis.sentences)
        for number in _may_have(near, analysis) if is_whole else range(len(sentences)):
            placed = sentences[number]
            if _has(near, placed) and not _has(self.near_unless, placed):
                yield number

    def _aside(self, analysis: Analysis) -> Aside:
        """The passages that are about something else.

        *Så överklagar du*, where reasons are looked for: *Skriv varför …* gives none.
        """
        return Aside.of(_possible(self.passage_unless, analysis), analysis)

    def _is_said_first(self, within: int, analysis: Analysis) -> bool:
        """Whether it is said in the first sentences, or in a heading above them: *Beslut: du får färdtjänst*.

        Where there is no running text at all, anywhere.
        """
        first = list(self._first(within, analysis))
        if not first:
            return letter_has(self.find, analysis)
        find = _possible(self.find, analysis)
        last_block, last = first[-1]
        end = (last_block.index, last.end)
        whole = list(takewhile(lambda placed: _end(placed) <= end, analysis.sentences))
        return self._one_says(find, chain(whole, first[-1:])) or self._is_headed(whole)

    def _is_headed(self, sentences: list[PlacedSentence]) -> bool:
        """Whether a heading among the sentences says what stands below it, and running text stands above.

        *Beslut*, after one paragraph that tells what was asked for; as the letter's title it says nothing of where.
        """
        below = dropwhile(lambda placed: not placed[0].is_prose, sentences)
        return any(_is_short_heading(placed) and _has(self.below_heading, placed) for placed in below)

    def _first(self, within: int, analysis: Analysis) -> Iterator[PlacedSentence]:
        """The sentences that the rule calls first: so many, the last of them as far as its first words go.

        Four sentences of forty words each are as far to read as a dozen short ones, and a no that ends a sentence
        of sixty is as late.
        """
        left = self.rule.within_words or analysis.token_count
        own = (placed for placed in analysis.prose_sentences() if not _MAIL_HEAD.match(placed[0].text))
        for block, sentence in islice(own, within):
            if left <= 0:
                return
            yield block, sentence._replace(end=min(sentence.end, sentence.start + left))
            left -= sentence.end - sentence.start


class Aside(NamedTuple):
    """Passages that count for nothing: for each block the token from which on they stand in it."""

    starts: dict[int, int]

    @classmethod
    def of(cls, patterns: list[Slots], analysis: Analysis) -> Aside:
        """What follows on one of the patterns in its block, and the block below a heading with one.

        *Du får bygglov. Du kan överklaga. Skriv varför.* is about the appeal from its second sentence on.
        """
        starts: dict[int, int] = {}
        for slots in patterns:
            for words in slots.find(analysis):
                index = words.block.index
                starts[index] = min(words.sentence.start, starts.get(index, words.sentence.start))
                if not words.block.is_prose:
                    starts[_below(index, analysis)] = 0
        return cls(starts)

    def holds(self, placed: PlacedSentence) -> bool:
        """Whether the sentence stands in one of the passages."""
        block, sentence = placed
        start = self.starts.get(block.index)
        return start is not None and sentence.start >= start

    def left_of(self, sentences: list[PlacedSentence]) -> list[PlacedSentence]:
        """The sentences that stand in none of them."""
        return [placed for placed in sentences if not self.holds(placed)] if self.starts else sentences


def _below(index: int, analysis: Analysis) -> int:
    """The number of the block with text that comes next; an empty one has none."""
    return next((block.index for block in analysis.blocks if block.index > index), index)


def _compiled(patterns: Patterns) -> list[Slots]:
    """The patterns, read once for all letters."""
    return list(map(as_slots, patterns))


def _signs(rule: ExpectRule, letters: Iterable[str]) -> Iterator[Slots]:
    """What shows in a sentence that the letter is of the types: *Vi återkommer*, in one that answers later."""
    for name in letters:
        signs = rule.letters[name].signs
        yield from signs.own


def _possible(patterns: list[Slots], analysis: Analysis) -> list[Slots]:
    """The patterns whose words the letter has: what it says in no sentence it needn't be searched for.

    A letter without *överklaga* says nowhere how to do it.
    """
    return [slots for slots in patterns if holds(analysis.forms, slots.anchors)]


def _may_have(patterns: list[Slots], analysis: Analysis) -> Iterable[int]:
    """The numbers of the sentences with the words of one of the patterns; all where one needs no words."""
    if not all(slots.anchors for slots in patterns):
        return range(len(analysis.sentences))
    return sorted({number for slots in patterns for number in analysis.sentences_with(slots.anchors)})


def _has(patterns: list[Slots], placed: PlacedSentence) -> bool:
    """Whether one of the patterns stands in the sentence.

    Its words are looked at first: a sentence lacks most patterns' words.
    """
    block, sentence = placed
    return any(slots.occurs(block, sentence.start, sentence.end, sentence.forms) for slots in patterns)


def _is_short_heading(placed: PlacedSentence) -> bool:
    """Whether it is a heading of a word or two: *Beslut*, *Nämndens beslut:*."""
    block, sentence = placed
    words = filter(str.isalnum, block.words[sentence.start : sentence.end])
    return not block.is_prose and len(list(words)) <= _SHORT_HEADING


def _end(placed: PlacedSentence) -> tuple[int, int]:
    """Where the sentence ends, in the letter's order."""
    block, sentence = placed
    return block.index, sentence.end
