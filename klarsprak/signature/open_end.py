"""The end of a letter without closing phrase: short lines, which copies, a postscript or an appendix may follow."""

from __future__ import annotations

import re

from klarsprak.letter import Role
from klarsprak.signature import units
from klarsprak.signature.closing import is_signed
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.labels import leading_label
from klarsprak.signature.line_shapes import is_greeting, is_prose_line
from klarsprak.signature.model import Label, LetterLine
from klarsprak.signature.wording import AMONG_NAMES, SIGNATURE_ENDS

_TAIL_LINES = 14
_WAYS_TO_REACH = {Label.PHONE, Label.ADDRESS, Label.VISIT}
# *Ansökan beviljas.*, *Du får tillståndet.*
_SHORT_SENTENCE = re.compile(r"[A-ZÅÄÖ]\w+ (?:[\w-]+ )?[a-zåäö]+\.")


def before_what_follows(main: list[LetterLine]) -> list[LetterLine]:
    """The lines up to what may follow a signature: copies, a postscript, how to appeal."""
    return _before_copies(_before_postscript(main))


def start_of_end(lines: list[LetterLine]) -> int:
    """Where the short lines begin that the letter ends with; behind the last line if it ends with a sentence."""
    return _start_of_short(lines, len(lines), {})


def _start_of_short(lines: list[LetterLine], end: int, known: dict[int, bool]) -> int:
    """Where the short lines begin that stand right above ``end``; ``known`` are the lines that were looked at before.

    Many lines may look like ends, and each would have the fourteen above it looked at again.
    """
    for at in range(end - 1, max(end - _TAIL_LINES, 0) - 1, -1):
        if at not in known:
            known[at] = _may_end_letter(lines[at])
        if not known[at]:
            return at + 1
    return max(end - _TAIL_LINES, 0)


def names_sender(line: LetterLine) -> bool:
    """Whether the line is a signer's, a unit or the municipality.

    *Bygglovsenheten*, *Norrlida kommun* or *Anna Ek, rektor*.
    """
    sender = units.unit_in(line.span) or units.organisation_in(line.span.text)
    return sender is not None or is_signed(line)


def _before_postscript(main: list[LetterLine]) -> list[LetterLine]:
    """The lines up to *PS.*, *Så här överklagar du* and the like, if somebody has signed right above.

    The signer stands in short lines below the first one that tells something, which is looked for once.  A letter
    that explains in its midst how to appeal goes on.
    """
    ends = [at for at, line in enumerate(main) if SIGNATURE_ENDS.match(line.span.text)]
    first = _first_that_tells(main) if ends else 0
    known: dict[int, bool] = {}
    for at in ends:
        start = _start_of_short(main, at, known)
        if first < start and any(map(is_signed, main[start:at])):
            return main[:at]
    return main


def _first_that_tells(lines: list[LetterLine]) -> int:
    """The number of the first line that tells something; behind the last where none does."""
    return next((at for at, line in enumerate(lines) if _tells_something(line)), len(lines))


def _before_copies(main: list[LetterLine]) -> list[LetterLine]:
    """The lines up to *Beslutet skickas till* and the like at the end.

    Only below a sentence does such a list end the letter; in a letterhead, *Kopia till* tells whom this copy is for.
    Somebody may sign below it, though: *Bilaga: Utredning*, *Anna Ek*, *Telefon: 0980-319 214*.
    """
    near = max(0, len(main) - _TAIL_LINES)
    for at, line in enumerate(main[near:], near):
        if leading_label(line.span) is Label.COPY and _first_that_tells(main) < at:
            return main if _is_signed_below(main, at) else main[:at]
    return main


def _is_signed_below(main: list[LetterLine], at: int) -> bool:
    """Whether nobody has signed above the line, and below it somebody is named with a way to be reached.

    A list of copies names people, too, but not how to reach them.
    """
    if any(map(is_signed, main[_start_of_short(main, at, {}) : at])):
        return False
    below = main[at + 1 :]
    return any(map(is_signed, below)) and any(leading_label(line.span) in _WAYS_TO_REACH for line in below)


def _tells_something(line: LetterLine) -> bool:
    """Whether it is a sentence, be it short: *Ansökan beviljas.*"""
    return is_prose_line(line) or _SHORT_SENTENCE.fullmatch(line.span.text) is not None


def _may_end_letter(line: LetterLine) -> bool:
    """Whether the line can stand below the letter's last sentence.

    *Beslutet är godkänt digitalt.* and *Beslutet är fattat på delegation.* are sentences, but stand below the names.
    """
    if says_approved_digitally(line.span.text) or AMONG_NAMES.match(line.span.text):
        return True
    is_set_off = line.role in {Role.HEADING, Role.LIST_ITEM}
    if is_set_off and not _is_signers_heading(line):
        return False
    if is_prose_line(line) and not _is_signers_after_stroke(line):
        return False
    return not is_greeting(line.span.text)


def _is_signers_after_stroke(line: LetterLine) -> bool:
    """Whether a stroke tells that somebody signs, be it in a line with a stop: */ Anna Ek, rektor på Tallskolan.*"""
    return line.span.text.startswith("/") and is_signed(line)


def _is_signers_heading(line: LetterLine) -> bool:
    """Whether it looks like a heading only since it stands alone: *Anna Ek, rektor*."""
    return line.role is Role.HEADING and is_signed(line)
