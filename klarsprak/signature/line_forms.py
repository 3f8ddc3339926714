"""What a line is: a label and what follows, parts between commas, a number, an e-mail address, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature import phones, units
from klarsprak.signature.address_forms import addresses_in
from klarsprak.signature.decisions import Reading, read_first
from klarsprak.signature.labels import Labelled, split_label
from klarsprak.signature.model import Label, PieceKind, Span
from klarsprak.signature.stretches import Classified, Stretch, split_parts
from klarsprak.signature.titles import title_in
from klarsprak.signature.word_forms import WEB, Pieces, classify_words, unit_in_lower_case

_EMAIL = re.compile(r"[^\s<(:,;|]+@[^\s>,;|]+\.\w+")
_TOWN = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
_DIGIT = re.compile(r"\d")
_HOURS = re.compile(r"\d(?:[.:]\d\d)?\s?(?:[–-]|till)\s?\d")
# *«Förnamn»*, *[Namn]*, *XXX*, *......*, *Klicka här*
_PLACEHOLDER = re.compile(r"[«»\[\]<>{}_]|\.{4,}|^X{2,}|\bXX+\b|\bNN\b|Klicka (?:eller|här)")
_PROMPT = re.compile(r"\[[^\]]+\]|«[^»]+»|<[^>]+>")
_PHONE_LABELS = {Label.PHONE, Label.SWITCHBOARD, Label.SHARED_PHONE, Label.FAX}
_LABELS_WITHOUT_NUMBERS = {Label.OTHER, Label.COPY}
_NAMING = {PieceKind.NAME, PieceKind.TITLE, PieceKind.UNIT, PieceKind.ORGANISATION}


def classify(stretch: Stretch) -> Pieces:
    """The pieces of a stretch with the labels that stand within it."""
    return read_first(LINES, stretch) or classify_words(stretch)


def _own_address(stretch: Stretch) -> Pieces | None:
    """An address that the configuration names, with what stands around it."""
    low = stretch.text.lower()
    for address in stretch.own.addresses:
        at = low.find(address.lower())
        if at >= 0:
            return _around_own_address(stretch, at, at + len(address))
    return None


def _around_own_address(stretch: Stretch, start: int, end: int) -> Pieces:
    """What the configuration names is an address to write to, unless the letter says otherwise."""
    label = None if stretch.label is Label.VISIT else Label.ADDRESS
    address = Classified(PieceKind.ADDRESS, stretch.span.cut(start, end), label)
    before, after = stretch.span.cut(0, start), stretch.span.cut(end)
    return [*_classify_beside(stretch, before), address, *_classify_beside(stretch, after)]


def _classify_beside(stretch: Stretch, span: Span) -> Pieces:
    """What stands in front of a known address or behind it."""
    bare = span.lstrip(" ,.;|").rstrip(" ,;|")
    return classify(stretch.part(bare)) if bare.text else []


def _prompt(stretch: Stretch) -> Pieces | None:
    """A template's field, whatever words stand in it."""
    return _as_placeholder(stretch) if _PROMPT.fullmatch(stretch.text) else None


def _labelled(stretch: Stretch) -> Pieces | None:
    """A label and what follows it; alone, a title or a unit that is a label as well is that."""
    found = split_label(stretch.span)
    if not found:
        return None
    if found.is_alone:
        return [_title_or_unit(found, stretch.span) or Classified(PieceKind.LABEL, stretch.span, found.label)]
    label = stretch.span.cut(0, found.rest.start - stretch.span.start)
    rest = Stretch(found.rest, found.label, stretch.own)
    return [Classified(PieceKind.LABEL, label, found.label), *classify(rest)]


def _title_or_unit(found: Labelled, span: Span) -> Classified | None:
    """*Handläggare* or *Miljönämnd* without a colon and with nothing behind it."""
    if found.colon:
        return None
    if found.label is Label.PERSON and title_in(span):
        return Classified(PieceKind.TITLE, span, Label.PERSON)
    return Classified(PieceKind.UNIT, span) if units.unit_in(span) else None


def _placeholder(stretch: Stretch) -> Pieces | None:
    """A line with something left to fill in."""
    return _as_placeholder(stretch) if _PLACEHOLDER.search(stretch.text) else None


def _as_placeholder(stretch: Stretch) -> Pieces:
    return [Classified(PieceKind.PLACEHOLDER, stretch.span)]


def _own_unit(stretch: Stretch) -> Pieces | None:
    """A unit that the configuration names, which may have commas in its name."""
    is_own = stretch.text.lower() in stretch.own.units
    return [Classified(PieceKind.UNIT, stretch.span)] if is_own else None


def _several_parts(stretch: Stretch) -> Pieces | None:
    """Parts with commas, slashes or the like between them."""
    parts = split_parts(stretch.span)
    if len(parts) < 2:
        return None
    first, *others = (stretch.part(part) for part in parts)
    pieces = classify(first)
    for part in others:
        unit = unit_in_lower_case(part)
        pieces += [Classified(PieceKind.UNIT, unit)] if unit else classify(part)
    return pieces


def _numbers_and_addresses(stretch: Stretch) -> Pieces | None:
    """Telephone numbers and addresses, with a name or the like in front and a town behind."""
    addresses = (Classified(PieceKind.ADDRESS, address) for address in addresses_in(stretch.span))
    found = [*_numbers(stretch), *addresses]
    if not found:
        return None
    found.sort(key=lambda piece: piece.span.start)
    return [*_before_number(stretch, found[0]), *found, *_town_behind(stretch, found[-1])]


def _numbers(stretch: Stretch) -> Iterator[Classified]:
    """The telephone numbers, with what the words beside each say of it."""
    if stretch.label in _LABELS_WITHOUT_NUMBERS or not _DIGIT.search(stretch.text):
        return
    end = 0
    for number in phones.find_numbers(stretch.text, labelled=stretch.label in _PHONE_LABELS):
        kind = phones.kind_of_number(stretch.text[end:], number.moved(-end), stretch.label)
        yield Classified(kind, stretch.span.cut(number.start, number.end))
        end = number.end


def _before_number(stretch: Stretch, first: Classified) -> Iterator[Classified]:
    """*Anna Ek* in *Anna Ek 0980-319 214*; before an address, anything: *Norrlida kommun Box 34*."""
    before = stretch.span.cut(0, first.span.start - stretch.span.start).rstrip(" :")
    if before.text:
        for piece in classify_words(stretch.unlabelled(before)):
            if piece.kind in _NAMING or first.kind is PieceKind.ADDRESS:
                yield piece


def _town_behind(stretch: Stretch, last: Classified) -> Pieces:
    """*Tallvik* in *Kvarngatan 2 Tallvik*."""
    behind = stretch.span.cut(last.span.end - stretch.span.start)
    is_town = last.kind is PieceKind.ADDRESS and _TOWN.fullmatch(behind.text)
    return [Classified(PieceKind.FIRST_NAME, behind)] if is_town else []


def _email(stretch: Stretch) -> Pieces | None:
    """An e-mail address, and a site's behind it."""
    email = _EMAIL.search(stretch.text)
    if not email:
        return None
    behind = stretch.span.behind(email)
    web = WEB.search(behind.text)
    site = [Classified(PieceKind.WEB, behind.matched(web))] if web else []
    return [Classified(PieceKind.EMAIL, stretch.span.matched(email)), *site]


def _hours(stretch: Stretch) -> Pieces | None:
    """When somebody answers or an office is open, if a label says so."""
    are_hours = stretch.label is Label.HOURS and _HOURS.search(stretch.text)
    return [Classified(PieceKind.HOURS, stretch.span.rstrip(" ).,"))] if are_hours else None


LINES: tuple[Reading[Stretch, Pieces], ...] = (
    Reading("own address", _own_address, "Anna Ek, Box 115, 123 21 Ekvalla"),
    Reading("prompt", _prompt, "[telefon]"),
    Reading("labelled", _labelled, "Telefon: 0980-319 214"),
    Reading("placeholder", _placeholder, "Telefon 0980-......"),
    Reading("own unit", _own_unit, "Barn, unga och familj"),
    Reading("several parts", _several_parts, "Anna Ek, rektor"),
    Reading("numbers and addresses", _numbers_and_addresses, "Anna Ek 0980-319 214"),
    Reading("e-mail", _email, "anna.ek@norrlida.example"),
    Reading("hours", _hours, "Öppettider: måndag–fredag 9–16"),
)
"""What a line may be, the surest first; a line that is none of these is words."""
