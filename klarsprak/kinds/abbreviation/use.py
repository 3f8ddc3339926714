"""A short form as it stands in a letter, and what to write for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.kinds.abbreviation.fitting import (
    committee_after,
    fitted_to,
    owning,
    owns_what_follows,
    wants_another_form,
    with_committee,
)
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.kind import Hit
from klarsprak.language.grammar.definite import is_definite
from klarsprak.language.inflection import agree
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.word_list import words_of
from klarsprak.prose.capitals import is_of_capitals, with_capitals_of
from klarsprak.prose.short_form_stop import careless_spellings, genitive, has_doubtful_stop, takes_stop
from klarsprak.swedish import for_count


class Entry(NamedTuple):
    """A spelling of a rule's short form and what to write for it; nothing where no form of the long one fits."""

    rule: AbbreviationRule
    word: str
    long: tuple[str, ...]


class Use(NamedTuple):
    """Words that are a short form."""

    entry: Entry
    words: WordsAt

    @property
    def place(self) -> tuple[int, int]:
        """Its characters, without the full stop that is the sentence's, and with */AU* of *KS/AU*, which is one body.

        *enligt 13 kap. KL.*: the stop that the tokeniser took for a part of *KL.* is the sentence's.
        """
        first, last = self.short_form
        return first, last + len(self.committee)

    @property
    def committee(self) -> str:
        """What a slash joins to it: */AU* of *KS/AU*; else empty."""
        return committee_after(self.words.block.text, self.short_form[1])

    @property
    def short_form(self) -> tuple[int, int]:
        """Its characters without what a slash joins to it."""
        first, last = self.words.characters
        ends_in_stop = self.words.block.text[last - 1] == "."
        if ends_in_stop and self.entry.word[-1].isupper():
            return first, last - 1
        return first, last

    @property
    def start(self) -> tuple[int, int]:
        """Its block, and its first character there."""
        return self.words.block.index, self.place[0]

    @property
    def committee_place(self) -> tuple[int, int] | None:
        """Where *AU* of *KS/AU* starts; None for a short form alone."""
        return (self.words.block.index, self.short_form[1] + 1) if self.committee else None

    def hit(self) -> Hit:
        """The hit, with the long forms as they fit there: *Bland annat* for *Bl.a.*; the message shows the first."""
        rule = self.entry.rule
        before = self.words.block.text[: self.place[0]]
        agreeing = [fitted_to(form, self.words) for form in _agreeing(self)]
        if self.committee:
            agreeing = [with_committee(form, self.committee) for form in agreeing]
        long = tuple(owning(for_count(_fitted(form, self), before), self.words) for form in agreeing)
        # Where no form fits the message names the long form as it stands.
        named = for_count(agreeing[0] if agreeing else rule.long[0], before)
        values = {"long": named} if long else {"long": named, "suggestion": named}
        return Hit(rule, self.words.block.index, *self.place, long, values, needs_person=self._may_not_fit())

    def _may_not_fit(self) -> bool:
        """Whether the long form may have the wrong form there, as nouns of capitals have only one.

        *en* **VA** is no *en vatten och avlopp*, **ÅDT** *är hög* needs *antalet*, *LSS/***SoF** names a unit.
        """
        rule, word, _ = self.entry
        (first, last), text, long = self.short_form, self.words.block.text, rule.long[0]
        if "/" in (text[first - 1 : first], text[last : last + 1]):
            return True
        if owns_what_follows(long, self.words) or wants_another_form(long, self.words):
            return True
        if has_doubtful_stop(text, last, in_label=rule.in_labels):
            return True
        return is_of_capitals(word) and not is_definite(long)


def spellings(rule: AbbreviationRule, word: str) -> Iterator[tuple[str, Entry]]:
    """What to look for, and what it says: the short form, with the sentence's stop, in the genitive.

    *KL*, *KL.*, *KL:s*: each is looked for as it stands.
    """
    entry = Entry(rule, word, tuple(rule.long))
    yield word, entry
    for careless in careless_spellings(word):
        yield careless, Entry(rule, careless, entry.long)
    # The tokeniser takes the stop after some of them for a part: “enligt 13 kap. KL.”
    if word.isupper() and len(words_of(f"{word}.")) == 1:
        # The stop of capitals is the sentence's; that of small letters may be either's.
        yield f"{word}.", entry
    if word[-1:].isupper():
        yield f"{word}:s", Entry(rule, f"{word}:s", tuple(filter(None, map(genitive, rule.long))))


def _agreeing(use: Use) -> tuple[str, ...]:
    """The long forms; of those of one adjective only the one that the noun after it asks for: *så kallat* *intyg*."""
    long, (block, _, end) = use.entry.long, use.words
    if len(long) <= 1 or end >= use.words.sentence.end or block.tags[end] != "NOUN":
        return long
    noun, (*rest, adjective) = block.morphology(end), long[0].split()
    if "Gender" not in noun or "Number" not in noun:
        return long  # such as a foreign noun
    meant = " ".join([*rest, agree(adjective, noun["Gender"], noun["Number"], "Ind") or ""])
    return (meant,) if meant in long else long


def _fitted(long: str, use: Use) -> str:
    """The long form with the capital that begins a sentence and the full stop that ends one."""
    (_, word, _), words = use
    fitted = with_capitals_of(long, word, words)
    if words.block.is_prose and takes_stop(words, word):
        return f"{fitted}."
    return fitted
