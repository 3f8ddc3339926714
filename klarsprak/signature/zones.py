"""Where in the letter the signature, the letterhead and the footer stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from klarsprak.letter import Role
from klarsprak.signature import people, phones, places, units
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.labels import split_label
from klarsprak.signature.model import Label, Line, Span
from klarsprak.signature.words import in_order, words

_FOR = re.compile(
    r"(?:för|på uppdrag av|på delegation av|enligt delegation (?:av|från)|på|å)\s+"
    r"(?P<unit>(?:[\w-]+ (?:och )?){0,3}?[\w-]*(?:nämnden|styrelsen|utskottet|förvaltningen|kontoret|verket|kommun))"
    r"(?:s vägnar|s räkning)?\b[.,:]?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^(?:så här överklagar|hur (?:du|man|ni) överklagar|överklag\w*(?:hänvisning|ande)"
    r"|besvärshänvisning|-{3,}|_{5,}\s*från|p\.?\s?s\b|från:|original message|ursprungligt meddelande"
    r"|svarstalong|svarsblankett|blankett|talong|fullmakt$|om du vill överklaga|upplysningar|information om|>)",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:hej|hejsan|bästa|kära|god dag|till)\b", re.IGNORECASE)
_LABEL_FIRST = re.compile(
    r"(?:telefon|tel|tfn|mobil|direkt|växel|adress|postadress|besöksadress)\w*\b", re.IGNORECASE
)
_HEAD_LINES = 30
_SIGN_LINES = 30
_TAIL_LINES = 14
_PROSE_END = re.compile(r"[.?!:]\W*$")


@dataclass(slots=True)
class Zones:
    """The lines of each zone, by their numbers; ``closing`` are what stands on the closing phrase's own line."""

    head: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    sign: list[int] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    footer: list[int] = field(default_factory=list)
    boxes: list[int] = field(default_factory=list)
    closed: bool = False
    on_behalf: Span | None = None


def is_prose(text: str) -> bool:
    """Whether the line is a sentence rather than a line of an address or the like."""
    count = len(text.split())
    marks = text.count("@") + sum(1 for _ in phones.find_numbers(text, labelled=False))
    marks += sum(1 for _ in places.find_addresses(text))
    if marks > 2 or (marks and count < 26 and _LABEL_FIRST.match(text)):
        return False
    if count > 5 and text.rstrip().endswith((".", "!")) and not _LABEL_FIRST.match(text):
        return True
    if marks:
        return count > 14
    return count > 11 or (count > 3 and bool(_PROSE_END.search(text)))


def closing_rest(span: Span) -> Span | None:
    """What stands behind the closing phrase on its line; None where the line is no closing phrase."""
    low = " ".join(span.text.lower().split())
    if not low.startswith(in_order("closing")):
        return None
    for phrase in in_order("closing"):  # the longer ones first
        if low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalnum():
            rest = span.cut(len(phrase))
            rest = rest.cut(len(rest.text) - len(rest.text.lstrip(" .,!/:–-")))
            if rest.text.lower() == "från":
                rest = rest.cut(len(rest.text))
            return rest if _may_follow_closing(rest) else None
    return None


def _may_follow_closing(rest: Span) -> bool:
    text = rest.text.strip()
    if not text or people.name_in(rest):
        return True
    words_ = text.split()
    return (len(words_) <= 14 and (text[0].isupper() or text[0] in "[«") and not text.endswith(".")) or (
        text.lower().startswith(("från ", "till ", "av ", "enl")) and len(words_) <= 8
    )


def find_zones(lines: list[Line]) -> tuple[list[Line], Zones]:
    """The zones of the letter.  The lines come back with the closing phrase cut off the line that bears it."""
    zones = Zones()
    lines = list(lines)
    main = []
    for number, line in enumerate(lines):
        special = {Role.HEADER: zones.header, Role.FOOTER: zones.footer, Role.TEXT_BOX: zones.boxes}.get(line.role)
        if special is not None:
            special.append(number)
        elif line.role is not Role.FOOTNOTE:
            main.append(number)
    closing = _closing(lines, main)
    if closing is not None:
        zones.closed = True
        _after_closing(lines, main, closing, zones)
        main = [number for number in main if number < closing]
    else:
        main = _before_copies(lines, main)
        tail, start = _tail_start(lines, main)
        zones.tail, zones.sign = main[tail:start], main[start:]
        main = main[:tail]
    _head(lines, main, zones)
    return lines, zones


def is_greeting(text: str) -> bool:
    """Whether the line greets the reader."""
    return bool(_GREETING.match(text))


def _closing(lines: list[Line], main: list[int]) -> int | None:
    """The first closing phrase that a name or a title soon follows, or else the last one."""
    found = [
        number for number in main if closing_rest(lines[number].span) is not None or _on_behalf(lines[number].span)
    ]
    found = [number for number in found if not is_prose(lines[number].span.text) or _signs(lines[number])]
    for number in found:
        following = [lines[number], *(lines[at] for at in main if number < at <= number + 4)]
        if any(_signs(line) for line in following):
            return number
    return found[-1] if found else None


def _on_behalf(span: Span) -> re.Match[str] | None:
    """*För socialnämnden*, *På nämndens vägnar*, alone on its line or with the name behind it."""
    match = _FOR.match(span.text)
    if match and span.text[0].isupper():
        rest = span.cut(match.end())
        if not rest.text or people.name_in(rest):
            return match
    return None


def _signs(line: Line) -> bool:
    span = closing_rest(line.span) or line.span
    label = split_label(span)
    if label and label.label is Label.PERSON:
        if not label.rest.text:
            return True
        span = label.rest
    first = span.cut(0, re.search(r"[,/]|$", span.text.lstrip("/ ")).start())  # type: ignore[union-attr]
    return bool(people.names_in(span) or people.names_in(first) or people.title_in(first))


def _after_closing(lines: list[Line], main: list[int], closing: int, zones: Zones) -> None:
    line = lines[closing]
    if match := _on_behalf(line.span):
        zones.on_behalf = line.span.cut(match.start("unit"), match.end("unit"))
        rest: Span | None = line.span.cut(match.end())
    else:
        rest = closing_rest(line.span)
    lines[closing] = line._replace(span=rest or line.span.cut(len(line.span.text)))
    after = [number for number in main if number >= closing][:_SIGN_LINES]
    prose = 0
    for at, number in enumerate(after):
        text = lines[number].span.text
        if _ends(lines[number]):
            zones.tail = after[at:]
            return
        if number != closing and is_prose(text):
            prose += 1
            zones.body.append(number)
            if prose > 2:
                return
        elif match := _on_behalf(lines[number].span):
            zones.on_behalf = lines[number].span.cut(match.start("unit"), match.end("unit"))
        elif text:
            zones.sign.append(number)


def _ends(line: Line) -> bool:
    """Whether the signature is over before the line."""
    found = split_label(line.span)
    if found and found.label is Label.COPY:
        return True
    heading = line.role is Role.HEADING and not (found and found.label is Label.PERSON)
    signs = _signs(line) or units.unit_in(line.span) or units.organisation_in(line.span.text)
    return bool(_STOP.match(line.span.text)) or (heading and not signs)


def _before_copies(lines: list[Line], main: list[int]) -> list[int]:
    """The lines up to *Beslutet skickas till* and the like at the end."""
    for at in range(max(0, len(main) - _TAIL_LINES), len(main)):
        found = split_label(lines[main[at]].span)
        if found and found.label is Label.COPY and any(is_prose(lines[above].span.text) for above in main[:at]):
            return main[:at]
    return main


def _tail_start(lines: list[Line], main: list[int]) -> tuple[int, int]:
    """Where the short lines at the end of a letter without closing phrase begin, and where the first name does."""
    start = len(main)
    while start and len(main) - start < _TAIL_LINES and not _breaks(lines[main[start - 1]]):
        start -= 1
    signs = next((at for at in range(start, len(main)) if _signs(lines[main[at]])), len(main))
    return (start if start > 0 else signs), signs


def _breaks(line: Line) -> bool:
    if says_approved_digitally(line.span.text):
        return False  # stands below the names
    return is_prose(line.span.text) or line.role in {Role.HEADING, Role.LIST_ITEM} or is_greeting(line.span.text)


def _head(lines: list[Line], main: list[int], zones: Zones) -> None:
    """The lines above the first sentence or greeting are the letterhead; what is left is the body."""
    size = 0
    for number in main[:_HEAD_LINES]:
        line = lines[number]
        if is_prose(line.span.text) or (
            _GREETING.match(line.span.text) and line.label is None and size > 0 and line.span.text.endswith("!")
        ):
            break
        size += 1
    zones.head, zones.body = main[:size], main[size:] + zones.body


def on_behalf_unit(span: Span) -> Span | None:
    """The unit that *För socialnämnden* names."""
    last = span.text.split()[-1].lower()
    return span if units.is_unit_word(last) and last not in words("unit-alone") else None
