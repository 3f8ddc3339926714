"""What stands between a paragraph and the next line of its column: nothing, a line break, or the paragraph's end."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from klarsprak.readers.pdf.joint import Joint
from klarsprak.readers.pdf.markers import (
    begins_item_or_section,
    begins_with_bullet,
    begins_with_number,
    follows,
    have_like_markers,
)
from klarsprak.readers.text.hyphens import SOFT_HYPHEN

INDENT = 0.7
"""Least indent of a paragraph's first line, in ems."""
FULL = 14
"""Widest room, in ems, at the end of a line that the layout and not the writer broke."""
WIDE_LINE = 25
"""Least width of a line of running text, in ems."""

_CLAUSE_END = re.compile(r"[.:;,!?]$|\b(?:och|eller|samt)$")
_CUT_WORD = re.compile(rf"[^\W\d_][-{SOFT_HYPHEN}]$")
_OWN_LINE = re.compile(r"(?:www\.|https?:|e-?post|tel(?:efon)?\b|mobil|fax|org\.?\s?nr|[^\s@]+@\S+$)", re.IGNORECASE)
"""What begins a line of its own in a signature or a footer.

Such as *www.solberga.example*, *e-post: karin.ek@solberga.example*, *tel 08-465 004 12*, *org.nr 212000-0000* and
*karin.ek@solberga.example*.
"""


class Between(Enum):
    """What stands between two lines."""

    SPACE = auto()
    """The layout ended the line."""
    BREAK = auto()
    """The writer ended the line within a paragraph."""
    BLOCK = auto()
    """The paragraph ends."""


class JointSign(NamedTuple):
    """Something that says what stands at a joint."""

    name: str
    applies: Callable[[Joint], bool]
    between: Between


def find_joint_sign(joint: Joint) -> JointSign:
    """The first of ``JOINT_SIGNS`` that applies: it decides."""
    for sign in JOINT_SIGNS:
        if sign.applies(joint):
            return sign
    raise AssertionError("the last sign always applies")


def _is_other_type(joint: Joint) -> bool:
    """Whether the two lines are set in type of different size or weight.

    *Beslut* in 16 points is so above text in 11.  A bold sign or two, such as *3 §*, say nothing.
    """
    above, below = joint.above, joint.below
    difference = abs(above.size - below.size)
    if difference > 0.08 * max(above.size, below.size):
        return True
    return above.bold != below.bold and len(above.text) > 3


def _cuts_word(joint: Joint) -> bool:
    """Whether a word runs from line to line.

    *ansök-/ningar* does.  Headings often have wider pitch than the text, so that this comes before white.
    """
    is_near = 0.5 < joint.pitch < 2.0
    has_hyphen = _CUT_WORD.search(joint.above.text) is not None
    goes_on = joint.below.text[:1].islower()
    return is_near and has_hyphen and goes_on


def _is_apart(joint: Joint) -> bool:
    """Whether there is white between the lines: more than usual in the letter, or than above in the paragraph.

    A line that stands higher than the one before it begins another column.
    """
    pitch = joint.pitch
    lines = joint.paragraph.lines
    if pitch < -0.5 or pitch > joint.style.widest_pitch:
        return True
    if len(lines) < 2:
        return False
    earlier = (lines[-2].base - lines[-1].base) / joint.below.size
    return earlier > 0.5 and pitch > 1.18 * earlier


def _is_in_row(joint: Joint) -> bool:
    """Whether the line stands beside the other one and not below.

    *1.* and *en ritning* stand so, where a wide gap parts them.
    """
    above, below = joint.above, joint.below
    is_level = abs(above.base - below.base) < 0.3 * below.size
    return is_level and below.x0 >= above.x1


def _is_far_in_row(joint: Joint) -> bool:
    """Whether the line stands beside the other one, far to the right.

    *Dnr 2025-114* and *2025-03-17* stand so in a letterhead.
    """
    gap = joint.below.x0 - joint.above.x1
    return gap > 3 * joint.below.size and _is_in_row(joint)


def _opens_item(joint: Joint) -> bool:
    """Whether the line begins an item of a list.

    *• en ritning* always does, *2. En ritning* after *1. En plan* or a line that the writer ended; *3. mars* at the
    start of a line within a sentence doesn't.
    """
    text = joint.below.text
    if begins_with_bullet(text):
        return True
    if not begins_item_or_section(text):
        return False
    if _is_level_with_item(joint):
        return _comes_back(joint) or follows(joint.paragraph.first.text, text)
    return joint.is_broken or _leads_in(joint)


def _is_level_with_item(joint: Joint) -> bool:
    """Whether the paragraph is an item, and the line begins right below its marker, with a marker of that kind."""
    first, below = joint.paragraph.first, joint.below
    shift = abs(below.x0 - first.x0)
    if shift >= 2 or not joint.paragraph.is_item:
        return False
    return have_like_markers(first.text, below.text)


def _comes_back(joint: Joint) -> bool:
    """Whether the item's text hangs, and the line begins at the left of it again.

    The next item does so, whatever its number.
    """
    is_long = len(joint.paragraph.lines) > 1
    return is_long and joint.step < -2


def _leads_in(joint: Joint) -> bool:
    """Whether the upper line announces a list, and the lower one is indented and has a number.

    *Skicka med dessa handlingar:* announces one, and so does *en ritning och* within one.
    """
    is_level = abs(joint.step) <= 2
    if is_level or not begins_with_number(joint.below.text):
        return False
    return _CLAUSE_END.search(joint.above.text) is not None


def _is_indented(joint: Joint) -> bool:
    """Whether the line is indented as a first one, or comes back from the indent of an item's text.

    A first line follows on the end of a sentence; without it a step to the right is that of a list or a quotation.
    """
    em = joint.below.size
    if joint.paragraph.is_item:
        return joint.paragraph.is_hanging and joint.step < -INDENT * em
    is_indented = INDENT * em < joint.step < 5 * em
    return is_indented and joint.ends_sentence


def _is_full(joint: Joint) -> bool:
    """Whether the upper line is full, so that the layout broke it."""
    return not joint.is_broken


def _goes_on(joint: Joint) -> bool:
    """Whether a sentence goes on although its line could have held the next word.

    *Vi hör då / dina grannar* does, as some writers break lines by hand; *Kvarnvägen 3 / 998 12 Lindvik* doesn't.
    """
    em = joint.below.size
    if joint.ends_sentence or joint.above.stretched or joint.room >= FULL * em:
        return False
    starts_small = joint.below.text[:1].islower()
    if starts_small and not _OWN_LINE.match(joint.below.text):
        return True
    hangs = joint.below.x0 > joint.paragraph.first.x0 + 2
    return hangs and joint.paragraph.is_item


def _is_ended(joint: Joint) -> bool:
    """Whether the paragraph is at its end: with its sentence, its item or its heading.

    The layout hasn't ended its last line, so that something else has.
    """
    if joint.ends_sentence or joint.paragraph.is_item:
        return True
    return _tops_text(joint)


def _tops_text(joint: Joint) -> bool:
    """Whether a lone short line stands right above running text, as a heading without type of its own does.

    *Så överklagar du* stands so above a full line.
    """
    above, below = joint.above, joint.below
    em = below.size
    is_short = joint.edge - above.x1 > FULL * above.size
    if not is_short or len(joint.paragraph.lines) > 1:
        return False
    is_full = joint.edge - below.x1 < 6 * em
    return is_full and below.width > WIDE_LINE * em


def _is_other(_: Joint) -> bool:
    """Anything: what the writer broke and nothing else parts keeps its lines.

    *Box 14* and *998 21 Solberga* are two lines of an address.
    """
    return True


JOINT_SIGNS = (
    JointSign("other type", _is_other_type, Between.BLOCK),
    JointSign("cut word", _cuts_word, Between.SPACE),
    JointSign("white", _is_apart, Between.BLOCK),
    JointSign("far in the row", _is_far_in_row, Between.BLOCK),
    JointSign("in the row", _is_in_row, Between.SPACE),
    JointSign("item", _opens_item, Between.BLOCK),
    JointSign("indent", _is_indented, Between.BLOCK),
    JointSign("full line", _is_full, Between.SPACE),
    JointSign("sentence goes on", _goes_on, Between.SPACE),
    JointSign("end", _is_ended, Between.BLOCK),
    JointSign("other", _is_other, Between.BREAK),
)
"""What tells where paragraphs end, the surest sign first."""
