"""Names of people and places by their capitals, and courts, authorities and committees by how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.compare.fact import FactKind, Mention
from klarsprak.language.gazetteer import hint

_CAPITALISED = re.compile(r"(?<![\w@.-])[A-ZÅÄÖ][a-zåäöéüæø]+(?:[-’:][A-ZÅÄÖa-zåäö][a-zåäöé]*)*(?![\w@])")
_ADDRESSED = frozenset(
    "du dig din ditt dina ni er ert era eder edert edra vi oss vår vårt våra hej jag det den de han hon".split()
)
# What stands before a word that has its capital for another reason than being a name
_BEFORE = 20
"""So many characters before a word tell whether it opens a sentence."""
_OPENS = re.compile(r"(?:^|[.!?:”“\"»–•\n(\[]|^\W*\d+[.)]|^-)\s*$")


def find_names(text: str) -> Iterator[Mention]:
    """The names that capitals tell; at the start of a sentence only those that are known to be names."""
    for match in _CAPITALISED.finditer(text):
        if _is_name(match, text):
            yield Mention(FactKind.NAME, stem_of_name(match[0]), *match.span())


def _is_name(match: re.Match[str], text: str) -> bool:
    word = match[0].lower()
    if word in _ADDRESSED or _body_stem(word) is not None:
        return False
    if not _OPENS.search(_before(text, match.start())):
        return True
    known = hint(match[0])
    return known in ("P", "L") or (known == "S" and len(word) > _SHORT)


def _before(text: str, start: int) -> str:
    """The characters before a word; a sign for those that are cut off, so that none takes them for the beginning."""
    return text[:start] if start <= _BEFORE else f"x{text[start - _BEFORE : start]}"


_SHORT = 5


def stem_of_name(name: str) -> str:
    """The name without its genitive: *Annas* and *Anna* are one."""
    return name.lower().removesuffix("s").removesuffix(":")


_OTHERS = """
förvaltningsrätt kammarrätt tingsrätt hovrätt länsrätt regeringsrätt domstol hyresnämnd arrendenämnd länsstyrelse
försäkringskassa skatteverk skattemyndighet kronofogd polis lantmäteri regering justitieombudsman arbetsförmedling
migrationsverk skolverk skolinspektion boverk trafikverk transportstyrelse livsmedelsverk socialstyrelse
naturvårdsverk integritetsskyddsmyndighet datainspektion arbetsmiljöverk folkhälsomyndighet pensionsmyndighet
räddningstjänst konsumentverk elsäkerhetsverk kemikalieinspektion jordbruksverk skogsstyrelse
""".split()
"""Those who decide or look on besides the municipality: a letter must go on calling them by name."""
_OTHER = re.compile(
    rf"(?<![\w-])(?:mark- och miljö|högsta )?({'|'.join(_OTHERS)})"
    r"(?:en|et|n|t|ens|ets|ns|s|a|erna|er|emyndigheten|emyndighetens)?\b"
)
_NO_QUALITY = "(?<!läg)(?<!far)(?<!öpp)(?<!näg)(?<!förmög)(?<!trog)"
"""*lägenheten* and *erfarenheten* are no units."""
_OWN = re.compile(
    rf"(?<!\w)(?:\w+- och )?\w{{3,}}(?:nämnden|förvaltningen|kontoret|{_NO_QUALITY}enheten|avdelningen|styrelsen"
    r"|fullmäktige|nämnd|förvaltning)s?\b"
)
_BARE = re.compile(r"^(?:förvaltning|nämnd|kommun)(?:en)?s?$")


def find_bodies(text: str) -> Iterator[Mention]:
    """Courts and authorities, and the municipality's own committees and units.

    The key of the municipality's own begins with ``own:``: a letter may say *vi* of these.
    """
    lowered = text.lower()
    others = list(_OTHER.finditer(lowered))
    for match in others:
        is_any_court = match[0].startswith("domstol")
        yield Mention(FactKind.BODY, match[0][: match.end(1) - match.start()], *match.span(), is_any_court)
    taken = {match.start() for match in others}
    for match in _OWN.finditer(lowered):
        if match.start() not in taken and not _BARE.match(match[0]):
            yield Mention(FactKind.BODY, f"{OWN}{own_stem(match[0])}", *match.span())


OWN = "own:"


def own_stem(word: str) -> str:
    """The body without its endings: *socialnämndens* and *socialnämnd* are *socialnämnd*."""
    return re.sub(r"(?:en|et|n)?s?$", "", word)


def _body_stem(word: str) -> str | None:
    """What the body is called, where the word is one."""
    match = _OTHER.fullmatch(word) or _OWN.fullmatch(word)
    return match[0] if match else None
