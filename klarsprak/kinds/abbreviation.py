"""``abbreviation``: a short form that the letter doesn't write out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import WordsRule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.definite import is_definite
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.word_list import WordList, words_of
from klarsprak.prose.amount_rows import amount_labels
from klarsprak.prose.capitals import (
    are_among_capitals,
    has_same_capitals,
    is_hard_in_line,
    is_in_name,
    is_named_code,
    is_no_short_form,
    is_of_capitals,
    is_stressed_word,
    with_capitals_of,
    words_of_capitals,
)
from klarsprak.prose.cut_words import find_cut_words
from klarsprak.prose.readable import may_flag
from klarsprak.prose.short_form_sense import says_what_it_is
from klarsprak.prose.short_form_stop import careless_spellings, genitive, has_doubtful_stop, is_plain_word, takes_stop
from klarsprak.prose.units_line import is_in_units_name
from klarsprak.prose.written_out import is_written_out, read_until
from klarsprak.swedish import for_count

_ARTICLE = re.compile(r":(?:n|en|et|t|na|er|ar|erna|arna|ns|ens|ets|ts)(?!\w)")
"""What makes a short form definite or plural: *SIP:en*, *OVK:er*."""


class AbbreviationRule(WordsRule):
    """Spellings of a short form, and what they stand for."""

    kind: Literal["abbreviation"]
    words: Strings = listed("Förkortningen och dess andra skrivsätt. Versaler måste stämma.")
    long: Strings = listed("Det som förkortningen betyder, utskrivet.")
    capitals: bool = Field(
        default=False, description="Flagga varje ord av två till fem versaler som inga andra regler känner till."
    )
    cut: bool = Field(
        default=False,
        description="Flagga ord som slutar med punkt mitt i en mening och som är okända.",
    )
    but_not: Strings = listed("Ord av versaler som läsarna känner till.")
    known_by: Strings = listed(
        "Andra former som visar att brevet har skrivit ut förkortningen, till exempel obestämd form.",
    )
    once: bool = Field(
        default=True,
        description="true: flagga den första gången, om brevet inte skriver ut förkortningen. false: flagga alltid.",
    )
    in_labels: bool = Field(
        default=False, description="Flagga också utanför löpande text: i tabeller, hälsningar och andra korta rader."
    )
    alone: bool = Field(
        default=False,
        description="Flagga inte sammansättningar, där förkortningen kan stå för något annat: TS-plan.",
    )
    placeholders = frozenset({"text", "suggestion", "long"})

    @model_validator(mode="after")
    def _has_words(self) -> AbbreviationRule:
        """Short forms of its own, or all that no rule knows: each needs a message of its own."""
        if [self.capitals, self.cut, bool(self.words)].count(True) != 1:
            raise ValueError("regeln ska ha words och long, capitals: true eller cut: true")
        return self

    @property
    def written_out(self) -> Sequence[str]:
        """What the abbreviations stand for."""
        return self.long

    def is_about(self, block: AnalysedBlock, start: int, end: int) -> bool:
        """Whether the reader has to understand it: so it is with capitals in a whole quoted statement, too."""
        return super().is_about(block, start, end) or (
            is_of_capitals(block.text[start:end]) and block.is_read(start, end)
        )

    @property
    def is_for_labels(self) -> bool:
        """Whether the short form is one that stands in labels and greetings: *Tfn:*, *Mvh*."""
        return self.in_labels

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the long form can be put in; not where the short form's stop may be the sentence's too.

        *Spara kvitton m.m.* asks for *med mera.*, a row of a table or a heading for none.
        """
        return super().is_safe(suggestions) and not suggestions[0].endswith(".")

    def is_written_out_for(self, block: AnalysedBlock, analysis: Analysis, *words: str) -> bool:
        """Whether the block's reader knows the short form, in one of its spellings or one of those given."""
        return is_written_out(block, analysis, (*self.words, *words), (*self.long, *self.known_by))

    def may_flag_capitals(self, word: str, block: AnalysedBlock, analysis: Analysis) -> bool:
        """Whether the rule flags a word of capitals that it doesn't list.

        *KSAU* the first time in a letter that hasn't said what it is; not *SVT*, which readers know.
        """
        if word in self.but_not or is_stressed_word(word):
            return False
        return not self.is_written_out_for(block, analysis, word)


class _Entry(NamedTuple):
    """A spelling of a rule's short form and what to write for it."""

    rule: AbbreviationRule
    word: str
    long: tuple[str, ...]


class _Use(NamedTuple):
    """Words that are a short form."""

    entry: _Entry
    words: WordsAt

    @property
    def place(self) -> tuple[int, int]:
        """Its characters, without the full stop that is the sentence's.

        *enligt 13 kap. KL.*: the stop that the tokeniser took for a part of *KL.* is the sentence's.
        """
        first, last = self.words.characters
        ends_in_stop = self.words.block.text[last - 1] == "."
        if ends_in_stop and self.entry.word[-1].isupper():
            return first, last - 1
        return first, last

    def hit(self) -> Hit:
        """The hit, with the long forms as they fit there: *Bland annat* for *Bl.a.*; the message shows the first."""
        rule = self.entry.rule
        before = self.words.block.text[: self.place[0]]
        long = tuple(for_count(_fitted(form, self), before) for form in self.entry.long)
        values = {"long": for_count(rule.long[0], before)}
        return Hit(rule, self.words.block.index, *self.place, long, values, needs_person=self._may_not_fit())

    def _may_not_fit(self) -> bool:
        """Whether the long form may have the wrong form there, as nouns of capitals have only one.

        *en* **VA** is no *en vatten och avlopp*, **ÅDT** *är hög* needs *antalet*, *LSS/***SoF** names a unit.
        """
        (first, last), text = self.place, self.words.block.text
        is_beside_slash = "/" in (text[first - 1 : first], text[last : last + 1])
        if is_beside_slash or has_doubtful_stop(text, last, in_label=self.entry.rule.in_labels):
            return True
        return is_of_capitals(self.entry.word) and not is_definite(self.entry.rule.long[0])


class AbbreviationKind(Kind[AbbreviationRule]):
    """All abbreviations in one word list."""

    rule_type = AbbreviationRule

    def __init__(self, rules: Sequence[AbbreviationRule], settings: RuleSettings) -> None:
        """Put every spelling of every short form in one list."""
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        self._by_capitals: dict[str, AbbreviationRule] = {}
        self._others = [rule for rule in rules if rule.capitals]
        self._cut = [rule for rule in rules if rule.cut]
        # What the organisation explains in its own words need not be written out too.
        self._left_to_others = settings.allowed | settings.terms.keys()
        self._listed = {word.lower() for rule in rules for word in rule.words} | self._left_to_others
        for rule in rules:
            for word in rule.words:
                self._add(rule, word)

    def _add(self, rule: AbbreviationRule, word: str) -> None:
        """Look for the short form in its spellings, and for compounds with one of capitals; no explained term."""
        if word.lower() in self.settings.terms:
            return
        for spelling, entry in _spellings(rule, word):
            self._words.add(spelling, entry)
        if word.isalpha() and is_of_capitals(word):
            self._by_capitals.setdefault(word, rule)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every short form that the letter should write out: first those that rules list, then words of capitals."""
        uses = [_Use(entry, words) for words, entries in self._words.find(analysis) for entry in entries]
        counted = [use for use in uses if _counts(use, analysis)]
        known = _told_from(counted, analysis)
        for use in counted:
            if read_until(use.words.block, analysis) < known.get(use.entry.rule.name, math.inf):
                yield use.hit()
        yield from self._capitals(analysis)
        for rule in self._cut:
            yield from self._cut_off(rule, analysis)

    def _cut_off(self, rule: AbbreviationRule, analysis: Analysis) -> Iterator[Hit]:
        """Words that are cut off and that no rule lists, once each: *kop. av intyget*, *besikt av båten*."""
        seen = {*rule.but_not}
        for block in analysis.blocks:
            for start, end in find_cut_words(block):
                bare = block.text[start:end].removesuffix(".")
                if bare not in seen and not self._lists(block.text[start : end + 1].lower(), bare.lower()):
                    seen.add(bare)
                    yield Hit(rule, block.index, start, end)

    def _lists(self, text: str, bare: str) -> bool:
        """Whether a rule lists the word, which another may tell as it stands: with a stop, if it has one."""
        return bare in self._listed or ("." in text and f"{bare.replace('. ', '.')}." in self._listed)

    def _capitals(self, analysis: Analysis) -> Iterator[Hit]:
        """Compounds with a known short form, and capitals that no rule knows, the first time each.

        *LSS-beslut* where *LSS* is listed, *KSAU* where it isn't.
        """
        seen: set[str] = set()
        for block in analysis.blocks:
            for match in words_of_capitals(block, is_read=block.index in analysis.once(amount_labels)):
                word = match["word"]
                if word in seen or word.lower() in self._left_to_others:
                    continue
                rules = self._rules_for(match, block)
                for rule in rules:
                    if rule.may_flag_capitals(word, block, analysis):
                        seen.add(word)
                        yield _capitals_hit(rule, block, match)

    def _rules_for(self, match: re.Match[str], block: AnalysedBlock) -> Sequence[AbbreviationRule]:
        """The rule that knows the capitals, if these are part of a compound; else those for unknown ones.

        *LSS* alone has been looked for as a word, in the genitive too; in *BESLUT OM LOV* capitals say nothing.
        """
        rule = self._by_capitals.get(match["word"])
        if rule is not None and not (match["compound"] or _ARTICLE.match(block.text, match.end())):
            return ()
        words = WordsAt.covering(block, *match.span())
        if are_among_capitals(words) or is_named_code(words.text_before) or is_in_name(block, match):
            return ()
        return self._others if rule is None or rule.alone else (rule,)


def _told_from(uses: list[_Use], analysis: Analysis) -> dict[str, int]:
    """From which place in the letter its reader knows what a rule's short form is, by the rule's name.

    *Vi skriver en SIP. Det är en plan …* helps in its paragraph and after it, and nobody before.
    """
    known: dict[str, int] = {}
    for use in uses:
        name, place = use.entry.rule.name, read_until(use.words.block, analysis)
        if place < known.get(name, math.inf) and says_what_it_is(use.words):
            known[name] = place
    return known


def _capitals_hit(rule: AbbreviationRule, block: AnalysedBlock, match: re.Match[str]) -> Hit:
    """The hit, without a suggestion to put in: a compound has to be rebuilt (*beslut enligt LSS*).

    What the long form stands for is the short one: *”LSS” i ”LSS-beslut”*.
    """
    long = rule.long[0] if rule.long else ""
    values = {"long": long, "suggestion": long}
    if match["compound"]:
        values["text"] = f"{match['word']}” i ”{match[0]}"
    return Hit(rule, block.index, *match.span(), values=values)


def _spellings(rule: AbbreviationRule, word: str) -> Iterator[tuple[str, _Entry]]:
    """What to look for, and what it says: the short form, with the sentence's stop, in the genitive.

    *KL*, *KL.*, *KL:s*: each is looked for as it stands.
    """
    entry = _Entry(rule, word, tuple(rule.long))
    yield word, entry
    for careless in careless_spellings(word):
        yield careless, _Entry(rule, careless, entry.long)
    # The tokeniser takes the stop after some of them for a part: “enligt 13 kap. KL.”
    if word.isupper() and len(words_of(f"{word}.")) == 1:
        # The stop of capitals is the sentence's; that of small letters may be either's.
        yield f"{word}.", entry
    if word[-1:].isupper():
        yield f"{word}:s", _Entry(rule, f"{word}:s", tuple(map(genitive, rule.long)))


def _counts(use: _Use, analysis: Analysis) -> bool:
    """Whether the short form stands there, as such and in text that is read, and the letter doesn't write it out.

    A look at the whole letter comes last.
    """
    (rule, word, _), words = use
    block, (first, last) = words.block, use.place
    if not (rule.in_labels or may_flag(block) or is_hard_in_line(words, word)):
        return False
    if not has_same_capitals(block.text[first:last], word):
        return False
    if is_in_units_name(words) or (word.isupper() and is_no_short_form(words)):
        return False
    if is_plain_word(words, word):
        return False
    if not rule.once:
        return True
    return not rule.is_written_out_for(block, analysis)


def _fitted(long: str, use: _Use) -> str:
    """The long form with the capital that begins a sentence and the full stop that ends one."""
    (rule, word, _), words = use
    fitted = with_capitals_of(long, word, words)
    if (words.block.is_prose or not rule.in_labels) and takes_stop(words, word):
        return f"{fitted}."
    return fitted
