"""Whether a letter that nobody signs says at least whose it is, and how to reach somebody."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from klarsprak.letter import Envelope, Letter, Role
from klarsprak.signature.authorities import authority_in
from klarsprak.signature.model import LetterLine, SignatureBlock
from klarsprak.signature.names import in_mailbox
from klarsprak.signature.unanswerable import says_unanswerable
from klarsprak.signature.units import organisation_in
from klarsprak.signature.zones import Zones

# Du har fått ett beslut *från* Norrlida kommun
_FROM = re.compile(r"\b(?:från|hos|hälsar)\s+$", re.IGNORECASE)
# *Nu är det lagat. Hälsningar, Norrlida vatten*
_CLOSES = re.compile(r"\bhälsningar\W+[A-ZÅÄÖ]", re.IGNORECASE)
_LONGEST_MESSAGE = 60
"""Words."""
_SENDERS_NAME = re.compile(r"\b(?:kommun|stad|region|nämnd\w*|förvaltning\w*|kontor\w*|enhet\w*)\b")

# *0980-319 245*, *+46 980 31 92 45*; what may not stand before it comes after its first sign: quicker to find
_NUMBER = re.compile(r"[+0](?<![\w/.,:-][+0])(?:(?<=\+)\d{2}|(?<=0)\d{1,3})[ \u00a0/–-]?\d[\d \u00a0–-]{4,}\d")
# *Objektsnr* 0412-1202, *Avtalsnummer:* 0310-22415, but *telefonnummer* and *direktnr*
_OTHER_NUMBER = re.compile(
    r"\b(?!(?:tele|tel|tfn|mobil|direkt|jour|växel|sms|kund(?:tjänst|service))\w*)\w{3,30}(?:nr|nummer|numret)[.:]?\s{0,2}\Z",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40
_APART = "\n" * 3
"""Between two blocks, so far that what stands before a number in one is no label of a number in the next."""
_MAIL_ALONE = re.compile(r"([\w.+-]{1,64})@[\w.-]{1,64}")
_TOP = 10
"""Blocks in which the reader's own address stands."""
# *hamn@norrlida.example*, but not the address that takes no answers
_MAIL = re.compile(
    r"(?<![\w.+-])(?!(?:no|do[-_.]?not)[-_.]?reply|svara[-_.]?(?:ej|inte)|(?:ej|inte|inget)[-_.]?svar)"
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w",
    re.IGNORECASE,
)
# Where the reader may write in the service itself, or by answering, in lower case.
_WRITTEN = re.compile(
    r"\b(?:chatt|svara (?:gärna )?på det(?:ta| här) (?:mejl|meddelande|sms)"
    r"|(?:inloggning|loggar? in|logga) (?:i|på|via) (?:rapport|rapporterings)?kanalen\b"
    r"|(?:via|fliken) [”\"]?(?:diskussion|meddelanden)"
    r"|(?:ställ|skriv|skicka) (?:gärna )?(?:din |dina |en |ett )?(?:fråga|frågor|meddelande)\w* (?:i|via|under)\b)"
)
_OF_WRITTEN = ("chatt", "diskussion", "meddelande", "fråg", "mejl", "sms", "fliken", "kanalen")
"""One of these stands in each of them."""
# *Till: leyla.demir@post.example*: the reader knows that one
_TO = re.compile(r"(?m)^(?:till|to|kopia|cc):.*$", re.IGNORECASE)
_RECIPIENTS = ("till:", "to:", "kopia:", "cc:")
_MAIL_LINE = re.compile(r"(?m)^(?:till|to|ämne|subject):", re.IGNORECASE)
_SENDERS = ("från:", "from:", "avsändare:")
_FROM_LINE = re.compile(r"(?m)^(?:från|from|avsändare):.*$", re.IGNORECASE)
# *Det går inte att svara på detta mejl* is no *svara på detta mejl*
_NOT_ANSWERED = re.compile(r"\b(?:inte|ej) (?:att )?svara (?:gärna )?på\b", re.IGNORECASE)


def tells_how_to_reach(letter: Letter, signer: str = "") -> bool:
    """Whether a number, an address of mail or a place to write a question stands anywhere in the letter.

    *Ring 0980-319 245*, *chatta med oss*; not *noreply@norrlida.example*, nor *svara inte på detta mejl*.  A mail
    is answered to the address that it comes from, unless it says that it can't be; the reader's own is no way.
    """
    text = _APART.join(block.text for block in letter.blocks if block.role is not Role.QUOTED)
    if any(map(text.lower().__contains__, _RECIPIENTS)):
        text = _TO.sub("", text)
    readers = _readers_mail(letter, signer) if "@" in text else ""
    if readers:
        text = text.replace(readers, "")
    if says_unanswerable(text):
        text = _FROM_LINE.sub("", text)
    elif letter.envelope is not None:
        text = f"{text}{_APART}{letter.envelope.sender}"
    elif _is_mail_from_somebody(letter):
        return True
    return _is_reachable_by(text)


def _is_mail_from_somebody(letter: Letter) -> bool:
    """Whether it is a mail saved as text, from a name without its address: *Från: Anna Ek*, *Till: Bo Alm*.

    The reader's own program shows the address, and answers to it.
    """
    top = "\n".join(block.text for block in letter.blocks[:_TOP])
    sender = _FROM_LINE.search(top) if any(map(top.lower().__contains__, _SENDERS)) else None
    return sender is not None and "@" not in sender.group() and _MAIL_LINE.search(top) is not None


def _readers_mail(letter: Letter, signer: str) -> str:
    """The mail at the letter's top of somebody who doesn't sign, named on the line above it; empty without any.

    *Fredrik Nyholm*, *fredrik.nyholm@post.example*.
    """
    lines = chain.from_iterable(block.text.split("\n") for block in letter.blocks[:_TOP])
    for above, line in pairwise(map(str.strip, lines)):
        mail = _MAIL_ALONE.fullmatch(line)
        if mail and above != signer and _is_of(mail[1], above):
            return line
    return ""


def _is_of(mailbox: str, name: str) -> bool:
    """Whether the mailbox holds the last of the name's words: *bo.akesson* and *Bo Åkesson*."""
    first, _, last = in_mailbox(name).rpartition(" ")
    return bool(first and last) and last in mailbox.lower()


def _is_reachable_by(text: str) -> bool:
    """Whether the text says one of these: the cheapest look first, since most texts say none."""
    if any(_is_telephone(text, number.start()) for number in _NUMBER.finditer(text)):
        return True
    if "@" in text and any(_MAIL.search(word) for word in text.split() if "@" in word):
        return True
    low = _NOT_ANSWERED.sub("", text.lower())
    return any(word in low for word in _OF_WRITTEN) and _WRITTEN.search(low) is not None


def _is_telephone(text: str, start: int) -> bool:
    """Whether nothing before the number that begins there says that it is a thing's: *Objektsnr 0412-1202*."""
    return _OTHER_NUMBER.search(text[max(0, start - _LONGEST_LABEL) : start]) is None


def names_sender(letter: Letter, zones: Zones, block: SignatureBlock) -> bool:
    """Whether the letter says whose it is: in its margins, below the closing phrase or in a sentence.

    *Hälsningar*, *Norrlida vatten*; *Du har fått ett beslut från Norrlida kommun.*; the name beside the mail's
    address, *Norrlida kommun <noreply@norrlida.example>*.
    """
    if block.parts or _says_something(zones.sign, zones.tail) or _is_short(zones):
        return True
    lines = (line.span.text for line in zones.lines)
    return _is_named_in_envelope(letter.envelope) or any(map(_tells_from_whom, lines))


def _says_something(*zones: list[LetterLine]) -> bool:
    """Whether a line below the closing phrase has words, and isn't merely a field that a program fills in: *…*."""
    return any(any(map(str.isalpha, line.span.text)) for zone in zones for line in zone)


def _is_short(zones: Zones) -> bool:
    """Whether it is no longer than a text message, beside which the telephone or the mail shows who has sent it."""
    return sum(len(line.span.text.split()) for line in zones.lines) <= _LONGEST_MESSAGE


def _is_named_in_envelope(envelope: Envelope | None) -> bool:
    """Whether a municipality or a unit stands beside the address that the mail comes from."""
    return envelope is not None and _SENDERS_NAME.search(envelope.sender) is not None


def _tells_from_whom(text: str) -> bool:
    """Whether the line begins with the municipality, says that something comes from it, or closes the message.

    *Norrlida kommun*, *ett beslut från Norrlida kommun*, but not *skicka dem till Norrlida kommun*.
    """
    if _CLOSES.search(text):
        return True
    organisation = organisation_in(text)
    if organisation is None:
        return _is_from_authority(text)
    before = text[: organisation.start()]
    return not before.strip() or _FROM.search(before) is not None


def _is_from_authority(text: str) -> bool:
    """Whether the line is a state authority's name, or says that something comes from it.

    *Arbetsförmedlingen*, *ett brev från Skatteverket*, but not *Försäkringskassan betalar resan*.
    """
    authority = authority_in(text)
    if authority is None:
        return False
    return authority[0] == text.strip() or _FROM.search(text[: authority.start()]) is not None
