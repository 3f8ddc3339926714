"""``abbreviation``: a short form that the letter doesn't write out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import match_case
from klarsprak.matching.word_list import WordList, words_of
from klarsprak.prose.explained import explaining_parenthesis
from klarsprak.prose.own_words import may_flag

_NUMBER_OF_LAW = re.compile(r"\(\d{4}:\d+\)\s*")
_DEFINITE = re.compile(r"^(lag|förordning)en ")
_PHRASE_BEFORE = 60
"""How many characters before *(XYZ)* may hold what it stands for."""
_NEAR = 250
"""How many characters may stand between the short form and the long one for readers to see that they are the same."""
_CAPITALS = re.compile(
    r"(?<![\w./&:-])(?<!\d )(?P<word>(?![IVXLCDM]+\b)[A-ZÅÄÖ]{2,5})"
    r"(?P<compound>-(?!(?:gata|torg|gränd|allé|back)(?:en|et|n)?s?\b)[a-zåäö][\w-]*)?"
    r"(?=(?::[a-zåäö]+)?(?![\w/&:-])(?! ?\d|\.\w))"
)
"""Two to five capitals that are no Roman number and no part of a code or a street's name, perhaps with more of a
compound."""
_OPENS = re.compile(r"\s*\(")
_CLOSED = re.compile(r"\s*\)")
_LONG_WORD = re.compile(r"\b\w{3,}")
_IS_TOLD = re.compile(r",?\s(?:betyder|står för|det vill säga|som betyder)\b")
_TWO_CAPITALS = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ]")
_STOPS = re.compile(r"^[”)]*\s*[.!?:]")


class AbbreviationRule(Rule):
    """Spellings of a short form, and what they stand for."""

    kind: Literal["abbreviation"]
    words: Strings = listed("Förkortningen och dess andra skrivsätt. Versaler måste stämma.")
    long: Strings = listed("Det som förkortningen betyder, utskrivet.")
    capitals: bool = Field(
        default=False, description="Flagga varje ord av två till fem versaler som inga andra regler känner till."
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
    placeholders = frozenset({"text", "suggestion", "long"})

    @model_validator(mode="after")
    def _has_words(self) -> AbbreviationRule:
        if self.capitals == bool(self.words):
            raise ValueError("regeln ska ha words och long, eller capitals: true")
        return self


class _Entry(NamedTuple):
    """A spelling of a rule's short form and what to write for it."""

    rule: AbbreviationRule
    word: str
    long: tuple[str, ...]


class _Use(NamedTuple):
    """Tokens that are a short form."""

    entry: _Entry
    block: AnalysedBlock
    start: int
    end: int

    def place(self) -> tuple[int, int]:
        """Its characters, without the full stop that is the sentence's."""
        first, last = self.block.chars(self.start, self.end)
        return first, last - (self.entry.word[-1].isupper() and self.block.text[last - 1] == ".")


class AbbreviationKind(Kind[AbbreviationRule]):
    """All abbreviations in one word list."""

    rule_type = AbbreviationRule

    def __init__(self, rules: Sequence[AbbreviationRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        self._by_capitals: dict[str, AbbreviationRule] = {}
        self._others = [rule for rule in rules if rule.capitals]
        # What the organisation explains in its own words need not be written out too.
        self._left_to_others = settings.allowed | settings.terms.keys()
        for rule in rules:
            for word in rule.words:
                if word.lower() in settings.terms:
                    continue
                self._words.add(word, _Entry(rule, word, tuple(rule.long)))
                # The tokeniser takes the stop after some of them for a part: “enligt 13 kap. KL.”
                if word.isupper() and len(words_of(f"{word}.")) == 1:
                    self._words.add(f"{word}.", _Entry(rule, word, tuple(rule.long)))
                if word.isupper():
                    self._by_capitals.setdefault(word, rule)
                if word[-1:].isupper():
                    self._words.add(f"{word}:s", _Entry(rule, f"{word}:s", tuple(map(_genitive, rule.long))))

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every short form that the letter doesn't write out, or that should always be written out."""
        for block, start, end, entries in self._words.find(analysis):
            for entry in entries:
                use = _Use(entry, block, start, end)
                if _counts(use, analysis):
                    first, last = use.place()
                    long = tuple(_fitted(form, use) for form in entry.long)
                    yield Hit(entry.rule, block.index, first, last, long, {"long": entry.rule.long[0]})
        seen: set[str] = set()
        for block in analysis.blocks:
            yield from self._capitals(block, analysis, seen)

    def _capitals(self, block: AnalysedBlock, analysis: Analysis, seen: set[str]) -> Iterator[Hit]:
        """Compounds with a known short form, and capitals that no rule knows, the first time each."""
        if not _TWO_CAPITALS.search(block.text) or not may_flag(block):
            return
        for match in _CAPITALS.finditer(block.text):
            word, rule = match["word"], self._by_capitals.get(match["word"])
            if word in seen or word.lower() in self._left_to_others or (rule is not None and not match["compound"]):
                continue
            for one in self._others if rule is None else (rule,):
                among = _among_capitals(block, *block.tokens(*match.span()))
                if word not in one.but_not and not among and not is_written_out(one, analysis, word):
                    seen.add(word)
                    values = dict.fromkeys(("long", "suggestion"), "".join(one.long[:1]))
                    yield Hit(one, block.index, *match.span(), (), values)


def _counts(use: _Use, analysis: Analysis) -> bool:
    (rule, word, _), block, start, end = use
    return (
        (rule.in_labels or may_flag(block))
        and _same_capitals(block.text[slice(*use.place())], word)
        and not (word.isupper() and (_is_part_of_code(block, end) or _among_capitals(block, start, end)))
        and not (rule.once and is_written_out(rule, analysis))
    )


def is_written_out(rule: AbbreviationRule, analysis: Analysis, *words: str) -> bool:
    """Whether the letter gives one of the long forms, with another ending at most, near the short one, or its own."""
    text = analysis.once(_without_numbers)
    short = [word.lower() for word in (*rule.words, *words)]
    known = [form.lower() for form in (*rule.long, *rule.known_by)]
    indefinite = [_DEFINITE.sub(r"\1 ", form) for form in known]
    return _are_near(known + indefinite, short, text) or any(_gives_own(word, text) for word in short)


def _are_near(long: list[str], short: list[str], text: str) -> bool:
    """Whether one of the long forms stands so near a short one that readers see that they are the same."""
    places = [place for form in long for place in _places(form, text) if not _is_word(text, place[0] - 1)]
    if not places:
        return False
    uses = [place for word in short for place in _places(word, text) if _stands_alone(text, *place)]
    return any(start - end < _NEAR and first - last < _NEAR for first, end in places for start, last in uses)


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words begin and end in the text."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + len(words))


def _is_word(text: str, place: int) -> bool:
    """Whether a letter, figure or underscore stands there."""
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _is_word(text, start - 1) and not _is_word(text, end)


def _without_numbers(analysis: Analysis) -> str:
    return _NUMBER_OF_LAW.sub("", analysis.text)


def _gives_own(word: str, text: str) -> bool:
    """Whether the letter itself says what the short form stands for, whatever our list thinks."""
    for start, end in _places(word, text):
        if _stands_alone(text, start, end) and (
            _is_in_parenthesis(text, start, end)
            or (_OPENS.match(text, end) and explaining_parenthesis(text[end:]))
            or _IS_TOLD.match(text, end)
        ):
            return True
    return False


def _is_in_parenthesis(text: str, start: int, end: int) -> bool:
    """Whether the short form stands alone in one, after a word that begins with the same letter."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or text[opened + 1 : start].strip() or not _CLOSED.match(text, end):
        return False
    before = re.split(r"[()\n]", text[max(0, opened - _PHRASE_BEFORE) : opened])[-1]
    return any(found[0] == text[start] for found in _LONG_WORD.findall(before))


def _is_part_of_code(block: AnalysedBlock, end: int) -> bool:
    """Whether the short form belongs to a case number or the like: *Dnr SN 2024/12*, *KS 24-118*."""
    following = block.words[end] if end < len(block.words) else ""
    return bool(re.match(r"\d{2,4}[-/.:]\d|\d{4}$", following)) or following in ("/", "-")


def _among_capitals(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether the words around are all in capitals: *BESLUT OM LOV*."""
    sentence = block.sentence_at(start)
    around = (*range(sentence.start, start), *range(end, sentence.end))
    others = [block.written(token, token + 1) for token in around if block.words[token].isalpha()]
    return bool(others) and all(map(str.isupper, others))


def _same_capitals(text: str, word: str) -> bool:
    """``SoL`` is not *sol*, but ``bl.a.`` may begin a sentence or stand in capitals."""
    folded = " ".join(text.split())
    if folded == word or not word.islower():
        return folded == word
    lowered = folded.lower() if folded.isupper() and sum(map(str.isalpha, word)) > 2 else ""
    in_capitals = lowered == word and not word.isalpha()
    return in_capitals or folded[:1].lower() + folded[1:] == word


def _fitted(long: str, use: _Use) -> str:
    """The long form with the capital that begins a sentence and the full stop that ends one."""
    (rule, word, _), block, start, end = use
    first, last = block.chars(start, end)
    sentence = block.sentence_at(start)
    if word.islower():
        long = match_case(block.text[first:last], long)
    elif start == sentence.start:
        long = long[:1].upper() + long[1:]
    ends_sentence = end == sentence.end and not _STOPS.match(block.text[last:])
    return f"{long}." if word.endswith(".") and ends_sentence and not rule.in_labels else long


def _genitive(long: str) -> str:
    return long if long.endswith(("s", "x", "z")) else f"{long}s"
