"""``regex``: a sequence of characters, for what is no words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

from pydantic import Field, ValidationInfo, field_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import match_case
from klarsprak.letter import Letter, Role
from klarsprak.matching.expression_index import ExpressionIndex
from klarsprak.matching.expressions import Expression, Having
from klarsprak.matching.write_out import WRITE_OUT, WrittenOut, written_out
from klarsprak.prose.letter_date import names_later_day
from klarsprak.swedish import days_in_words, for_count

_MARKED = "ord"
"""The group that is flagged, where an expression has it."""
_GUESSED_SPACES = "pdf"
"""The format whose files hold no spaces, dashes and quotation marks that can be trusted."""
_MARGINS = (Role.HEADER, Role.FOOTER)
_ADDRESS_SIGNS = ("://", "www.", "@")
_LONGEST_ADDRESS = 200
"""So many signs on either side are looked at: a text without spaces takes no longer than another."""


class RegexRule(Rule):
    """One regular expression or more."""

    kind: Literal["regex"]
    regex: Strings = Field(
        description="Reguljära uttryck, för sådant som inte är ord. Gruppen (?P<ord>…) flaggas, annars allt.",
        min_length=1,
    )
    having: Strings = listed(
        "Texter som brevet ska ha en av för att de reguljära uttrycken ska prövas, för det går fort att se efter. "
        "Små bokstäver gäller också för stora.",
    )
    shape: Strings = listed(
        "Skrivsätt som texten också ska ha ett av: a står för en liten bokstav, A för en stor och 0 för en siffra. "
        "a.A är en punkt utan mellanrum.",
    )
    instead: Strings = listed(
        r"Färdiga ersättningar för det som flaggas. \1 och \g<namn> står för grupper i det reguljära uttrycket."
    )
    write_out: WrittenOut = Field(default_factory=dict, description=WRITE_OUT)
    decapitalized: bool = Field(default=False, description="Ersättningen är samma ord med liten första bokstav.")
    days_in_words: bool = Field(
        default=False,
        description="Ersättningen är dagen med månaden i bokstäver: 7 oktober 2025. Med instead gäller det där.",
    )
    typed_only: bool = Field(
        default=False, description="Flagga inte i PDF, där mellanrum, streck och citattecken kan vara fel tolkade."
    )
    after_letter: bool = Field(default=False, description="Flagga bara dagar som ligger efter brevets egen dag.")
    prose_only: bool = Field(default=False, description="Flagga bara i löpande text, inte i rubriker och listor.")
    next_begins: str = Field(
        default="", description="Reguljärt uttryck som nästa stycke ska börja med: [A-ZÅÄÖ] för en stor bokstav."
    )

    @field_validator("regex")
    @classmethod
    def _valid(cls, expressions: list[str]) -> list[str]:
        """What isn't an expression is told at its place in the pack, not at the first letter."""
        for regex in expressions:
            if not regex:
                raise ValueError("det reguljära uttrycket är tomt")
            try:
                re.compile(regex)
            except (re.error, OverflowError, RecursionError) as error:  # a{99999999999}, or thousands of brackets
                place = getattr(error, "pos", None)
                where = "" if place is None else f" vid tecken {place + 1}"
                raise ValueError(f"det reguljära uttrycket är fel{where}") from None
        return expressions

    @field_validator("next_begins")
    @classmethod
    def _valid_next(cls, expression: str) -> str:
        """Likewise what the next paragraph begins with."""
        return cls._valid([expression])[0]

    @field_validator("instead")
    @classmethod
    def _has_groups(cls, replacements: list[str], info: ValidationInfo) -> list[str]:
        """A replacement names only groups that every expression has."""
        for instead in filter(_names_group, replacements):
            for regex in info.data.get("regex", ()):
                _expect_groups(regex, instead)
        return replacements

    @property
    def looks_in_margins(self) -> bool:
        """Whether the page's head and foot are looked at too."""
        return self.everywhere and not self.prose_only

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead, as it stands in the rule."""
        return self.instead

    def suggestions(self, match: re.Match[str], text: str) -> tuple[str, ...]:
        """The replacements for the text that is flagged of the match, with the text's capitals.

        *Tjena* offers *Hej*, *tjena* offers *hej*; *8§* offers *8 §*, whose number is a group; *Maj* offers *maj*;
        *22/9* offers *22 september*.
        """
        if self.decapitalized:
            return (text[:1].lower() + text[1:],)
        if self.days_in_words:
            return tuple(days_in_words(_fill_in(each, match)) for each in self.instead) or (days_in_words(text),)
        return tuple(match_case(text, _fill_in(each, match)) for each in self.instead)

    def may_look_into(self, letter: Letter) -> bool:
        """Whether the rule can trust what the letter's file says of its spaces and signs.

        A PDF says where each sign stands, and what lies between them is the reader's to guess; where it comes from a
        scanner, dashes and quotation marks are a guess too.
        """
        return not self.typed_only or letter.format != _GUESSED_SPACES

    def may_stand_above(self, block: int, letter: Letter) -> bool:
        """Whether the paragraph below begins as ``next_begins`` says; below the last one stands an empty one.

        *Hej,* above *Vi har fått …*, but not above *vi har fått …*, where the comma is right.
        """
        below = "".join(each.text for each in letter.blocks[block + 1 : block + 2])
        return re.match(self.next_begins, below) is not None

    def is_meant(self, text: str, letter: Letter) -> bool:
        """Whether the text is what the rule flags: with ``after_letter`` a day after the letter's own.

        *2031-05-05* in a letter of 2024 is a mistake, *2023-05-05* is not.
        """
        if not self.after_letter:
            return True
        return names_later_day(text, letter)


def _fill_in(instead: str, match: re.Match[str]) -> str:
    """The replacement with the match's groups; around one that is empty the spaces fall together.

    *10 000 kr* and *1 250 000 kr*, of one expression for both.
    """
    return re.sub("\u00a0{2,}", "\u00a0", match.expand(instead))


def _names_group(instead: str) -> bool:
    r"""Whether the replacement has a place for a part of what is flagged: ``\1 §``."""
    return "\\" in instead


def _expect_groups(regex: str, instead: str) -> None:
    """Raise ``ValueError`` where the replacement names a group that the expression hasn't, or can't be read."""
    try:
        re.sub(regex, instead, "")
    except IndexError:  # a name
        raise ValueError(f"ersättningen ”{instead}” har en grupp som ”{regex}” inte har") from None
    except re.error as error:
        if error.msg.startswith("invalid group reference"):
            raise ValueError(f"ersättningen ”{instead}” har en grupp som ”{regex}” inte har") from None
        what = rf"i ersättningen ”{instead}” går det som börjar med \ inte att läsa"
        raise ValueError(rf"{what}. Skriv \1 eller \g<namn> för en grupp, och \\ för ett omvänt snedstreck") from None


class _Text(NamedTuple):
    """A block's place in the letter and its text, as it stands and in lower case."""

    number: int
    raw: str
    lower: str


class _Found(NamedTuple):
    """Characters of a block, which is given by its place in the letter."""

    block: int
    start: int
    text: str
    suggestions: tuple[str, ...]
    before: str
    """What stands before them in the block."""

    def hit(self, rule: RegexRule) -> Hit:
        """The hit, with what can be written instead."""
        whole = written_out(self.text, rule.write_out, self.before) if rule.write_out else ""
        values = {"suggestion": whole} if whole else {}
        return Hit(rule, self.block, self.start, self.start + len(self.text), self.suggestions, values)


class RegexKind(Kind[RegexRule]):
    """Expressions, tried only in letters that hold the strings which a match can't do without."""

    rule_type = RegexRule

    def __init__(self, rules: Sequence[RegexRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._expressions = [list(map(Expression, rule.regex)) for rule in rules]
        having = [Having(rule.having, rule.shape) for rule in rules]
        self._each = [
            (number, expression, having[number])
            for number, expressions in enumerate(self._expressions)
            for expression in expressions
        ]
        """Each expression, with the number of its rule and what else the rule wants of a text."""
        self._index = ExpressionIndex((expression, having) for _, expression, having in self._each)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every match of every expression in the writer's text, and of some in the page's head and foot.

        Tried only in blocks with a string that a match can't do without.
        """
        margins = list(_margins(analysis.letter))
        written, around = self._written(analysis.blocks), self._around(margins)
        for number in sorted(written.keys() | around.keys()):
            rule = self.rules[number]
            if not rule.may_look_into(analysis.letter):
                continue
            texts = written.get(number, [])
            if rule.prose_only:
                texts = [text for text in texts if analysis.by_index[text.number].is_prose]
            if rule.next_begins:
                texts = [text for text in texts if rule.may_stand_above(text.number, analysis.letter)]
            for regex in self._expressions[number]:
                yield from _hits(rule, regex, texts, analysis)
                yield from _hits_in_margins(rule, regex, around.get(number, ()), analysis)

    def _written(self, blocks: Sequence[AnalysedBlock]) -> dict[int, list[_Text]]:
        """The rules that match in the writer's text, by number, each with the texts where they do, in order.

        All texts that are new are looked through at once; what was found in one is noted with it.
        """
        texts = [_Text(block.index, block.block.text, block.block.text.lower()) for block in blocks]
        both = list(zip(blocks, texts, strict=True))
        new = {text.raw: text for block, text in both if not block.analysed.knows((self, text.raw))}
        matching = dict(zip(new, self._matching(list(new.values())), strict=True))
        found: defaultdict[int, list[_Text]] = defaultdict(list)
        for block, text in both:
            for number in block.analysed.once((self, text.raw), partial(matching.__getitem__, text.raw)):
                found[number].append(text)
        return found

    def _around(self, margins: Sequence[_Text]) -> dict[int, list[_Text]]:
        """The rules that match in the page's head and foot and look there, by number, each with the texts."""
        found: defaultdict[int, list[_Text]] = defaultdict(list)
        for text, numbers in zip(margins, self._matching(margins), strict=True):
            for number in numbers:
                if self.rules[number].looks_in_margins:
                    found[number].append(text)
        return found

    def _matching(self, texts: Sequence[_Text]) -> list[list[int]]:
        """The numbers of the rules that match, for each text."""
        numbers: list[list[int]] = [[] for _ in texts]
        for which, among in self._index.among([text.raw for text in texts]):
            number, expression, having = self._each[which]
            for at in among:
                _, raw, lower = texts[at]
                if expression.occurs(raw, lower) and number not in numbers[at] and having.stands_in(raw, lower):
                    numbers[at].append(number)
        return numbers


def _margins(letter: Letter) -> Iterator[_Text]:
    """The blocks of the page's head and foot.

    No sentences are analysed there: their text is all there is.
    """
    for number, block in enumerate(letter.blocks):
        if block.role in _MARGINS:
            yield _Text(number, block.text, block.text.lower())


def _hits(rule: RegexRule, regex: Expression, texts: Iterable[_Text], analysis: Analysis) -> Iterator[Hit]:
    """The matches in the writer's text."""
    for found in _found(rule, regex, texts, analysis):
        yield found.hit(rule)


def _hits_in_margins(rule: RegexRule, regex: Expression, texts: Iterable[_Text], analysis: Analysis) -> Iterator[Hit]:
    """The matches in the page's head and foot, where nobody looks for what a template left."""
    for found in _found(rule, regex, texts, analysis):
        yield found.hit(rule)._replace(suggestions=())


def _is_in_address(text: str, at: int) -> bool:
    """Whether what stands there is part of an address, which is no running text: *www.ekvalla.example/barn,unga*."""
    nearest = max(0, at - _LONGEST_ADDRESS)
    first = max(nearest, text.rfind(" ", nearest, at) + 1)
    around = text[first:at] + text[at : at + _LONGEST_ADDRESS].partition(" ")[0]
    return any(sign in around for sign in _ADDRESS_SIGNS)


def _found(rule: RegexRule, regex: Expression, texts: Iterable[_Text], analysis: Analysis) -> Iterator[_Found]:
    """What each match flags: the marked group, if there is one.

    *(?P<ord>…)* flags a part of what must stand there: the stop alone in *12 .*
    """
    group = _MARKED if _MARKED in regex.exact.groupindex else 0
    for text in texts:
        for match in regex.matches(text.raw, text.lower):
            start, end = match.span(group)
            if start == end or not rule.is_meant(match[group], analysis.letter):
                continue
            if not (rule.prose_only and _is_in_address(text.raw, start)):
                before = text.raw[:start]
                instead = tuple(for_count(each, before) for each in rule.suggestions(match, match[group]))
                yield _Found(text.number, start, match[group], instead, before)
