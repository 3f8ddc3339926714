"""What words are that hold no number and no address: a unit, a name, a title, the municipality."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature import address_forms, names, units
from klarsprak.signature.decisions import Decision, Reading, decide, read_first
from klarsprak.signature.model import Label, PieceKind, Span
from klarsprak.signature.stretches import Classified, Stretch
from klarsprak.signature.titles import title_in

WEB = re.compile(r"(?:https?://|www\.)\S+|^\S+\.(?:se|nu|com|org|example|eu)(?:/\S*)?$", re.IGNORECASE)
"""*www.norrlida.example*, or *norrlida.example* alone."""
_THROUGH = re.compile(r"(?:genom|via)\s+(?=\w)")
# *Beslut*, *2024-03-01*, *1 mars 2024*, *BN 2024-118*, *Norrlida 2024-03-01*
_NEUTRAL = re.compile(
    r"^(?:delegations|tjänste)?(?:beslut|skrivelse|utlåtande|meddelande|kallelse|information|underrättelse|föreläggande|svar"
    r"|remiss|yttrande|protokoll(?:sutdrag)?|kommunicering|delgivning|påminnelse|inbjudan|brev|begäran|avslag|utredning)$|"
    r"^\W*\d[\d\s:./-]*$|^(?:den\s)?\d{1,2}\s\w+\s\d{4}$|^\w{2,}\s\d{4}[-/:]\d+$|\d{6}-\d{4}"
    r"|^\d{4}-\d{2}-\d{2}|^\w+ \d{4}-\d{2}-\d{2}$",
    re.IGNORECASE,
)
# *Bygg och Betong AB*, *Ekens samfällighetsförening*
_COMPANY = re.compile(
    r"\b(?:AB|HB|KB|Aktiebolag|Ekonomisk förening|ek\.? för\.?|BRF|Brf|Handelsbolag|Stiftelsen|Familjen|Boende)\b"
    r"|föreningen\b|klubben\b|samfällighet"
)
_AT = re.compile(r"\s(?:på|vid|i|inom)\s(?=\S)")
_SPACE = re.compile(r"\s+")
_LONGEST_TITLE_END = 3
"""Words that a title may go on with and nobody knows what they are."""

Pieces = list[Classified]


class _Titled(NamedTuple):
    """A title at the beginning of a stretch and what follows it."""

    title: Span
    rest: Stretch

    def with_rest(self, kind: PieceKind, span: Span) -> Pieces:
        """The title, and the rest as a piece of its own."""
        return [Classified(PieceKind.TITLE, self.title), Classified(kind, span)]


def classify_words(stretch: Stretch) -> Pieces:
    """The pieces of a stretch without numbers."""
    if lead := _THROUGH.match(stretch.text):
        stretch = stretch.part(stretch.span.behind(lead))
    return read_first(WORDS, stretch) or [Classified(_kind_of_rest(stretch), stretch.span)]


def unit_in_lower_case(stretch: Stretch) -> Span | None:
    """*rehabenheten* in *Anna Ek, logoped, rehabenheten*, where its first letter needn't be a capital."""
    span = stretch.span
    if not span.text[0].islower():
        return None
    unit = units.unit_in(_capitalised(span), stretch.own.units)
    last = span.text.split()[-1].lower()
    return span.stretch(unit) if unit and units.is_unit_word(last) else None


def _unit(stretch: Stretch) -> Pieces | None:
    unit = units.unit_in(stretch.span, stretch.own.units)
    return [Classified(PieceKind.UNIT, unit)] if unit else None


def _names(stretch: Stretch) -> Pieces | None:
    """One name, or two with *och* between them."""
    return [Classified(PieceKind.NAME, name) for name in names.names_in(stretch.span)] or None


def _web(stretch: Stretch) -> Pieces | None:
    web = WEB.search(stretch.text)
    return [Classified(PieceKind.WEB, stretch.span.matched(web))] if web else None


def _neutral(stretch: Stretch) -> Pieces | None:
    return [Classified(PieceKind.NEUTRAL, stretch.span)] if _NEUTRAL.search(stretch.text) else None


def _titled(stretch: Stretch) -> Pieces | None:
    """A title and what follows it: a name, a unit or more of the title."""
    found = title_in(stretch.span)
    if not found:
        return None
    titled = _Titled(found.title, stretch.part(found.rest))
    return read_first(BEHIND_TITLE, titled) or [Classified(PieceKind.OTHER, found.title)]


def _organisation(stretch: Stretch) -> Pieces | None:
    is_organisation = units.organisation_in(stretch.text)
    return [Classified(PieceKind.ORGANISATION, stretch.span)] if is_organisation else None


def _company(stretch: Stretch) -> Pieces | None:
    return [Classified(PieceKind.COMPANY, stretch.span)] if _COMPANY.search(stretch.text) else None


def _name_then_title(stretch: Stretch) -> Pieces | None:
    """A name and a title or a unit with nothing but a space between them."""
    spaces = [space.start() for space in _SPACE.finditer(stretch.text)]
    for cut in reversed(spaces[1:5]):
        name = names.name_in(stretch.span.cut(0, cut))
        rest = stretch.unlabelled(stretch.span.cut(cut))
        if name and _is_title_or_unit(rest):
            return [Classified(PieceKind.NAME, name), *classify_words(rest)]
    return None


def _is_title_or_unit(stretch: Stretch) -> bool:
    found = title_in(stretch.span) or units.unit_in(stretch.span, stretch.own.units)
    return found is not None


WORDS: tuple[Reading[Stretch, Pieces], ...] = (
    Reading("unit", _unit, "Bygglovsenheten"),
    Reading("names", _names, "Anna Ek och Bo Alm"),
    Reading("web", _web, "www.norrlida.example"),
    Reading("neutral", _neutral, "2024-03-01"),
    Reading("titled", _titled, "bygglovshandläggare Anna Ek"),
    Reading("organisation", _organisation, "Norrlida kommun"),
    Reading("company", _company, "Bygg och Betong AB"),
    Reading("name then title", _name_then_title, "Anna Ek bygglovshandläggare"),
)
"""What words may be, the surest first."""


def _title_alone(titled: _Titled) -> Pieces | None:
    """*enhetschef på bygglovsenheten*: the title and the unit that it names, if any."""
    if titled.rest.text:
        return None
    title = titled.title
    at = _AT.search(title.text)
    unit = units.unit_in(_capitalised(title.behind(at)), titled.rest.own.units) if at else None
    if at and unit:
        return titled._replace(title=title.cut(0, at.start())).with_rest(PieceKind.UNIT, title.stretch(unit))
    return [Classified(PieceKind.TITLE, title)]


def _title_then_name(titled: _Titled) -> Pieces | None:
    name = names.name_in(titled.rest.span)
    return titled.with_rest(PieceKind.NAME, name) if name else None


def _title_then_unit(titled: _Titled) -> Pieces | None:
    unit = units.unit_in(titled.rest.span, titled.rest.own.units)
    return titled.with_rest(PieceKind.UNIT, unit) if unit else None


def _title_then_organisation(titled: _Titled) -> Pieces | None:
    is_organisation = units.organisation_in(titled.rest.text)
    return titled.with_rest(PieceKind.ORGANISATION, titled.rest.span) if is_organisation else None


def _longer_title(titled: _Titled) -> Pieces | None:
    """A title that goes on with some words of any sort."""
    title, rest = titled.title, titled.rest.span
    if len(rest.text.split()) > _LONGEST_TITLE_END or rest.text.endswith("."):
        return None
    gap = " " * (rest.start - title.end)
    return [Classified(PieceKind.TITLE, title._replace(text=f"{title.text}{gap}{rest.text}"))]


BEHIND_TITLE: tuple[Reading[_Titled, Pieces], ...] = (
    Reading("nothing", _title_alone, "enhetschef på bygglovsenheten"),
    Reading("name", _title_then_name, "bygglovshandläggare Anna Ek"),
    Reading("unit", _title_then_unit, "enhetschef Bygglovsenheten"),
    Reading("organisation", _title_then_organisation, "kommundirektör Norrlida kommun"),
    Reading("more of it", _longer_title, "enhetschef Barn & Familj"),
)
"""What may follow a title on its line; before anything else it is a word of a sentence and no title."""


def _kind_of_rest(stretch: Stretch) -> PieceKind:
    """What words are that no form is known of."""
    decision = decide(REST, stretch)
    return decision.answer if decision else PieceKind.OTHER


def _is_labelled(stretch: Stretch, label: Label) -> bool:
    """Whether the label says what the words are."""
    return stretch.label is label and stretch.text[0].isalpha()


REST: tuple[Decision[Stretch, PieceKind], ...] = (
    Decision("labelled as title", lambda it: _is_labelled(it, Label.TITLE), PieceKind.TITLE, "Titel: Altfiol"),
    Decision("labelled as unit", lambda it: _is_labelled(it, Label.UNIT), PieceKind.UNIT, "Enhet: Barn och unga"),
    Decision("beside a street", lambda it: address_forms.is_beside_address(it.text), PieceKind.TOWN, "plan 3"),
    Decision("initials", lambda it: names.is_initials(it.text), PieceKind.INITIALS, "A.E."),
    Decision("first name", lambda it: names.is_first_name(it.text), PieceKind.FIRST_NAME, "Anna"),
)
"""What words of no known form may be, by their label or their looks."""


def _capitalised(span: Span) -> Span:
    return span._replace(text=span.text[:1].upper() + span.text[1:])
