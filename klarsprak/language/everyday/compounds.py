"""How the parts of compounds look."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORT_FIRST = frozenset("by ö å kö år el is te öl ur ni ås en sju sex tio".split())
"""First parts of compounds that are shorter than the rest, or rarer as words by themselves."""
SHORT_LAST = frozenset(
    """
    akt app ark arm art bad ben bil bio bit bok bor box bro bur by byn bär båt dag dal del dom dop dos el eld far fat
    fel fot får gas grå gul hav hem hot hud hus hål hög is jul kam kar kod kol kub kö kök kön köp lag led lek lik lim
    liv lov lur lån lås lön löv man mat mil mur mål nät nöd ord orm ort ost par pil rad ram ras rit rot rum råd röd
    rör sal set sjö sol son syn säd söm tak tal te tes tid ton trä tur tyg typ tåg ugn val ved vin vis vit väg vän väv
    våg vår yta zon år öga öl öra
    """.split()
)
"""So few letters as may end a compound; others do so by chance (*tra-kom*)."""
LONG = 9
"""Letters of what may be taken for a compound when an ending has been taken off; shorter ones come by chance."""
LONGEST_CHAIN = 3
"""Parts of a compound, at most."""
LINKS = (
    ("s", "", "tillstånds: tillstånd"),
    ("e", "", "låne: lån"),
    ("e", "a", "skole: skola"),
    ("a", "", "arma: arm"),
    ("a", "ar", "föräldra: föräldrar"),
    ("o", "a", "hälso: hälsa"),
    ("u", "a", "gatu: gata"),
    ("manna", "man", "tjänstemanna: tjänsteman"),
)
"""What links two parts of a compound, what the first part has in its place as a word of its own, and an example."""
_NUMERAL = re.compile(r"(?:hundra|tusen|tjugo|tjugu|trettio|fyrtio|femtio|sexti|sjutti|åtti|nitti)\w*")
"""Numbers of 20 and more with whatever follows: *tjugofem, hundratals*."""


def unlinked(text: str) -> Iterator[str]:
    """What a compound's first part may be as a word of its own.

    >>> list(unlinked("gatu")), list(unlinked("låne"))
    (['gata'], ['lån', 'låna'])
    """
    for link, other, _ in LINKS:
        if text.endswith(link):
            yield text.removesuffix(link) + other


def is_numeral(word: str) -> bool:
    """Whether the word is a number of 20 or more in letters.

    >>> list(filter(is_numeral, ["tjugofem", "hundratals", "åttio", "fem", "trettifem"]))
    ['tjugofem', 'hundratals', 'åttio']
    """
    return _NUMERAL.match(word) is not None
