"""What the letter is: an autoreply, a form, an appendix … which need not be signed as letters are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.finding import Occasion
from klarsprak.letter import Letter, Role
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.model import Line, SignatureBlock
from klarsprak.signature.zones import Zones, is_greeting

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


def occasion_of(letter: Letter, lines: list[Line], zones: Zones, found: SignatureBlock) -> Occasion:
    """What the letter is, by its title and its words; ``lines`` and ``zones`` are the letter's."""
    titles = list(_titles(lines))
    if _is_autoreply(letter, titles, lines):
        return Occasion.AUTOREPLY
    if not found.name:
        # *Underskrift* closes a form, too.
        signed = zones.closed and found.title is not None
        if not signed and (_is_appendix(titles) or _is_enclosed(letter, titles, lines)):
            return Occasion.APPENDIX
        if not signed and _is_form(letter, titles, lines):
            return Occasion.FORM
        if not zones.closed and _is_report(titles, lines):
            return Occasion.REPORT
    if any(says_approved_digitally(line.span.text) for line in lines):
        return Occasion.DIGITAL
    return Occasion.UNIT if _is_units(found, lines, zones) else Occasion.LETTER


def _titles(lines: list[Line]) -> Iterator[str]:
    """The first short lines of the letter itself, then those of its headers."""
    main = [line for line in lines if line.role not in {Role.HEADER, Role.FOOTER, Role.FOOTNOTE}]
    headers = [line for line in lines if line.role is Role.HEADER]
    for line in (*main[:_TITLE_LINES], *headers[:_TITLE_LINES]):
        text = " ".join(line.span.text.split())
        if len(text.split()) <= _LONGEST_TITLE:
            yield text


def _is_autoreply(letter: Letter, titles: list[str], lines: list[Line]) -> bool:
    if any(_AUTOREPLY_TITLE.match(title) for title in titles[:2]):
        return True
    text = " ".join(line.span.text for line in lines)
    if _AUTOREPLY.search(text):
        return True
    return letter.format == "email" and len(text.split()) <= _SHORT_MAIL and bool(_AWAY.search(text))


def _is_appendix(titles: list[str]) -> bool:
    return any(_APPENDIX.match(title) for title in titles[:_APPENDIX_LINES])


def _is_enclosed(letter: Letter, titles: list[str], lines: list[Line]) -> bool:
    """Whether it came with a mail and is no letter of its own: it greets nobody and is titled as none."""
    return (
        "#" in letter.source
        and not any(is_greeting(line.span.text) for line in lines)
        and not any(_LETTER_TITLE.search(title) for title in titles)
    )


def _is_form(letter: Letter, titles: list[str], lines: list[Line]) -> bool:
    """Whether the reader is to fill in most of it."""
    blanks = sum(1 for line in lines if _BLANK.search(line.span.text))
    blanks += sum(1 for block in letter.blocks if block.cell and not block.text.strip())
    many = blanks >= _MANY_BLANKS and blanks * _LINES_TO_A_BLANK >= len(lines)
    return many or (blanks > 1 and any(_FORM.match(title) for title in titles))


def _is_report(titles: list[str], lines: list[Line]) -> bool:
    """Whether it is titled as a report and speaks to nobody."""
    return any(_REPORT.match(title) for title in titles) and not any(
        is_greeting(line.span.text) or _TO_THE_READER.search(line.span.text) for line in lines
    )


def _is_units(found: SignatureBlock, lines: list[Line], zones: Zones) -> bool:
    """Whether a unit signs where a person would: no name, no title, and nothing that stands in a name's place."""
    if found.name or found.title or not found.unit or "name" in found.why:
        return False
    return zones.closed or any(lines[number].span.block == found.unit.block for number in zones.tail)
