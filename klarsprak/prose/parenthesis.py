"""Parentheses that say in words what stands before them."""

from __future__ import annotations

import re

from klarsprak.language.everyday.words import lemma_of, shipped_words
from klarsprak.swedish import MONTHS

_PARENTHESIS = re.compile(r"[”\"]?\s*\(([^()]+(?:\([^()]*\)[^()]*)*)\)")
_REFERENCE = re.compile(
    r"^\d|^(?:se|enligt|jfr|läs|bilaga|bifog\w+|dnr|diarienummer|ärende\w*|punkt|sid\w*|nr|nummer|från)\b"
    r"|^(?:ca\.?|cirka|ungefär|drygt|knappt|totalt|sammanlagt|över|under|upp till)\s+\d"
    r"|^(?:din|ditt|dina|er|ert|era|plushöjd\w*|blankett\w*|original|kopia)\b|\b(?:enl|bifogas)\b|^[A-ZÅÄÖ]{2,}-\w+$"
    r"|\b(?:ga|s):\d|\bel\.? ?dy?l\.?$|^delta\b"
    r"|^(?:bas(?:tal|år|månad|kvartal)|index(?:tal)?)\b[^a-zåäö]*(?:\w+\s+)?\d+"
    r"|^(?:serie|volym|vol|akt|mapp|hylla|snitt)\b"
    r"|^(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w{0,6}\.?\s?[–-]\s?\w{3,9}\b"
    r"|^(?:behörighet|kompetens|klass|nivå|kategori|grad|zon)(?:en|et|s?klass|s?nivå)?\s+[\w-]{1,3}$"
    r"|^(?:f\.?\s?n\.?(?=\s)|för\s|just\s+nu|numera|i\s?dag\b|båda\s|vid\s|i\s+(?:original|kopia|förekommande))|\d\s?(?:kr|kronor|:-)$"
    r"|^(?:krävs|behövs|fordras|erfordras|saknas|lämnas|skickas|ingår|tillkommer)\b"
    r"|^inom\s+(?:\w+\s+)?(?:dag|dygn|vecka|veckor|månad|år)"
    r"|^(?:om|inkl\w*|exkl\w*|max\w*|minst|högst|obligatorisk\w*|frivillig\w*|valfri\w*|endast|bara|gäller|utan|samt|både"
    r"|ny[at]?|gam(?:mal|malt|la)|förra|tidigare|samma|inte|ej)\b"
    rf"|^(?:(?:senast|före|efter|till|innan|kl\.?|klockan|den|måndag|tisdag|onsdag|torsdag|fredag)(?:en)?\s+)+\d"
    rf"|^(?:i\s+)?(?:{'|'.join(MONTHS)})\b[\d\s]*(?:som\s+bas\w*|är\s+bas\w*)?$"
    rf"|(?:^|,\s*)\w+\s(?:(?:{'|'.join(MONTHS)})\s)?\d+$"
    r"|^(?:ring|tel|tfn|telefon|mobil|växel|mejl|mejla|kontakta|org)\b[^()]*\d"
    r"|§|\bkap\b|\w(?:lagen|balken|förordningen|nämnden|förvaltningen|verket|styrelsen)$|@|www\.",
    re.IGNORECASE,
)
"""What a parenthesis holds that tells no meaning: *se bilaga 2*, *9 kap. 2 §*, *prio 1*, *behörighet N*, *den 3 maj*,
*inom tre veckor*, *byggnadsnämnden*."""
_STATE = re.compile(
    r"(?:\w+(?:erad|erat|erade|(?<!b)lad|lat|[ks]ad|(?<!t)[ks]at|satt|satta|skriven|skrivet|skrivna|ifylld|ifyllt"
    r"|lig|ligt|liga|[iu]ella?|[iu]ellt|plett|pletta)"
    r"|omedelbar\w*|digitala?|digitalt|enkel|enkelt|enkla|färdig\w*|senast\w*|befintlig\w*)",
    re.IGNORECASE,
)
"""A single word that tells how a thing is to be, not what it is: *nybyggnadskarta (enkel)*, *KA (certifierad)*."""
_PLAIN_WORD = re.compile(r"(?<![\w.])[a-zåäö]{2,}(?![\w.])")
_SHORTEST_PARENTHESIS = 4
"""Characters inside of one that explains something."""
_OPENS = re.compile(
    r"(?:\b(?:en|ett|den|det|de|som|sorts|slags|eller|till|alla|allt|när|där|att|andra|små|lätta)\s(?:[^\s.;:()]+\s+){1,9}"
    r"|[”\"]\s+|^[\W\d]*\w+\s+)\((?:en |ett |så kalla\w+ )?[”\"]?$"
    r"|\w\s+\((?:en |ett |så kalla\w+ )[”\"]?$",
    re.IGNORECASE,
)
"""Words for a term before a parenthesis with it: *en sorts böter (vite)*; *Hur man överklagar (förvaltningsbesvär)*
and *delges sökanden (delgivningskvitto)* tell no meaning."""
_CLOSES = re.compile(
    r"[”\"]?(?:\s(?:från\s)?(?:19|20)\d\d)?(?:,\s(?:\w+\s)?(?:bifogas|bilagd|bifogad|se\s(?:bilaga|kartan))[^()]*)?\)",
    re.IGNORECASE,
)
"""*(vite)*; *(servitut 1984, kopia bifogas)*."""
_NAMED = re.compile(r"(?<=\w )(?-i:[A-ZÅÄÖ])[\w-]+\s*\(\W*$")
"""A name before a parenthesis: in *Bo Ek (arrendatorn)* the term tells who that is."""
_OPENER = 24
"""Signs before a term that stands in a parenthesis in which that begins: *(så kallade ”*."""


def stands_in_parenthesis(term: str, before: str, after: str) -> bool:
    """Whether a term stands alone in a parenthesis, after other words for it: *en sorts böter (vite)*.

    Not after a name.  The term may have quotation marks: *(”vite”)*; *protokoll (justerat)* tells how the paper is.
    """
    if "(" not in before[-_OPENER:]:  # nearly always
        return False
    if _OPENS.search(before) is None or _NAMED.search(before) or term.endswith(("at", "ad", "ade")):
        return False
    return _CLOSES.match(after) is not None


def has_explaining_parenthesis(text: str) -> bool:
    """Whether the text begins with a parenthesis of words.

    A number, a section, an abbreviation or a reference explains nothing; nor does a word as hard as the first:
    *primärsidan (servisventil)*.
    """
    match = _PARENTHESIS.match(text)
    if match is None:
        return False
    inside = match[1]
    if len(inside) < _SHORTEST_PARENTHESIS or _REFERENCE.search(inside.strip()):
        return False
    if _STATE.fullmatch(inside.strip()):
        return False
    if inside.isalpha() and not shipped_words().has(inside.lower(), lemma_of(inside.lower())):
        return False
    return _PLAIN_WORD.search(inside) is not None
