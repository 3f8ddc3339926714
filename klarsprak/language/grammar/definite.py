"""Phrases that stand as they are wherever a name may: *förvaltningslagen*, but not *vatten och avlopp*."""

from __future__ import annotations

import re

from klarsprak.language.grammar.lexicon.nouns import noun_forms

_NAME_OR_ARTICLE = re.compile(r"(?:de[nt]? (?!du\b)|[A-ZÅÄÖ])")
_NOUN_WITH_ARTICLE = re.compile(r"(?:[\w-]+ (?:och|eller) |\w+a )?(\w*(?:en|et|in)s?|\w+nas?)\b")


def is_definite(phrase: str) -> bool:
    """Whether it is a name, or a noun that has its article.

    >>> [is_definite(phrase) for phrase in ("plan- och bygglagen", "tekniska nämnden", "vatten och avlopp")]
    [True, True, False]
    """
    if _NAME_OR_ARTICLE.match(phrase):
        return True
    match = _NOUN_WITH_ARTICLE.match(phrase)
    return match is not None and not _is_bare(match[1].removesuffix("s"))


def _is_bare(noun: str) -> bool:
    """*vatten* ends like *lagen*, and has no article."""
    return any(form.noun == noun for form in noun_forms(noun))
