"""The lines of a letter's head that say who reads it and what she is: her firm, her office, her part in the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from klarsprak.analysis import Analysis
from klarsprak.letter import Role
from klarsprak.prose.letter_head import LONGEST_LINE, beside_greeted, greeted, head_lines, is_of_head
from klarsprak.prose.organisation_names import names_organisation

_SENDER = re.compile(
    r"(?i)kommuns?\b|förvaltning(?:en|s)?\b|nämnd(?:en|ens)?\b|kontor(?:et)?\b|myndighet|\bregion\b|\bstad\b|enhet(?:en)?\b"
)
"""What names an office, which may stand beside the reader's own name at the top of a letter."""
_GREETING = re.compile(r"(?i)(?:hej|hejsan|bäst[ae]|kär[ae]|hallå|god dag)\b")
_TO = re.compile(
    r"(?i)(?P<label>till|mottagare|kund|beställare|byggherre|adressat|byggföretagare\w*|hyresvärd\w*|tillståndshavare"
    r"|verksamhetsutövare|leverantör|entreprenör)(?:\s*:\s*|\s+(?=\S)|$)(?P<name>.*)"
)
"""A line that begins with, or is, what leads to the reader: *Till Almviks Krog*, *Kund: Ekströms Åkeri AB*."""
_CONTACT = re.compile(
    r"(?i)(?<!\w)(?:att(?:ention)?\s*[.:]+|kontaktperson\b|ordf(?:örande)?\b|genom\s|kassör\b|styrelsen\b|vd\b|c/o\s)"
)
"""What stands beside the name of one who reads for others: *Kontaktperson: Eva Berg*."""
_LEGAL_FORM = re.compile(r"\b(?:AB|HB|KB|Aktiebolag|Handelsbolag|Kommanditbolag)\b")
_BY_TRADE = re.compile(
    r"(?:Lantbrukare|Skogsägare|Tandläkare|Advokat|Handlare|Krögare|Entreprenör)n? [A-ZÅÄÖ]\w+ [A-ZÅÄÖ]"
)
"""*Lantbrukare Nils Ek*, alone above the text."""
_FOOT = 9
"""Lines at a letter's end among which its sender is named."""
_OWNER = re.compile(r"(?i)\bkommuns?\b|\bregion|nämnd|förvaltning|räddningstjänst|samverkan")
_STREET = re.compile(r"\w{3,}(?:gatan|vägen|gränd|torget|stigen|allén|backen|gata|väg) \d")
"""The line below a company's name where a letter to it begins with its address."""
_COPY = re.compile(r"(?i)\bför kännedom\b|^\W*(?:kopia|cc|f\.? ?k\.?)(?!\w)|\bkopia(?: till|\)|$)")
"""Who gets a copy: not the one to whom the letter is written."""
_SHORT_NAME = re.compile(r"\((?P<short>[\w &]{2,20})\)")
"""A line below a company's name that gives a shorter one: *(NAVAB)*."""
_REST = 2
"""So many lines below *Till* tell of the reader: her name, and her firm or her part."""


def lines_of_reader(analysis: Analysis) -> list[str]:
    """The lines that name the reader, and those beside them, without the sender's; each once.

    *Almviks Måleri AB* and *Kontaktperson: Eva Berg*; *Eva Berg* and *god man för Nils Ek*.
    """
    lines = list(_above_text(analysis))
    found = [*_led_to(lines), *_beside_contact(lines), *_beside_greeted(lines, analysis), *_first(lines, analysis)]
    return [line for line in dict.fromkeys(found) if not (_SENDER.search(line) or goes_to_copy(line))]


def goes_to_copy(line: str) -> bool:
    """Whether the line of a letter's head names somebody who gets a copy.

    >>> goes_to_copy("(Lugnets vägförening för kännedom)"), goes_to_copy("Lugnets vägförening")
    (True, False)
    """
    return _COPY.search(line) is not None


def _above_text(analysis: Analysis) -> Iterator[str]:
    """The lines down to the greeting or the text, without the headings, which tell what the letter is about."""
    headings = {text for text in _headings(analysis) if not names_organisation(text)}
    for line in takewhile(lambda line: is_of_head(line) or line in headings, head_lines(analysis)):
        if _GREETING.match(line):
            return
        if line not in headings and len(line) <= LONGEST_LINE:
            yield line


def _headings(analysis: Analysis) -> Iterator[str]:
    return (block.text.strip() for block in analysis.letter.blocks if block.role is Role.HEADING)


def _led_to(lines: list[str]) -> Iterator[str]:
    """What follows *Till*, on its line and below it."""
    for number, line in enumerate(lines):
        match = _TO.fullmatch(line)
        if match is None or (match["name"] and ":" not in line and match["label"].lower() != "till"):
            continue
        if match["name"]:
            yield match["name"]
        yield from lines[number + 1 : number + 1 + _REST]


def _beside_contact(lines: list[str]) -> Iterator[str]:
    """The line with *Att: Eva Berg* or *Kontaktperson: Eva Berg*, and the one above it."""
    for above, line in pairwise(["", *lines]):
        contact = _CONTACT.search(line)
        if contact is not None:
            yield from filter(None, (line[: contact.start()].strip(" ,"), line, above))


def _beside_greeted(lines: list[str], analysis: Analysis) -> Iterator[str]:
    """The line with the name of the one who is greeted, with the lines above and below it."""
    for above, line, below in beside_greeted(lines, greeted(head_lines(analysis))):
        yield from filter(None, (line, above, below))


def _first(lines: list[str], analysis: Analysis) -> Iterator[str]:
    """The first line where it names somebody by her trade, or a company above a letter that an authority signs."""
    if not lines:
        return
    if _BY_TRADE.match(lines[0]):
        yield lines[0]
    if _LEGAL_FORM.search(lines[0]) is None:
        return
    foot = [line for block in analysis.letter.blocks for line in block.text.splitlines() if line.strip()][-_FOOT:]
    names = [_LEGAL_FORM.sub("", lines[0]).strip(" ,&"), *_short_name(lines)]
    is_from_owner = any(map(_OWNER.search, foot)) or (_is_above_street(lines) and _OWNER.search(analysis.text))
    if is_from_owner and not any(name in line for line in foot for name in names):
        yield lines[0]


def _short_name(lines: list[str]) -> Iterator[str]:
    """The shorter name below the first line, which a sender may sign with."""
    short = _SHORT_NAME.fullmatch(lines[1]) if len(lines) > 1 else None
    if short is not None:
        yield short["short"]


def _is_above_street(lines: list[str]) -> bool:
    """Whether the second line is a street with a number, as in an address."""
    return len(lines) > 1 and _STREET.match(lines[1]) is not None
