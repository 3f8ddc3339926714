"""``spelling``: words that are misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Words, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.everyday.vocabulary import Vocabulary
from klarsprak.language.grammar.derived import is_derived
from klarsprak.language.pipeline import Need
from klarsprak.language.spelling.known_forms import KnownForms
from klarsprak.language.spelling.speller import Correction, Speller
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressed import is_letter
from klarsprak.prose.cut_short import is_cut_short
from klarsprak.prose.misspelt import may_be_misspelt, names_in
from klarsprak.prose.readable import may_flag

_SHORTEST = 4
_SHORTEST_SWAPPED = 3
_REMEMBERED = 50_000
"""Words that are known to be right."""
_OFTEN = 3
"""Uses of a word that tell that a specification or a report has it for a term."""
_MOST = 60
"""Forms that are looked at closely in one letter: more of them tell that it isn't Swedish, or no letter."""
_LEAST_UNKNOWN = 6
_LEAST_WORDS = 60
"""So many words of four letters or more, which a text of a hundred words has, tell how it was written."""
_SAMPLE = 300
"""Unknown words that are looked at for this, one in several of a long text."""
_UNKNOWN = 0.08
"""The part of these that no list has in a text that was scanned and badly read; in typed ones it is 0.02, and 0.05 in
the most technical that were seen."""


class SpellingRule(Rule):
    """What to say of misspelt words, of those that are so beyond doubt or of the others."""

    kind: Literal["spelling"]
    certain: bool = Field(description="true: ord som säkert är felstavade. false: ord som troligen är det.")
    known: Words = listed("Ord som är rätt fast ordlistan saknar dem.")
    scanned: bool = Field(
        default=False, description="true: säg en gång att texten är fel inläst, i stället för att peka på varje ord."
    )

    def need(self) -> Need:
        """Names are told by their part of speech."""
        return super().need() | Need.MORPHOLOGY


_Place = tuple[AnalysedBlock, int]
"""A block and a token in it."""


class _Use(NamedTuple):
    """A misspelt word in the letter, and what was meant."""

    words: WordsAt
    correction: Correction


class SpellingKind(Kind[SpellingRule]):
    """Remembers which forms are right: most of a letter's words have been met before."""

    rule_type = SpellingRule

    def __init__(self, rules: Sequence[SpellingRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._right: set[str] = set()
        self._scanned = next((rule for rule in rules if rule.scanned), None)
        self._by_certainty = {rule.certain: rule for rule in rules if not rule.scanned}
        self._without_fix = {
            certain: rule.model_copy(update={"safe": False}) for certain, rule in self._by_certainty.items()
        }
        """The same rules for words that something else may have been meant by, though it isn't likely."""

    @cached_property
    def _speller(self) -> Speller:
        """Made at the first letter, so that nothing is loaded where no letter is checked."""
        settings = self.settings
        phrases = [*settings.allowed, settings.organisation, *settings.units, *settings.addresses, *settings.terms]
        for rule in self.rules:
            phrases += rule.known
        words = (word for phrase in phrases for word in phrase.lower().split())
        return Speller(words, settings.known)

    @cached_property
    def _known_forms(self) -> KnownForms:
        """The words of rules in all their forms: *bosociala* of *bosocial*, a term that one of them explains."""
        return KnownForms([*self.settings.known, *self.settings.terms, *self.settings.allowed])

    @cached_property
    def _everyday(self) -> Vocabulary:
        """Words that are everyday ones, or made of such."""
        return Vocabulary()

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every misspelt word of the writer's own, in reading order; one hit alone where the text was badly read."""
        places = sorted(self._places(analysis), key=reading_order)
        small = _small(places)
        step = len(small) // _SAMPLE + 1
        unknown = [words for words in small[::step] if self._may_be_told(words, analysis)]
        if _is_badly_read(len(unknown) * step, analysis):
            if self._scanned is not None:
                yield Hit(self._scanned, unknown[0].block.index, *unknown[0].characters)
            return
        uses = list(self._uses(places, analysis))
        terms = set(_terms(uses, analysis))
        for words, correction in uses:
            rules = self._by_certainty if correction.is_only_one else self._without_fix
            rule = rules.get(correction.is_sure)
            if rule is not None and words.text.lower() not in terms:
                yield Hit(rule, words.block.index, *words.characters, _in_case(words, correction))

    def _uses(self, places: list[_Place], analysis: Analysis) -> Iterator[_Use]:
        """The words that are misspelt: told by the lists first, by the place next and last by what was meant.

        That takes longest, and is asked of so many forms that a text of no language is done with in time.
        """
        looked_at: set[str] = set()
        for block, token in places:
            words, form = WordsAt(block, token, token + 1), block.words[token]
            if not self._may_be_told(words, analysis):
                continue
            looked_at.add(form)
            if len(looked_at) > _MOST:
                return
            correction = self._correction(form)
            if correction is not None and words.tag == "PROPN" and not words.text.islower():
                correction = correction._replace(is_sure=False)  # it may be a name after all
            if correction is not None:
                yield _Use(words, correction)

    def _correction(self, form: str) -> Correction | None:
        """What was meant by the form; None where it is right, or can be put together and little speaks for a slip.

        *rondering*, *aktnumret*, *tining*, which no list has.
        """
        correction = self._speller.correction(form)
        if correction is None or (correction.is_far and self._everyday.holds(form)):
            return None
        if not correction.is_sure and self._known_forms.holds(form):
            return None
        return correction if correction.is_sure or not is_derived(form) else None

    def _may_be_told(self, words: WordsAt, analysis: Analysis) -> bool:
        """Whether it is a word of the writer's own, in text that is meant to be read."""
        if not may_flag(words.block) or not words.block.is_own_words(*words.characters):
            return False
        if is_cut_short(words.text):  # *kostn*, *utredn*: no slip, but a short form
            return False
        return may_be_misspelt(words, analysis.once(names_in), self._speller.lexicon)

    def _places(self, analysis: Analysis) -> Iterator[_Place]:
        """Where a form stands that no list has; a letter has few of them."""
        if len(self._right) > _REMEMBERED:
            self._right.clear()
        for form in analysis.forms - self._right:
            if self._is_right(form):
                self._right.add(form)
            else:
                yield from analysis.places[form]

    def _is_right(self, form: str) -> bool:
        """Whether the lower-case form is listed, made of known words and like no common one, or no word at all."""
        if len(form) < _SHORTEST_SWAPPED or not form.replace("-", "").isalpha() or form.endswith(("-", "nr")):
            return True
        return self._speller.is_right(form)


def _small(places: list[_Place]) -> list[WordsAt]:
    """The words in small letters; none where they are too few to tell anything."""
    found = [WordsAt(block, token, token + 1) for block, token in places]
    small = [words for words in found if words.text.islower()]
    return small if len(small) >= _LEAST_UNKNOWN else []


def _is_badly_read(unknown: int, analysis: Analysis) -> bool:
    """Whether so many of the letter's words are unknown that a scanner and no writer misspelt them."""
    if unknown < _LEAST_UNKNOWN:
        return False
    words = sum(len(form) >= _SHORTEST and form.isalpha() for block in analysis.blocks for form in block.words)
    return words >= _LEAST_WORDS and unknown > _UNKNOWN * words


def _terms(uses: list[_Use], analysis: Analysis) -> Iterator[str]:
    """Words that a specification or a report uses again and again: terms that its readers know."""
    if not uses or analysis.once(is_letter):
        return
    counted = Counter(use.words.text.lower() for use in uses)
    for form, count in counted.items():
        if count >= _OFTEN:
            yield form


def _in_case(words: WordsAt, correction: Correction) -> tuple[str, ...]:
    """The suggestions with the capital of what they replace."""
    if words.text[0].isupper():
        return tuple(word[0].upper() + word[1:] for word in correction.words)
    return correction.words
