"""A letter with its language analysed: what the kinds of rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.pipeline import Need, analyse
from klarsprak.letter import Letter, Role
from klarsprak.signature import SignatureBlock

if TYPE_CHECKING:
    from spacy.tokens import Span

_LAYOUT_ROLES = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED})
T = TypeVar("T")


class Sentence(NamedTuple):
    """A sentence: its number in the letter, its block and tokens, and its word forms, lower case."""

    number: int
    block: AnalysedBlock
    span: Span
    words: frozenset[str]


@dataclass(eq=False)
class Analysis:
    """A letter and its analysed blocks: those that the writer wrote as text, in reading order.

    Headers, footers and quoted mail are left out of ``blocks``; rules that need them look at ``letter``.
    """

    letter: Letter
    blocks: list[AnalysedBlock]
    signature: SignatureBlock
    _answers: dict[object, Any] = field(default_factory=dict, repr=False)

    def once(self, question: Callable[[Analysis], T]) -> T:
        """The answer to a question about the letter, which is asked the first time only.

        Caches of functions would do the same, but hold on to the letter when it is done with.
        """
        try:
            answer: T = self._answers[question]
        except KeyError:
            answer = self._answers[question] = question(self)
        return answer

    @cached_property
    def by_index(self) -> dict[int, AnalysedBlock]:
        """The blocks by their place in the letter."""
        return {block.index: block for block in self.blocks}

    @cached_property
    def token_count(self) -> int:
        """The number of tokens in the writer's text."""
        return sum(len(block.words) for block in self.blocks)

    @cached_property
    def raw_text(self) -> str:
        """The writer's text as it stands, one block a line."""
        return "\n".join(block.block.text for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The writer's text, lower case, one block a line."""
        return self.raw_text.lower()

    @cached_property
    def whole_text(self) -> str:
        """The text of the letter, the page's head and foot included, but no quoted mail; one block a line."""
        return "\n".join(block.text for block in self.letter.blocks if block.role is not Role.QUOTED)

    @cached_property
    def whole_text_lower(self) -> str:
        """The same, lower case."""
        return self.whole_text.lower()

    @cached_property
    def forms(self) -> frozenset[str]:
        """All word forms of the writer's text, lower case."""
        return frozenset().union(*(block.forms for block in self.blocks))

    @cached_property
    def places(self) -> dict[str, list[tuple[AnalysedBlock, int]]]:
        """Where each word form stands: blocks and tokens, in reading order."""
        places: defaultdict[str, list[tuple[AnalysedBlock, int]]] = defaultdict(list)
        for block in self.blocks:
            for token, form in enumerate(block.words):
                places[form].append((block, token))
        return places

    @cached_property
    def all_sentences(self) -> list[Sentence]:
        """Every sentence, and heading and label, in reading order."""
        every = (
            (block, *each)
            for block in self.blocks
            for each in zip(block.sentence_spans, block.sentence_forms, strict=True)
        )
        return [Sentence(number, *each) for number, each in enumerate(every)]

    def sentences(self) -> Iterator[tuple[AnalysedBlock, Span, frozenset[str]]]:
        """The sentences of running text, and the word forms in each."""
        for block in self.blocks:
            if block.is_prose:
                for span, forms in zip(block.sentence_spans, block.sentence_forms, strict=True):
                    yield block, span, forms


def analyse_letter(letter: Letter, need: Need, signature: SignatureBlock) -> Analysis:
    """Run the parts of the language pipeline that ``need`` names over the writer's own blocks."""
    own = [(i, block) for i, block in enumerate(letter.blocks) if block.text and block.role not in _LAYOUT_ROLES]
    docs = analyse((block.text.replace("\u00a0", " ") for _, block in own), need)
    blocks = [AnalysedBlock(i, block, doc) for (i, block), doc in zip(own, docs, strict=True)]
    return Analysis(letter, blocks, signature)
