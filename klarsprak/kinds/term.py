"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, WordsRule
from klarsprak.language.inflection import spellings
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.explained import is_explained
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import may_flag

_Token = tuple[int, int]
"""A token by its block's number and its own."""


class TermRule(WordsRule):
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
        if not isinstance(data, dict) or "words" in data:
            return data
        explain = data.get("explain")
        if not isinstance(explain, dict):
            return data
        return {**data, "words": list(explain)}

    @model_validator(mode="after")
    def _every_word_explained(self) -> TermRule:
        """Where words are explained one by one, each is, and nothing else."""
        if isinstance(self.explain, dict):
            for word in _lacking(self.words, self.explain):
                raise ValueError(f"”{word}” saknar förklaring i explain")
            for word in _lacking(self.explain, self.words):
                raise ValueError(f"”{word}” i explain finns inte i words")
        return self

    @property
    def explanations(self) -> Sequence[str]:
        """The sentences that explain the rule's words, each once."""
        if isinstance(self.explain, str):
            return [self.explain]
        return list(dict.fromkeys(self.explain.values()))

    def explanation(self, word: str) -> str:
        """The sentence that explains ``word``, lower case, in dictionary form."""
        if isinstance(self.explain, str):
            return self.explain
        for key, text in self.explain.items():
            if key.lower() == word:
                return text
        raise KeyError(word)

    def meant_by(self, word: str) -> str:
        """The word that ``word``, one of the rule's, is a form or a spelling of, lower case.

        Of words with one explanation it is the first: *kärande* where *käranden* is listed too.
        """
        if isinstance(self.explain, str):
            meant = self.words[0] if self.pos is None else word
            return meant.lower()
        explanation = self.explain[word]
        first = next(key for key, text in self.explain.items() if text == explanation)
        return first.lower()

    def words_meaning(self, meant: str) -> list[str]:
        """The rule's words that mean ``meant``: all of them, where one sentence explains all."""
        if isinstance(self.explain, str):
            return self.words
        return [word for word in self.words if self.meant_by(word) == meant]

    def forms_by_word(self) -> dict[str, list[str]]:
        """Each word that is meant, and all its forms, lower case, but for those that the rule lets be."""
        forms: dict[str, list[str]] = {}
        for word in self.words:
            own = {word.lower()}
            if self.pos is not None:
                own |= spellings(word, self.pos)
            own.difference_update(map(str.lower, self.but_not))
            forms.setdefault(self.meant_by(word), []).extend(sorted(own))
        return forms


def _lacking(words: Iterable[str], others: Container[str]) -> Iterator[str]:
    """The words that are not among the others."""
    for word in words:
        if word not in others:
            yield word


class _Sense(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: TermRule
    word: str

    @property
    def subject(self) -> tuple[str, str]:
        """What a letter explains when it explains the word: all of the rule's words where these mean the same."""
        if isinstance(self.rule.explain, str):
            return self.rule.name, ""
        return self.rule.name, self.word


class _Use(NamedTuple):
    """Words that are a term, or a compound with it."""

    words: WordsAt
    sense: _Sense
    is_compound: bool = False

    def tokens(self) -> set[_Token]:
        """The tokens of the use."""
        return set(_tokens(self.words))


def _tokens(words: WordsAt) -> Iterator[_Token]:
    """The words' tokens one by one."""
    for token in range(words.start, words.end):
        yield words.block.index, token


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[_Sense] = WordList()
        self._compounds: Compounds[_Sense] = Compounds()
        for rule in rules:
            for word, forms in rule.forms_by_word().items():
                self._add(_Sense(rule, word), forms)

    def _add(self, sense: _Sense, forms: list[str]) -> None:
        """Look for the word in those forms, and for the compounds that the rule asks for."""
        for form in forms:
            self._words.add(form, sense)
        self._compounds.add(sense.rule.compound, sense.rule.words_meaning(sense.word), forms, sense)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it."""
        for use in _unexplained(list(self._uses(analysis)), analysis):
            if _is_own(use.words):
                yield self._hit(use)

    def _hit(self, use: _Use) -> Hit:
        """The hit, flagged once for each word, and once for all compounds."""
        words, sense, is_compound = use
        once_as = "" if is_compound else sense.word
        place = words.characters
        return Hit(sense.rule, words.block.index, *place, values=self._values(sense), once_as=once_as)

    def _values(self, sense: _Sense) -> dict[str, object]:
        """What fills the message."""
        plain = sense.rule.plain
        or_plain = ""
        if plain:
            or_plain = f"Eller skriv ”{plain}” i stället."
        return {"plain": plain, "or_plain": or_plain, "explain": self._explanation(sense)}

    def _explanation(self, sense: _Sense) -> str:
        """What the word means; the organisation's own explanation goes before ours."""
        rule, word = sense
        for each in rule.words_meaning(word):
            own = self.settings.terms.get(each.lower())
            if own:
                return own
        return rule.explanation(word)

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        """The terms, then the compounds with them that are no terms themselves."""
        taken: set[_Token] = set()
        for words, senses in self._words.find(analysis):
            taken.update(_tokens(words))
            for sense in senses:
                if not _is_left_out(words, sense.rule):
                    yield _Use(words, sense)
        for words, part in self._compounds.find(analysis):
            if not taken.isdisjoint(_tokens(words)):
                continue
            if _is_about_term(words, part.value.rule):
                yield _Use(words, part.value, is_compound=True)


def _unexplained(uses: list[_Use], analysis: Analysis) -> Iterator[_Use]:
    """The uses of terms that none of their uses explains.

    *Rivningsavfall* is no word of its own in an explained *bygg- och rivningsavfall*.
    """
    explained = {use.sense.subject for use in uses if is_explained(use.words, analysis)}
    known: set[_Token] = set()
    others: list[_Use] = []
    for use in uses:
        if use.sense.subject in explained:
            known |= use.tokens()
        else:
            others.append(use)
    for use in others:
        if not use.tokens() <= known:
            yield use


def _is_own(words: WordsAt) -> bool:
    """Whether the writer chose the words, in text that is read."""
    if not may_flag(words.block):
        return False
    return not is_foreign(words)


def _is_left_out(words: WordsAt, rule: TermRule) -> bool:
    """Whether they stand among the rule's ``but_not``; most rules have none."""
    if not rule.but_not:
        return False
    return words.text.lower() in rule.but_not


def _is_about_term(words: WordsAt, rule: TermRule) -> bool:
    """Whether the compound is about the term: neither another word nor an office or a law."""
    word = words.block.words[words.start]
    if word in rule.but_not:
        return False
    return not is_office_or_law(word)
