"""``punctuation``: full stops that running text lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter, Role

_STOPS = (".", "!", "?", "…")
_GUESSED_LINES = frozenset({"pdf", "html"})
"""The formats in which a paragraph may end where the page, a column or a box does."""
_LAST = frozenset({"NOUN", "VERB", "ADJ"})
"""Parts of speech that a sentence may end in for sure; an adverb may begin a clause that goes on."""
_CLOSING = "hälsning"
"""What a closing phrase holds."""
_FINITE = "VerbForm=Fin"
_WORDS_OF_ITEM = 4
"""An item of fewer words may be a phrase with a verb in it: *kunder som klagar*."""
_WORDS_OF_LAST_SENTENCE = 5
_WORDS_OF_ONLY_SENTENCE = 14
"""A shorter sentence that stands alone may be a heading: *Så här gör du om du vill överklaga vårt beslut*."""
_FEWEST_STOPS = 2
"""So many items with a stop show that the list's sentences end in one."""


class PunctuationRule(Rule):
    """One thing that is looked for."""

    kind: Literal["punctuation"]
    check: Literal["paragraph_stop", "list_stop"] = Field(
        description="paragraph_stop: ett stycke som slutar utan punkt. list_stop: en punkt i en lista som saknar "
        "den punkt som de andra slutar med."
    )

    def need(self) -> Need:
        """Whether there is a finite verb."""
        return super().need() | Need.MORPHOLOGY


class PunctuationKind(Kind[PunctuationRule]):
    """Looks at how paragraphs and items of lists end."""

    rule_type = PunctuationRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The last word of each passage that lacks its stop, and the same with one."""
        if analysis.letter.format in _GUESSED_LINES:
            return
        for rule in self.rules:
            for block in _FINDERS[rule.check](analysis):
                yield _hit(rule, block)


def _hit(rule: PunctuationRule, block: AnalysedBlock) -> Hit:
    """*skolan* offers *skolan.*"""
    last = _last_word(block)
    start, end = block.chars(last, last + 1)
    return Hit(rule, block.index, start, end, (f"{block.block.text[start:end]}.",))


def _last_word(block: AnalysedBlock) -> int:
    """The last token that isn't white space."""
    last = len(block.words) - 1
    while block.words[last].isspace():
        last -= 1
    return last


def _open_paragraphs(analysis: Analysis) -> Iterator[AnalysedBlock]:
    """Paragraphs that end in a sentence without a stop.

    *Du är välkommen. Ring oss gärna om du undrar något*
    """
    for block in analysis.blocks:
        # In the order of what it costs: most paragraphs end in a stop.
        is_open = block.block.role is Role.PARAGRAPH and _ends_in_word(block) and _lacks_stop(block)
        if is_open and not _goes_on(block, analysis.letter):
            yield block


def _ends_in_word(block: AnalysedBlock) -> bool:
    """Whether a plain word comes last that may end a sentence: no number, address, name or sign, and no *den dag då*.

    Most blocks end in a stop and are done here.
    """
    text = block.text.rstrip()
    last = "".join(text.split()[-1:])
    if not (last.islower() and last.replace("-", "").isalpha()):
        return False
    return block.tags[_last_word(block)] in _LAST


def _lacks_stop(block: AnalysedBlock) -> bool:
    """Whether the last sentence needs a stop: one after others, or one so long that it is no heading."""
    last = block.sentences[-1]
    is_alone = not _has_stop_before(block, last)
    least = _WORDS_OF_ONLY_SENTENCE if is_alone else _WORDS_OF_LAST_SENTENCE
    return _is_sentence(block, last, least)


def _has_stop_before(block: AnalysedBlock, last: Sentence) -> bool:
    """Whether another sentence with a stop stands before, on the same line."""
    before = block.text[: last.characters[0]]
    return before.rstrip(" \u00a0").endswith(_STOPS)


def _is_sentence(block: AnalysedBlock, sentence: Sentence, least: int) -> bool:
    """Whether it has a capital, so many words and a finite verb among them."""
    start, _ = sentence.characters
    words = sum(map(str.isalpha, block.words[sentence.start : sentence.end]))
    if words < least or not block.text[start].isupper():
        return False
    return any(_FINITE in features for features in block.features[sentence.start : sentence.end])


def _goes_on(block: AnalysedBlock, letter: Letter) -> bool:
    """Whether the next block is a list, or the rest of the sentence.

    *Ta med dig* before *- ett kvitto*; *Du ska ringa till* before *din handläggare.*
    """
    following = letter.blocks[block.index + 1 : block.index + 2]
    return any(_continues(each.text, each.role) for each in following)


def _continues(text: str, role: Role) -> bool:
    """Whether such a block may belong to the sentence before it.

    A heading doesn't, nor do a sentence with its stop and a closing phrase: *Vi ringer dig.*, *Med vänlig hälsning*.
    But *Ritning* may be an item of a list that the file doesn't call one.
    """
    if role is Role.HEADING:
        return False
    if role is not Role.PARAGRAPH or not text[:1].isupper():
        return True
    return not text.rstrip().endswith(_STOPS) and _CLOSING not in text.lower()


def _open_items(analysis: Analysis) -> Iterator[AnalysedBlock]:
    """Items that are sentences and lack the stop that most of the list's sentences end in.

    *- Ring oss i dag.* above *- Du kan också skriva till oss*
    """
    for items in _lists(analysis):
        without = [block for block in items if not _has_stop(block)]
        # Most lists have stops throughout, or none: nobody needs to know whether their items are sentences.
        if 0 < len(without) < len(items):
            yield from _outnumbered(items, without)


def _lists(analysis: Analysis) -> Iterator[list[AnalysedBlock]]:
    """The items of each list."""
    items: list[AnalysedBlock] = []
    for block in analysis.blocks:
        if block.block.role is not Role.LIST_ITEM:
            continue
        if items and block.index != items[-1].index + 1:
            yield items
            items = []
        items.append(block)
    yield items


def _has_stop(block: AnalysedBlock) -> bool:
    """Whether a stop ends the item."""
    return block.text.rstrip().endswith(_STOPS)


def _outnumbered(items: Iterable[AnalysedBlock], without: Iterable[AnalysedBlock]) -> Iterator[AnalysedBlock]:
    """The sentences without a stop, where more of the list's sentences have one.

    What is no sentence needs no stop and says nothing of the others.
    """
    all_sentences = list(filter(_is_item_sentence, items))
    open_sentences = list(filter(_is_item_sentence, without))
    stops = len(all_sentences) - len(open_sentences)
    if stops >= _FEWEST_STOPS and stops > len(open_sentences):
        yield from filter(_ends_in_word, open_sentences)


def _is_item_sentence(block: AnalysedBlock) -> bool:
    """Whether the item's last sentence is one: *Du kan också skriva till oss*."""
    return _is_sentence(block, block.sentences[-1], _WORDS_OF_ITEM)


_FINDERS = {"paragraph_stop": _open_paragraphs, "list_stop": _open_items}
