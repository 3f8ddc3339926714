"""All facts of a text, each stretch of it read once: the digits of a telephone number are no amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from klarsprak.compare.contacts import find_contacts
from klarsprak.compare.dates import find_dates, find_weekdays
from klarsprak.compare.fact import Fact, Mention
from klarsprak.compare.index import FactIndex
from klarsprak.compare.names import find_bodies, find_names
from klarsprak.compare.quantities import find_quantities, find_said_otherwise, find_times
from klarsprak.compare.sections import find_sections
from klarsprak.compare.short_forms import WrittenOut, stood_for
from klarsprak.compare.statements import ReadText, Statement, read_statements
from klarsprak.laws.register import Register

_TAKEN = "\x1f"
"""What stands in place of characters that are read."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\n\t"), " ")
_MARKER = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•])\s+")
"""The number of a point in a list, which is no fact."""
_Finder = Callable[[str], Iterator[Mention]]
_EATING: tuple[_Finder, ...] = (find_contacts, find_dates, find_times, find_quantities)
"""What reads digits, in order; what one has read the next doesn't see."""
_BESIDE: tuple[_Finder, ...] = (find_weekdays, find_said_otherwise, find_bodies)
"""What reads words, which may stand in the words of others."""


@dataclass
class FactSheet:
    """A text with its statements and facts."""

    read: ReadText
    facts: list[Fact]
    stood_for: str = ""
    """What the text's short forms stand for, lower case."""

    @property
    def statements(self) -> list[Statement]:
        """The text's sentences, headings and labels."""
        return self.read.statements

    @cached_property
    def index(self) -> FactIndex:
        """The facts by what they say."""
        return FactIndex(self.facts)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text, lower case, with and without a genitive's *s*."""
        words = re.findall(r"[\w-]+", self.text)
        return frozenset(words) | frozenset(word.removesuffix("s") for word in words)

    @cached_property
    def text(self) -> str:
        """All of the text, lower case, and what its short forms stand for."""
        return "\n".join([*self.read.blocks, self.stood_for]).lower()


def scan(text: str, register: Register, known: WrittenOut) -> FactSheet:
    """The facts of a text, in the order of its statements."""
    read = read_statements(text)
    sections = find_sections(read.blocks, register)
    facts: list[Fact] = []
    for number, statement in enumerate(read.statements):
        inside = _within(statement, sections.get(statement.block, ()))
        facts += [_as_fact(mention, statement, number) for mention in _mentions(statement.text, inside)]
    return FactSheet(read, facts, stood_for(text, known))


def _within(statement: Statement, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of the block's mentions that begin in the statement, by its own offsets."""
    end = statement.start + len(statement.text)
    return [
        each._replace(start=each.start - statement.start, end=min(each.end, end) - statement.start)
        for each in mentions
        if statement.start <= each.start < end
    ]


def _mentions(text: str, sections: list[Mention]) -> Iterator[Mention]:
    left = _MARKER.sub(lambda match: _TAKEN * len(match[0]), text.translate(_SPACES))
    left = _without(left, sections)
    yield from sections
    for find in _EATING:
        found = list(_longest(find(left)))
        yield from found
        left = _without(left, found)
        if find is find_contacts:
            yield from find_names(left)
    for find in _BESIDE:
        yield from find(left)


def _longest(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """The mentions that don't lie within longer ones; two of the same stretch are both kept: *kl. 9–16*."""
    kept: list[Mention] = []
    taken: dict[int, tuple[int, int]] = {}
    for mention in sorted(mentions, key=_by_length):
        stretch = (mention.start, mention.end)
        places = range(*stretch)
        if all(taken.get(place, stretch) == stretch for place in places):
            kept.append(mention)
            taken.update(dict.fromkeys(places, stretch))
    yield from sorted(kept, key=_by_place)


def _by_length(mention: Mention) -> tuple[int, int]:
    return mention.start - mention.end, mention.start


def _by_place(mention: Mention) -> int:
    return mention.start


def _without(text: str, mentions: Sequence[Mention]) -> str:
    """The text, with what is read out of the way and all else where it stood."""
    signs = list(text)
    for _, _, start, end, _ in mentions:
        signs[start:end] = _TAKEN * (end - start)
    return "".join(signs)


def _as_fact(mention: Mention, statement: Statement, number: int) -> Fact:
    kind, key, start, end, is_soft = mention
    words = " ".join(statement.text[start:end].split()).rstrip(".")
    return Fact(kind, key, words, number, start, end, is_soft)
