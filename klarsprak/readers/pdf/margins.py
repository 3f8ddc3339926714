"""The head and foot of a single page, told by their place, their type and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from klarsprak.phrases import OPENS_OR_CLOSES
from klarsprak.readers.pdf.page import DrawnPage, PrintedLine, bounds_of
from klarsprak.readers.pdf.prose import find_headings, find_prose, find_prose_above, is_subject

ZONE = 0.2
"""Part of a page's height, from the top and from the bottom, where running text may stand."""
TOP_MARGIN = 0.085
BOTTOM_MARGIN = 0.09
"""Word's own margins, 71 points on A4: what stands outside them is no body text."""
HEAD = 0.14
"""Part of a page's height that a letterhead takes, at most."""
HEAD_PITCH = 1.7
"""Widest pitch between lines of a letterhead, in ems."""
LOWEST = 1.4
"""How far above the bottom margin a footer may begin, against the margin's height: small print in several lines."""
SMALL_PRINT = 0.92
"""Size of a footer's type against the body's, at most."""
PITCH = 1.9
"""Widest pitch between lines of the body's size that are one footer, in ems."""
SMALL_PITCH = 3.0
"""Widest pitch between lines of small print that are one footer, in ems: it often stands in a table."""
LONG_LINE = 60
"""A line with more characters is no part of a letterhead."""

_FOOTER_WORDS = re.compile(
    r"postadress|besöksadress|\borg(?:anisations|\.\s?|\s)?(?:nr|nummer)|bankgiro|plusgiro|växel|hemsida|webbplats"
    r"|\bbox \d|\b\d{3} \d{2} [A-ZÅÄÖ]|www\.|@",
    re.IGNORECASE,
)
"""What footers say: *Postadress*, *org.nr*, *Bankgiro*, *växel*, *Box 14*, *998 21 Solberga*, *www.ale.example*."""

_SENTENCE = re.compile(r"[A-ZÅÄÖ][a-zåäö]*(?: [a-zåäöA-ZÅÄÖ,-]+){4,}[.?!]")
"""*Kommunen lagar gatan utanför ditt hus.*"""


def find_letterhead(page: DrawnPage, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines at the very top, as far as they keep together and leave something for the body.

    *Solberga kommun* and *Vård- och omsorgsförvaltningen* are one.
    """
    gathered = _gather_head(page, lines)
    prose = find_prose(lines, gathered)
    headings = find_headings(prose, gathered)
    subjects = [line for line in gathered if is_subject(line, lines)]
    body = [*chain.from_iterable(prose), *headings, *subjects]
    head = [line for line in gathered if line not in body]
    if len(head) == len(lines) or any(map(_is_body, head)):
        return []
    return head


def _gather_head(page: DrawnPage, lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """The lines from the top down to white, or to where a letterhead must end."""
    ordered = sorted(lines, key=attrgetter("base"), reverse=True)
    highest = page.height * (1 - TOP_MARGIN)
    lowest = page.height * (1 - HEAD)
    if not ordered or ordered[0].y0 < highest:
        return []
    head = [ordered[0]]
    for above, line in pairwise(ordered):
        white = above.base - line.base > HEAD_PITCH * max(line.size, above.size)
        if white or line.y0 < lowest:
            break
        head.append(line)
    return head


def _is_body(line: PrintedLine) -> bool:
    """Whether no letterhead has such a line.

    It is a long one, a sentence, or begins or ends the letter as *Hej Anna!* and *Med vänlig hälsning* do.
    """
    is_long = len(line.text) > LONG_LINE
    return is_long or _SENTENCE.fullmatch(line.text) is not None or OPENS_OR_CLOSES.search(line.text) is not None


def find_foot(page: DrawnPage, lines: Sequence[PrintedLine], body_size: float) -> list[PrintedLine]:
    """The lines at the very bottom: small print, or outside the margin, or with what only a footer says.

    They leave something for the body.  ``body_size`` is the type size of the letter's text, in points.
    """
    ordered = sorted(lines, key=attrgetter("base"))
    foot = _below_prose(lines, _gather_foot(page, ordered, body_size))
    above = ordered[len(foot) : len(foot) + 2]
    if not foot or not above:
        return []
    is_foot = _says_foot(page, foot, body_size) and not _is_signature(foot, above)
    return foot if is_foot else []


def _gather_foot(page: DrawnPage, ordered: Sequence[PrintedLine], body_size: float) -> list[PrintedLine]:
    """The lines from the bottom up to white, to the body's type, or to where a footer must end.

    ``ordered`` goes from the bottom up.
    """
    lowest = page.height * BOTTOM_MARGIN * LOWEST
    if not ordered or ordered[0].y1 > lowest:
        return []
    foot = [ordered[0]]
    for below, line in pairwise(ordered):
        is_larger = _is_body_type(line, body_size) > _is_body_type(ordered[0], body_size)
        if is_larger or line.y1 > page.height * ZONE or _is_white(below, line, body_size):
            break
        foot.append(line)
    return foot


def _below_prose(lines: Sequence[PrintedLine], foot: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of the foot, from the bottom up, below the text that goes on into it from above.

    Small print may be prose of its own.
    """
    own: list[PrintedLine] = []
    for line in foot:
        run = find_prose_above(lines, line)
        if any(above not in foot for above in run):
            break
        own.append(line)
    return own


def _is_white(below: PrintedLine, line: PrintedLine, body_size: float) -> bool:
    """Whether a line stands so far above the one below it that they aren't one footer."""
    widest = PITCH if _is_body_type(line, body_size) else SMALL_PITCH
    em = max(line.size, below.size)
    return line.base - below.base > widest * em


def _is_signature(foot: Sequence[PrintedLine], above: Iterable[PrintedLine]) -> bool:
    """Whether the lines right above the foot close the letter, so that a name and an address follow them.

    *Med vänlig hälsning*, *Johan Tegnér* and *Box 14, 998 21 Solberga* may stand at the end of a full page.
    """
    top = foot[-1].base
    for line in above:
        is_near = line.base - top < 8 * line.size
        if is_near and OPENS_OR_CLOSES.search(line.text):
            return True
    return False


def _is_body_type(line: PrintedLine, body_size: float) -> bool:
    """Whether a line is set in type as large as the letter's text, and not in small print."""
    least = SMALL_PRINT * body_size
    return line.size > least


def _says_foot(page: DrawnPage, foot: Sequence[PrintedLine], body_size: float) -> bool:
    """Whether the lines are a footer, by their type, their place or their words.

    Lines of the body's size within the margins must say two such things as *Postadress* and *Box 14*: one of them
    stands in any letter.
    """
    text = " ".join([line.text for line in foot])
    if OPENS_OR_CLOSES.search(text):
        return False
    largest = max(line.size for line in foot)
    if largest <= SMALL_PRINT * body_size:
        return True
    below_margin = bounds_of(foot).top < page.height * BOTTOM_MARGIN
    words = _FOOTER_WORDS.findall(text)
    return below_margin or len(words) >= 2
