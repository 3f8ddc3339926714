"""Notices: what a system sends to many and nobody signs, by its envelope or by what it says."""

from __future__ import annotations

import re

from klarsprak.letter import Envelope
from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.unanswerable import says_unanswerable
from klarsprak.signature.whole_letter import WholeLetter

# *noreply@norrlida.example*, *svara-inte@norrlida.example*
_NO_REPLY_ADDRESS = re.compile(
    r"(?:no|do[-_.]?not)[-_.]?reply[\w.+-]*@|(?:svara[-_.]?(?:ej|inte)|(?:ej|inte|inget|ingen)[-_.]?svar\w*)@|mailer-daemon@",
    re.IGNORECASE,
)
# *Från: noreply@norrlida.example* at the top of a mail that was saved as text
_FROM_NO_REPLY = re.compile(rf"^(?:från|from|avsändare):.{{0,80}}?(?:{_NO_REPLY_ADDRESS.pattern})", re.IGNORECASE)
_IN_BULK = {"bulk", "junk", "list"}
# *Om länken inte fungerar, klistra in den i webbläsaren*
_LINK = re.compile(
    r"\bom länken inte fungerar\b|\bklistra in (?:den|länken|adressen) i (?:din )?webbläsare"
    r"|\blänken (?:slutar (?:att )?(?:fungera|gälla)|(?:är giltig|gäller) i)\b",
    re.IGNORECASE,
)
_YOUR = r"(?:din|ditt|dina|er|ert|era|en)"
_CASE = (
    r"(?:ansökan|anmälan|felanmälan|beställning|bokning|synpunkt\w*|ärende\w*|betalning|svar|komplettering|fråga"
    r"|meddelande|mejl|e-?post|faktura|uppsägning|begäran|enkätsvar)"
)
_READERS_CASE = re.compile(rf"\b(?:din|ditt|dina|er|ert|era) {_CASE}\b", re.IGNORECASE)
# *Vi måste tyvärr meddela*, *har valt att gå vidare med andra*, *din ansökan avslås*
_REFUSES = re.compile(
    r"\btyvärr\b|\bansökan avslås\b|\bavslår (?:din|er) |\binte (?:längre )?(?:är )?aktuell\b|\bgått? vidare med\b",
    re.IGNORECASE,
)
_REFUSING = ("tyvärr", "avslås", "avslår", "aktuell", "vidare med")
"""One of these stands in each of them: quicker to look for."""
# *Du har fått ett nytt beslut*, *Din bokning är bekräftad*, *Just nu har vi en driftstörning*,
# *Skolskjutsen är försenad*, *Du har fått post i din digitala brevlåda*
_NEWS = re.compile(
    r"\b(?:du|ni) har (?:fått )?(?:ett|en|\d+) (?:nya?|nytt|oläst\w?|obesvara\w+|väntande)?\s?"
    r"(?:beslut|meddelande|brev|kallelse|svar|ärende|faktura|bokning|påminnelse)\w*\b(?: från| i | att läsa|\.|!|$)"
    r"|\b(?:din|dina|ert?|ditt) (?:bokning|beställning|anmälan|ärende|bokade tid)\w*\b.{0,60}?"
    r" (?:är|har) (?:nu )?(?:bekräfta|registrera|ändra|uppdatera|avboka)\w+"
    r"|\b(?:du|ni) har (?:fått )?(?:ny )?post\b.{0,60}\bbrevlåda"
    r"|\bstatus\w* (?:för|på|i) .{3,60} (?:är|har) (?:nu )?(?:ändra|uppdatera)\w+"
    r"|\b(?:driftstörning|vattenläcka|strömavbrott)\w*\b.{0,80}\b(?:felsök|åtgärda|arbetar)\w*"
    r"|^(?:drift|trafik)information\b|\b(?:är|blir) (?:försena|inställ)[dt]\w*",
    re.IGNORECASE,
)
# *Vi har tagit emot din ansökan*, *Tack för din felanmälan. Den har fått ärendenummer 4711.*
_RECEIPT = re.compile(
    rf"\bvi har (?:nu )?(?:tagit emot|mottagit|fått in|registrerat) {_YOUR} (?:\w+ ){{0,2}}?{_CASE}\b"
    rf"|\b{_YOUR} (?:\w+ )?{_CASE} (?:är|har) (?:nu )?(?:mottag|kommit (?:in|fram)|blivit (?:mottag|registrera))\w*"
    rf"|\btack för {_YOUR} {_CASE}\b.{{0,80}}\b(?:ärende|referens)(?:nummer|nr)",
    re.IGNORECASE,
)
_RECEIVING = ("tagit emot", "mottag", "fått in", "registrera", "kommit", "tack för")
"""One of these stands in each of them."""
# *Ni har ett lov som snart går ut*, *Tillståndet löper ut den 3 maj*
_EXPIRES = re.compile(
    r"\b(?:lån\w*|lov\w*|bygglov\w*|tillstånd\w*|abonnemang\w*|kort\w*|lösenord\w*|certifikat\w*|behörighet\w*|intyg\w*|lånetid\w*)\b"
    r".{0,60}?\b(?:går|löper) (?:snart )?ut\b",
    re.IGNORECASE,
)
# *Vi upptäckte en inloggning på ditt konto*, *Din engångskod är 4711*
_ACCOUNT = re.compile(
    r"\b(?:ditt|ert) (?:[\w-]+-)?konto\b|\binloggning(?:en)?\b|\b(?:engångs|verifierings|aktiverings|säkerhets)kod"
    r"|\b(?:nytt|ditt|byta|återställa?) lösenord",
    re.IGNORECASE,
)
# *Logga in i e-tjänsten*, *på Mina sidor*, *i tjänsten Bygga*
_SERVICE = re.compile(
    r"\blogga in\b|\be-tjänst|\bmina sidor\b|\bi (?:tjänsten|appen|portalen)\b|-tjänsten\b", re.IGNORECASE
)
# *Påminnelse: du har tid hos skolsköterskan i morgon*, *Avboka senast kl. 12*, *Svara JA*
_APPOINTMENT = re.compile(
    r"^påminnelse\b.{0,80}\b(?:tid|möte|besök|kl)\b"
    r"|\b(?:du|ni) har (?:en (?:bokad )?)?tid\b.{0,60}\b(?:kl|i ?morgon|\d)"
    r"|\bvälkommen (?:till|på|den)\b.{0,60}\bkl\b"
    r"|\bavboka (?:din tid|senast|på|via|genom|gör)|\bsvara (?:ja|nej|stopp?)\b|\bdet här är ett sms\b",
    re.IGNORECASE,
)
_SHORT_NOTICE, _LONG_NOTICE, _TEXT_MESSAGE = 60, 130, 45
"""Words: what tells news at greater length is a letter; what may expire needs more of them, a text message fewer."""
# *ByggArkiv*, *MinKommun*: what a program is called
_PROGRAM = re.compile(r"(?:mvh\W+|hälsningar\W+)?\w*[a-zåäö][A-ZÅÄÖ]\w+")
# *Hej …,*, *Hälsningar, {{avdelning}}*: fields that a program fills in
_FIELD = re.compile(r"(?<!\S)…(?=[\s.,:!?]|$)|\{\{[^{}]+\}\}|\$\{[^{}]+\}")
_FEWEST_FIELDS = 2


def is_notice(whole: WholeLetter) -> bool:
    """Whether a system has sent it to many: nobody signs it, and one of ``NOTICES`` holds.

    *Du har fått ett nytt beslut i e-tjänsten.*
    """
    is_somebodys = whole.is_signed or "name" in whole.found.why or _speaks_at_length(whole)
    return not is_somebodys and any_holds(NOTICES, whole)


def _speaks_at_length(whole: WholeLetter) -> bool:
    """Whether it ends as a person's letter does and is as long as one, whatever box it was sent from.

    *Om frånvaron fortsätter dras studiebidraget in …* and half a page more, with *Med vänlig hälsning*; a long
    receipt is still a receipt, unless it says no: *Tack för din ansökan. Vi har valt att gå vidare med andra.*
    """
    if not whole.zones.closed or whole.words <= _LONG_NOTICE:
        return False
    text = whole.running_text
    refuses = whole.holds(*_REFUSING) and all(pattern.search(text) for pattern in (_REFUSES, _READERS_CASE))
    return refuses or not (
        (whole.holds(*_RECEIVING) and _RECEIPT.search(text))
        or _explains_link(whole)
        or (whole.holds("…", "{") and _FIELD.search(text))
    )


def _explains_link(whole: WholeLetter) -> bool:
    """*Om länken inte fungerar, klistra in den i webbläsaren.*"""
    return whole.holds("länken", "klistra in") and _LINK.search(whole.running_text) is not None


def is_answered_by_machine(whole: WholeLetter) -> bool:
    """Whether the mail's headers say that a machine has answered, whoever's words they are.

    ``Auto-Submitted: auto-replied``, as RFC 3834 asks of such mails.
    """
    envelope = whole.letter.envelope or Envelope()
    return envelope.auto_submitted.startswith("auto-replied") or envelope.precedence == "auto_reply"


def reaches_nobody(whole: WholeLetter) -> bool:
    """Whether it is a mail that cannot be answered: it comes from *noreply@norrlida.example*.

    An autoreply comes from the box that was written to.  In a mail that was saved as text the address stands at its
    top: *Från: noreply@norrlida.example*.
    """
    envelope = whole.letter.envelope
    if envelope is not None and _has_no_reply_address(envelope):
        return True
    return _says_sent_from_no_reply(whole)


def _is_sent_by_machine(whole: WholeLetter) -> bool:
    """Whether the mail's headers say so, or its sender's address, to which nobody can write.

    *noreply@norrlida.example*; ``Precedence: bulk``; a header that lets the reader leave the list.
    """
    envelope = whole.letter.envelope
    if envelope is None:
        return False
    is_generated = envelope.auto_submitted not in {"", "no"}
    is_in_bulk = envelope.is_list or envelope.precedence in _IN_BULK
    return is_generated or is_in_bulk or _has_no_reply_address(envelope)


def _has_no_reply_address(envelope: Envelope) -> bool:
    """Whether what is answered to the mail reaches nobody: *noreply@norrlida.example*."""
    return any(map(_NO_REPLY_ADDRESS.search, (envelope.sender, envelope.reply_to)))


def _says_sent_from_no_reply(whole: WholeLetter) -> bool:
    """*Från: noreply@norrlida.example*, in a mail that was saved as text or printed."""
    return whole.says(_FROM_NO_REPLY)


def _tells_news(whole: WholeLetter) -> bool:
    """*Du har fått ett nytt beslut.*, and little more; or many such messages after one another."""
    if _can_be_reached(whole):
        return False
    if whole.words <= _SHORT_NOTICE:
        return _NEWS.search(whole.running_text) is not None
    return all(map(_is_message, whole.texts))


def _is_message(text: str) -> bool:
    """Whether the line is a text message, whole in itself.

    *Hej! Nu är driftstörningen åtgärdad.*
    """
    return text.startswith("Hej") and len(text.split()) > 3


def _can_be_reached(whole: WholeLetter) -> bool:
    """Whether it has an address or a number of its own, as what a unit has written has."""
    return not whole.found.parts.keys().isdisjoint({"address", "phone"})


def _is_receipt(whole: WholeLetter) -> bool:
    """*Vi har tagit emot din ansökan.*, and little more."""
    return _says_shortly(whole, _RECEIPT, _SHORT_NOTICE)


def _tells_that_it_expires(whole: WholeLetter) -> bool:
    """*Ni har ett lov som snart går ut.*, of which a system keeps the date."""
    return _says_shortly(whole, _EXPIRES, _LONG_NOTICE)


def _is_about_account(whole: WholeLetter) -> bool:
    """*Vi upptäckte en inloggning på ditt konto.*"""
    return _says_shortly(whole, _ACCOUNT, _SHORT_NOTICE)


def _leads_to_service(whole: WholeLetter) -> bool:
    """*Logga in i e-tjänsten och läs svaret.*, and little more, below which nobody's name stands."""
    return _says_shortly(whole, _SERVICE, _SHORT_NOTICE)


def _says_shortly(whole: WholeLetter, pattern: re.Pattern[str], longest: int) -> bool:
    """Whether it says so in so many words at most, and has neither address nor number.

    What is longer, or tells where to write, somebody has written.
    """
    if _can_be_reached(whole) or whole.words > longest:
        return False
    return pattern.search(whole.running_text) is not None


def _is_text_message(whole: WholeLetter) -> bool:
    """*Påminnelse: du har tid hos skolsköterskan i morgon.*; a number to ring is part of many."""
    is_short = whole.words <= _TEXT_MESSAGE and "address" not in whole.found.parts
    return is_short and _APPOINTMENT.search(whole.running_text) is not None


def _is_signed_by_program(whole: WholeLetter) -> bool:
    """Whether the last line is the name of a program, written as no person's is.

    *ByggArkiv* below *Mvh*.
    """
    last = whole.texts[-1] if whole.texts else ""
    return whole.zones.closed and _PROGRAM.fullmatch(last) is not None


def _is_filled_in_by_program(whole: WholeLetter) -> bool:
    """Whether it is a template whose fields, the last line's too, a program fills in: *Hej …,*."""
    last = whole.texts[-1] if whole.texts else ""
    if _FIELD.fullmatch(last.rstrip(" .,")) is None:
        return False
    return len(_FIELD.findall(whole.running_text)) >= _FEWEST_FIELDS


NOTICES: tuple[Trait[WholeLetter], ...] = (
    Trait("sent by a machine", _is_sent_by_machine, "From: noreply@norrlida.example\nSkolan öppnar i morgon."),
    Trait("sent from no-reply", _says_sent_from_no_reply, "Från: noreply@norrlida.example\nSkolan öppnar i morgon."),
    Trait(
        "can't be answered",
        lambda whole: says_unanswerable(whole.running_text),
        "Vi har tagit emot din ansökan.\nSvara inte på detta meddelande.",
    ),
    Trait(
        "explains its link",
        _explains_link,
        "Läs ansökan på webben.\nOm länken inte fungerar, kopiera adressen.",
    ),
    Trait("tells news", _tells_news, "Hej!\nDu har fått ett nytt beslut i e-tjänsten."),
    Trait("receipt", _is_receipt, "Hej!\nVi har tagit emot din ansökan om skolskjuts."),
    Trait("expires", _tells_that_it_expires, "Hej!\nNi har ett lov som snart går ut."),
    Trait("account", _is_about_account, "Hej!\nNågon har försökt att byta lösenord."),
    Trait("text message", _is_text_message, "Hej! Du har tid hos skolsköterskan i morgon kl. 10."),
    Trait("leads to a service", _leads_to_service, "Hej!\nLogga in och läs svaret på din fråga."),
    Trait("signed by a program", _is_signed_by_program, "Tre filer kunde inte sparas.\nHälsningar\nByggArkiv"),
    Trait("filled in by a program", _is_filled_in_by_program, "Hej …,\nSvaret är klart.\nHälsningar,\n…"),
)
"""How a notice is known that a system sends."""
