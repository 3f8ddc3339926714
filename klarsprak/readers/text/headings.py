"""Which short lines of a plain text are headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from klarsprak.letter import Block, Role
from klarsprak.phrases import GREETING, LETTER_LABEL, is_closing
from klarsprak.readers.text.line import SENTENCE_BREAK

LONGEST = 90
CLOSE = 7
"""So many paragraphs after the closing phrase may be the signature."""

_ENDS = (",", ":", ";", "!")
_SHORTENED = "ang."
"""Begins a heading that has a full stop and is no sentence for that: *Ang. bygglov*."""
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
    # From the last one up, since a heading may stand above another one.
    for part, below in reversed(_candidates(parts)):
        if _stands_above(part, below):
            part.block.role = Role.HEADING


def _candidates(parts: Sequence[SpacedBlock]) -> list[tuple[SpacedBlock, SpacedBlock]]:
    """The blocks that could be headings, each with the one below.

    What follows the closing phrase, *Med vänlig hälsning*, is the signature for some blocks.
    """
    candidates = []
    closed = -CLOSE - 1
    for index, (part, below) in enumerate(pairwise(parts)):
        if is_closing(part.text):
            closed = index
        elif _may_stand_as_heading(parts, index, in_signature=index - closed <= CLOSE):
            candidates.append((part, below))
    return candidates


def _may_stand_as_heading(parts: Sequence[SpacedBlock], index: int, in_signature: bool) -> bool:
    """Whether the block could be a heading by its text and by what stands around it.

    In the signature a name or a title looks like one; only what begins an appendix is.
    """
    part = parts[index]
    looks_like_one = part.after_gap and may_be_heading(part.text)
    if not looks_like_one:
        return False
    if in_signature and not _opens_appendix(part.text):
        return False
    return _is_free(parts, index)


def _is_free(parts: Sequence[SpacedBlock], index: int) -> bool:
    """Whether the block belongs to no list.

    A numbered heading, *2. Förslaget*, looks like an item, but has no other one above or below.
    """
    part = parts[index]
    if part.role is not Role.LIST_ITEM:
        return part.role is Role.PARAGRAPH
    is_numbered = _NUMBERED.match(part.text) is not None
    return is_numbered and not _stands_in_list(parts, index)


def _stands_in_list(parts: Sequence[SpacedBlock], index: int) -> bool:
    """Whether another item of a list stands right above the block or right below."""
    above = parts[max(index - 1, 0) : index]
    below = parts[index + 1 : index + 2]
    roles = {part.role for part in (*above, *below)}
    return Role.LIST_ITEM in roles


def _opens_appendix(text: str) -> bool:
    """Whether a line below the signature begins another part all the same: *Hur man överklagar*, *BILAGA*.

    The first letter may be large or small; all in capitals, any five signs or more will do.
    """
    if text.isupper():
        return bool(_AFTER_CLOSE.match(text))
    lowered = text[:1].lower() + text[1:]
    return bool(_AFTER_CLOSE.match(lowered))


def may_be_heading(text: str) -> bool:
    """Whether a line by itself could be a heading: nothing of ``NO_HEADING`` holds."""
    return not any(holds(text) for _, holds in NO_HEADING)


def _ends_otherwise(text: str) -> bool:
    """Whether the line ends as no heading does, but a sentence, a label or a greeting: *Läs mer.*, *Hej Anna!*.

    A question mark is fine: *Vem äger vad?*
    """
    if text.endswith(_ENDS):
        return True
    return text.endswith(".") and not _is_shortened(text)


def _is_shortened(text: str) -> bool:
    """Whether the line begins as a heading that is shortened: *Ang. ditt brev*."""
    return text.lower().startswith(_SHORTENED)


def _without_number(text: str) -> str:
    """The words of a numbered heading: *Bakgrund* of *1.2 Bakgrund*."""
    return _NUMBERED.sub("", text, count=1)


def _has_break(text: str) -> bool:
    """Whether a sentence ends within the line: *Ring oss. Vi svarar*.

    The full stop of a number, *2. Förslaget*, or of *Ang.* ends none.
    """
    if _is_shortened(text):
        return False
    return bool(SENTENCE_BREAK.search(_without_number(text)))


NO_HEADING: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("is long", lambda text: len(text) > LONGEST),
    ("ends otherwise", _ends_otherwise),  # Läs mer.
    ("begins small", lambda text: not _without_number(text)[:1].isupper()),  # en situationsplan
    ("has no word", lambda text: not _WORD.search(_without_number(text))),  # 3 B
    ("goes on after a sentence", _has_break),  # Ring oss. Vi svarar
    ("greets", GREETING.match),  # Hej Anna
    ("is a label", LETTER_LABEL.match),  # Vår referens
    ("is a date", _DATE.match),  # Ekvalla den 3 mars 2026
    ("is an address", _CONTACT.match),  # Box 12, 123 45 Ekvalla
)
"""What a line can show that no heading does, and whether it does; those that cost least come first."""


def _stands_above(part: SpacedBlock, below: SpacedBlock) -> bool:
    """Whether a candidate is a heading of what stands below it: text, another heading, or the letter itself.

    Above text it is, unless it is the street of an address: *Ängsvägen 3*.  Above a heading or a greeting it could be
    who writes, or to whom, *Socialnämnden*; it has to be longer than a name there.
    """
    is_long = _is_long(part.text)
    if _is_text(below):
        is_street = _STREET.match(part.text) is not None
        return is_long or not is_street
    if _is_heading_or_greeting(below):
        is_sender = _SENDER.search(part.text) is not None
        return is_long and not is_sender
    return False


def _is_text(part: SpacedBlock) -> bool:
    """Whether the block is what a heading stands above: an item of a list, or sentences."""
    if part.role is Role.LIST_ITEM:
        return True
    return _is_prose(part.text)


def _is_heading_or_greeting(part: SpacedBlock) -> bool:
    """Whether the block is what may stand below a letter's own heading: *Beslut om bygglov*, then *Hej Anna*."""
    if part.role is Role.HEADING:
        return True
    greets = GREETING.match(part.text) is not None
    return greets and part.after_gap


def _is_long(text: str) -> bool:
    """Whether the text is longer than a name or an address: *Så här överklagar du*."""
    return len(text.split()) >= 3


def _is_prose(text: str) -> bool:
    """Whether the text is a sentence, or as long as one.

    *Du skriver till oss.* is one by its full stop, and eight words are without: *Det här behöver du skicka med din
    ansökan*.  *Till Anna Berg och alla andra som bor på Ängsvägen* greets, and *Datum för vårt beslut:* is a label.
    """
    words = len(text.split())
    if words < 3:
        return False
    if words >= 8 and not GREETING.match(text):
        return True
    return text.endswith((".", ":", "?")) and not LETTER_LABEL.match(text)
