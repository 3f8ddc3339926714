"""What the search for the signature block works with and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS, Occasion, Signature
from klarsprak.letter import Role
from klarsprak.signature.spans import FoundPart, Span

ALL_PARTS = (*SIGNATURE_PARTS, *SIGNATURE_EXTRAS)


@dataclass
class SignatureBlock:
    """The parts of the signature block that were found, by their names in ``ALL_PARTS``.

    ``why`` holds, for a missing part, one Swedish sentence on what was found in its stead, if anything.
    ``occasion`` says what the letter is, which decides what it must hold; ``shared`` is a switchboard's or customer
    service's number in a letter that has no other, ``visiting`` a visiting address likewise.
    """

    parts: dict[str, FoundPart] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    occasion: Occasion = Occasion.LETTER
    shared: FoundPart | None = None
    visiting: FoundPart | None = None
    asked: FoundPart | None = None
    """The number of somebody else whom the letter tells the reader to ask, where the writer has none."""
    names_sender: bool = False
    """Whether it says anywhere whose it is: a unit, the municipality, or what stands below the closing phrase."""
    find_way: Callable[[], bool] = field(default=bool, repr=False, compare=False)
    """Looks for a way to reach somebody."""

    @cached_property
    def tells_how_to_reach(self) -> bool:
        """Whether a number or an address of mail, or where else to ask, stands anywhere in the letter.

        Looked for when somebody asks: of most letters nobody does.
        """
        return self.find_way()

    @property
    def name(self) -> FoundPart | None:
        """Who signs, None where the letter doesn't say; the other parts likewise."""
        return self.parts.get("name")

    @property
    def title(self) -> FoundPart | None:
        """The signer's title: *bygglovshandläggare*."""
        return self.parts.get("title")

    @property
    def unit(self) -> FoundPart | None:
        """Where the signer works: *Bygglovsenheten*."""
        return self.parts.get("unit")

    @property
    def address(self) -> FoundPart | None:
        """Where to write: *Box 34, 998 21 Norrlida*."""
        return self.parts.get("address")

    @property
    def phone(self) -> FoundPart | None:
        """The signer's own number."""
        return self.parts.get("phone")

    @property
    def email(self) -> FoundPart | None:
        """An e-mail address."""
        return self.parts.get("email")

    @property
    def web(self) -> FoundPart | None:
        """The address of a site."""
        return self.parts.get("web")

    @property
    def hours(self) -> FoundPart | None:
        """When somebody answers: *måndag–fredag 9–16*."""
        return self.parts.get("hours")

    def forget_reasons(self) -> None:
        """Drop the sentences on parts that are there after all.

        *0980-319 200 går till växeln* helps nobody where the writer's own number stands, too.
        """
        for name in self.parts:
            self.why.pop(name, None)

    def as_signature(self, demanded: tuple[str, ...] = SIGNATURE_PARTS) -> Signature:
        """The texts, as the report shows them; ``demanded`` are the parts that such a letter must hold.

        The parts are in the order of ``ALL_PARTS``, in whichever they were found.
        """
        names = list(filter(self.parts.__contains__, ALL_PARTS))
        texts = {name: self.parts[name].text for name in names}
        reasons = {name: self.parts[name].reason for name in names}
        return Signature(**texts, occasion=self.occasion, demanded=demanded, reasons=reasons)


class Label(Enum):
    """What a label such as *Telefon:* says of what follows."""

    __hash__ = object.__hash__  # quicker than that of enumerations, which asks for the member's name
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


class LetterLine(NamedTuple):
    """A line of the letter, or the part of it that stands in one cell or column.

    Lines with the same ``column`` stand below one another; ``label`` is the one above or to the left of them.
    """

    span: Span
    role: Role
    column: int
    label: Label | None = None


class PieceKind(Enum):
    """What a piece of a line is."""

    __hash__ = object.__hash__
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
    NOTHING = auto()
    """What stands before the first piece and behind the last one."""


class LinePiece(NamedTuple):
    """A classified stretch of a line; ``label`` is the label that it stands under."""

    kind: PieceKind
    span: Span
    line: int
    column: int
    label: Label | None = None

    def is_label_among(self, labels: Collection[Label]) -> bool:
        """Whether it is one of these labels, and not what stands beside one.

        *Telefon:* itself, but not *0980-319 214*, which has the same label.
        """
        return self.kind is PieceKind.LABEL and self.label in labels

    def is_on_line_of(self, other: LinePiece) -> bool:
        """Whether both stand on one line."""
        return self.line == other.line

    def part(self) -> FoundPart:
        """The stretch as a part that its label, if any, gives the reason for.

        *vid ”Telefon” eller liknande*; what is known by its form alone gets its reason from its place.
        """
        return self.span.part(LABEL_REASONS.get(self.label, ""))


LABEL_REASONS: dict[Label | None, str] = {
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
