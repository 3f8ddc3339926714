"""The closing phrase of a letter, *Med vänlig hälsning*, *För socialnämnden*, and who signs below it."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import NamedTuple

from klarsprak.phrases import closing_at_start, may_begin_closing
from klarsprak.signature import units
from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.digital import mark_in_brackets
from klarsprak.signature.labels import split_label
from klarsprak.signature.line_shapes import is_prose, is_prose_line
from klarsprak.signature.model import Label, LetterLine
from klarsprak.signature.names import name_in, names_in
from klarsprak.signature.spans import Span
from klarsprak.signature.titles import title_in
from klarsprak.signature.wording import ON_BEHALF
from klarsprak.signature.words import words

_BETWEEN_PARTS = re.compile(r"[,/|•·]|\s[–—:-]\s|\s\(")
# *Bovärdarna genom* Anna Ek, *gm* rektor Anna Ek, *Välkomna hälsar* rektor Anna Ek
_THROUGH = re.compile(r"(?<!\S)(?:genom|gm\.?|hälsar|önskar)\s", re.IGNORECASE)
_MOST_THROUGH = 3
"""So often may a line say *genom*: *Rådet genom styrelsen genom Anna Ek*."""
_FROM = re.compile(r"(?:från|önskar|hälsar)\s", re.IGNORECASE)
_MARKS = " .,!/:–-"
_FIRST_OF_BEHALF = ("för", "på", "enligt", "å")
"""*För socialnämnden*, *På uppdrag av nämnden*."""
_LONGEST_FIRST = len("enligt")
_NEAR = 4
"""Lines below a closing phrase that a name or a title stands within."""
_LONGEST_PHRASE = 100
"""Signs, many blanks between the words included."""
_LONGEST_LINE, _LONGEST_SENDER = 14, 8
"""Words behind a closing phrase."""


class OnBehalf(NamedTuple):
    """*För socialnämnden Anna Ek*: the unit that is signed for and what follows it, a name or nothing."""

    unit: Span
    rest: Span


def find_closing(lines: list[LetterLine], main: list[int]) -> int | None:
    """The first closing phrase that a name or a title soon follows, or else the last one.

    ``main`` are the numbers of the lines where it may stand; the answer is the place of one among them.
    """
    places = [place for place, number in enumerate(main) if _closes(lines[number])]
    places = [place for place in places if place == 0 or not _is_mark_below_name(lines, main[place - 1 : place + 1])]
    signed = (place for place in places if _is_soon_signed(lines, main[place : place + _NEAR + 1]))
    last = next((place for place in reversed(places) if not _is_in_letterhead(lines, main, place)), None)
    return next(signed, last)


def _is_in_letterhead(lines: list[LetterLine], main: list[int], place: int) -> bool:
    """Whether the line tells at the top of the letter for whom it is written, and no sentence is above it.

    *På uppdrag av Norrlida kommun* below a company's name.
    """
    if on_behalf(lines[main[place]].span) is None:
        return False
    above, below = ([lines[number] for number in numbers] for numbers in (main[:place], main[place + 1 :]))
    return not any(map(is_prose_line, above)) and any(map(is_prose_line, below))


def _is_mark_below_name(lines: list[LetterLine], numbers: list[int]) -> bool:
    """Whether the second of two lines says that the person on the first has signed digitally.

    *(digitalt signerad)* below *Anna Ek*.
    """
    above, line = (lines[number] for number in numbers)
    return mark_in_brackets(line.span.text) is not None and is_signed(above) and not _is_label_alone(above)


def _is_label_alone(line: LetterLine) -> bool:
    """Whether the line is a person's label and nothing else.

    *Beslutsfattare:* above *(undertecknad elektroniskt)*.
    """
    labelled = split_label(line.span)
    return labelled is not None and labelled.is_alone


def _is_soon_signed(lines: list[LetterLine], numbers: list[int]) -> bool:
    """Whether a name or a title stands on the first of the lines or a few lines below.

    *Anna Ek* below *Med vänlig hälsning*, but not below *Tack på förhand* in the midst of a letter.
    """
    last = numbers[0] + _NEAR
    near = takewhile(lambda number: number <= last, numbers)
    return any(is_signed(lines[number]) for number in near)


def behind_closing(span: Span) -> Span:
    """What the line bears besides the closing phrase or the unit that is signed for, which may be nothing.

    *Anna Ek* in *För socialnämnden Anna Ek* and in *Med vänlig hälsning, Anna Ek*.
    """
    behalf = on_behalf(span)
    rest = behalf.rest if behalf else closing_rest(span)
    return rest or span.nothing()


def closing_rest(span: Span) -> Span | None:
    """What stands behind the closing phrase on its line; None where the line is no closing phrase.

    *Anna Ek* in *Med vänlig hälsning, Anna Ek*; nothing in *Hälsningar från*, below which the sender stands.
    """
    mark = mark_in_brackets(span.text)
    return span.behind(mark) if mark else _rest_of_phrase(span)


def _rest_of_phrase(span: Span) -> Span | None:
    """What stands behind the words of a closing phrase.

    *Anna Ek* in *Med vänlig hälsning, Anna Ek* and in *Hälsningar från Anna Ek*.
    """
    if not may_begin_closing(span.text):
        return None
    phrase = closing_at_start(" ".join(span.text[:_LONGEST_PHRASE].lower().split()))
    if phrase is None:
        return None
    rest = span.cut(len(phrase)).lstrip(_MARKS)
    if rest.text.lower() == "från":
        return rest.nothing()
    sender = rest.without_lead(_FROM)
    if sender != rest and _begins_with_signer(sender):
        return sender
    return rest if any_holds(FOLLOWS_CLOSING, rest) else None


def on_behalf(span: Span, *, is_below: bool = False) -> OnBehalf | None:
    """*För socialnämnden*, *På nämndens vägnar*, alone on its line or with the name behind it.

    Not *För socialnämnden är det viktigt*, and not *för socialnämnden*, with which no line begins but one that
    ``is_below`` a closing phrase.
    """
    match = ON_BEHALF.match(span.text)
    if not match or not (is_below or span.text[0].isupper()):
        return None
    rest = span.behind(match)
    if rest.text and not name_in(rest):
        return None
    return OnBehalf(span.matched(match, "unit"), rest)


def unit_signed_for(span: Span) -> Span | None:
    """The unit that *För socialnämnden* names; None for *För kommunen* and the like, which tell too little.

    *socialnämnden*, *nämnden för barn och unga*, but not *kommunen*, *styrelsen*.
    """
    said = span.text.lower().split()
    last = said[-1]
    is_known = units.is_unit_word(last) and last not in words("unit-alone")
    is_for_something = said[1:2] == ["för"]
    return span if is_known or is_for_something else None


def is_signed(line: LetterLine) -> bool:
    """Whether a name or a title stands first on the line.

    *Anna Ek, rektor*, *Handläggare:* above the name, *Hälsningar Anna Ek*, but not *Tack för ditt brev*.
    """
    span = closing_rest(line.span) or line.span
    labelled = split_label(span)
    if labelled is None or labelled.label is not Label.PERSON:
        return _begins_with_signer(span)
    return labelled.is_alone or _begins_with_signer(labelled.rest)


def _closes(line: LetterLine) -> bool:
    """Whether the line is a closing phrase, and no sentence that begins as one does.

    *Enligt delegation*, but not *Enligt delegation får enhetschefen besluta om bistånd.*
    """
    text = line.span.text
    if (
        not may_begin_closing(text)
        and "(" not in text
        and not text[:_LONGEST_FIRST].lower().startswith(_FIRST_OF_BEHALF)
    ):
        return False
    if closing_rest(line.span) is None and on_behalf(line.span) is None:
        return False
    return is_signed(line) or not is_prose(line.span.text)


def _begins_with_signer(span: Span) -> bool:
    """Whether a name or a title stands up to the first comma or slash, or a name behind *genom*.

    *Anna Ek* in *Anna Ek, rektor*, *rektor* in *rektor/ Anna Ek*; two names, *Anna Ek och Bo Alm*, have neither
    between.  *Bovärdarna genom Anna Ek* is signed, too.
    """
    signers = islice(map(span.behind, _THROUGH.finditer(span.text)), _MOST_THROUGH)
    return any(map(_is_signer_first, (span, *signers)))


def _is_signer_first(span: Span) -> bool:
    """Whether a name or a title stands up to the first comma or slash."""
    first, *_ = _BETWEEN_PARTS.split(span.text.lstrip("/* "), maxsplit=1)
    start = span.lstrip("/* ").cut(0, len(first))
    return bool(names_in(span) or names_in(start) or title_in(start))


def _is_line_of_its_own(rest: Span) -> bool:
    """Whether it could stand below the closing phrase, too.

    *Bygglovsenheten*, *[Namn]*, but not a sentence and no words that the phrase goes on with.
    """
    is_sentence = rest.text.endswith(".") or len(rest.text.split()) > _LONGEST_LINE
    first = rest.text[0]
    return not is_sentence and (first.isupper() or first in "[«")


def _is_sender(rest: Span) -> bool:
    """Whether it says from whom the letter comes: *från oss på förskolan*.

    Longer ones are sentences: *från och med den 1 mars får du färdtjänst som vanligt igen*.
    """
    leads = rest.text.lower().startswith(("från ", "för ", "till ", "av ", "enl"))
    return leads and len(rest.text.split()) <= _LONGEST_SENDER


FOLLOWS_CLOSING: tuple[Trait[Span], ...] = (
    Trait("nothing", lambda rest: not rest.text, ""),
    Trait("name", name_in, "/ Anna Ek"),
    Trait("line of its own", _is_line_of_its_own, "Bygglovsenheten"),
    Trait("sender", _is_sender, "från oss på förskolan"),
)
"""What may stand on the closing phrase's own line."""
