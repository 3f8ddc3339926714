"""The lines at a letter's top: the address, what stands above it, and the greeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from klarsprak.analysis import Analysis
from klarsprak.letter import Role
from klarsprak.signature.address_forms import find_addresses, has_postcode

_HEAD_LINES = 30
LONGEST_LINE = 100
"""Characters: a longer line is text, and the letter's head is over."""
_NAME_LINES = 3
"""So many lines stand above the street: a name, *Att: Anna Ek*, *c/o Berg*."""
_NOT_IN_TEXT = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED, Role.CONTENTS, Role.FOOTNOTE})
LAST_LINE_OF_SENDER = 3
"""A company's own address stands this high: *Ekvalla Bostäder AB, Torget 1, 931 00 Ekvalla*."""
CARE_OF = re.compile(r"(?i)(?<!\w)(?:c/o|co/)\s*")
_BESIDE = re.compile(r"\d")
"""What holds digits, *Org.nr 556000-0000* or *Ekeby 12*, is no name."""
_FLAT = re.compile(r"(?i),? (?:lgh|lägenhet|vån(?:ing)?|uppg(?:ång)?)\.? \w{1,6}$|,? \d\s?tr\.?$")
"""What stands after the house on its line: *Kajgatan 7*, **lgh 1301**."""
_INITIAL_LAST = re.compile(r"\w [A-ZÅÄÖ]\.$")
BETWEEN_NAMES = re.compile(r"\s+(?:och|&|samt)\s+|\s*[,/]\s*")
_GREETING = re.compile(
    r"(?i:hej|hejsan|bäst[ae]|kär[ae]|hallå|god dag)(?: igen)? "
    r"(?P<names>[A-ZÅÄÖ][\w-]+(?: (?:och )?[A-ZÅÄÖ][\w-]+){0,5})"
    r"(?=[!.,]| och tack|$)"
)


def head_lines(analysis: Analysis) -> Iterator[str]:
    """The letter's first lines, cells among them; the page's own head is the sender's."""
    blocks = (block for block in analysis.letter.blocks if block.role not in _NOT_IN_TEXT)
    lines = (line.strip() for block in blocks for line in block.text.splitlines())
    return islice(filter(None, lines), _HEAD_LINES)


def is_of_head(line: str) -> bool:
    """Whether the line is none of the letter's text; *god man för Nils A.* ends in an initial, not in a stop."""
    if len(line) > LONGEST_LINE:
        return False
    return not line.endswith((".", "!", "?")) or _INITIAL_LAST.search(line) is not None


def greeted_names(analysis: Analysis) -> list[str]:
    """The names that the letter greets: *Emelie* of *Hej Emelie!*; none of *Hej!* and of *Hej alla!*."""
    return greeted(head_lines(analysis))


def greeted(lines: Iterable[str]) -> list[str]:
    """*Anna* and *Omar* of the line *Hej Anna och Omar, tack för brevet*."""
    first = next(filter(None, map(_GREETING.match, lines)), None)
    return BETWEEN_NAMES.split(first["names"]) if first else []


def beside_greeted(lines: list[str], names: list[str]) -> Iterator[tuple[str, str, str]]:
    """The lines with the whole name of the only one who is greeted, each between the ones above and below it.

    The line above the first is "", and so is the one below the last.
    """
    if len(names) != 1:
        return
    named = re.compile(rf"(?<!\w){re.escape(names[0].split()[0])}\s+[A-ZÅÄÖ]\w+")
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if named.search(line):
            yield above, line, below


def above_postcodes(lines: list[str]) -> Iterator[list[str]]:
    """For each line with a post code, from the first on, what stands above it."""
    for number, line in enumerate(lines):
        if len(line) <= LONGEST_LINE and has_postcode(line):
            yield list(names_above(lines[: number + 1]))


def above_streets(lines: list[str]) -> Iterator[list[str]]:
    """For each line that is a street below the sender's own lines, before the text begins, what stands above it.

    A reader's address may lack its post code: *Sjöbo Plåt AB, Ågatan 5, Norrlida*, on lines of their own; the
    street's may tell the flat.
    """
    for number, line in enumerate(takewhile(is_of_head, lines)):
        house = _FLAT.sub("", line)
        if number > LAST_LINE_OF_SENDER and any(street.group() == house for street in find_addresses(house)):
            yield list(names_above(lines[: number + 1]))


def names_above(lines: list[str]) -> Iterator[str]:
    """What stands above the post code in the last line, the nearest first, without the street and *c/o Berg*.

    All may stand on one line: *Rune Alm Tallgatan 2 512 95 Norrlida*.
    """
    *above, last = lines
    yield from filter(None, (_before_street(last), *map(_before_street, reversed(above[-_NAME_LINES:]))))


def _before_street(line: str) -> str:
    """*Rune Alm* of *Rune Alm c/o Berg Tallgatan 2*; nothing of *Tallgatan 2* and of *Org.nr 556000-0000*."""
    first = next(find_addresses(line), None)
    before = line[: first.start()] if first else line
    before = CARE_OF.split(before, maxsplit=1)[0].strip(" ,")
    return "" if _BESIDE.search(before) else before
