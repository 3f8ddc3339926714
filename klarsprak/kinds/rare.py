"""``rare``: words that are no part of everyday Swedish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.everyday.vocabulary import Vocabulary
from klarsprak.language.pipeline import Need
from klarsprak.prose.explained import explains, glossary_blocks, opens
from klarsprak.prose.own_words import TITLE, is_foreign, may_flag

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_SHORTEST = 5
"""Shorter words are abbreviations, names and the like more often than hard words."""
_REMEMBERED = 50_000
_FOREIGN = frozenset("the of to which shall und der le la les des une est et ou qui aux pour og".split())
"""One of these words in a sentence tells that it isn't Swedish, or holds a name that isn't."""


class RareRule(Rule):
    """Words that few texts use, each once a letter, where the letter doesn't explain them."""

    kind: Literal["rare"]
    familiar: Strings = listed(
        "Ord i grundform som läsarna känner till fast de är ovanliga i andra texter. "
        "Sammansättningar med dem räknas också som kända.",
    )

    def need(self) -> Need:
        """Names and function words are told by their part of speech."""
        return super().need() | Need.MORPHOLOGY


class _Use(NamedTuple):
    block: AnalysedBlock
    token: Token
    word: str
    """Dictionary form."""


class RareKind(Kind[RareRule]):
    """Remembers of each form whether it is everyday: most of a letter's words have been met before."""

    rule_type = RareRule

    def __init__(self, rules: Sequence[RareRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._everyday: set[str] = set()
        self._rare: set[str] = set()

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """Made at the first letter, so that nothing is loaded where no letter is checked."""
        settings = self.settings
        units = (word for unit in settings.units for word in unit.split())
        familiar = (word for rule in self.rules for word in rule.familiar)
        return Vocabulary([*familiar, *settings.allowed, *settings.terms, *units], settings.known)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The first use of each rare word that the letter doesn't explain."""
        uses = list(self._uses(analysis))
        done = _explained(uses, analysis) if uses else set()
        for block, token, word in uses:
            if word not in done:
                done.add(word)
                yield Hit(self.rules[0], block.index, token.idx, token.idx + len(token))

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        rare = [form for form in analysis.forms - self._everyday if self._is_rare(form)]
        for block, index in sorted((place for form in rare for place in analysis.places[form]), key=reading_order):
            if block.tags[index] in _CONTENT and may_flag(block):
                token = block.doc[index]
                lemma = token.lemma_.lower()
                if _may_be_flagged(token, block) and self._is_rare(lemma):
                    yield _Use(block, token, lemma)

    def _is_rare(self, word: str) -> bool:
        if word in self._rare:
            return True
        if len(self._everyday) > _REMEMBERED:
            self._everyday.clear()
            self._rare.clear()
        is_rare = (
            len(word) >= _SHORTEST
            and word.replace("-", "").isalpha()
            and word[-1] != "-"
            and not self._vocabulary.holds(word)
            and not TITLE.search(word)
        )
        (self._rare if is_rare else self._everyday).add(word)
        return is_rare


def _may_be_flagged(token: Token, block: AnalysedBlock) -> bool:
    """Whether the word is Swedish, the writer's own and no name; a capital that begins a sentence may be a name's."""
    if token.text[0].isupper() or not block.is_own_words(token.idx, token.idx + len(token)):
        return False
    sentence = block.words[token.sent.start : token.sent.end]
    return _FOREIGN.isdisjoint(sentence) and not is_foreign(block, token.i, token.i + 1)


def _explained(uses: list[_Use], analysis: Analysis) -> set[str]:
    """The words that the letter explains at one of their uses."""
    glossary = {block.index for block in glossary_blocks(analysis)}
    following = {a.index: b.block.text for a, b in zip(analysis.blocks, analysis.blocks[1:], strict=False)}
    return {
        word
        for block, token, word in uses
        if (block.index in glossary and opens(block, token.i))
        or explains(block, token.i, token.i + 1, following.get(block.index, ""))
    }
