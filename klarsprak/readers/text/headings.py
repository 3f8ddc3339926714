"""Which short lines of a plain text are headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from klarsprak.letter import Block, Role
from klarsprak.readers.text.line import SENTENCE_BREAK

LONGEST = 90
CLOSE = 7
"""So many paragraphs after the closing phrase may be the signature."""

_ENDS = (",", ":", ";", "!")
_SHORTENED = "ang."
"""Begins a heading that has a full stop and is no sentence for that: *Ang. bygglov*."""
_GREETING = re.compile(r"(?:hej|hejsan|god dag|bästa?e?|kära?e?|till)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:med (?:vänlig|varm)|vänlig|många|bästa|varma|soliga)[a-z]* hälsning|(?:hälsning(?:ar|en)?|mvh|"
    r"med högaktning|högaktningsfullt|enligt uppdrag|på .{1,60} vägnar|för .{1,60}nämnden)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:er|vår)\w* )?(?:datum|dnr|diarie\w*|ärende(?:nummer|nr)?|handläggare|beteckning|referens|telefon|tel|fax|"
    r"e-?post|adress|bilag\w*|kopia|cc|sida|postadress)\b[.:]?",
    re.IGNORECASE,
)
_DATE = re.compile(r".{0,30}(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zå]{3,9}\.? (?:19|20)\d\d)", re.IGNORECASE)
_AFTER_CLOSE = re.compile(r"(?:[^a-zåäö]{5,}$|(?:hur|så|om|vad|när|överklagande|information)\b)")
"""What stands below the signature and is a heading all the same: *Hur man överklagar*, *BILAGA*."""
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[§IVX]+\.?)\s+")
_CONTACT = re.compile(r".*\b\d{3} ?\d{2} [A-ZÅÄÖ]|.*@|box \d", re.IGNORECASE)
_STREET = re.compile(r".*\d{4}|.*\w \d{1,3}$")
_SENDER = re.compile(r"\bkommun\b|förvaltning|nämnden$")
_WORD = re.compile(r"[^\W\d_]{3}")


@dataclass(slots=True)
class SpacedBlock:
    """A block, and whether an empty line stands before it."""

    block: Block
    after_gap: bool

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @property
    def role(self) -> Role:
        """The block's role."""
        return self.block.role


def mark_headings(parts: Sequence[SpacedBlock]) -> None:
    """Gives headings their role: short lines that stand above text and are no greeting, name, address or date."""
    for part, below in reversed(_candidates(parts)):  # a heading may stand above another one
        if _stands_above(part, below):
            part.block.role = Role.HEADING


def _candidates(parts: Sequence[SpacedBlock]) -> list[tuple[SpacedBlock, SpacedBlock]]:
    """The blocks that could be headings, each with the one below."""
    candidates = []
    closed = -CLOSE - 1
    for index, (part, below) in enumerate(pairwise(parts)):
        if is_closing(part.text):
            closed = index
        elif _may_stand_as_heading(parts, index, in_signature=index - closed <= CLOSE):
            candidates.append((part, below))
    return candidates


def _may_stand_as_heading(parts: Sequence[SpacedBlock], index: int, in_signature: bool) -> bool:
    """Whether the block could be a heading by its text and by what stands around it."""
    part = parts[index]
    is_apart = part.after_gap and may_be_heading(part.text)
    if not is_apart or not _is_free(parts, index):
        return False
    return not in_signature or _opens_appendix(part.text)


def _is_free(parts: Sequence[SpacedBlock], index: int) -> bool:
    """Whether the block is none of a list; a numbered heading looks like an item, but stands alone."""
    part = parts[index]
    if part.role is Role.LIST_ITEM:
        return bool(_NUMBERED.match(part.text)) and not _stands_in_list(parts, index)
    return part.role is Role.PARAGRAPH


def _stands_in_list(parts: Sequence[SpacedBlock], index: int) -> bool:
    """Whether another item stands right above or below."""
    above, below = parts[max(index - 1, 0) : index], parts[index + 1 : index + 2]
    return any(part.role is Role.LIST_ITEM for part in (*above, *below))


def _opens_appendix(text: str) -> bool:
    """Whether a line below the signature begins another part all the same: *Hur man överklagar*, *BILAGA*."""
    lowered = text[:1].lower() + text[1:]
    return bool(_AFTER_CLOSE.match(text if text.isupper() else lowered))


def is_closing(text: str) -> bool:
    """Whether the paragraph is a letter's closing phrase, *Med vänlig hälsning*."""
    return bool(_CLOSING.match(text.rstrip(",.! ")))


def may_be_heading(text: str) -> bool:
    """Whether a line by itself could be a heading: nothing of ``NO_HEADING`` holds."""
    return not any(holds(text) for _, holds in NO_HEADING)


def _ends_otherwise(text: str) -> bool:
    """Whether the line ends as a sentence or a greeting does: *Läs mer.*, *Hej Anna!*."""
    is_sentence = text.endswith(".") and not _is_shortened(text)
    return is_sentence or text.endswith(_ENDS)


def _is_shortened(text: str) -> bool:
    return text.lower().startswith(_SHORTENED)


def _without_number(text: str) -> str:
    """The words of a numbered heading: *Bakgrund* of *1.2 Bakgrund*."""
    return _NUMBERED.sub("", text, count=1)


def _has_break(text: str) -> bool:
    """Whether a sentence ends within the line: *Ring oss. Vi svarar*."""
    return bool(SENTENCE_BREAK.search(_without_number(text))) and not _is_shortened(text)


NO_HEADING: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("is long", lambda text: len(text) > LONGEST),
    ("ends otherwise", _ends_otherwise),  # Läs mer.
    ("begins small", lambda text: not _without_number(text)[:1].isupper()),  # en situationsplan
    ("has no word", lambda text: not _WORD.search(_without_number(text))),  # 3 B
    ("goes on after a sentence", _has_break),  # Ring oss. Vi svarar
    ("greets", _GREETING.match),  # Hej Anna
    ("is a label", _LABEL.match),  # Vår referens
    ("is a date", _DATE.match),  # Ekvalla den 3 mars 2026
    ("is an address", _CONTACT.match),  # Box 12, 123 45 Ekvalla
)
"""What a line can show that no heading does, and whether it does; those that cost least come first."""


def _stands_above(part: SpacedBlock, below: SpacedBlock) -> bool:
    """Whether a candidate is a heading of what stands below it: text, another heading, or the letter itself."""
    if below.role is Role.LIST_ITEM or _is_prose(below.text):
        return _is_long(part.text) or not _STREET.match(part.text)
    if below.role is Role.HEADING or _greets_after_gap(below):
        return _is_long(part.text) and not _SENDER.search(part.text)
    return False


def _greets_after_gap(part: SpacedBlock) -> bool:
    return part.after_gap and bool(_GREETING.match(part.text))


def _is_long(text: str) -> bool:
    """Whether the text is longer than a name or an address: *Så här överklagar du*."""
    return len(text.split()) >= 3


def _is_prose(text: str) -> bool:
    """Whether the text is a sentence, or as long as one."""
    words = len(text.split())
    if words >= 8 and not _GREETING.match(text):
        return True
    is_sentence = words >= 3 and text.endswith((".", ":", "?"))
    return is_sentence and not _LABEL.match(text)
