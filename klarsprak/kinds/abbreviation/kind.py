"""Short forms found in letters that don't write them out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.abbreviation.fitting import with_participle
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.abbreviation.use import Entry, Use, spellings
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.word_list import WordList
from klarsprak.prose.amount_rows import amount_labels
from klarsprak.prose.capitals import (
    are_among_capitals,
    has_same_capitals,
    is_hard_in_line,
    is_in_name,
    is_no_short_form,
    is_of_capitals,
    words_of_capitals,
)
from klarsprak.prose.cut_words import find_cut_words
from klarsprak.prose.named_codes import is_forms_number, is_named_code
from klarsprak.prose.readable import may_flag
from klarsprak.prose.short_form_sense import says_what_compound_is, says_what_it_is
from klarsprak.prose.short_form_stop import is_plain_word
from klarsprak.prose.units_line import is_in_units_name
from klarsprak.prose.written_out import read_until

_ARTICLE = re.compile(r":(?:n|en|et|t|na|er|ar|erna|arna|ns|ens|ets|ts)(?!\w)")
"""What makes a short form definite or plural: *SIP:en*, *OVK:er*."""


class AbbreviationKind(Kind[AbbreviationRule]):
    """All abbreviations in one word list."""

    rule_type = AbbreviationRule

    def __init__(self, rules: Sequence[AbbreviationRule], settings: RuleSettings) -> None:
        """Put every spelling of every short form in one list."""
        super().__init__(rules, settings)
        self._words: WordList[Entry] = WordList()
        self._by_capitals: dict[str, AbbreviationRule] = {}
        self._others = [rule for rule in rules if rule.capitals]
        self._cut = [rule for rule in rules if rule.cut]
        # What the organisation explains in its own words need not be written out too.
        self._left_to_others = settings.allowed | settings.terms.keys()
        self._listed = {word.lower() for rule in rules for word in rule.words} | self._left_to_others
        for rule in rules:
            for word in rule.words:
                self._add(rule, word)
        self._words.pack()

    def _add(self, rule: AbbreviationRule, word: str) -> None:
        """Look for the short form in its spellings, and for compounds with one of capitals; no explained term."""
        if word.lower() in self.settings.terms:
            return
        for spelling, entry in spellings(rule, word):
            self._words.add(spelling, entry)
        if word.isalpha() and is_of_capitals(word):
            self._by_capitals.setdefault(word, rule)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every short form that the letter should write out: first those that rules list, then words of capitals."""
        uses = [Use(entry, words) for words, entries in self._words.find(analysis) for entry in entries]
        counted = [use for use in uses if _counts(use, analysis) and not use.entry.rule.is_known(analysis)]
        known = _told_from(counted, analysis)
        named = {use.committee_place for use in counted}
        for use in counted:
            if use.start in named:
                continue  # *AU* of *KS/AU* is told with *KS*
            if read_until(use.words.block, analysis) < known.get(use.entry.rule.name, math.inf):
                yield use.hit()
        yield from self._capitals(analysis)
        for rule in self._cut:
            yield from self._cut_off(rule, analysis)

    def _cut_off(self, rule: AbbreviationRule, analysis: Analysis) -> Iterator[Hit]:
        """Words that are cut off and that no rule lists, once each: *kop. av intyget*, *besikt av båten*."""
        seen = {*rule.but_not}
        for block, start, end in find_cut_words(analysis):
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
            for match in words_of_capitals(block, is_read=partial(_is_of_amount, block, analysis)):
                word = match["word"]
                if word in seen or word.lower() in self._left_to_others:
                    continue
                if match["compound"] and says_what_compound_is(WordsAt.covering(block, *match.span())):
                    seen.add(word)  # *PKU-provet är taget. Det är ett stick i hälen.*
                    continue
                rules = self._rules_for(match, block)
                for rule in rules:
                    if rule.may_flag_capitals(word, match[0], block, analysis):
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
        if are_among_capitals(words) or is_named_code(words.text_before) or is_forms_number(words):
            return ()
        if is_in_name(block, match):
            return ()
        return self._others if rule is None or rule.alone else (rule,)


def _told_from(uses: list[Use], analysis: Analysis) -> dict[str, int]:
    """From which place in the letter its reader knows what a rule's short form is, by the rule's name.

    *Vi skriver en SIP. Det är en plan …* helps in its paragraph and after it, and nobody before.
    """
    known: dict[str, int] = {}
    for use in uses:
        name, place = use.entry.rule.name, read_until(use.words.block, analysis)
        if place < known.get(name, math.inf) and says_what_it_is(use.words):
            known[name] = place
    return known


def _is_of_amount(block: AnalysedBlock, analysis: Analysis) -> bool:
    """Whether the block says what an amount is for, in a letter that reckons."""
    return block.index in analysis.once(amount_labels)


def _capitals_hit(rule: AbbreviationRule, block: AnalysedBlock, match: re.Match[str]) -> Hit:
    """The hit, with no suggestion to put in: words around a compound may have to change (*beslut enligt LSS*).

    Where the rule doesn't say what the compound is, its long form stands for the short one: *”LSS” i ”LSS-beslut”*.
    """
    long = rule.long[0] if rule.long else ""
    values = {"long": long, "suggestion": long}
    head = (match["compound"] or "").removeprefix("-")
    compound = (rule.compound(head) or with_participle(head, long)) if head and long else None
    if compound:
        values = {"long": compound, "suggestion": compound}
    elif head:
        values["text"] = f"{match['word']}” i ”{match[0]}"
    return Hit(rule, block.index, *match.span(), values=values)


def _counts(use: Use, analysis: Analysis) -> bool:
    """Whether the short form stands there, as such and in text that is read, and the letter doesn't write it out.

    A look at the whole letter comes last.
    """
    (rule, word, _), words = use
    block, (first, last) = words.block, use.short_form
    if not (rule.in_labels or may_flag(block) or is_hard_in_line(words, word)):
        return False
    if not has_same_capitals(block.text[first:last], word):
        return False
    if is_in_units_name(words) or (word.isupper() and is_no_short_form(words)):
        return False
    if is_plain_word(words, word) or is_forms_number(words):
        return False
    if not rule.once:
        return True
    return not rule.is_written_out_for(block, analysis)
