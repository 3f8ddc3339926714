"""Running prose at the edges of a page: what goes on as text is no head or foot, however high or low it begins.

Columns are told apart line by line: what stands below a line is the next one that shares some of its width.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from klarsprak.readers.pdf.page import PrintedLine

TIGHT = 1.6
"""Widest pitch of lines in a paragraph, in ems."""
LEAST = 3
"""Fewest lines that tell prose."""
GOES_ON = 2
"""Least number of lines among them that begin in lower case: the name of a unit may be broken once."""
LARGER = 1.1
"""How much larger the type of a heading is, if it isn't bolder."""
ABOVE = 1.7
"""Widest pitch between a heading and its text, in ems."""
_SUBJECT = re.compile(r"\w+ (?:\S+ ){0,3}?(?:om|på|till|angående|inför|i|från|vid) \S", re.IGNORECASE)
"""What a subject line says and a letterhead doesn't: *Beslut om färdtjänst*, *Gatuarbete på Storgatan*."""

Run = list[PrintedLine]
"""Lines below each other."""


def find_prose(lines: Sequence[PrintedLine], edge: Sequence[PrintedLine]) -> list[Run]:
    """The runs of prose that begin with one of the lines at the top of a page.

    ``edge`` are these from the top, ``lines`` all those of the page; a run goes on beyond the edge.
    """
    ordered = sorted(lines, key=attrgetter("base"), reverse=True)
    runs: list[Run] = []
    for line in edge:
        if any(line in run for run in runs):
            continue
        run = _run_from(line, ordered)
        if _is_prose(run):
            runs.append(run)
    return runs


def find_prose_above(lines: Iterable[PrintedLine], line: PrintedLine) -> Run:
    """The prose that ends with a line, if it does, from the top; ``lines`` are all those of the page."""
    run = [line]
    for other in sorted(lines, key=attrgetter("base")):
        if other.base <= run[-1].base or not _shares_width(run[-1], other):
            continue
        if not _goes_on(other, run[-1]):
            break
        run.append(other)
    run.reverse()
    return run if _is_prose(run) else []


def find_headings(runs: Iterable[Run], edge: Collection[PrintedLine]) -> Run:
    """The lines at the edge that head a run of prose: larger or bolder than it, and right above.

    *Gatuarbete på Storgatan* over *Kommunen lagar gatan utanför ditt hus under / våren.*
    """
    headings: Run = []
    for run in runs:
        first = run[0]
        headings += [line for line in edge if line not in headings and _heads(line, first)]
    return headings


def is_subject(line: PrintedLine, lines: Iterable[PrintedLine]) -> bool:
    """Whether a line is the letter's subject: set off from most of the page's ``lines``, and worded as one.

    *Solberga kommun* and *Kultur- och fritidsförvaltningen* are set off too.
    """
    if _SUBJECT.match(line.text) is None:
        return False
    others = list(lines)
    is_larger = line.size > LARGER * median(other.size for other in others)
    plain = sum(not other.bold for other in others)
    is_bolder = line.bold and plain > len(others) / 2
    return is_larger or is_bolder


def _heads(line: PrintedLine, first: PrintedLine) -> bool:
    """Whether a line is set off as the heading of the text that begins with ``first``."""
    is_set_off = line.size > LARGER * first.size or (line.bold and not first.bold)
    pitch = (line.base - first.base) / line.size
    return is_set_off and 0 < pitch < ABOVE and _shares_width(line, first)


def _run_from(line: PrintedLine, ordered: Iterable[PrintedLine]) -> Run:
    """The line and those that go on below it in the same column; ``ordered`` are the page's, from the top."""
    run = [line]
    for other in ordered:
        if other.base >= run[-1].base or not _shares_width(run[-1], other):
            continue
        if not _goes_on(run[-1], other):
            break
        run.append(other)
    return run


def _shares_width(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether one of two lines stands somewhere above or below the other."""
    return max(line.x0, other.x0) < min(line.x1, other.x1)


def _goes_on(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines are of one paragraph: the same type, the same left edge, no white between them."""
    same_size = abs(above.size - below.size) < 0.5
    same_edge = abs(above.x0 - below.x0) < 0.5 * above.size
    is_tight = above.pitch_to(below) < TIGHT
    return same_size and same_edge and is_tight and above.bold == below.bold


def _is_prose(run: Run) -> bool:
    """Whether lines below each other are sentences broken where the column ends.

    *Vård- och / omsorgsförvaltningen / Box 14* is an address.
    """
    going_on = [below for above, below in pairwise(run) if below.text[:1].islower()]
    return len(run) >= LEAST and len(going_on) >= GOES_ON
