"""Whether a place with no law beside it refers to law at all: *5 §* may be a contract's, or an item of minutes."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.laws.decisions import Decision, decide, otherwise
from klarsprak.laws.model import Locator
from klarsprak.lazy_regex import LazyRegex

# What a section of a contract, by-laws or the like is said to be of: *5 § i hyresavtalet*, *5 § avtalet*,
# *5 § i kommunens allmänna föreskrifter*.
_OTHER_PAPER = LazyRegex(
    r"[\s,]*(?:i|ur|av|enligt)\s+(?:\w+\s+){0,2}?\w*(?:avtal|stadgar|protokoll|kontrakt|policy|reglement|delegation|"
    r"(?<!för)ordning(?:en|s)|tax[ao]|instruktion|detaljplan|beslut|villkor|riktlinje|föreskrift)\w*",
    r"\s+\w*(?:avtalet|stadgarna|protokollet|kontraktet|reglementet|(?<!för)ordningen|taxan|policyn|instruktionen)\b",
    r"\s+(?:i\s+)?\w+s\s+(?:allmänna\s+)?föreskrifter",
    r"\s+(?:(?:de|våra|lokala|kommunens|nämndens)\s+){0,2}\w{3,}(?<!ordnings)föreskrifter(?:na)?\b",
)
# What stands before an item of minutes, a section of a contract or the like: *KS 12 §*, *protokollet, 12 §*,
# *2024-05-06, 12 §*, *avtalet (12 §*.
_MINUTES = LazyRegex(
    r"(?:\b[A-ZÅÄÖ]{2,6}|[Pp]rotokoll\w*|[Bb]eslut|[Nn]ämnd\w*|[Uu]tskott\w*|\w*styrelse\w*|\w*fullmäktige\w*|ärende)[\s,:]*$",
    r"(?:[Dd]nr\.?|\d{4}-\d\d-\d\d|\d{4})[\s,:]*$",
    r"(?:avtal|stadga|kontrakt|taxa|policy|reglemente|(?<!för)ordning|föreskrift)(?:er|en|et|n|r)?(?:na|s)?"
    r"[\s,:]*\(?(?:se )?$",
    flags=0,
)
_MINUTES_REACH = 40
# *enligt 36 kap.*, but not *boken har 12 kap.*
_OF_A_LAW = LazyRegex(r"\b(?:enligt|i|av|till|se|jfr|kapitel och)\s+$")
_OF_A_LAW_REACH = 20
# *Artikel 5 i tidningen* is no law, wherever it stands.
_OF_SOMETHING_ELSE = LazyRegex(r"\s+i\s+(?!förordningen|direktivet|konventionen|samma\b|den\b)")


class Place(NamedTuple):
    """A place within a law that isn't named beside it, and the text it stands in."""

    text: str
    locator: Locator


def stands_alone(text: str, locator: Locator) -> bool:
    """Whether a place with no law beside it is a reference at all."""
    return decide(DECISIONS, Place(text, locator)).answer


def _is_article_of_paper(place: Place) -> bool:
    """Whether the article is said to be of something that is no law: *artikel 5 i tidningen*."""
    text, locator = place
    if not locator.article:
        return False
    return _OF_SOMETHING_ELSE.match(text, locator.end) is not None


def _is_article(place: Place) -> bool:
    """Whether it is an article of the EU's law: *artikel 5*."""
    return place.locator.article


def _is_time(place: Place) -> bool:
    """Whether it is written like a time of day: *9:30*."""
    return place.locator.colon


def _is_chapter_of_law(place: Place) -> bool:
    """Whether a chapter without sections is said to be a law's: *enligt 36 kap.*."""
    text, locator = place
    if locator.sections or not text.endswith("kap.", locator.start, locator.end):
        return False
    reach = max(0, locator.start - _OF_A_LAW_REACH)
    return _OF_A_LAW.search(text, reach, locator.start) is not None


def _is_chapter(place: Place) -> bool:
    """Whether it is a chapter without sections: *12 kap.*."""
    return not place.locator.sections


def _is_of_other_paper(place: Place) -> bool:
    """Whether the section is said to be a contract's or the like: *5 § i hyresavtalet*."""
    text, locator = place
    return _OTHER_PAPER.match(text, locator.end) is not None


def _is_section_of_chapter(place: Place) -> bool:
    """Whether its chapter is written: *4 kap. 1 §*."""
    return place.locator.chapter is not None


def _has_sign_first(place: Place) -> bool:
    """Whether it is written like an item of minutes: *§ 25*."""
    return place.locator.sign_first


def _is_after_minutes(place: Place) -> bool:
    """Whether minutes, a contract or the like are named just before: *protokollet, 12 §*."""
    text, locator = place
    reach = max(0, locator.start - _MINUTES_REACH)
    return _MINUTES.search(text, reach, locator.start) is not None


DECISIONS: tuple[Decision[Place], ...] = (
    Decision("article of a paper", _is_article_of_paper, False, "artikel 5 i tidningen"),
    Decision("article", _is_article, True, "artikel 5"),
    Decision("time of day", _is_time, False, "mötet börjar 9:30"),
    Decision("chapter of a law", _is_chapter_of_law, True, "enligt 36 kap."),
    Decision("chapter of a book", _is_chapter, False, "boken har 12 kap."),
    Decision("section of other paper", _is_of_other_paper, False, "5 § i hyresavtalet"),
    Decision("section of a chapter", _is_section_of_chapter, True, "4 kap. 1 §"),
    Decision("item of minutes", _has_sign_first, False, "§ 25"),
    Decision("section after minutes", _is_after_minutes, False, "protokollet, 12 §"),
    Decision("section", otherwise, True, "enligt 5 §"),
)
"""Whether a place stands alone; each example holds one place."""
