"""What the letter is: an autoreply, a form, an appendix … which need not be signed as letters are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from klarsprak.finding import Occasion
from klarsprak.letter import Letter, Role
from klarsprak.signature.decisions import Decision, decide
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.line_shapes import is_greeting
from klarsprak.signature.model import SignatureBlock
from klarsprak.signature.zones import Zones

_NOT_MAIN = {Role.HEADER, Role.FOOTER, Role.FOOTNOTE}
_TITLE_LINES = 8
_LONGEST_TITLE = 9
"""Words."""
_AUTOREPLY_TITLE = re.compile(
    r"^(?:re:\s*|sv:\s*)?"
    r"(?:autosvar|automatiskt svar|automatic reply|autoreply|frånvaro:|frånvaromeddelande|out of office)",
    re.IGNORECASE,
)
_AUTOREPLY = re.compile(
    r"\b(?:(?:det här|detta|det) är ett (?:auto(?:matiskt?|matgenererat )?\s?(?:svar|meddelande|mejl|mail)|autosvar)"
    r"|(?:detta|det här) (?:svar|meddelande|mejl)\w* (?:är|har) (?:skickats|skickas|skapats) automatiskt)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\bjag är (?:just nu |för närvarande |inte på plats |på )*(?:ledig|bortrest|semester|föräldraledig|tjänstledig"
    r"|frånvarande|tjänsteresa|åter)\b[^.]*\b(?:till och med|t\.?o\.?m|fram till|tillbaka|åter|den \d)",
    re.IGNORECASE,
)
_SHORT_MAIL = 90
"""Words; a longer mail that says that its writer will be away is a letter."""
_APPENDIX = re.compile(
    r"^(?:bilaga(?: \d+| [A-Z])?[.:]?|(?:bilaga\W+)?(?:överklagande|besvärs)(?:hänvisning|anvisning)(?:en|ar)?"
    r"|(?:information om )?hur (?:du|man|ni) (?:kan )?överklagar?\b.*|så (?:här )?överklagar (?:du|man|ni)\b.*)$",
    re.IGNORECASE,
)
_APPENDIX_LINES = 4
_LETTER_TITLE = re.compile(
    r"beslut|föreläggande|kallelse|underrättelse|\b(?:svar|avslag|meddelande|kommunicering|begäran|yttrande)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(?:ansökan|anmälan|begäran|beställning|uppgifter|blankett|fullmakt|medgivande|samtycke|enkät|svarstalong"
    r"|svarsblankett|delgivningskvitto|mottagningsbevis|intyg|egenkontroll|checklista)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{4,}|\.{6,}|…{2,}|[☐□]")
_MANY_BLANKS, _LINES_TO_A_BLANK = 5, 5
"""A form without a form's title has so many blanks, and one at least for so many lines."""
_REPORT = re.compile(
    r"^(?:\w*rapport(?:en)?\b(?! om din| om ditt| om er)|årsredovisning|verksamhetsberättelse|promemoria|PM\b)",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(r"\b(?:du|dig|din|ditt|dina|ni|era|hej)\b", re.IGNORECASE)


@dataclass(frozen=True)
class LetterAsRead:
    """A letter, its zones and what was found of its signature."""

    letter: Letter
    zones: Zones
    found: SignatureBlock

    @cached_property
    def texts(self) -> list[str]:
        """The text of each line."""
        return [line.span.text for line in self.zones.lines]

    @cached_property
    def titles(self) -> list[str]:
        """The first short lines of the letter itself, then those of its headers."""
        return list(_titles(self.zones))

    @property
    def is_open(self) -> bool:
        """Whether neither a name nor a closing phrase with a title is there; *Underskrift* closes a form, too."""
        is_titled = self.zones.closed and self.found.title is not None
        return not self.found.name and not is_titled

    def is_titled(self, pattern: re.Pattern[str]) -> bool:
        """Whether a title begins as the pattern says."""
        return any(map(pattern.match, self.titles))

    def greets(self) -> bool:
        """Whether a line greets the reader."""
        return any(map(is_greeting, self.texts))


def occasion_of(letter: Letter, zones: Zones, found: SignatureBlock) -> Occasion:
    """What the letter is, by its title and its words; ``zones`` are the letter's, ``found`` is its signature."""
    decision = decide(OCCASIONS, LetterAsRead(letter, zones, found))
    return decision.answer if decision else Occasion.LETTER


def _titles(zones: Zones) -> Iterator[str]:
    main = [line for line in zones.lines if line.role not in _NOT_MAIN]
    for line in (*main[:_TITLE_LINES], *zones.header[:_TITLE_LINES]):
        words = line.span.text.split()
        if len(words) <= _LONGEST_TITLE:
            yield " ".join(words)


def _is_titled_autoreply(read: LetterAsRead) -> bool:
    """*Autosvar: ditt mejl*."""
    return any(map(_AUTOREPLY_TITLE.match, read.titles[:2]))


def _says_it_is_autoreply(read: LetterAsRead) -> bool:
    """*Det här är ett automatiskt svar.*"""
    return _AUTOREPLY.search(" ".join(read.texts)) is not None


def _is_away(read: LetterAsRead) -> bool:
    """*Jag är på semester till och med den 3 augusti*, in a short mail."""
    if read.letter.format != "email":
        return False
    text = " ".join(read.texts)
    return len(text.split()) <= _SHORT_MAIL and _AWAY.search(text) is not None


def _is_appendix(read: LetterAsRead) -> bool:
    """*Bilaga 1*, *Hur du överklagar*."""
    return read.is_open and any(map(_APPENDIX.match, read.titles[:_APPENDIX_LINES]))


def _is_enclosed(read: LetterAsRead) -> bool:
    """Whether it came with a mail and is no letter of its own: it greets nobody and is titled as none."""
    if not read.is_open or "#" not in read.letter.source:
        return False
    return not read.greets() and not any(map(_LETTER_TITLE.search, read.titles))


def _is_form(read: LetterAsRead) -> bool:
    """Whether the reader is to fill in most of it."""
    if not read.is_open:
        return False
    blanks = _count_blanks(read)
    are_many = blanks >= _MANY_BLANKS and blanks * _LINES_TO_A_BLANK >= len(read.texts)
    return are_many or (blanks > 1 and read.is_titled(_FORM))


def _count_blanks(read: LetterAsRead) -> int:
    """How many lines hold a blank, *____*, and how many cells are empty."""
    lines = sum(1 for text in read.texts if _BLANK.search(text))
    cells = sum(1 for block in read.letter.blocks if block.cell and not block.text.strip())
    return lines + cells


def _is_report(read: LetterAsRead) -> bool:
    """Whether it is titled as a report and speaks to nobody."""
    if read.found.name or read.zones.closed or not read.is_titled(_REPORT):
        return False
    return not read.greets() and not any(map(_TO_THE_READER.search, read.texts))


def _is_approved_digitally(read: LetterAsRead) -> bool:
    """*Beslutet är godkänt digitalt, saknar därför underskrift.*"""
    return any(map(says_approved_digitally, read.texts))


def _is_units(read: LetterAsRead) -> bool:
    """Whether a unit signs where a person would: no name, no title, and nothing that stands in a name's place."""
    found = read.found
    if not found.unit or found.name or found.title or "name" in found.why:
        return False
    block = found.unit.block
    return read.zones.closed or any(line.span.block == block for line in read.zones.tail)


OCCASIONS: tuple[Decision[LetterAsRead, Occasion], ...] = (
    Decision(
        "autoreply's title", _is_titled_autoreply, Occasion.AUTOREPLY, "Autosvar: ditt mejl\nTack för ditt mejl."
    ),
    Decision(
        "says it is an autoreply",
        _says_it_is_autoreply,
        Occasion.AUTOREPLY,
        "Hej!\nDet här är ett automatiskt svar. Vi läser ditt mejl i morgon.",
    ),
    Decision(
        "somebody away", _is_away, Occasion.AUTOREPLY, "Hej!\nJag är på semester till och med den 3 augusti.\nAnna Ek"
    ),
    Decision("appendix", _is_appendix, Occasion.APPENDIX, "Bilaga 1\nSå här räknar vi."),
    Decision("enclosed", _is_enclosed, Occasion.APPENDIX, "Karta över området\nVägen är röd."),
    Decision("form", _is_form, Occasion.FORM, "Ansökan om färdtjänst\nNamn: ________\nAdress: ________"),
    Decision("report", _is_report, Occasion.REPORT, "Tillsynsrapport om badplatserna\nVattnet var rent i juni."),
    Decision(
        "approved digitally",
        _is_approved_digitally,
        Occasion.DIGITAL,
        "Beslutet är godkänt digitalt, saknar därför underskrift.",
    ),
    Decision("signed by a unit", _is_units, Occasion.UNIT, "Vi lagar gatan.\nHälsningar\nGatuenheten"),
)
"""What a letter may be, in the order in which they are tried; any other is a letter."""
