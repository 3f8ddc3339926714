"""Where in the letter the signature, the letterhead and the footer stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from klarsprak.letter import Role
from klarsprak.signature.closing import behind_closing, find_closing, is_signed, on_behalf
from klarsprak.signature.digital import mark_in_brackets
from klarsprak.signature.labels import leading_label
from klarsprak.signature.line_shapes import is_greeting, is_prose_line
from klarsprak.signature.model import Label, LetterLine
from klarsprak.signature.open_end import before_what_follows, names_sender, start_of_end
from klarsprak.signature.run_together import leads_to_label
from klarsprak.signature.spans import Span
from klarsprak.signature.wording import APPEAL, SIGNATURE_ENDS

_DIGIT = re.compile(r"\d")
_HEAD_LINES = 30
_SIGN_LINES = 30
_SENTENCES_BELOW = 2
"""So many sentences may stand among the lines below a closing phrase; what follows the next one is no signature."""
_APART = {Role.HEADER, Role.FOOTER, Role.TEXT_BOX, Role.FOOTNOTE}


@dataclass
class Zones:
    """The lines of the letter, in all and by zone; the closing phrase is cut off the line that bears it.

    ``closed`` tells that there is a closing phrase, ``marked`` that it is *(undertecknad elektroniskt)*,
    ``on_behalf`` whom the letter is signed for.
    """

    lines: list[LetterLine]
    head: list[LetterLine] = field(default_factory=list)
    body: list[LetterLine] = field(default_factory=list)
    sign: list[LetterLine] = field(default_factory=list)
    tail: list[LetterLine] = field(default_factory=list)
    header: list[LetterLine] = field(default_factory=list)
    footer: list[LetterLine] = field(default_factory=list)
    boxes: list[LetterLine] = field(default_factory=list)
    closed: bool = False
    marked: bool = False
    on_behalf: Span | None = None

    @property
    def text(self) -> list[LetterLine]:
        """The letterhead and the body, where sentences stand."""
        return [*self.head, *self.body]

    @cached_property
    def counting(self) -> list[Span]:
        """The lines of the body that hold a digit, as few do: where else should a telephone number stand?"""
        return with_digit(self.body)

    @cached_property
    def all_counting(self) -> list[Span]:
        """Those of the letterhead, too."""
        return [*with_digit(self.head), *self.counting]


def with_digit(lines: list[LetterLine]) -> list[Span]:
    """The lines with a digit."""
    return [line.span for line in lines if _DIGIT.search(line.span.text)]


def find_zones(lines: list[LetterLine]) -> Zones:
    """The zones of the letter.

    The closing phrase, or else the short lines at the end, part the signature from what stands above it; of that, the
    lines above the first sentence are the letterhead, and the rest is the body.
    """
    zones = _set_margins_apart(lines)
    main = [number for number, line in enumerate(lines) if line.role not in _APART]
    closing = find_closing(lines, main)
    if closing is None:
        above = _read_open_end([lines[number] for number in main], zones)
    else:
        _close(zones, main[closing])
        _read_signature([zones.lines[number] for number in main[closing:]], zones)
        above = [lines[number] for number in main[:closing]]
    size = _letterhead_size(above)
    zones.head = above[:size]
    zones.body = above[size:] + zones.body
    return zones


def _set_margins_apart(lines: list[LetterLine]) -> Zones:
    """The zones that the file itself tells apart: headers, footers and text boxes.

    Footnotes belong nowhere: they hold law and sources, and no sender.
    """
    by_role: dict[Role, list[LetterLine]] = {role: [] for role in Role}
    for line in lines:
        by_role[line.role].append(line)
    return Zones(list(lines), header=by_role[Role.HEADER], footer=by_role[Role.FOOTER], boxes=by_role[Role.TEXT_BOX])


def _close(zones: Zones, number: int) -> None:
    """Cut the closing phrase off its line: *Med vänlig hälsning, Anna Ek* leaves *Anna Ek*."""
    line = zones.lines[number]
    behalf = on_behalf(line.span)
    zones.closed = True
    zones.marked = mark_in_brackets(line.span.text) is not None
    zones.on_behalf = behalf.unit if behalf else None
    zones.lines[number] = line._replace(span=behind_closing(line.span))


def _read_signature(lines: list[LetterLine], zones: Zones) -> None:
    """Tell the lines from the closing phrase on apart: the signature, what follows it, and sentences among them.

    *Ring gärna om du undrar något.* often stands between the closing phrase and the name.  What tells how to appeal
    names courts and boards with addresses of their own, and is left out.
    """
    below = lines[:_SIGN_LINES]
    for at, line in enumerate(below):
        is_bare_closing = at == 0 and not line.span.text  # which may look like a heading
        if not is_bare_closing and _ends_signature(line):
            zones.tail = _senders_below(below[at:])
            return
        _read_line_below(line, zones, is_closing=at == 0)
        if len(zones.body) > _SENTENCES_BELOW:
            return


def _read_line_below(line: LetterLine, zones: Zones, *, is_closing: bool) -> None:
    """Put a line where it belongs: into the body, if it is a sentence, or into the signature.

    *För socialnämnden* is noted; what stands on the closing phrase's own line is no sentence.
    """
    behalf = on_behalf(line.span, is_below=True)
    if not is_closing and is_prose_line(line):
        zones.body.append(line)
    elif behalf:
        zones.on_behalf = behalf.unit
    elif line.span.text:
        zones.sign.append(line)


def _ends_signature(line: LetterLine) -> bool:
    """Whether the signature is over before the line: *Kopia till*, *Så här överklagar du*, a heading.

    A unit's name or the signer's may be formatted as a heading, too.
    """
    label = leading_label(line.span)
    if label is Label.COPY or SIGNATURE_ENDS.match(line.span.text):
        return True
    is_heading = line.role is Role.HEADING and label is not Label.PERSON
    return is_heading and not names_sender(line)


def _read_open_end(main: list[LetterLine], zones: Zones) -> list[LetterLine]:
    """Tell apart the short lines at the end of a letter without closing phrase; gives the lines above them.

    From the first name on they are the signature; where the whole letter is short lines, those above it are the
    letterhead.  Below the enclosures, the sender's address may stand.
    """
    lines = before_what_follows(main)
    start = start_of_end(lines)
    signer = _first_signed(lines, start)
    tail = start or signer
    zones.tail = [*lines[tail:signer], *_senders_below(main[len(lines) :][:_SIGN_LINES])]
    zones.sign = lines[signer:]
    return lines[:tail]


def _senders_below(lines: list[LetterLine]) -> list[LetterLine]:
    """The lines below a signature, unless they begin to tell how to appeal: these name courts with addresses."""
    is_appeal = bool(lines) and APPEAL.match(lines[0].span.text) is not None
    return [] if is_appeal else lines


def _first_signed(lines: list[LetterLine], start: int) -> int:
    """Where from ``start`` on the first name or title stands; behind the last line if nowhere.

    *Norrlida kommun* above *Anna Ek* is the sender's, not the signature's.
    """
    for at, line in enumerate(lines[start:], start):
        if is_signed(line):
            return at
    return len(lines)


def _letterhead_size(lines: list[LetterLine]) -> int:
    """How many lines stand above the first sentence or greeting.

    A letter that begins with its greeting has that line for a letterhead, which does no harm.
    """
    for size, line in enumerate(lines[:_HEAD_LINES]):
        opens = size > 0 and _opens_letter(line)
        if opens or (is_prose_line(line) and not _ran_together(lines[size : size + 2])):
            return size
    return min(len(lines), _HEAD_LINES)


def _ran_together(lines: list[LetterLine]) -> bool:
    """Whether a line is long only because a letterhead's lines ran together, and the next one was cut off it."""
    spans = [line.span for line in lines]
    return len(spans) > 1 and leads_to_label(*spans)


def _opens_letter(line: LetterLine) -> bool:
    """Whether it greets the reader: *Hej!*, but not *Till: Anna Ek* of a letterhead.

    A line that stands under a label in a table is no greeting, whatever it says.
    """
    if line.label is not None or not line.span.text.endswith("!"):
        return False
    return is_greeting(line.span.text)
