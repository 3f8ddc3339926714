"""Patterns over the words of a sentence, and how they are matched; ``patterns`` reads how rules write them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from klarsprak.analysis import Analysis, PlacedSentence
from klarsprak.language.analysed import AnalysedBlock, RequiredForms, holds
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.affixes import compiled, put_together
from klarsprak.matching.slot import Slot

Bounds = tuple[int, ...]
"""Where each slot of a match begins, and where the last one ends, in tokens."""
PASSED_ADVERBS = frozenset(
    "alltså dessutom dock däremot därför därmed emellertid fortfarande följaktligen givetvis härmed ju naturligtvis "
    "normalt också självklart således sålunda tyvärr vanligtvis även".split()
)
"""What may stand between any two words of a pattern and changes nothing of it."""
PASSED = PASSED_ADVERBS | {"vi", "du", "ni", "jag"}
"""With the subjects that may stand after a verb of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """A compiled pattern: its slots, the marked part, and the words that it can't do without.

    ``first`` and ``last`` are the first slot of the marked part and the one after it.  ``anchors`` are sets of
    lower-case forms; of each at least one form stands in every match, the rarest first.
    """

    slots: tuple[Slot, ...]
    first: int
    last: int
    anchors: tuple[frozenset[str], ...]
    told_by: tuple[int, frozenset[str]] | None = field(init=False)
    """How many tokens from its beginning a match has one of which forms: the rarest that stand at one place."""
    alone: Slot | None = field(init=False)
    """The one slot of a pattern of one word, as most in conditions are: nothing stands around what fills it."""
    affixes: tuple[str, ...] = field(init=False)
    """The expressions of the slots of beginnings or endings, of each of which every match holds a form."""
    features: frozenset[str] = field(init=False)
    """What every match holds words with."""

    def __post_init__(self) -> None:
        """See which slots stand a known number of tokens from the beginning, and what each match must hold."""
        object.__setattr__(self, "told_by", _told_by(self.slots))
        is_alone = len(self.slots) == 1 and self.slots[0].is_one_token
        object.__setattr__(self, "alone", self.slots[0] if is_alone else None)
        affixes = (slot.affixes for slot in self.slots if slot.affixes and slot.must_stand)
        object.__setattr__(self, "affixes", tuple(affixes))
        features = (slot.features for slot in self.slots if slot.must_stand)
        object.__setattr__(self, "features", frozenset().union(*features))

    @property
    def is_one_of(self) -> frozenset[str]:
        """The words, where a match is one of them and no more; empty where it is anything else."""
        return frozenset() if self.alone is None else self.alone.literal

    @property
    def need(self) -> Need:
        """Whether the pattern looks at more than forms: after a finite verb a subject may stand between two slots."""
        is_one_word = len(self.slots) == 1 and not (self.slots[0].tags or self.slots[0].features)
        return Need.FORMS if is_one_word else Need.MORPHOLOGY

    @property
    def told_by_words(self) -> list[frozenset[str]]:
        """The anchors, and words and ends of words for each of the slots of beginnings or endings that has any."""
        return [*self.anchors, *filter(None, (compiled(affixes).told_by for affixes in self.affixes))]

    def find(self, analysis: Analysis, blocks: Collection[AnalysedBlock] | None = None) -> Iterator[WordsAt]:
        """The marked parts of the matches in a letter, or in some of its blocks.

        Tried only in sentences with all anchors; where many patterns are, see ``index.PatternIndex`` first.
        """
        anchors = self.anchors or self._affixed(analysis)
        if not anchors:
            return self._in_blocks(analysis.blocks if blocks is None else blocks)
        if blocks is None:
            return self._in_sentences(map(analysis.sentences.__getitem__, analysis.sentences_with(anchors)))
        return self._in_sentences(_sentences_with(anchors, blocks))

    def _in_blocks(self, blocks: Collection[AnalysedBlock]) -> Iterator[WordsAt]:
        """The matches of a pattern that no word tells of: each block is gone through, over its sentences' ends."""
        for block in blocks:
            for start, end in self.matches(block, 0, len(block.words)):
                yield WordsAt(block, start, end)

    def _in_sentences(self, sentences: Iterable[PlacedSentence]) -> Iterator[WordsAt]:
        """The matches in sentences that hold all anchors.

        A match never goes beyond its sentence, so that a sentence without one of them has none.
        """
        for block, sentence in sentences:
            for start, end in self.matches(block, sentence.start, sentence.end):
                yield WordsAt(block, start, end)

    def stand_in(self, analysis: Analysis) -> bool:
        """Whether a match stands anywhere in the letter."""
        if not holds(analysis.forms, self.anchors):
            return False
        return bool(self.is_one_of) or next(self.find(analysis), None) is not None

    def _affixed(self, analysis: Analysis) -> tuple[frozenset[str], ...]:
        """Those of the letter's forms that fit the first slot of beginnings or endings; empty where there is none.

        They serve as anchors: of ``åter* beslut`` a letter with *återkalla* can only match where that stands.
        """
        if not self.affixes:
            return ()
        return (compiled(self.affixes[0]).among(analysis.forms, analysis.once(_forms_together)),)

    def occurs(self, block: AnalysedBlock, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether a match stands among the tokens, whose lower-case forms are ``words``."""
        if not holds(words, self.anchors) or not (self.anchors or self._may_be_among(words)):
            return False
        return next(self.matches(block, first, last), None) is not None

    def _may_be_among(self, words: frozenset[str]) -> bool:
        """Whether one of the forms may be what the first slot of beginnings or endings asks for, if there is one."""
        return not self.affixes or compiled(self.affixes[0]).may_be_among(words, put_together(words))

    def may_end_with(self, block: AnalysedBlock, token: int) -> bool:
        """Whether the marked part of a match may end with the token: by the last slot, where that is marked."""
        slot = self.slots[-1]
        return self.last < len(self.slots) or not slot.is_one_token or slot.fits(block, token)

    def matches(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last-plus-one token of the marked part of every match among the tokens from first to last.

        Of matches that begin with the same token the longest counts; none begins within another.
        """
        if not self.features <= block.all_features:  # as in most blocks that have a word like *på* and no supine
            return
        for start in self._starts(block, first, last):
            if start < first:
                continue
            bounds = self._match(block, start, last)
            if bounds is not None:
                first = bounds[-1]
                yield self._marked(bounds)

    def _starts(self, block: AnalysedBlock, first: int, last: int) -> Collection[int]:
        """The tokens at which a match may begin: where a slot near its beginning names its words, only these.

        To look at each token here is much cheaper than to try a match at each.
        """
        if self.told_by is None:
            return self.slots[0].places(block, first, last)
        at, forms = self.told_by
        words = block.words
        starts = [start for start, word in enumerate(words[first + at : last], first) if word in forms]
        if at == 0 or not starts or PASSED.isdisjoint(block.forms):
            return starts
        # With one of them in between a match begins a word earlier.
        earlier = {start - past for start in starts for past in range(_most_passed(words, start + at, at) + 1)}
        return sorted(earlier)

    def opens(self, block: AnalysedBlock, first: int, last: int) -> bool:
        """Whether the marked part of a match begins at ``first``, of the tokens up to ``last``."""
        if self.alone is not None:
            return first < last and self.alone.fits(block, first)
        if self.told_by is not None:
            at, forms = self.told_by
            if forms.isdisjoint(block.words[first + at : last]) or first not in self._starts(block, first, last):
                return False
        bounds = self._match(block, first, last)
        return bounds is not None and self._marked(bounds)[0] == first

    def _match(self, block: AnalysedBlock, token: int, last: int) -> Bounds | None:
        """The longest match at the token; a match without tokens is none."""
        bounds = self._at(block, 0, token, last)
        return bounds if bounds is not None and bounds[-1] > token else None

    def _marked(self, bounds: Bounds) -> tuple[int, int]:
        """The marked part of a match, or all of it where no token fills the marked slots.

        ``du {<ADV>?}`` marks the adverb where one stands, else *du*: an empty mark would show nobody anything.
        """
        start, end = bounds[self.first], bounds[self.last]
        return (start, end) if start < end else (bounds[0], bounds[-1])

    def _at(self, block: AnalysedBlock, number: int, token: int, last: int) -> Bounds | None:
        """Where each slot from ``number`` on begins and the last one ends, in the longest match at ``token``.

        None where the slots don't fit the tokens from there on.
        """
        begun: list[int] = []
        for slot in self.slots[number:] if number else self.slots:
            if slot.least != 1 or slot.most != 1:
                rest = self._at_repeated(block, number + len(begun), token, last)
                return None if rest is None else (*begun, *rest)
            # Between two slots an adverb or a subject may stand: *det kan* **därför** *konstateras*.
            while token < last and not slot.fits(block, token):
                if number + len(begun) == 0 or not _may_be_passed(block, token):
                    return None
                token += 1
            if token == last:
                return None
            begun.append(token)
            token += 1
        return (*begun, token)

    def _at_repeated(self, block: AnalysedBlock, number: int, token: int, last: int) -> Bounds | None:
        """The same for a slot that several tokens may fill, or none: each number of them is tried.

        ``…`` takes up to four words, and the match that ends last is kept.
        """
        slot, best = self.slots[number], None
        for filled in range(slot.most + 1):
            if filled >= slot.least:
                rest = self._at(block, number + 1, token + filled, last)
                best = _longer(best, rest and (token, *rest))
            if token + filled == last or not slot.fits(block, token + filled):
                break
        return best


def _may_be_passed(block: AnalysedBlock, token: int) -> bool:
    """Whether the word is one of the adverbs, or a subject right after a finite verb: *är* **vi** *nödsakade*."""
    if block.words[token] in PASSED_ADVERBS:
        return True
    return block.words[token] in PASSED and token > 0 and "VerbForm=Fin" in block.features[token - 1]


def _most_passed(words: list[str], token: int, at: int) -> int:
    """How many words stand before the token, so near that a match may pass them by."""
    return sum(word in PASSED for word in words[max(0, token - at - 1) : token])


def _told_by(slots: Iterable[Slot]) -> tuple[int, frozenset[str]] | None:
    """The rarest forms that every match has at one place, counted in tokens from its beginning; None without any.

    In *!(fråga|beslut) om om* the token after the first is *om*.
    """
    told = [(at, slot.literal) for at, slot in enumerate(_of_fixed_place(slots)) if slot.literal]
    return min(told, key=lambda each: rareness(each[1]), default=None)


def _of_fixed_place(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots before which no number of tokens is left open."""
    for slot in slots:
        yield slot
        if not slot.is_one_token:
            return


def _forms_together(analysis: Analysis) -> str:
    """The letter's forms put together."""
    return put_together(analysis.forms)


def rareness(forms: frozenset[str]) -> int:
    """Least for the forms that are likely to be rare: long ones."""
    return -min(map(len, forms))


def _sentences_with(required: RequiredForms, blocks: Collection[AnalysedBlock]) -> Iterator[PlacedSentence]:
    """The sentences of the blocks that hold one word form of each of the sets."""
    for block in blocks:
        if holds(block.forms, required):
            for sentence in block.sentences:
                if holds(sentence.forms, required):
                    yield block, sentence


def _longer(best: Bounds | None, other: Bounds | None) -> Bounds | None:
    """The match that ends later; of two that end at the same token, the other one."""
    if best is None or other is None:
        return best or other
    return other if other[-1] >= best[-1] else best
