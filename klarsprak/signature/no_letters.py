"""Texts that nobody signs: notices that a system sends, text messages, rows of a register, published decisions."""

from __future__ import annotations

import re

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.line_shapes import is_prose
from klarsprak.signature.whole_letter import WholeLetter
from klarsprak.swedish import SENTENCE_STOPS

TO_THE_READER = re.compile(r"\b(?:du|dig|din|ditt|dina|ni|er|ert|era|hej)\b", re.IGNORECASE)
_THIS = r"(?:det här |detta |denna )?(?:meddelande|mejl|mail|sms|utskick|e-?post)\w*"
# *Svara inte på detta meddelande*, *Det går inte att svara på det här mejlet*
_NO_REPLY = re.compile(
    rf"\b(?:svara (?:inte|ej) på {_THIS}"
    rf"|{_THIS} (?:kan (?:inte|ej) besvaras|går (?:inte|ej) att (?:svara på|besvara))"
    rf"|går (?:inte|ej) att (?:svara på|besvara) {_THIS})",
    re.IGNORECASE,
)
# *Om länken inte fungerar, klistra in den i webbläsaren*
_LINK = re.compile(
    r"\bom länken inte fungerar\b|\bklistra in (?:den|länken|adressen) i (?:din )?webbläsare"
    r"|\blänken (?:slutar (?:att )?(?:fungera|gälla)|(?:är giltig|gäller) i)\b",
    re.IGNORECASE,
)
# *Du har fått ett nytt beslut*, *Din bokning är bekräftad*, *Just nu har vi en driftstörning*
_NEWS = re.compile(
    r"\b(?:du|ni) har (?:fått )?(?:ett|en|\d+) (?:nya?|nytt|oläst\w?|obesvara\w+|väntande)?\s?"
    r"(?:beslut|meddelande|brev|kallelse|svar|ärende|faktura|bokning|påminnelse)\w*\b(?: från| i | att läsa|\.|!|$)"
    r"|\b(?:din|ert?|ditt|er) (?:bokning|beställning|anmälan|ärende|bokade tid) (?:är|har) (?:nu )?"
    r"(?:bekräfta|registrera|ändra|uppdatera|avboka)\w+"
    r"|\bstatus\w* (?:för|på|i) .{3,60} (?:är|har) (?:nu )?(?:ändra|uppdatera)\w+"
    r"|\b(?:driftstörning|vattenläcka|strömavbrott)\w*\b.{0,80}\b(?:felsök|åtgärda|arbetar)\w*",
    re.IGNORECASE,
)
_SHORT_NOTICE = 60
"""Words; what tells news at greater length is a letter."""
# *ByggArkiv*, *MinKommun*: what a program is called
_PROGRAM = re.compile(r"(?:mvh\W+|hälsningar\W+)?\w*[a-zåäö][A-ZÅÄÖ]\w+")
# *Ärendenummer*, *Avgörande 2019-04-02*
_REGISTER_LABEL = re.compile(
    r"(?:änr|(?:ärende|diarie|mål|löp)(?:nr|nummer)|dnr|avgörande(?:datum)?|beslutsdatum|avdelning|instans|ämnesord"
    r"|sökord|rubrik|referat|lagrum|publicera[dt]|nyckelord)\b[.:]?(?:\s\S+){0,3}$",
    re.IGNORECASE,
)
_REGISTER_LABELS, _LONGEST_ROW = 2, 80
"""So many lines of a row bear a register's label, and so many words a row has at most."""
# *A.B. anmälde att*: people of a published decision
_ANONYMOUS = re.compile(r"\b[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.(?=[\s,])(?!\s?[A-ZÅÄÖ][a-zåäö])")
_OF_DECISION = re.compile(
    r"\bbeslutet i korthet\b|\b(?:anförde|uttalade) (?:chefs)?(?:JO|JK|ombudsmannen|nämnden|domstolen)\b"
)
_LIST_LINES = 5


def is_notice(whole: WholeLetter) -> bool:
    """Whether a system has sent it to many: nobody signs it, and one of ``NOTICES`` holds.

    *Du har fått ett nytt beslut i e-tjänsten.*
    """
    is_somebodys = whole.is_signed or "name" in whole.found.why
    return not is_somebodys and any_holds(NOTICES, whole)


def is_record(whole: WholeLetter) -> bool:
    """Whether it is written to nobody, and one of ``RECORDS`` holds.

    A row of a register, a published decision, a list.
    """
    if whole.is_signed or whole.zones.closed or whole.greets() or whole.says(TO_THE_READER):
        return False
    return any_holds(RECORDS, whole)


def _tells_news(whole: WholeLetter) -> bool:
    """*Du har fått ett nytt beslut.*, and little more; or many such messages after one another.

    A unit with an address or a number of its own has written a letter.
    """
    if not whole.found.parts.keys().isdisjoint({"address", "phone"}):
        return False
    is_short = len(whole.running_text.split()) <= _SHORT_NOTICE
    if is_short:
        return _NEWS.search(whole.running_text) is not None
    return all(map(_is_message, whole.texts))


def _is_message(text: str) -> bool:
    """Whether the line is a text message, whole in itself.

    *Hej! Nu är driftstörningen åtgärdad.*
    """
    return text.startswith("Hej") and len(text.split()) > 3


def _is_signed_by_program(whole: WholeLetter) -> bool:
    """Whether the last line is the name of a program, written as no person's is.

    *ByggArkiv* below *Mvh*.
    """
    last = whole.texts[-1] if whole.texts else ""
    return whole.zones.closed and _PROGRAM.fullmatch(last) is not None


def _is_register_row(whole: WholeLetter) -> bool:
    """Whether its few words stand under a register's labels.

    *Ärendenummer*, *Avgörande*, *Avdelning*; a letter's head may bear them, too, but more words follow.
    """
    labels = list(filter(_REGISTER_LABEL.match, whole.texts))
    return len(labels) >= _REGISTER_LABELS and len(whole.running_text.split()) <= _LONGEST_ROW


def _is_published(whole: WholeLetter) -> bool:
    """Whether people are told by initials or the decision is summed up, as it is done for others to read.

    *A.B. klagade hos nämnden*, *Beslutet i korthet*.
    """
    text = whole.running_text
    return len(_ANONYMOUS.findall(text)) > 1 or _OF_DECISION.search(text) is not None


def _is_list(whole: WholeLetter) -> bool:
    """Whether it holds no sentence, but several lines.

    A list, a specification, the texts of a drawing.
    """
    lines = whole.texts
    return len(lines) >= _LIST_LINES and not any(map(_is_sentence, lines))


def _is_sentence(text: str) -> bool:
    """Whether the line is a sentence, be it short: *Styrelsen har möte.*"""
    return is_prose(text) or (text.endswith(tuple(SENTENCE_STOPS)) and " " in text)


NOTICES: tuple[Trait[WholeLetter], ...] = (
    Trait(
        "can't be answered",
        lambda whole: _NO_REPLY.search(whole.running_text),
        "Vi har tagit emot din ansökan.\nSvara inte på detta meddelande.",
    ),
    Trait(
        "explains its link",
        lambda whole: _LINK.search(whole.running_text),
        "Läs ansökan på webben.\nOm länken inte fungerar, kopiera adressen.",
    ),
    Trait("tells news", _tells_news, "Hej!\nDu har fått ett nytt beslut i e-tjänsten."),
    Trait("signed by a program", _is_signed_by_program, "Tre filer kunde inte sparas.\nHälsningar\nByggArkiv"),
)
"""How a notice is known that a system sends."""
RECORDS: tuple[Trait[WholeLetter], ...] = (
    Trait("register", _is_register_row, "Ärendenummer\n2019-114\nAvgörande\n2019-04-02\nAvdelning\nResor"),
    Trait("published decision", _is_published, "A.B. klagade hos nämnden.\nNämnden svarade A.B. samma dag."),
    Trait("list", _is_list, "Stolar\n12 stycken\nBord\n4 stycken\nLampor\n6 stycken"),
)
"""How a text is known that is written to nobody."""
