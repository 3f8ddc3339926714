"""``rare``: words that are no part of everyday Swedish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Words, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.everyday.vocabulary import Vocabulary
from klarsprak.language.everyday.words import lemma_of
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressed import is_letter
from klarsprak.prose.explained import is_explained
from klarsprak.prose.other_language import is_in_other_language
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import may_flag
from klarsprak.prose.species import is_of_species

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_SHORTEST = 5
"""Shorter words are abbreviations, names and the like more often than hard words."""
_SHORTEST_FIRST = 3
"""Letters of a compound's first part."""
_SHORTEST_LAST = 7
"""Letters of a listed word that ends compounds: shorter ones end others by chance (*t-urban*)."""
_MOST = 500
"""Rare words that are looked at: a text with more of them is a list or noise, and nobody goes through the rest."""
_REMEMBERED = 50_000
"""Words whose answer is kept."""
_PARTED_BEFORE = re.compile(r"\w[-—–]\s$")
_PARTED_AFTER = re.compile(r"[-—–]\s")
_OFTEN = 5
"""Uses of a word that tell that the text is about it."""

_DATE_PATTERN = re.compile(r"[yåmdhst]+")
"""*yyyymmdd*, *ååååmmdd*, *hhmmss*: a pattern of figures."""
_CODE = re.compile(r"_|[a-zåäö][A-ZÅÄÖ]")
"""What the names of fields hold: *care_unit_id*, *careUnitId*."""
_NEAR = 24
"""Characters on each side of a word in which such a name tells that the word is one too."""


class RareRule(Rule):
    """Words that few texts use, each once a letter, where the letter doesn't explain them."""

    kind: Literal["rare"]
    familiar: Words = listed(
        "Ord i grundform som läsarna känner till fast de är ovanliga i andra texter. "
        "Sammansättningar med dem räknas också som kända.",
    )
    words: Words = listed(
        "Ord i grundform som regeln flaggar i stället, fast de är vanliga i tidningar och på webben. Regeln flaggar "
        "också sammansättningar som slutar med ett av de längre orden.",
    )
    last: Words = listed(
        "Sista led: regeln flaggar i stället sammansättningar som slutar så och som ingen ordlista har. Ett ord i "
        "plural eller bestämd form hittas av grundformen.",
    )

    @property
    def gives_way_to(self) -> frozenset[str]:
        """A misspelt word isn't told to be rare too."""
        return frozenset({"spelling"})

    def need(self) -> Need:
        """Names and function words are told by their part of speech."""
        return super().need() | Need.MORPHOLOGY

    def ends(self, lemma: str) -> bool:
        """Whether the word is a compound with one of the last parts that the rule is about: *besöks***bevis**."""
        if "-" in lemma:
            return False
        return any(lemma.endswith(part) and len(lemma) - len(part) >= _SHORTEST_FIRST for part in self.last)


class _Use(NamedTuple):
    """A word in the letter, its dictionary form, and the rule that it breaks."""

    words: WordsAt
    lemma: str
    rule: RareRule


class RareKind(Kind[RareRule]):
    """Remembers of each form whether it is everyday: most of a letter's words have been met before."""

    rule_type = RareRule

    def __init__(self, rules: Sequence[RareRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._passed: set[str] = set()
        """Forms that no rule has to say anything of."""
        self._rare: set[str] = set()
        self._of_words = [rule for rule in rules if not rule.last and not rule.words]
        self._of_compounds = [rule for rule in rules if rule.last]
        parts = {part for rule in self._of_compounds for part in rule.last}
        self._last = tuple({part.removesuffix("e") for part in parts})
        self._listed = self._not_allowed({word: rule for rule in rules for word in rule.words})
        """Hard words by their dictionary form, and the rule that has each."""
        self._longest_listed = max(map(len, self._listed), default=0)

    def _not_allowed(self, listed: dict[str, RareRule]) -> dict[str, RareRule]:
        """The listed words without those that the organisation uses."""
        allowed = {word.lower() for word in (*self.settings.allowed, *self.settings.terms)}.union(self.settings.known)
        allowed |= set(map(lemma_of, allowed))
        return {word: rule for word, rule in listed.items() if word not in allowed}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """Made at the first letter, so that nothing is loaded where no letter is checked."""
        settings = self.settings
        familiar = [*settings.allowed, *settings.terms]
        for rule in self.rules:
            familiar += rule.familiar
        for unit in settings.units:
            familiar += unit.split()
        return Vocabulary(familiar, settings.known, whole_verbs=True)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The first use of each rare word that the letter doesn't explain.

        A word that the letter explains at one use is explained at all.
        """
        if not any(rule.is_for(analysis) for rule in self.rules):
            return
        uses = list(_of_first_words(self._uses(analysis)))
        done = {use.lemma for use in uses if is_explained(use.words, analysis)}
        done.update(_subjects(uses, analysis))
        for words, lemma, rule in uses:
            if lemma not in done:
                done.add(lemma)
                yield Hit(rule, words.block.index, *words.characters)

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        """Every rare word of the writer's own, in reading order.

        Told by the form first and by the lemma last, which takes longest.
        """
        for block, token in sorted(self._rare_places(analysis), key=reading_order):
            if not _is_content(block, token):
                continue
            words = WordsAt(block, token, token + 1)
            if not _may_be_flagged(words):
                continue
            lemma = block.lemma(token)
            rule = self._rule_for(lemma, block.words[token])
            if rule is not None and (rule.last or rule.words or words.text.islower()):
                yield _Use(words, lemma, rule)

    def _rule_for(self, lemma: str, form: str) -> RareRule | None:
        """The rule that the word breaks, if any; a form may be rare of a word that is not."""
        if (listed := self._listed_rule(form) or self._listed.get(lemma)) is not None:
            return listed
        if self._of_words and self._is_rare(lemma) and self._is_rare(form):
            return self._of_words[0]
        if self._vocabulary.has_whole(form) or self._vocabulary.has_whole(lemma) or is_office_or_law(form):
            return None
        return next((rule for rule in self._of_compounds if rule.ends(lemma)), None)

    def _rare_places(self, analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int]]:
        """Where a form stands that is rare.

        A letter has few of them.
        """
        for form in analysis.forms - self._passed:
            if any(part in form for part in self._last) or self._is_rare(form) or self._listed_rule(form):
                yield from analysis.places[form]
            else:
                self._passed.add(form)

    def _listed_rule(self, form: str) -> RareRule | None:
        """The rule that lists the word, or the end of what is a compound of it."""
        if not self._listed:
            return None
        lemma = lemma_of(form)
        if (rule := self._listed.get(lemma)) is not None:
            return rule
        first_cut = max(_SHORTEST_FIRST, len(lemma) - self._longest_listed)  # no more ends than there can be listed
        for cut in range(first_cut, len(lemma) - _SHORTEST_LAST + 1):
            if lemma[cut:] in self._listed and self._vocabulary.begins_compounds(lemma[:cut]):
                return self._listed[lemma[cut:]]
        return None

    def _is_rare(self, word: str) -> bool:
        """Whether the word, lower case, is rare; looked up once.

        All that is remembered goes at once when it grows too large.
        """
        if word in self._rare:
            return True
        if word in self._passed:
            return False
        if len(self._passed) > _REMEMBERED:
            self._passed.clear()
            self._rare.clear()
        is_rare = self._looks_rare(word)
        if is_rare:
            self._rare.add(word)
        return is_rare

    def _looks_rare(self, word: str) -> bool:
        """The same, looked up: no everyday word or compound of such, and no office (*miljöinspektören*)."""
        if not _is_plain_word(word):
            return False
        if self._vocabulary.holds(word):
            return False
        return not is_office_or_law(word)


def _of_first_words(uses: Iterable[_Use]) -> Iterator[_Use]:
    """The uses of the words that come first, as many as are looked at, and of no others."""
    met: set[str] = set()
    for use in uses:
        if use.lemma in met or len(met) < _MOST:
            met.add(use.lemma)
            yield use


def _subjects(uses: list[_Use], analysis: Analysis) -> Iterator[str]:
    """The words that a specification or a report is about: it uses them again and again, and its readers know them.

    A letter's reader doesn't: there a rare word is as hard the fifth time.
    """
    if not uses or analysis.once(is_letter):
        return
    counted = Counter(use.lemma for use in uses)
    for lemma, count in counted.items():
        if count >= _OFTEN:
            yield lemma


def _is_plain_word(word: str) -> bool:
    """Whether it is a word of letters, long enough and whole: no *bygg-*, no *§-tecken*, no *yyyymmdd*.

    *kommun-* of *kommun- och regionfrågor* is half a word, *sender-request-id* the name of a field.
    """
    if len(word) < _SHORTEST or word[-1] == "-":
        return False
    if word.count("-") > 1 or _DATE_PATTERN.fullmatch(word):
        return False
    return word.replace("-", "").isalpha()


def _is_content(block: AnalysedBlock, token: int) -> bool:
    """Whether the token is a noun, verb, adjective or adverb in text that is meant to be read.

    Function words are few, and all of them are everyday words.
    """
    if block.tags[token] not in _CONTENT:
        return False
    return may_flag(block)


def _is_half(words: WordsAt) -> bool:
    """Whether the word is half of one that a hyphen or a dash parts: *tele— fonnummer*, *kammarrät- ten*."""
    start, end = words.characters
    text = words.block.text
    return (
        _PARTED_BEFORE.search(text[max(0, start - 3) : start]) is not None
        or _PARTED_AFTER.match(text, end) is not None
    )


def _is_near_code(words: WordsAt) -> bool:
    """Whether the name of a field stands beside the word: *fälten employee och careUnitId*, *_employee*."""
    start, end = words.characters
    return _CODE.search(words.block.text[max(0, start - _NEAR) : end + _NEAR]) is not None


def _may_be_flagged(words: WordsAt) -> bool:
    """Whether the word is Swedish, the writer's own and no name; a capital that begins a sentence may be a name's.

    *ecgResult* is a field's name.
    """
    opens = words.is_first_in_sentence and words.text[1:].islower()
    if not (opens or words.text.islower()) or _is_half(words) or _is_near_code(words):
        return False
    if not words.block.is_own_words(*words.characters):
        return False
    return not (is_in_other_language(words) or is_foreign(words) or is_of_species(words))
