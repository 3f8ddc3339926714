"""A letter as a whole, as far as it tells what it is: its title, its greeting, its blanks, and what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from klarsprak.letter import Block, Letter, Role
from klarsprak.signature.line_shapes import is_greeting, is_prose_line
from klarsprak.signature.model import LetterLine, SignatureBlock
from klarsprak.signature.zones import Zones

_NOT_MAIN = {Role.HEADER, Role.FOOTER, Role.FOOTNOTE}
_TITLE_LINES = 8
_LONGEST_TITLE = 9
"""Words."""
_TO_THE_READER = re.compile(r"\b(?:du|dig|din|ditt|dina|ni|er|ert|era|hej)\b", re.IGNORECASE)
_BLANKS = ("____", "......", "……", "☐", "□")
_BLANK = re.compile(r"_{4,}|\.{6,}|…{2,}|[☐□]")


@dataclass(frozen=True)
class WholeLetter:
    """A letter, its zones and what was found of its signature."""

    letter: Letter
    zones: Zones
    found: SignatureBlock

    @cached_property
    def texts(self) -> list[str]:
        """The text of each line.

        Headers, footers and text boxes too, in the order of the lines.
        """
        return [line.span.text for line in self.zones.lines]

    @cached_property
    def running_text(self) -> str:
        """All lines in one."""
        return " ".join(self.texts)

    @cached_property
    def low(self) -> str:
        """The running text in lower case, to look for a word in that stands in what is asked for."""
        return self.running_text.lower()

    @cached_property
    def titles(self) -> list[str]:
        """The first short lines of the letter itself, then those of its headers.

        A header often says what a letter is: *Autosvar*, *Blankett*.
        """
        main = [line for line in self.zones.lines if line.role not in _NOT_MAIN]
        first = [*main[:_TITLE_LINES], *self.zones.header[:_TITLE_LINES]]
        texts = [line.span.folded for line in first]
        return list(filter(_is_short, texts))

    @property
    def titles_above_text(self) -> list[str]:
        """The short lines above the first sentence: *Norrlida kommun*, *Bilaga 2*."""
        main = [line for line in self.zones.lines if line.role not in _NOT_MAIN]
        above = takewhile(lambda line: not _is_whole_sentence(line), main)
        return list(filter(_is_short, [line.span.folded for line in above]))

    @property
    def is_signed(self) -> bool:
        """Whether somebody signs: a name is there, or a title below a closing phrase.

        A closing phrase is not enough: *Underskrift* closes a form, too.
        """
        is_titled = self.zones.closed and self.found.title is not None
        return is_titled or self.found.name is not None

    def is_titled(self, pattern: re.Pattern[str], lines: int | None = None) -> bool:
        """Whether a title, or one of the first so many, begins as the pattern says."""
        return any(map(pattern.match, self.titles[:lines]))

    def holds(self, *words: str) -> bool:
        """Whether one of the words, in lower case, stands anywhere, be it in another: quick where none does."""
        return any(map(self.low.__contains__, words))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether a line says so."""
        return any(map(pattern.search, self.texts))

    @cached_property
    def greets(self) -> bool:
        """Whether a line greets the reader."""
        return any(map(is_greeting, self.texts))

    @cached_property
    def speaks_to_reader(self) -> bool:
        """Whether it says *du*, *ditt*, *er* or *hej* anywhere."""
        return _TO_THE_READER.search(self.running_text) is not None

    @cached_property
    def words(self) -> int:
        """How many words it has in all."""
        return len(self.running_text.split())

    def count_blanks(self) -> int:
        """How many lines hold a blank, *____*, and how many cells are empty."""
        lines = list(filter(_BLANK.search, self.texts)) if self.holds(*_BLANKS) else []
        cells = list(filter(_is_empty_cell, self.letter.blocks))
        return len(lines) + len(cells)


def _is_whole_sentence(line: LetterLine) -> bool:
    """Whether it is a sentence to its end: *Du får svar i mars.*, but not *Anvisning, blankett 31*."""
    return line.span.text.endswith((".", "!", "?")) and is_prose_line(line)


def _is_short(text: str) -> bool:
    """Whether the line can be a title: *Ansökan om färdtjänst*."""
    return len(text.split()) <= _LONGEST_TITLE


def _is_empty_cell(block: Block) -> bool:
    """Whether it is a table's cell with nothing in it, which in a form is for the reader to fill in."""
    return block.cell is not None and not block.text.strip()
