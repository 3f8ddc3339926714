"""Whether a line is a sentence, a greeting, or a line of an address or the like."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.phrases import GREETING
from klarsprak.signature.address_forms import find_addresses
from klarsprak.signature.decisions import DecisionRow, decide
from klarsprak.signature.memory import once_a_letter
from klarsprak.signature.model import LetterLine
from klarsprak.signature.phones import find_numbers
from klarsprak.signature.units import organisation_in
from klarsprak.signature.wording import LABEL_FIRST

_DIGIT = re.compile(r"\d")
_FEW_WORDS, _MANY_WORDS = 3, 11
"""So few make no sentence, and so many do, where no number and no address stands among them."""
# *Anna Ek, v. ordf.*
_TITLE_CUT_SHORT = re.compile(r", (?:[\w.]+ )?(?:ordf|sekr|ass|insp|handl|suppl)\.$", re.IGNORECASE)
_PROSE_END = re.compile(r"[.?!:]\W*$")


class LineShape(NamedTuple):
    """A line: how many words it has, how many numbers, addresses and e-mail addresses."""

    text: str
    words: int
    marks: int

    @property
    def labelled(self) -> bool:
        """Whether a label leads: *Telefon till oss är 0980-319 210.*"""
        return LABEL_FIRST.match(self.text) is not None

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does, and is no label's: *Telefon till oss är 0980-319 210.*

        A full stop ends many a line of a signature, too.
        """
        ends = self.text.rstrip().endswith((".", "!"))
        return ends and not self.labelled


def is_greeting(text: str) -> bool:
    """Whether the line greets the reader: *Hej Anna!*, *Till dig som bor på Kvarngatan*."""
    return GREETING.match(text) is not None


@once_a_letter
def is_prose(text: str) -> bool:
    """Whether the line is a sentence rather than a line of an address or the like.

    *Du får svar före den 3 mars.*, but not *Anna Ek, 0980-319 214*; the examples of ``PROSE`` show the borders.
    """
    shape = shape_of(text)
    if not shape.marks and not _FEW_WORDS < shape.words <= _MANY_WORDS:  # most lines need no other look
        return shape.words > _MANY_WORDS
    return decide(PROSE, shape, otherwise=False)


def is_prose_line(line: LetterLine) -> bool:
    """Whether the line of a letter is a sentence."""
    return is_prose(line.span.text)


def shape_of(text: str) -> LineShape:
    """What tells a sentence from a line of an address."""
    return LineShape(text, len(text.split()), _count_marks(text))


def _count_marks(text: str) -> int:
    """How many e-mail addresses, telephone numbers and addresses the line holds."""
    emails = text.count("@")
    if not _DIGIT.search(text):
        return emails
    numbers = find_numbers(text, labelled=False)
    addresses = list(find_addresses(text))
    return emails + len(numbers) + len(addresses)


def _begins_with_organisation(text: str) -> bool:
    """Whether the municipality's name leads a list: *Norrlida kommun,* Bygglovsenheten, not *Norrlida kommun har*."""
    organisation = organisation_in(text)
    return organisation is not None and organisation.start() == 0 and text[organisation.end() :].startswith(",")


PROSE: tuple[DecisionRow[LineShape, bool], ...] = (
    DecisionRow("many marks", lambda it: it.marks > 2, False, "Box 34, 998 21 Norrlida, anna.ek@norrlida.example"),
    DecisionRow(
        "labelled mark",
        lambda it: it.marks and it.labelled and it.words < 26,
        False,
        "Telefon till oss på enheten är 0980-319 214.",
    ),
    DecisionRow(
        "municipality and marks",
        lambda it: it.marks > 1 and _begins_with_organisation(it.text),
        False,
        "Norrlida kommun, Bygglovsenheten, 998 21 Norrlida. Telefon 0980-319 214.",
    ),
    DecisionRow("whole sentence", lambda it: it.words > 5 and it.is_closed, True, "Du får svar före den 3 mars."),
    DecisionRow(
        "long line with marks",
        lambda it: it.marks and it.words > 14,
        True,
        "Du som har frågor om din ansökan om bygglov kan ringa 0980-319 214 varje vardag mellan 9 och 16",
    ),
    DecisionRow("line with marks", lambda it: it.marks, False, "Anna Ek, 0980-319 214"),
    DecisionRow(
        "long line",
        lambda it: it.words > _MANY_WORDS,
        True,
        "Du får svar på din ansökan om bygglov när nämnden har haft möte",
    ),
    DecisionRow("title cut short", lambda it: _TITLE_CUT_SHORT.search(it.text), False, "Anna Ek, v. ordf."),
    DecisionRow(
        "short sentence",
        lambda it: it.words > _FEW_WORDS and _PROSE_END.search(it.text),
        True,
        "Har du några frågor?",
    ),
)
"""What makes a line a sentence, and what doesn't; a short line without an end is none."""
