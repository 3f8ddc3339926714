"""Strong and irregular verbs: what their table says of each."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from klarsprak.language.inflection.conjugations import PrincipalParts, Texts, present_passive
from klarsprak.language.inflection.model import ARCHAIC, read_table, read_variants

_STEMS_IN_A = frozenset({"ta", "dra", "ha"})
"""Infinitives whose -a belongs to the stem."""


class StrongVerb(NamedTuple):
    """A row of the table."""

    infinitive: str
    present: Texts
    preterite: Texts
    supine: Texts
    participle: Texts
    notes: dict[str, str]
    """By name, as the head of the table explains; a note without a value has an empty one."""

    @property
    def stem(self) -> str:
        """What endings follow.

        >>> strong_verbs()["hålla"].stem, strong_verbs()["ta"].stem, strong_verbs()["se"].stem
        ('håll', 'ta', 'se')
        """
        return self.infinitive if self.infinitive in _STEMS_IN_A else self.infinitive.removesuffix("a")

    @property
    def ends_in_vowel(self) -> bool:
        """Whether the stem is the infinitive: *se, ta*."""
        return self.stem == self.infinitive


class _LongForms(NamedTuple):
    """The old forms that the long infinitive has: *taga, tager, tages*; empty where there is none."""

    infinitive: Texts = ()
    present: Texts = ()
    passive: Texts = ()


def principal_parts(verb: StrongVerb, *, is_compound: bool, has_passive: bool) -> PrincipalParts:
    """The forms of a listed verb, or of the last part of a compound.

    >>> ta = principal_parts(strong_verbs()["ta"], is_compound=False, has_passive=True)
    >>> ta.present, ta.preterite, ta.supine, ta.present_passive
    (('tar', '*tager'), ('tog', '*togo'), ('tagit',), ('tas', '*tages'))
    """
    if is_strong_deponent(verb):
        return _deponent(verb)
    notes = verb.notes
    long = _long_forms(notes.get("long"))
    return PrincipalParts(
        infinitive=() if "noinf" in notes else (verb.infinitive, *long.infinitive),
        present=(*verb.present, *long.present),
        preterite=(*_preterite(verb, is_compound), *_old(notes.get("plpt"))),
        supine=verb.supine,
        participle=_participle_in_compounds(verb) if is_compound else verb.participle,
        imperative=read_variants(notes.get("imp", verb.stem)),
        present_participle=read_variants(notes.get("prp", _regular_present_participle(verb))),
        present_passive=_passive(verb, long) if has_passive else (),
        subjunctive=("vore",) if verb.infinitive == "vara" else _old(notes.get("sub")),
    )


def _preterite(verb: StrongVerb, is_compound: bool) -> Texts:
    """Today's past tense: a compound hasn't the short form of speech, which would be another word.

    >>> _preterite(strong_verbs()["lägga"], False), _preterite(strong_verbs()["lägga"], True)
    (('lade', 'la'), ('lade',))
    """
    if is_compound and "cpret" in verb.notes:
        return read_variants(verb.notes["cpret"])
    return verb.preterite


def _participle_in_compounds(verb: StrongVerb) -> Texts:
    """*be* has no past participle, but *inbedd* is one."""
    return read_variants(verb.notes["cptc"]) if "cptc" in verb.notes else verb.participle


def _regular_present_participle(verb: StrongVerb) -> str:
    """*hållande*; *seende*."""
    ending = "ende" if verb.ends_in_vowel else "ande"
    return verb.stem + ending


def is_strong_deponent(verb: StrongVerb) -> bool:
    """Whether the verb has s-forms only: *finnas, hoppas*."""
    return "dep" in verb.notes


def _deponent(verb: StrongVerb) -> PrincipalParts:
    """*hoppas, hoppas, hoppades, hoppats*, which is all that a deponent verb has."""
    return PrincipalParts(
        infinitive=(verb.infinitive,),
        present=verb.present,
        preterite=verb.preterite,
        supine=verb.supine,
        participle=(),
        imperative=(),
        present_participle=(),
        present_passive=(),
        deponent=True,
    )


def _passive(verb: StrongVerb, long: _LongForms) -> Texts:
    """The present passive, old ones last.

    >>> _passive(strong_verbs()["hålla"], _LongForms()), _passive(strong_verbs()["se"], _LongForms())
    (('hålls', '*hålles'), ('ses',))
    """
    regular = (verb.infinitive + "s",) if verb.ends_in_vowel else present_passive(verb.stem)
    today, *old = regular
    return (verb.notes.get("prss", today), *old, *long.passive)


def _long_forms(infinitive: str | None) -> _LongForms:
    """The old forms that the long infinitive has.

    >>> _long_forms("taga")
    _LongForms(infinitive=('*taga',), present=('*tager',), passive=('*tages',))
    """
    if not infinitive:
        return _LongForms()
    stem = ARCHAIC + infinitive[:-1]
    return _LongForms((stem + "a",), (stem + "er",), (stem + "es",))


def _old(text: str | None) -> Texts:
    """The text with the mark of old forms; nothing where there is none."""
    return (ARCHAIC + text,) if text else ()


@cache
def strong_verbs() -> dict[str, StrongVerb]:
    """The listed verbs by infinitive."""
    return {row[0]: _read_row(row) for row in read_table("strong.tsv")}


def _read_row(row: list[str]) -> StrongVerb:
    """A verb from the cells of its row, the notes last."""
    infinitive, present, preterite, supine, participle, *notes = row
    pairs = (note.partition("=") for note in notes)
    return StrongVerb(
        infinitive,
        read_variants(present),
        read_variants(preterite),
        read_variants(supine),
        read_variants(participle),
        notes={name: value for name, _, value in pairs},
    )


@cache
def other_infinitives() -> dict[str, str]:
    """Other dictionary forms: the old long infinitives (*taga*), and *ska*, which has no infinitive."""
    others = {"ska": "skola", "skall": "skola"}
    for infinitive, verb in strong_verbs().items():
        if "long" in verb.notes:
            others[verb.notes["long"]] = infinitive
    return others
