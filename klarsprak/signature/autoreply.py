"""Autoreplies: how they are known, and the unit and the number that they send the reader to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klarsprak.signature import phones, units
from klarsprak.signature.model import LetterLine, SignatureBlock
from klarsprak.signature.notices import reaches_nobody
from klarsprak.signature.spans import Span
from klarsprak.signature.whole_letter import WholeLetter

# *Autosvar: ditt mejl*, *Re: Frånvaro: Anna Ek*
_AUTOREPLY_TITLE = re.compile(
    r"^(?:re:\s*|sv:\s*)?"
    r"(?:autosvar|automatiskt svar|automatic reply|autoreply|frånvaro:|frånvaromeddelande|out of office)",
    re.IGNORECASE,
)
# *Det här är ett automatiskt svar*, *Detta meddelande har skickats automatiskt*
_AUTOREPLY = re.compile(
    r"\b(?:(?:det här|detta|det) är ett (?:auto(?:matiskt?|matgenererat )?\s?(?:svar|meddelande|mejl|mail)|autosvar)"
    r"|(?:detta|det här) (?:svar|meddelande|mejl)\w* (?:är|har) (?:skickats|skickas|skapats) automatiskt)",
    re.IGNORECASE,
)
# *Automatiskt svar*, *Tack för ditt mejl!*
_ANSWERS = re.compile(r"svar\b|\btack\b", re.IGNORECASE)
# *Jag är på semester till och med den 3 augusti*, *Jag är tjänstledig och åter den 1 maj*
_AWAY = re.compile(
    r"\bjag är (?:just nu |för närvarande |inte på plats |på )*(?:ledig|bortrest|semester|föräldraledig|tjänstledig"
    r"|frånvarande|tjänsteresa|åter)\b[^.]*\b(?:till och med|t\.?o\.?m|fram till|tillbaka|åter|den \d)",
    re.IGNORECASE,
)
_SHORT_MAIL = 90
"""Words; a longer mail that says that its writer will be away is a letter."""
_WORD = re.compile(r"[A-ZÅÄÖ][\w-]{3,}")
_REASON = "i en mening i brevet"


def is_titled_autoreply(whole: WholeLetter) -> bool:
    """Whether the title or the one below it says so: *Autosvar: ditt mejl*."""
    return whole.is_titled(_AUTOREPLY_TITLE, lines=2)


def says_it_is_autoreply(whole: WholeLetter) -> bool:
    """*Det här är ett automatiskt svar.*; the sentence may be broken over two lines.

    *Det här är ett automatiskt meddelande.* that answers nothing, or comes from an address that nobody reads, is a
    notice.
    """
    if not whole.holds("auto") or reaches_nobody(whole) or not whole.says(_ANSWERS):
        return False
    return _AUTOREPLY.search(whole.running_text) is not None


def says_writer_is_away(whole: WholeLetter) -> bool:
    """*Jag är på semester till och med den 3 augusti*, in a short mail.

    A letter on paper that says so isn't sent by a machine.
    """
    if whole.letter.format != "email" or whole.words > _SHORT_MAIL:
        return False
    return _AWAY.search(whole.running_text) is not None


def complete_autoreply(block: SignatureBlock, lines: Iterable[LetterLine]) -> None:
    """Add the unit and the number if the autoreply has no lines of their own for them.

    Any number will do, the switchboard's too: whoever is away can't be reached, and *ring Kontaktcenter* is the help
    that the reader needs.
    """
    spans = [line.span for line in lines]
    _fill_in(block, "unit", _units_in(spans))
    _fill_in(block, "phone", _numbers_in(spans))
    if block.phone:
        block.shared = None
    block.forget_reasons()


def _fill_in(block: SignatureBlock, name: str, spans: Iterator[Span]) -> None:
    """Add the first of the stretches as a part that the block lacks; the others aren't even looked for.

    *i en mening i brevet* is told as the reason, since nobody knows more of it.
    """
    if name in block.parts:
        return
    first = next(spans, None)
    if first:
        block.parts[name] = first.part(_REASON)


def _units_in(spans: Iterable[Span]) -> Iterator[Span]:
    """Capitalised words that name a unit.

    *Kontaktcenter* in *Ring Kontaktcenter så hjälper de dig*.
    """
    for span in spans:
        words = _WORD.finditer(span.text)
        for word in filter(_names_unit, words):
            yield span.matched(word)


def _names_unit(word: re.Match[str]) -> bool:
    """Whether the word alone says which unit it is."""
    return units.is_unit_word(word.group().lower())


def _numbers_in(spans: Iterable[Span]) -> Iterator[Span]:
    """The telephone numbers, whosoever they are.

    Labels don't matter here: *Ring växeln på 0980-319 200* is what the reader is to do.
    """
    for span in spans:
        numbers = phones.find_numbers(span.text, labelled=False)
        for number in numbers:
            yield span.cut(number.start, number.end)
