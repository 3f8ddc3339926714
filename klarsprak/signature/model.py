"""What the search for the signature block works with and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from klarsprak.finding import SIGNATURE_PARTS, Signature
from klarsprak.letter import Role


class Part(NamedTuple):
    """A part of the signature block.

    ``start`` and ``end`` count code points in the block's text.  An address that is spread over several blocks has
    its lines joined with a comma in ``text``, and the place of the first of them.
    """

    text: str
    block: int
    start: int
    end: int


@dataclass(slots=True)
class Found:
    """The five parts of the signature block, each None where the letter lacks it.

    ``why`` holds, for a missing part, one Swedish sentence on what was found in its stead, if anything.
    """

    name: Part | None = None
    title: Part | None = None
    unit: Part | None = None
    address: Part | None = None
    phone: Part | None = None
    why: dict[str, str] = field(default_factory=dict)

    def as_signature(self) -> Signature:
        """The texts alone, as the report shows them."""
        parts: dict[str, Part | None] = {part: getattr(self, part) for part in SIGNATURE_PARTS}
        return Signature(**{name: part.text if part else None for name, part in parts.items()})


class Span(NamedTuple):
    """A stretch of a block's text."""

    text: str
    block: int
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Span:
        """The stretch between two offsets of this one, without white space around it."""
        text = self.text[start:end]
        stripped = text.lstrip()
        return Span(stripped.rstrip(), self.block, self.start + start + len(text) - len(stripped))

    def part(self) -> Part:
        """The stretch as a part, with white space folded in its text."""
        return Part(" ".join(self.text.split()), self.block, self.start, self.end)


class Label(Enum):
    """What a label such as *Telefon:* says of what follows."""

    PERSON = auto()
    """Handläggare, Kontaktperson, Beslutande."""
    NAME = auto()
    """Namn: the writer's beside a title, else the reader's."""
    TITLE = auto()
    UNIT = auto()
    ADDRESS = auto()
    PHONE = auto()
    SWITCHBOARD = auto()
    SHARED_PHONE = auto()
    """Kundtjänst, Kontaktcenter."""
    FAX = auto()
    THEIRS = auto()
    """Sökande, Mottagare: what follows belongs to the reader or to somebody else."""
    COPY = auto()
    """Kopia till, Bilagor: what follows is a list."""
    OTHER = auto()
    """E-post, Datum, Org.nr: of no interest, but it tells that the line is no prose."""


class Line(NamedTuple):
    """A line of the letter, or the part of it that stands in one cell or column.

    Lines with the same ``column`` stand below one another; ``label`` is the one above or to the left of them.
    """

    span: Span
    role: Role
    column: int
    label: Label | None = None


class Kind(Enum):
    """What a piece of a line is."""

    NAME = auto()
    TITLE = auto()
    UNIT = auto()
    ORGANISATION = auto()
    ADDRESS = auto()
    """A street and number, a box, or a post code and town; joined later."""
    TOWN = auto()
    """A single word that is a town where it follows a street."""
    PHONE = auto()
    SWITCHBOARD = auto()
    """A number that is said not to be the writer's own."""
    SHARED = auto()
    """The number of a customer service or the like."""
    FAX = auto()
    EMAIL = auto()
    LABEL = auto()
    COMPANY = auto()
    FIRST_NAME = auto()
    INITIALS = auto()
    PLACEHOLDER = auto()
    NEUTRAL = auto()
    """A date, a case number, a web address."""
    OTHER = auto()


class Piece(NamedTuple):
    """A classified stretch of a line; ``label`` is the label that it stands under."""

    kind: Kind
    span: Span
    line: int
    column: int
    label: Label | None = None
