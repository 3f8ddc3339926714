"""What the checker says of a letter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from operator import itemgetter
from typing import Literal, NamedTuple

from klarsprak.letter import Role

ReportVerdict = Literal["clean", "findings", "unreadable"]


class Category(StrEnum):
    """The fixed categories that rules belong to."""

    KANSLISVENSKA = "kanslisvenska"
    FACKORD = "fackord"
    FORKORTNING = "forkortning"
    LAGRUM = "lagrum"
    MENING = "mening"
    PASSIV = "passiv"
    TON = "ton"
    TILLTAL = "tilltal"
    ARENDEGANG = "arendegang"
    MALLREST = "mallrest"
    SIGNATUR = "signatur"
    SKRIVREGLER = "skrivregler"
    SPRAKFEL = "sprakfel"


class Level(IntEnum):
    """How serious a finding is; a higher number is more serious."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, name: str) -> Level:
        """The level of that name (``info``, ``warning``, ``error``); raises ``ValueError`` for another one."""
        try:
            return cls[name.upper()]
        except KeyError:
            raise ValueError(name) from None

    @property
    def label(self) -> str:
        """What people read of it, in reports and of rules: *Bör skrivas om*."""
        return _LABELS[self]


_LABELS = {Level.ERROR: "Måste rättas", Level.WARNING: "Bör skrivas om", Level.INFO: "Tänk på"}


class FindingPlace(NamedTuple):
    """Where a finding's words stand: ``start`` and ``end`` count code points in the block's text."""

    block: int
    role: Role
    start: int
    end: int
    page: int | None = None
    line: int | None = None
    column: int | None = None
    near: str | None = None
    """What a reader calls the place, where he sees neither pages nor lines: *3:e stycket under Beslut*."""

    def overlaps(self, other: FindingPlace) -> bool:
        """Whether the two share a character."""
        return self.block == other.block and self.start < other.end and other.start < self.end


class Finding(NamedTuple):
    """One thing that breaks the policy.

    ``text`` is what stands in the letter with white space folded; it is empty, and ``place`` is None, where
    something is missing from the letter.  ``suggestions`` are ready to put in the text's place.
    """

    rule: str
    category: Category
    level: Level
    text: str
    suggestions: tuple[str, ...]
    message: str
    why: str
    source: str
    place: FindingPlace | None
    safe: bool = False
    """Whether the first suggestion can stand in the text's place with nothing else changed."""
    word: str = ""
    """Which of the rule's words stands there, in dictionary form, where the rule lists its words."""
    also: tuple[Finding, ...] = ()
    """Findings that this one speaks for where each place has one remark: on its words, or on the same word again."""
    explanation: str = ""
    """A sentence that says what the words mean, ready to be put into the letter: *Vite är …*."""
    explanation_source: str = ""
    """Which wording of the law that sentence was written from: *lagen med ändringar till och med SFS 2025:1501*."""


SIGNATURE_PARTS = ("name", "title", "unit", "address", "phone")
SIGNATURE_EXTRAS = ("email", "web", "hours")
"""What stands beside the parts and is noted."""


class Occasion(StrEnum):
    """What a letter is, as far as it decides what its signature must hold."""

    LETTER = "letter"
    AUTOREPLY = "autoreply"
    UNIT = "unit"
    """Signed by a unit and no person."""
    DIGITAL = "digital"
    """Approved digitally: nobody signs by hand."""
    APPENDIX = "appendix"
    FORM = "form"
    REPORT = "report"
    NOTICE = "notice"
    """Sent by a system to many: *Du har fått ett nytt beslut*."""
    RECORD = "record"
    """Written to nobody: a row of a register, a published decision, a list."""
    PAGE = "page"
    """Written to whoever reads it: questions and answers, what a study is about, how a service works."""


@dataclass(slots=True)
class Signature:
    """The signature block as found; a part is None where the letter lacks it.

    ``reasons`` say in Swedish where each part stands and what it was known by.  ``demanded`` are the parts that such
    a letter (``occasion``) must hold.
    """

    name: str | None = None
    title: str | None = None
    unit: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    hours: str | None = None
    occasion: Occasion = Occasion.LETTER
    demanded: tuple[str, ...] = SIGNATURE_PARTS
    reasons: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def lacking(self) -> list[str]:
        """Names of the parts that are missing and must not be."""
        return [part for part in self.missing if part in self.demanded]

    @property
    def missing(self) -> list[str]:
        """Names of the parts that were not found, in the order of ``SIGNATURE_PARTS``."""
        return [part for part in SIGNATURE_PARTS if getattr(self, part) is None]


class Score(NamedTuple):
    """How easy a letter is likely to be, from 0 to 100, and between which it lies with a certainty of 95 %."""

    value: float
    low: float
    high: float


@dataclass(slots=True)
class Report:
    """All that the checker says of one letter.

    ``texts`` are the blocks that findings point into, and ``roles`` their roles, for reports that show the letter;
    they go into no machine output.
    """

    file: str
    format: str | None
    words: int = 0
    findings: list[Finding] = field(default_factory=list)
    signature: Signature = field(default_factory=Signature)
    metrics: dict[str, float] = field(default_factory=dict)
    score: Score | None = None
    """By all that was found, known or not; None for a short letter and for one not checked in all respects."""
    notes: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    """Those of the notes that say what is not checked: passages in another language, pictures, some attachments."""
    error: str | None = None
    known: int = 0
    """Findings left out because the organisation's baseline knows them."""
    below: int = 0
    """Findings left out because they are below the level that was asked for."""
    texts: list[str] = field(default_factory=list, repr=False)
    roles: list[Role] = field(default_factory=list, repr=False)
    sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict, repr=False)
    """Where the sentences of a block with findings begin and end, by the block's number."""
    letter_types: tuple[str, ...] = ()
    """Of the types that the organisation's gate asks for, those that the letter is of."""
    categories: frozenset[Category] = frozenset(Category)
    """Those of the rules that the letter was checked by: of what nobody asked for, people aren't told the sums."""

    @property
    def tells_of_signature(self) -> bool:
        """Whether what the signature holds and lacks was asked for."""
        return Category.SIGNATUR in self.categories

    @property
    def tells_of_readability(self) -> bool:
        """Whether the measures were asked for: LIX and its like are of the same category as the sentences."""
        return Category.MENING in self.categories

    def around(self, place: FindingPlace) -> tuple[int, int]:
        """First and last code point of the sentence, or sentences, that hold the finding's words."""
        sentences = self.sentences.get(place.block, [])
        first = bisect_right(sentences, place.start, key=_end)
        touched = sentences[first : bisect_left(sentences, place.end, key=_start)]
        return (touched[0][0], touched[-1][1]) if touched else (0, len(self.texts[place.block]))

    @property
    def verdict(self) -> ReportVerdict:
        """``unreadable`` where the letter could not be read or called clean, else ``findings`` or ``clean``."""
        if self.not_checked is not None:
            return "unreadable"
        return "findings" if self.findings else "clean"

    @property
    def not_checked(self) -> str | None:
        """Why the letter is not checked, in Swedish: it could not be read, or nothing is found but a part is unread.

        Such a letter is never clean: *Ett stycke på engelska är inte granskat. I resten finns inget att anmärka på.*
        """
        if self.error is not None or self.findings or not self.unchecked:
            return self.error
        return " ".join([*self.unchecked, "I resten finns inget att anmärka på."])


_start, _end = itemgetter(0), itemgetter(1)

SignaturePart = Literal["name", "title", "unit", "address", "phone"]
