"""One slot of a pattern: what a token must be to fill it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.verbal_nouns import is_deverbal
from klarsprak.matching.affixes import compiled

_SIGNS_OF_NUMBER = ("+", "-", "±", "~")
_NUMBER_WORDS = frozenset(
    "noll en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton "
    "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen miljon miljard biljon biljard "
    "kvadriljon".split()
)
_APOSTROPHES = frozenset("'’´")


def _is_title(text: str) -> bool:
    """*Anna*, and *Byggmästar'n*, though for Python another word begins behind the apostrophe."""
    return text.istitle() or (text[:1].isupper() and not _APOSTROPHES.isdisjoint(text))


def _is_number(text: str) -> bool:
    """Whether the token is a number, in digits or a word.

    >>> [text for text in ("tolv", "1.500", "1/2", "-5", "12:3", "en", "andra") if _is_number(text)]
    ['tolv', '1.500', '1/2', '-5', 'en']
    """
    digits = text.removeprefix(text[0]) if text.startswith(_SIGNS_OF_NUMBER) else text
    whole, slash, parts = digits.replace(",", "").replace(".", "").partition("/")
    if slash and whole.isdigit() and parts.isdigit():
        return True
    return (not slash and whole.isdigit()) or digits.lower() in _NUMBER_WORDS


Flag = Literal["like_num", "is_title", "is_deverbal"]
_FLAGS: Mapping[Flag, Callable[[str], bool]] = {
    "like_num": _is_number,
    "is_title": _is_title,
    "is_deverbal": lambda text: is_deverbal(text.lower()),
}
"""Properties of tokens that a slot may ask for: *tolv*, *Anna*, *tömning*."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a token must be; what is empty asks for nothing.  ``least`` and ``most``: how many such tokens."""

    forms: frozenset[str] = frozenset()
    affixes: str = ""
    """A regular expression, compiled at its first use."""
    tags: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    flag: Flag | None = None
    negated: bool = False
    least: int = 1
    most: int = 1

    def fits(self, block: AnalysedBlock, token: int) -> bool:
        """Whether the token is what the slot asks for."""
        if self.forms:  # nothing but forms: no pattern can ask for more beside them
            return (block.words[token] in self.forms) is not self.negated
        return self._has_all(block, token) is not self.negated

    def _has_all(self, block: AnalysedBlock, token: int) -> bool:
        """Whether the token has the part of speech, the features, the affix and the property: the cheapest first."""
        if self.tags and block.tags[token] not in self.tags:
            return False
        if not self.features <= block.features[token]:
            return False
        if self.affixes and not compiled(self.affixes).has(block.words[token]):
            return False
        return self.flag is None or _FLAGS[self.flag](block.written(token, token + 1))

    def places(self, block: AnalysedBlock, first: int, last: int) -> Collection[int]:
        """Of the tokens from first to last those that may fill the slot, told by the first thing that it asks for.

        To go through a list of features is ten times as quick as to try a match at each token.
        """
        if not self.must_stand:
            return range(first, last)
        if self.features:
            wanted = self.features
            return [token for token, has in enumerate(block.features[first:last], first) if wanted <= has]
        if self.tags:
            return [token for token, tag in enumerate(block.tags[first:last], first) if tag in self.tags]
        if self.affixes:
            has_affix = compiled(self.affixes).has
            return [token for token, word in enumerate(block.words[first:last], first) if has_affix(word)]
        return range(first, last)

    @property
    def is_one_token(self) -> bool:
        """Whether exactly one token fills the slot, as most do."""
        return self.least == self.most == 1

    @property
    def must_stand(self) -> bool:
        """Whether every match holds a token that is what the slot names: neither *!ordet* nor *ordet?*."""
        return not self.negated and self.least > 0

    @property
    def literal(self) -> frozenset[str]:
        """The forms, where the slot must be filled by one of them."""
        return self.forms if self.must_stand else frozenset()
