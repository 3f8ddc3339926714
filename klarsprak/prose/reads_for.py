"""Whether the letter's reader reads it for somebody else: a parent for a child, a *god man* for his *huvudman*.

Then *den enskilde* and *eleven* are the other one, whom the letter is about.
"""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.prose.audience import Audience, is_written_to
from klarsprak.prose.family import NO_HELPER, is_about_family
from klarsprak.prose.letter_head import head_lines

_STANDS_FOR = (
    r"(?:vårdnadshavar\w*|målsm[aä]n|föräld\w+|god[ae]? m[aä]n(?:nen)?|förvaltare|ställföreträdare|dödsboet"
    r"|anhörig\w*|närstående|framtidsfullmaktshavare)"
)
_OF_HEAD = re.compile(rf"(?i:(?:till )?{_STANDS_FOR} (?:för|till|åt|efter)) [A-ZÅÄÖ]")
"""*Vårdnadshavare för Elton Berg*, *Till anhöriga till Anna Ek*."""
_IS = re.compile(
    rf"\b(?:du|ni) (?:är|var|blev|har)(?: \w+){{0,4}} {_STANDS_FOR}\b"
    rf"|\b(?:i egenskap av|som)(?: \w+)? {_STANDS_FOR}\b(?! kan)"
)
"""*Du är förordnad som god man*, *som vårdnadshavare*."""
_HAS = re.compile(
    rf"{NO_HELPER}(?:din|ditt|dina|er|ert|era)(?: \w+){{0,2}} (?:huvudm[aä]n|son|dotter|barn|mamma|pappa|mor"
    r"|far|mormor|morfar|farmor|farfar|syster|bror|barnbarn|mak[ea]|tvillingar|pojke|flicka)s?\b"
)
"""*Er dotter Alva*, *din huvudmans pengar*."""


def reads_for_another(analysis: Analysis) -> bool:
    """Whether the letter says that its reader stands for somebody, or has the one whom it is about."""
    if any(map(_OF_HEAD.match, head_lines(analysis))) or is_written_to([Audience.LEGAL_GUARDIAN], analysis):
        return True
    if _IS.search(analysis.text) is not None or _HAS.search(analysis.text) is not None:
        return True
    return analysis.once(is_about_family)
