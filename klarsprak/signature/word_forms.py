"""What words are that hold no number and no address: a unit, a name, a title, the municipality."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature import address_forms, names, units
from klarsprak.signature.decisions import DecisionRow, Reading, decide, read_first
from klarsprak.signature.model import Label, PieceKind
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import Classified, Pieces, Stretch, one_piece, whole_if
from klarsprak.signature.titles import holds_verb, tells_where, title_in

WEB = re.compile(r"(?:https?://|www\.)\S+|^\S+\.(?:se|nu|com|org|example|eu)(?:/\S*)?$", re.IGNORECASE)
"""*www.norrlida.example*, or *norrlida.example* alone."""
_THROUGH = re.compile(r"(?:genom|gm\.?|via)\s+(?=\w)")
# *Beslut*, *2024-03-01*, *1 mars 2024*, *BN 2024-118*, *Norrlida 2024-03-01*
_NEUTRAL = re.compile(
    r"(?:delegations|tjänste)?(?:beslut|skrivelse|utlåtande|meddelande|kallelse|information|underrättelse|föreläggande|svar"
    r"|remiss|yttrande|protokoll(?:sutdrag)?|kommunicering|delgivning|påminnelse|inbjudan|brev|begäran|avslag|utredning)$|"
    r"\W*\d[\d\s:./-]*$|(?:den\s)?\d{1,2}\s\w+\s\d{4}$|\w{2,}\s\d{4}[-/:]\d+$"
    r"|\d{4}-\d{2}-\d{2}|\w+ \d{4}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
_IDENTITY_NUMBER = re.compile(r"\d{6}-\d{4}")
# *Bygg och Betong AB*, *Ekens samfällighetsförening*
_COMPANY = re.compile(
    r"\b(?:AB|HB|KB|Aktiebolag|Ekonomisk förening|ek\.? för\.?|BRF|Brf|Handelsbolag|Stiftelsen|Familjen|Boende)\b"
    r"|^[A-ZÅÄÖ]\w+ (?:Energi|Vatten|Elnät|Fjärrvärme|Bostäder|Avfall)(?: (?:&|och) (?:Energi|Vatten|Miljö|Avfall))?$"
    r"|[Ff]örening(?:en)?\b|[Kk]lubb(?:en)?\b|[Ss]amfällighet|[Ff]örsamling(?:en)?\b"
)
_AT = re.compile(r"\s(?:på|vid|i|inom)\s(?=\S)")
_AT_SECOND = (["på"], ["vid"], ["i"], ["inom"])
_AND = re.compile(r"(?:^|\s)(?:och|&|samt)\s")
_SPACE = re.compile(r"\s+")
_LONGEST_TITLE_END = 3
"""Words that a title may go on with and nobody knows what they are."""


def _is_neutral(text: str) -> bool:
    """Whether the text is a document's name, a day or a number, or holds an identity number."""
    return _NEUTRAL.match(text) is not None or ("-" in text and _IDENTITY_NUMBER.search(text) is not None)


class TitledStretch(NamedTuple):
    """A title at the beginning of a stretch and what follows it."""

    title: Span
    rest: Stretch

    def with_rest(self, kind: PieceKind, span: Span | None) -> Pieces | None:
        """The title, and of what follows it a piece of its own; None where there is none.

        *rektor* and *Anna Ek* of *rektor Anna Ek*.
        """
        if span is None:
            return None
        return [Classified(PieceKind.TITLE, self.title), Classified(kind, span)]


def classify_words(stretch: Stretch) -> Pieces:
    """The pieces of a stretch without numbers.

    *genom* and *via* lead to whom a letter comes from, and are no part of the name.
    """
    bare = stretch.part(stretch.span.without_lead(_THROUGH))
    readings = _PLAIN_WORDS if bare.text.islower() and not bare.own.units else WORDS  # own units need no capital
    return read_first(readings, bare) or [Classified(decide(REST, bare, otherwise=PieceKind.OTHER), bare.span)]


def unit_in_lower_case(stretch: Stretch) -> Span | None:
    """*rehabenheten* in *Anna Ek, logoped, rehabenheten*, where its first letter needn't be a capital.

    Its last word must name a unit on its own, or with the adjective before it, *tekniska sektorn*: *vi på enheten för
    vuxna* is no unit's name.
    """
    span = stretch.span
    if not span.text[0].islower() or not units.ends_as_unit(span.text.split()):
        return None
    unit = units.unit_in(_capitalised(span), stretch.own.units)
    return span.stretch(unit) if unit else None


def _unit(stretch: Stretch) -> Pieces | None:
    """*Bygglovsenheten*, *Enheten för barn, unga och familj*, or what the configuration names."""
    return one_piece(PieceKind.UNIT, units.unit_in(stretch.span, stretch.own.units))


def _names(stretch: Stretch) -> Pieces | None:
    """One name, or two with *och* between them.

    *Anna Ek och Bo Alm* both sign; the first one counts.
    """
    found = names.names_in(stretch.span)
    return [Classified(PieceKind.NAME, name) for name in found] or None


def _web(stretch: Stretch) -> Pieces | None:
    """The address of a site, without the words around it: *Läs mer på www.norrlida.example*."""
    text = stretch.text
    may_be = ("." in text and (" " not in text or "www." in text.lower())) or "://" in text
    return one_piece(PieceKind.WEB, stretch.span.search(WEB)) if may_be else None


def _titled(stretch: Stretch) -> Pieces | None:
    """A title and what follows it: a name, a unit or more of the title.

    *bygglovshandläggare Anna Ek*; before other words, a sentence: *Handläggare Anna läser din ansökan i dag*.
    """
    found = title_in(stretch.span)
    if not found:
        return None
    if holds_verb(found.title.text):
        return [Classified(PieceKind.OTHER, found.title)]
    titled = TitledStretch(found.title, stretch.part(found.rest))
    return read_first(BEHIND_TITLE, titled) or [Classified(PieceKind.OTHER, found.title)]


def _name_then_title(stretch: Stretch) -> Pieces | None:
    """A name and a title or a unit with nothing but a space between them.

    *Anna Ek bygglovshandläggare*; the longest name that a title follows counts: *Anna Maria Ek rektor*.
    """
    if not names.may_begin_name(stretch.text):
        return None
    spaces = [space.start() for space in _SPACE.finditer(stretch.text)]
    for cut in reversed(spaces[1:5]):
        name = names.name_in(stretch.span.cut(0, cut))
        rest = stretch.unlabelled(stretch.span.cut(cut))
        if name and _is_title_or_unit(rest):
            return [Classified(PieceKind.NAME, name), *classify_words(rest)]
    return None


def _name_at_place(stretch: Stretch) -> Pieces | None:
    """A name and a place that no list knows: *Anna Ek på Kometen*."""
    at = _AT.search(stretch.text) if names.may_begin_name(stretch.text) else None
    if not at:
        return None
    name, place = names.name_in(stretch.span.cut(0, at.start())), stretch.span.behind(at)
    is_place = place.text[0].isupper() and len(place.text.split()) <= _LONGEST_TITLE_END
    return [Classified(PieceKind.NAME, name), Classified(PieceKind.OTHER, place)] if name and is_place else None


def _first_name_at_unit(stretch: Stretch) -> Pieces | None:
    """A first name and where its bearer works: *Anna på Kontaktcenter*, which lacks the surname."""
    is_second = stretch.text.split(maxsplit=2)[1:2] in _AT_SECOND
    at = _AT.search(stretch.text) if is_second else None
    if not at:
        return None
    name, behind = stretch.span.cut(0, at.start()), stretch.span.behind(at)
    unit = units.unit_in(behind, stretch.own.units)
    if unit is None or not names.is_first_name(name.text):
        return None
    return [Classified(PieceKind.FIRST_NAME, name), Classified(PieceKind.UNIT, unit)]


def _is_title_or_unit(stretch: Stretch) -> bool:
    """Whether a title begins the stretch, or it is a unit: *bygglovshandläggare*, *Bygglovsenheten*.

    What else follows a name may be anything.
    """
    found = title_in(stretch.span) or units.unit_in(stretch.span, stretch.own.units)
    return found is not None


WORDS: tuple[Reading[Stretch, Pieces], ...] = (
    Reading("unit", _unit, "Bygglovsenheten", capital=True),
    Reading("names", _names, "Anna Ek och Bo Alm", capital=True),
    Reading("web", _web, "www.norrlida.example"),
    Reading("neutral", whole_if(_is_neutral, PieceKind.NEUTRAL), "2024-03-01"),
    Reading("titled", _titled, "bygglovshandläggare Anna Ek"),
    Reading("organisation", whole_if(units.organisation_in, PieceKind.ORGANISATION), "Norrlida kommun", capital=True),
    Reading("company", whole_if(_COMPANY.search, PieceKind.COMPANY), "Bygg och Betong AB"),
    Reading("first name at a unit", _first_name_at_unit, "Anna på Bygglovsenheten", capital=True),
    Reading("name then title", _name_then_title, "Anna Ek bygglovshandläggare", capital=True),
    Reading("name at a place", _name_at_place, "Anna Ek på Kometen", capital=True),
)
"""What words may be, the surest first."""
_PLAIN_WORDS = tuple(reading for reading in WORDS if not reading.capital)
"""Those of words in small letters, as most parts of a sentence are."""


def _title_alone(titled: TitledStretch) -> Pieces | None:
    """A title with nothing behind it: *enhetschef för bygglov*.

    The unit that the title names is a piece of its own.
    """
    if titled.rest.text:
        return None
    return _title_at_unit(titled) or [Classified(PieceKind.TITLE, titled.title)]


def _title_at_unit(titled: TitledStretch) -> Pieces | None:
    """The title and the unit that it names: *enhetschef på bygglovsenheten*."""
    title = titled.title
    at = _AT.search(title.text)
    if not at:
        return None
    unit = units.unit_in(_capitalised(title.behind(at)), titled.rest.own.units)
    if not unit:
        return None
    bare = titled._replace(title=title.cut(0, at.start()))
    return bare.with_rest(PieceKind.UNIT, title.stretch(unit))


def _title_then_name(titled: TitledStretch) -> Pieces | None:
    """*bygglovshandläggare Anna Ek*."""
    return titled.with_rest(PieceKind.NAME, names.name_in(titled.rest.span))


def _title_then_name_at_place(titled: TitledStretch) -> Pieces | None:
    """*fritidsledare Anna Ek på Kometen*."""
    both = _name_at_place(titled.rest)
    return [Classified(PieceKind.TITLE, titled.title), *both] if both else None


def _title_then_unit(titled: TitledStretch) -> Pieces | None:
    """*enhetschef Bygglovsenheten*."""
    unit = units.unit_in(titled.rest.span, titled.rest.own.units)
    return titled.with_rest(PieceKind.UNIT, unit)


def _title_then_organisation(titled: TitledStretch) -> Pieces | None:
    """*kommundirektör Norrlida kommun*.

    The municipality is no unit, but tells the letterhead whose it is.
    """
    rest = titled.rest
    organisation = rest.span if units.organisation_in(rest.text) else None
    return titled.with_rest(PieceKind.ORGANISATION, organisation)


def _longer_title(titled: TitledStretch) -> Pieces | None:
    """A title that goes on with some words of any sort, or tells where: *rektor på Myrstacken och Granen*.

    So few words without a full stop make no sentence: *projektledare Gröna stråk*.
    """
    title, rest = titled.title, titled.rest.span
    is_short = len(rest.text.split()) <= _LONGEST_TITLE_END and not rest.text.endswith(".")
    if not is_short and not tells_where(rest.text):
        return None
    gap = " " * (rest.start - title.end)
    whole = title._replace(text=f"{title.text}{gap}{rest.text}")
    return [Classified(PieceKind.TITLE, whole)]


def _title_and_next_signer(titled: TitledStretch) -> Pieces | None:
    """*rektor och Bo Alm*, *rektor Anna Ek och kurator Bo Alm*: another signer follows on the line."""
    both = _AND.search(titled.rest.text)
    if not both:
        return None
    before, behind = titled.rest.span.cut(0, both.start()), titled.rest.span.behind(both)
    name = names.name_in(before) if before.text else None
    following = classify_words(titled.rest.part(behind)) if behind.text and (name or not before.text) else []
    if PieceKind.NAME not in {piece.kind for piece in following}:
        return None
    first = [Classified(PieceKind.NAME, name)] if name else []
    return [Classified(PieceKind.TITLE, titled.title), *first, *following]


BEHIND_TITLE: tuple[Reading[TitledStretch, Pieces], ...] = (
    Reading("nothing", _title_alone, "enhetschef på bygglovsenheten"),
    Reading("name", _title_then_name, "bygglovshandläggare Anna Ek"),
    Reading("another signer", _title_and_next_signer, "rektor Anna Ek och kurator Bo Alm"),
    Reading("name at a place", _title_then_name_at_place, "fritidsledare Anna Ek på Kometen"),
    Reading("unit", _title_then_unit, "enhetschef Bygglovsenheten"),
    Reading("organisation", _title_then_organisation, "kommundirektör Norrlida kommun"),
    Reading("more of it", _longer_title, "projektledare Gröna stråk"),
)
"""What may follow a title on its line; before anything else it is a word of a sentence and no title."""


def _is_labelled(stretch: Stretch, label: Label) -> bool:
    """Whether the label says what the words are, and they are words.

    A number below *Titel* is none.
    """
    return stretch.label is label and stretch.text[0].isalpha()


REST: tuple[DecisionRow[Stretch, PieceKind], ...] = (
    DecisionRow("labelled as title", lambda it: _is_labelled(it, Label.TITLE), PieceKind.TITLE, "Titel: Altfiol"),
    DecisionRow(
        "labelled as unit", lambda it: _is_labelled(it, Label.UNIT), PieceKind.UNIT, "Enhet: Tillsyn och råd"
    ),
    DecisionRow("beside a street", lambda it: address_forms.is_beside_address(it.text), PieceKind.TOWN, "plan 3"),
    DecisionRow("initials", lambda it: names.is_initials(it.text), PieceKind.INITIALS, "A.E."),
    DecisionRow("first name", lambda it: names.is_first_name(it.text), PieceKind.FIRST_NAME, "Anna"),
    DecisionRow("surname cut short", lambda it: names.lacks_surname(it.text), PieceKind.FIRST_NAME, "Anna E"),
)
"""What words of no known form may be, by their label or their looks."""


def _capitalised(span: Span) -> Span:
    """The stretch written as at the beginning of a line."""
    return span._replace(text=span.text[:1].upper() + span.text[1:])
