"""The phrases that letters are made of, whoever looks for them: greetings, closing phrases, labels."""

from __future__ import annotations

import re

GREETING = re.compile(r"(?:hej|hejsan|god dag|bäst[ae]?|kär[ae]?|till)\b", re.IGNORECASE)
"""Begins a line that greets the reader: *Hej Anna*, *Bäste Bo*, *Till dig som bor på Kvarngatan*."""

ROW_LABEL = re.compile(r"[^:.!?()]{1,30}: (?=\S)")
"""Begins a row by what it is about: *tis 3–fre 20 mars: avfuktare går dygnet runt*."""

_CLOSINGS = """
tack på förhand och vänlig hälsning
med vänlig hälsning från
på delegation av nämnden
på förvaltningens vägnar
med utmärkt högaktning
med vänliga hälsningar
på uppdrag av nämnden
hjärtliga hälsningar
musikaliska hälsningar
sportsliga hälsningar
vårliga hälsningar
somriga hälsningar
höstliga hälsningar
vintriga hälsningar
sportiga hälsningar
med bästa hälsningar
med varma hälsningar
på styrelsens vägnar
med vänlig hälsning
på kommunens vägnar
på nämndens uppdrag
ha en trevlig helg
på nämndens vägnar
vänliga hälsningar
enligt delegation
med vänliga hälsn
soliga hälsningar
å nämndens vägnar
bästa hälsningar
glada hälsningar
högaktningsfullt
sommarhälsningar
varma sommarhälsningar
varma hösthälsningar
varma vårhälsningar
varma vinterhälsningar
glada sommarhälsningar
soliga sommarhälsningar
hösthälsningar
vårhälsningar
vinterhälsningar
påskhälsningar
varma hälsningar
ha en skön helg
vid protokollet, dag som ovan
vid protokollet
protokollsutdragets riktighet bestyrks
protokollsutdragets riktighet intygas
protokollsutdraget bestyrks
utdragets riktighet bestyrks
utdragets riktighet intygas
rätt utdraget intygar
rätt utdraget bestyrker
rätt utdraget betygar
rätt avskrivet intygar
rätt avskrivet betygar
rätt utdraget
utdraget bestyrkes
utdraget bestyrks
utdraget intygas
utdragsbestyrkande
bestyrks i tjänsten
bestyrkes
bestyrks
vidimeras
vänlig hälsning
bästa hälsning
enligt uppdrag
ha en bra helg
ha en fin helg
med hälsningar
med högaktning
trevlig sommar
aktningsfullt
efter uppdrag
ha det så bra
ha en bra dag
ha en fin dag
julhälsningar
varm hälsning
med hälsning
med vänlig h
trevlig helg
undertecknat
bästa hälsn
glad sommar
ha det fint
ha det gott
underskrift
ha det bra
hälsningar
vänl hälsn
allt gott
hälsning
väl mött
vänligen
vördsamt
god jul
vi hörs
hälsar
vi ses
hälsn
m v h
m.v.h
mvh
vh
"""
CLOSINGS = tuple(sorted(_CLOSINGS.strip().splitlines(), key=len, reverse=True))
"""What stands before the signature, as the start of a line in lower case; the longer ones first."""
_FIRST_LETTERS = frozenset(phrase[:2] for phrase in CLOSINGS)

# *Med vänliga hälsningar*, *Varma hälsningar*; *Mvh*, *På nämndens vägnar* as all that the line holds
_CLOSING = re.compile(
    r"(?:med (?:vänlig|varm)|vänlig|många|bästa|varma|soliga)[a-z]* hälsning|(?:hälsning(?:ar|en)?|mvh|"
    r"med högaktning|högaktningsfullt|enligt uppdrag|på .{1,60} vägnar|för .{1,60}nämnden)$",
    re.IGNORECASE,
)
OPENS_OR_CLOSES = re.compile(
    r"hälsning|^hej\b|vänlig|underskrift|namnteckning|vägnar|enligt uppdrag|högaktning|^mvh\b", re.IGNORECASE
)
"""Stands in lines that begin or end a letter: *Hej Anna!*, *Med vänlig hälsning*, *På nämndens vägnar*, *Mvh*."""
# *Vår referens*, *Ärendenummer*, *Bilagor:*
LETTER_LABEL = re.compile(
    r"(?:(?:er|vår)\w* )?(?:datum|dnr|diarie\w*|ärende(?:nummer|nr)?|handläggare|beteckning|referens|telefon|tel|fax|"
    r"e-?post|adress|bilag\w*|kopia|cc|sida|postadress)\b[.:]?",
    re.IGNORECASE,
)
"""Begins a line of a letter's head or foot that labels what follows."""


def is_closing(text: str) -> bool:
    """Whether the paragraph is a letter's closing phrase: *Med vänlig hälsning*, *För socialnämnden*."""
    return _CLOSING.match(text.rstrip(",.! ")) is not None


def may_begin_closing(line: str) -> bool:
    """Whether a closing phrase has the same first two letters as the line, as most lines have not."""
    return line.lstrip()[:2].lower() in _FIRST_LETTERS


def closing_at_start(line: str) -> str | None:
    """The closing phrase that a line in lower case begins with, as words of their own.

    The longer ones are tried first: *med vänlig hälsning från* before *med vänlig hälsning*.  *Hälsningarna kom fram*
    begins with none.
    """
    if not line.startswith(CLOSINGS):
        return None
    for phrase in filter(line.startswith, CLOSINGS):
        behind = line[len(phrase) :][:1]
        if not behind.isalnum():
            return phrase
    return None
