"""A letter with its language analysed: what the kinds of rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from klarsprak.language import texts
from klarsprak.language.analysed import AnalysedBlock, AnalysedText, RequiredForms, Sentence, holds
from klarsprak.language.others.unchecked import Unchecked, find_unchecked
from klarsprak.language.pipeline import Need
from klarsprak.language.unbroken import broken
from klarsprak.letter import Block, Letter, Role
from klarsprak.signature import SignatureBlock

_LAYOUT_ROLES = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED, Role.CONTENTS})
_LEADERS = ("....", " . . . .", "……")
"""What leads to the number of a page."""
_OTHERS_TEXT = frozenset({Role.QUOTED, Role.CONTENTS})
"""What somebody else wrote, or the program."""
T = TypeVar("T")
PlacedSentence = tuple[AnalysedBlock, Sentence]
"""A sentence and the block that it stands in."""
Analyser = Callable[[Iterable[str], Need], Mapping[str, AnalysedText]]
"""Gives each text with its language analysed."""


@dataclass(eq=False)
class Analysis:
    """A letter and its analysed blocks: those that the writer wrote as text, in reading order.

    Headers, footers, quoted mail and tables of contents are left out of ``blocks``; rules that need them look at
    ``letter``.  So are passages that aren't in Swedish: ``unchecked`` says which.
    """

    letter: Letter
    blocks: list[AnalysedBlock]
    find_signature: Callable[[], SignatureBlock] = field(repr=False)
    unchecked: Unchecked = field(default_factory=lambda: Unchecked({}))
    _answers: dict[object, Any] = field(default_factory=dict, repr=False)

    def once(self, question: Callable[[Analysis], T]) -> T:
        """The answer to a question about the letter, which is asked the first time only.

        ``question`` is a function, or a method of something that lives as long as the rules.  Caches of functions
        would do the same, but hold on to the letter when it is done with.
        """
        try:
            answer: T = self._answers[question]
        except KeyError:
            answer = self._answers[question] = question(self)
        return answer

    @cached_property
    def signature(self) -> SignatureBlock:
        """The letter's signature block, looked for when somebody asks: of a paragraph hardly a rule does."""
        return self.find_signature()

    @cached_property
    def by_index(self) -> dict[int, AnalysedBlock]:
        """The blocks by their place in the letter.

        A hit says its block by number.
        """
        return {block.index: block for block in self.blocks}

    @cached_property
    def token_count(self) -> int:
        """The number of tokens in the writer's text.

        Signs and line breaks included.
        """
        return sum(len(block.words) for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The writer's text, lower case, one block a line."""
        return "\n".join(block.block.text for block in self.blocks).lower()

    @cached_property
    def whole_text(self) -> str:
        """The text of the letter, one block a line: the page's head and foot too, but no quoted mail or contents.

        The order is the letter's: the page's head comes first.
        """
        own = (block.text for block in self.letter.blocks if block.role not in _OTHERS_TEXT)
        return "\n".join(own)

    @cached_property
    def whole_text_lower(self) -> str:
        """The same, lower case."""
        return self.whole_text.lower()

    @cached_property
    def forms(self) -> frozenset[str]:
        """All word forms of the writer's text, lower case: what most rules look at, and no further.

        Told by block first, since a block's own are asked for too.
        """
        by_block = [block.forms for block in self.blocks]
        return frozenset().union(*by_block)

    @cached_property
    def places(self) -> dict[str, list[tuple[AnalysedBlock, int]]]:
        """Where each word form stands: blocks and tokens, in reading order.

        Every token of the letter passes here once, so that nobody goes through them again.
        """
        places: defaultdict[str, list[tuple[AnalysedBlock, int]]] = defaultdict(list)
        for block in self.blocks:
            for token, form in enumerate(block.words):
                places[form].append((block, token))
        return places

    @cached_property
    def _sentences_by_form(self) -> dict[str, list[int]]:
        """The numbers of the sentences that hold each word form: patterns ask for theirs hundreds of times."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, sentence) in enumerate(self.sentences):
            for form in sentence.forms:
                numbers[form].append(number)
        return numbers

    def sentences_with(self, required: RequiredForms) -> list[int]:
        """The numbers of the sentences that hold one word form of each of the sets, in reading order.

        The rarest set comes first, and tells alone which sentences are looked at.
        """
        by_form, sentences = self._sentences_by_form, self.sentences
        rarest, *others = required
        lists = [by_form[form] for form in rarest & self.forms]
        numbers = lists[0] if len(lists) == 1 else sorted({number for each in lists for number in each})
        return [number for number in numbers if holds(sentences[number][1].forms, others)] if others else numbers

    @cached_property
    def word_count(self) -> int:
        """How many words the text has, counted at its blanks."""
        return sum(len(block.block.text.split()) for block in self.blocks)

    @cached_property
    def sentences(self) -> list[PlacedSentence]:
        """Every sentence, and heading and label, in reading order: a sentence's number in it is the letter's.

        Used where what comes next matters: *Det betyder …*.
        """
        placed: list[PlacedSentence] = []
        for block in self.blocks:
            placed += [(block, sentence) for sentence in block.sentences]
        return placed

    def prose_sentences(self) -> Iterator[PlacedSentence]:
        """The sentences of running text, in reading order: no headings, labels or values of a table.

        Measures of sentences would be wrong of the others.
        """
        for block in self.blocks:
            if block.is_prose:
                for sentence in block.sentences:
                    yield block, sentence


def even(letter: Letter) -> Letter:
    """The letter with what is too long to be words broken, all else in its place; most letters are so already."""
    texts = [broken(block.text) for block in letter.blocks]
    blocks = [
        block if text is block.text else replace(block, text=text)
        for block, text in zip(letter.blocks, texts, strict=True)
    ]
    return replace(letter, blocks=blocks)


def analyse_letter(
    letter: Letter,
    need: Need,
    find_signature: Callable[[], SignatureBlock],
    written: Sequence[Block] | None = None,
    analysed: Analyser = texts.analysed,
) -> Analysis:
    """Run the parts of the language pipeline that ``need`` names over the writer's own blocks.

    A space that doesn't break is a space to rules: *SFS 2001:453* is found however it was typed.  ``written`` are the
    blocks as they were before the letter was made ``even``; ``analysed`` may remember texts of other letters.
    """
    own = dict(_own_blocks(letter))
    as_written = {index: (written or letter.blocks)[index].text for index in own}
    unchecked = find_unchecked(as_written)
    for index in unchecked.blocks:
        del own[index], as_written[index]
    spaced = {index: text.replace("\u00a0", " ") for index, text in as_written.items()}
    known = analysed(spaced.values(), need)
    blocks = [AnalysedBlock(index, block, known[spaced[index]]) for index, block in own.items()]
    return Analysis(letter, blocks, find_signature, unchecked)


def _own_blocks(letter: Letter) -> Iterator[tuple[int, Block]]:
    """The blocks with text of the writer's, by their place in the letter.

    Empty cells of tables have none; a table of contents says again what its headings say.
    """
    for index, block in enumerate(letter.blocks):
        if block.text and block.role not in _LAYOUT_ROLES and not _is_contents(block.text):
            yield index, block


def _is_contents(text: str) -> bool:
    """Whether it is lines of a table of contents that no style tells from others: *Inledning ........ 6*."""
    return text[-1].isdecimal() and all(map(_leads_to_page, filter(str.strip, text.split("\n"))))


def _leads_to_page(line: str) -> bool:
    """Whether the line ends in a number and dots before it."""
    ended = line.rstrip()
    before = ended.rstrip("0123456789")
    leader = before[len(before.rstrip(". …")) :]
    return before != ended and any(dots in leader for dots in _LEADERS)
