"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, WordsRule
from klarsprak.kinds.conditions import Conditions, any_holds
from klarsprak.language.inflection import spellings
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.explained import is_explained
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import may_flag

_Token = tuple[int, int]
"""A token by its block's number and its own."""


class TermSense(BaseModel):
    """What a term means where something tells that it is used in this sense: *remiss* in a letter about care."""

    model_config = ConfigDict(extra="forbid")

    when: Conditions = Field(description="Det som visar att betydelsen gäller; av flera villkor räcker ett.")
    explain: str = Field(description="En kort mening som förklarar termen i den betydelsen.")
    plain: str = Field(default="", description="Ett vanligare ord i den betydelsen, om det finns.")


class TermRule(WordsRule):
    """A technical term, what to say instead, and how to explain it."""

    kind: Literal["term"]
    words: Strings = Field(description="Termen i grundform, eller flera som betyder samma sak.")
    pos: Literal["NOUN", "VERB", "ADJ"] | None = Field(default="NOUN", description="Ordklass; null: böjs inte.")
    plain: str = Field(default="", description="Ett vanligare ord som kan stå i stället, om det finns.")
    explain: str | dict[str, str] = Field(
        default="",
        description="En kort mening som förklarar termen för läsaren, eller en för varje ord, "
        "{kärande: Käranden är …}, och då behövs inte words. Former av ett ord skrivs med komma mellan.",
    )
    senses: list[TermSense] = Field(
        default_factory=list,
        description="Andra betydelser än den i explain, med villkor; den första som stämmer gäller.",
    )
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar där termen är första eller sista led."
    )
    but_not: Strings = listed("Former och sammansättningar som inte ska flaggas, för att de är andra ord.")
    once: bool = Field(default=True, description="Flagga bara den första gången i ett brev.")
    placeholders = frozenset({"text", "suggestion", "term", "plain", "or_plain", "explain"})

    @model_validator(mode="before")
    @classmethod
    def _words_explained(cls, data: Any) -> Any:
        """Words that are explained one by one need no list besides; forms of one share its line."""
        if not isinstance(data, dict) or not isinstance(data.get("explain"), dict):
            return data
        explain = {word: text for words, text in data["explain"].items() for word in str(words).split(", ")}
        return {"words": list(explain), **data, "explain": explain}

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

    @model_validator(mode="after")
    def _is_explained(self) -> TermRule:
        if not self.explain and not self.senses:
            raise ValueError("regeln saknar explain")
        return self

    @property
    def explanations(self) -> Sequence[str]:
        """The sentences that explain the rule's words, each once."""
        own = [self.explain] if isinstance(self.explain, str) else list(self.explain.values())
        return [text for text in dict.fromkeys([*own, *(sense.explain for sense in self.senses)]) if text]

    def need(self) -> Need:
        """The conditions of the senses look at the letter too."""
        need = super().need()
        for sense in self.senses:
            for condition in sense.when:
                need |= condition.need()
        return need

    def sense_of(self, words: WordsAt, word: str, analysis: Analysis) -> TermSense | None:
        """What the words mean where they stand; None where no sense that the rule knows of fits."""
        for sense in self.senses:
            if any_holds(sense.when, words, analysis):
                return sense
        usual = self.explanation(word)
        return TermSense(when=[], explain=usual, plain=self.plain) if usual else None

    def explanation(self, word: str) -> str:
        """The sentence that explains ``word``, lower case, in dictionary form."""
        if isinstance(self.explain, str):
            return self.explain
        return next(text for key, text in self.explain.items() if key.lower() == word)

    def meant_by(self, word: str) -> str:
        """The word that ``word``, one of the rule's, is a form or a spelling of, lower case.

        Of words with one explanation it is the first: *kärande* where *käranden* is listed too.
        """
        if isinstance(self.explain, dict):
            explanation = self.explain[word]
            return next(key for key, text in self.explain.items() if text == explanation).lower()
        return (self.words[0] if self.pos is None else word).lower()

    def words_meaning(self, meant: str) -> list[str]:
        """The rule's words that mean ``meant``."""
        if isinstance(self.explain, str):
            return self.words
        return [word for word in self.words if self.meant_by(word) == meant]

    def forms_by_word(self) -> dict[str, list[str]]:
        """Each word that is meant, and all its forms, lower case."""
        left_out = {word.lower() for word in self.but_not}
        forms: dict[str, list[str]] = {}
        for word in self.words:
            own = {word.lower()} | (spellings(word, self.pos) if self.pos else set())
            forms.setdefault(self.meant_by(word), []).extend(sorted(own - left_out))
        return forms


class _Entry(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: TermRule
    word: str

    @property
    def subject(self) -> tuple[str, str]:
        """What a letter explains when it explains the word: all of the rule's words where these mean the same."""
        return self.rule.name, "" if isinstance(self.rule.explain, str) else self.word


class _Use(NamedTuple):
    """Words that are a term, or a compound with it."""

    words: WordsAt
    entry: _Entry
    is_compound: bool = False

    @property
    def shown(self) -> str:
        """The term as the message names it: *”vite”*, *”vite” i ”vitesbelopp”*."""
        text = " ".join(self.words.text.split())
        return f"”{self.entry.word}” i ”{text}”" if self.is_compound else f"”{text}”"

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
        self._words: WordList[_Entry] = WordList()
        self._compounds: Compounds[_Entry] = Compounds()
        for rule in rules:
            for word, forms in rule.forms_by_word().items():
                self._add(_Entry(rule, word), forms)

    def _add(self, entry: _Entry, forms: list[str]) -> None:
        """Look for the word in those forms, and for the compounds that the rule asks for."""
        for form in forms:
            self._words.add(form, entry)
        self._compounds.add(entry.rule.compound, entry.rule.words_meaning(entry.word), forms, entry)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it."""
        uses = list(self._uses(analysis))
        explained = {use.entry.subject for use in uses if is_explained(use.words, analysis)}
        known = _known(uses, explained)
        for use in uses:
            if use.entry.subject in explained or (known and known.issuperset(use.tokens())):
                continue
            if may_flag(use.words.block) and not is_foreign(use.words):
                yield from self._hits(use, analysis)

    def _hits(self, use: _Use, analysis: Analysis) -> Iterator[Hit]:
        """The hit where the term has a sense that fits; flagged once for each word, and once for all compounds."""
        words, (rule, word), is_compound = use
        sense = rule.sense_of(words, word, analysis)
        if sense is not None:
            values = self._values(use, sense)
            once_as = "" if is_compound else word
            yield Hit(rule, words.block.index, *words.characters, values=values, once_as=once_as)

    def _values(self, use: _Use, sense: TermSense) -> dict[str, object]:
        """What fills the message; what stands in place of a part of a compound doesn't fit the whole."""
        plain = "" if use.is_compound else sense.plain
        or_plain = f"Eller skriv ”{plain}” i stället." if plain else ""
        explain = self._own_explanation(use.entry) or sense.explain
        return {"term": use.shown, "plain": plain, "or_plain": or_plain, "explain": explain}

    def _own_explanation(self, entry: _Entry) -> str:
        """The organisation's explanation of the word, which goes before ours; empty where it has none."""
        rule, word = entry
        own = (self.settings.terms.get(each.lower(), "") for each in rule.words_meaning(word))
        return next(filter(None, own), "")

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        """The terms, then the compounds with them that are no terms themselves."""
        taken: set[_Token] = set()
        for words, entries in self._words.find(analysis):
            taken.update(_tokens(words))
            for entry in entries:
                if not _is_left_out(words, entry.rule):
                    yield _Use(words, entry)
        for words, part in self._compounds.find(analysis):
            if taken.isdisjoint(_tokens(words)) and _may_be_compound(words, part.value.rule):
                yield _Use(words, part.value, is_compound=True)


def _known(uses: list[_Use], explained: set[tuple[str, str]]) -> set[_Token]:
    """The tokens of what is explained: *rivningsavfall* is no word of its own in *bygg- och rivningsavfall*."""
    known: set[_Token] = set()
    for use in uses:
        if use.entry.subject in explained:
            known |= use.tokens()
    return known


def _is_left_out(words: WordsAt, rule: TermRule) -> bool:
    """Whether they stand among the rule's ``but_not``."""
    return bool(rule.but_not) and words.text.lower() in rule.but_not


def _may_be_compound(words: WordsAt, rule: TermRule) -> bool:
    """Whether the compound is about the term: neither another word nor an office or a law."""
    word = words.block.words[words.start]
    return word not in rule.but_not and not is_office_or_law(word)
