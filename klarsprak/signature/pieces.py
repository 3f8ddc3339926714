"""Lines → pieces: what each stretch of a line is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature import people, phones, places, units
from klarsprak.signature.labels import split_label
from klarsprak.signature.model import Label, Line, Piece, PieceKind, Span

_SEPARATOR = re.compile(
    r"\s*[;•·∙●|]\s*|(?<!-),\s+(?!ankn)|(?<!\d)\s+(?:/+\s*|[–—-]\s+)|\s+(?:/+|[–—-])\s+(?!\d)"
    r"|\s+\((?=[a-zåäö])(?!direkt|växel|vx|ankn)|\s+(?:genom|gm)\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_LIST_IN_NAME = re.compile(r"^\w+(?:en|et) för \w+, \w+ och \w+(?=$|,)")
"""A unit whose name holds a comma: *Enheten för barn, unga och familj*."""
_EMAIL = re.compile(r"[^\s<(:,;|]+@[^\s>,;|]+\.\w+")
_WEB = re.compile(r"(?:https?://|www\.)\S+|^\S+\.(?:se|nu|com|org|example|eu)(?:/\S*)?$", re.IGNORECASE)
_THROUGH = re.compile(r"(?:genom|via)\s+(?=\w)")
_TOWN = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
_DIGIT = re.compile(r"\d")
_HOURS = re.compile(r"\d(?:[.:]\d\d)?\s?(?:[–-]|till)\s?\d")
_PLACEHOLDER = re.compile(r"[«»\[\]<>{}_]|\.{4,}|^X{2,}|\bXX+\b|\bNN\b|Klicka (?:eller|här)")
_PROMPT = re.compile(r"\[[^\]]+\]|«[^»]+»|<[^>]+>")
_NEUTRAL = re.compile(
    r"^(?:delegations|tjänste)?(?:beslut|skrivelse|utlåtande|meddelande|kallelse|information|underrättelse|föreläggande|svar"
    r"|remiss|yttrande|protokoll(?:sutdrag)?|kommunicering|delgivning|påminnelse|inbjudan|brev|begäran|avslag|utredning)$|"
    r"^\W*\d[\d\s:./-]*$|^(?:den\s)?\d{1,2}\s\w+\s\d{4}$|^\w{2,}\s\d{4}[-/:]\d+$|\d{6}-\d{4}"
    r"|^\d{4}-\d{2}-\d{2}|^\w+ \d{4}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:AB|HB|KB|Aktiebolag|Ekonomisk förening|ek\.? för\.?|BRF|Brf|Handelsbolag|Stiftelsen|Familjen|Boende)\b"
    r"|föreningen\b|klubben\b|samfällighet"
)
_PHONE_LABELS = {Label.PHONE, Label.SWITCHBOARD, Label.SHARED_PHONE, Label.FAX}
_NAMING = {PieceKind.NAME, PieceKind.TITLE, PieceKind.UNIT, PieceKind.ORGANISATION}
_Classified = tuple[PieceKind, Span, Label | None]


class Classifier:
    """Cuts lines into pieces and says what each of them is; ``known_units`` are lower case."""

    def __init__(self, known_units: frozenset[str] = frozenset(), known_addresses: tuple[str, ...] = ()) -> None:
        self.known_units = known_units
        self.known_addresses = known_addresses

    def pieces(self, lines: list[Line]) -> list[Piece]:
        """The pieces of all the lines, in order."""
        result: list[Piece] = []
        above: list[Piece] = []
        for number, line in enumerate(lines):
            alone = len(above) == 1 and above[0].kind is PieceKind.LABEL and above[0].column == line.column
            above = list(self._line(line, number, line.label or (above[0].label if alone else None)))
            result.extend(above)
        return _named(result)

    def _line(self, line: Line, number: int, label: Label | None) -> Iterator[Piece]:
        for kind, span, own_label in self._classify(line.span, label):
            if kind is PieceKind.LABEL:
                label = own_label
            yield Piece(kind, span, number, line.column, own_label or label)

    def _classify(self, span: Span, label: Label | None) -> Iterator[_Classified]:
        """The pieces of a stretch with the labels that stand within it."""
        for known in self.known_addresses:
            if (at := span.text.lower().find(known.lower())) >= 0:
                yield from self._beside(span.cut(0, at), label)
                # What the configuration names is an address to write to, unless the letter says otherwise.
                yield (
                    PieceKind.ADDRESS,
                    span.cut(at, at + len(known)),
                    None if label is Label.VISIT else Label.ADDRESS,
                )
                yield from self._beside(span.cut(at + len(known)), label)
                return
        if _PROMPT.fullmatch(span.text):
            yield PieceKind.PLACEHOLDER, span, None
            return
        found = split_label(span)
        if (
            found
            and found.label is Label.PERSON
            and not found.rest.text
            and not found.colon
            and people.title_in(span)
        ):
            yield PieceKind.TITLE, span, Label.PERSON
        elif found and not found.rest.text and not found.colon and units.unit_in(span):
            yield PieceKind.UNIT, span, None
        elif found:
            yield PieceKind.LABEL, span.cut(0, found.rest.start - span.start), found.label
            if found.rest.text:
                yield from self._classify(found.rest, found.label)
        else:
            yield from self._unlabelled(span, label)

    def _beside(self, span: Span, label: Label | None) -> Iterator[_Classified]:
        """What stands in front of a known address or behind it."""
        start = len(span.text) - len(span.text.lstrip(" ,.;|"))
        span = span.cut(start, len(span.text.rstrip(" ,;|")))
        if span.text:
            yield from self._classify(span, label)

    def _unlabelled(self, span: Span, label: Label | None) -> Iterator[_Classified]:
        if _PLACEHOLDER.search(span.text):
            yield PieceKind.PLACEHOLDER, span, None
            return
        if unit := self._whole_unit(span):
            yield PieceKind.UNIT, unit, None
            return
        parts = _split(span)
        if len(parts) > 1:
            for at, part in enumerate(parts):
                if at and part.text[0].islower() and (unit := self._lower_unit(part)):
                    yield PieceKind.UNIT, unit, None
                else:
                    yield from self._classify(part, label)
            return
        yield from self._single(span, label)

    def _lower_unit(self, span: Span) -> Span | None:
        """*rehabenheten* in *Anna Ek, logoped, rehabenheten*."""
        unit = units.unit_in(_capitalised(span), self.known_units)
        last = span.text.split()[-1].lower()
        return span.cut(unit.start - span.start, unit.end - span.start) if unit and units.is_unit_word(last) else None

    def _whole_unit(self, span: Span) -> Span | None:
        if span.text.lower() in self.known_units:
            return span
        return None

    def _single(self, span: Span, label: Label | None) -> Iterator[_Classified]:
        found = [*self._numbers(span, label), *((PieceKind.ADDRESS, address, None) for address in places.spans(span))]
        found.sort(key=lambda item: item[1].start)
        if not found and (email := _EMAIL.search(span.text)):
            yield PieceKind.EMAIL, span.cut(email.start(), email.end()), None
            behind = span.cut(email.end())
            if web := _WEB.search(behind.text):
                yield PieceKind.WEB, behind.cut(web.start(), web.end()), None
        elif not found and label is Label.HOURS and _HOURS.search(span.text):
            yield PieceKind.HOURS, span.cut(0, len(span.text.rstrip(" ).,"))), None
        elif not found:
            yield from self._words(span, label)
        elif before := span.cut(0, found[0][1].start - span.start).text.rstrip(" :"):
            # *Norrlida kommun Box 34*, *Anna Ek 0980-319 214*
            named = self._words(span.cut(0, len(before)))
            yield from (piece for piece in named if piece[0] in _NAMING or found[0][0] is PieceKind.ADDRESS)
        yield from found
        if found and found[-1][0] is PieceKind.ADDRESS:  # *Kvarngatan 2 Tallvik*
            behind = span.cut(found[-1][1].end - span.start)
            if _TOWN.fullmatch(behind.text):
                yield PieceKind.FIRST_NAME, behind, None

    def _numbers(self, span: Span, label: Label | None) -> Iterator[_Classified]:
        """The telephone numbers of the stretch, with what the words beside each say of it."""
        if label in {Label.OTHER, Label.COPY} or not _DIGIT.search(span.text):
            return
        end = 0
        for number in phones.find_numbers(span.text, labelled=label in _PHONE_LABELS):
            yield phones.kind_of(span.text[end:], number.moved(-end), label), span.cut(number.start, number.end), None
            end = number.end

    def _words(self, span: Span, label: Label | None = None) -> Iterator[_Classified]:
        if lead := _THROUGH.match(span.text):
            span = span.cut(lead.end())
        text = span.text
        if unit := units.unit_in(span, self.known_units):
            yield PieceKind.UNIT, unit, None
        elif names := people.names_in(span):
            yield from ((PieceKind.NAME, name, None) for name in names)
        elif web := _WEB.search(text):
            yield PieceKind.WEB, span.cut(web.start(), web.end()), None
        elif _NEUTRAL.search(text):
            yield PieceKind.NEUTRAL, span, None
        elif titled := people.title_in(span):
            yield from self._titled(*titled)
        elif units.organisation_in(text):
            yield PieceKind.ORGANISATION, span, None
        elif _COMPANY.search(text):
            yield PieceKind.COMPANY, span, None
        elif named := self._name_then_title(span):
            yield from named
        else:
            yield _rest(text, label), span, None

    def _titled(self, title: Span, rest: Span) -> Iterator[_Classified]:
        """A title and what follows it: a name, a unit or more of the title."""
        if not rest.text:
            yield from self._title_with_unit(title)
        elif name := people.name_in(rest):
            yield PieceKind.TITLE, title, None
            yield PieceKind.NAME, name, None
        elif unit := units.unit_in(rest, self.known_units):
            yield PieceKind.TITLE, title, None
            yield PieceKind.UNIT, unit, None
        elif units.organisation_in(rest.text):
            yield PieceKind.TITLE, title, None
            yield PieceKind.ORGANISATION, rest, None
        elif len(rest.text.split()) <= 3 and not rest.text.endswith("."):
            yield (
                PieceKind.TITLE,
                Span(title.text + " " * (rest.start - title.end) + rest.text, title.block, title.start),
                None,
            )
        else:
            yield PieceKind.OTHER, title, None

    def _title_with_unit(self, title: Span) -> Iterator[_Classified]:
        """*enhetschef på bygglovsenheten*: the title and the unit that it names."""
        match = re.search(r"\s(?:på|vid|i|inom)\s(?=\S)", title.text)
        if match and (unit := units.unit_in(_capitalised(title.cut(match.end())), self.known_units)):
            yield PieceKind.TITLE, title.cut(0, match.start()), None
            yield PieceKind.UNIT, title.cut(unit.start - title.start, unit.end - title.start), None
        else:
            yield PieceKind.TITLE, title, None

    def _name_then_title(self, span: Span) -> list[_Classified] | None:
        """*Anna Ek bygglovshandläggare*, with nothing but a space between them."""
        cuts = [match.start() for match in re.finditer(r"\s+", span.text)]
        for cut in reversed(cuts[1:5]):
            name, rest = people.name_in(span.cut(0, cut)), span.cut(cut)
            if name and (people.title_in(rest) or units.unit_in(rest, self.known_units)):
                return [(PieceKind.NAME, name, None), *self._words(rest)]
        return None


def _named(pieces: list[Piece]) -> list[Piece]:
    """*Namn* beside *Befattning* labels the one who writes, not the one who has applied."""
    return [
        piece._replace(label=Label.PERSON)
        if piece.label is Label.NAME and any(near.label is Label.TITLE for near in pieces[max(0, at - 4) : at + 5])
        else piece
        for at, piece in enumerate(pieces)
    ]


def _capitalised(span: Span) -> Span:
    return span._replace(text=span.text[:1].upper() + span.text[1:])


def _split(span: Span) -> list[Span]:
    parts: list[Span] = []
    start = 0
    named = _LIST_IN_NAME.match(span.text)
    for match in _SEPARATOR.finditer(span.text, named.end() if named else 0):
        parts.append(span.cut(start, match.start()))
        start = match.end()
    parts.append(span.cut(start))
    # What stood in brackets comes without them.
    parts = [part if "(" in part.text else part.cut(0, len(part.text.rstrip(")"))) for part in parts]
    return [part for part in parts if part.text]


def _rest(text: str, label: Label | None) -> PieceKind:
    if label in {Label.TITLE, Label.UNIT} and text[0].isalpha():
        return PieceKind.TITLE if label is Label.TITLE else PieceKind.UNIT
    if places.is_extra(text):
        return PieceKind.TOWN
    if people.is_initials(text):
        return PieceKind.INITIALS
    return PieceKind.FIRST_NAME if people.is_first_name(text) else PieceKind.OTHER
