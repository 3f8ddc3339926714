"""Where the words come from, each with what is known of how common it is."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import log10
from pathlib import Path

from wordfreq import get_frequency_dict

from klarsprak.language.inflection import spellings
from klarsprak.rulebook import packs
from training.lexicon import lookup_table

LETTERS = "a-zåäöéèêëáàüçñøæóôíš"
WORD = re.compile(rf"[{LETTERS}]+(?:[-:][{LETTERS}]+)*")
_IN_TEXT = re.compile(rf"(?<![\w-])[{LETTERS}]{{2,}}(?![\w-])")
KEPT_ASIDE = 500
"""Paragraphs of the statutes, the last ones, that are kept for ``tools.spelling_eval``."""
_OFTEN = 3
"""Uses of a word in the statutes that tell that it isn't misspelt."""
_KNOWN = 2.0
"""How common, on Zipf's scale, a word of wordfreq is that may be known though no lexicon has it."""
_NAME = 1.5
"""The same for what may be a name."""
OWN_WORDS = Path(__file__).parent / "words.txt"
_INFLECTED = frozenset({"NOUN", "VERB", "ADJ"})
_SHARE_OF_LAW = 1.0
"""What is taken off how common a word is in the statutes, which letters are only partly like."""


@dataclass
class Sources:
    """All lists, lower case; ``data`` holds those that this project doesn't."""

    data: Path
    lemmas: dict[str, str] = field(default_factory=dict)

    @cached_property
    def lexicon(self) -> dict[str, str]:
        """Forms of SALDO and their lemmas."""
        pairs = lookup_table().items()
        return {form: lemma for form, lemma in pairs if WORD.fullmatch(form) and WORD.fullmatch(lemma)}

    @cached_property
    def names(self) -> set[str]:
        """Names of SALDO's."""
        return {form.lower() for form in lookup_table() if form[0].isupper() and WORD.fullmatch(form.lower())}

    @cached_property
    def scribe(self) -> dict[str, str]:
        """Forms of Wikidata's nouns and verbs and their lemmas, inflected by the project's own tables."""
        forms: dict[str, str] = {}
        for name, pos in (("nouns", "NOUN"), ("verbs", "VERB")):
            with gzip.open(self.data / f"scribe_{name}.json.gz") as file:
                entries = json.load(file)
            for lemma, entry in entries.items():
                if WORD.fullmatch(lemma) and entry.get("plural") != "isPlural":
                    forms |= dict.fromkeys(_forms(lemma, pos, entry), lemma)
        return forms

    @cached_property
    def frequencies(self) -> dict[str, float]:
        """Zipf's number of forms in wordfreq."""
        return {form: log10(share * 1e9) for form, share in get_frequency_dict("sv", "large").items()}

    @cached_property
    def law(self) -> Counter[str]:
        """Forms in the statutes and how often they stand there."""
        with gzip.open(self.data / "sfs-paragraphs.txt.gz", "rt", encoding="utf-8") as file:
            paragraphs = file.read().split("\n")[:-KEPT_ASIDE]
        counted: Counter[str] = Counter()
        for paragraph in paragraphs:
            counted.update(_IN_TEXT.findall(paragraph))
        return Counter({form: count for form, count in counted.items() if count >= _OFTEN})

    @cached_property
    def rules(self) -> set[str]:
        """Words that the rule packs are about, and what they put instead."""
        rules = packs.load(packs.shipped())
        found: set[str] = set()
        for rule in rules:
            for phrase in (*rule.looked_for, *rule.listed_words, *rule.replacements, *rule.written_out):
                found.update(WORD.findall(phrase.lower()))
        return found

    @cached_property
    def own(self) -> set[str]:
        """Words that letters use and lists lack, gathered by hand."""
        words: set[str] = set()
        for line in OWN_WORDS.read_text(encoding="utf-8").splitlines():
            first, *rest = line.split()
            if first in _INFLECTED:
                words.update(form for lemma in rest for form in spellings(lemma, first, present_participles=True))
            elif first != "#":
                words.update((first, *rest))
        return set(filter(WORD.fullmatch, words))

    @cached_property
    def trusted(self) -> set[str]:
        """Forms of lexicons and lists made by hand."""
        return {*self.lexicon, *self.lexicon.values(), *self.scribe, *self.rules, *self.own}

    @cached_property
    def doubtful(self) -> set[str]:
        """Forms that texts use and no lexicon has: some are misspelt."""
        common = {form for form, zipf in self.frequencies.items() if zipf >= _KNOWN and WORD.fullmatch(form)}
        return (common | set(self.law)) - self.trusted

    @cached_property
    def maybe_names(self) -> set[str]:
        """Forms that may be names: rarer ones, but many of these are misspelt too."""
        return {
            form for form, zipf in self.frequencies.items() if zipf >= _NAME and WORD.fullmatch(form)
        } | self.names

    @cached_property
    def every_lemma(self) -> set[str]:
        """Dictionary forms."""
        return {*self.lexicon.values(), *self.scribe.values()}

    def zipf(self, form: str) -> float:
        """How common a form is."""
        count = self.law.get(form, 0)
        in_law = log10(count / 3.5e-3) - _SHARE_OF_LAW if count else 0.0
        return max(self.frequencies.get(form, 0.0), in_law, 0.0)


def _forms(lemma: str, pos: str, entry: dict[str, str]) -> Iterator[str]:
    """The forms that the entry has, and those that the project's tables add."""
    for form in (lemma, *entry.values(), *spellings(lemma, pos)):
        if form.islower() and WORD.fullmatch(form):
            yield form
