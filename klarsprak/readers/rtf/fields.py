"""Fields: their instruction isn't text, and some show something though they have no result."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from klarsprak.readers.docx.fields import WordField
from klarsprak.readers.docx.symbols import has_symbols, symbol_of

_UNTOUCHED = 25
"""The number of a form field's choice that nobody has made."""
_PAGES = (["PAGE"], ["NUMPAGES"], ["SECTIONPAGES"])
_BOX, _MENU = 1, 2
_LARGEST_CODE = 0x10FFFF


@dataclass(slots=True)
class RtfField:
    """A field that has begun; ``said_before`` counts the signs of the text before it."""

    said_before: int = 0
    word: WordField = field(default_factory=WordField)
    """Its instruction so far."""
    kind: int = 0
    """Of a form's field: 1 is a box to tick, 2 a menu."""
    chosen: int = _UNTOUCHED
    usual: int = 0
    items: list[str] = field(default_factory=list)

    def instruct(self, text: str) -> None:
        """More of its instruction."""
        self.word.instruction.append(text)

    @property
    def is_merge(self) -> bool:
        """Whether its result comes from a mail merge."""
        return self.word.is_merge

    @property
    def is_number_of_page(self) -> bool:
        """Whether it shows which page this is, or how many there are."""
        return self.word.words[:1] in _PAGES

    @property
    def prompt(self) -> str:
        """The text that a MACROBUTTON shows."""
        return self.word.prompt

    @property
    def choice(self) -> str:
        """What it shows without a result: a box, the item that is picked from a menu, or a sign."""
        choice = self.usual if self.chosen == _UNTOUCHED else self.chosen
        if self.kind == _BOX:
            return "☒" if choice else "☐"
        if self.kind == _MENU:
            return self.items[choice] if 0 <= choice < len(self.items) else ""
        return self._sign

    @property
    def _sign(self) -> str:
        """The sign of a field such as *SYMBOL 252 \\f "Wingdings"*."""
        words = "".join(self.word.instruction).split()
        if len(words) < 2 or words[0].upper() != "SYMBOL" or not words[1].isdecimal():
            return ""
        fonts = [after.strip('"').lower() for switch, after in pairwise(words) if switch == "\\f"]
        code = int(words[1][:8])
        if fonts and has_symbols(fonts[0]):
            return symbol_of(fonts[0], code & 0xFF)
        sign = chr(min(code, _LARGEST_CODE))
        return sign if sign.isprintable() else " "
