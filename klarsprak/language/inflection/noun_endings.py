"""Which declension a noun's ending tells, where no list has the noun."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.inflection.declensions import Nominatives, decline
from klarsprak.language.inflection.form_rules import has_vowel


class NounEnding(NamedTuple):
    """An ending of nouns that are declined alike."""

    ending: str
    kind: str
    """The declension."""
    example: str
    """Singular and plural, indefinite; a dash where there is no plural."""
    doubled: str = ""
    """The letter that doubles before an ending: *diagrammet*."""

    def decides(self, lemma: str) -> bool:
        """Whether the noun is declined so: a syllable stands before the ending, but for the ending *-a*.

        >>> row = NounEnding("ning", "ar", "")
        >>> row.decides("mätning"), row.decides("ning"), row.decides("möte")
        (True, False, False)
        """
        if not lemma.endswith(self.ending):
            return False
        before = lemma.removesuffix(self.ending)
        return has_vowel(before) or self.ending == "a"


NOUN_ENDINGS = (
    NounEnding("ning", "ar", "mätning mätningar"),
    NounEnding("ling", "ar", "lärling lärlingar"),
    NounEnding("ing", "ar", "parkering parkeringar"),
    NounEnding("dom", "ar", "fördom fördomar"),
    NounEnding("het", "er", "svårighet svårigheter"),
    NounEnding("tet", "er", "aktivitet aktiviteter"),
    NounEnding("tion", "er", "station stationer"),
    NounEnding("sion", "er", "version versioner"),
    NounEnding("ans", "er", "leverans leveranser"),
    NounEnding("ens", "er", "frekvens frekvenser"),
    NounEnding("ist", "er", "cyklist cyklister"),
    NounEnding("ör", "er", "frisör frisörer"),
    NounEnding("log", "er", "biolog biologer"),
    NounEnding("graf", "er", "paragraf paragrafer"),
    NounEnding("nom", "er", "ekonom ekonomer"),
    NounEnding("tek", "er", "aztek azteker"),
    NounEnding("ik", "er", "klinik kliniker"),
    NounEnding("ism", "er", "mekanism mekanismer"),
    NounEnding("logi", "er", "teknologi teknologier"),
    NounEnding("grafi", "er", "bibliografi bibliografier"),
    NounEnding("nomi", "er", "ekonomi ekonomier"),
    NounEnding("pati", "er", "sympati sympatier"),
    NounEnding("iatri", "er", "psykiatri psykiatrier"),
    NounEnding("tor", "er", "dator datorer"),
    NounEnding("sor", "er", "professor professorer"),
    NounEnding("nad", "er", "kostnad kostnader"),
    NounEnding("ur", "er", "procedur procedurer"),
    NounEnding("ant", "er", "praktikant praktikanter"),
    NounEnding("är", "er", "miljonär miljonärer"),
    NounEnding("else", "r", "styrelse styrelser"),
    NounEnding("are", "0u", "handläggare handläggare"),
    NounEnding("iker", "0u", "tekniker tekniker"),
    NounEnding("inna", "or", "lärarinna lärarinnor"),
    NounEnding("a", "or", "skola skolor"),
    NounEnding("ande", "n", "meddelande meddelanden"),
    NounEnding("ende", "n", "leende leenden"),
    NounEnding("ment", "0", "dokument dokument"),
    NounEnding("mål", "0", "ändamål ändamål"),
    NounEnding("gram", "0", "diagram diagram", doubled="m"),
    NounEnding("eri", "ern", "bageri bagerier"),
    NounEnding("ium", "ern", "stipendium stipendier"),
    NounEnding("eum", "ern", "museum museer"),
    NounEnding("sel", "u", "trängsel -"),
)

_LONGEST_FIRST = sorted(NOUN_ENDINGS, key=lambda row: -len(row.ending))


def deciding_ending(lemma: str) -> NounEnding | None:
    """The longest ending that tells the noun's declension.

    >>> deciding_ending("parkeringen") is None, deciding_ending("parkering").ending
    (True, 'ing')
    """
    for row in _LONGEST_FIRST:
        if row.decides(lemma):
            return row
    return None


def decline_by_ending(lemma: str) -> Nominatives | None:
    """The noun as its ending has it; None where that tells nothing.

    >>> decline_by_ending("diagram").definite_plural
    ('diagrammen',)
    """
    row = deciding_ending(lemma)
    return None if row is None else decline(lemma, row.kind, lemma + row.doubled)
