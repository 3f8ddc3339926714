"""What a term's own explanation tells of it: the general word for such a thing, and whether it is an illness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from klarsprak.analysis import Analysis
from klarsprak.kinds.kind import Hit
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.explaining import OUTCOME

_KINDS = {
    "undersökning": "undersökningen",
    "behandling": "behandlingen",
    "operation": "operationen",
    "åtgärd": "åtgärden",
    "insats": "insatsen",
    "metod": "metoden",
    "kontroll": "kontrollen",
    "mätning": "mätningen",
    "träning": "träningen",
    "kurs": "kursen",
    "utbildning": "utbildningen",
    "bidrag": "bidraget",
    "stöd": "stödet",
    "ingrepp": "ingreppet",
    "prov": "provet",
    "test": "testet",
    "samtal": "samtalet",
}
"""General words and their definite forms.

No *beslut*, *tillstånd* or *plan*: what these are said to mean (*Beslutet innebär att du får …*) is what this one
holds.  No *hjälp* or *boende*, which many things of one letter are.
"""
_IS_A = re.compile(
    r"\A[^.]{2,40}? är (?:en |ett )?(?:[^\s.,]+ ){0,2}?(?P<kind>[a-zåäö]+)\b(?= (?:där|som|då|när|av|för)\b)"
)
"""How an explanation begins that names a kind: *En koloskopi är en* **undersökning** *där …*."""
_TELLS = r"(?:innebär|betyder|går ut på|går till så|går till på|består av|är till för|görs genom|görs med|sker genom)"
_ILLNESS = re.compile(
    r"\A[^.]{2,60}? (?:är|betyder|innebär) (?:(?!(?:som|där|mot|för|om|när|då)\b)[\w-]+ ){0,8}?"
    r"(?:\w*sjukdom\w*|\w*inflammation\w*|inflammera\w+|\w*infektion\w*|åkomma|propp|slits|svullnar|göra? ont"
    r"|värk\w*|klåda|kramp\w*|yrsel|stel|förlamad|cancer|knöl|spricka|brott)\b"
)
"""How an explanation begins that names an illness: *Bursit betyder att en slemsäck är* **inflammerad**; no *prov som
visar en sjukdom*."""
_LONGEST = 120
"""Characters before the words that are looked at."""
_HAS = re.compile(
    r"\b(?:(?:du|ni) (?:(?:har|hade) (?:[a-zåäö]+ ){0,2}?|(?:lider|led) av |är sjuk i |behandlas för |vårdas för "
    r"|(?:har )?(?:fått|fick) (?:diagnosen |diagnos )?)|(?:har|lider) (?:du|ni) (?:av )?|(?:din|ditt|dina|er|ert) "
    r"|(?:på grund|till följd|p\.? ?g\.? ?a\.?) (?:av )?)"
    r"(?:(?:svår|svårt|kronisk|kroniskt|lätt|måttlig|höggradig|uttalad|känd|både) )?"
    r"(?:[\w-]+(?: (?:stadium|grad|typ) \w+)?(?:,| och| samt) (?:också |även )?)?\Z",
    re.IGNORECASE,
)
"""*Du har*, *du lider av svår*, *din*, *på grund av*, and then an illness."""


def is_told_of_its_kind(explanation: str, analysis: Analysis) -> bool:
    """Whether the letter goes on to tell what the term means and calls it by the general word for such a thing.

    *Du är välkommen till* **koloskopi** *…* **Undersökningen** *innebär att vi för in …*: a koloskopi is a kind of
    *undersökning*, as its explanation says.  What only tells the outcome is left out as it is everywhere.
    """
    kind = _IS_A.match(explanation)
    definite = _KINDS.get(kind["kind"].lower()) if kind else None
    if definite is None:
        return False
    tells = re.search(rf"(?:\A|[.!?:\n] ?|\b(?:själva|den här) ){definite} {_TELLS}", analysis.text)
    return tells is not None and OUTCOME.match(analysis.text, tells.end()) is None


def is_readers_illness(words: WordsAt, explanation: str) -> bool:
    """Whether the words name an illness that the letter says its reader has: *du har bursit i höften*.

    Who has it has heard its name.
    """
    if not _names_illness(explanation):
        return False
    first = words.characters[0]
    before = words.block.text[max(0, first - _LONGEST) : first]
    return _HAS.search(f"{' '.join(before.split())} ") is not None


@lru_cache(maxsize=5_000)  # the rules' explanations, of which each letter asks for the same few
def _names_illness(explanation: str) -> bool:
    """Whether the explanation says that what it is about is an illness."""
    return _ILLNESS.match(explanation) is not None


def is_told(explanation: str, analysis: Analysis) -> bool:
    """Whether the letter says in some place of its own what the explanation says."""
    return _stands_in_letter(explanation, analysis) or is_told_of_its_kind(explanation, analysis)


def _stands_in_letter(explanation: str, analysis: Analysis) -> bool:
    """Whether the letter has taken in the sentence that explains: *I en samrådsanmälan berättar du om en åtgärd*.

    Looked for once, however often the letter says the term.
    """
    taken_in = analysis.once(_taken_in)
    if explanation not in taken_in:
        taken_in[explanation] = explanation.rstrip(".").lower() in analysis.once(_text)
    return taken_in[explanation]


def _taken_in(_: Analysis) -> dict[str, bool]:
    """Explanations, and whether the letter has them; filled as they are asked for."""
    return {}


def _text(analysis: Analysis) -> str:
    """All that the letter says, in lower case with single spaces."""
    return " ".join(analysis.text.split())


def but_said(hits: Iterable[Hit], said: set[str], *, is_compound: bool) -> Iterator[Hit]:
    """The hits, but for a compound whose term has been explained alike: *vite*, and then *vitesbelopp*.

    What is explained of terms themselves joins ``said``.
    """
    for hit in hits:
        if not is_compound:
            said.add(hit.explanation)
        elif hit.explanation in said:
            continue
        yield hit
