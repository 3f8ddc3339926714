"""Determiners and their agreement."""

from __future__ import annotations

from functools import cache

from klarsprak.language.inflection.model import Paradigm, table


def determiner_paradigm(word: str) -> Paradigm:
    """The agreements of a determiner from its common gender; empty for an unknown one."""
    for row in determiners():
        if word == row[0]:
            return {slot: (text,) for slot, text in zip(("com", "neut", "plur"), row, strict=True) if text != "-"}
    return {}


@cache
def determiners(*, definite: bool = False) -> list[tuple[str, str, str]]:
    """Determiners in common gender, neuter and plural (``-`` for none), or only those of definite noun phrases."""
    rows = []
    for com, neuter, plural, kind in table("determiners.tsv"):
        if not definite or kind == "def":
            rows.append((com.replace("_", " "), neuter.replace("_", " "), plural.replace("_", " ")))
    return rows
