"""What rules, categories and types of letters are called where a person reads: names, not identities."""

from __future__ import annotations

from klarsprak.reports.html import CATEGORIES

_CATEGORIES = {str(category): name for category, name in CATEGORIES.items()}


def category_name(category: str) -> str:
    """*Ärendets gång* for ``arendegang``; a category that is no longer there keeps its old name."""
    return _CATEGORIES.get(category, category)


def rule_name(rule: str, category: str) -> str:
    """*Underskrift: telefon* for ``signatur.telefon``: the heading on the rule's page, after what it belongs to."""
    return f"{category_name(category)}: {_words(rule.rpartition('.')[2])}"


def type_name(type: str) -> str:
    """*besked om väntetid* for ``väntan``; a type that an organisation's own packs describe keeps its name."""
    return _TYPES.get(type, _words(type))


_TYPES = {
    "beslutsrubrik": "beslut",
    "ingen-plats": "besked om ingen plats",
    "kommunicering": "tillfälle att yttra sig",
    "komplettering": "begäran om komplettering",
    "krav": "krav på åtgärd",
    "nej": "nekande svar",
    "väntan": "besked om väntetid",
}
"""Types whose names in ``rules/arendegang/brevtyper/`` say too little to who hasn't read it."""


def _words(name: str) -> str:
    return name.replace("-", " ")
