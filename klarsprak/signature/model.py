"""What the search for the signature block works with and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS, Occasion, Signature
from klarsprak.letter import Role


class Part(NamedTuple):
    """A part of the signature block.

    ``start`` and ``end`` count code points in the block's text.  An address that is spread over several blocks has
    its lines joined with a comma in ``text``, and the place of the first of them.  ``reason`` says in Swedish where
    in the letter it stands and what it was known by: *under hälsningsfrasen, vid ”Telefon”*.
    """

    text: str
    block: int
    start: int
    end: int
    reason: str = ""


@dataclass(slots=True)
class SignatureBlock:
    """The five parts of the signature block and what stands beside them, each None where the letter lacks it.

    ``why`` holds, for a missing part, one Swedish sentence on what was found in its stead, if anything.
    ``occasion`` says what the letter is, which decides what it must hold; ``shared`` is a switchboard's or customer
    service's number in a letter that has no other, ``visiting`` a visiting address likewise.
    """

    name: Part | None = None
    title: Part | None = None
    unit: Part | None = None
    address: Part | None = None
    phone: Part | None = None
    email: Part | None = None
    web: Part | None = None
    hours: Part | None = None
    shared: Part | None = None
    visiting: Part | None = None
    occasion: Occasion = Occasion.LETTER
    why: dict[str, str] = field(default_factory=dict)

    def as_signature(self, demanded: tuple[str, ...] = SIGNATURE_PARTS) -> Signature:
        """The texts, as the report shows them; ``demanded`` are the parts that such a letter must hold."""
        parts = {name: part for name in (*SIGNATURE_PARTS, *SIGNATURE_EXTRAS) if (part := getattr(self, name))}
        return Signature(
            **{name: part.text for name, part in parts.items()},
            occasion=self.occasion,
            demanded=demanded,
            reasons={name: part.reason for name, part in parts.items()},
        )


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
    VISIT = auto()
    """Besöksadress: not an address to write to."""
    PHONE = auto()
    SWITCHBOARD = auto()
    SHARED_PHONE = auto()
    """Kundtjänst, Kontaktcenter."""
    FAX = auto()
    THEIRS = auto()
    """Sökande, Mottagare: what follows belongs to the reader or to somebody else."""
    COPY = auto()
    """Kopia till, Bilagor: what follows is a list."""
    HOURS = auto()
    """Öppettider, Telefontid."""
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


class PieceKind(Enum):
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
    WEB = auto()
    HOURS = auto()
    LABEL = auto()
    COMPANY = auto()
    FIRST_NAME = auto()
    INITIALS = auto()
    PLACEHOLDER = auto()
    NEUTRAL = auto()
    """A date, a case number."""
    OTHER = auto()


class Piece(NamedTuple):
    """A classified stretch of a line; ``label`` is the label that it stands under."""

    kind: PieceKind
    span: Span
    line: int
    column: int
    label: Label | None = None

    def part(self) -> Part:
        """The stretch as a part that its label, if any, gives the reason for."""
        return self.span.part()._replace(reason=LABEL_REASONS.get(self.label, "") if self.label else "")


LABEL_REASONS = {
    Label.PERSON: "vid ”Handläggare” eller liknande",
    Label.NAME: "vid ”Namn”",
    Label.TITLE: "vid ”Befattning” eller liknande",
    Label.UNIT: "vid ”Enhet” eller liknande",
    Label.ADDRESS: "vid ”Adress” eller liknande",
    Label.VISIT: "vid ”Besöksadress” eller liknande",
    Label.PHONE: "vid ”Telefon” eller liknande",
    Label.HOURS: "vid ”Öppettider” eller liknande",
}
"""What the label says of the piece beside it."""
