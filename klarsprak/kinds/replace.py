"""``replace``: a word or phrase that has a plainer one, in any inflected form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, WordsRule
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.noun_phrase import replaced
from klarsprak.language.grammar.verb_forms import is_other_word, verb_features
from klarsprak.language.inflection import Features, match_case, put_between, same_form, spellings
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import CompoundHit, Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.own_words import is_mentioned, is_name

PartOfSpeech = Literal["VERB", "NOUN", "ADJ", "ADV", "ADP", "CONJ", "PRON"]
INFLECTED = ("VERB", "NOUN", "ADJ")
_BETWEEN = frozenset("inte ej icke aldrig jag du vi ni man han hon de också dock alltid nu härmed".split())
"""What stands between a finite verb and its particle."""
_MOST_BETWEEN = 3
"""So many of them at most."""


class ReplaceRule(WordsRule):
    """Words with a plainer word to put in their place."""

    kind: Literal["replace"]
    words: Strings = Field(description="Ordet eller frasen i grundform, eller flera med samma ersättning.")
    pos: PartOfSpeech | None = Field(
        default=None,
        description="VERB, NOUN eller ADJ: orden böjs. I en verbfras böjs det första ordet, i en substantivfras det "
        "sista. Utan ordklass gäller bara formen som den står.",
    )
    instead: Strings = Field(description="Ersättningar i grundform, den bästa först.")
    but_not: Strings = listed(
        "Former som också är andra ord och inte ska flaggas, till exempel företag i regeln för företa.",
    )

    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar med ordet som första eller sista led."
    )

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead, in dictionary form, the best first."""
        return self.instead

    def need(self) -> Need:
        """Morphology tells which of a form's readings it is."""
        return super().need() | (Need.MORPHOLOGY if self.pos in INFLECTED else Need.FORMS)


class _Entry(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: ReplaceRule
    word: str

    def forms(self) -> set[str]:
        """The forms to look for, lower case."""
        forms = {self.word.lower()}
        if self.rule.pos in INFLECTED:
            forms |= spellings(self.word, self.rule.pos)
        return forms.difference(map(str.lower, self.rule.but_not))

    def last_parts(self) -> set[str]:
        """The forms that a compound may end in, present participles among them: *-medgivande*."""
        forms = spellings(self.word, self.rule.pos or "", present_participles=True)
        return {self.word} | forms


class _Advice(NamedTuple):
    """Words to replace, which may be more than those found, and what can stand in their place."""

    words: WordsAt
    suggestions: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """*utbetalda* is the plain form too: *betala ut*."""
        return self.suggestions[:1] == (self.words.text,)


class ReplaceKind(Kind[ReplaceRule]):
    """All ``replace`` rules in one word list."""

    rule_type = ReplaceRule

    def __init__(self, rules: Sequence[ReplaceRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        self._compounds: Compounds[_Entry] = Compounds()
        for rule in rules:
            for word in rule.words:
                self._add(_Entry(rule, word))

    def _add(self, entry: _Entry) -> None:
        """Look for the word in all its forms, and for the compounds that the rule asks for."""
        for form in entry.forms():
            self._words.add(form, entry)
        if entry.rule.compound is not None:
            self._compounds.add(entry.rule.compound, [entry.word], entry.last_parts(), entry)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every place where one of the words stands, with the plainer word in the same form."""
        for words, entries in self._words.find(analysis):
            if is_name(words) or is_mentioned(words):
                continue
            for entry in entries:
                yield from _hits(words, entry)
        for words, part in self._compounds.find(analysis):
            if not is_name(words):
                suggestions = _compound_suggestions(part, words)
                yield _hit(part.value, _Advice(words, suggestions))


def _hits(words: WordsAt, entry: _Entry) -> Iterator[Hit]:
    """The hit, if the words are a form of the entry's and it has something else to offer."""
    if entry.rule.pos == "VERB" and is_other_word(words, entry.word):
        return
    advice = _advice(entry, words)
    if not advice.changes_nothing:
        yield _hit(entry, advice)


def _hit(entry: _Entry, advice: _Advice) -> Hit:
    """The hit; where no form is sure it names the dictionary form."""
    base_form = "" if advice.suggestions else entry.rule.instead[0]
    block, place = advice.words.block, advice.words.characters
    return Hit(entry.rule, block.index, *place, advice.suggestions, base_form=base_form)


def _compound_suggestions(part: CompoundHit[_Entry], words: WordsAt) -> tuple[str, ...]:
    """The compound with its last part replaced; nothing where the first part is the hard one, or no form is sure.

    *skolskjutsyttrande* is *skolskjutssvar*; no compound is made with two words.
    """
    if not part.is_last:
        return ()
    text = words.text
    first, last = text[: -part.length], text[-part.length :]
    forms = _same_forms(part.value, last, words.morphology)
    return tuple(first + form for form in forms if " " not in form)


def _advice(entry: _Entry, words: WordsAt) -> _Advice:
    """What to replace and what can be written instead: the way depends on the word's part of speech."""
    if entry.rule.pos == "NOUN":
        return _Advice(*replaced(words, entry.word, entry.rule.instead))
    forms = _inflected(entry, words)
    if entry.rule.pos == "VERB" and _takes_words_between(words, forms):
        return _cased(*_with_words_between(words, forms))
    return _cased(words, forms)


def _cased(words: WordsAt, forms: list[str]) -> _Advice:
    """The advice, its capitals as the words have them."""
    text = words.text
    return _Advice(words, tuple(match_case(text, form) for form in forms))


def _takes_words_between(words: WordsAt, forms: list[str]) -> bool:
    """Whether one of the forms has a particle, before which goes what follows the verb: *skickar … in*."""
    if not words.is_one:
        return False
    return any(" " in form for form in forms)


def _inflected(entry: _Entry, words: WordsAt) -> list[str]:
    """The replacements in the form of the words, each once; as they are listed where the words have one form only."""
    rule = entry.rule
    if rule.pos not in INFLECTED:
        return list(dict.fromkeys(rule.instead))
    forms = _same_forms(entry, words.text, _features(entry, words))
    return list(dict.fromkeys(forms))


def _features(entry: _Entry, words: WordsAt) -> Features:
    """What form the words are, as the tagger sees it; of a verb the words before know better."""
    if entry.rule.pos == "VERB":
        return verb_features(words, entry.word)
    return words.morphology


def _same_forms(entry: _Entry, text: str, features: Features) -> Iterator[str]:
    """Those replacements of which a form is known for sure, in the form that ``text`` has of the entry's word.

    *erhöll* of *erhålla* gives *fick* for *få*.
    """
    for instead in entry.rule.instead:
        form = same_form(text, entry.word, entry.rule.pos or "", instead, features=features)
        if form is not None:
            yield form


def _with_words_between(words: WordsAt, forms: list[str]) -> tuple[WordsAt, list[str]]:
    """*insänder vi inte* becomes *skickar vi inte in*: what stands after the verb goes before its particle."""
    between = WordsAt(words.block, words.end, _end_of_between(words))
    if between.start == between.end:
        return words, forms
    inside = between.text
    moved = [put_between(form, inside) if " " in form else f"{form} {inside}" for form in forms]
    return WordsAt(words.block, words.start, between.end), moved


def _end_of_between(words: WordsAt) -> int:
    """The token after the subject and adverbs that follow the words at once: after *vi inte* of *insänder vi inte*.

    None of them may follow.
    """
    end = words.end
    last = min(len(words.block.words), end + _MOST_BETWEEN)
    while end < last and _may_stand_between(words.block, end):
        end += 1
    return end


def _may_stand_between(block: AnalysedBlock, token: int) -> bool:
    """Whether the word goes before the particle; *de* may begin the object instead: *insänder de handlingar*."""
    if block.words[token] not in _BETWEEN:
        return False
    return block.tags[token] != "DET"
