"""The words that say no and only."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from klarsprak.compare.statements import Statement
from klarsprak.compare.vocabulary import compiled


class Cue(NamedTuple):
    """A word that says no, or only, and where it stands in its statement; a soft one may stand for a hard one."""

    text: str
    start: int
    end: int
    is_soft: bool = False
    is_release: bool = False
    """Whether the no frees from a duty, so that *måste* is its contrary: *du behöver inte*."""


FindCues = Callable[[Statement], list[Cue]]

_NO = compiled(
    "inte, ej, icke, ingen, inget, inga, ingens, ingenting, ingendera, intet, aldrig, varken, ingalunda, utan",
    "nej, avslå, avslår, avslås, avslog, avslogs, avslagit, avslagits, avslag, avslaget, avslagen, avslagna",
    "neka, nekar, nekas, nekade, nekades, nekat, nekats, vägra, vägrar, vägras, vägrade, vägrat",
    "lämnas utan bifall, förbjuda, förbjuder, förbjuds, förbjöd, förbjudit, förbjudet, förbjuden, förbjudna",
    "förbud, förbudet, förbud mot, avvisa, avvisar, avvisas, avvisade, avvisades, avvisat, avvisats",
)
"""What a rewrite must say too, in one way or another."""
_MAYBE_NO = compiled(
    # what isn't there, isn't done or doesn't hold
    "sakna*, fattas, brist, brister, bristen, utebli*, uteblev, ogiltig*, otillåt*, olaglig*, otillräcklig*",
    "omöjlig*, ofullständig*, obetald*, oförändrad*, oriktig*, underlåt*, försumma*, låta bli, låt bli",
    "låter bli, slipp*, slapp, upphör*, upphäv*, återkalla*, dra in, drar in, dras in, avstå*, avböj*",
    "avbryt*, undvik*, motsätt*, missa*, glöm*, förlora*, förfall*, hindra*, strid mot, strider mot",
    "säga emot, stoppa*, dröjer, vänta, vänta med, otydlig*, oklar*",
    # what costs nothing, and who is left out
    "olovlig*, otillbörlig*, obehörig*, skattefri*, momsfri*, *fri, *fritt, *fria, *lös, *löst, *lösa, gratis",
    "kostnadsfri*, avgiftsfri*, exkl, exkl., exklusive, oräknat, förutom, utom, undanta*, befria*",
    "slutat",
    # the same turned round
    "annars, först, endast, bara, enbart, för sent, senast, knappast, måste, kräv*, i stället, istället",
    "oavsett, för få, för lite, annat än, tvärtom, för kort, för låg*, trots",
)
"""What may stand for a no: *saknas* for *finns inte*, *först när* for *inte innan*."""
# *outnyttjad*, *oprövad*, *omyndig*; not *ofta*, *onsdag*, *ovan*
_UN = re.compile(r"\bo(?!nsdag|van|lik|avsett)(?:[uaåäöeghntv]|be|fu|lä|pr|ri[mk]|sä|kä|rö|myndig|jäm|skick)\w{4,}")
_RELEASE = re.compile(
    r"\b(?:behöv\w*|måste)\b(?: \w+){0,2} (?:inte|ej|inga|inget|ingen)\b"
    r"|\b(?:inte|ej|icke|ingen|inget|inga)(?: \w+){0,2} "
    r"(?:obligatorisk\w*|skyld\w*|krav|nödvändig\w*|behöv\w*|tvung\w*|krävs?)\b"
)
_NOT_A_NO = re.compile(
    # Limits in the shape of a no: *inte senare än*, *inte förrän*
    r"\b(?:inte|ej|icke|aldrig) "
    r"(?:senare|tidigare|mera?|fler|mindre|färre|längre|kortare|högre|lägre|äldre|yngre) än\b"
    r"|\b(?:inte|ej|icke)(?: \w+){0,6}? förrän\b|\b(?:inte|aldrig) (?:över|under)stig\w+"
    # Politeness, and what means the contrary
    r"|\b(?:tveka|glöm) inte\b|\binte (?:minst|bara|endast|enbart)\b|\bom (?:inte|ej)(?: \w+){0,4} annat\b"
    # *utan dem kan den inte prövas* says no once
    r"|\butan(?= (?:\w+ ){1,6}(?:inte|ej|inga|ingen|inget)\b)"
    r"|\butan (?:(?:onödigt|oskäligt) )?dröjsmål\b|\butan (?:vidare|även|också|snarare)\b"
)
_NOT_ONLY_BUT = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga)\b[^.!?]{0,200}?,\s(utan)\b")
_ONLY = re.compile(r"(?<!inte )\b(?:endast|enbart|uteslutande|bara(?! att\b))\b")
_MAYBE_ONLY = compiled(
    "bara, blott, först, inte, ej, ingen, inget, inga, måste, ensam*, krävs, förutsatt, förutsättning*",
    "villkor*, själv, själva, annars, i så fall, högst, utom, enda",
)


def negations(statement: Statement) -> list[Cue]:
    """The words that say no.

    *inte*, *avslår*; not *inte senare än*, which is a limit, nor the *utan* of *inte X, utan Y*.
    """
    text = statement.text.lower()
    innocent = [match.span() for match in _NOT_A_NO.finditer(text)]
    innocent += [match.span(1) for match in _NOT_ONLY_BUT.finditer(text)]
    hard = [_cue(match) for match in _NO.finditer(text) if not _lies_in(match.start(), innocent)]
    if _RELEASE.search(text):
        hard = [cue._replace(is_release=True) for cue in hard]
    soft = [*_MAYBE_NO.finditer(text), *_UN.finditer(text)]
    return hard + [_cue(match, soft=True) for match in soft]


def restrictions(statement: Statement) -> list[Cue]:
    """The words that say only: *endast*, *bara*; not *det är bara att ringa*."""
    text = statement.text.lower()
    hard = [_cue(match) for match in _ONLY.finditer(text)]
    return hard + [_cue(match, soft=True) for match in _MAYBE_ONLY.finditer(text)]


def _cue(match: re.Match[str], soft: bool = False) -> Cue:
    return Cue(match[0], *match.span(), soft)


def _lies_in(place: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)
