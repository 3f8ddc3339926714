"""What stands between a paragraph and the next line of its column: nothing, a line break, or the paragraph's end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from klarsprak.readers.pdf.markers import (
    begins_item_or_section,
    begins_with_bullet,
    begins_with_number,
    follows,
    have_like_markers,
)
from klarsprak.readers.pdf.page import PrintedLine
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.pdf.style import UsualStyle
from klarsprak.readers.text.hyphens import SOFT_HYPHEN

INDENT = 0.7
"""Least indent of a paragraph's first line, in ems."""
FULL = 14
"""Widest room, in ems, at the end of a line that the layout and not the writer broke."""
WIDE_LINE = 25
"""Least width of a line of running text, in ems."""

_SENTENCE_END = re.compile(r"[.!?:][”\"’)]?$")
_CLAUSE_END = re.compile(r"[.:;,!?]$|\b(?:och|eller|samt)$")
_CUT_WORD = re.compile(rf"[^\W\d_][-{SOFT_HYPHEN}]$")
_OWN_LINE = re.compile(r"(?:www\.|https?:|e-?post|tel(?:efon)?\b|mobil|fax|org\.?\s?nr|\S+@\S+$)", re.IGNORECASE)
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


@dataclass(slots=True)
class Joint:
    """Where a line comes below those of a paragraph; ``edge`` is where a full line ends, in points."""

    paragraph: PrintedParagraph
    below: PrintedLine
    edge: float
    style: UsualStyle

    @property
    def above(self) -> PrintedLine:
        """The paragraph's last line."""
        return self.paragraph.lines[-1]

    @property
    def pitch(self) -> float:
        """In ems."""
        return self.above.pitch_to(self.below)

    @property
    def step(self) -> float:
        """How far to the right the lower line begins, in points."""
        return self.below.x0 - self.above.x0

    @property
    def room(self) -> float:
        """What the upper line would have left free after the lower one's first word, in points."""
        word = self.below.text.split(" ", 1)[0]
        letters = max(len(self.below.text), 1)
        word_width = self.below.width * (len(word) + 1) / letters
        return self.edge - self.above.x1 - word_width

    @property
    def is_broken(self) -> bool:
        """Whether the writer ended the upper line: the next word would have found room on it."""
        if self.above.stretched:
            return True
        hyphened = self.above.text.endswith(("-", SOFT_HYPHEN))
        return self.room > 0.5 * self.below.size and not hyphened

    @property
    def ends_sentence(self) -> bool:
        """Whether the upper line ends a sentence."""
        return _SENTENCE_END.search(self.above.text) is not None


class JointSign(NamedTuple):
    """Something that says what stands at a joint."""

    name: str
    applies: Callable[[Joint], bool]
    between: Between


def find_joint_sign(joint: Joint) -> JointSign:
    """The first of ``JOINT_SIGNS`` that applies: it decides."""
    return next(sign for sign in JOINT_SIGNS if sign.applies(joint))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the end of a sentence: *… senast den 14 april.*, *”Vad händer nu?”*."""
    return _SENTENCE_END.search(text) is not None


def _is_other_type(joint: Joint) -> bool:
    """Whether the two lines are set in type of different size or weight: *Beslut* in 16 points above text in 11.

    A bold word or two at the start of a line, as *3 §*, say nothing.
    """
    above, below = joint.above, joint.below
    if abs(above.size - below.size) > 0.08 * max(above.size, below.size):
        return True
    return above.bold != below.bold and len(above.text) > 3


def _cuts_word(joint: Joint) -> bool:
    """Whether a word runs from line to line, *ansök-/ningar*; headings often have wider pitch than the text."""
    near = 0.5 < joint.pitch < 2.0
    cut = _CUT_WORD.search(joint.above.text)
    return near and cut is not None and joint.below.text[:1].islower()


def _is_apart(joint: Joint) -> bool:
    """Whether there is white between the lines: more than usual in the letter, or than above in the paragraph."""
    pitch, lines = joint.pitch, joint.paragraph.lines
    if pitch < -0.5 or pitch > joint.style.widest_pitch:
        return True
    if len(lines) < 2:
        return False
    earlier = (lines[-2].base - lines[-1].base) / joint.below.size
    return earlier > 0.5 and pitch > 1.18 * earlier


def _is_in_row(joint: Joint) -> bool:
    """Whether the line stands beside the other one and not below: *1.* and *en ritning*."""
    above, below = joint.above, joint.below
    level = abs(above.base - below.base) < 0.3 * below.size
    return level and below.x0 >= above.x1


def _is_far_in_row(joint: Joint) -> bool:
    """Whether the line stands beside the other one, far to the right: *Dnr 2025-114* and *2025-03-17*."""
    gap = joint.below.x0 - joint.above.x1
    return gap > 3 * joint.below.size and _is_in_row(joint)


def _opens_item(joint: Joint) -> bool:
    """Whether the line begins an item of a list: *• en ritning*, but not *3. april* within a sentence."""
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
    if not joint.paragraph.is_item or abs(below.x0 - first.x0) >= 2:
        return False
    return have_like_markers(first.text, below.text)


def _comes_back(joint: Joint) -> bool:
    """Whether the item's text hangs, and the line begins at the left of it again."""
    return len(joint.paragraph.lines) > 1 and joint.above.x0 > joint.below.x0 + 2


def _leads_in(joint: Joint) -> bool:
    """Whether the upper line announces a list, *Skicka med:*, and the lower one is indented and has a number."""
    if abs(joint.step) <= 2 or not begins_with_number(joint.below.text):
        return False
    return _CLAUSE_END.search(joint.above.text) is not None


def _is_indented(joint: Joint) -> bool:
    """Whether the line is indented as a first one, or comes back from the indent of an item's text."""
    lines, em = joint.paragraph.lines, joint.below.size
    if joint.paragraph.is_item:
        hanging = len(lines) > 1 and lines[1].x0 > lines[0].x0 + 2
        return hanging and joint.step < -INDENT * em
    return INDENT * em < joint.step < 5 * em and joint.ends_sentence


def _is_full(joint: Joint) -> bool:
    """Whether the upper line is full, so that the layout broke it."""
    return not joint.is_broken


def _goes_on(joint: Joint) -> bool:
    """Whether a sentence goes on although its line could have held the next word: *… hör då / dina grannar*."""
    if joint.above.stretched or joint.room >= FULL * joint.below.size or joint.ends_sentence:
        return False
    starts_small = joint.below.text[:1].islower()
    if starts_small and not _OWN_LINE.match(joint.below.text):
        return True
    return joint.paragraph.is_item and joint.below.x0 > joint.paragraph.first.x0 + 2


def _is_ended(joint: Joint) -> bool:
    """Whether the paragraph is at its end: with its sentence, its item or its heading."""
    return joint.ends_sentence or joint.paragraph.is_item or _tops_text(joint)


def _tops_text(joint: Joint) -> bool:
    """Whether a lone short line stands right above running text, as a heading without type of its own does."""
    em, below = joint.below.size, joint.below
    if len(joint.paragraph.lines) > 1 or joint.edge - joint.above.x1 <= FULL * joint.above.size:
        return False
    return joint.edge - below.x1 < 6 * em and below.width > WIDE_LINE * em


def _is_other(_: Joint) -> bool:
    """Anything: what the writer broke and nothing else parts, *Box 14* and *998 21 Solberga*, keeps its lines."""
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
