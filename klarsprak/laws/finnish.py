"""Whether a letter cites Finland's law, numbered *417/2007*, which has many of the names that Swedish acts have."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.laws.model import FOREIGN, LawPhrase
from klarsprak.lazy_regex import LazyRegex

# *(417/2007)*, *434/2003*; acts of the EU have the year first, or *(EU)* before.
_NUMBER = LazyRegex(r"\s?\(?\d{1,4}/(?:1[89]|20)\d\d\)?(?![\d/])")
# What only letters from Finland have: *lagen … (540/2018)*, *24 § 1 mom.*, its telephone code and sites, its
# courts and authorities.
_FINLAND = LazyRegex(
    r"(?:lag|lagen|förordning|förordningen)\s(?:om\s[\w\s-]{3,80})?\(?\d{1,4}/(?:1[89]|20)\d\d\b",
    r"§\s\d\smom\b",
    r"\+358\s?\d",
    r"\w\.fi\b",
    r"\b(?:FO-nummer|välfärdsområde\w*|regionförvaltningsverket|småbarnspedagogik\w*|NTM-centralen)\b",
    r"\b(?:helsingfors|åbo|vasa|tavastehus|östra finlands|norra finlands|ålands) förvaltningsdomstol\b",
)


def cites_finnish_law(texts: Sequence[str]) -> bool:
    """Whether the texts of a letter tell that it is from Finland.

    *… enligt lagen om småbarnspedagogik (540/2018)*
    """
    return any(_FINLAND.search(text) is not None for text in texts)


def with_finnish_number(text: str, law: LawPhrase) -> LawPhrase:
    """The law with the number that follows it, where that is Finland's: *barnskyddslagen (417/2007)*."""
    number = _NUMBER.match(text, law.end)
    if number is None or law.sfs is not None:
        return law
    return LawPhrase(law.start, number.end(), None, alone=law.alone, source=FOREIGN)
