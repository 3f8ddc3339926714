"""``unfilled``: what a template leaves behind that is no text.

Prompts that nobody has replaced, labels without a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache, cached_property
from typing import Literal

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.files.validation import Words, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.pipeline import Need
from klarsprak.letter import Block, Cell, Letter, MarkKind, Role
from klarsprak.prose.empty_rows import find_empty_rows
from klarsprak.prose.forms import find_answers
from klarsprak.prose.repeated import find_repeated
from klarsprak.prose.torn_ends import find_torn_ends

_ROOM = 20
"""White space, and the colon, that may stand around a label."""
_LAYOUT = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED, Role.CONTENTS})
_NO_VALUES = _LAYOUT | {Role.HEADING}
_NO_VALUE = re.compile(r"[A-ZÅÄÖ][\w/-]*(?: \w+)?:(?:\s|$)|(?:med )?vänliga? |hej\b", re.IGNORECASE)
"""Another label, a closing phrase or a greeting: no value of the label above."""
_LONGEST_VALUE = 8
"""Words of a line that could be a value."""
Stretch = tuple[int, int, int]
"""Block, first code point, last code point plus one."""


class UnfilledRule(Rule):
    """Prompts, or labels."""

    kind: Literal["unfilled"]
    prompts: bool = Field(default=False, description="Fält som mallen ber skribenten fylla i och som står orörda.")
    labels: Words = listed("Rubriker i en tabell, om rutan för uppgiften är tom.")
    look_for: Literal["", "empty_rows", "torn_ends", "repeated"] = Field(
        default="",
        description="empty_rows: en rubrik utan belopp bland rader som har ett. torn_ends: ett stycke som slutar "
        "mitt i en mening. repeated: en mening som står två gånger i rad.",
    )

    @model_validator(mode="after")
    def _one_of(self) -> UnfilledRule:
        """A rule looks for one of them: each needs a message of its own."""
        if [self.prompts, bool(self.labels), bool(self.look_for)].count(True) != 1:
            raise ValueError("regeln ska ha en av prompts, labels och look_for")
        return self

    def need(self) -> Need:
        """Parts of speech, where a sentence is looked at."""
        return super().need() | (Need.MORPHOLOGY if self.look_for == "torn_ends" else Need.FORMS)


class UnfilledKind(Kind[UnfilledRule]):
    """Looks at what the file says of its fields, and at its tables."""

    rule_type = UnfilledRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every prompt that stands as it was, and every label without a value.

        *Klicka här för att ange text.*, *Datum:* and nothing after it.
        """
        for rule in self.rules:
            for place in _unfilled(rule, analysis):
                yield Hit(rule, *place)


def _unfilled(rule: UnfilledRule, analysis: Analysis) -> Iterator[Stretch]:
    """What the rule looks for.

    In the file's own marks, or in its lines.
    """
    if rule.prompts:
        return _prompts(analysis.letter)
    if rule.look_for:
        return _FINDERS[rule.look_for](analysis)
    return _Labels(analysis.letter, rule.labels).without_value()


def _empty_rows(analysis: Analysis) -> Iterator[Stretch]:
    """*Rabatt* below *Maxtaxa 820 kr*, but for what the reader fills in."""
    letter = analysis.letter
    for index in find_empty_rows(letter):
        if index not in find_answers(letter):
            yield index, 0, len(letter.blocks[index].text)


_FINDERS: dict[str, Callable[[Analysis], Iterator[Stretch]]] = {
    "empty_rows": _empty_rows,
    "torn_ends": find_torn_ends,
    "repeated": lambda analysis: find_repeated(analysis.letter),
}


def _prompts(letter: Letter) -> Iterator[Stretch]:
    """The prompt texts of content controls that nobody has filled in, those of the page's head and foot too.

    *Klicka här för att ange text.*, as the file marks it.
    """
    for index, block in enumerate(letter.blocks):
        for start, end in _placeholders(block):
            yield index, start, end


def _placeholders(block: Block) -> Iterator[tuple[int, int]]:
    """The stretches that the file marks as prompts; one of blanks is no text to flag, nor is one in quoted mail.

    A prompt that somebody has written over is marked no more.
    """
    if block.role is Role.QUOTED:
        return
    for mark in block.marks:
        is_blank = not block.text[mark.start : mark.end].strip()
        if mark.kind is MarkKind.PLACEHOLDER and not is_blank:
            yield mark.start, mark.end


@cache
def _in_lower_case(labels: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """The labels of a rule and the length of the longest: the same for all letters."""
    return frozenset(map(str.lower, labels)), max(map(len, labels))


class _Labels:
    """The labels in a letter's tables, and on lines of their own."""

    def __init__(self, letter: Letter, labels: Collection[str]) -> None:
        self._letter = letter
        self._blocks = letter.blocks
        self._labels, longest = _in_lower_case(tuple(labels))
        self._longest = longest + _ROOM

    @cached_property
    def _cells(self) -> dict[Cell, Block]:
        """The tables' cells; most letters hold no label, and these need no look at their tables."""
        cells: dict[Cell, Block] = {}
        for block in self._blocks:
            if block.cell is not None:
                cells[block.cell] = block
        return cells

    @cached_property
    def _answers(self) -> frozenset[int]:
        """The blocks that the reader fills in; asked only in letters with a label that lacks its value."""
        return find_answers(self._letter)

    def without_value(self) -> Iterator[Stretch]:
        """The labels that no value follows.

        *Diarienummer:* with an empty cell beside it.
        """
        for index, block in enumerate(self._blocks):
            # Most blocks are longer than any label, and a look at their length is all they need.
            if len(block.text) > self._longest or not self._is_label(block):
                continue
            if self._lacks_value(index, block) and index not in self._answers:
                yield index, 0, len(block.text)

    def _is_label(self, block: Block | None) -> bool:
        """Whether the block is one of the labels and no more: *Datum:*."""
        if block is None:
            return False
        line = block.text.strip().rstrip(":").rstrip()
        return line.lower() in self._labels

    def _lacks_value(self, index: int, block: Block) -> bool:
        """Whether nothing stands where the label's value should: in a table beside it, else on the next line.

        ``index`` is the block's place in the letter.
        """
        if block.cell:
            return self._is_beside_empty_cell(block.cell)
        return self._has_no_value_below(index, block)

    def _is_beside_empty_cell(self, cell: Cell) -> bool:
        """Whether the cell to the right, or below where the right one is a label too, is empty.

        *| Datum | |*, and *| Datum | Dnr |* above *| | |*.
        """
        right = self._cells.get(cell._replace(column=cell.column + 1))
        below = self._cells.get(cell._replace(row=cell.row + 1))
        # In a row of labels the values stand in the next row.
        has_room_right = right is not None and not self._is_label(right)
        value = right if has_room_right else below
        if value is None or value.text.strip():
            return False
        return not self._is_value(below)

    def _is_value(self, below: Block | None) -> bool:
        """Whether the cell below holds the value, though an empty one stands to the right.

        *| Datum | |* above *| 2024-05-01 | |*.
        """
        if below is None or self._is_label(below):
            return False
        return bool(below.text.strip())

    def _has_no_value_below(self, index: int, block: Block) -> bool:
        """Whether a line that ends in a colon is followed by no short line that could be its value.

        In the page's head and foot such lines stand side by side. Another of the labels is no value, with or without
        its colon.

        *Datum:* and then *Vi har fått din ansökan.*; *Författare:* and then *Senast ändrad*.
        """
        if block.role in _LAYOUT or not block.text.rstrip().endswith(":"):
            return False
        following = self._blocks[index + 1 : index + 2]
        return not any(_may_be_value(below) and not self._is_label(below) for below in following)


def _may_be_value(block: Block) -> bool:
    """Whether the block is a short line of the letter's own, and neither a sentence nor another label.

    *2024-05-01* or *Anna Berg*.
    """
    if block.role in _NO_VALUES:
        return False
    line = block.text.strip()
    return not any(is_other(line) for is_other in _OTHER_LINES)


def _is_label_or_phrase(line: str) -> bool:
    """*Ärende:*, *Med vänlig hälsning*, *Hej!*."""
    return _NO_VALUE.match(line) is not None


def _is_sentence(line: str) -> bool:
    """*Vi har fått din ansökan.*"""
    return line.endswith(".")


def _is_long(line: str) -> bool:
    """*Du får här ett beslut om din ansökan om*."""
    return len(line.split()) > _LONGEST_VALUE


_OTHER_LINES: tuple[Callable[[str], bool], ...] = (_is_label_or_phrase, _is_sentence, _is_long)
"""What a line is that is no value; an example stands with each."""
