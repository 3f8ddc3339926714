"""Labels such as *Handläggare:* and *Telefon*."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature.model import Label, Span
from klarsprak.signature.people import name_in

_LABELS = {
    Label.PERSON: r"""(?:vår |din |er |ansvarig )?handläggare|kontaktperson(?:er)?|din kontakt|kontakt
        |vår referens|vår kontaktperson|beslutande|beslutsfattare|föredragande|handlagt av|handläggs av|handlades av
        |upprättad av|beslutad av|beslut fattat av|fattat av|undertecknat av|undertecknad av|underskrift
        |(?:(?:elektroniskt|digitalt) )?signera[dt] av
        |(?:elektroniskt|digitalt) (?:godkä(?:nt|nd)|undertecknat|beslutat) av|godkänt digitalt av
        |avsändare|namnförtydligande|namnteckning|ansvarig tjänsteman|ansvarig|skrivet av""",
    Label.NAME: r"namn",
    Label.TITLE: r"befattning|titel|tjänstetitel|yrkestitel|roll",
    Label.UNIT: r"enhet|avdelning|förvaltning|nämnd|verksamhet",
    Label.ADDRESS: r"postadress|adress|(?:box|post)- och besöksadress|post|brev|gatuadress",
    Label.VISIT: r"besöksadress|besök oss|besök|här finns vi",
    Label.SWITCHBOARD: r"""(?:telefon |tel\.? |tfn )?\(?(?:kommunens |vår )?(?:telefon)?(?:växel|vxl?)(?:n|nummer)?\)?
        |jour(?:nummer|telefon|en)?|texttelefon""",
    Label.SHARED_PHONE: r"kundtjänst|kundcenter|kontaktcenter|medborgarservice|servicecenter",
    Label.PHONE: r"""(?:(?:telefon|tel|tfn|tlf|tele)\.?[ ,/(]*)?(?:direkt(?:nummer|telefon|nr|tel|val)?|dir)\b\.?\)?
        |mobil(?:telefon|nummer|nr)?|mob|telefon(?:nummer|nr)?|tel|tfn|tlf|tele|ring (?:mig|oss) på|du når mig på
        |nås säkrast|ring|t(?=:)|m(?=:)""",
    Label.HOURS: r"""telefontid(?:er)?|öppettid(?:er)?|öppet(?=\s|:|$)|expeditionstid(?:er)?|besökstid(?:er)?""",
    Label.FAX: r"(?:tele)?fax(?:nummer)?",
    Label.THEIRS: r"""sökande|sökanden|mottagare|till|personnummer|fastighetsägare|fastighet|fastighetsbeteckning
        |kund|elev|barn|vårdnadshavare|byggherre|huvudman|er referens|er handläggare|er beteckning|part|klagande
        |ärendet gäller|avser|gäller|anläggningsägare|adressat|verksamhetsutövare|ombud|faktureringsadress
        |fakturaadress|leveransadress|betalningsmottagare|delges|entreprenör|kontrollansvarig
        |beställare|god man|företrädare|kontaktperson hos (?:er|sökanden)""",
    Label.COPY: r"""kopia(?: till)?|kopior till|bilag(?:a|or)(?: \d)?|sändlista|delges även|för kännedom|cc
        |(?:beslutet |besluten |detta beslut )?(?:skickas|sänds|expedieras|meddelas)(?: till)?
        |underrättelse till""",
    Label.OTHER: r"""e-?post(?:adress)?|e-?mail|mail|mejl(?:adress)?|webb(?:plats|sida|adress)?|hemsida|internet|datum
        |org(?:anisations)?\.?[- ]?(?:nr|nummer)|bankgiro|plusgiro|postgiro|bg|pg|diarienummer|dnr|d\.nr|ärendenummer
        |ärende(?: ?nr)?|vår beteckning|ert datum|vårt datum|sida|sid|ref
        |beslutsdatum|delegation|saken|swish|instagram|facebook|e""",
}
_OPTIONAL_COLON = {
    *(Label.PHONE, Label.SWITCHBOARD, Label.SHARED_PHONE, Label.FAX),
    *(Label.ADDRESS, Label.VISIT, Label.HOURS, Label.OTHER),
}


def _one_line(pattern: str) -> str:
    """The pattern without its own line breaks; a space in it stands for any white space."""
    return re.sub(r"\s*\n\s*", "", pattern).replace(" ", r"\s")


_PATTERN = re.compile(
    r"\W{0,2}(?:"
    + "|".join(rf"(?P<{label.name}>{_one_line(pattern)})" for label, pattern in _LABELS.items())
    + r")(?![\w@-])\.?(?P<colon>\s*:)?",
    re.IGNORECASE,
)
_BEFORE_COMMA = re.compile(r"[^,/|]*")
_SEVERAL = re.compile(r"\s+(?=[A-ZÅÄÖ])")


class Labelled(NamedTuple):
    """A label and what stands behind it on the same line, which may be nothing."""

    label: Label
    colon: bool
    rest: Span


def split_label(span: Span) -> Labelled | None:
    """The label that the line begins with, or None."""
    match = _PATTERN.match(span.text)
    if not match or not match.lastgroup:
        return None
    label = next(label for label in Label if match.groupdict().get(label.name))
    rest = span.cut(match.end())
    if rest.text[:1] in {",", "/"} and is_label(rest.cut(1)):  # *Handläggare, telefon* above both
        rest = rest.cut(len(rest.text))
    colon = bool(match["colon"])
    if rest.text and not colon and not _goes_without_colon(label, rest):
        return None
    return Labelled(label, colon, rest)


def _goes_without_colon(label: Label, rest: Span) -> bool:
    """Whether the label can stand before these words with a mere space; of persons, only before a name."""
    if label is Label.PERSON:
        return name_in(rest.cut(0, len(_BEFORE_COMMA.match(rest.text)[0]))) is not None  # type: ignore[index]
    return label in _OPTIONAL_COLON and rest.text[0] not in ",./"


def is_label(span: Span) -> bool:
    """Whether the line is a label and nothing else."""
    found = split_label(span)
    return found is not None and not found.rest.text


def label_row(span: Span) -> bool:
    """Whether the line is two or more labels with mere spaces between them, as above the columns of a footer."""
    parts = _SEVERAL.split(span.text)
    return len(parts) > 1 and all(is_label(Span(part, span.block, span.start)) for part in parts)
