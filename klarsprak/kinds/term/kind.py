"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Hit, Kind
from klarsprak.kinds.term.rule import TermRule
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.explained import is_explained
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import may_flag

_Token = tuple[int, int]
"""A token by its block's number and its own."""


class _Sense(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: TermRule
    word: str

    @property
    def subject(self) -> tuple[str, str]:
        """What a letter explains when it explains the word: all of the rule's words where these mean the same.

        *vite* and *vitesföreläggande* of one rule are one subject.
        """
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
    """The words' tokens one by one.

    By number, since blocks can't be put in sets.
    """
    for token in range(words.start, words.end):
        yield words.block.index, token


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: RuleSettings) -> None:
        """Put every form of every term in one list."""
        super().__init__(rules, settings)
        self._words: WordList[_Sense] = WordList()
        self._compounds: Compounds[_Sense] = Compounds()
        for rule in rules:
            for word, forms in rule.forms_by_word().items():
                self._add(_Sense(rule, word), forms)

    def _add(self, sense: _Sense, forms: list[str]) -> None:
        """Look for the word in those forms, and for the compounds that the rule asks for.

        *vitesföreläggande* is found by *vites-*, if the rule says ``compound``.
        """
        for form in forms:
            self._words.add(form, sense)
        self._compounds.add(sense.rule.compound, sense.rule.words_meaning(sense.word), forms, sense)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it.

        A letter that explains *vite* once explains it.
        """
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
        """What the word means; the organisation's own explanation goes before ours.

        Looked for by any of the words: *terms: {viten: …}* is meant for *vite* too.
        """
        rule, word = sense
        for each in rule.words_meaning(word):
            own = self.settings.terms.get(each.lower())
            if own:
                return own
        return rule.explanation(word)

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        """The terms, then the compounds with them that are no terms themselves.

        *vitesbelopp* is a term of its own where a rule lists it.
        """
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
    """Whether the writer chose the words, in text that is read.

    *lagen om viten* names a law, *Anna Vite* is a name.
    """
    if not may_flag(words.block):
        return False
    return not is_foreign(words)


def _is_left_out(words: WordsAt, rule: TermRule) -> bool:
    """Whether they stand among the rule's ``but_not``; most rules have none.

    A form of a term may be another word too: *laga* in *laga kraft*.
    """
    if not rule.but_not:
        return False
    return words.text.lower() in rule.but_not


def _is_about_term(words: WordsAt, rule: TermRule) -> bool:
    """Whether the compound is about the term: neither another word nor an office or a law.

    *vitesföreläggande* is; *bygglovshandläggare* is an office.
    """
    word = words.block.words[words.start]
    if word in rule.but_not:
        return False
    return not is_office_or_law(word)
