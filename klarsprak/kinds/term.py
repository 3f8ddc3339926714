"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import WORD, Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import spellings
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.explained import explains, glossary_blocks, opens
from klarsprak.prose.own_words import TITLE, is_foreign, may_flag


class TermRule(Rule):
    """A technical term, what to say instead, and how to explain it."""

    kind: Literal["term"]
    words: Strings = Field(description="Termen i grundform, eller flera som betyder samma sak.")
    pos: Literal["NOUN", "VERB", "ADJ"] | None = Field(default="NOUN", description="Ordklass; null: böjs inte.")
    plain: str = Field(default="", description="Ett vanligare ord som kan stå i stället, om det finns.")
    explain: str | dict[str, str] = Field(
        description="En kort mening som förklarar termen för läsaren, eller en för varje ord, "
        "{kärande: Käranden är …}, och då behövs inte words."
    )
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar där termen är första eller sista led."
    )
    but_not: Strings = listed("Former och sammansättningar som inte ska flaggas, för att de är andra ord.")
    once: bool = Field(default=True, description="Flagga bara den första gången i ett brev.")
    placeholders = frozenset({"text", "suggestion", "plain", "or_plain", "explain"})

    @model_validator(mode="before")
    @classmethod
    def _words_explained(cls, data: Any) -> Any:
        """Words that are explained one by one need no list besides."""
        if isinstance(data, dict) and isinstance(data.get("explain"), dict) and "words" not in data:
            return {**data, "words": list(data["explain"])}
        return data

    @model_validator(mode="after")
    def _every_word_explained(self) -> TermRule:
        if isinstance(self.explain, dict):
            for word in self.words:
                if word not in self.explain:
                    raise ValueError(f"”{word}” saknar förklaring i explain")
            for word in self.explain:
                if word not in self.words:
                    raise ValueError(f"”{word}” i explain finns inte i words")
        return self

    def explanation(self, word: str) -> str:
        """The sentence that explains ``word``, lower case, in dictionary form."""
        if isinstance(self.explain, str):
            return self.explain
        return next(text for key, text in self.explain.items() if key.lower() == word)


class _Sense(NamedTuple):
    """A rule, and which of its words is meant: where forms are listed, all are the first one's."""

    rule: TermRule
    word: str

    @property
    def subject(self) -> tuple[str, str]:
        """What a letter explains when it explains the word: all of the rule's words where these mean the same."""
        return self.rule.name, "" if isinstance(self.rule.explain, str) else self.word


class _Use(NamedTuple):
    """Tokens that are a term, or a compound with it."""

    block: AnalysedBlock
    start: int
    end: int
    sense: _Sense
    is_compound: bool = False

    def tokens(self) -> set[tuple[int, int]]:
        """The tokens, by block."""
        return {(self.block.index, token) for token in range(self.start, self.end)}


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[_Sense] = WordList()
        self._compounds: Compounds[_Sense] = Compounds()
        for rule in rules:
            for word, forms in _forms(rule).items():
                sense = _Sense(rule, word)
                for form in forms:
                    self._words.add(form, sense)
                self._compounds.add(rule.compound, _listed(rule, word), forms, sense)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it."""
        uses = list(self._uses(analysis))
        explained = {use.sense.subject for use in _explained(uses, analysis)}
        # *Rivningsavfall* is no word of its own in an explained *bygg- och rivningsavfall*.
        known = {token for use in uses if use.sense.subject in explained for token in use.tokens()}
        for use in uses:
            block, start, end, sense, is_compound = use
            if sense.subject in explained or (known and known.issuperset(use.tokens())):
                continue
            if may_flag(block) and not is_foreign(block, start, end):
                values = self._values(sense) | {WORD: "" if is_compound else sense.word}
                yield Hit(sense.rule, block.index, *block.chars(start, end), (), values)

    def _values(self, sense: _Sense) -> dict[str, object]:
        """What fills the message; the organisation's own explanation goes before ours."""
        rule, word = sense
        own = (self.settings.terms.get(word.lower()) for word in _listed(rule, word))
        explain = next((text for text in own if text), None) or rule.explanation(word)
        or_plain = f"Eller skriv ”{rule.plain}” i stället." if rule.plain else ""
        return {"plain": rule.plain, "or_plain": or_plain, "explain": explain}

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        taken: set[tuple[int, int]] = set()
        for block, start, end, senses in self._words.find(analysis):
            taken.update((block.index, token) for token in range(start, end))
            for sense in senses:
                but_not = sense.rule.but_not
                if not but_not or block.doc[start:end].text.lower() not in but_not:
                    yield _Use(block, start, end, sense)
        for block, index, part in self._compounds.find(analysis):
            word, rule = block.words[index], part.value.rule
            if (block.index, index) not in taken and word not in rule.but_not and not TITLE.search(word):
                yield _Use(block, index, index + 1, part.value, is_compound=True)


def _explained(uses: list[_Use], analysis: Analysis) -> Iterator[_Use]:
    """The uses in which the letter explains the term."""
    glossary = {block.index for block in glossary_blocks(analysis)}
    following = {a.index: b.block.text for a, b in zip(analysis.blocks, analysis.blocks[1:], strict=False)}
    for use in uses:
        listed = use.block.index in glossary and opens(use.block, use.start)
        if listed or explains(use.block, use.start, use.end, following.get(use.block.index, "")):
            yield use


def _forms(rule: TermRule) -> dict[str, list[str]]:
    """Each of the rule's words, and its forms; words with one explanation are forms of the first one."""
    left_out = {word.lower() for word in rule.but_not}
    found: dict[str, list[str]] = {}
    for word in rule.words:
        forms = {word.lower()} | (spellings(word, rule.pos) if rule.pos else set())
        found.setdefault(_meant(rule, word), []).extend(sorted(forms - left_out))
    return found


def _meant(rule: TermRule, word: str) -> str:
    """The word that another one is a form or a spelling of, lower case."""
    if isinstance(rule.explain, dict):
        return next(key for key, text in rule.explain.items() if text == rule.explain[word]).lower()
    return (rule.words[0] if rule.pos is None else word).lower()


def _listed(rule: TermRule, word: str) -> list[str]:
    """The rule's words that mean ``word``."""
    return (
        rule.words if isinstance(rule.explain, str) else [each for each in rule.words if _meant(rule, each) == word]
    )
