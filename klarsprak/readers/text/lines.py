"""Which line ends of a plain text only the layout made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from klarsprak.readers.text.hyphens import SOFT_HYPHEN
from klarsprak.readers.text.line import MARKER, SENTENCE_BREAK, TextLine

WIDEST, NARROWEST = 132, 40
"""Line lengths that a person or a mail program wraps text at."""

_CONTACT = re.compile(
    r"(?:tel|telefon|direkt|direktnr|växel|mobil|fax|e-?post|e-?mail|mejl|webb|hemsida|postadress|besöksadress|"
    r"box|org\.?\s?nr|bankgiro|plusgiro|datum|dnr|diarienummer|handläggare|ärende(?:nummer)?)\b(?:.{0,25}[:\d]|\.?$)|www\.",
    re.IGNORECASE,
)
_LAW_NUMBER = re.compile(r"\(\d{4}:\d+\)")
_SECTION = re.compile(r"\d+ ?[a-zåäö]? ?§|§")
_BEFORE_SECTION = re.compile(r"\b(?:kap|enligt|och|samt|eller|av|i|till|se|från)$")
"""What a section's number goes on from, and no line of its own ends with."""
_END = (".", ":", "?", "!", ";")
_SENTENCE_END = (".", "?", "!")


def wrap_width(lines: Sequence[TextLine]) -> int | None:
    """The width that the text was wrapped at, or None if every line end is the writer's.

    A sentence that goes on in lower case on the next line gives it away; lines longer than any wrapping speak
    against it.
    """
    wrapped = list(_wrapped_ends(lines))
    unwrapped = sum(line.end > WIDEST for line in lines)
    if len(wrapped) <= unwrapped:
        return None
    return max(wrapped)


def _wrapped_ends(lines: Sequence[TextLine]) -> Iterator[int]:
    """Where the lines end whose sentence goes on in the next one.

    Only those count that are as long as text is wrapped at: short lines in small letters are a list or an address.
    """
    for above, below in pairwise(lines):
        end = above.end
        is_usual = NARROWEST <= end <= WIDEST
        if is_usual and _goes_on(above, below):
            yield end


def _goes_on(above: TextLine, below: TextLine) -> bool:
    """Whether a sentence seems to go on in the next line.

    *Du kan/överklaga* does, and so do *förordningen/(1998:899) om …* and *enligt 10 kap/32 § skollagen*; *Hej!/du*
    doesn't, and neither does what begins an item: *Bifoga/a) en ritning*.
    """
    if _are_cells(above, below) or above.soft is False:
        return False
    is_open = above.text and not above.text.endswith(_END)
    if not is_open or MARKER.match(below.text):
        return False
    if below.text[:1].islower() or _LAW_NUMBER.match(below.text):
        return True
    return bool(_SECTION.match(below.text) and _BEFORE_SECTION.search(above.text))


def _are_cells(above: TextLine, below: TextLine) -> bool:
    """Whether one of the lines has others beside it: *Telefon        Telefax*."""
    return above.cell or below.cell


@dataclass
class Seam:
    """Where a line ends and the next one begins: what tells whether they are one paragraph."""

    above: TextLine
    below: TextLine
    item: TextLine | None
    """The line that begins the item of a list to which the line above belongs, if any."""
    width: int | None
    """That the text was wrapped at, if it was."""

    @cached_property
    def goes_on(self) -> bool:
        """Whether a sentence seems to go on."""
        return _goes_on(self.above, self.below)


def starts_item(seam: Seam) -> bool:
    """Whether the line below begins an item.

    Below a full line of text *-* may be a dash, and *3.* what is left of a date; only *1.* is sure to begin a list.
    """
    marker = MARKER.match(seam.below.text)
    if marker is None or seam.above.soft:
        return False
    is_after_end = seam.above.text.endswith(_END)
    if is_after_end or seam.item is not None:
        return True
    if marker.group("number") == "1":
        return True
    return not _is_full(seam, seam.width)


def joins(seam: Seam) -> bool:
    """Whether the line below goes on with the paragraph.

    The first of ``SIGNS_AT_SEAM`` that is there decides, and else the width that the text was wrapped at.
    """
    is_soft = seam.above.soft  # what the file itself says is surer than any sign
    if is_soft is not None:
        return is_soft
    for _, shows, answer in SIGNS_AT_SEAM:
        if shows(seam):
            return answer
    if seam.width is None:
        return False
    return _is_broken_at(seam, seam.width)


def _labels_contact(seam: Seam) -> bool:
    """Whether the line below gives a way to reach somebody: *Telefon 0980-319 245*.

    Within a sentence the same word is no label: *du når oss på/telefon 0980-319 245*.
    """
    if seam.goes_on:
        return False
    return bool(_CONTACT.match(seam.below.text))


def _hangs(seam: Seam) -> bool:
    """Whether the line below stands further in than the marker of the item above."""
    if seam.item is None:
        return False
    return seam.below.column > seam.item.column


def _cuts_reference(seam: Seam) -> bool:
    """Whether a chapter stands above and its section below: *10 kap/32 § skollagen*."""
    return seam.above.text.endswith("kap") and _SECTION.match(seam.below.text) is not None


def _breaks_sentence(seam: Seam) -> bool:
    """Whether a word goes on, or a sentence in a paragraph of several: *bo-/endestöd*, *Ring oss. Vi/svarar*.

    However short the line is, it is one of a text then.
    """
    if not seam.goes_on:
        return False
    if seam.above.text.endswith(("-", SOFT_HYPHEN)):
        return True
    return bool(SENTENCE_BREAK.search(seam.above.text))


SIGNS_AT_SEAM: tuple[tuple[str, Callable[[Seam], bool], bool], ...] = (
    ("cells side by side", lambda seam: _are_cells(seam.above, seam.below), False),  # Telefon    Telefax
    ("a label", _labels_contact, False),  # Anna Berg/Telefon 0980-319 245
    ("a hanging indent", _hangs, True),  # - ett foto av/  huset
    ("a chapter and its section", _cuts_reference, True),  # enligt 10 kap/32 § skollagen
    ("a sentence within text", _breaks_sentence, True),  # Ring oss. Vi/svarar
    ("a line too long to be wrapped", lambda seam: seam.above.end > WIDEST, False),
)
"""What can show where a line ends, whether it does, and whether the next line goes on then."""


def _is_broken_at(seam: Seam, width: int) -> bool:
    """Whether the line ends because the text was wrapped at ``width``, and not because the writer ended it.

    Where the sentence goes on, 60 % of the width are enough: the next word may be long.  Else that word must have had
    no room.
    """
    if seam.goes_on:
        return seam.above.end >= 0.6 * width
    # A sentence may well end near the edge of wrapped text; what else is followed by a capital has to be at it.
    leeway = 3 if seam.above.text.endswith(_SENTENCE_END) else 0
    return _is_full(seam, width - leeway)


def _is_full(seam: Seam, width: int | None) -> bool:
    """Whether the next line's first word had no room on the line above.

    A line that is longer than any wrapping was never wrapped.
    """
    end = seam.above.end
    if width is None or end > WIDEST:
        return False
    first_word, _, _ = seam.below.text.partition(" ")
    with_word = end + len(" ") + len(first_word)
    return with_word > width
