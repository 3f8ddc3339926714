"""One slot of a pattern: what a token must be to fill it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.verbal_nouns import is_deverbal
from klarsprak.matching.affixes import compiled

if TYPE_CHECKING:
    from spacy.tokens import Token

_APOSTROPHES = frozenset("'’´")


def _is_capital_with_apostrophe(text: str) -> bool:
    """*Byggmästar'n* begins with a capital, though for Python another word begins behind the apostrophe."""
    return text[:1].isupper() and not _APOSTROPHES.isdisjoint(text)


Flag = Literal["like_num", "is_title", "is_deverbal"]
_FLAGS: Mapping[Flag, Callable[[Token], bool]] = {
    "like_num": lambda token: token.like_num,
    "is_title": lambda token: token.is_title or _is_capital_with_apostrophe(token.text),
    "is_deverbal": lambda token: is_deverbal(token.lower_),
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
        return self.flag is None or _FLAGS[self.flag](block.doc[token])

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
