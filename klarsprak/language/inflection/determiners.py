"""Determiners and their agreement."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from klarsprak.language.inflection.model import Paradigm, read_table


class Determiner(NamedTuple):
    """A determiner's forms; a dash for none."""

    common: str
    neuter: str
    plural: str
    definiteness: str
    """That of the noun phrase: def, ind or both."""

    def agree(self, gender: str, number: str) -> str | None:
        """The form for a noun of gender Com or Neut and number Sing or Plur.

        >>> determiners_by_form()["ett"].agree("Com", "Sing"), determiners_by_form()["ett"].agree("Com", "Plur")
        ('en', None)
        """
        singular = {"Com": self.common, "Neut": self.neuter}[gender]
        form = self.plural if number == "Plur" else singular
        return None if form == "-" else form


def determiner_paradigm(word: str) -> Paradigm:
    """The agreements of a determiner from its common gender; empty for an unknown one.

    >>> determiner_paradigm("någon"), determiner_paradigm("vi")
    ({'com': ('någon',), 'neut': ('något',), 'plur': ('några',)}, {})
    """
    row = determiners_by_form().get(word)
    if row is None or row.common != word:
        return {}
    forms = {"com": row.common, "neut": row.neuter, "plur": row.plural}
    return {slot: (form,) for slot, form in forms.items() if form != "-"}


@cache
def determiners_by_form() -> dict[str, Determiner]:
    """The first determiner that each text is a form of.

    >>> determiners_by_form()["detta"].common
    'denna'
    """
    by_form: dict[str, Determiner] = {}
    for row in _determiners():
        for form in row[:3]:
            by_form.setdefault(form, row)
    return by_form


@cache
def definite_determiners() -> frozenset[str]:
    """The forms of those that make a noun phrase definite.

    >>> sorted({"denna", "mitt", "en", "någon"} & definite_determiners())
    ['denna', 'mitt']
    """
    forms: set[str] = set()
    for row in _determiners():
        if row.definiteness == "def":
            forms.update(row[:3])
    return frozenset(forms)


@cache
def _determiners() -> list[Determiner]:
    """All of them, in the table's order."""
    rows = []
    for row in read_table("determiners.tsv"):
        cells = (cell.replace("_", " ") for cell in row)
        rows.append(Determiner(*cells))
    return rows
