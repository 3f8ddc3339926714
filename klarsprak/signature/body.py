"""What the body of the letter tells: contact persons in its midst, who decided, and whom to ring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.letter import Role
from klarsprak.signature.asked import asked_for, numbers_behind, numbers_of_us, numbers_to_ask_at
from klarsprak.signature.candidates import Candidates
from klarsprak.signature.contacts import names_contact, read_contacts
from klarsprak.signature.labels import PERSONS_LABELS, may_name_person
from klarsprak.signature.line_shapes import is_prose_line
from klarsprak.signature.model import LetterLine, PieceKind
from klarsprak.signature.names import may_hold_name
from klarsprak.signature.neighbours import of_kind
from klarsprak.signature.pieces import cut_into_pieces
from klarsprak.signature.ranks import Rank
from klarsprak.signature.sentences import decided_by, deciders_numbers, may_tell_decider, own_numbers, units_numbers
from klarsprak.signature.spans import FoundPart, Span
from klarsprak.signature.stretches import OwnParts
from klarsprak.signature.zones import Zones, with_digit

_FIVE_DIGITS = re.compile(r"\d(?:\W{0,4}\d){4}")
_ABOVE, _BELOW = 2, 5
"""So many lines above a name may its label stand, and in so many from the name on what somebody is reached by."""
_ABOVE_LABEL = 4
"""So many lines above a label may another stand that tells whom it labels: *Befattning* and *Namn*."""
# *Avgifter och placering*, a line without digits and marks
_MAY_BE_OURS = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?:[ -][^\W\d]+){0,4}")
_ADDRESS = r"(?P<address>(?:[A-ZÅÄÖ][^,.\n]{1,40},\s){0,2}\d{3}\s?\d{2}\s[A-ZÅÄÖ][\w-]+)"
# *skickas till* Tillståndsenheten, Rådhuset, 438 80 Torpsund; *är adressen* Tillståndsenheten, 438 80 Torpsund
_SENT_TO = re.compile(
    rf"\b(?:till|eller|[Aa]dressen(?:\s(?:är|till\s(?:oss|mig)\sär))?:?)\s(?:oss,\s)?"
    rf"(?P<who>[^\W\d_][^,.\n]{{2,60}}),\s{_ADDRESS}"
)
_ENDS_OF_ADDRESS = re.compile(r"\d{2}\s[A-ZÅÄÖ]")
"""Such signs stand in each of them: quicker to look for."""
# *Vår adress är* Rådhuset, 438 80 Torpsund; *Skicka den till oss,* Rådhuset, 438 80 Torpsund
_SENT_TO_US = re.compile(
    rf"\b(?:[Vv]år|[Mm]in)\s(?:post)?adress(?:\s(?:är|blir)|:)\s{_ADDRESS}"
    rf"|\b(?i:skriv|skriver|skicka|skickar|skickas|sänd|sänder|posta)\s[^.\n]{{0,60}}?\btill\s(?:oss|mig)"
    rf"(?:,|\spå(?:\s(?:post)?adress(?:en)?)?)\s{_ADDRESS.replace('address', 'ours')}"
)
# *Skicka det till socialnämnden, 438 80 Torpsund,* så att vi har det i maj; *Det ska komma* till oss *i maj*
_WE_GET_IT = re.compile(
    r"[^.\n]{0,30}\b(?:så\satt\svi\shar|vi\s(?:ska|måste|behöver)\sha)\s(?:det|den|brevet|ditt|ert)\b"
    r"|[^.\n]{0,60}\.?\s?[^.\n]{0,60}\b(?:till|hos|nå|når|nått)\soss\b"
)
# *socialnämnden* and *Socialförvaltningen*
_KIND_OF_OFFICE = re.compile(r"(?:nämnden|förvaltningen|kontoret)$")


def read_contact_lines(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """Contact persons on lines of their own between sentences.

    Lines that follow one another are read together: a number below a name is that person's.
    """
    for lines in _short_lines_with_name(zones.body):
        named = (at for at in range(len(lines)) if _may_hold_contact(lines, at))
        if any(_holds_contact(lines, at, own) for at in named):
            read_contacts(cut_into_pieces(lines, own), found)


def _short_lines_with_name(body: list[LetterLine]) -> Iterator[list[LetterLine]]:
    """The lines between two sentences where somebody may be named; in most letters there are none.

    Only around such a name are lines told from sentences.
    """
    end = 0
    for at in range(len(body)):
        if at < end or not _may_hold_contact(body, at):
            continue
        start, end = at, at + 1
        while start > 0 and not is_prose_line(body[start - 1]):
            start -= 1
        while end < len(body) and not is_prose_line(body[end]):
            end += 1
        yield body[start:end]


def _may_hold_contact(lines: list[LetterLine], at: int) -> bool:
    """Whether somebody may be named on the line, with a label or a way to reach them near; few lines are so.

    To look for the signs of it is much quicker than to cut the lines into pieces.
    """
    if not may_hold_name(lines[at].span.text):
        return False
    is_reached = any(map(_may_tell_way, lines[at : at + _BELOW]))
    if not is_reached and not any(map(_may_label_person, lines[max(0, at - _ABOVE) : at + 1])):
        return False
    return not is_prose_line(lines[at])


def _holds_contact(lines: list[LetterLine], at: int, own: OwnParts) -> bool:
    """Whether a contact person is named near that line: most that look like names are none, *Norrlida kommun*.

    Only the lines are cut that may say who it is; the others are when one is found.
    """
    if not of_kind(cut_into_pieces(lines[max(0, at - 1) : at + 1], own), PieceKind.NAME):
        return False
    near = lines[max(0, at - _ABOVE - _ABOVE_LABEL) : at + _BELOW]
    return names_contact(cut_into_pieces(near, own))


def _may_tell_way(line: LetterLine) -> bool:
    """Whether a telephone number or an e-mail address may stand on the line."""
    text = line.span.text
    return "@" in text or "ankn" in text.lower() or _FIVE_DIGITS.search(text) is not None


def _may_label_person(line: LetterLine) -> bool:
    """Whether a person's label may stand on the line, above it or to its left."""
    return line.label in PERSONS_LABELS or may_name_person(line.span.text)


def read_decision(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """Who has decided, and their number.

    *Beslutet har fattats av enhetschef Anna Ek. Du kan ringa henne på 031-390 06 14.*
    """
    lines = [*zones.text, *zones.sign, *zones.tail]
    low = "\n".join(line.span.text for line in lines).lower()
    if not may_tell_decider(low):
        return
    telling = (line for line, said in zip(lines, low.split("\n"), strict=True) if may_tell_decider(said))
    for line in telling:
        decider = decided_by(line.span)
        if not decider:
            continue
        _read_person(decider, Rank.SENTENCE, own, found)
        for number in deciders_numbers(line.span):
            found.add("phone", Rank.SENTENCE, number)


def read_asked(zones: Zones, own: OwnParts, found: Candidates) -> None:
    """Whom the reader is to turn to, where nobody signs and no contact person is named.

    *Har du frågor? Kontakta bygglovshandläggare Anna Ek på 0980-319 214.*  Where a sentence tells who has decided,
    only the number counts.
    """
    named = found.best("name")
    if named and named.rank is not Rank.SENTENCE:
        return
    for span in zones.counting:
        for who in asked_for(span):
            if not named:
                _read_person([who], Rank.ASKED, own, found)
            for number in numbers_behind(span, who):
                found.add("phone", Rank.ASKED, number.part())


def read_own_numbers(zones: Zones, found: Candidates) -> None:
    """The number that the writer answers at: *Du når mig på 0980-319 214*.

    Who signs must be known first, for *Kontakta Anna Ek, 0980-319 214* is the writer's if Anna Ek is.
    """
    signer = found.best("name")
    name = signer.part.text if signer else None
    for span in zones.all_counting:
        for number in own_numbers(span, name):
            found.add("phone", Rank.SENTENCE, number)


def read_our_numbers(zones: Zones, found: Candidates) -> None:
    """The number that the letter asks the reader to ring *oss* at, where somebody signs without one of their own.

    *Ring oss på telefontid, 0980-319 214*: it is shared by those who work there.
    """
    if found.best("name") and not found.best("phone"):
        found.shared += [number.part() for span in zones.counting for number in numbers_of_us(span)]


def number_to_ask_at(zones: Zones) -> FoundPart | None:
    """The first number of somebody whom the letter tells the reader to ask: *Ring rektor Anna Ek, 0980-319 214*."""
    numbers = (number.part() for span in zones.counting for number in numbers_to_ask_at(span))
    return next(numbers, None)


def read_units_numbers(zones: Zones, found: Candidates) -> None:
    """The number that a unit answers at, where it signs and no person does.

    *Ring Bygglovsenheten på 0980-319 210*, *Kontakta oss gärna, 0980-319 210*.
    """
    if not found.best("unit") or found.best("name"):
        return
    ours = _names_of_ours(zones, found)
    for number in units_numbers(zones.counting, ours):
        found.add("phone", Rank.SENTENCE, number)


def read_sent_to(zones: Zones, found: Candidates) -> None:
    """The address that the reader is to send something to, where it is the unit's that writes.

    *Skicka svaret till Bygglovsenheten, Box 34, 998 21 Norrlida*, *Vår adress är Box 34, 998 21 Norrlida*; a court's
    or another authority's is not.
    """
    if found.best("address"):
        return
    spans = [span for span in (*zones.counting, *with_digit(zones.tail)) if _ENDS_OF_ADDRESS.search(span.text)]
    sent = [(span, match) for span in spans for match in _SENT_TO.finditer(span.text)]
    ours = {name.casefold() for name in _names_of_ours(zones, found)} if sent else set()
    for span, match in sent:
        is_for_us = match["who"].endswith("nämnden") and _WE_GET_IT.match(span.text, match.end())
        if is_for_us or _names_us(match, ours):
            found.add("address", Rank.SENTENCE, span.matched(match, "address").part())
    for span in spans:
        for match in _SENT_TO_US.finditer(span.text):
            found.add("address", Rank.SENTENCE, span.matched(match, match.lastgroup or "address").part())


def _names_us(match: re.Match[str], ours: set[str]) -> bool:
    """Whether the words before an address, or its own first ones, name those who write.

    *oss på Bygglovsenheten*, *Norrlida kommun, Bygglovsenheten*; of an office the board counts as well: it is
    *Barn- och utbildningsnämnden* where *Barn- och utbildningsförvaltningen* writes.
    """
    who = match["who"].casefold()
    beside = match["address"].casefold().partition(",")[0]
    return any(name in (who, beside) or who.endswith(f" {name}") or _is_board_of(who, name) for name in ours)


def _is_board_of(who: str, office: str) -> bool:
    """Whether the two differ but in what kind of office they are."""
    stem = _KIND_OF_OFFICE.sub("", who)
    return stem != who and stem == _KIND_OF_OFFICE.sub("", office)


def _names_of_ours(zones: Zones, found: Candidates) -> list[str]:
    """What the letter calls those who write: the units that were found, and short lines of the letterhead."""
    units = [candidate.part.text for candidate in found.parts["unit"]]
    lines = [line.span.text for line in [*zones.head, *zones.header] if _MAY_BE_OURS.fullmatch(line.span.text)]
    return [*units, *lines]


def _read_person(who: list[Span], rank: Rank, own: OwnParts, found: Candidates) -> None:
    """The name, and with it the title: *enhetschef*, *Anna Ek*.

    A title alone may be anybody's who holds it, and is no candidate.
    """
    lines = [LetterLine(words, Role.PARAGRAPH, 0) for words in who]
    pieces = cut_into_pieces(lines, own)
    names = of_kind(pieces, PieceKind.NAME)
    if not names:
        return
    found.add("name", rank, names[0].part())
    for title in of_kind(pieces, PieceKind.TITLE):
        found.add("title", rank, title.part())
