"""``sentence``: a sentence that is hard to take in by its build."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.grammar.clauses import SentenceForms
from klarsprak.language.grammar.counting import Measured
from klarsprak.language.grammar.measures import FORMS_ONLY, Measure, least, measured, measured_again
from klarsprak.language.grammar.tails import NEW_START, tail_of
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt

_SAME_FAULT: dict[Measure, Measure] = {
    "undivided": "words",
    "tangled": "words",
    "tail": "words",
    "first_clause": "before_verb",
    "chain": "prepositions",
}
"""Measures of one fault, of which one remark is enough."""


class SentenceRule(Rule):
    """A measure of a sentence and its limit."""

    kind: Literal["sentence"]
    measure: Measure = Field(
        description="words: antal ord. undivided: antal ord, om meningen inte är flera korta huvudsatser. "
        "clauses: antal bisatser. tangled: antal ord, om meningen har minst tre bisatser. "
        "nested: bisatser inuti varandra. "
        "before_verb: ord före huvudsatsens verb. "
        "first_clause: ord i en bisats som står först och är längre än resten. "
        "distance: ord mellan subjekt och verb. split_verb: ord mellan hjälpverb och verb. "
        "modifiers: ord mellan artikel och substantiv. prepositions: prepositionsfraser i rad. "
        "chain: substantiv som prepositioner håller ihop, när minst två säger vad någon gör. "
        "series: led i en uppräkning. negations: nekande ord. splices: huvudsatser med bara komma emellan. "
        "tail: antal ord, om en ny tanke hänger efter meningen med varför, varvid eller varefter."
    )
    max: int = Field(description="Högsta antal som går an.", ge=0)
    min_words: int = Field(default=0, description="Kortare meningar prövas inte.", ge=0)
    placeholders = frozenset({"text", "value", "max", "last", "tail", "start"})

    @property
    def fault(self) -> str:
        """The measure: a long sentence may have its verb late, too, but two rules on its length say one thing.

        So do two on what comes before the verb.
        """
        return _SAME_FAULT.get(self.measure, self.measure)

    def is_about(self, block: AnalysedBlock, start: int, end: int) -> bool:
        """A sentence with somebody's words in it is built by the writer, unless they are most of it."""
        return self.everywhere or block.is_mostly_own(start, end)

    def need(self) -> Need:
        """Counting words needs forms only, the rest morphology."""
        return super().need() | (Need.FORMS if self.measure in FORMS_ONLY else Need.MORPHOLOGY)


class _Limit(NamedTuple):
    """A rule, and what a look at a sentence's words tells before it is measured."""

    rule: SentenceRule
    shortest: int
    """Tokens that a sentence beyond the limit has at least."""
    fewest: float
    """It has more of the signs than so many."""


class _Beyond(NamedTuple):
    """A rule whose limit a sentence is beyond, and where."""

    rule: SentenceRule
    place: tuple[int, int]
    """In code points of the block's text."""
    values: Mapping[str, object]
    """What the message tells."""


class _Signed(NamedTuple):
    """Limits that the same words tell of, which are counted once a sentence."""

    signs: frozenset[str]
    """None where words don't tell."""
    limits: list[_Limit]
    shortest: int
    """The least of the limits' own."""

    def may_hold(self, sentence: Sentence) -> bool:
        """Whether the sentence may be beyond one of the limits: a glance, since most aren't."""
        if sentence.end - sentence.start < self.shortest:
            return False
        return not (self.signs and self.signs.isdisjoint(sentence.forms))

    def possible(self, forms: list[str]) -> list[_Limit]:
        """The limits that a sentence of these words may be beyond."""
        length = len(forms)
        number = sum(map(self.signs.__contains__, forms)) if self.signs else 1
        return [limit for limit in self.limits if length >= limit.shortest and number > limit.fewest]


def _by_signs(rules: Sequence[SentenceRule]) -> list[_Signed]:
    """The rules' limits, grouped by the words that tell of them: *att*, *som* and *när* tell of four."""
    groups: defaultdict[frozenset[str], list[_Limit]] = defaultdict(list)
    for rule in rules:
        signs, fewest = least(rule.measure, rule.max)
        groups[signs].append(_Limit(rule, max(rule.min_words, rule.max + 1), fewest))
    return [_Signed(signs, limits, min(limit.shortest for limit in limits)) for signs, limits in groups.items()]


class SentenceKind(Kind[SentenceRule]):
    """Measures each sentence of running text."""

    rule_type = SentenceRule

    def __init__(self, rules: Sequence[SentenceRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._signed = _by_signs(rules)
        self._shortest = min((each.shortest for each in self._signed), default=0)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each sentence and rule where the measure is beyond the limit, on the words that make it so.

        *Om du, som …, ska …*: the flagged words are those between.
        """
        for block in filter(_is_prose, analysis.blocks):
            for rule, place, values in block.analysed.once(self, partial(self._beyond, block)):
                yield Hit(rule, block.index, *place, values=values)

    def _beyond(self, block: AnalysedBlock) -> list[_Beyond]:
        """The limits that the sentences of a block are beyond: its text decides them all."""
        found: list[_Beyond] = []
        for sentence in block.sentences:
            if sentence.end - sentence.start < self._shortest:
                continue
            signed = [each for each in self._signed if each.may_hold(sentence)]
            if signed and not _holds_code(block.block.text, sentence):
                found += _beyond(signed, WordsAt(block, sentence.start, sentence.end))
        return found


def _is_prose(block: AnalysedBlock) -> bool:
    return block.is_prose


def _holds_code(text: str, sentence: Sentence) -> bool:
    """Whether the sentence holds what programs read, of which no verb can be told: *cn=x,ou=y,o=Inera*."""
    start, end = sentence.characters
    return _ASSIGNS.search(text, start, end) is not None


_ASSIGNS = re.compile(r"\w=\w")


def _beyond(signed: list[_Signed], words: WordsAt) -> Iterator[_Beyond]:
    """Each of the limits that the sentence is beyond.

    What is measured are places in the sentence, which ``start`` makes those of the block.
    """
    block, start, _ = words
    sentence = SentenceForms.of(words)
    limits = chain.from_iterable(each.possible(sentence.forms) for each in signed)
    known: dict[Measure, Measured] = {}  # two rules may have limits of one measure
    for rule, _, _ in limits:
        found = known.get(rule.measure) or known.setdefault(rule.measure, measured(rule.measure, sentence))
        if found[0] <= rule.max:
            continue
        value, first, last = measured_again(rule.measure, words, found)
        if value > rule.max:
            place = block.chars(start + first, start + last)
            values = {"value": value, "max": rule.max, "last": sentence.forms[last - 1], **_tail(sentence, rule)}
            yield _Beyond(rule, place, values)


def _tail(sentence: SentenceForms, rule: SentenceRule) -> Mapping[str, str]:
    """The word that hangs a new thought on the sentence, and what begins it anew: *varför*, *därför*."""
    tail = tail_of(sentence) if rule.measure == "tail" else None
    return {"tail": tail, "start": NEW_START[tail]} if tail else {}
