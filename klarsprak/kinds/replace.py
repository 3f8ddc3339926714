"""``replace``: a word or phrase that has a plainer one, in any inflected form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import BASE_FORM, Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.noun_phrase import replaced
from klarsprak.language.grammar.verb_forms import is_other_word, verb_features
from klarsprak.language.inflection import Features, match_case, put_between, same_form, spellings
from klarsprak.language.pipeline import Need
from klarsprak.matching.compounds import CompoundHit, Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.own_words import is_mentioned, is_name

PartOfSpeech = Literal["VERB", "NOUN", "ADJ", "ADV", "ADP", "CONJ", "PRON"]
INFLECTED = ("VERB", "NOUN", "ADJ")
_BETWEEN = frozenset("inte ej icke aldrig jag du vi ni man han hon de också dock alltid nu härmed".split())
"""What stands between a finite verb and its particle."""


class ReplaceRule(Rule):
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

    def need(self) -> Need:
        """Morphology tells which of a form's readings it is."""
        return super().need() | (Need.MORPHOLOGY if self.pos in INFLECTED else Need.FORMS)


@dataclass(frozen=True)
class _Entry:
    rule: ReplaceRule
    word: str


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
                if rule.compound is not None:
                    found = spellings(word, rule.pos or "", present_participles=True)
                    self._compounds.add(rule.compound, [word], [word, *found], _Entry(rule, word))

    def _add(self, entry: _Entry) -> None:
        left_out = {word.lower() for word in entry.rule.but_not}
        found = {entry.word.lower()}
        if entry.rule.pos in INFLECTED:
            found |= spellings(entry.word, entry.rule.pos)
        for form in found - left_out:
            self._words.add(form, entry)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every place where one of the words stands, with the plainer word in the same form."""
        for block, start, end, entries in self._words.find(analysis):
            if is_name(block, start, end) or is_mentioned(block, start):
                continue
            for entry in entries:
                if entry.rule.pos == "VERB" and is_other_word(block, start, end, entry.word):
                    continue
                place, suggestions = _advice(entry, block, start, end)
                # *utbetalda* is the plain form too: *betala ut*
                if suggestions[:1] != (block.text[slice(*place)],):
                    yield _hit(entry, block, place, suggestions)
        for block, index, found in self._compounds.find(analysis):
            if not is_name(block, index, index + 1):
                suggestions = _compound_advice(found, block.written(index, index + 1), block.morphology(index))
                yield _hit(found.value, block, block.chars(index, index + 1), suggestions)


def _hit(entry: _Entry, block: AnalysedBlock, place: tuple[int, int], suggestions: tuple[str, ...]) -> Hit:
    values = {} if suggestions else {BASE_FORM: entry.rule.instead[0]}
    return Hit(entry.rule, block.index, *place, suggestions, values)


def _compound_advice(found: CompoundHit[_Entry], text: str, features: Features) -> tuple[str, ...]:
    """The compound with its last part replaced; nothing where the first part is the hard one, or no form is sure."""
    if not found.is_last:
        return ()
    entry = found.value
    first, last = text[: -found.length], text[-found.length :]
    pos = entry.rule.pos or ""
    parts = (same_form(last, entry.word, pos, instead, features=features) for instead in entry.rule.instead)
    return tuple(first + part for part in parts if part is not None and " " not in part)


def _advice(entry: _Entry, block: AnalysedBlock, start: int, end: int) -> tuple[tuple[int, int], tuple[str, ...]]:
    """The characters to replace, and the suggestions that can stand in their place."""
    if entry.rule.pos == "NOUN":
        words, suggestions = replaced(block.doc[start:end], entry.word, entry.rule.instead)
        return (words.start_char, words.end_char), suggestions
    found = list(_inflected(entry, block, start, end))
    between = _end_of_between(block, end)
    if entry.rule.pos == "VERB" and end == start + 1 and between > end and any(" " in form for form in found):
        # *insänder vi inte* becomes *skickar vi inte in*: what stands after the verb goes before its particle.
        inside = block.written(end, between)
        found = [put_between(form, inside) if " " in form else f"{form} {inside}" for form in found]
        end = between
    written = block.written(start, end)
    return block.chars(start, end), tuple(match_case(written, form) for form in found)


def _end_of_between(block: AnalysedBlock, end: int) -> int:
    """The token after the subject and adverbs that follow the words at once; *de* may begin the object instead."""
    last = min(len(block.words), end + 3)
    while end < last and block.words[end] in _BETWEEN and block.tags[end] != "DET":
        end += 1
    return end


def _inflected(entry: _Entry, block: AnalysedBlock, start: int, end: int) -> Iterable[str]:
    rule = entry.rule
    if rule.pos not in INFLECTED:
        return dict.fromkeys(rule.instead)
    features = verb_features(block, start, end, entry.word) if rule.pos == "VERB" else block.morphology(start)
    text = block.written(start, end)
    forms = (same_form(text, entry.word, rule.pos, instead, features=features) for instead in rule.instead)
    return dict.fromkeys(form for form in forms if form is not None)
