"""What a line is: a label and what follows, parts between commas, a number, an e-mail address, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature import phones, units
from klarsprak.signature.address_forms import addresses_in
from klarsprak.signature.decisions import Reading, read_first
from klarsprak.signature.labels import Labelled, split_label
from klarsprak.signature.model import Label, PieceKind
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import Classified, Pieces, Stretch, one_piece, split_parts, whole_if
from klarsprak.signature.titles import title_in
from klarsprak.signature.word_forms import WEB, classify_words, unit_in_lower_case

# Begins where a word does, and each part has an end: a line of signs without an at sign is gone through once.
_EMAIL = re.compile(r"(?<![^\s<(:,;|])[^\s<(:,;|@]{1,64}@[^\s>,;|@]{1,255}\.\w{1,63}")
_TOWN = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
_DIGIT = re.compile(r"\d")
_HOURS = re.compile(r"\d(?:[.:]\d\d)?\s?(?:[–-]|till)\s?\d")
# *«Förnamn»*, *[Namn]*, *XXX*, *......*, *Klicka här*
_PLACEHOLDER = re.compile(r"[«»\[\]<>{}_]|\.{4,}|^X{2,}|\bXX+\b|\bNN\b|Klicka (?:eller|här)")
_SIGN_OF_PLACE = re.compile(r"[«»\[\]<>{}_]")
# Rektor Anna Ek *enligt delegation*, Anna Ek *på delegation av socialnämnden*
_BY_DELEGATION = re.compile(
    r"(?<=\w),?\s\(?(?:enligt|på|med stöd av)\s(?:\w+s\s)?delegation(?:en|sordning(?:en)?|sbeslut)?"
    r"(?:\s(?:av|från)\s[\w-]+(?:nämnden|styrelsen|utskottet))?\)?\.?$",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"\[[^\]]+\]|«[^»]+»|<[^>]+>")
_PHONE_LABELS = {Label.PHONE, Label.SWITCHBOARD, Label.SHARED_PHONE, Label.FAX}
_LABELS_WITHOUT_NUMBERS = {Label.OTHER, Label.COPY}
_NAMING = {PieceKind.NAME, PieceKind.TITLE, PieceKind.UNIT, PieceKind.ORGANISATION}


def classify(stretch: Stretch) -> Pieces:
    """The pieces of a stretch with the labels that stand within it.

    *Telefon:* and *0980-319 214*; *Anna Ek* and *rektor*; *Kvarngatan 2* and *Tallvik*.
    """
    return read_first(LINES, stretch) or classify_words(stretch)


def _own_address(stretch: Stretch) -> Pieces | None:
    """An address that the configuration names, with what stands around it.

    It may have any form, *Lantmäteriet, 801 82*, and is looked for before the line is cut at its commas.
    """
    low = stretch.text.lower() if stretch.own.addresses else ""
    for address in map(str.lower, stretch.own.addresses):
        at = low.find(address)
        if at >= 0:
            return _around_own_address(stretch, at, at + len(address))
    return None


def _around_own_address(stretch: Stretch, start: int, end: int) -> Pieces:
    """The own address and the pieces before it and behind it.

    What the configuration names is an address to write to, unless the letter says otherwise.
    """
    label = None if stretch.label is Label.VISIT else Label.ADDRESS
    address = Classified(PieceKind.ADDRESS, stretch.span.cut(start, end), label)
    before = _classify_beside(stretch, stretch.span.cut(0, start))
    after = _classify_beside(stretch, stretch.span.cut(end))
    return [*before, address, *after]


def _classify_beside(stretch: Stretch, span: Span) -> Pieces:
    """What stands in front of a known address or behind it, without the marks between.

    *Anna Ek* in front of the address, a number behind it.
    """
    bare = span.lstrip(" ,.;|").rstrip(" ,;|")
    return classify(stretch.part(bare)) if bare.text else []


def _labelled(stretch: Stretch) -> Pieces | None:
    """A label and what follows it: *Telefon:* and *0980-319 214*."""
    found = split_label(stretch.span)
    if not found:
        return None
    if found.is_alone:
        return [_lone_label(found, stretch.span)]
    label = stretch.span.cut(0, found.rest.start - stretch.span.start)
    if _is_units_name(found, stretch.span):
        return [Classified(PieceKind.UNIT, stretch.span)]
    rest = Stretch(found.rest, found.label, stretch.own)
    first = Classified(_kind_of_label(found, label), label.rstrip(" "), found.label)
    return [first, *classify(rest)]


def _is_units_name(found: Labelled, span: Span) -> bool:
    """Whether what looks like a label begins a unit's name: *Servicecenter Lön och pension*."""
    return found.label is Label.SHARED_PHONE and not found.colon and units.unit_in(span) is not None


def _kind_of_label(found: Labelled, label: Span) -> PieceKind:
    """A label, or the title that stands before a name: *Handläggare Anna Ek*, but not *Handläggare: Anna Ek*."""
    is_title = found.label is Label.PERSON and not found.colon and not found.is_alone and title_in(label)
    return PieceKind.TITLE if is_title else PieceKind.LABEL


def _lone_label(found: Labelled, span: Span) -> Classified:
    """A label with nothing behind it, which without a colon may be a title or a unit.

    *Handläggare* below a name is a title, and *Nämnd* no unit, but *Kontaktcenter* is one.
    """
    label = Classified(PieceKind.LABEL, span, found.label)
    if found.colon:
        return label
    if found.label is Label.PERSON and title_in(span):
        return Classified(PieceKind.TITLE, span, Label.PERSON)
    return Classified(PieceKind.UNIT, span) if units.unit_in(span) else label


def _signed_by_delegation(stretch: Stretch) -> Pieces | None:
    """Who has decided, before the words that say by what right: *Rektor Anna Ek enligt delegation*."""
    right = _BY_DELEGATION.search(stretch.text) if "delegation" in stretch.text else None
    return classify(stretch.part(stretch.span.cut(0, right.start()))) if right else None


def _own_unit(stretch: Stretch) -> Pieces | None:
    """A unit that the configuration names, which may have commas in its name: *Barn, unga och familj*.

    It is looked for before the line is cut at its commas.
    """
    is_own = bool(stretch.own.units) and stretch.text.lower() in stretch.own.units
    return [Classified(PieceKind.UNIT, stretch.span)] if is_own else None


def _several_parts(stretch: Stretch) -> Pieces | None:
    """Parts with commas, slashes or the like between them: *Anna Ek, rektor, Tallskolan*.

    Behind the first one a unit may begin with a small letter: *Anna Ek, logoped, rehabenheten*.
    """
    parts = split_parts(stretch.span)
    if len(parts) < 2:
        return None
    first, *others = map(stretch.part, parts)
    pieces = classify(first)
    for part in others:
        unit = one_piece(PieceKind.UNIT, unit_in_lower_case(part))
        pieces += unit or classify(part)
    return pieces


def _numbers_and_addresses(stretch: Stretch) -> Pieces | None:
    """Telephone numbers and addresses, with a name or the like in front and a town behind.

    *Norrlida kommun Box 34*, *Anna Ek 0980-319 214*, *Kvarngatan 2 Tallvik*.
    """
    if not _DIGIT.search(stretch.text):
        return None
    addresses = (Classified(PieceKind.ADDRESS, address) for address in addresses_in(stretch.span))
    found = [*_numbers(stretch), *addresses]
    if not found:
        return None
    found.sort(key=lambda piece: piece.span.start)
    return [*_before_number(stretch, found[0]), *found, *_behind_last(stretch, found[-1])]


def _numbers(stretch: Stretch) -> Iterator[Classified]:
    """The telephone numbers, with what the words beside each say of it.

    The words behind one number are those before the next: *Direkt 0980-319 214, växel 0980-319 200*.
    """
    if stretch.label in _LABELS_WITHOUT_NUMBERS:
        return
    end = 0
    for number in phones.find_numbers(stretch.text, labelled=stretch.label in _PHONE_LABELS):
        since_last = stretch.text[end:]
        kind = phones.kind_of_number(since_last, number.moved(-end), stretch.label)
        yield Classified(kind, stretch.span.cut(number.start, number.end))
        end = number.end


def _before_number(stretch: Stretch, first: Classified) -> Pieces:
    """*Anna Ek* in *Anna Ek 0980-319 214*; before an address, anything: *Norrlida kommun Box 34*.

    Words before a number that name nobody are dropped: *Vi svarar 0980-319 200*.
    """
    before = stretch.span.cut(0, first.span.start - stretch.span.start).rstrip(" :")
    if not before.text:
        return []
    pieces = classify_words(stretch.unlabelled(before))
    if first.kind is PieceKind.ADDRESS:
        return pieces
    return [piece for piece in pieces if piece.kind in _NAMING]


def _behind_last(stretch: Stretch, last: Classified) -> Pieces:
    """*Tallvik* in *Kvarngatan 2 Tallvik*, or an e-mail address.

    The town looks like a first name, and the address takes it in later.
    """
    behind = stretch.span.cut(last.span.end - stretch.span.start)
    is_town = last.kind is PieceKind.ADDRESS and _TOWN.fullmatch(behind.text)
    return [Classified(PieceKind.FIRST_NAME, behind)] if is_town else _email_in(behind)


def _email_in(span: Span) -> Pieces:
    """The e-mail address that the stretch holds, if any: *0980-319 214 E-post: anna.ek@norrlida.example*."""
    return one_piece(PieceKind.EMAIL, span.search(_EMAIL)) or []


def _is_placeholder(text: str) -> bool:
    """Whether a template has left it; most lines have neither such a sign nor such a word, which is quick to see."""
    may_be = _SIGN_OF_PLACE.search(text) or "...." in text or "XX" in text or "NN" in text or "Klicka" in text
    return bool(may_be) and _PLACEHOLDER.search(text) is not None


def _email(stretch: Stretch) -> Pieces | None:
    """An e-mail address, and a site's behind it."""
    email = _EMAIL.search(stretch.text) if "@" in stretch.text else None
    if not email:
        return None
    address = Classified(PieceKind.EMAIL, stretch.span.matched(email))
    behind = stretch.span.behind(email)
    site = one_piece(PieceKind.WEB, behind.search(WEB))
    return [address, *(site or [])]


def _hours(stretch: Stretch) -> Pieces | None:
    """When somebody answers or an office is open, if a label says so: *måndag–fredag 9–16*.

    *9–16* alone may be a house number's, a date's or a section's.
    """
    if stretch.label is not Label.HOURS or not _HOURS.search(stretch.text):
        return None
    return one_piece(PieceKind.HOURS, stretch.span.rstrip(" ).,"))


LINES: tuple[Reading[Stretch, Pieces], ...] = (
    Reading("own address", _own_address, "Anna Ek, Box 115, 123 21 Ekvalla"),
    Reading("prompt", whole_if(_PROMPT.fullmatch, PieceKind.PLACEHOLDER), "[telefon]"),
    Reading("labelled", _labelled, "Telefon: 0980-319 214"),
    Reading("signed by delegation", _signed_by_delegation, "Rektor Anna Ek enligt delegation"),
    Reading("placeholder", whole_if(_is_placeholder, PieceKind.PLACEHOLDER), "Anna ......"),
    Reading("own unit", _own_unit, "Barn, unga och familj"),
    Reading("several parts", _several_parts, "Anna Ek, rektor"),
    Reading("numbers and addresses", _numbers_and_addresses, "Anna Ek 0980-319 214"),
    Reading("e-mail", _email, "anna.ek@norrlida.example"),
    Reading("hours", _hours, "Öppettider: måndag–fredag 9–16"),
)
"""What a line may be, the surest first; a line that is none of these is words."""
