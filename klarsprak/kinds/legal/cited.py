"""The references to law of a letter, each with the sentences around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.laws import Reference, Register, references_in
from klarsprak.laws.sentences import sentences
from klarsprak.letter import Role


@dataclass(frozen=True)
class Cited:
    """A reference, its sentence as it stands, and that sentence and its neighbours with each reference masked."""

    block: AnalysedBlock
    reference: Reference
    span: tuple[int, int]
    """Where in the block its sentence begins and ends."""
    masked: tuple[str, str, str]
    """The sentence before, its own and the one after; "" where there is none."""

    @property
    def sentence(self) -> str:
        """The sentence as it stands."""
        return self.block.block.text[slice(*self.span)]

    @cached_property
    def is_explained(self) -> bool:
        """Whether the letter says there what the section means."""
        from klarsprak.laws.explanation import is_explained  # its patterns take time to compile

        return is_explained(*self.masked)

    @property
    def keys(self) -> set[tuple[str, str, str, str]]:
        """The sections meant, each with its first point or ""."""
        reference = self.reference
        law = reference.law.sfs if reference.law else reference.sfs or ""
        points = reference.points or ("",)
        return {(law, reference.chapter or "", section, point) for section in reference.sections for point in points}


def cited(analysis: Analysis, register: Register, written: Callable[[], date | None]) -> list[Cited]:
    """All references of the letter in reading order; ``written`` tells the letter's day."""
    texts = [block.block.text for block in analysis.blocks]
    found = references_in(texts, register, written)
    return list(_Letter(analysis.blocks, found).all())


class _Letter:
    def __init__(self, blocks: list[AnalysedBlock], references: dict[int, list[Reference]]) -> None:
        self.blocks = blocks
        self.references = references
        self.known: dict[int, list[tuple[int, int]]] = {}

    def all(self) -> Iterator[Cited]:
        for number, references in self.references.items():
            spans = self.spans(number)
            for reference in references:
                i = next(i for i, (_, end) in enumerate(spans) if reference.start < end)
                around = (self.masked(number, i - 1), self.masked(number, i), self.masked(number, i + 1))
                yield Cited(self.blocks[number], reference, spans[i], around)

    def spans(self, number: int) -> list[tuple[int, int]]:
        """The sentences of a block."""
        if number not in self.known:
            spans = sentences(self.blocks[number].block.text)
            self.known[number] = _whole(spans, self.references.get(number, []))
        return self.known[number]

    def masked(self, number: int, i: int) -> str:
        """Sentence ``i`` of the block, or the nearest one of the block before or after where that is running text."""
        spans = self.spans(number)
        if 0 <= i < len(spans):
            return _masked(self.blocks[number].block.text, spans[i], self.references.get(number, []))
        number, i = (number - 1, -1) if i < 0 else (number + 1, 0)
        if not 0 <= number < len(self.blocks) or self.blocks[number].block.role is Role.HEADING:
            return ""
        spans = self.spans(number)
        references = self.references.get(number, [])
        return _masked(self.blocks[number].block.text, spans[i], references) if spans else ""


def _masked(text: str, span: tuple[int, int], references: list[Reference]) -> str:
    from klarsprak.laws.explanation import mask

    return mask(text, references, *span)


def _whole(spans: list[tuple[int, int]], references: list[Reference]) -> list[tuple[int, int]]:
    """The sentences, those joined that a reference runs across."""
    joined = spans[:1]
    for start, end in spans[1:]:
        if any(reference.start < joined[-1][1] + 1 and reference.end > start for reference in references):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
