"""Measures of how hard a text is to read.

LIX: Björnsson, *Läsbarhet* (1968).  OVIX: Hultman & Westman, *Gymnasistsvenska* (1977).  Nominal ratio, the full
form: nouns, prepositions and participles to pronouns, adverbs and verbs (Melin & Lange, *Att analysera text*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress
from math import log

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, has_letters

LONG_WORD = 7
"""Letters from which LIX counts a word as long."""
_SIGNS = frozenset(".,:;()–-”!?/§\n")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP"})
_VERBAL = frozenset({"PRON", "ADV", "VERB", "AUX"})
_PARTICIPLES = frozenset({"VERB", "ADJ"})
"""The parts of speech that participles may be tagged as."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The number of words in running text and the measures, rounded; a measure that can't be had is left out."""

    words: int
    values: dict[str, float]


@dataclass(slots=True)
class _RunningText:
    """The words of a letter's running text, signs left out, and the number of its sentences."""

    forms: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    features: list[frozenset[str]] = field(default_factory=list)
    sentences: int = 0

    def add(self, block: AnalysedBlock) -> None:
        """Count a block in.

        A sentence of signs alone, such as *…*, is none.
        """
        # Most words are all letters, which tells fastest; *bl.a.* and *SFI-kurs* are words too.
        words = [form.isalnum() or (form not in _SIGNS and has_letters(form)) for form in block.words]
        self.forms += compress(block.words, words)
        self.tags += compress(block.tags, words)
        self.features += compress(block.features, words)
        self.sentences += sum(True in words[sentence.start : sentence.end] for sentence in block.sentences)


def measure(analysis: Analysis) -> Measures:
    """Measure the letter's running text; nominal ratio and passive share only where it is tagged."""
    return analysis.once(_measured)


def _measured(analysis: Analysis) -> Measures:
    """The same, measured anew.

    Labels, addresses and tables would make any letter easy.
    """
    text = _RunningText()
    for block in analysis.blocks:
        if block.is_prose:
            text.add(block)
    return Measures(len(text.forms), dict(_values(text)))


def _values(text: _RunningText) -> Iterator[tuple[str, float]]:
    """The measures by name, in the order in which they are shown.

    A measure that can't be had has no name there.
    """
    if text.forms:
        yield "lix", _lix(text)
        yield from _ovix(text.forms)
        yield "words_per_sentence", round(_words_per_sentence(text), 1)
    if any(text.tags[:1]):  # else the text isn't tagged
        yield from _by_word_class(text)


def _words_per_sentence(text: _RunningText) -> float:
    """The words of a sentence on average."""
    return len(text.forms) / text.sentences


def _lix(text: _RunningText) -> int:
    """The words of a sentence on average, plus the long words' per cent of all.

    Below 30 a text is easy, above 60 very hard.
    """
    long = sum(len(form) >= LONG_WORD for form in text.forms)
    share = 100 * long / len(text.forms)
    return round(_words_per_sentence(text) + share)


def _ovix(forms: list[str]) -> Iterator[tuple[str, float]]:
    """How varied the words are: the ordvariationsindex of ``tokens`` words, of which ``types`` differ.

    No measure where there is one word alone, or none comes twice: the formula divides by zero.
    """
    tokens = len(forms)
    types = len(set(forms))
    if 1 < types < tokens:
        ratio = log(types) / log(tokens)
        yield "ovix", round(log(tokens) / log(2 - ratio))


def _by_word_class(text: _RunningText) -> Iterator[tuple[str, float]]:
    """The nominal ratio and the passives' share of the finite verbs.

    Participles count as nouns do, whatever the tagger takes them for.
    """
    counts: Counter[str] = Counter()
    participles: Counter[str] = Counter()
    passive = 0
    # A text has few combinations of a class and features: each is looked at once.
    combinations = Counter(zip(text.tags, text.features, strict=True))
    for (tag, features), number in combinations.items():
        counts[tag] += number
        if tag in _PARTICIPLES and "VerbForm=Part" in features:
            participles[tag] += number
        elif tag == "VERB" and "Voice=Pass" in features:
            passive += number
    nominal = _sum(counts, _NOMINAL) + participles.total()
    verbal = _sum(counts, _VERBAL) - participles["VERB"]
    verbs = counts["VERB"] - participles["VERB"]
    yield from _ratio("nominal_ratio", nominal, verbal)
    yield from _ratio("passive_share", passive, verbs)


def _sum(counts: Counter[str], tags: frozenset[str]) -> int:
    """The number of words of those parts of speech."""
    return sum(map(counts.__getitem__, tags))


def _ratio(name: str, part: int, whole: int) -> Iterator[tuple[str, float]]:
    """The measure, if there is anything to compare with.

    A letter without a verb has none.
    """
    if whole:
        yield name, round(part / whole, 2)
