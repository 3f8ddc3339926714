"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.kinds.abbreviation import may_flag
from klarsprak.kinds.base import WORD, Hit, Kind, Rule
from klarsprak.kinds.compounds import Compounds
from klarsprak.kinds.explained import explains, glossary_blocks, opens
from klarsprak.kinds.fields import Strings, listed
from klarsprak.kinds.words import WordList, is_name
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.inflection import spellings
from klarsprak.settings import Settings

TITLE = re.compile(
    r"(?:handläggar|inspektör|sekreterar|chef|utredar|samordnar|ingenjör|assistent|ombud|nämnd|förvaltning|enhet|avdelning"
    r"|kontor|myndighet|råd)(?:e|en|ens|es|er|et|ets|s|erna|na)?$"
    r"|(?:(?<!för)(?<!av)(?<!an)(?<!upp)slag(?:en)?|förordning(?:en)?|balken|lagstiftning(?:en)?)s?$"
)
_IN_LAW = re.compile(
    r"\b(?:lag|lagen|förordning|förordningen|föreskrifter|föreskrifterna|direktiv|direktivet)\s+"
    r"(?:\([^)]*\)\s+)?(?:om|med|för|mot)\s+(?:(?!(?:ska|är|har|kan|måste|får|gäller|säger|står)\b)[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)

_NUMBER_OF_LAW = re.compile(r"\s*\(\d{4}:\d+\)")


class TermRule(Rule):
    """A technical term, what to say instead, and how to explain it."""

    kind: Literal["term"]
    words: Strings = Field(description="Termen i grundform, eller flera som betyder samma sak.")
    pos: Literal["NOUN", "VERB", "ADJ"] | None = Field(default="NOUN", description="Ordklass; null: böjs inte.")
    plain: str = Field(default="", description="Ett vanligare ord som kan stå i stället, om det finns.")
    explain: str = Field(description="En kort mening som förklarar termen för läsaren.")
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar där termen är första eller sista led."
    )
    but_not: Strings = listed("Former och sammansättningar som inte ska flaggas, för att de är andra ord.")
    once: bool = Field(default=True, description="Flagga bara den första gången i ett brev.")
    placeholders = frozenset({"text", "suggestion", "plain", "or_plain", "explain"})


class _Use(NamedTuple):
    """Tokens that are a term, or a compound with it."""

    block: AnalysedBlock
    start: int
    end: int
    rule: TermRule


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: Settings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[TermRule] = WordList()
        self._compounds: Compounds[TermRule] = Compounds()
        self._base: dict[str, str] = {}
        for rule in rules:
            found = _forms(rule)
            self._base.update(found)
            for form in found:
                self._words.add(form, rule)
            self._compounds.add(rule.compound, rule.words, found, rule)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it."""
        uses = list(self._uses(analysis))
        explained = {use.rule.name for use in _explained(uses, analysis)}
        for block, start, end, rule in uses:
            if rule.name not in explained and may_flag(block) and not is_foreign(block, start, end):
                word = self._base.get(" ".join(block.words[start:end]), "")
                yield Hit(rule, block.index, *block.chars(start, end), (), self._values(rule) | {WORD: word})

    def _values(self, rule: TermRule) -> dict[str, object]:
        """What fills the message; the organisation's own explanation goes before ours."""
        own = (self.settings.terms.get(word.lower()) for word in rule.words)
        explain = next((text for text in own if text), rule.explain)
        or_plain = f"Eller skriv ”{rule.plain}” i stället." if rule.plain else ""
        return {"plain": rule.plain, "or_plain": or_plain, "explain": explain}

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        taken: set[tuple[int, int]] = set()
        for block, start, end, rules in self._words.find(analysis):
            taken.update((block.index, token) for token in range(start, end))
            for rule in rules:
                if not rule.but_not or block.doc[start:end].text.lower() not in rule.but_not:
                    yield _Use(block, start, end, rule)
        for block, index, part in self._compounds.find(analysis):
            word = block.words[index]
            if (block.index, index) not in taken and word not in part.value.but_not and not TITLE.search(word):
                yield _Use(block, index, index + 1, part.value)


def _explained(uses: list[_Use], analysis: Analysis) -> Iterator[_Use]:
    """The uses in which the letter explains the term."""
    glossary = {block.index for block in glossary_blocks(analysis)}
    following = {a.index: b.block.text for a, b in zip(analysis.blocks, analysis.blocks[1:], strict=False)}
    for use in uses:
        listed = use.block.index in glossary and opens(use.block, use.start)
        if listed or explains(use.block, use.start, use.end, following.get(use.block.index, "")):
            yield use


def is_foreign(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether the words are a name, or part of the name of a law."""
    first, last = block.chars(start, end)
    before = block.text[block.sentence_at(start).start_char : first]
    return is_name(block, start, end) or bool(_IN_LAW.search(before) or _NUMBER_OF_LAW.match(block.text, last))


def _forms(rule: TermRule) -> dict[str, str]:
    """The forms of the rule's words, and which word each belongs to; where forms are listed, all are one word's."""
    first = rule.words[0].lower()
    found = {word.lower(): word.lower() if rule.pos else first for word in rule.words}
    for word in rule.words if rule.pos is not None else ():
        found |= dict.fromkeys(spellings(word, rule.pos or ""), word.lower())
    return {form: word for form, word in found.items() if form not in {word.lower() for word in rule.but_not}}
