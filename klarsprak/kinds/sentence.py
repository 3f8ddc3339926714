"""``sentence``: a sentence that is hard to take in by its build."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, count
from operator import attrgetter
from typing import Literal, NamedTuple, Self

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, Sentence, unasked
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
    number: int
    """Its place among the limits, in whose order a sentence's are told."""
    shortest: int
    """Tokens that a sentence beyond the limit has at least."""
    fewest: float
    """It has more of the signs than so many."""


class _Asked(NamedTuple):
    """A sentence that may be beyond limits of one measure."""

    words: WordsAt
    sentence: SentenceForms
    limits: list[_Limit]


class _Beyond(NamedTuple):
    """A rule whose limit a sentence is beyond, and where."""

    order: tuple[int, int]
    """The sentence's first token and the limit's number."""
    rule: SentenceRule
    place: tuple[int, int]
    """In code points of the block's text."""
    values: Mapping[str, object]
    """What the message tells."""


_in_order = attrgetter("order")


class _Signed(NamedTuple):
    """Limits that the same words tell of, which are counted once a sentence."""

    signs: frozenset[str]
    """None where words don't tell."""
    limits: list[_Limit]
    shortest: int
    """The least of the limits' own."""

    def possible(self, forms: list[str]) -> list[_Limit]:
        """The limits that a sentence of these words, which has one of the signs, may be beyond."""
        length = len(forms)
        limits = [limit for limit in self.limits if length >= limit.shortest]
        if not any([limit.fewest for limit in limits]):  # noqa: C419 - of a few, a list is made sooner
            return limits
        number = sum(map(self.signs.__contains__, forms))
        return [limit for limit in limits if number > limit.fewest]


def _by_signs(rules: Sequence[SentenceRule]) -> list[_Signed]:
    """The rules' limits, grouped by the words that tell of them: *att*, *som* and *när* tell of four."""
    groups: defaultdict[frozenset[str], list[tuple[SentenceRule, float]]] = defaultdict(list)
    for rule in rules:
        signs, fewest = least(rule.measure, rule.max)
        groups[signs].append((rule, fewest))
    numbers = count()
    return [
        _signed(
            signs, [_Limit(rule, next(numbers), max(rule.min_words, rule.max + 1), fewest) for rule, fewest in group]
        )
        for signs, group in groups.items()
    ]


def _signed(signs: frozenset[str], limits: list[_Limit]) -> _Signed:
    """The limits that those words tell of."""
    return _Signed(signs, limits, min(limit.shortest for limit in limits))


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
        prose = [block for block in analysis.blocks if block.is_prose]
        fresh = self._beyond(unasked(prose, self._question))
        for block in prose:
            for _, rule, place, values in block.analysed.once(self, partial(fresh.__getitem__, block.index)):
                yield Hit(rule, block.index, *place, values=values)

    def _question(self, _: AnalysedBlock) -> Self:
        """What is asked of a block's text: the text decides it all."""
        return self

    def _beyond(self, blocks: Sequence[AnalysedBlock]) -> defaultdict[int, list[_Beyond]]:
        """The limits that sentences of the blocks are beyond, by the block's number.

        A measure is taken of all sentences before the next one is, which is faster than to take them in turn.
        """
        asked: defaultdict[Measure, list[_Asked]] = defaultdict(list)
        for block in blocks:
            self._ask(block, asked)
        found: defaultdict[int, list[_Beyond]] = defaultdict(list)
        for measure, sentences in asked.items():
            for each in sentences:
                value = measured(measure, each.sentence)
                for limit in each.limits:
                    if value[0] > limit.rule.max:
                        found[each.words.block.index] += _beyond(limit, each, value)
        for of_block in found.values():
            of_block.sort(key=_in_order)
        return found

    def _ask(self, block: AnalysedBlock, asked: defaultdict[Measure, list[_Asked]]) -> None:
        """Put the block's sentences to the measures that they may be beyond a limit of."""
        for at in block.sentences:
            length, forms = at.end - at.start, at.forms
            if length < self._shortest:
                continue
            signed = [
                each
                for each in self._signed
                if length >= each.shortest and not (each.signs and each.signs.isdisjoint(forms))
            ]
            if not signed or _holds_code(block.block.text, at):
                continue
            words = WordsAt(block, at.start, at.end)
            sentence = SentenceForms.of(words)
            for limit in chain.from_iterable(each.possible(sentence.forms) for each in signed):
                of_measure = asked[limit.rule.measure]
                if of_measure and of_measure[-1].sentence is sentence:  # two rules may have limits of one measure
                    of_measure[-1].limits.append(limit)
                else:
                    of_measure.append(_Asked(words, sentence, [limit]))


def _holds_code(text: str, sentence: Sentence) -> bool:
    """Whether the sentence holds what programs read, of which no verb can be told: *cn=x,ou=y,o=Inera*."""
    start, end = sentence.characters
    return _ASSIGNS.search(text, start, end) is not None


_ASSIGNS = re.compile(r"\w=\w")


def _beyond(limit: _Limit, asked: _Asked, found: Measured) -> Iterator[_Beyond]:
    """The limit, where the sentence is beyond it at a second look too.

    What is measured are places in the sentence, which ``start`` makes those of the block.
    """
    rule, number, _, _ = limit
    (block, start, _), sentence, _ = asked
    value, first, last = measured_again(rule.measure, asked.words, found)
    if value > rule.max:
        place = block.chars(start + first, start + last)
        values = {"value": value, "max": rule.max, "last": sentence.forms[last - 1], **_tail(sentence, rule)}
        yield _Beyond((start, number), rule, place, values)


def _tail(sentence: SentenceForms, rule: SentenceRule) -> Mapping[str, str]:
    """The word that hangs a new thought on the sentence, and what begins it anew: *varför*, *därför*."""
    tail = tail_of(sentence) if rule.measure == "tail" else None
    return {"tail": tail, "start": NEW_START[tail]} if tail else {}
