"""``pattern``: a sequence of forms, parts of speech and features."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial, reduce
from operator import or_
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.folded import FoldedList
from klarsprak.files.validation import Strings, Word, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.named_verbs import names_verb, verbs_in
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import match_case, put_between, spellings
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.index import PatternIndex
from klarsprak.matching.slots import PASSED, Slots
from klarsprak.matching.write_out import WRITE_OUT, WrittenOut, written_out
from klarsprak.prose.letter_date import names_later_day
from klarsprak.prose.own_words import is_label, is_mentioned, is_name, is_title

_KINDS_OF_MAN = frozenset({"god", "gode", "goda", "tredje"})
_Match = tuple[int, int, int]
"""The number of a pattern, the first token of a match and the one after its last."""


class PatternRule(Rule):
    """One pattern of words or more."""

    kind: Literal["pattern"]
    pattern: Patterns = Field(description="Mönster av ord: vidta~ … {åtgärd~n}.", min_length=1)
    instead: Strings = listed("Färdiga ersättningar för de ord som flaggas.")
    write_out: WrittenOut = Field(default_factory=dict, description=WRITE_OUT)
    after_letter: bool = Field(default=False, description="Flagga bara dagar som ligger efter brevets egen dag.")
    prose_only: bool = Field(default=False, description="Flagga bara i löpande text, inte i rubriker och listor.")
    verbs: dict[Word, Word] = Field(
        default_factory=dict,
        description="Vad {a_verb} i meddelandet säger om ett substantiv i orden: {samling: samlas}.",
    )

    placeholders = frozenset({"text", "suggestion", "active"})

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead.

        *göra något* for *vidta åtgärder*, in the form that always fits.
        """
        return self.instead

    def need(self) -> Need:
        """The analysis that the patterns look at.

        A pattern of plain words needs no more than tokens, if its message doesn't name a verb of theirs.
        """
        named = Need.MORPHOLOGY if names_verb(self.message) else Need.FORMS
        return reduce(or_, (slots.need for slots in self.compiled), super().need() | named)

    @cached_property
    def compiled(self) -> tuple[Slots, ...]:
        """The patterns as they are matched."""
        return tuple(map(as_slots, self.pattern))

    @cached_property
    def verb_of_form(self) -> Mapping[str, str]:
        """What to write for each form of the nouns that the rule lists: *samlas* for *samlingen*."""
        return {form: verb for noun, verb in self.verbs.items() for form in {noun, *spellings(noun, "NOUN")}}

    def may_flag(self, words: WordsAt, analysis: Analysis) -> bool:
        """Whether the rule wants the words where they stand.

        With ``prose_only`` these are words of running text, with ``after_letter`` a day after the letter's own.
        """
        if self.prose_only and not words.block.is_prose:
            return False
        if not self.after_letter:
            return True
        return names_later_day(words.text, analysis.letter)


class PatternKind(Kind[PatternRule]):
    """Patterns, tried only in sentences that hold every word which the pattern can't do without."""

    rule_type = PatternRule

    def __init__(self, rules: Sequence[PatternRule], settings: RuleSettings) -> None:
        """Read the patterns and index the words that they can't do without."""
        super().__init__(rules, settings)
        self._rule_of = [rule for rule in rules for _ in rule.pattern]
        self._slots = FoldedList(slots for rule in rules for slots in rule.compiled)
        """Each pattern; of a hundred that are tried in a letter one is met, and its rule read."""
        self._index = PatternIndex([slots.told_by_words for slots in self._slots])

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every match of every pattern, but of rules that the letter as a whole is nothing for.

        In the order of the rules, so that of two on the same words the first counts.
        """
        for number, places in sorted(self._found(analysis).items()):
            rule = self._rule_of[number]
            if rule.may_hold_in(analysis):
                for place in places:
                    words = WordsAt(*place)
                    if rule.may_flag(words, analysis) and not _is_no_own_word(words):
                        yield _hit(rule, words, self._slots[number])

    def _found(self, analysis: Analysis) -> dict[int, list[tuple[AnalysedBlock, int, int]]]:
        """The patterns that match, by number, each with the blocks and tokens where they do."""
        matching = self._matching([block for block in analysis.blocks if not block.analysed.knows(self)], analysis)
        found: defaultdict[int, list[tuple[AnalysedBlock, int, int]]] = defaultdict(list)
        for block in analysis.blocks:
            for number, start, end in block.analysed.once(self, partial(matching.__getitem__, block.index)):
                found[number].append((block, start, end))
        return found

    def _matching(self, blocks: list[AnalysedBlock], analysis: Analysis) -> dict[int, list[_Match]]:
        """The matches in each of the blocks, which is given by its place in the letter.

        Of thousands of patterns few are tried: those all of whose words a sentence has.
        """
        matching: dict[int, list[_Match]] = {block.index: [] for block in blocks}
        sentences = [(block, sentence) for block in blocks for sentence in block.sentences]
        forms = [sentence.forms for _, sentence in sentences]
        for number, among in self._index.among(forms):
            slots = self._slots[number]
            for each in among:
                block, sentence = sentences[each]
                for start, end in slots.matches(block, sentence.start, sentence.end):
                    matching[block.index].append((number, start, end))
        for number in self._index.anywhere:
            for block, start, end in self._slots[number].find(analysis, blocks):
                matching[block.index].append((number, start, end))
        return matching


def _is_no_own_word(words: WordsAt) -> bool:
    """Whether it is of a title, or one word that ends a name, is only mentioned or a label.

    *Ali Torde*, *det kallas att bestrida*.  More words than one are no such thing by chance, and *Eder* has its
    capital anywhere.  Any number of words may be of a title: *blanketten* **Uppgift om inkomst**.
    """
    if is_title(words) or _parts_man(words):
        return True
    return words.is_one and (_ends_name(words) or is_mentioned(words) or is_label(words))


def _parts_man(words: WordsAt) -> bool:
    """Whether the words begin inside *god man* or *tredje man*, which are no pronoun."""
    block, start = words.block, words.start
    return block.words[start] == "man" and start > 0 and block.words[start - 1] in _KINDS_OF_MAN


def _ends_name(words: WordsAt) -> bool:
    """*Ali* **Torde**: a capital after another."""
    if not is_name(words):
        return False
    return words.block.written(words.start - 1, words.start)[0].isupper()


def _hit(rule: PatternRule, words: WordsAt, slots: Slots) -> Hit:
    """The hit, with the replacements in the case of the words.

    *Vidtar åtgärder* is *Gör något*, and *vidtar därför åtgärder* is *gör därför något*.
    """
    start, end = words.characters
    passed = _passed_by(words, slots)
    place = words.block.index, start, end
    if passed and rule.instead and "VerbForm=Fin" not in words.block.features[words.start]:
        return Hit(rule, *place, base_form=rule.instead[0])  # nobody knows where the adverb goes
    suggestions = (put_between(instead, "", passed) for instead in rule.instead)
    text = words.block.block.text[start:end]
    return Hit(rule, *place, tuple(match_case(text, suggestion) for suggestion in suggestions), _said(rule, words))


def _said(rule: PatternRule, words: WordsAt) -> dict[str, str]:
    """What the rule's message names of the words: *vem som* **har beslutat**; nobody looks for what it doesn't."""
    said = verbs_in(rule.message, words, rule.verb_of_form)
    if rule.write_out:
        said["suggestion"] = written_out(words.text, rule.write_out, words.text_before)
    return said


def _passed_by(words: WordsAt, slots: Slots) -> str:
    """The adverbs and the subject among the words that the pattern names nowhere; empty where there are none."""
    forms = words.block.words[words.start : words.end]
    passed = PASSED.intersection(forms)
    if not passed:  # as most often
        return ""
    passed = passed.difference(*(slot.forms for slot in slots.slots))
    return " ".join(form for form in forms if form in passed)
